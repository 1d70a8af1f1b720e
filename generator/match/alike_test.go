package match

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/prose"
	"regional-atlas/generator/region"
)

// anywhere is a map that draws every code, and on which none touch.
type anywhere struct{}

func (anywhere) IsNear(string, float64, float64) bool    { return true }
func (anywhere) Draws(string) bool                       { return true }
func (anywhere) Nearby(string) []string                  { return nil }
func (anywhere) Neighbours([]string) map[string][]string { return nil }

func term(key string) region.Term { return region.Term{Key: key, Name: "The " + key} }

func edition() *region.Edition {
	return &region.Edition{Countries: []region.Country{{Code: "BE", Name: "Belgium"}, {Code: "PL", Name: "Poland"}},
		Indicators: []region.Indicator{
			{Term: term("people"), Kind: region.Total, Alike: region.Log},
			{Term: term("age"), Kind: region.Share, Alike: "linear"},
			{Term: term("rain"), Kind: region.Ratio},
		}}
}

// with is a region with values of the first indicators; NaN stands for not reported.
func with(code string, values ...float64) *region.Region {
	r := &region.Region{File: code + ".md", Code: code, Name: code, Figures: map[string][]region.Figure{}}
	for i, key := range []string{"people", "age"}[:len(values)] {
		if !math.IsNaN(values[i]) {
			r.Figures[key] = []region.Figure{{Value: region.Value{Number: values[i], Given: true}, Year: 2020}}
		}
	}
	return r
}

func resolved(t *testing.T, e *region.Edition, regions ...*region.Region) *profile.Atlas {
	t.Helper()
	a, faults := atlas.New(e, regions, anywhere{})
	if a == nil {
		t.Fatalf("faults: %+v", faults)
	}
	return profile.New(a, func(*region.Region) prose.Text { return prose.Text{} })
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

// The example of the method page, worked by hand: a million and ten million people,
// 20 and 17 % of them old. The logarithms 6, 7 and 6.5 have a deviation of 0.5, the
// shares 20, 17 and 14 one of 3. So the two differ by 2 and by 1, and are 1.5 apart.
func TestWorkedExample(t *testing.T) {
	a := resolved(t, edition(), with("BE1", 1_000_000, 20), with("BE2", 10_000_000, 17), with("BE3", math.Pow(10, 6.5), 14))
	x := NewAlike(a)
	if v := x.Variables; len(v) != 2 || !near(v[0].Spread, 0.5) || !near(v[1].Spread, 3) || !near(v[0].Mean, 4.0/3) || !near(v[1].Most, 2) {
		t.Fatalf("variables %+v", x.Variables)
	}
	peers := x.Peers(a.Region("BE1"), 9)
	at := slices.IndexFunc(peers, func(p Peer) bool { return p.Region.Code == "BE2" })
	if p := peers[at]; !near(p.Distance, 1.5) || !near(p.Shares[0].Adds, 1) || !near(p.Shares[1].Adds, 0.5) || !p.IsSure() {
		t.Errorf("BE2 is %+v", p)
	}
}

// What is not reported counts as the mean difference: it neither helps nor harms, and
// the places that the region could have are said.
func TestSilenceIsNeitherRewardNorPunishment(t *testing.T) {
	nothing := math.NaN()
	a := resolved(t, edition(), with("BE1", 1e6, 20), with("BE2", 1e6, nothing), with("BE3", 1e6, 20.1), with("PL2", 9e6, 11),
		with("PL3", 2e6, 25), with("PL4", nothing, nothing))
	x := NewAlike(a)
	peers := x.Peers(a.Region("BE1"), 9)
	if len(peers) != 4 || peers[0].Region.Code != "BE3" {
		t.Fatalf("peers %+v", peers)
	}
	at := slices.IndexFunc(peers, func(p Peer) bool { return p.Region.Code == "BE2" })
	p := peers[at]
	if p.IsSure() || !near(p.Distance, x.Variables[1].Mean/2) || p.From != 1 || p.To <= at {
		t.Errorf("BE2, which is silent on age, is %+v", p)
	}
	if x.IsComparable(a.Region("PL4")) || len(x.Peers(a.Region("PL4"), 9)) != 0 {
		t.Error("a region that reports nothing is compared")
	}
}

func TestCountriesAreNoPeers(t *testing.T) {
	a := resolved(t, edition(), with("BE", 1e7, 18), with("BE1", 1e6, 20), with("BE2", 2e6, 21), with("PL2", 3e6, 22))
	x := NewAlike(a)
	for _, p := range x.Peers(a.Region("BE1"), 9) {
		if p.Region.Code == "BE" {
			t.Error("a country is a peer")
		}
	}
	if x.IsComparable(a.Region("BE")) {
		t.Error("a country has peers")
	}
}

// Distances are the same both ways, shares add up to them, the nearest come first, and
// places hold the place.
func TestDistancesHold(t *testing.T) {
	source := rand.New(rand.NewPCG(1, 12))
	var regions []*region.Region
	for i := range 60 {
		people, age := math.Pow(10, 5+2*source.Float64()), 10+15*source.Float64()
		if source.IntN(5) == 0 {
			age = math.NaN()
		}
		regions = append(regions, with(fmt.Sprintf("BE%02d", i), people, age))
	}
	a := resolved(t, edition(), regions...)
	x := NewAlike(a)
	distances := map[[2]string]float64{}
	for _, r := range a.Regions() {
		last := 0.0
		for n, p := range x.Peers(r, 100) {
			sum := 0.0
			for _, s := range p.Shares {
				sum += s.Adds
			}
			if !near(sum, p.Distance) || p.Distance < last || p.From > n+1 || p.To < n+1 {
				t.Fatalf("%s: peer %d %+v", r.Code, n, p)
			}
			last = p.Distance
			distances[[2]string{r.Code, p.Region.Code}] = p.Distance
		}
	}
	for pair, d := range distances {
		if back := distances[[2]string{pair[1], pair[0]}]; !near(back, d) {
			t.Errorf("%v is %v there and %v back", pair, d, back)
		}
	}
	if x.Closer(0) != 0 || x.Closer(100) != 1 {
		t.Error("a share of pairs is none")
	}
}

func TestOutsidersAreLikeMembers(t *testing.T) {
	a := resolved(t, edition(), with("BE1", 1e6, 20), with("BE2", 1.1e6, 20), with("BE3", 9e6, 11), with("PL2", 2e6, 25), with("PL3"))
	x := NewAlike(a)
	list := x.Outsiders([]*profile.Region{a.Region("BE2"), a.Region("BE3"), a.Region("PL3")}, []*profile.Region{a.Region("BE1"), a.Region("PL2")}, 5)
	if len(list) != 1 || list[0].Region.Code != "BE2" || list[0].Member.Code != "BE1" {
		t.Errorf("%+v", list)
	}
	if len(x.Outsiders(a.Regions(), nil, 5)) != 0 {
		t.Error("nobody is like the members of a network without any")
	}
}
