package page

import (
	"slices"

	"regional-atlas/generator/figure"
)

// Land is the map that pages draw from: Europe, and the outermost regions that
// lie beyond its frame. It is made once and then only read.
type Land struct {
	europe   *figure.Topology
	overseas *figure.Topology
	wide     *figure.Drawing // the map of the index
	small    *figure.Drawing // the ground of locators
}

// The sizes of the drawings: viewBox units, and the detail in metres that the
// simplification keeps. 5 km is still a fine map at 1,100 pixels.
const (
	wideWidth, wideDetail   = 1600, 5_000
	smallWidth, smallDetail = 400, 14_000
	insetSize               = 150
)

// NewLand draws the maps that all pages share.
func NewLand(europe, overseas *figure.Topology) *Land {
	return &Land{
		europe: europe, overseas: overseas,
		wide:  europe.Draw(figure.EuropeFrame(wideWidth), wideDetail),
		small: europe.Draw(figure.EuropeFrame(smallWidth), smallDetail),
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

// Ground is the quiet map behind every locator, one file for all pages.
type Ground struct {
	Width, Height int
	Land          string // coded regions, one outline
	Context       string // land without codes
	Borders       string // between countries
}

// Ground draws the land behind locators.
func (l *Land) Ground() Ground {
	frame := l.small.Frame()
	return Ground{frame.Width, frame.Height(), l.small.Ground(), l.small.Context(), l.small.Borders()}
}
