package carto

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"
)

// Marker is a place on a map.
type Marker struct {
	Code, Href string
	Class      string // its shade in every view
	Label      string // what a reader hears
	Said       string // how long in it the name is, and the value in every view
	Path       string // "" when the place is drawn as a circle
	Mark       *Mark  // a circle for a point, or round a shape too small to hit
	Quiet      bool   // no stop of the Tab key
}

// Mark is a circle in viewBox units.
type Mark struct {
	X, Y, R int
	Ring    bool // it only shows the place: clicks go to what lies under it
}

// Total is the circle of a place in a view of totals.
type Total struct {
	View, X, Y, R int
	Below         bool   // the total is below zero: a ring, not a disc
	Of            string // the page of its place
}

// Inset is a box with a region that lies beyond the frame.
type Inset struct {
	X, Y, Size int
	Name       string
	Path       string
	DX, DY     int       // where the drawing stands inside the box
	Place      *Marker   // the region of the atlas in this box, nil for quiet ground
	Ground     LandShape // what is told of it where it has no page
}

// markers draws places by the codes of their shapes, in which the Tab key visits them:
// a region comes before those inside it, and what comes later lies on top. Those beyond
// the frame come by shape.
func (d drawing) markers() (within []Marker, beyond map[string]*Marker) {
	list := slices.Clone(d.places)
	slices.SortStableFunc(list, func(a, b *place) int {
		return strings.Compare(a.shapeCode(), b.shapeCode())
	})
	beyond = map[string]*Marker{}
	for _, p := range list {
		marker := d.marker(p)
		if d.canvas.isAway(p) {
			beyond[p.shapeCode()] = &marker
			continue
		}
		within = append(within, marker)
	}
	d.untangle(within)
	slices.SortStableFunc(within, func(a, b Marker) int { return layer(a) - layer(b) })
	return within, beyond
}

// layer puts circles on top: the shape around a small region would cover them.
func layer(m Marker) int {
	if m.Mark != nil {
		return 1
	}
	return 0
}

func (d drawing) marker(p *place) Marker {
	at, told := d.canvas.position(p), d.told(p)
	m := Marker{Code: p.code, Href: d.root + p.address, Label: told.text.String(), Path: at.path,
		Class: d.classOf(p) + d.open(p), Said: strings.Join(told.lengths, " "), Quiet: d.scene.isQuiet()}
	if at.shown && at.tiny {
		isRing := !p.isPoint() && !d.canvas.isFree(p, at.at, d.scene.places)
		m.Mark = &Mark{at.at.X, at.at.Y, d.canvas.radius, isRing}
	}
	return m
}

// classOf is the shade of a place in every view.
func (d drawing) classOf(p *place) string {
	classes := make([]string, len(d.views))
	for n := range d.views {
		v := &d.views[n]
		classes[n] = fmt.Sprintf("v%d%s", n, v.shade(v.readings[p.code].class))
	}
	return strings.Join(classes, " ")
}

// told is what is said of a place, and how long its parts are: the name, then the
// value in every view, each with two characters before the next. The line beside the
// map takes them from there.
type told struct {
	text    strings.Builder
	lengths []string
}

// part adds a part, behind two characters if it is not the first.
func (t *told) part(before, text string) {
	text = strings.Join(strings.Fields(text), " ") // as it comes through a page
	t.text.WriteString(before + text)
	t.lengths = append(t.lengths, fmt.Sprint(len(utf16.Encode([]rune(text))))) // as scripts count
}

// told says a place with its value in every view that has one.
func (d drawing) told(p *place) *told {
	t := &told{}
	t.part("", d.placeName(p))
	before := ": "
	for n := range d.views {
		read := d.views[n].readings[p.code]
		if read.class == missing && len(d.views) > 1 {
			t.lengths = append(t.lengths, "0")
			continue
		}
		t.part(before, read.words)
		before = "; "
	}
	if before == ": " {
		t.text.WriteString(before + d.words.Say("not-reported"))
	}
	return t
}

// placeName is the name of a place, with how its shape is not its own.
func (d drawing) placeName(p *place) string {
	key := "place"
	switch {
	case p.shape.Larger:
		key = "place.part"
	case p.shape.Code != "" && p.shape.Code != p.code:
		key = "place.borrowed"
	}
	return d.words.Say(key, "name", p.name, "code", p.code, "shape", p.shape.Code)
}

// insets lays the places of the atlas that lie beyond the frame out in rows below the
// map, so far from each other that their names do not meet.
func (d drawing) insets(markers map[string]*Marker) []Inset {
	frame, size := d.canvas.drawing.Frame(), d.canvas.inset
	gap := size / 8
	x, y := gap, frame.Height()+gap
	var list []Inset
	for _, code := range slices.Sorted(maps.Keys(markers)) {
		drawn, ok := d.canvas.insetOf(d.base, code, size-2*gap)
		if !ok {
			continue
		}
		name := d.insetName(code)
		step := max(size, widthOf(name, d.canvas.insetText())) + gap
		if x > gap && x+step > frame.Width {
			x, y = gap, y+d.canvas.insetHeight()
		}
		list = append(list, Inset{X: x, Y: y, Size: size, Name: name, Path: drawn.Path,
			DX: (size - drawn.Width) / 2, DY: (size - drawn.Height) / 2, Place: markers[code],
			Ground: d.ground(code)})
		x += step
	}
	return list
}

// insetHeight is how much higher a map is for a row of insets, with their names.
func (c *canvas) insetHeight() int { return c.inset * 3 / 2 }

// insetText is the height of the names of insets.
func (c *canvas) insetText() int { return max(c.text, c.inset/6) }

// insetName is the name of a place beyond the frame: that of atlas.toml, else that of
// the region.
func (m *Maps) insetName(code string) string {
	for _, t := range m.atlas.Edition().Outermost {
		if t.Key == code {
			return t.Name
		}
	}
	if r := m.atlas.Region(code); r != nil {
		return r.Name
	}
	return code
}
