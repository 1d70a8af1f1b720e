package carto

import (
	"math"
	"slices"
	"testing"

	"regional-atlas/generator/geometry"
)

// On a map of many regions no ring lies on another, and neither there nor on one of few
// does the line to a name cross another line or name.
func TestNothingTangles(t *testing.T) {
	for _, n := range []int{30, 250} {
		p := onEurope(t, someRegions(t, n)...)
		m := p.Index()
		var rings []*Mark
		for _, place := range m.Places {
			if place.Mark == nil || !place.Mark.Ring || n <= tabStops {
				continue
			}
			for _, o := range rings {
				if apart := math.Hypot(float64(o.X-place.Mark.X), float64(o.Y-place.Mark.Y)); apart < float64(2*o.R) {
					t.Errorf("of %d regions the ring of %s lies on another", n, place.Code)
				}
			}
			rings = append(rings, place.Mark)
		}
		if len(m.Callouts) == 0 {
			t.Errorf("of %d regions none is called out", n)
		}
		for i, c := range m.Callouts {
			for _, o := range m.Callouts[:i] {
				if c.meets(o) || overlapsAny(c.box, []geometry.Box{o.box}) || c.crosses([]geometry.Box{o.box}) {
					t.Errorf("of %d regions %s and %s are tangled", n, c.Text, o.Text)
				}
			}
		}
	}
}

// Circles become smaller where there are many, lie with the small ones on top, and few
// are hidden by others; the legend follows.
func TestManyCirclesStayApart(t *testing.T) {
	few, many := onEurope(t, "BE2", "PL22", "PT16"), onEurope(t, someRegions(t, 250)...)
	largest := map[int]int{}
	for n, p := range map[int]*Maps{3: few, 250: many} {
		m := p.Index()
		byFalling := func(a, b Total) int { return b.R - a.R }
		if !slices.IsSortedFunc(m.Totals, byFalling) {
			t.Errorf("of %d circles a small one lies below a large one", n)
		}
		largest[n] = m.Totals[0].R
		for _, v := range m.Views {
			if len(v.Sizes) > 0 && v.Sizes[0].R > largest[n] {
				t.Errorf("the legend of %d circles has one of %d, the map of at most %d", n, v.Sizes[0].R, largest[n])
			}
		}
		d := p.drawingOf("", p.wide, p.scene.views...)
		for i := range p.scene.views {
			v := &p.scene.views[i]
			if merged := d.circlesOf(v).merged(float64(d.largestCircle(v))); v.totals && merged > .08 {
				t.Errorf("of %d circles %.2f are hidden", n, merged)
			}
		}
	}
	if largest[3] != few.wide.largest || largest[250] >= largest[3] {
		t.Errorf("the largest circles are %v", largest)
	}
}

// A place in a box of its own has its circle there, and one of nothing is still seen.
func TestCirclesOfInsets(t *testing.T) {
	m := onEurope(t, "PT16", "PT30").Index()
	at := slices.IndexFunc(m.Totals, func(c Total) bool { return c.Of == "regions/pt30.html" })
	if at < 0 || m.Totals[at].Y < m.GroundHeight || m.Totals[at].X < m.Insets[0].X {
		t.Errorf("%+v beside the box %+v", m.Totals, m.Insets)
	}
}
