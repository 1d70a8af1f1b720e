package geometry

import (
	"slices"
	"strings"
)

// Shape is one feature in the picture.
type Shape struct {
	Code, Country, Path string
}

// Rings returns the outline of a code, exact or merged, as closed rings (the first
// point is not repeated); nil when it cannot be drawn or lies outside the frame.
func (d *Drawing) Rings(code string) [][]Point { return d.shape(d.top.members(code)) }

// Path returns Rings as path data, "" when there are none.
func (d *Drawing) Path(code string) string {
	return d.path("path "+code, func() string { return polygons(d.Rings(code)) })
}

// path is path data, written when it is asked for first: a map is printed in several
// languages, with several things on it. The key is a word for what it shows, with codes.
func (d *Drawing) path(key string, write func() string) string {
	if known, found := d.paths.Load(key); found {
		return known.(string)
	}
	known, _ := d.paths.LoadOrStore(key, write())
	return known.(string)
}

// Shapes returns every coded feature that is inside the frame, each once, by code;
// features within one of the excepted codes are left out.
func (d *Drawing) Shapes(except ...string) []Shape {
	var shapes []Shape
	for _, f := range d.rest(except) {
		one := d.top.features[f]
		path := d.path("shape "+one.id, func() string { return polygons(d.shape([]int{f})) })
		if path != "" {
			shapes = append(shapes, Shape{one.id, one.country, path})
		}
	}
	return shapes
}

// Ground returns one path around all coded features but those of the excepted codes,
// without the borders between them.
func (d *Drawing) Ground(except ...string) string {
	return d.path("ground "+strings.Join(except, " "),
		func() string { return polygons(d.GroundRings(except...)) })
}

// GroundRings returns the rings of Ground.
func (d *Drawing) GroundRings(except ...string) [][]Point { return d.shape(d.rest(except)) }

// Context returns one path around all features without a code: the grey land around.
func (d *Drawing) Context() string {
	return d.path("context", func() string { return polygons(d.ContextRings()) })
}

// ContextRings returns the rings of Context.
func (d *Drawing) ContextRings() [][]Point {
	var grey []int
	for i, f := range d.top.features {
		if !f.coded() {
			grey = append(grey, i)
		}
	}
	return d.shape(grey)
}

// rest returns the coded features that none of the excepted codes contains.
func (d *Drawing) rest(except []string) []int {
	var out, left []int
	for _, code := range except {
		out = append(out, d.top.members(code)...)
	}
	for i, f := range d.top.features {
		if f.coded() && !slices.Contains(out, i) {
			left = append(left, i)
		}
	}
	return left
}

// shape returns the rings of some features together, cut at the window. Rings that
// rounding has flattened go, and so do islands too small to be seen, but the largest
// ring stays: as a lozenge of two units if need be, for no region may vanish.
func (d *Drawing) shape(features []int) [][]Point {
	if len(features) == 0 {
		return nil
	}
	var rings [][]Point
	var islet []Point // the largest of the islands left out
	for _, refs := range d.top.outline(features) {
		if d.isAway(refs) {
			continue
		}
		ring := clipRing(d.ring(refs), d.frame.window())
		area := abs(area2(ring))
		switch {
		case len(ring) < 3 || area == 0:
		case len(refs) > 1 || float64(area) >= 2*d.island:
			rings = append(rings, ring)
		case area > abs(area2(islet)):
			islet = ring
		}
	}
	if len(rings) > 0 {
		return rings
	}
	if islet != nil {
		return [][]Point{islet}
	}
	return d.speck(features)
}

// speck stands for features that are smaller than the grid: a lozenge where they are.
func (d *Drawing) speck(features []int) [][]Point {
	low, high := d.top.bounds(features)
	c := d.frame.Point((low.x+high.x)/2, (low.y+high.y)/2)
	if !d.frame.Shows(c) {
		return nil
	}
	return [][]Point{{{c.X, c.Y - 1}, {c.X + 1, c.Y}, {c.X, c.Y + 1}, {c.X - 1, c.Y}}}
}

// without leaves out of some features those of the excepted codes.
func (t *Topology) without(features []int, except []string) []int {
	var out []int
	for _, code := range except {
		out = append(out, t.members(code)...)
	}
	return slices.DeleteFunc(slices.Clone(features),
		func(i int) bool { return slices.Contains(out, i) })
}
