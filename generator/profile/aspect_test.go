package profile

import (
	"testing"

	"regional-atlas/generator/region"
)

// A region that says nothing is silent in every aspect but where it lies, and what it
// says is found in its aspect.
func TestAspects(t *testing.T) {
	full := at("BE2")
	full.Figures = map[string][]region.Figure{"population": {{Value: region.Value{Number: 5, Given: true}, Year: 2019}}}
	full.Memberships = map[string]region.Membership{"errin": {Status: "yes"}}
	full.Cooperation = region.Cooperation{Looking: "yes", Partners: []string{"Germany", "germany"}}
	full.Topics = []string{"research"}
	full.Codes = map[string][]string{"nace": {"C.21"}}
	full.Evaluation = map[string]string{"need": "high"}
	full.Initiatives = []region.Initiative{{Title: "One"}, {Title: "Two", Kind: "x"}}
	a := made(t, at("BE1"), full)
	got := map[string]int{}
	for _, aspect := range a.Aspects() {
		if _, twice := got[aspect.Key]; twice {
			t.Errorf("%s stands for two aspects", aspect.Key)
		}
		got[aspect.Key] = len(aspect.Says(a.Region("BE2")).Keys)
		if said := aspect.Says(a.Region("BE1")); said.IsReported() && aspect.Section != "place" && aspect.Section != "neighbours" {
			t.Errorf("the empty region says %v of %s", said.Keys, aspect.Key)
		}
	}
	for key, want := range map[string]int{"figures.population": 1, "memberships.errin": 1, "memberships.cebr": 0, "collaboration": 1,
		"partners": 1, "topics": 1, "codes.nace": 1, "evaluation.need": 1, "initiatives": 2, "documents": 0, "neighbours": 1} {
		if got[key] != want {
			t.Errorf("%s: %d keys, want %d", key, got[key], want)
		}
	}
}
