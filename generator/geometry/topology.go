package geometry

import (
	"math"
	"strings"
)

// place is a position in the plane of the map file: metres of EPSG:3035 for
// Europe, degrees of longitude and latitude for the overseas file.
type place struct{ x, y float64 }

// arc is a piece of border between two nodes, shared by the features beside it.
type arc struct {
	places []place
	// weight says how much the picture loses when a point goes: its weighted
	// effective area (see weigh). The ends have an infinite weight.
	weight   []float64
	swept    float64 // its share of the area of a ring, see sweep
	from, to int     // nodes, i.e. numbers of distinct end points
	users    []int   // features that have this arc in a ring, ascending
}

// feature is one drawable unit: a NUTS region, or grey context when its id
// begins with an underscore.
type feature struct {
	id, country, approximate string
	rings                    [][]int // arc references; a reference r < 0 is arc ^r backwards
}

func (f feature) coded() bool { return !strings.HasPrefix(f.id, "_") }

// Topology is a map whose features share their borders. It is made by
// ReadTopology and never changes.
type Topology struct {
	arcs     []arc
	features []feature // by id, ascending
}

// arcOf returns the arc number of a reference.
func arcOf(ref int) int {
	if ref < 0 {
		return ^ref
	}
	return ref
}

// ends returns the nodes where a reference starts and stops.
func (t *Topology) ends(ref int) (from, to int) {
	a := t.arcs[arcOf(ref)]
	if ref < 0 {
		return a.to, a.from
	}
	return a.from, a.to
}

// bounds returns the smallest rectangle around the main rings of some features,
// in the units of the map.
func (t *Topology) bounds(features []int) (low, high place) {
	low, high = place{farthest, farthest}, place{-farthest, -farthest}
	for _, f := range features {
		for _, ring := range t.mainRings(t.features[f].rings) {
			for _, ref := range ring {
				for _, p := range t.arcs[arcOf(ref)].places {
					low = place{min(low.x, p.x), min(low.y, p.y)}
					high = place{max(high.x, p.x), max(high.y, p.y)}
				}
			}
		}
	}
	return low, high
}

// mainRings returns the rings of at least a hundredth of the largest one's area: without
// the islets far out that would make the rest of a picture small.
func (t *Topology) mainRings(rings [][]int) [][]int {
	most := math.Abs(t.area(t.largest(rings)))
	var kept [][]int
	for _, ring := range rings {
		if math.Abs(t.area(ring)) >= most/100 {
			kept = append(kept, ring)
		}
	}
	return kept
}

// largest returns the ring with the largest area; there must be at least one.
func (t *Topology) largest(rings [][]int) []int {
	best, most := rings[0], -1.0
	for _, ring := range rings {
		if a := math.Abs(t.area(ring)); a > most {
			best, most = ring, a
		}
	}
	return best
}

// area is the signed area of a ring, in square units of the map.
func (t *Topology) area(ring []int) float64 {
	sum := 0.0
	for _, ref := range ring {
		if ref < 0 {
			sum -= t.arcs[^ref].swept
		} else {
			sum += t.arcs[ref].swept
		}
	}
	return sum
}

// sweep is the signed area between a line and the origin; summed over a
// ring it is the ring's area.
func sweep(line []place) float64 {
	sum := 0.0
	for i := 1; i < len(line); i++ {
		sum += line[i-1].x*line[i].y - line[i].x*line[i-1].y
	}
	return sum / 2
}
