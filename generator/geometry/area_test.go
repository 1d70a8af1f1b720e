package geometry

import "testing"

// A ring has the area of its points, whether these are put end to end or not.
func TestAreaArcByArc(t *testing.T) {
	for _, d := range []*Drawing{tiny(t).Draw(tinyFrame(), 1000), europe(t).Draw(EuropeFrame(400), 20_000)} {
		rings := 0
		for _, f := range d.top.features {
			for _, refs := range f.rings {
				rings++
				if got, want := d.area2(refs), area2(d.ring(refs)); got != want {
					t.Fatalf("a ring of %s has twice the area %d, want %d", f.id, got, want)
				}
			}
		}
		if rings == 0 {
			t.Error("no rings")
		}
	}
}
