package carto

import (
	"math"
	"strings"

	"regional-atlas/generator/geometry"
)

// Label is the name of a country, or of a region, on its land.
type Label struct {
	Text string
	X, Y int
}

// Callout is the name of a region that is too small to hold it, or to be hit, with a
// line from its place. It leads to the page as the shape does.
type Callout struct {
	Href, Label    string // as of the marker
	Text           string
	X1, Y1, X2, Y2 int // of the line, from the region
	X, Y           int // middle of the name
	Quiet          bool
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
	coloured := shapesOf(d.places)
	for _, c := range d.atlas.Edition().Countries {
		width := widthOf(c.Name, d.canvas.label)
		if at, fits := d.canvas.drawing.Label(c.Code, width, d.canvas.label, coloured...); fits {
			list = append(list, Label{c.Name, at.X, at.Y})
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
	named := map[string]bool{}
	for _, p := range d.places {
		if p.isPoint() || d.base.IsOverseas(p.shapeCode()) {
			continue
		}
		inner := d.smallerThan(p)
		at, fits := d.canvas.drawing.Label(p.shapeCode(), widthOf(p.name, d.canvas.name)+8, d.canvas.name+6, inner...)
		if fits {
			named[p.code] = true
			names = append(names, Label{p.name, at.X, at.Y})
		}
	}
	return names, d.callouts(markers, names, func(m Marker) bool { return !named[m.Code] })
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
	taken := d.taken(names, height)
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
		if c, box, found := d.callout(m, p.name, from.at, height, append(d.otherCountries(p), taken...)); found {
			taken = append(taken, box)
			list = append(list, c)
		}
	}
	return list
}

// otherCountries are the boxes of the countries that are places themselves, but for
// the one that a place lies in.
func (d drawing) otherCountries(in *place) []geometry.Box {
	var boxes []geometry.Box
	for _, p := range d.places {
		if p.level > 0 || p.isPoint() || strings.HasPrefix(in.code, p.code) {
			continue
		}
		if box, shown := d.canvas.bounds(p.shapeCode()); shown {
			boxes = append(boxes, box)
		}
	}
	return boxes
}

func (d drawing) placeOf(code string) *place {
	for _, p := range d.places {
		if p.code == code {
			return p
		}
	}
	return nil
}

// taken are the boxes that no name may cover: shapes of places, names that stand.
func (d drawing) taken(names []Label, height int) []geometry.Box {
	var boxes []geometry.Box
	for _, p := range d.places {
		if p.isPoint() || d.base.IsOverseas(p.shapeCode()) {
			continue
		}
		if box, shown := d.canvas.bounds(p.shapeCode()); shown && p.level > 0 {
			boxes = append(boxes, box)
		}
	}
	for _, l := range names {
		w := widthOf(l.Text, height)
		boxes = append(boxes, geometry.Box{MinX: l.X - w/2, MinY: l.Y - height, MaxX: l.X + w/2, MaxY: l.Y + height})
	}
	return boxes
}

// callout looks around a point, near first, for a place where a name covers nothing.
func (d drawing) callout(m Marker, name string, at geometry.Point, height int, taken []geometry.Box) (Callout, geometry.Box, bool) {
	frame := d.canvas.drawing.Frame()
	w, step := widthOf(name, height)+height, float64(height)
	for away := 2 * step; away < 16*step; away += step {
		for turn := range 16 {
			angle := math.Pi + float64(turn)*math.Pi/8
			x, y := at.X+int(away*math.Cos(angle)), at.Y+int(away*math.Sin(angle))
			if x < at.X-height/2 {
				x -= w / 2
			} else if x > at.X+height/2 {
				x += w / 2
			}
			box := geometry.Box{MinX: x - w/2, MinY: y - height*3/4, MaxX: x + w/2, MaxY: y + height*3/4}
			if box.MinX < 0 || box.MinY < 0 || box.MaxX > frame.Width || box.MaxY > frame.Height() || overlapsAny(box, taken) {
				continue
			}
			c := Callout{Href: m.Href, Label: m.Label, Text: name, X1: at.X, Y1: at.Y, X: x, Y: y, Quiet: m.Quiet}
			c.X2, c.Y2 = nearestOf(box, at)
			return c, box, true
		}
	}
	return Callout{}, geometry.Box{}, false
}

// nearestOf is the point of a box that is nearest to another.
func nearestOf(b geometry.Box, p geometry.Point) (x, y int) {
	return min(max(p.X, b.MinX), b.MaxX), min(max(p.Y, b.MinY), b.MaxY)
}

func overlapsAny(b geometry.Box, boxes []geometry.Box) bool {
	for _, o := range boxes {
		if b.MinX < o.MaxX && o.MinX < b.MaxX && b.MinY < o.MaxY && o.MinY < b.MaxY {
			return true
		}
	}
	return false
}
