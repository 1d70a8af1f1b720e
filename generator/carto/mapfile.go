package carto

import (
	"slices"
	"strings"
	"unicode/utf8"

	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// MapFile is a map as a file of its own: title, land, legend and credit. The
// title stands above the map, at negative heights.
type MapFile struct {
	Map
	View  View
	Note  string // unit or years, and the median
	Line  int    // height of a line of text
	Top   int    // of the file, below zero
	Total int    // height of the file
	Rows  []LegendRow
	Base  int // where the credit stands

	Around string // what it shows of regions without a page, "" for nothing
	Under  int    // where that stands
}

// LegendRow is an entry of the legend with its place in the file.
type LegendRow struct {
	LegendEntry
	X, Y int
}

// mapFiles lists the maps that pages show, as files.
func (m *Maps) mapFiles() output.Files {
	var files []output.File
	add := func(name string, content func() any) {
		files = append(files, output.File{Address: output.MapOf(name), Layout: "map.svg",
			Content: content})
	}
	for n, v := range m.scene.views {
		add("europe-"+v.key, func() any { return m.europeFile(n) })
	}
	edition := m.atlas.Edition()
	for n := range edition.Indicators {
		if !m.scene.aggregated && !slices.Contains(edition.MainIndicators(), n) {
			add(m.figureFile(n), func() any {
				return m.viewFile(edition.Indicators[n].Name,
					m.figureView(m.scene, n))
			})
		}
	}
	for i, n := range edition.Networks {
		add("memberships-"+region.Slug(n.Key),
			func() any { return m.viewFile(n.Name, m.answerView(m.scene, i)) })
	}
	for i, t := range edition.Topics {
		add("topics-"+region.Slug(t.Key),
			func() any { return m.viewFile(t.Name, m.topicView(m.scene, i)) })
	}
	for _, c := range m.atlas.Countries() {
		if m.DrawsInside(c) {
			add("countries-"+region.Slug(c.Code), func() any { return m.countryFile(c) })
		}
	}
	return output.List(files...)
}

func (m *Maps) europeFile(number int) MapFile {
	v := m.scene.views[number]
	d := m.drawingOf("", m.wide, v)
	return d.file(v.name, d.land(m.wideLand))
}

func (m *Maps) viewFile(title string, v view) MapFile {
	d := m.drawingOf("", m.middle, v)
	return d.file(title, d.land(m.middleLand))
}

func (m *Maps) countryFile(c profile.Country) MapFile {
	d := m.countryDrawing("", c)
	title := m.words.Say("map.country-view", "country", c.Name, "view",
		m.words.Inside(d.views[0].name))
	return d.file(title, landAround(d))
}

// file is the drawing as a file of its own, with what its view shows of regions without a
// page.
func (d drawing) file(title string, land *Land) MapFile {
	f := mapFile(d.draw(title), land)
	if f.Around = d.surroundings(&d.views[0]); f.Around != "" {
		line := f.Line * 3 / 2
		f.Under, f.Base, f.Total = f.Base, f.Base+line, f.Total+line
	}
	return f
}

// mapFile adds the land and lays the legend out below the map, in two columns where its
// entries are short enough.
func mapFile(m Map, land *Land) MapFile {
	m.Land = land
	const linesPerWidth, fitting = 34, 24 // characters of half a width, without the swatch
	f := MapFile{Map: m, View: m.Views[0], Line: m.Width / linesPerWidth}
	columns := 2
	for _, entry := range f.View.Legend {
		if utf8.RuneCountInString(entry.Label+entry.Count) > fitting {
			columns = 1
		}
	}
	step := f.Line * 3 / 2
	f.Top = -9 * f.Line / 2
	notes := []string{f.View.Note}
	for i, entry := range f.View.Legend {
		notes = append(notes, entry.Mark)
		f.Rows = append(f.Rows, LegendRow{entry, f.Line + (i%columns)*m.Width/columns,
			m.Height + step*(1+i/columns)})
	}
	f.Note = strings.Join(slices.DeleteFunc(notes, func(s string) bool { return s == "" }), ", ")
	f.Base = m.Height + step*(2+(len(f.Rows)-1)/columns)
	f.Total = f.Base + f.Line - f.Top
	return f
}
