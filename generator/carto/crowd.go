package carto

import (
	"cmp"
	"math"
	"slices"

	"regional-atlas/generator/geometry"
)

// totals are the circles of a map: the large ones first, so that small ones lie on them.
func (d drawing) totals(insets []Inset) []Total {
	var list []Total
	for n := range d.views {
		if v := &d.views[n]; v.totals {
			for _, p := range d.places {
				at, shown := d.middleOf(p, insets)
				if read := v.readings[p.code]; shown && read.class >= 0 {
					r := totalRadius(read.total, v.largest, d.largestCircle(v))
					list = append(list, Total{n, at.X, at.Y, r, read.total < 0, d.root + p.address})
				}
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Total) int { return cmp.Compare(b.R, a.R) })
	return list
}

// middleOf is where the circle of a place stands: on its land, or in its box below the
// map.
func (d drawing) middleOf(p *place, insets []Inset) (geometry.Point, bool) {
	if !d.canvas.isAway(p) {
		at := d.canvas.position(p)
		return at.at, at.shown
	}
	i := slices.IndexFunc(insets, func(i Inset) bool { return i.Place.Code == p.code })
	if i < 0 {
		return geometry.Point{}, false
	}
	return geometry.Point{X: insets[i].X + insets[i].Size/2, Y: insets[i].Y + insets[i].Size/2}, true
}

// largestCircle is the radius of the largest circle of a view: as large as there is room
// for, so that many circles do not become one blob.
func (d drawing) largestCircle(v *view) int {
	d.canvas.found.Lock()
	known, met := d.canvas.found.circles[v.key]
	d.canvas.found.Unlock()
	if met {
		return known
	}
	const parts, hidden = 3, .08
	c := d.circlesOf(v)
	largest, least := d.canvas.largest, d.canvas.largest/parts
	for largest > least && c.merged(float64(largest)) > hidden {
		largest--
	}
	d.canvas.found.Lock()
	defer d.canvas.found.Unlock()
	d.canvas.found.circles[v.key] = largest
	return largest
}

// circles are those of a view on a map: where they stand, and how large each is beside
// the largest.
type circles struct {
	at   []geometry.Point
	size []float64
}

func (d drawing) circlesOf(v *view) circles {
	var c circles
	for _, p := range d.places {
		at, read := d.canvas.position(p), v.readings[p.code]
		if at.shown && !d.canvas.isAway(p) && read.class >= 0 {
			c.at = append(c.at, at.at)
			c.size = append(c.size, geometry.Radius(math.Abs(read.total), v.largest, 1))
		}
	}
	return c
}

// merged is the part of the circles that lie more than half on another that is no
// smaller, where the largest has a radius.
func (c circles) merged(radius float64) float64 {
	n := 0
	for i, at := range c.at {
		for j, other := range c.at {
			apart := math.Hypot(float64(at.X-other.X), float64(at.Y-other.Y))
			isBelow := c.size[j] > c.size[i] || c.size[j] == c.size[i] && j < i
			if isBelow && apart < c.size[j]*radius {
				n++
				break
			}
		}
	}
	return float64(n) / float64(max(1, len(c.at)))
}

// untangle takes the rings away that would lie on each other on a map of many places:
// who brings a part near finds these.
func (d drawing) untangle(markers []Marker) {
	if !d.scene.isQuiet() {
		return
	}
	var crowded []int
	for i, m := range markers {
		isNear := func(o Marker) bool {
			return o.Code != m.Code && o.Mark != nil &&
				math.Hypot(float64(o.Mark.X-m.Mark.X), float64(o.Mark.Y-m.Mark.Y)) < float64(o.Mark.R+m.Mark.R)
		}
		if m.Mark != nil && m.Mark.Ring && slices.ContainsFunc(markers, isNear) {
			crowded = append(crowded, i)
		}
	}
	for _, i := range crowded {
		markers[i].Mark = nil
	}
}
