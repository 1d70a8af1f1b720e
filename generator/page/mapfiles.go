package page

import (
	"regional-atlas/generator/region"
)

// MapFile is a map as a file of its own: title, land, legend and credit. The
// title stands above the map, at negative heights.
type MapFile struct {
	Map
	View  View
	Line  int // height of a line of text
	Top   int // of the file, below zero
	Total int // height of the file
	Rows  []LegendRow
	Base  int // where the credit stands
}

// LegendRow is an entry of the legend with its place in the file.
type LegendRow struct {
	LegendEntry
	X, Y int
}

// mapFiles lists the maps that pages show, as files.
func (p *Planner) mapFiles(yield func(Page) bool) bool {
	var pages []Page
	add := func(name string, make func() any) {
		pages = append(pages, Page{mapAddress(name), "map.svg", make})
	}
	for n, v := range p.views {
		add("europe-"+v.key, func() any { return p.europeFile(n) })
	}
	for _, n := range p.edition.Networks {
		add("memberships-"+region.Slug(n.Key), func() any { return p.viewFile(n.Name, p.answerView(n)) })
	}
	for _, t := range p.edition.Topics {
		add("topics-"+region.Slug(t.Key), func() any { return p.viewFile(t.Name, p.topicView(t)) })
	}
	for _, g := range p.atlas.Countries() {
		if p.drawsInside(g) {
			add("countries-"+region.Slug(g.Country.Code), func() any { return p.inside(g).countryFile(g.Country.Code) })
		}
	}
	return all(yield, pages) && p.locatorFiles(yield)
}

func (p *Planner) locatorFiles(yield func(Page) bool) bool {
	for _, e := range p.atlas.Regions() {
		if !yield(Page{mapAddress("regions-" + e.Slug()), "locator.svg",
			func() any { return p.locatorFile(e) }}) {
			return false
		}
	}
	return true
}

func (p *Planner) europeFile(number int) MapFile {
	s := p.wide
	v := p.views[number]
	return file(p.mapOf("", v.name, s, []view{v}, p.drawn, true), s, p.wideLand())
}

func (p *Planner) viewFile(title string, v view) MapFile {
	s := p.middle
	return file(p.mapOf("", title, s, []view{v}, p.drawn, false), s, p.middleLand())
}

func (p *Planner) countryFile(code string) MapFile {
	s := p.countrySheet(code)
	v := p.views[0]
	regions := p.atlas.InCountry(code)
	return file(p.mapOf("", p.edition.CountryNamed(code)+": "+lowerFirst(v.name), s, []view{v}, regions, false), s, mapLand(s.drawing, regions))
}

// file adds the land and lays the legend out below the map, in two columns.
func file(m Map, s *sheet, land *MapLand) MapFile {
	m.Land = land
	const columns, linesPerWidth = 2, 34
	f := MapFile{Map: m, View: m.Views[0], Line: m.Width / linesPerWidth}
	step := f.Line * 3 / 2
	f.Top = -9 * f.Line / 2
	for i, entry := range f.View.Legend {
		f.Rows = append(f.Rows, LegendRow{entry, f.Line + (i%columns)*m.Width/columns, m.Height + step*(1+i/columns)})
	}
	f.Base = m.Height + step*(2+(len(f.Rows)-1)/columns)
	f.Total = f.Base + f.Line - f.Top
	return f
}

// Views is how many colourings the style sheet of the maps must know.
type Views struct{ Numbers []int }

func (p *Planner) viewNumbers() Views {
	var v Views
	for n := range p.views {
		v.Numbers = append(v.Numbers, n)
	}
	return v
}
