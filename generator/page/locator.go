package page

import (
	"fmt"

	"regional-atlas/generator/region"
)

// Locator shows where a region lies: the region in its country, the country in
// Europe. The ground of each is a file that pages share; only the shapes that
// are marked stand in the page.
type Locator struct {
	Near   *Panel // nil for a whole country, which Europe shows
	Far    Panel
	Alt    string
	Note   string // why the shape is only approximate
	Credit string
	File   string // the same as an SVG file
}

// Panel is one map of a locator.
type Panel struct {
	Ground        string // address of the ground, "" for a drawing that stands alone
	Width, Height int
	Path          string // what is marked
	Mark          *Mark
}

func (p *setting) locator(root string, r *region.Region) Locator {
	l := Locator{Alt: fmt.Sprintf("Map: %s in %s and in Europe", r.Name, p.edition.CountryNamed(r.Country())),
		Note: r.Shape.Remark, Credit: boundaries, Far: p.far(root, r), File: root + mapAddress("regions-"+r.Slug())}
	if l.Note == "" {
		l.Note = p.shapeNote(r)
	}
	if r.Level() > 0 {
		l.Near = p.near(root, r)
	} else {
		l.Alt = fmt.Sprintf("Map: %s in Europe", r.Name)
	}
	return l
}

// shapeNote says how a shape is not the region's own; "" when it is.
func (p *setting) shapeNote(r *region.Region) string {
	switch {
	case r.IsPoint():
		return "Drawn as a point: the map has no shape for it."
	case r.Shape.Code != "" && r.Shape.Code != r.Code:
		return "Drawn with the shape of " + r.Shape.Code + ", not its own."
	}
	if note := p.land.Approximate(r.Code); note != "" {
		return "Approximate shape: " + note + "."
	}
	return ""
}

// far marks the country in Europe, by a ring where it is small.
func (p *setting) far(root string, r *region.Region) Panel {
	const ring = 14
	frame := p.land.small.Frame()
	at := p.smallest.spot(&region.Region{Code: r.Country()})
	panel := Panel{Ground: root + groundAddress("small"), Width: frame.Width, Height: frame.Height(), Path: at.path}
	if at.shown && at.tiny {
		panel.Mark = &Mark{at.at.X, at.at.Y, ring}
	}
	return panel
}

// near marks the region in its country; what lies beyond the frame of Europe
// stands alone.
func (p *setting) near(root string, r *region.Region) *Panel {
	const ring = 16
	s := p.countrySheet(r.Country())
	switch {
	case !r.IsPoint() && p.land.beyond(r.ShapeCode()):
		inset, _ := p.land.overseas.Inset(r.ShapeCode(), countryWidth, countryWidth)
		return &Panel{Width: inset.Width, Height: inset.Height, Path: inset.Path}
	case s == nil:
		return nil
	}
	frame := s.drawing.Frame()
	panel := &Panel{Ground: root + groundAddress(r.Country()), Width: frame.Width, Height: frame.Height()}
	at := s.spot(r)
	panel.Path = at.path
	if at.shown && at.tiny {
		panel.Mark = &Mark{at.at.X, at.at.Y, ring}
	}
	return panel
}

// LocatorFile is a locator as a file of its own.
type LocatorFile struct {
	Title, Credit string
	Ground        Ground
	Panel         Panel
	Height        int // of the file: the map with title and credit
}

// locatorFile draws a region on the ground of its country, or of Europe.
func (p *setting) locatorFile(r *region.Region) LocatorFile {
	f := LocatorFile{Title: fmt.Sprintf("%s (%s), %s", r.Name, r.Code, p.edition.CountryNamed(r.Country())), Credit: boundaries}
	l := p.locator("", r)
	f.Panel, f.Ground = l.Far, p.small()
	if l.Near != nil {
		f.Panel = *l.Near
		f.Ground = Ground{Width: f.Panel.Width, Height: f.Panel.Height}
		if f.Panel.Ground != "" {
			f.Ground = p.countrySheet(r.Country()).ground()
		}
	}
	const title, credit = 34, 26
	f.Height = f.Ground.Height + title + credit
	return f
}
