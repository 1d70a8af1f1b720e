package carto

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"regional-atlas/generator/region"
)

// neighbour is what a view shows of a region without a page.
type neighbour struct {
	class int
	words string // its name and value
	year  int
}

// surround classes the regions of Europe by the limits of a view, whose numbers are
// those of an indicator.
func (m viewer) surround(v *view, i *region.Indicator) {
	v.around = map[string]neighbour{}
	for _, code := range m.shapes {
		value, known := m.europe.Of(i.Key, code)
		if !known {
			continue
		}
		text := strings.TrimSpace(m.words.Number(value.Number, i.Decimals) + " " + i.Unit)
		v.around[code] = neighbour{v.classOf(value.Number),
			m.words.Say("map.around", "name", value.Name, "code", value.Code, "indicator",
				m.words.Inside(i.Name), "value", text, "year", strconv.Itoa(value.Year)), value.Year}
	}
}

// classOf is the class of a number, from the highest.
func (v *view) classOf(number float64) int {
	if class := v.quantiles.Class(number); class >= 0 {
		return len(v.classes) - 1 - class
	}
	return missing
}

// surroundings says what a view shows of regions without a page, "" for nothing.
func (d drawing) surroundings(v *view) string {
	shown, newest := 0, 0
	for code, n := range v.around {
		if _, inFrame := d.canvas.bounds(code); inFrame && !holds(d.places, code) {
			shown, newest = shown+1, max(newest, n.year)
		}
	}
	if shown == 0 {
		return ""
	}
	return d.words.Say("legend.around", "n", shown, "year", strconv.Itoa(newest))
}

// holds reports whether a shape is part of that of a region with a page.
func holds(places []*place, code string) bool {
	return slices.ContainsFunc(places, func(p *place) bool { return !p.isApart() && p.covers(code) })
}

// covers reports whether the shape of a code is part of that of a place.
func (p *place) covers(code string) bool {
	return !p.isPoint() && strings.HasPrefix(code, p.shapeCode())
}

// isOpen reports whether a country apart lets the regions inside it show through.
func (v *view) isOpen(p *place) bool {
	return p.isApart() && slices.ContainsFunc(slices.Collect(maps.Keys(v.around)), p.covers)
}

// LandShape is land without a page: a region that some view shades, or all others of a
// country.
type LandShape struct {
	Path  string
	Class string // its shade in the views that show it
	Title string // its name, and its values there
}

// landAround draws the land around places. Their own shapes are left out: they are
// drawn as places, and every shape is drawn once. Only the regions inside a country
// that stands apart are drawn below it, where a view shades them.
func landAround(d drawing) *Land {
	drawn := d.canvas.drawing
	land := &Land{Context: drawn.Context(), Borders: drawn.Borders()}
	var inside, apart []*place
	for _, p := range d.places {
		if slices.ContainsFunc(d.views, func(v view) bool { return v.isOpen(p) }) {
			apart = append(apart, p)
		} else {
			inside = append(inside, p)
		}
	}
	rest := map[string]*strings.Builder{}
	var countries []string
	for _, s := range drawn.Shapes(d.canvas.shapesOf(inside)...) {
		shape := LandShape{Path: s.Path}
		shape.Class, shape.Title = d.shadeOf(s.Code)
		switch {
		case shape.Class != "":
			land.Shapes = append(land.Shapes, shape)
			continue
		case slices.ContainsFunc(apart, func(p *place) bool { return p.covers(s.Code) }):
			continue
		case rest[s.Country] == nil:
			rest[s.Country] = &strings.Builder{}
			countries = append(countries, s.Country)
		}
		rest[s.Country].WriteString(s.Path)
	}
	for _, c := range countries {
		land.Shapes = append(land.Shapes, LandShape{Path: rest[c].String()})
	}
	return land
}

// land is the land around places, which maps share where it has no shades.
func (d drawing) land(plain func() *Land) *Land {
	if slices.ContainsFunc(d.views, func(v view) bool { return len(v.around) > 0 }) {
		return landAround(d)
	}
	return plain()
}

// shaded are the shapes of land that some view shades.
func (l *Land) shaded() []LandShape {
	return slices.DeleteFunc(l.Shapes, func(s LandShape) bool { return s.Class == "" })
}

// ground is what is told of a shape without a page, without its path.
func (d drawing) ground(code string) LandShape {
	class, title := d.shadeOf(code)
	return LandShape{Class: class, Title: title}
}

// shadeOf is the shade of a shape without a page in every view, and what is said of it.
func (d drawing) shadeOf(code string) (class, title string) {
	var classes, said []string
	for n := range d.views {
		if shown, known := d.views[n].around[code]; known {
			classes, said = append(classes,
				fmt.Sprintf("v%d%s", n, d.views[n].shade(shown.class))), append(said, shown.words)
		}
	}
	return strings.Join(classes, " "), strings.Join(said, "; ")
}

// open is the class of a country apart that lets regions show through in some views.
func (d drawing) open(p *place) string {
	class := ""
	for n := range d.views {
		if d.views[n].isOpen(p) {
			class += fmt.Sprintf(" o%d", n)
		}
	}
	return class
}
