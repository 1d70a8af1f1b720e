package carto

import (
	"slices"
	"strings"
	"sync"

	"regional-atlas/generator/geometry"
	"regional-atlas/generator/profile"
)

// Basemap is the land that maps draw from: Europe, and the outermost regions that
// lie beyond its frame. It is made once, and keeps the countries that are drawn of it.
type Basemap struct {
	europe   *geometry.Topology
	overseas *geometry.Topology
	wide     *geometry.Drawing // the maps in pages
	middle   *geometry.Drawing // the maps that are files of one view
	small    *geometry.Drawing // the ground of locators, always all of Europe

	// countries are those that were drawn, each a *geometry.Drawing, by code: For copies
	// a base map, and the copies share them.
	countries *sync.Map
}

// The sizes of the drawings: viewBox units, and the detail in metres that the
// simplification keeps. 5 km is still a fine map at 1,100 pixels.
const (
	wideWidth, wideDetail     = 1600, 5_200
	middleWidth, middleDetail = 800, 8_000
	smallWidth, smallDetail   = 400, 14_000
	countryWidth              = 532
)

// NewBasemap draws what all maps share.
func NewBasemap(europe, overseas *geometry.Topology) *Basemap {
	return &Basemap{
		europe: europe, overseas: overseas,
		wide:   europe.Draw(geometry.EuropeFrame(wideWidth), wideDetail),
		middle: europe.Draw(geometry.EuropeFrame(middleWidth), middleDetail),
		small:  europe.Draw(geometry.EuropeFrame(smallWidth), smallDetail),

		countries: &sync.Map{},
	}
}

// For is the base map whose maps of all regions show what an atlas wants them to.
func (b *Basemap) For(a *profile.Atlas) *Basemap {
	frame := b.frameOf(a)
	if isEurope(frame) {
		return b
	}
	whole := geometry.EuropeFrame(1)
	part := (frame.MaxX - frame.MinX) / (whole.MaxX - whole.MinX)
	drawn := func(width int, detail float64) *geometry.Drawing {
		frame.Width = width
		return b.europe.Draw(frame, detail*part)
	}
	copied := *b
	copied.wide, copied.middle = drawn(wideWidth, wideDetail), drawn(middleWidth, middleDetail)
	return &copied
}

// isEurope reports whether a frame is that of all of Europe, whatever its width.
func isEurope(f geometry.Frame) bool { return f == geometry.EuropeFrame(f.Width) }

// Draws reports whether there is a shape for a code.
func (b *Basemap) Draws(code string) bool { return b.europe.Draws(code) || b.overseas.Draws(code) }

// codes lists the codes of all shapes.
func (b *Basemap) codes() []string { return append(b.europe.Codes(), b.overseas.Codes()...) }

// IsBeyond reports whether a code lies outside the frame of Europe.
func (b *Basemap) IsBeyond(code string) bool {
	if b.europe.Draws(code) {
		return b.small.Share(code) < leastShare
	}
	return b.overseas.Draws(code)
}

// Nearby lists codes with a shape that resemble the code.
func (b *Basemap) Nearby(code string) []string {
	list := append(b.europe.Nearby(code), b.overseas.Nearby(code)...)
	slices.Sort(list)
	return list
}

// Neighbours lists which of the codes share a border.
func (b *Basemap) Neighbours(codes []string) map[string][]string { return b.europe.Neighbours(codes) }

// Approximate is the sentence that says how a shape is not exact, or "".
func (b *Basemap) Approximate(code string) string {
	if note := b.europe.Approximate(code); note != "" {
		return note
	}
	return b.overseas.Approximate(code)
}

// Polygons is the land of a code in degrees, for maps that others draw, to a quarter of a
// kilometre; nil for a code without a shape.
func (b *Basemap) Polygons(code string) []geometry.Polygon {
	const metres, perDegree = 250, 111_320
	if b.europe.Draws(code) {
		return b.europe.Polygons(code, metres, geometry.Unproject)
	}
	return b.overseas.Polygons(code, metres/float64(perDegree),
		func(x, y float64) geometry.LonLat { return geometry.LonLat{Lon: x, Lat: y} })
}

// Europe draws all of Europe, coarsely, at a width.
func (b *Basemap) Europe(width int) *geometry.Drawing {
	return b.europe.Draw(geometry.EuropeFrame(width), smallDetail)
}

// farPoint is the point at the edge of a frame in whose direction a code lies that is
// beyond it.
func (b *Basemap) farPoint(code string, frame geometry.Frame) geometry.Point {
	around, drawn := b.overseas.Tight([]string{code}) // in degrees
	x, y := geometry.Project((around.MinX+around.MaxX)/2, (around.MinY+around.MaxY)/2)
	if !drawn {
		if around, drawn = b.europe.Tight([]string{code}); !drawn {
			return geometry.Point{X: frame.Width / 2, Y: frame.Height()}
		}
		x, y = (around.MinX+around.MaxX)/2, (around.MinY+around.MaxY)/2
	}
	at := frame.Point(x, y)
	return geometry.Point{X: within(at.X, frame.Width), Y: within(at.Y, frame.Height())}
}

// Inset draws a code that lies outside the frame of a map in a box of a size.
func (b *Basemap) Inset(code string, size int) (geometry.Inset, bool) {
	if b.overseas.Draws(code) {
		return b.overseas.Inset(code, size, size)
	}
	return b.europe.Plane(code, size, size)
}

// leastShare is how much of a shape a map must show to draw it in its place: of Svalbard
// the map of Europe has Jan Mayen alone.
const leastShare = .05

// Around draws a country in a picture so many times as wide as high, with a margin, a share of its longer side;
// units is what the simplification may move a line by. It is nil when the
// country has no shape in the frame of Europe; parts far out at sea do not
// count.
func (b *Basemap) Around(country string, margin, ratio float64, width int,
	units float64) *geometry.Drawing {
	frame, drawn := b.europe.Tight(b.parts(country))
	if !drawn {
		return nil
	}
	frame.Width = width
	frame = frame.Widened(margin, b.least(country)).Shaped(ratio)
	return b.europe.Draw(frame, units/frame.Metre())
}

// least is how long the shorter side of the map of a country is at least: towns and
// quarters with boundaries of their own are small.
func (b *Basemap) least(country string) float64 {
	const quarters = 8e3
	if b.isDivided(country) {
		return quarters
	}
	return geometry.SmallestFrame
}

// country draws a country with what lies around it, for maps in a page: once for all
// languages. It is nil where Around is.
func (b *Basemap) country(code string) *geometry.Drawing {
	const margin, ratio, units = .08, 4. / 3, 2.5
	if known, found := b.countries.Load(code); found {
		return known.(*geometry.Drawing)
	}
	known, _ := b.countries.LoadOrStore(code, b.Around(code, margin, ratio, countryWidth, units))
	return known.(*geometry.Drawing)
}

// IsNear reports whether a point lies in a country or around it, as far as the
// frame of Europe shows it. It is false for a country that the map does not have.
func (b *Basemap) IsNear(country string, lon, lat float64) bool {
	const margin = .25
	frame, drawn := b.europe.FrameAll(b.parts(country), margin, countryWidth)
	return drawn && frame.Shows(frame.Point(geometry.Project(lon, lat)))
}

// isDivided reports whether an atlas has boundaries of its own inside a country.
func (b *Basemap) isDivided(country string) bool { return b.europe.Draws(country + "-") }

// parts lists the codes of a country that lie in the frame of Europe; where an atlas has
// boundaries of its own there, only theirs.
func (b *Basemap) parts(country string) []string {
	var parts []string
	own := b.isDivided(country)
	for _, c := range b.europe.Codes() {
		if b.europe.Country(c) != country || own && !strings.HasPrefix(c, country+"-") {
			continue
		}
		if !b.IsBeyond(c) {
			parts = append(parts, c)
		}
	}
	return parts
}
