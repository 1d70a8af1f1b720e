package geometry

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// Metres is a place in EPSG:3035.
type Metres struct{ East, North float64 }

// Area is land under a code as others draw it, each area by itself: polygons, of each
// the outline and then its holes. Several areas may have one code: they become one.
type Area struct {
	Code     string
	Polygons [][][]Metres
}

// knot is a place on the grid of a map that is woven.
type knot [2]int32

// loom weaves areas that were drawn one by one into a map whose borders are stored
// once: what two rings have in common between the places where they part is one arc.
type loom struct {
	unit, detail float64 // of the grid, and what the simplification may move a line by
	codes        []string
	rings        [][][]knot    // by code
	forks        map[knot]bool // places where rings part, or meet
	arcs         [][]knot
	known        map[string]int // arcs by their places
	features     [][][]int      // by code, the arcs of each ring
}

// Woven is a map that was woven.
type Woven struct {
	TopoJSON []byte
	Codes    []string
	Borders  int // arcs that two areas share
}

// Weave makes a map, as ReadTopology reads it, of areas. Neighbours must have the same
// places along their border, as those of one file do; what they do not have in common is
// two lines. detail, in metres, is what the simplification may move a line by. The error
// is one clause that can follow a file name.
func Weave(areas []Area, detail float64, credit string) (Woven, error) {
	const finer = 20 // a grid so much finer than the detail moves nothing that is seen
	l := &loom{unit: max(1, math.Round(detail/finer)), detail: detail, forks: map[knot]bool{},
		known: map[string]int{}}
	if err := l.spread(areas); err != nil {
		return Woven{}, err
	}
	l.findForks()
	if err := l.cut(); err != nil {
		return Woven{}, err
	}
	l.join()
	l.simplify()
	l.dropIslets()
	borders := l.shared()
	data, err := l.encode(credit)
	return Woven{data, l.codes, borders}, err
}

// spread puts the rings on the grid, by code: outlines in one direction, holes in the
// other.
func (l *loom) spread(areas []Area) error {
	byCode := map[string][][]knot{}
	for _, a := range areas {
		for _, polygon := range a.Polygons {
			for i, ring := range polygon {
				if knots := l.ring(ring, i == 0); knots != nil {
					byCode[a.Code] = append(byCode[a.Code], knots)
				}
			}
		}
		if len(byCode[a.Code]) == 0 {
			return fmt.Errorf("has no land under %s: its outline has fewer than three places, or no area",
				a.Code)
		}
		l.codes = append(l.codes, a.Code)
	}
	if len(l.codes) == 0 {
		return errors.New("has no area")
	}
	slices.Sort(l.codes)
	l.codes = slices.Compact(l.codes)
	for _, code := range l.codes {
		l.rings = append(l.rings, byCode[code])
	}
	return nil
}

// ring is a ring on the grid without its last place, which repeats the first; nil when
// nothing of it is left.
func (l *loom) ring(ring []Metres, outline bool) []knot {
	var knots []knot
	for _, p := range ring {
		k := knot{int32(math.Round(p.East / l.unit)), int32(math.Round(p.North / l.unit))}
		if len(knots) == 0 || knots[len(knots)-1] != k {
			knots = append(knots, k)
		}
	}
	for len(knots) > 1 && knots[0] == knots[len(knots)-1] {
		knots = knots[:len(knots)-1]
	}
	area := sweptBy(knots)
	if len(knots) < 3 || area == 0 {
		return nil
	}
	if (area > 0) != outline {
		slices.Reverse(knots)
	}
	return knots
}

// sweptBy is twice the signed area of a ring on the grid.
func sweptBy(ring []knot) float64 {
	sum := 0.0
	for i, k := range ring {
		next := ring[(i+1)%len(ring)]
		sum += float64(k[0])*float64(next[1]) - float64(next[0])*float64(k[1])
	}
	return sum
}

// findForks finds the places that rings pass through with other neighbours.
func (l *loom) findForks() {
	beside := map[knot][2]knot{}
	for _, rings := range l.rings {
		for _, ring := range rings {
			for i, k := range ring {
				a, b := ring[(i+len(ring)-1)%len(ring)], ring[(i+1)%len(ring)]
				if b[0] < a[0] || b[0] == a[0] && b[1] < a[1] {
					a, b = b, a
				}
				if known, met := beside[k]; met && known != [2]knot{a, b} {
					l.forks[k] = true
				}
				beside[k] = [2]knot{a, b}
			}
		}
	}
}

// cut cuts all rings at the forks, and refuses land that two codes claim.
func (l *loom) cut() error {
	owner := map[int]int{} // by the arc in its direction
	for f, rings := range l.rings {
		var refs [][]int
		for _, ring := range rings {
			pieces := l.pieces(ring)
			for _, ref := range pieces {
				if other, taken := owner[ref]; taken {
					return l.claimedTwice(other, f)
				}
				owner[ref] = f
			}
			refs = append(refs, pieces)
		}
		l.features = append(l.features, refs)
	}
	return nil
}

func (l *loom) claimedTwice(a, b int) error {
	if a == b {
		return fmt.Errorf("has the same land twice under %s: remove one of the two", l.codes[a])
	}
	return fmt.Errorf("has land of both %s and %s on one side of a border: remove one of the two",
		l.codes[a], l.codes[b])
}

// pieces are the arcs of a ring, from one fork to the next. A ring without forks is one
// arc, which begins at its lowest place so that others find it.
func (l *loom) pieces(ring []knot) []int {
	first := slices.IndexFunc(ring, func(k knot) bool { return l.forks[k] })
	if first < 0 {
		lowest := slices.MinFunc(ring, compareKnots)
		first = slices.Index(ring, lowest)
	}
	turned := append(slices.Concat(ring[first:], ring[:first]), ring[first])
	var refs []int
	from := 0
	for i := 1; i < len(turned); i++ {
		if l.forks[turned[i]] || i == len(turned)-1 {
			refs = append(refs, l.arc(turned[from:i+1]))
			from = i
		}
	}
	return refs
}

func compareKnots(a, b knot) int {
	if a[0] != b[0] {
		return int(a[0]) - int(b[0])
	}
	return int(a[1]) - int(b[1])
}

// arc is the number of an arc, known already or new; in the direction against the known
// one it is the complement.
func (l *loom) arc(knots []knot) int {
	if n, met := l.known[nameOf(knots)]; met {
		return n
	}
	back := slices.Clone(knots)
	slices.Reverse(back)
	if n, met := l.known[nameOf(back)]; met {
		return ^n
	}
	n := len(l.arcs)
	l.known[nameOf(knots)] = n
	l.arcs = append(l.arcs, knots)
	return n
}

// nameOf is a key for an arc.
func nameOf(knots []knot) string {
	name := make([]byte, 0, len(knots)*8)
	for _, k := range knots {
		for _, n := range k {
			name = append(name, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
		}
	}
	return string(name)
}
