package carto

import (
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

// regionLabels names regions on their land, where a name has room there, and calls others
// out: on the map of a country all, on the map of all regions those that are too small to
// be hit, and where there are few of them also those with free ground beside them.
func (d drawing) regionLabels(markers []Marker, countries []Label) (
	names []Label, callouts []Callout,
) {
	const most = 40 // more names would hide the map of a country
	if max(d.canvas.name, d.canvas.text) == 0 {
		return nil, nil
	}
	isRing := func(m Marker) bool { return m.Mark != nil && m.Mark.Ring }
	zooms := levels[:1]
	if d.canvas.name > 0 {
		if len(markers) > most {
			return nil, d.callouts(markers, nil, farAway, isRing)
		}
		zooms = levels[:2]
	}
	upTo := map[string]int{} // the zoom from which a place has its name, by code
	for _, p := range d.places {
		if p.isPoint() || d.canvas.isAway(p) {
			continue
		}
		if l, fits := d.fit(p.name, p.shapeCode(), zooms, d.smallerThan(p)); fits {
			upTo[p.code] = l.From
			names = append(names, l)
		}
	}
	callouts = d.besides(markers, append(slices.Clone(countries), names...),
		func(m Marker) bool { return upTo[m.Code] != 1 })
	for i := range callouts {
		callouts[i].Until = upTo[callouts[i].code]
	}
	return names, callouts
}

// How far from its place a name may stand, in heights of a letter.
const (
	farAway = 16
	nearBy  = 5
)

// besides calls the wanted places out, as many as the kind of map has room for.
func (d drawing) besides(markers []Marker, standing []Label, wanted func(Marker) bool) []Callout {
	isRing := func(m Marker) bool { return m.Mark != nil && m.Mark.Ring }
	switch {
	case d.canvas.name > 0:
		return d.callouts(markers, standing, farAway, wanted)
	case d.scene.isQuiet():
		return d.callouts(markers, standing, nearBy+2, isRing)
	}
	list := d.callouts(markers, standing, farAway, isRing)
	return d.moreCallouts(list, markers, standing, nearBy,
		func(m Marker) bool { return wanted(m) && !isRing(m) })
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

// covers reports whether the box of a name outside lies on land that is coloured: on a
// region, or on a country that is a place itself and not the one the named place lies in.
func (d drawing) covers(box geometry.Box, named *place) bool {
	gap := box.Height() / 4
	wide := geometry.Box{MinX: box.MinX - gap, MinY: box.MinY - gap, MaxX: box.MaxX + gap,
		MaxY: box.MaxY + gap}
	for _, p := range d.places {
		isOwn := p.level == 0 && strings.HasPrefix(named.code, p.code) && p != named
		if isOwn || p.isPoint() || d.canvas.isAway(p) {
			continue
		}
		around, shown := d.canvas.bounds(p.shapeCode())
		if shown && overlapsAny(wide, []geometry.Box{around}) &&
			d.canvas.drawing.Meets(p.shapeCode(), wide) {
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
		boxes = append(boxes, geometry.Box{MinX: l.X - w/2, MinY: l.Y - h, MaxX: l.X + w/2,
			MaxY: l.Y + h})
	}
	return boxes
}

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

func overlapsAny(b geometry.Box, boxes []geometry.Box) bool {
	for _, o := range boxes {
		if b.MinX < o.MaxX && o.MinX < b.MaxX && b.MinY < o.MaxY && o.MinY < b.MaxY {
			return true
		}
	}
	return false
}
