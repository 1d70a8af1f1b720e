package carto

import (
	"fmt"
	"strings"

	"regional-atlas/generator/geometry"
	"regional-atlas/generator/region"
)

// Zoom is a part of the map that a reader can bring near. Its box has the form of
// the whole map, so that nothing beside the map moves.
type Zoom struct {
	Key, Name string
	Box       string // as the viewBox of the map: x, y, width, height
}

// nearest is how many times a part may be larger than on the whole map: nearer, the
// lines would show how coarse they are.
const nearest = 8

// levels are the zooms from which more names have room.
var levels = []int{1, 2, 3, 4, 6, 8}

// zooms lists the parts that atlas.toml stores, and the countries of the atlas; only
// maps of Europe have them.
func (d drawing) zooms(height int) (stored, countries []Zoom) {
	if !d.canvas.zooms {
		return nil, nil
	}
	for _, v := range d.atlas.Edition().MapViews {
		stored = d.addZoom(stored, Zoom{Key: region.Slug(v.Key), Name: v.Name}, v.Codes, height)
	}
	for _, c := range d.atlas.Countries() {
		if len(d.atlas.Countries()) == 1 {
			break // the whole map shows it
		}
		zoom := Zoom{Key: strings.ToLower(c.Code), Name: c.Name}
		countries = d.addZoom(countries, zoom, []string{c.Code}, height)
	}
	return stored, countries
}

func (d drawing) addZoom(list []Zoom, z Zoom, codes []string, height int) []Zoom {
	box, shown := d.around(codes)
	if !shown {
		return list
	}
	z.Box = d.viewBox(box, height)
	return append(list, z)
}

// around is the box that holds the shapes of some codes.
func (d drawing) around(codes []string) (box geometry.Box, shown bool) {
	for _, code := range codes {
		b, drawn := d.canvas.bounds(code)
		switch {
		case drawn && !shown:
			box, shown = b, true
		case drawn:
			box = box.With(b)
		}
	}
	return box, shown
}

// viewBox widens a box by a margin to the form of the whole map, of a height, and
// moves it into the frame.
func (d drawing) viewBox(b geometry.Box, height int) string {
	const margin = 20 // the part of the box that is free on each side
	frame := d.canvas.drawing.Frame()
	width := max(b.Width()+2*b.Width()/margin, (b.Height()+2*b.Height()/margin)*frame.Width/height,
		frame.Width/nearest)
	width = min(width, frame.Width)
	high := width * height / frame.Width
	x := within((b.MinX+b.MaxX-width)/2, frame.Width-width)
	y := within((b.MinY+b.MaxY-high)/2, max(frame.Height(), high)-high)
	return fmt.Sprint(x, " ", y, " ", width, " ", high)
}

func within(n, most int) int { return min(max(n, 0), most) }

// nearNames names the places of a map of Europe, each from the zoom on at which its
// name has room on its land, and the countries where they have room later than on the
// whole map.
func (d drawing) nearNames() nearNames {
	n := nearNames{from: map[string]int{}}
	coloured := d.canvas.shapesOf(d.places)
	for _, c := range d.atlas.Countries() {
		if d.base.isDivided(c.Code) {
			continue
		}
		l, fits := d.fit(c.Name, c.Code, levels, coloured)
		if fits && (l.From > 1 || d.canvas.label == 0) {
			n.countries = append(n.countries, l)
		}
	}
	for _, p := range d.places {
		if p.isPoint() || d.canvas.isAway(p) {
			continue
		}
		if l, fits := d.fit(p.name, p.shapeCode(), levels, d.smallerThan(p)); fits && l.From > 1 {
			n.places = append(n.places, l)
			n.from[p.code] = l.From
		}
	}
	return n
}

// fit looks for the first of some zooms at which a name fits on the land of a code,
// on none of the excepted ones.
func (d drawing) fit(name, code string, zooms []int, except []string) (Label, bool) {
	for _, zoom := range zooms {
		height := max(1, d.canvas.text/zoom)
		at, fits := d.canvas.drawing.Label(code, (widthOf(name, d.canvas.text)+d.canvas.text/2)/zoom,
			height, except...)
		if fits {
			return Label{Text: name, X: at.X, Y: at.Y, From: zoom}, true
		}
	}
	return Label{}, false
}
