package geometry

import "slices"

// Borders returns the borders between countries, context included, as open lines.
func (d *Drawing) Borders() string {
	return d.path("borders", func() string { return lines(d.BorderLines()) })
}

// BorderLines returns the lines of Borders.
func (d *Drawing) BorderLines() [][]Point {
	return d.between(func(a, b feature) bool { return a.country != b.country })
}

// RegionBorders returns the borders between coded features of one country as open lines.
func (d *Drawing) RegionBorders() string {
	return d.path("inner", func() string { return lines(d.RegionBorderLines()) })
}

// RegionBorderLines returns the lines of RegionBorders.
func (d *Drawing) RegionBorderLines() [][]Point {
	divided := d.top.divided()
	return d.between(func(a, b feature) bool {
		isFinest := !divided[a.country] || a.isOver() && b.isOver()
		return a.country == b.country && a.coded() && b.coded() && isFinest
	})
}

// divided holds for countries with areas of codes of their own, whose borders count there.
func (t *Topology) divided() map[string]bool {
	countries := map[string]bool{}
	for _, f := range t.features {
		if f.coded() && f.isOver() {
			countries[f.country] = true
		}
	}
	return countries
}

// between traces the arcs between two features that pass a test.
func (d *Drawing) between(passes func(a, b feature) bool) [][]Point {
	var arcs []int
	for i, a := range d.top.arcs {
		if len(a.users) == 2 && passes(d.top.features[a.users[0]], d.top.features[a.users[1]]) {
			arcs = append(arcs, i)
		}
	}
	return d.trace(arcs)
}

// trace joins arcs to lines and cuts them at the window.
func (d *Drawing) trace(arcs []int) [][]Point {
	var lines [][]Point
	for _, chain := range d.top.chains(arcs) {
		if d.isAway(chain) {
			continue
		}
		var line []Point
		for _, ref := range chain {
			for _, p := range d.points(ref) {
				line = join(line, p)
			}
		}
		if len(line) > 1 {
			lines = append(lines, clipLine(line, d.frame.window())...)
		}
	}
	return lines
}

// points returns the points of an arc in the direction of a reference.
func (d *Drawing) points(ref int) []Point {
	line := d.arcs[arcOf(ref)]
	if ref < 0 {
		line = slices.Clone(line)
		slices.Reverse(line)
	}
	return line
}
