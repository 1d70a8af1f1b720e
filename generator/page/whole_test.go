package page

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/region"
)

// A page that asks a region for too few parts would show facts as not reported.
// So every page is made twice: from regions of which only the parts are filled
// that it asks for, and from whole ones. Nothing may differ.
func TestNoPageForgetsAPart(t *testing.T) {
	edition, regions := published(t)
	edition.Site.Pictures, edition.Site.Address = true, "https://example.org/"
	shared := newSetting(edition, realLand(t), "p{}")
	c := chance{rand.New(rand.NewPCG(21, 5)), edition, []string{"BE1", "BE2", "DE", "DE1", "PL9", "PT20", "FI19", "NL41"}}
	var few, crowd []*region.Region
	for _, code := range c.codes {
		few = append(few, c.filled(code))
	}
	for i := range mostPlaces + 30 {
		r := c.filled(fmt.Sprintf("%s%03d", []string{"BE", "DE", "PL"}[i%3], i/3))
		r.Shape = region.Shape{Code: c.codes[i%len(c.codes)]}
		crowd = append(crowd, r)
	}
	for name, list := range map[string][]*region.Region{"published": regions, "every field": few, "a crowd": crowd} {
		t.Run(name, func(t *testing.T) { sameFromWholeRegions(t, shared, atlas.Entries(region.NewCodec(edition), list)) })
	}
}

func sameFromWholeRegions(t *testing.T, s *setting, entries []*atlas.Entry) {
	t.Helper()
	var whole []*atlas.Entry
	for _, e := range entries {
		whole = append(whole, e.Whole())
	}
	_, faults := atlas.New(s.edition, entries, s.land)
	if _, wanted := atlas.New(s.edition, whole, s.land); !reflect.DeepEqual(faults, wanted) {
		t.Fatalf("%d faults, from whole regions %d", len(faults), len(wanted))
	}
	p, wanted := plannerOf(s, entries), plannerOf(s, whole)
	if p == nil {
		t.Fatal(faults)
	}
	want := map[string]any{}
	for page := range wanted.Pages() {
		want[page.Address] = page.Make()
	}
	n := 0
	for page := range p.Pages() {
		if n++; !reflect.DeepEqual(page.Make(), want[page.Address]) {
			t.Errorf("%s differs when it is made from whole regions", page.Address)
		}
	}
	if n != len(want) || n < 5*len(entries)/2 {
		t.Errorf("%d pages, from whole regions %d", n, len(want))
	}
}
