package page

import (
	"fmt"
	"slices"
	"strings"

	"regional-atlas/generator/figure"
	"regional-atlas/generator/region"
)

// Place is a region on a map.
type Place struct {
	Code, Href string
	Class      string // its class in every view
	Label      string // what a reader hears
	Path       string // "" when the region is drawn as a mark
	Mark       *Mark  // a circle for a point, or round a shape too small to hit
	Totals     []Total
	Quiet      bool // no stop of the Tab key
}

// Mark is a circle in viewBox units.
type Mark struct{ X, Y, R int }

// Total is the circle of a place in a view of totals.
type Total struct{ View, X, Y, R int }

// Inset is a box with a region that lies beyond the frame.
type Inset struct {
	X, Y, Size int
	Name       string
	Path       string
	DX, DY     int    // where the drawing stands inside the box
	Place      *Place // the region of the atlas in this box, nil for quiet ground
}

// places draws regions on a sheet, countries before the regions inside them:
// what comes later lies on top. Those beyond the frame come by shape.
func (p *Planner) places(root string, s *sheet, views []view, regions []*region.Region) (within []Place, beyond map[string]*Place) {
	list := slices.Clone(regions)
	slices.SortStableFunc(list, func(a, b *region.Region) int { return a.Level() - b.Level() })
	beyond = map[string]*Place{}
	for _, r := range list {
		place := p.place(root, s, views, r)
		if !r.IsPoint() && p.land.beyond(r.ShapeCode()) {
			beyond[r.ShapeCode()] = &place
			continue
		}
		within = append(within, place)
	}
	slices.SortStableFunc(within, func(a, b Place) int { return layer(a) - layer(b) })
	return within, beyond
}

// layer puts circles on top: the shape around a small region would cover them.
func layer(p Place) int {
	if p.Mark != nil {
		return 1
	}
	return 0
}

func (p *Planner) place(root string, s *sheet, views []view, r *region.Region) Place {
	at := s.spot(r)
	place := Place{Code: r.Code, Href: root + p.placeAddress(r.Code), Label: placeLabel(views, r), Path: at.path, Quiet: len(p.drawn) > tabStops}
	var classes []string
	for n, v := range views {
		classes = append(classes, fmt.Sprintf("v%d%s", n, v.shade(v.class(r))))
		if v.total != nil && at.shown && v.class(r) != missing {
			place.Totals = append(place.Totals, Total{n, at.at.X, at.at.Y, totalRadius(v.total(r), v.largest, s.largest)})
		}
	}
	place.Class = strings.Join(classes, " ")
	if at.shown && at.tiny {
		place.Mark = &Mark{at.at.X, at.at.Y, s.radius}
	}
	return place
}

// placeAddress is the page that a place leads to.
func (p *Planner) placeAddress(code string) string {
	if p.crowded {
		return countryAddress(code)
	}
	return regionAddress(code)
}

// spotOf finds the shape and the middle of a region on a drawing.
func spotOf(d *figure.Drawing, small float64, c *region.Region) spot {
	if c.IsPoint() {
		at := d.Frame().Point(figure.Project(c.Shape.Lon, c.Shape.Lat))
		return spot{at: at, shown: d.Frame().Shows(at), tiny: true}
	}
	at, shown := d.Centre(c.ShapeCode())
	return spot{d.Path(c.ShapeCode()), at, shown, d.Area(c.ShapeCode()) < small}
}

// placeLabel says a region with its value in every view that has one.
func placeLabel(views []view, r *region.Region) string {
	var values []string
	for _, v := range views {
		if words := v.words(r); len(views) == 1 || v.class(r) != missing {
			values = append(values, words)
		}
	}
	if len(values) == 0 {
		values = []string{region.NotReported}
	}
	name := fmt.Sprintf("%s (%s)", r.Name, r.Code)
	if r.Shape.Code != "" && r.Shape.Code != r.Code {
		name += ", drawn as " + r.Shape.Code
	}
	return name + ": " + strings.Join(values, "; ")
}

// insets lays places beyond the frame out in a row below the map: all there
// are, or only those of the atlas.
func (p *Planner) insets(s *sheet, places map[string]*Place, all bool) []Inset {
	frame, codes := s.drawing.Frame(), p.land.overseas.Codes()
	gap, step := s.inset/8, frame.Width/max(1, len(codes))
	var list []Inset
	for _, code := range codes {
		if places[code] == nil && !all {
			continue
		}
		drawn, ok := s.insetOf(p.land, code, s.inset-2*gap)
		if !ok {
			continue
		}
		list = append(list, Inset{X: len(list)*step + gap, Y: frame.Height() + gap, Size: s.inset, Name: p.insetName(code), Path: drawn.Path,
			DX: (s.inset - drawn.Width) / 2, DY: (s.inset - drawn.Height) / 2, Place: places[code]})
	}
	return list
}

// insetName is the name of a place beyond the frame, or its code where
// atlas.toml gives none.
func (p *Planner) insetName(code string) string {
	for _, t := range p.edition.Outermost {
		if t.Key == code {
			return t.Name
		}
	}
	return code
}
