package carto

import (
	"math"
	"sync"

	"regional-atlas/generator/geometry"
	"regional-atlas/generator/words"
)

// canvas is a drawing with the sizes of what is put on it, in its units. What is
// the same on every map of the canvas is drawn once, when it is first needed.
type canvas struct {
	drawing *geometry.Drawing
	small   float64        // a shape with less area gets a circle
	radius  int            // of that circle: 24 pixels across at the usual size of the map
	largest int            // radius of the largest total
	inset   int            // size of the boxes for places beyond the frame
	label   int            // height of a country's name, 0 for none
	name    int            // height of a region's name, 0 for none
	text    int            // height of names that a zoom brings out
	tile    int            // size of the tiles beside the map, 0 for none
	zooms   bool           // parts of it can be brought near
	legend  geometry.Point // where the circles of the legend of totals stand

	found  *found
	ground func() Ground // the land as a picture of its own
}

// found remembers where shapes stand, and the drawings of insets: many places and
// views may share one.
type found struct {
	sync.Mutex
	positions map[string]position // by shape
	insets    map[string]geometry.Inset
	bounds    map[string]bounds // by shape
	free      map[string]bool   // by place: its circle covers no other
	circles   map[string]int    // radius of the largest, by view

	written  lettering
	writing  sync.Once // of it
	near     nearNames
	bringing sync.Once // of these
}

// lettering is what is written on every map of a canvas.
type lettering struct {
	countries, regions []Label
	callouts           []Callout // without the way to their pages
}

// lettering finds room for names. All maps on a canvas show the same places, at the same
// spots, whatever their colours.
func (c *canvas) lettering(d drawing, markers []Marker) lettering {
	c.found.writing.Do(func() {
		l := &c.found.written
		l.countries = d.countryLabels()
		l.regions, l.callouts = d.regionLabels(markers, l.countries)
	})
	return c.found.written
}

// nearNames are the names that a zoom brings out.
type nearNames struct {
	places, countries []Label
	from              map[string]int // the zoom from which a place has its name, by code
}

// near finds the names that a zoom brings out, on all maps of a canvas the same.
func (c *canvas) near(d drawing) nearNames {
	c.found.bringing.Do(func() { c.found.near = d.nearNames() })
	return c.found.near
}

// bounds is the box of a shape.
type bounds struct {
	box   geometry.Box
	shown bool
}

// position is where a place stands on a canvas.
type position struct {
	path  string
	at    geometry.Point
	shown bool // at lies on the canvas
	tiny  bool
	away  bool // almost nothing of it lies on the canvas
}

// newCanvas is an empty canvas; only what a map asks for is drawn.
func newCanvas(c canvas) *canvas {
	c.found = &found{positions: map[string]position{}, insets: map[string]geometry.Inset{},
		bounds: map[string]bounds{}, free: map[string]bool{}, circles: map[string]int{}}
	return &c
}

// position is where a place stands.
func (c *canvas) position(p *place) position {
	if p.isPoint() {
		at := c.drawing.Frame().Point(geometry.Project(p.shape.Lon, p.shape.Lat))
		return position{at: at, shown: c.drawing.Frame().Shows(at), tiny: true}
	}
	return c.positionOf(p.shapeCode())
}

// positionOf is where the shape of a code stands.
func (c *canvas) positionOf(code string) position {
	c.found.Lock()
	defer c.found.Unlock()
	known, met := c.found.positions[code]
	if !met {
		at, shown := c.drawing.Centre(code)
		known = position{c.drawing.Path(code), at, shown, c.drawing.Area(code) < c.small,
			c.drawing.Share(code) < leastShare}
		c.found.positions[code] = known
	}
	return known
}

// isAway reports whether a place lies beyond the canvas, so that a box of its own shows it.
func (c *canvas) isAway(p *place) bool { return !p.isPoint() && c.positionOf(p.shapeCode()).away }

// bounds is the box of the shape of a code.
func (c *canvas) bounds(code string) (geometry.Box, bool) {
	c.found.Lock()
	defer c.found.Unlock()
	known, met := c.found.bounds[code]
	if !met {
		known.box, known.shown = c.drawing.Bounds(code)
		c.found.bounds[code] = known
	}
	return known.box, known.shown
}

// isFree reports whether the circle round a small place covers no other place, so
// that it may take clicks that are near.
func (c *canvas) isFree(p *place, at geometry.Point, others []*place) bool {
	c.found.Lock()
	known, met := c.found.free[p.code]
	c.found.Unlock()
	if met {
		return known
	}
	free := true
	circle := geometry.Box{MinX: at.X - c.radius, MinY: at.Y - c.radius, MaxX: at.X + c.radius,
		MaxY: at.Y + c.radius}
	for _, other := range others {
		if !free || other.code == p.code || other.isPoint() || other.shapeCode() == p.shapeCode() {
			continue
		}
		box, shown := c.bounds(other.shapeCode())
		if shown && overlapsAny(circle, []geometry.Box{box}) {
			free = !c.reaches(at, other.shapeCode())
		}
	}
	c.found.Lock()
	defer c.found.Unlock()
	c.found.free[p.code] = free
	return free
}

// reaches reports whether the circle round a point covers some of a shape.
func (c *canvas) reaches(at geometry.Point, code string) bool {
	const around = 16
	for _, part := range []float64{1, .66, .33} {
		for i := range around {
			angle := 2 * math.Pi * float64(i) / around
			r := part * float64(c.radius)
			p := geometry.Point{X: at.X + int(r*math.Cos(angle)), Y: at.Y + int(r*math.Sin(angle))}
			if c.drawing.Holds(code, p) {
				return true
			}
		}
	}
	return false
}

// insetOf draws a place beyond the frame in a box of a size.
func (c *canvas) insetOf(base *Basemap, code string, size int) (geometry.Inset, bool) {
	c.found.Lock()
	defer c.found.Unlock()
	if known, met := c.found.insets[code]; met {
		return known, true
	}
	drawn, ok := base.Inset(code, size)
	if ok {
		c.found.insets[code] = drawn
	}
	return drawn, ok
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

func groundOf(d *geometry.Drawing, title string) Ground {
	frame := d.Frame()
	return Ground{Width: frame.Width, Height: frame.Height(), Title: title, Context: d.Context(),
		Land: d.Ground(), Borders: d.Borders()}
}

// countryGround is the ground of a country: its own land stands out.
func countryGround(d *geometry.Drawing, w *words.Language, code, name string) Ground {
	g := groundOf(d, w.Say("map.ground", "country", name))
	g.Land, g.Here, g.Inner = d.Ground(code), d.Path(code), d.RegionBorders()
	return g
}

// Land is the land of a map.
type Land struct {
	Context string // land without codes
	Shapes  []LandShape
	Borders string // between countries
}

// shapesOf lists the codes of the shapes of places that lie on the canvas.
func (c *canvas) shapesOf(places []*place) []string {
	var codes []string
	for _, p := range places {
		if !p.isPoint() && !c.isAway(p) {
			codes = append(codes, p.shapeCode())
		}
	}
	return codes
}
