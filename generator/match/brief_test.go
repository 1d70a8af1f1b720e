package match

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

func meeting() *region.Edition {
	e := edition()
	e.NetworkGroups = []region.Term{term("all")}
	net := func(key string, area bool) region.Network {
		return region.Network{Term: term(key), Group: "all", Area: area}
	}
	e.Networks = []region.Network{net("errin", false), net("cebr", false), net("genome", false), net("danube", true),
		{Term: term("mountain"), Group: "all", Categories: []region.Term{term("mixed"), term("flat")}}}
	e.Topics = []region.Term{term("research"), term("prevention"), term("data")}
	e.InitiativeKinds = []region.Term{term("biobank"), term("network")}
	e.Classifications = []region.Classification{{Term: term("nace"),
		Labels: map[string]string{"G": "", "G.1": "", "I": "", "I.54": "", "I.59": "", "M": "", "M.72": "", "M.73": ""}}}
	return e
}

func answers(r *region.Region, status ...string) *region.Region {
	r.Memberships = map[string]region.Membership{}
	for i, key := range []string{"errin", "cebr", "genome", "danube", "mountain"}[:len(status)] {
		r.Memberships[key] = region.Membership{Status: status[i]}
	}
	return r
}

// kinds says how two regions stand to each network.
func kinds(list []Standing) string {
	var out []string
	for _, s := range list {
		out = append(out, fmt.Sprintf("%s %d", s.Network.Key, s.Kind))
	}
	return fmt.Sprint(out)
}

func TestBriefTellsNetworksFromPlaces(t *testing.T) {
	a := resolved(t, meeting(), answers(with("BE1"), "yes", "yes", "country-level member", "yes", "flat"),
		answers(with("BE2"), "part", "no", "country-level observer", "yes", "flat"), answers(with("PL2"), "no", "not reported", "yes", "no", "mixed"))
	s := NewShared(a)
	for pair, want := range map[[2]string][2]string{
		{"BE1", "BE2"}: {"[errin 0 cebr 2 genome 1]", "[danube 0 mountain 0]"},
		{"BE2", "BE1"}: {"[errin 0 cebr 2 genome 1]", "[danube 0 mountain 0]"},
		{"BE1", "PL2"}: {"[errin 2 cebr 4 genome 3]", "[danube 2]"},
	} {
		b := s.Brief(a.Region(pair[0]), a.Region(pair[1]))
		if got := [2]string{kinds(b.Networks), kinds(b.Areas)}; got != want {
			t.Errorf("%v: %v, want %v", pair, got, want)
		}
	}
}

// The example of the page on any two regions, worked by hand: 13 answered, 9 or 1 of them
// members. Countries are counted among nobody.
func TestSharedNetworksWeighByThoseThatAnswered(t *testing.T) {
	var regions []*region.Region
	for n := range 13 {
		errin, cebr := "no", "no"
		if n < 9 {
			errin = "yes"
		}
		if n == 0 {
			cebr = "yes"
		}
		regions = append(regions, answers(with(fmt.Sprintf("BE%c", 'A'+n)), errin, cebr))
	}
	regions = append(regions, answers(with("BEZ")), answers(with("PL"), "yes", "yes"))
	s := NewShared(resolved(t, meeting(), regions...))
	if !within(s.networks[0], 0.56) || !within(s.networks[1], 3.22) || !within(s.networks[0]+s.networks[1], 3.78) {
		t.Errorf("%.3f and %.3f bits", s.networks[0], s.networks[1])
	}
}

func within(x, want float64) bool { return math.Abs(x-want) < 0.005 }

func TestBriefFindsCodesOneLevelUp(t *testing.T) {
	one, two := with("BE1"), with("BE2")
	one.Codes = map[string][]string{"nace": {"G", "I.54", "I.59", "M.72"}}
	two.Codes = map[string][]string{"nace": {"G", "G.1", "I.59", "M.73"}}
	a := resolved(t, meeting(), one, two)
	codes := NewShared(a).Brief(a.Region("BE1"), a.Region("BE2")).Overlap.Codes
	if len(codes) != 1 || fmt.Sprint(codes[0].Exact, codes[0].Above) != "[G I.59] [I M]" {
		t.Errorf("%+v", codes)
	}
}

// The same initiative ties, a programme that anybody may take part in does not, and a
// partner that is named ties whoever is meant.
func TestBriefTies(t *testing.T) {
	one, two := with("BE1"), with("BE2")
	one.Name, two.Name = "Brussels", "Flanders"
	one.Initiatives = []region.Initiative{{Title: "Biobank Campus"}, {Title: "Horizon 2020"}, {Title: "Common work", Partners: []string{"Flanders"}}}
	two.Initiatives = []region.Initiative{{Title: "biobank campus", Link: "https://example.org"}, {Title: "Horizon 2020"}}
	one.Represented = []region.Representation{{Title: "Horizon 2020"}, {Title: "BIONIC", Within: "Horizon 2020"}}
	two.Represented = []region.Representation{{Title: "Horizon 2020"}, {Title: "Bionic", Within: "Horizon 2020"}}
	a := resolved(t, meeting(), one, two)
	var got []string
	for _, tie := range NewShared(a).Brief(a.Region("BE1"), a.Region("BE2")).Ties {
		got = append(got, fmt.Sprintf("%s %d %t", tie.Title, tie.Kind, tie.By == nil))
	}
	if want := []string{"Biobank Campus 0 true", "BIONIC 1 true", "Common work 3 false"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// The list of partners counts what ties two regions as their brief does, whatever is
// named twice.
func TestPartnersCountTies(t *testing.T) {
	one, two := with("BE1"), with("BE2")
	one.Name, two.Name = "Brussels", "Flanders"
	one.Topics, two.Topics = []string{"research"}, []string{"research"}
	one.Initiatives = []region.Initiative{{Title: "Biobank", Partners: []string{"Flanders", "Flanders"}},
		{Title: "biobank"}}
	two.Initiatives = []region.Initiative{{Title: "Biobank"}, {Title: "Data", Partners: []string{"Brussels"}}}
	a := resolved(t, meeting(), one, two, with("BE3"))
	s := NewShared(a)
	partners := s.Partners(a.Region("BE1"), 9)
	ties := s.Brief(a.Region("BE1"), a.Region("BE2")).Ties
	if len(ties) != 3 || len(partners) != 1 || partners[0].Ties != len(ties) {
		t.Errorf("ties %+v, partners %+v", ties, partners)
	}
}

func TestListsNeverSayLacks(t *testing.T) {
	one, two, silent := with("BE1"), with("BE2"), with("BE3")
	one.Topics, two.Topics = []string{"research", "data"}, []string{"research"}
	one.Initiatives, two.Initiatives = []region.Initiative{{Title: "x", Kind: "biobank"}}, []region.Initiative{{Title: "y", Kind: "network"}}
	a := resolved(t, meeting(), one, two, silent)
	s := NewShared(a)
	lists := s.Brief(a.Region("BE1"), a.Region("BE2")).Lists
	if l := lists[0]; l.SilentA || l.SilentB || len(l.OnlyA) != 1 || l.OnlyA[0].Key != "data" || len(l.OnlyB) != 0 || len(l.Both) != 1 {
		t.Errorf("topics: %+v", l)
	}
	if l := lists[1]; len(l.OnlyA) != 1 || len(l.OnlyB) != 1 {
		t.Errorf("initiatives: %+v", l)
	}
	if l := s.Brief(a.Region("BE1"), a.Region("BE3")).Lists[0]; !l.SilentB {
		t.Errorf("a region that reports no topics lists some: %+v", l)
	}
}

// A network that few of those that answered are in weighs more; silence does not make it
// rarer; places do not count.
func TestPartnersWeighByAnswers(t *testing.T) {
	a := resolved(t, meeting(), answers(with("BE1"), "yes", "yes", "not reported", "yes"), answers(with("BE2"), "yes", "no"),
		answers(with("BE3"), "yes", "yes"), answers(with("PL2"), "yes", "no", "not reported", "yes"), answers(with("PL3"), "no"),
		answers(with("PL4"), "not reported"))
	s := NewShared(a)
	partners := s.Partners(a.Region("BE1"), 9)
	var got []string
	for _, p := range partners {
		got = append(got, p.Region.Code)
	}
	if !slices.Equal(got, []string{"BE3", "BE2", "PL2"}) {
		t.Errorf("partners %v", got)
	}
	// ERRIN: 4 of 5 that answered; CEBR: 2 of 4.
	if want := bits(4, 5) + bits(2, 4); !near(partners[0].Bits, want) || !near(bits(2, 4), 1) {
		t.Errorf("%v bits, want %v", partners[0].Bits, want)
	}
	if len(s.Partners(a.Region("BE1"), 1)) != 1 {
		t.Error("more than asked for")
	}
}

func TestWorksOnTheSame(t *testing.T) {
	one, two, three := with("BE1"), with("BE2"), with("PL2")
	one.Topics, two.Topics, three.Topics = []string{"research", "data"}, []string{"research"}, []string{"data", "research"}
	a := resolved(t, meeting(), one, two, three, with("PL3"))
	list := NewShared(a).WorksOn(a.Region("BE1"), 5)
	if len(list) != 2 || list[0].Region.Code != "PL2" || len(list[0].Topics) != 2 {
		t.Errorf("%+v", list)
	}
	var none *profile.Region = a.Region("PL3")
	if len(NewShared(a).WorksOn(none, 5)) != 0 {
		t.Error("a silent region works on the same as others")
	}
}
