package carto

import (
	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
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

// Locator shows where a region lies; root is the way up to the folder of the site.
func (m *Maps) Locator(root string, r *profile.Region) Locator {
	l := Locator{Alt: m.words.Say("locator.inside", "region", r.Name, "country", r.Country.Name),
		Note: r.Shape.Remark, Credit: m.Credit(), Far: m.far(root, r),
		File: root + output.MapOf("regions-"+r.Slug())}
	if l.Note == "" {
		l.Note = m.shapeNote(r)
	}
	if r.Level > 0 {
		l.Near = m.near(root, r)
	} else {
		l.Alt = m.words.Say("locator.country", "country", r.Name)
	}
	return l
}

// shapeNote says how a shape is not the region's own; "" when it is.
func (m *Maps) shapeNote(r *profile.Region) string {
	switch {
	case r.IsPoint():
		return m.words.Say("shape.point")
	case r.IsBorrowed():
		return m.words.Say("shape.borrowed", "code", r.Shape.Code)
	}
	if note := m.base.Approximate(r.Code); note != "" {
		return m.words.Say("shape.approximate", "how", note)
	}
	return ""
}

// far marks the country in Europe, by a ring where it is small.
func (m *Maps) far(root string, r *profile.Region) Panel {
	const ring = 14
	frame := m.base.small.Frame()
	at := m.smallest.positionOf(r.Country.Code)
	panel := Panel{Ground: m.up + root + output.Ground("small"), Width: frame.Width,
		Height: frame.Height(), Path: at.path}
	if at.shown && at.tiny {
		panel.Mark = &Mark{X: at.at.X, Y: at.at.Y, R: ring}
	}
	return panel
}

// near marks the region in its country; what lies beyond the frame of Europe
// stands alone.
func (m *Maps) near(root string, r *profile.Region) *Panel {
	const ring = 16
	c := m.countryCanvas(r.Country.Code)
	switch {
	case !r.IsPoint() && m.base.IsBeyond(r.ShapeCode()):
		inset, _ := m.base.Inset(r.ShapeCode(), countryWidth)
		return &Panel{Width: inset.Width, Height: inset.Height, Path: inset.Path}
	case c == nil:
		return nil
	}
	frame := c.drawing.Frame()
	panel := &Panel{Ground: m.up + root + output.Ground(r.Country.Code), Width: frame.Width,
		Height: frame.Height()}
	at := c.position(placeOf(r))
	panel.Path = at.path
	if at.shown && at.tiny {
		panel.Mark = &Mark{X: at.at.X, Y: at.at.Y, R: ring}
	}
	return panel
}

// LocatorFile is a locator as a file of its own.
type LocatorFile struct {
	Title, Credit string
	Ground        Ground
	Panel         Panel
	Box           *Box // the region by itself, where it lies beyond the map
	Height        int  // of the file: the map with title and credit
}

// Box is a region by itself in a corner of a map, with room around it.
type Box struct {
	X, Y, Side  int
	Inner, Room int // the side within the room, and the room
	Panel       Panel
}

// locatorFile draws a region on the ground of its country, or of Europe.
func (m *Maps) locatorFile(r *profile.Region) LocatorFile {
	f := LocatorFile{Title: m.words.Say("locator.title", "region", r.Name, "code", r.Code, "country",
		r.Country.Name), Credit: m.Credit()}
	l := m.Locator("", r)
	f.Panel, f.Ground = l.Far, m.small()
	switch {
	case l.Near == nil:
	case l.Near.Ground == "":
		const side, room, edge = 110, 12, 8
		f.Box = &Box{f.Ground.Width - side - edge, edge, side, side - 2*room, room, *l.Near}
	default:
		f.Panel, f.Ground = *l.Near, m.countryCanvas(r.Country.Code).ground()
	}
	const title, credit = 34, 26
	f.Height = f.Ground.Height + title + credit
	return f
}

func (m *Maps) locatorFiles() output.Files {
	return func(yield func(output.File) bool) {
		for _, r := range m.atlas.Regions() {
			if !yield(output.File{Address: output.MapOf("regions-" + r.Slug()), Layout: "locator.svg",
				Content: func() any { return m.locatorFile(r) }}) {
				return
			}
		}
	}
}
