package carto

import (
	"fmt"
	"slices"
	"testing"

	"regional-atlas/generator/region"
)

// Eight categories have eight signs, and so have eight classes in their order and all
// statuses together.
func TestEveryClassHasASignOfItsOwn(t *testing.T) {
	p := onEurope(t, "BE1", "BE2", "PL22")
	n := region.Network{Term: region.Term{Key: "kind", Name: "Kind"}}
	for i := range 12 {
		n.Categories = append(n.Categories, region.Term{Key: fmt.Sprint("k", i), Name: fmt.Sprint("Kind ", i)})
	}
	v, _ := p.answerClasses(&n)
	if distinct(v.shades) != 12 || len(stripesOf([]view{v})) != 6 {
		t.Errorf("categories have the shades %v", v.shades)
	}
	for n := 1; n <= 10; n++ {
		var shades []string
		for class := range n {
			shades = append(shades, rankShade(class, n))
		}
		if distinct(shades) != n || shades[0] != "c0" {
			t.Errorf("%d classes have the shades %v", n, shades)
		}
	}
	var statuses []string
	for _, s := range region.Statuses() {
		if s.Key != region.NotReported {
			statuses = append(statuses, statusShade(s.Key))
		}
	}
	if distinct(append(statuses, "n")) != len(region.Statuses()) {
		t.Errorf("statuses have the shades %v", statuses)
	}
}

func distinct(list []string) int {
	return len(slices.Compact(slices.Sorted(slices.Values(list))))
}
