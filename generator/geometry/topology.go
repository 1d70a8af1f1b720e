package geometry

import (
	"math"
	"slices"
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

// isOver holds for an area with a code of its own, as NL-0363, which lies over those of
// NUTS.
func (f feature) isOver() bool { return strings.Contains(f.id, "-") }

// Topology is a map whose features share their borders. It is made by
// ReadTopology and never changes.
type Topology struct {
	arcs     []arc
	nodes    int       // how many; their numbers begin at 0
	features []feature // by id, ascending
	credit   string    // the makers of its boundaries, "" where the file names none
}

// Credit names the makers of the boundaries, "" where the file names none.
func (t *Topology) Credit() string { return t.credit }

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

// Over lays a map over another in the same units: the areas of the map below are drawn
// as they were, but those that an area above has, divides or holds are only land around.
func (t *Topology) Over(below *Topology) *Topology {
	both := &Topology{credit: t.credit, arcs: slices.Clone(t.arcs), features: slices.Clone(t.features),
		nodes: t.nodes + below.nodes}
	for _, a := range below.arcs {
		a.from, a.to, a.users = a.from+t.nodes, a.to+t.nodes, nil
		both.arcs = append(both.arcs, a)
	}
	for _, f := range below.features {
		if f.coded() && t.claims(f.id) {
			f.id = "_" + f.id
		}
		f.rings = shifted(f.rings, len(t.arcs))
		both.features = append(both.features, f)
	}
	slices.SortFunc(both.features, func(a, b feature) int { return strings.Compare(a.id, b.id) })
	for i := range both.arcs {
		both.arcs[i].users = nil
	}
	both.markUsers()
	return both
}

// claims reports whether the map has the area of a code, a part of it, or one around it.
func (t *Topology) claims(code string) bool {
	return slices.ContainsFunc(t.features, func(f feature) bool {
		return strings.HasPrefix(f.id, code) || len(f.id) > 2 && strings.HasPrefix(code, f.id)
	})
}

// shifted are rings whose arcs have numbers so much higher.
func shifted(rings [][]int, by int) [][]int {
	list := make([][]int, len(rings))
	for i, ring := range rings {
		list[i] = make([]int, len(ring))
		for n, ref := range ring {
			if list[i][n] = ref + by; ref < 0 {
				list[i][n] = ref - by
			}
		}
	}
	return list
}
