package carto

import (
	"testing"

	"regional-atlas/generator/region"
)

// A total below zero has a circle of its own size and sign, and a size in the
// legend; one of nothing is a dot.
func TestTotalsBelowZero(t *testing.T) {
	set := func(regions map[string]*region.Region) {
		for code, n := range map[string]float64{"BE2": -4000, "PL22": 0, "PT16": 8000} {
			regions[code].Figures["population"][0].Value.Number = n
		}
	}
	m := europeWith(t, set, "BE2", "PL22", "PT16").Index()
	radius := map[string]Total{}
	for _, c := range m.Totals {
		radius[c.Of] = c
	}
	below, zero, most := radius["regions/be2.html"], radius["regions/pl22.html"], radius["regions/pt16.html"]
	if !below.Below || zero.Below || most.Below || zero.R != 4 || below.R <= zero.R || below.R >= most.R {
		t.Errorf("%+v, %+v, %+v", below, zero, most)
	}
	var sizes []Size
	for _, v := range m.Views {
		sizes = append(sizes, v.Sizes...)
	}
	if last := sizes[len(sizes)-1]; len(sizes) != 3 || !last.Below || last.Label != "−800" {
		t.Errorf("%+v", sizes)
	}
}
