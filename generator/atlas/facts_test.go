package atlas

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"regional-atlas/generator/region"
)

func TestLatestAndEarlier(t *testing.T) {
	part := func(n float64, year int, name string) region.Figure {
		f := figure(n, year)
		f.Part = name
		return f
	}
	for name, c := range map[string]struct {
		series          []region.Figure
		latest, earlier string
	}{
		"nothing":        {nil, "", ""},
		"not reported":   {[]region.Figure{{Status: region.NotReported}, {Year: 2030, Status: region.NotReported}}, "", ""},
		"one":            {[]region.Figure{figure(1, 2019)}, "1@2019", ""},
		"no year":        {[]region.Figure{figure(1, 0)}, "1@0", ""},
		"newest":         {[]region.Figure{figure(1, 2017), figure(3, 2021), figure(2, 2019)}, "3@2021", "2@2019 1@2017"},
		"year or none":   {[]region.Figure{figure(1, 2017), figure(2, 0)}, "1@2017", "2@0"},
		"tie":            {[]region.Figure{figure(1, 2019), figure(2, 2019)}, "2@2019", "1@2019"},
		"parts":          {[]region.Figure{part(1, 2021, "a"), part(2, 2021, "b"), part(3, 2019, "c")}, "1@2021a 2@2021b", "3@2019c"},
		"parts tie":      {[]region.Figure{part(1, 2021, "a"), part(2, 2021, "b"), part(3, 2021, "a")}, "3@2021a 2@2021b", "1@2021a"},
		"same again":     {[]region.Figure{figure(1, 2019), figure(1, 2019)}, "1@2019", ""},
		"given and not":  {[]region.Figure{{Year: 2025, Status: region.NotReported}, figure(1, 2019)}, "1@2019", ""},
		"tie of earlier": {[]region.Figure{figure(1, 2017), figure(2, 2017), figure(3, 2020)}, "3@2020", "1@2017 2@2017"},
	} {
		r := &region.Region{Figures: map[string][]region.Figure{"x": c.series}}
		if latest, earlier := written(Latest(r, "x")), written(Earlier(r, "x")); latest != c.latest || earlier != c.earlier {
			t.Errorf("%s: latest %q, earlier %q, want %q, %q", name, latest, earlier, c.latest, c.earlier)
		}
	}
	if Latest(&region.Region{}, "x") != nil || Earlier(&region.Region{}, "x") != nil {
		t.Error("a region without figures has some")
	}
}

func written(series []region.Figure) string {
	var out []string
	for _, f := range series {
		out = append(out, fmt.Sprintf("%v@%d%s", f.Value.Number, f.Year, f.Part))
	}
	return strings.Join(out, " ")
}

func TestCommonGroup(t *testing.T) {
	for want, words := range map[string][]string{"": nil, "Strong": {"Strong +"}, "Moderate": {"Moderate", "Moderate -"}, "Leader": {"Leader", "Leader +", "Leader −"}} {
		if got := CommonGroup(classes(words), "x"); got != want {
			t.Errorf("CommonGroup(%v) = %q, want %q", words, got, want)
		}
	}
	for _, words := range [][]string{{"Strong", "Moderate"}, {"Strong +", "Moderate +", "Strong"}} {
		if got := CommonGroup(classes(words), "x"); got != "" {
			t.Errorf("CommonGroup(%v) = %q", words, got)
		}
	}
}

// classes is a region with a part for each class.
func classes(words []string) *region.Region {
	var series []region.Figure
	for i, w := range words {
		series = append(series, region.Figure{Value: region.Value{Word: w, Given: true}, Year: 2021, Part: fmt.Sprint(i)})
	}
	return &region.Region{Figures: map[string][]region.Figure{"x": series}}
}

func TestMemberships(t *testing.T) {
	yes, part, country, silent := at("BE1"), at("BE2"), at("BE3"), at("EL30")
	yes.Memberships = map[string]region.Membership{"errin": {Status: region.Yes}, "cebr": {Status: region.No}, "baltic": {Status: region.NotReported}, "mountain": {Status: "mixed"}}
	part.Memberships = map[string]region.Membership{"errin": {Status: region.Part}, "cebr": {Status: region.Yes}, "baltic": {Status: region.Planned}}
	country.Memberships = map[string]region.Membership{"errin": {Status: region.CountryMember}, "cebr": {Status: region.CountryObserver}, "baltic": {Status: region.NotApplicable}, "gone": {Status: region.Yes}}
	a := made(t, yes, part, country, silent)
	for r, want := range map[*region.Region][2]int{yes: {1, 2}, part: {2, 3}, country: {0, 3}, silent: {0, 0}} {
		if member, answered := MembershipCount(a.Edition(), r); member != want[0] || answered != want[1] {
			t.Errorf("%s: member of %d, answered %d, want %v", r.Code, member, answered, want)
		}
	}
	if a.Members("errin") != 2 || a.Members("cebr") != 1 || a.Members("baltic") != 0 || a.Members("mountain") != 0 {
		t.Errorf("members: %d %d %d", a.Members("errin"), a.Members("cebr"), a.Members("baltic"))
	}
	if Answer(silent, "errin").Status != region.NotReported || IsMember(silent, "errin") || Answer(country, "errin").Status != region.CountryMember {
		t.Error("an answer was invented or lost")
	}
}

func TestUsedCodesHaveTheCodesAbove(t *testing.T) {
	one, two := at("BE1"), at("BE2")
	one.Codes = map[string][]string{"nace": {"C.21", "M"}}
	two.Codes = map[string][]string{"nace": {"M"}, "nabs": {"Q"}}
	a := made(t, one, two)
	if got := a.UsedCodes(a.Edition().Classifications[0]); !slices.Equal(got, []string{"C", "C.2", "C.21", "M"}) {
		t.Errorf("UsedCodes = %v", got)
	}
	if !HasCode(one, "nace", "C.21") || HasCode(one, "nace", "C") || HasCode(at("X"), "nace", "C") {
		t.Error("HasCode holds only for codes that the region names")
	}
}

func TestListsOfARegion(t *testing.T) {
	r := at("BE1")
	r.Topics = []string{"research"}
	r.Organisations = []region.Organisation{{Name: "a", Kind: "x"}, {Name: "b"}, {Name: "c", Kind: "x"}}
	if !HasTopic(r, "research") || HasTopic(r, "prevention") {
		t.Error("HasTopic")
	}
	for kind, want := range map[string]int{"x": 2, "": 1, "y": 0} {
		if got := OrganisationsOf(r, kind); len(got) != want {
			t.Errorf("OrganisationsOf(%q) = %v", kind, got)
		}
	}
	r.Figures = map[string][]region.Figure{"a": {figure(1, 2019), {Year: 2040}}, "b": {figure(1, 2020)}}
	if newestYear([]*region.Region{r, at("BE2")}) != 2020 || newestYear(nil) != 0 {
		t.Error("newestYear counts values only")
	}
	a := made(t, at("BE2"), r)
	for what, got := range map[string][]*region.Region{"covering": a.Covering("research"), "with a kind": a.WithKind("x"), "without a kind": a.WithKind("")} {
		if codes(got) != "BE1" {
			t.Errorf("%s: %q", what, codes(got))
		}
	}
	if a.Covering("prevention") != nil || a.WithKind("y") != nil || a.Organisations("x") != 2 || a.Organisations("") != 1 || a.Organisations("y") != 0 {
		t.Error("the index holds what no region says")
	}
}
