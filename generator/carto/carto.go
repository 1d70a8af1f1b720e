// Package carto prints facts as drawings: maps with their views, markers and
// legends, locators, strip plots, rows of marks. It chooses classes, shades and
// sizes, and leaves words to the room of that name and geometry to the one below.
//
// What it makes are structs that layouts place; a class here names a shade of the
// style sheet and carries no meaning that anybody reads back.
package carto

import (
	"sync"

	"regional-atlas/generator/europe"
	"regional-atlas/generator/geometry"
	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/words"
)

// Maps is the maps of an atlas in one language. Any number of goroutines may
// use it.
type Maps struct {
	viewer
	base  *Basemap
	scene *scene // what the maps of all regions show

	wide, middle *canvas
	smallest     *canvas       // of locators
	small        func() Ground // the ground of locators
	countries    map[string]func() *canvas

	wideLand   func() *Land // around what the maps of Europe show
	middleLand func() *Land
	cells      func() []cell // of the tiles, in the order of the places
}

// New prepares the maps of an atlas on a base map for it, with all of Europe around its regions.
func New(a *profile.Atlas, base *Basemap, in *europe.Figures, w *words.Language, up string) *Maps {
	m := &Maps{viewer: viewer{a, w, in, base.codes(), up}, base: base}
	m.makeCanvases()
	m.scene = m.newScene()
	m.wideLand = sync.OnceValue(func() *Land { return landAround(m.drawingOf("", m.wide)) })
	m.middleLand = sync.OnceValue(func() *Land { return landAround(m.drawingOf("", m.middle)) })
	m.cells = sync.OnceValue(func() []cell { return tileGrid(m.tilePoints()) })
	return m
}

// makeCanvases prepares the map of Europe in pages, shown about 800 pixels wide, that
// of the files of one view, in half the units, and those of the countries.
func (m *Maps) makeCanvases() {
	countries := m.atlas.Edition().Countries
	m.wide = newCanvas(canvas{drawing: m.base.wide, small: 500, radius: 24, largest: 66, inset: 150,
		label: 26, text: 26, tile: 112, zooms: true,
		legend: geometry.Point{X: 110, Y: 300}})
	m.middle = newCanvas(canvas{drawing: m.base.middle, small: 150, radius: 14, largest: 33, inset: 76,
		legend: geometry.Point{X: 55, Y: 150}})
	m.wide.ground = m.groundNamed(m.base.wide, m.landName())
	m.smallest = newCanvas(canvas{drawing: m.base.small, small: 60})
	m.small = m.groundNamed(m.base.small, m.words.Say("map.europe"))
	m.countries = map[string]func() *canvas{}
	for _, c := range countries {
		m.countries[c.Code] = sync.OnceValue(func() *canvas { return m.newCountryCanvas(c.Code, c.Name) })
	}
}

func (m *Maps) groundNamed(d *geometry.Drawing, name string) func() Ground {
	return sync.OnceValue(func() Ground { return groundOf(d, name) })
}

// showsEurope reports whether the maps of all regions show all of Europe.
func (m *Maps) showsEurope() bool { return isEurope(m.base.wide.Frame()) }

// landName is the name of the land that the maps of all regions show.
func (m *Maps) landName() string {
	if m.showsEurope() {
		return m.words.Say("map.europe")
	}
	return m.words.Say("map.land")
}

func (m *Maps) newCountryCanvas(code, name string) *canvas {
	drawing := m.base.country(code)
	if drawing == nil {
		return nil
	}
	c := newCanvas(canvas{drawing: drawing, small: 120, radius: 14, largest: 45, inset: 76, name: 14,
		text: 14, legend: geometry.Point{X: 55, Y: drawing.Frame().Height() - 60}})
	c.ground = sync.OnceValue(func() Ground { return countryGround(drawing, m.words, code, name) })
	return c
}

// hasCanvas tells, without drawing it, whether a country has a canvas.
func (m *Maps) hasCanvas(code string) bool { return len(m.base.parts(code)) > 0 }

// countryCanvas is the canvas of a country of the atlas, nil when it has no shape.
func (m *Maps) countryCanvas(code string) *canvas { return m.countries[code]() }

// Files lists every map that is a file of its own, and the style sheet of the views.
func (m *Maps) Files() output.Files {
	return output.Concat(m.grounds(), m.mapFiles(), m.locatorFiles(),
		output.List(output.File{Address: "assets/views.css", Layout: "views.css",
			Content: func() any { return m.Views() }}))
}

// grounds lists the quiet land behind maps.
func (m *Maps) grounds() output.Files {
	files := []output.File{
		{Address: output.Ground("europe"), Layout: "ground.svg",
			Content: func() any { return m.wide.ground() }},
		{Address: output.Ground("small"), Layout: "ground.svg", Content: func() any { return m.small() }},
	}
	for _, c := range m.atlas.Countries() {
		if m.hasCanvas(c.Code) {
			files = append(files, output.File{Address: output.Ground(c.Code), Layout: "ground.svg",
				Content: func() any { return m.countryCanvas(c.Code).ground() }})
		}
	}
	return output.List(files...)
}

// Views is how many colourings the style sheet of the maps must know.
type Views struct {
	Numbers []int
	Around  []int // of these, that shade regions without a page
	Stripes []ViewStripes
}

// Views is how many colourings the style sheet of the maps must know.
func (m *Maps) Views() Views {
	v := Views{Stripes: m.stripes()}
	for n := range m.scene.views {
		v.Numbers = append(v.Numbers, n)
		if len(m.scene.views[n].around) > 0 {
			v.Around = append(v.Around, n)
		}
	}
	return v
}
