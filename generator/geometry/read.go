package geometry

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
)

// farthest is the largest coordinate a map may hold. The circumference of the
// Earth is 40 million metres, so anything beyond is a broken file.
const farthest = 1e8

// file is quantised TopoJSON as far as it is used here
// (https://github.com/topojson/topojson-specification).
type file struct {
	Type      string
	Credit    string
	Transform *struct{ Scale, Translate []float64 }
	Arcs      json.RawMessage
	Objects   map[string]struct {
		Type       string
		Geometries []geometry
	}
}

type geometry struct {
	Type       string
	ID         string
	Arcs       json.RawMessage
	Properties struct{ Country, Approximate string }
}

// ReadTopology reads quantised TopoJSON whose object "regions" (or only object)
// is a collection of polygons: id is a NUTS code, or begins with an underscore for
// grey context; the property country is the country's code (the first two characters of
// the id when missing), the property approximate a sentence when the shape is not exact. The
// file's own member credit names the makers of the boundaries.
// Everything is checked; the error is one clause that can follow a file name.
func ReadTopology(data []byte) (*Topology, error) {
	var f file
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, fmt.Errorf("the map is not readable as TopoJSON: %w", err)
	}
	if f.Type != "Topology" {
		return nil, fmt.Errorf("the map is not TopoJSON: its type is %q, not \"Topology\"", f.Type)
	}
	t := &Topology{credit: strings.TrimSpace(f.Credit)}
	if err := t.readArcs(f); err != nil {
		return nil, err
	}
	if err := t.readFeatures(f); err != nil {
		return nil, err
	}
	if err := t.checkSides(); err != nil {
		return nil, err
	}
	t.markUsers()
	return t, nil
}

// readArcs decodes the differences into places and numbers the end points. Ends
// are compared as whole numbers, before they are scaled, so that equal means equal.
func (t *Topology) readArcs(f file) error {
	scale, shift, err := transform(f)
	if err != nil {
		return err
	}
	nodes := map[[2]int32]int{}
	node := func(at [2]int32) int {
		if _, ok := nodes[at]; !ok {
			nodes[at] = len(nodes)
		}
		return nodes[at]
	}
	lines, err := undiffered(f.Arcs)
	if err != nil {
		return err
	}
	q := &queue{}
	t.arcs = make([]arc, len(lines))
	for i, points := range lines {
		places, err := scaled(points, scale, shift)
		if err != nil {
			return fmt.Errorf("arc %d of the map %w", i, err)
		}
		t.arcs[i] = arc{places: places, weight: q.weigh(places), swept: sweep(places),
			from: node(points[0]), to: node(points[len(points)-1])}
	}
	t.nodes = len(nodes)
	return nil
}

// scaled turns whole numbers into places; the error completes "arc 7 of the map …".
func scaled(points [][2]int32, scale, shift place) ([]place, error) {
	places := make([]place, len(points))
	for i, p := range points {
		at := place{float64(p[0])*scale.x + shift.x, float64(p[1])*scale.y + shift.y}
		if math.Abs(at.x) > farthest || math.Abs(at.y) > farthest {
			return nil, fmt.Errorf("leaves the Earth at point %d", i)
		}
		places[i] = at
	}
	return places, nil
}

func transform(f file) (scale, shift place, err error) {
	if f.Transform == nil {
		return scale, shift, errors.New("the map has no transform; only quantised TopoJSON can be drawn")
	}
	s, m := f.Transform.Scale, f.Transform.Translate
	if len(s) != 2 || len(m) != 2 {
		return scale, shift, errors.New("the map's transform needs two numbers for scale and two for translate")
	}
	scale, shift = place{s[0], s[1]}, place{m[0], m[1]}
	if !(scale.x > 0 && scale.y > 0) {
		return scale, shift, errors.New("the map's scale must be greater than zero")
	}
	return scale, shift, nil
}

// undiffered adds up the steps of all arcs. The usual form of them is read here: most of a
// map is arcs. What is otherwise is left to the reader of JSON, for its words.
func undiffered(arcs []byte) ([][][2]int32, error) {
	usual := scanner{text: arcs}
	if lines := usual.lines(); !usual.isOdd || len(arcs) == 0 {
		return lines, nil
	}
	var all [][][]int32
	if err := json.Unmarshal(arcs, &all); err != nil {
		return nil, fmt.Errorf("the map is not readable as TopoJSON: %w", err)
	}
	lines := make([][][2]int32, len(all))
	for i, steps := range all {
		line, err := undiffer(steps)
		if err != nil {
			return nil, fmt.Errorf("arc %d of the map %w", i, err)
		}
		lines[i] = line
	}
	return lines, nil
}

// undiffer adds up the steps of an arc; the error completes "arc 7 of the map …".
func undiffer(steps [][]int32) ([][2]int32, error) {
	if len(steps) < 2 {
		return nil, errors.New("has fewer than two points")
	}
	points := make([][2]int32, len(steps))
	var x, y int64
	for i, s := range steps {
		if len(s) != 2 {
			return nil, fmt.Errorf("has %d numbers instead of two at point %d", len(s), i)
		}
		x, y = x+int64(s[0]), y+int64(s[1])
		points[i] = [2]int32{int32(x), int32(y)}
		if int64(points[i][0]) != x || int64(points[i][1]) != y {
			return nil, fmt.Errorf("leaves the Earth at point %d", i)
		}
	}
	return points, nil
}

// readFeatures checks the geometries and keeps them by id.
func (t *Topology) readFeatures(f file) error {
	collection, err := regions(f)
	if err != nil {
		return err
	}
	for i, g := range collection {
		if g.ID == "" {
			return fmt.Errorf("geometry %d of the map has no id", i)
		}
		rings, err := t.readRings(g)
		if err != nil {
			return fmt.Errorf("region %s of the map %w", g.ID, err)
		}
		country := g.Properties.Country
		if country == "" {
			country = g.ID[:min(2, len(g.ID))]
		}
		t.features = append(t.features,
			feature{id: g.ID, country: country, approximate: g.Properties.Approximate, rings: rings})
	}
	slices.SortStableFunc(t.features, func(a, b feature) int { return strings.Compare(a.id, b.id) })
	for i := 1; i < len(t.features); i++ {
		if t.features[i].id == t.features[i-1].id {
			return fmt.Errorf("region %s is in the map twice", t.features[i].id)
		}
	}
	return nil
}

// regions finds the collection: the object "regions", or the only one there is.
func regions(f file) ([]geometry, error) {
	object, ok := f.Objects["regions"]
	if !ok && len(f.Objects) == 1 {
		for _, only := range f.Objects {
			object, ok = only, true
		}
	}
	if !ok {
		return nil, errors.New("the map has no object \"regions\"")
	}
	if object.Type != "GeometryCollection" || len(object.Geometries) == 0 {
		return nil, errors.New("the map's object \"regions\" is not a collection with at least one geometry")
	}
	return object.Geometries, nil
}

// readRings flattens polygons into rings; the error completes "region BE10 of the map …".
func (t *Topology) readRings(g geometry) ([][]int, error) {
	var polygons [][][]int
	var err error
	switch g.Type {
	case "Polygon":
		polygons = make([][][]int, 1)
		err = json.Unmarshal(g.Arcs, &polygons[0])
	case "MultiPolygon":
		err = json.Unmarshal(g.Arcs, &polygons)
	default:
		return nil, fmt.Errorf("is a %q, not a Polygon or MultiPolygon", g.Type)
	}
	if err != nil {
		return nil, errors.New("has arcs that are not lists of whole numbers")
	}
	rings := slices.Concat(polygons...)
	if len(rings) == 0 {
		return nil, errors.New("has no ring")
	}
	for _, ring := range rings {
		if err := t.checkRing(ring); err != nil {
			return nil, err
		}
	}
	return rings, nil
}

// checkRing makes sure that the arcs exist and that each begins where the one before it ends.
func (t *Topology) checkRing(ring []int) error {
	if len(ring) == 0 {
		return errors.New("has a ring without arcs")
	}
	for _, ref := range ring {
		if arcOf(ref) >= len(t.arcs) {
			return fmt.Errorf("uses arc %d, but there are only %d arcs", arcOf(ref), len(t.arcs))
		}
	}
	_, at := t.ends(ring[len(ring)-1])
	for _, ref := range ring {
		from, to := t.ends(ref)
		if from != at {
			return fmt.Errorf("has a ring that does not close at arc %d", arcOf(ref))
		}
		at = to
	}
	return nil
}

// checkSides makes sure that an arc, which has two banks, is followed by only one ring in
// each direction.
func (t *Topology) checkSides() error {
	seen := map[int]bool{}
	for _, f := range t.features {
		for _, ring := range f.rings {
			for _, ref := range ring {
				if seen[ref] {
					return fmt.Errorf(
						"arc %d of the map has region %s and another on the same side",
						arcOf(ref),
						f.id,
					)
				}
				seen[ref] = true
			}
		}
	}
	return nil
}

// markUsers tells each arc which features use it.
func (t *Topology) markUsers() {
	for f := range t.features {
		for _, ring := range t.features[f].rings {
			for _, ref := range ring {
				if a := &t.arcs[arcOf(ref)]; !slices.Contains(a.users, f) {
					a.users = append(a.users, f)
				}
			}
		}
	}
}
