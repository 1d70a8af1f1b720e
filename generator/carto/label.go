package carto

import (
	"math"
	"slices"
	"strings"

	"regional-atlas/generator/geometry"
)

// Label is the name of a country, or of a region, on its land.
type Label struct {
	Text string
	X, Y int
	From int // the zoom from which it has room; the whole map has 1
}

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
}

// letter is how wide a letter of a name is, in tenths of its height.
const letter = 6

func widthOf(text string, height int) int { return len([]rune(text)) * height * letter / 10 }

// countryLabels names countries where their name fits on land that is coloured by
// no place.
func (d drawing) countryLabels() []Label {
	var list []Label
	if d.canvas.label == 0 {
		return nil
	}
	coloured := d.canvas.shapesOf(d.places)
	for _, c := range d.atlas.Edition().Countries {
		if d.base.isDivided(c.Code) {
			continue // its regions lie on the land that the name would stand on
		}
		width := widthOf(c.Name, d.canvas.label)
		if at, fits := d.canvas.drawing.Label(c.Code, width, d.canvas.label, coloured...); fits {
			list = append(list, Label{c.Name, at.X, at.Y, 1})
		}
	}
	return list
}

// regionLabels names the regions of a map of one country on their land, and calls
// the others out.
func (d drawing) regionLabels(markers []Marker) (names []Label, callouts []Callout) {
	const most = 40 // more names would hide the map
	if d.canvas.name == 0 || len(markers) > most {
		return nil, d.callouts(markers, nil, func(m Marker) bool { return m.Mark != nil && m.Mark.Ring })
	}
	upTo := map[string]int{} // the zoom from which a place has its name, by code
	for _, p := range d.places {
		if p.isPoint() || d.canvas.isAway(p) {
			continue
		}
		if l, fits := d.fit(p.name, p.shapeCode(), levels[:2], d.smallerThan(p)); fits {
			upTo[p.code] = l.From
			names = append(names, l)
		}
	}
	callouts = d.callouts(markers, names, func(m Marker) bool { return upTo[m.Code] != 1 })
	for i := range callouts {
		callouts[i].Until = upTo[callouts[i].code]
	}
	return names, callouts
}

// smallerThan lists the shapes of the places that lie on a place: a country does
// not write over its regions.
func (d drawing) smallerThan(p *place) []string {
	var list []string
	for _, other := range d.places {
		if other.level > p.level && !other.isPoint() && other.shapeCode() != p.shapeCode() {
			list = append(list, other.shapeCode())
		}
	}
	return list
}

// callouts finds a free spot near each wanted marker for its name. One that finds
// none has no name on the map; the list beside the map has it.
func (d drawing) callouts(markers []Marker, names []Label, wanted func(Marker) bool) []Callout {
	height := max(d.canvas.name, d.canvas.label)
	if height == 0 {
		return nil
	}
	standing := boxesOf(names, height)
	var list []Callout
	for _, m := range markers {
		if !wanted(m) {
			continue
		}
		p := d.placeOf(m.Code)
		from := d.canvas.position(p)
		if !from.shown {
			continue
		}
		if c, box, found := d.callout(m, p, from.at, height, standing); found {
			standing = append(standing, box)
			list = append(list, c)
		}
	}
	return list
}

// covers reports whether the box of a name outside lies on land that is coloured: on a
// region, or on a country that is a place itself and not the one the named place lies in.
func (d drawing) covers(box geometry.Box, named *place) bool {
	gap := box.Height() / 4
	wide := geometry.Box{MinX: box.MinX - gap, MinY: box.MinY - gap, MaxX: box.MaxX + gap, MaxY: box.MaxY + gap}
	for _, p := range d.places {
		isOwn := p.level == 0 && strings.HasPrefix(named.code, p.code) && p != named
		if isOwn || p.isPoint() || d.canvas.isAway(p) {
			continue
		}
		around, shown := d.canvas.bounds(p.shapeCode())
		if shown && overlapsAny(wide, []geometry.Box{around}) && d.canvas.drawing.Meets(p.shapeCode(), wide) {
			return true
		}
	}
	return false
}

func (d drawing) placeOf(code string) *place {
	for _, p := range d.places {
		if p.code == code {
			return p
		}
	}
	return nil
}

// boxesOf are the boxes of names that stand, which neither a name nor a line may cross.
func boxesOf(names []Label, height int) []geometry.Box {
	var boxes []geometry.Box
	for _, l := range names {
		w, h := widthOf(l.Text, height)/l.From, height*2/3/l.From
		boxes = append(boxes, geometry.Box{MinX: l.X - w/2, MinY: l.Y - h, MaxX: l.X + w/2, MaxY: l.Y + h})
	}
	return boxes
}

// callout looks around a point, near first and outwards from the middle of all, for a
// spot where a name covers neither coloured land nor a name that stands, and its line
// crosses none.
func (d drawing) callout(
	m Marker,
	p *place,
	at geometry.Point,
	height int,
	standing []geometry.Box,
) (Callout, geometry.Box, bool) {
	frame := d.canvas.drawing.Frame()
	w := widthOf(p.name, height) + height
	middle := d.middle()
	outward := math.Atan2(float64(at.Y-middle.Y), float64(at.X-middle.X))
	for _, s := range spots() {
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
		c := Callout{code: m.Code, Text: p.name, X1: at.X, Y1: at.Y}
		c.stand(box, at, height)
		if !c.crosses(standing) && !d.covers(box, p) {
			return c, box, true
		}
	}
	return Callout{}, geometry.Box{}, false
}

// spot is where a name may stand: how many heights of a letter away, and how far turned
// from the way outwards.
type spot struct{ away, turn int }

// turns is how many steps lead from the way outwards to the way inwards.
const turns = 16

// spots are those to try, the best first: a step farther away is as bad as two turns.
func spots() []spot {
	var list []spot
	for away := 2; away < 16; away++ {
		for turn := range turns {
			list = append(list, spot{away, turn}, spot{away, -turn - 1})
		}
	}
	slices.SortStableFunc(list, func(a, b spot) int { return cost(a) - cost(b) })
	return list
}

func cost(s spot) int { return 2*s.away + max(s.turn, -s.turn) }

// middle is the middle of all places that are shown.
func (d drawing) middle() geometry.Point {
	var sum geometry.Point
	n := 0
	for _, p := range d.places {
		if at := d.canvas.position(p); at.shown {
			sum, n = geometry.Point{X: sum.X + at.at.X, Y: sum.Y + at.at.Y}, n+1
		}
	}
	return geometry.Point{X: sum.X / max(1, n), Y: sum.Y / max(1, n)}
}

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

func overlapsAny(b geometry.Box, boxes []geometry.Box) bool {
	for _, o := range boxes {
		if b.MinX < o.MaxX && o.MinX < b.MaxX && b.MinY < o.MaxY && o.MinY < b.MaxY {
			return true
		}
	}
	return false
}
