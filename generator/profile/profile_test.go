package profile

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/prose"
	"regional-atlas/generator/region"
)

// anywhere is a map that draws every code, and on which some touch.
type anywhere struct{}

func (anywhere) IsNear(string, float64, float64) bool { return true }
func (anywhere) Draws(string) bool                    { return true }
func (anywhere) Nearby(string) []string               { return nil }
func (anywhere) Neighbours([]string) map[string][]string {
	return map[string][]string{"BE1": {"BE2"}, "BE2": {"BE1", "BE3"}, "BE3": {"BE2", "PL9"}, "PL9": {"RO11", "BE3"}, "RO11": {"PL9"}}
}

func term(key string) region.Term { return region.Term{Key: key, Name: "The " + key} }

func edition() *region.Edition {
	return &region.Edition{
		Countries: []region.Country{{Code: "BE", Name: "Belgium"}, {Code: "PL", Name: "Poland"},
			{Code: "EL", Name: "A land"}, {Code: "FR", Name: "France"}},
		Indicators: []region.Indicator{{Term: term("population"), Kind: region.Total}, {Term: term("class"), Kind: region.Class,
			Scales: []region.Scale{{Years: []int{2021}, Groups: []string{"Leader +", "Leader", "Strong"}}}}},
		NetworkGroups: []region.Term{term("all")},
		Networks: []region.Network{{Term: term("errin"), Group: "all"}, {Term: term("cebr"), Group: "all"}, {Term: term("baltic")},
			{Term: term("mountain"), Categories: []region.Term{term("alpine"), term("mixed"), term("flat")}}},
		Topics:          []region.Term{term("research"), term("prevention")},
		Strategies:      []region.Term{term("ris3")},
		Ratings:         []region.Term{term("low"), term("high")},
		Questions:       []region.Question{{Term: term("need")}},
		Classifications: []region.Classification{{Term: term("nace"), Labels: map[string]string{"C": "", "C.21": "", "C.2": "", "M": "", "Q": ""}}},
	}
}

func at(code string) *region.Region {
	return &region.Region{File: code + ".md", Code: code, Name: "Region of " + strings.Repeat(code, 3)}
}

func made(t *testing.T, regions ...*region.Region) *Atlas {
	t.Helper()
	a, faults := atlas.New(edition(), regions, anywhere{})
	if a == nil {
		t.Fatalf("faults: %+v", faults)
	}
	return New(a, func(r *region.Region) prose.Text { return prose.Text{Plain: "on " + r.Code} })
}

func codes(list []*Region) string {
	var out []string
	for _, r := range list {
		out = append(out, r.Code)
	}
	return strings.Join(out, " ")
}

func number(n float64, year int) region.Figure {
	return region.Figure{Value: region.Value{Number: n, Given: true}, Year: year}
}

func class(word, part string) region.Figure {
	return region.Figure{Value: region.Value{Word: word, Given: true}, Year: 2021, Part: part}
}

func TestOrderCountriesAndNeighbours(t *testing.T) {
	a := made(t, at("RO11"), at("BE3"), at("BE1"), at("BE2"), at("EL30"))
	if got := codes(a.Regions()); got != "BE1 BE2 BE3 EL30 RO11" {
		t.Errorf("regions %q", got)
	}
	for i, r := range a.Regions() {
		if r.Place != i || a.Region(r.Code) != r || r.Text.Plain != "on "+r.Code {
			t.Errorf("%s: place %d, text %q", r.Code, r.Place, r.Text.Plain)
		}
	}
	if a.Region("XX") != nil || a.Before(a.Region("BE1")) != nil || a.After(a.Region("RO11")) != nil ||
		a.Before(a.Region("BE2")).Code != "BE1" || a.After(a.Region("BE2")).Code != "BE3" {
		t.Error("the order is another")
	}
	for country, want := range map[string]string{"BE": "BE1 BE2 BE3", "EL": "EL30", "FR": "", "": "", "ZZ": ""} {
		if got := codes(a.InCountry(country)); got != want {
			t.Errorf("in %s: %q, want %q", country, got, want)
		}
	}
	var countries []string
	for _, c := range a.Countries() { // by name; RO has none in the edition
		countries = append(countries, c.Name+": "+codes(c.Regions))
	}
	if want := []string{"A land: EL30", "Belgium: BE1 BE2 BE3"}; !slices.Equal(countries, want) {
		t.Errorf("countries %q", countries)
	}
	if got := append(a.InCountry("BE"), nil); codes(a.Regions()) != "BE1 BE2 BE3 EL30 RO11" || len(got) != 4 {
		t.Error("appending to InCountry changed the atlas")
	}
	if got := a.Region("RO11").Country; got.Name != "RO" {
		t.Errorf("a country that the atlas lacks is %+v", got)
	}
	if got := codes(a.Neighbours(a.Region("BE1"), 9)); got != "BE2" {
		t.Errorf("neighbours %q", got)
	}
}

// Regions that are drawn with one shape are neighbours of the same others, and
// those that are drawn as points of none.
func TestNeighboursGoByShape(t *testing.T) {
	west, east, point := at("PL91"), at("PL92"), at("PT16")
	west.Shape.Code, east.Shape.Code = "PL9", "PL9"
	point.Shape.Lon, point.Shape.Lat = 4, 50
	a := made(t, at("BE3"), at("BE2"), at("BE1"), at("RO11"), west, east, point)
	for code, want := range map[string]string{"BE1": "BE2", "BE2": "BE1 BE3", "BE3": "BE2 PL91 PL92", "PL91": "BE3 RO11", "PL92": "BE3 RO11", "RO11": "PL91 PL92", "PT16": ""} {
		if got := codes(a.Neighbours(a.Region(code), 9)); got != want {
			t.Errorf("neighbours of %s: %q, want %q", code, got, want)
		}
	}
	if got := codes(a.Neighbours(a.Region("BE3"), 2)); got != "BE2 PL91" {
		t.Errorf("two neighbours of BE3: %q", got)
	}
}

// A figure that is not reported is no number, and parts that differ have none.
func TestFigures(t *testing.T) {
	one, parts, words, silent := at("BE1"), at("BE2"), at("BE3"), at("EL30")
	one.Figures = map[string][]region.Figure{"population": {number(-1, 2019), {Value: region.Value{Number: 5, Given: true}, Year: 2021, Status: "provisional"}}}
	parts.Figures = map[string][]region.Figure{"population": {{Value: region.Value{Number: 1, Given: true}, Part: "a"}, {Value: region.Value{Number: 2, Given: true}, Part: "b"}},
		"class": {class("Leader +", "a"), class("Leader", "b")}}
	words.Figures = map[string][]region.Figure{"class": {class("Strong", "")}, "population": {{Status: region.NotReported, Year: 2021}}}
	a := made(t, one, parts, words, silent)
	f := func(code string, i int) *Figure { return &a.Region(code).Figures[i] }
	if f := f("BE1", 0); f.Number() != 5 || f.Latest[0].State != Provisional || f.Earlier[0].Number != -1 || len(f.Series) != 2 ||
		f.Rank != (Rank{1, 0, 1}) {
		t.Errorf("%+v", f)
	}
	for _, f := range []*Figure{f("BE2", 0), f("BE2", 1), f("BE3", 0), f("EL30", 0), f("EL30", 1)} {
		if !math.IsNaN(f.Number()) || !math.IsNaN(f.Order()) || f.Rank.Place != 0 {
			t.Errorf("%s has the number %v and the place %d", f.Indicator.Key, f.Number(), f.Rank.Place)
		}
	}
	if f("BE3", 0).IsReported() || !f("BE2", 0).IsReported() || f("BE3", 1).Order() != 1 || f("BE2", 1).Latest[0].Order != 3 {
		t.Error("a state or an order is another")
	}
	if f("BE2", 1).Group() != "Leader" || f("EL30", 1).Group() != "" {
		t.Error("the group is another")
	}
	table := a.FigureTable(a.Regions())
	if c := table.Rows[0].Cells[0]; c.Number != 5 || c.Year != 2021 || c.State != Provisional || !c.Counts {
		t.Errorf("%+v", c)
	}
	if c := table.Rows[3].Cells[0]; c.State != NotReported || c.Counts || !table.Rows[3].Silent {
		t.Errorf("%+v", c)
	}
	if table.Columns[0].Kind != NumberCell || table.Columns[1].Kind != ClassCell {
		t.Errorf("%+v", table.Columns)
	}
}

func TestRanks(t *testing.T) {
	got := fmt.Sprint(ranks([]float64{3, math.NaN(), 7, 3, -1, math.Inf(1)}))
	if want := "[{2 1 4} {0 0 4} {1 0 4} {2 1 4} {4 0 4} {0 0 4}]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestMemberships(t *testing.T) {
	yes, part, country, silent := at("BE1"), at("BE2"), at("BE3"), at("EL30")
	yes.Memberships = map[string]region.Membership{"errin": {Status: region.Yes, Source: "s", Year: 2019}, "cebr": {Status: region.No}, "baltic": {Status: region.NotReported}, "mountain": {Status: "mixed"}}
	part.Memberships = map[string]region.Membership{"errin": {Status: region.Part, Part: "a"}, "cebr": {Status: region.Yes}, "baltic": {Status: region.Planned}}
	country.Memberships = map[string]region.Membership{"errin": {Status: region.CountryMember}, "cebr": {Status: region.CountryObserver}, "baltic": {Status: region.NotApplicable}, "gone": {Status: region.Yes}}
	a := made(t, yes, part, country, silent)
	for i, want := range [][2]int{{1, 2}, {2, 3}, {0, 3}, {0, 0}} {
		if r := a.Regions()[i]; r.Members != want[0] || r.Answered != want[1] {
			t.Errorf("%s: member of %d, answered %d, want %v", r.Code, r.Members, r.Answered, want)
		}
	}
	for network, want := range map[string]string{"errin": "BE1 BE2", "cebr": "BE2", "baltic": "", "mountain": ""} {
		if got := codes(a.Members(network)); got != want {
			t.Errorf("members of %s: %q, want %q", network, got, want)
		}
	}
	if got := codes(a.Answering("errin", region.NotReported)); got != "EL30" {
		t.Errorf("silent: %q", got)
	}
	m := a.Region("BE1").Memberships
	if c := m[3].Cell(); c.Kind != CategoryCell || c.Counts || m[3].Category.Key != "mixed" || c.State != Reported {
		t.Errorf("a category: %+v", c)
	}
	if c := m[0].Cell(); c.Kind != StatusCell || !c.Counts || c.Term != region.Yes || c.Year != 2019 || c.Source != "s" {
		t.Errorf("a membership: %+v", c)
	}
	// In the order of the closed list of statuses, a yes is the most.
	if yes, category := m[0].Cell().Number, m[3].Cell().Number; yes != float64(len(region.Statuses())-1) || category != 1 {
		t.Errorf("a yes is sorted as %v, the middle one of three categories as %v", yes, category)
	}
	table := a.MembershipTable("", a.Regions())
	if row := table.Rows[3]; !row.Silent || row.Count != 0 || row.Cells[0].State != NotReported || row.Cells[0].Term != region.NotReported {
		t.Errorf("silence: %+v", row)
	}
	if c := table.Columns; c[0].Total != 2 || !c[0].Totals || c[3].Totals || len(a.MembershipTable("all", nil).Columns) != 2 {
		t.Errorf("columns: %+v", c)
	}
}

func TestTopicsRatingsAndStrategy(t *testing.T) {
	named, cut, silent := at("BE1"), at("BE2"), at("BE3")
	named.Topics = []string{"research"}
	named.Evaluation = map[string]string{"need": "high"}
	named.Strategy = map[string]region.Answer{"ris3": {Answer: region.Yes, Remark: "r"}}
	cut.Topics, cut.Gaps = []string{"research"}, map[string]region.Gap{"topics": {Cut: true}}
	a := made(t, named, cut, silent)
	for i, want := range [][2]Listing{{Covered, Absent}, {Covered, Unlisted}, {Unlisted, Unlisted}} {
		if got := a.Regions()[i].Topics; got[0].Listing != want[0] || got[1].Listing != want[1] {
			t.Errorf("%d: topics %+v", i, got)
		}
	}
	if codes(a.Covering("research")) != "BE1 BE2" || a.Covering("prevention") != nil || a.Rated(0) != 1 {
		t.Error("the index holds what no region says")
	}
	r := a.Region("BE1")
	if r.Evaluation[0].Step != 1 || a.Region("BE3").Evaluation[0].IsReported() || r.Strategy[0].Answer != region.Yes ||
		a.Region("BE3").Strategy[0].Answer != region.NotReported {
		t.Errorf("%+v, %+v", r.Evaluation, r.Strategy)
	}
	if c := a.RatingTable(a.Regions()).Rows[0].Cells[0]; c.Term != "high" || c.Number != 1 || !c.Counts {
		t.Errorf("%+v", c)
	}
	rows := a.TopicTable(a.Regions()).Rows
	if rows[0].Cells[1].Term != TermAbsent || rows[0].Cells[1].Counts || rows[2].Cells[0].State != NotReported || rows[0].Count != 1 {
		t.Errorf("%+v", rows)
	}
}

func TestCodesHaveTheCodesAbove(t *testing.T) {
	one, two := at("BE1"), at("BE2")
	one.Codes = map[string][]string{"nace": {"C.21", "M"}}
	two.Codes = map[string][]string{"nace": {"M"}, "nabs": {"Q"}}
	a := made(t, one, two)
	var used []string
	for _, use := range a.UsedCodes(0) {
		var within []string
		for _, w := range use.Within {
			within = append(within, w.Region.Code+" through "+strings.Join(w.Codes, " "))
		}
		used = append(used, fmt.Sprintf("%s %d %v %v [%s] %v", use.Code, use.Depth, use.Above, use.Below, codes(use.Direct), within))
	}
	want := []string{"C 0 [] [C.2] [] [BE1 through C.21]", "C.2 1 [C] [C.21] [] [BE1 through C.21]", "C.21 2 [C.2 C] [] [BE1] []", "M 0 [] [] [BE1 BE2] []"}
	if !slices.Equal(used, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(used, "\n"), strings.Join(want, "\n"))
	}
	if list := a.Region("BE1").Codes[0]; !slices.Equal(list.Stated(), []string{"C.21", "M"}) || len(list.Codes) != 4 {
		t.Errorf("%+v", list)
	}
}

func TestListsSectionsAndSums(t *testing.T) {
	r := at("BE1")
	r.Organisations = []region.Organisation{{Name: "a", Kind: "x"}, {Name: "b"}, {Name: "c", Kind: "x"}}
	r.Documents = []region.Document{{Title: "d"}}
	r.Sources = []region.Source{{Key: "one"}, {Key: "two"}}
	r.From = map[string][]string{"documents": {"two", "gone"}}
	r.Gaps = map[string]region.Gap{"documents": {Lost: 2}}
	a := made(t, at("BE2"), r)
	for what, got := range map[string][]*Region{"with a kind": a.WithKind("x"), "without a kind": a.WithKind("")} {
		if codes(got) != "BE1" {
			t.Errorf("%s: %q", what, codes(got))
		}
	}
	if a.WithKind("y") != nil || a.Organisations("x") != 2 || a.Organisations("") != 1 || a.Organisations("y") != 0 {
		t.Error("the index holds what no region says")
	}
	p := a.Region("BE1")
	if s := p.Section("documents"); s.Empty || s.Gap.Lost != 2 || !slices.Equal(s.Sources, []int{2}) || !p.Section("figures").Empty {
		t.Errorf("%+v", s)
	}
	if p.SourceNumber("two") != 2 || p.SourceNumber("gone") != 0 || p.Reported() != 2 {
		t.Error("sources or sections are miscounted")
	}
	if s := a.Sums(); s.Documents != 1 || s.Organisations != 3 || s.Reporting["documents"] != 1 || s.States[atlas.Incomplete] != 1 {
		t.Errorf("%+v", s)
	}
	coverage := a.CoverageTable(a.Regions())
	documents := slices.IndexFunc(coverage.Columns, func(c Column) bool { return c.Key == "documents" })
	if c := coverage.Rows[0].Cells[documents]; c.Term != atlas.Incomplete || c.Number != 1 || !c.Counts {
		t.Errorf("%+v", c)
	}
}

// Ranks agree with counting those that are better.
func TestRanksCount(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	values := []float64{math.NaN(), math.Inf(1), math.Copysign(0, -1), 0, math.MaxFloat64, -math.MaxFloat64, math.SmallestNonzeroFloat64}
	for range 200 {
		values = append(values, float64(random.IntN(40)-20)/4)
	}
	for i, got := range ranks(values) {
		want := Rank{}
		for _, w := range values {
			switch v := values[i]; {
			case isUnknown(w):
				continue
			case w == v:
				want.Ties++
			case w > v:
				want.Place++
			}
			want.Of++
		}
		if isUnknown(values[i]) {
			want = Rank{Of: want.Of}
		} else {
			want.Place, want.Ties = want.Place+1, want.Ties-1
		}
		if got != want {
			t.Errorf("%v among %d values: got %+v, want %+v", values[i], len(values), got, want)
		}
	}
}

// A country beside regions is ranked with nobody, is no neighbour, and does not count
// among regions; where there are only countries they are what the atlas is about.
func TestCountriesAreApart(t *testing.T) {
	valued := func(code string, value float64) *region.Region {
		r := at(code)
		r.Figures = map[string][]region.Figure{"population": {{Value: region.Value{Number: value, Given: true}}}}
		r.Memberships = map[string]region.Membership{"errin": {Status: "yes"}}
		return r
	}
	a := made(t, valued("BE", 900), valued("BE1", 5), valued("BE2", 7))
	be, be2 := a.Region("BE"), a.Region("BE2")
	if !be.IsCountry() || be2.IsCountry() || be.Figures[0].Rank.Place != 0 || be2.Figures[0].Rank != (Rank{Place: 1, Of: 2}) {
		t.Errorf("ranks %+v, %+v", be.Figures[0].Rank, be2.Figures[0].Rank)
	}
	if total := a.MembershipTable("", a.Regions()).Columns[0].Total; total != 2 {
		t.Errorf("%d regions are members", total)
	}
	if n := CountRegions(a.Regions()); n != 2 || len(CountriesAmong(a.Regions())) != 1 {
		t.Errorf("%d regions", n)
	}
	alone := made(t, valued("BE", 900), valued("PL", 700))
	if alone.Region("BE").IsCountry() || alone.Region("BE").Figures[0].Rank.Place != 1 {
		t.Error("in an atlas of countries a country is set apart")
	}
}
