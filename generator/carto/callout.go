package carto

import (
	"cmp"
	"math"
	"slices"

	"regional-atlas/generator/geometry"
)

// Callout is the name of a region that is too small to hold it, or to be hit, with a
// line from its place. It leads to the page as the shape does.
type Callout struct {
	Href   string
	Text   string
	X1, Y1 int    // where the line begins, on the region
	X2, Y2 int    // where it ends, from its beginning
	X, Y   int    // where the name stands, from there too
	Anchor string // which end of the name stands there: "end", "middle", or "" for its beginning
	Until  int    // the zoom from which the name stands on the land, 0 for none

	code string // of its place
	box  geometry.Box
}

// callouts finds a free spot near each wanted marker for its name. One that finds
// none has no name on the map; the list beside the map has it.
func (d drawing) callouts(markers []Marker, names []Label, far int,
	wanted func(Marker) bool) []Callout {
	return d.moreCallouts(nil, markers, names, far, wanted)
}

// moreCallouts adds callouts to some that stand.
func (d drawing) moreCallouts(list []Callout, markers []Marker, names []Label, far int,
	wanted func(Marker) bool) []Callout {
	height := max(d.canvas.name, d.canvas.label)
	if height == 0 {
		return nil
	}
	standing := boxesOf(names, height)
	for _, c := range list {
		standing = append(standing, c.box)
	}
	for _, m := range markers {
		if !wanted(m) {
			continue
		}
		p := d.placeOf(m.Code)
		from := d.canvas.position(p)
		if !from.shown {
			continue
		}
		if c, found := d.callout(p, from.at, height, far, standing, list); found {
			standing = append(standing, c.box)
			list = append(list, c)
		}
	}
	return list
}

// callout looks around a point, near first and outwards from the middle of all, for a
// spot where a name covers neither coloured land nor a name that stands, and its line
// crosses none and no other line.
func (d drawing) callout(p *place, at geometry.Point, height, far int, standing []geometry.Box,
	others []Callout) (Callout, bool) {
	frame := d.canvas.drawing.Frame()
	w := widthOf(p.name, height) + height
	middle := d.middle()
	outward := math.Atan2(float64(at.Y-middle.Y), float64(at.X-middle.X))
	for _, s := range spots(far) {
		angle, away := outward+float64(s.turn)*math.Pi/turns, float64(s.away*height)
		x, y := at.X+int(away*math.Cos(angle)), at.Y+int(away*math.Sin(angle))
		if x < at.X-height/2 {
			x -= w / 2
		} else if x > at.X+height/2 {
			x += w / 2
		}
		box := geometry.Box{MinX: x - w/2, MinY: y - height*3/4, MaxX: x + w/2, MaxY: y + height*3/4}
		if box.MinX < 0 || box.MinY < 0 || box.MaxX > frame.Width || box.MaxY > frame.Height() ||
			overlapsAny(box, standing) {
			continue
		}
		c := Callout{code: p.code, box: box, Text: p.name, X1: at.X, Y1: at.Y}
		c.stand(box, at, height)
		if !c.crosses(standing) && !slices.ContainsFunc(others, c.meets) && !d.covers(box, p) {
			return c, true
		}
	}
	return Callout{}, false
}

// meets reports whether the line goes through that of another, or through its name.
func (c Callout) meets(o Callout) bool {
	a, b := geometry.Point{X: c.X1, Y: c.Y1}, geometry.Point{X: c.X1 + c.X2, Y: c.Y1 + c.Y2}
	p, q := geometry.Point{X: o.X1, Y: o.Y1}, geometry.Point{X: o.X1 + o.X2, Y: o.Y1 + o.Y2}
	between := side(a, b, p)*side(a, b, q) < 0 && side(p, q, a)*side(p, q, b) < 0
	return between || o.crosses([]geometry.Box{c.box})
}

// side is on which side of a line a point lies: -1, 0 or 1.
func side(a, b, p geometry.Point) int {
	return cmp.Compare((b.X-a.X)*(p.Y-a.Y), (b.Y-a.Y)*(p.X-a.X))
}

// spot is where a name may stand: how many heights of a letter away, and how far turned
// from the way outwards.
type spot struct{ away, turn int }

// turns is how many steps lead from the way outwards to the way inwards.
const turns = 16

// spots are those to try, up to a distance, the best first: a step farther away is as bad
// as two turns.
func spots(far int) []spot {
	var list []spot
	for away := 2; away < far; away++ {
		for turn := range turns {
			list = append(list, spot{away, turn}, spot{away, -turn - 1})
		}
	}
	slices.SortStableFunc(list, func(a, b spot) int { return cost(a) - cost(b) })
	return list
}

func cost(s spot) int { return 2*s.away + max(s.turn, -s.turn) }

// crosses reports whether the line goes through a box.
func (c *Callout) crosses(boxes []geometry.Box) bool {
	const points = 40
	for i := range points {
		x, y := c.X1+c.X2*i/points, c.Y1+c.Y2*i/points
		if overlapsAny(geometry.Box{MinX: x - 1, MinY: y - 1, MaxX: x + 1, MaxY: y + 1}, boxes) {
			return true
		}
	}
	return false
}

// stand puts the name into its box, at the end of the line, wherever another font may
// make it longer or shorter.
func (c *Callout) stand(box geometry.Box, at geometry.Point, height int) {
	gap := height / 3
	end := nearestOf(box, at)
	c.X, c.Y = (box.MinX+box.MaxX)/2-at.X, (box.MinY+box.MaxY)/2-at.Y
	switch {
	case box.MaxX < at.X:
		c.Anchor, c.X = "end", box.MaxX-at.X-gap
		end.Y = at.Y + c.Y
	case box.MinX > at.X:
		c.X = box.MinX - at.X + gap
		end.Y = at.Y + c.Y
	default:
		c.Anchor = "middle"
	}
	c.X2, c.Y2 = end.X-at.X, end.Y-at.Y
}

// nearestOf is the point of a box that is nearest to another.
func nearestOf(b geometry.Box, p geometry.Point) geometry.Point {
	return geometry.Point{X: min(max(p.X, b.MinX), b.MaxX), Y: min(max(p.Y, b.MinY), b.MaxY)}
}
