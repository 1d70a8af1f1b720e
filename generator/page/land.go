package page

import (
	"slices"
	"strings"
	"sync"

	"regional-atlas/generator/figure"
	"regional-atlas/generator/region"
)

// Land is the map that pages draw from: Europe, and the outermost regions that
// lie beyond its frame. It is made once and then only read.
type Land struct {
	europe   *figure.Topology
	overseas *figure.Topology
	wide     *figure.Drawing // the map of the index
	middle   *figure.Drawing // the maps of other pages
	small    *figure.Drawing // the ground of locators
}

// The sizes of the drawings: viewBox units, and the detail in metres that the
// simplification keeps. 5 km is still a fine map at 1,100 pixels.
const (
	wideWidth, wideDetail     = 1600, 5_000
	middleWidth, middleDetail = 800, 8_000
	smallWidth, smallDetail   = 400, 14_000
	countryWidth              = 400
)

// NewLand draws the maps that all pages share.
func NewLand(europe, overseas *figure.Topology) *Land {
	return &Land{
		europe: europe, overseas: overseas,
		wide:   europe.Draw(figure.EuropeFrame(wideWidth), wideDetail),
		middle: europe.Draw(figure.EuropeFrame(middleWidth), middleDetail),
		small:  europe.Draw(figure.EuropeFrame(smallWidth), smallDetail),
	}
}

// Draws reports whether there is a shape for a code.
func (l *Land) Draws(code string) bool { return l.europe.Draws(code) || l.overseas.Draws(code) }

// beyond reports whether a code lies outside the frame of Europe.
func (l *Land) beyond(code string) bool { return !l.europe.Draws(code) && l.overseas.Draws(code) }

// Nearby lists codes with a shape that resemble the code.
func (l *Land) Nearby(code string) []string {
	list := append(l.europe.Nearby(code), l.overseas.Nearby(code)...)
	slices.Sort(list)
	return list
}

// Neighbours lists which of the codes share a border.
func (l *Land) Neighbours(codes []string) map[string][]string { return l.europe.Neighbours(codes) }

// Approximate is the sentence that says how a shape is not exact, or "".
func (l *Land) Approximate(code string) string {
	if note := l.europe.Approximate(code); note != "" {
		return note
	}
	return l.overseas.Approximate(code)
}

// country draws a country with what lies around it, for maps in a page.
func (l *Land) country(code string) *figure.Drawing {
	const margin, units = .08, 2.5
	return l.around(code, margin, countryWidth, units)
}

// around draws a country in a square with a margin, a share of its longer side;
// units is what the simplification may move a line by. It is nil when the
// country has no shape in the frame of Europe; parts far out at sea do not
// count.
func (l *Land) around(code string, margin float64, width int, units float64) *figure.Drawing {
	frame, drawn := l.europe.FrameAll(l.parts(code), margin, width)
	if !drawn {
		return nil
	}
	frame = frame.Square()
	return l.europe.Draw(frame, units/frame.Metre())
}

// parts lists the codes of a country that lie in the frame of Europe.
func (l *Land) parts(country string) []string {
	var parts []string
	for _, c := range l.europe.Codes() {
		if l.europe.Country(c) != country {
			continue
		}
		if _, shown := l.small.Bounds(c); shown {
			parts = append(parts, c)
		}
	}
	return parts
}

// sheets prepares the map of the index, shown about 800 pixels wide, that of
// other pages, in half the units, and those of the countries.
func (p *setting) sheets() {
	countries := p.edition.Countries
	p.wide = newSheet(sheet{drawing: p.land.wide, small: 500, radius: 24, largest: 90, inset: 150, label: 26}, countries)
	p.middle = newSheet(sheet{drawing: p.land.middle, small: 150, radius: 14, largest: 45, inset: 76}, countries)
	p.middle.ground = sync.OnceValue(func() Ground { return groundOf(p.land.middle, "Europe") })
	p.smallest = newSheet(sheet{drawing: p.land.small, small: 60}, nil)
	p.small = sync.OnceValue(func() Ground { return groundOf(p.land.small, "Europe") })
	p.countrySheets = map[string]func() *sheet{}
	for _, c := range countries {
		p.countrySheets[c.Code] = sync.OnceValue(func() *sheet {
			drawing := p.land.country(c.Code)
			if drawing == nil {
				return nil
			}
			s := newSheet(sheet{drawing: drawing, small: 120, radius: 14, largest: 45, inset: 76}, nil)
			s.ground = sync.OnceValue(func() Ground { return countryGround(drawing, c.Code, c.Name) })
			return s
		})
	}
}

// hasSheet tells, without drawing it, whether a country has a sheet.
func (p *setting) hasSheet(code string) bool { return len(p.land.parts(code)) > 0 }

// countrySheet is the sheet of a country of the atlas, nil when it has no shape.
func (p *setting) countrySheet(code string) *sheet { return p.countrySheets[code]() }

// mapLand draws the land around regions. Their own shapes are left out: they
// are drawn as places, and every shape is drawn once.
func mapLand(d *figure.Drawing, regions []*region.Region) *MapLand {
	land := &MapLand{Context: d.Context(), Borders: d.Borders()}
	paths := map[string]*strings.Builder{}
	var countries []string
	for _, s := range d.Shapes(shapesOf(regions)...) {
		if paths[s.Country] == nil {
			paths[s.Country] = &strings.Builder{}
			countries = append(countries, s.Country)
		}
		paths[s.Country].WriteString(s.Path)
	}
	for _, c := range countries {
		land.Shapes = append(land.Shapes, paths[c].String())
	}
	return land
}

// shapesOf lists the codes of the shapes of regions.
func shapesOf(regions []*region.Region) []string {
	var codes []string
	for _, r := range regions {
		if !r.IsPoint() {
			codes = append(codes, r.ShapeCode())
		}
	}
	return codes
}

// Ground is the quiet land behind maps, one file for many pages.
type Ground struct {
	Width, Height int
	Title         string
	Context       string // land without codes
	Land          string // coded regions, one outline
	Here          string // the country that the ground is about, "" for none
	Inner         string // borders between its regions
	Borders       string // between countries
}

func groundOf(d *figure.Drawing, title string) Ground {
	frame := d.Frame()
	return Ground{Width: frame.Width, Height: frame.Height(), Title: title, Context: d.Context(), Land: d.Ground(), Borders: d.Borders()}
}

// countryGround is the ground of a country: its own land stands out.
func countryGround(d *figure.Drawing, code, name string) Ground {
	g := groundOf(d, name+" and its surroundings")
	g.Land, g.Here, g.Inner = d.Ground(code), d.Path(code), d.RegionBorders()
	return g
}
