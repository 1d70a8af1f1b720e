package geometry

import (
	"cmp"
	"encoding/json"
	"math"
	"slices"
)

// join makes one of the areas of a code: arcs between two of them go.
func (l *loom) join() {
	for f, rings := range l.features {
		used := map[int]bool{}
		for _, ref := range slices.Concat(rings...) {
			used[ref] = true
		}
		if !slices.ContainsFunc(slices.Concat(rings...), func(ref int) bool { return used[^ref] }) {
			continue
		}
		refs := slices.DeleteFunc(slices.Concat(rings...), func(ref int) bool { return used[^ref] })
		l.features[f] = l.closed(refs)
	}
}

// closed joins arcs to closed rings.
func (l *loom) closed(refs []int) [][]int {
	at := map[knot][]int{} // the arcs that begin there
	for _, ref := range refs {
		from, _ := l.ends(ref)
		at[from] = append(at[from], ref)
	}
	used := map[int]bool{}
	var rings [][]int
	for _, ref := range refs {
		var ring []int
		start, _ := l.ends(ref)
		for next := ref; !used[next]; {
			used[next] = true
			ring = append(ring, next)
			_, end := l.ends(next)
			i := slices.IndexFunc(at[end], func(r int) bool { return !used[r] })
			if end == start || i < 0 {
				break
			}
			next = at[end][i]
		}
		if ring != nil {
			rings = append(rings, ring)
		}
	}
	return rings
}

func (l *loom) ends(ref int) (from, to knot) {
	a := l.arcs[arcOf(ref)]
	if ref < 0 {
		return a[len(a)-1], a[0]
	}
	return a[0], a[len(a)-1]
}

// simplify drops places that are not worth keeping, but not where an area would lose its
// shape by that: there all stay.
func (l *loom) simplify() {
	whole := slices.Clone(l.arcs)
	for i := range l.arcs {
		l.arcs[i] = l.simple(whole[i])
	}
	for _, rings := range l.features {
		full := loom{unit: l.unit, arcs: whole}
		largest := slices.MaxFunc(rings, func(a, b []int) int {
			return cmp.Compare(math.Abs(full.area(a)), math.Abs(full.area(b)))
		})
		want, got := math.Abs(full.area(largest)), math.Abs(l.area(largest))
		if got > want*0.67 && got < want*1.5 {
			continue
		}
		for _, ref := range largest {
			l.arcs[arcOf(ref)] = whole[arcOf(ref)]
		}
	}
}

// simple is an arc with the places that are worth keeping.
func (l *loom) simple(knots []knot) []knot {
	line := make([]place, len(knots))
	for i, k := range knots {
		line[i] = place{float64(k[0]) * l.unit, float64(k[1]) * l.unit}
	}
	weight, least := new(queue).weigh(line), threshold(l.detail)
	var kept []knot
	for i, k := range knots {
		if weight[i] >= least {
			kept = append(kept, k)
		}
	}
	return kept
}

// dropIslets drops islands and lakes that are smaller than the detail and of one area
// alone; the largest part of each code stays.
func (l *loom) dropIslets() {
	uses := l.uses()
	for f, rings := range l.features {
		largest := 0
		areas := make([]float64, len(rings))
		for i, ring := range rings {
			if areas[i] = math.Abs(l.area(ring)); areas[i] > areas[largest] {
				largest = i
			}
		}
		var kept [][]int
		for i, ring := range rings {
			isAlone := len(ring) == 1 && uses[arcOf(ring[0])] == 1
			if i == largest || !isAlone || areas[i] >= 2*l.detail*l.detail {
				kept = append(kept, ring)
			}
		}
		l.features[f] = kept
	}
}

// uses counts how many rings have an arc.
func (l *loom) uses() []int {
	uses := make([]int, len(l.arcs))
	for _, rings := range l.features {
		for _, ref := range slices.Concat(rings...) {
			uses[arcOf(ref)]++
		}
	}
	return uses
}

// shared counts the arcs that two rings have.
func (l *loom) shared() int {
	n := 0
	for _, uses := range l.uses() {
		if uses > 1 {
			n++
		}
	}
	return n
}

// area is the signed area of a ring in square metres.
func (l *loom) area(ring []int) float64 {
	var knots []knot
	for _, ref := range ring {
		a := l.arcs[arcOf(ref)]
		if ref < 0 {
			a = slices.Clone(a)
			slices.Reverse(a)
		}
		knots = append(knots, a[:len(a)-1]...)
	}
	return sweptBy(knots) / 2 * l.unit * l.unit
}

// wovenFile is a map as TopoJSON; the credit is a member of ours.
type wovenFile struct {
	Type      string                 `json:"type"`
	Credit    string                 `json:"credit"`
	Transform wovenTransform         `json:"transform"`
	Objects   map[string]wovenObject `json:"objects"`
	Arcs      [][]knot               `json:"arcs"`
}

type wovenTransform struct {
	Scale     [2]float64 `json:"scale"`
	Translate [2]float64 `json:"translate"`
}

type wovenObject struct {
	Type       string         `json:"type"`
	Geometries []wovenFeature `json:"geometries"`
}

type wovenFeature struct {
	Type string    `json:"type"`
	ID   string    `json:"id"`
	Arcs [][][]int `json:"arcs"`
}

// encode writes the map, with the arcs that are used.
func (l *loom) encode(credit string) ([]byte, error) {
	f := wovenFile{Type: "Topology", Credit: credit,
		Transform: wovenTransform{Scale: [2]float64{l.unit, l.unit}}}
	number := make([]int, len(l.arcs))
	for i, n := range l.uses() {
		if n > 0 {
			number[i] = len(f.Arcs)
			f.Arcs = append(f.Arcs, stepsOf(l.arcs[i]))
		}
	}
	object := wovenObject{Type: "GeometryCollection"}
	for n, rings := range l.features {
		feature := wovenFeature{Type: "MultiPolygon", ID: l.codes[n]}
		for _, ring := range rings {
			numbered := make([]int, len(ring))
			for i, ref := range ring {
				if numbered[i] = number[arcOf(ref)]; ref < 0 {
					numbered[i] = ^numbered[i]
				}
			}
			if last := len(feature.Arcs) - 1; last >= 0 && l.area(ring) < 0 { // a hole
				feature.Arcs[last] = append(feature.Arcs[last], numbered)
				continue
			}
			feature.Arcs = append(feature.Arcs, [][]int{numbered})
		}
		object.Geometries = append(object.Geometries, feature)
	}
	f.Objects = map[string]wovenObject{"regions": object}
	return json.Marshal(f)
}

// stepsOf is an arc as its first place and the way from each to the next.
func stepsOf(knots []knot) []knot {
	steps := slices.Clone(knots)
	for i := len(steps) - 1; i > 0; i-- {
		steps[i] = knot{knots[i][0] - knots[i-1][0], knots[i][1] - knots[i-1][1]}
	}
	return steps
}
