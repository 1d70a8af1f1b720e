package page

import (
	"fmt"
	"slices"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/figure"
	"regional-atlas/generator/region"
)

// Map is the map of Europe with the regions of the atlas as links.
type Map struct {
	Width, Height int
	Title         string
	Context       string // path of land without codes
	Ground        string // path of coded land
	RegionBorders string // lines between regions of one country
	Borders       string // lines between countries
	Places        []Place
	Insets        []Inset
	Legend        []LegendEntry
}

// Place is a region on the map.
type Place struct {
	Code, Href, Class string
	Label             string // name, code and value: what a reader hears
	Path              string // "" when the region is drawn as a mark
	Mark              *Mark  // a circle for a point, or round a shape too small to hit
}

// Mark is a circle in viewBox units.
type Mark struct{ X, Y, R int }

// Inset is a box with a region that lies beyond the frame.
type Inset struct {
	X, Y, Size int
	Name       string
	Path       string
	DX, DY     int    // where the drawing stands inside the box
	Place      *Place // the region of the atlas in this box, nil for quiet ground
}

// LegendEntry is a class of the map with the number of its regions.
type LegendEntry struct {
	Class, Label string
	Count        string
}

// smallest is the area in square units of the 1,600 wide map below which a
// region gets a circle around it, and radius that of the circle: 24 pixels
// across where the map is shown 800 pixels wide.
const smallest, radius = 500, 24

func (p *Planner) indexMap(root string) Map {
	m := Map{
		Width: wideWidth, Height: p.land.wide.Frame().Height(), Title: "Map of Europe with the regions of this atlas",
		Context: p.land.wide.Context(), Ground: p.land.wide.Ground(),
		RegionBorders: p.land.wide.RegionBorders(), Borders: p.land.wide.Borders(),
	}
	shade := p.shading()
	counts := map[string]int{}
	byShape := map[string]*Place{}
	for _, r := range p.largestFirst() {
		place := p.place(root, r, shade)
		counts[place.Class]++
		if p.land.beyond(r.ShapeCode()) {
			byShape[r.ShapeCode()] = &place
			continue
		}
		m.Places = append(m.Places, place)
	}
	m.Insets, m.Height = p.insets(byShape, m.Height)
	for _, c := range append(shade.classes, noData()) {
		m.Legend = append(m.Legend, LegendEntry{c.class, c.label, count(counts[c.class], "region", "regions")})
	}
	return m
}

// largestFirst lists countries before the regions inside them, so that what
// is drawn later, and therefore on top, is the smaller place.
func (p *Planner) largestFirst() []*region.Region {
	list := slices.Clone(p.atlas.Regions())
	slices.SortStableFunc(list, func(a, b *region.Region) int { return a.Level() - b.Level() })
	return list
}

func (p *Planner) place(root string, r *region.Region, s shading) Place {
	class := s.of(r)
	place := Place{Code: r.Code, Href: root + regionAddress(r.Code), Class: class.class,
		Label: fmt.Sprintf("%s (%s): %s", r.Name, r.Code, class.label)}
	if r.IsPoint() {
		at := p.land.wide.Frame().Point(figure.Project(r.Shape.Lon, r.Shape.Lat))
		place.Mark = &Mark{at.X, at.Y, radius}
		return place
	}
	place.Path = p.land.wide.Path(r.ShapeCode())
	if centre, drawn := p.land.wide.Centre(r.ShapeCode()); drawn && p.land.wide.Area(r.ShapeCode()) < smallest {
		place.Mark = &Mark{centre.X, centre.Y, radius}
	}
	return place
}

// insets lays the outermost regions out in a row below the map.
func (p *Planner) insets(places map[string]*Place, height int) ([]Inset, int) {
	codes := p.land.overseas.Codes()
	var list []Inset
	const gap = 20
	step := wideWidth / max(1, len(codes))
	for i, code := range codes {
		drawn, ok := p.land.overseas.Inset(code, insetSize-2*gap, insetSize-2*gap)
		if !ok {
			continue
		}
		inset := Inset{X: i*step + gap, Y: height + gap, Size: insetSize, Name: p.insetName(code), Path: drawn.Path,
			DX: (insetSize - drawn.Width) / 2, DY: (insetSize - drawn.Height) / 2, Place: places[code]}
		list = append(list, inset)
	}
	if len(list) == 0 {
		return nil, height
	}
	return list, height + insetSize + 4*gap
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

// shadeClass is one class of a map.
type shadeClass struct{ class, label string }

func noData() shadeClass { return shadeClass{"none", first(region.NotReported)} }

// shading divides the regions into classes by the first indicator that is a
// class: c0 is the best. Regions whose parts differ form a class of their own.
type shading struct {
	indicator region.Indicator
	classes   []shadeClass
	of        func(*region.Region) shadeClass
}

func (p *Planner) shading() shading {
	i := slices.IndexFunc(p.edition.Indicators, func(i region.Indicator) bool { return i.Kind == region.Class })
	if i < 0 {
		return shading{of: func(*region.Region) shadeClass { return noData() }}
	}
	indicator := p.edition.Indicators[i]
	s := shading{indicator: indicator, classes: groupClasses(indicator)}
	s.of = func(r *region.Region) shadeClass {
		latest := atlas.Latest(r, indicator.Key)
		if len(latest) == 0 {
			return noData()
		}
		group := atlas.CommonGroup(r, indicator.Key)
		place := slices.Index(groupsOf(indicator.ScaleOf(latest[0].Year)), group)
		if place < 0 || place >= len(s.classes) {
			return noData()
		}
		return s.classes[place]
	}
	return s
}

// groupClasses joins the scales of all editions, place by place: the lowest
// group of one edition and that of another are one class of the map.
func groupClasses(indicator region.Indicator) []shadeClass {
	var names [][]string
	for i := range indicator.Scales {
		for place, group := range groupsOf(&indicator.Scales[i]) {
			if place == len(names) {
				names = append(names, nil)
			}
			if !slices.Contains(names[place], group) {
				names[place] = append(names[place], group)
			}
		}
	}
	var classes []shadeClass
	for place, list := range names {
		label := list[0]
		for _, other := range list[1:] {
			label += " or " + other
		}
		classes = append(classes, shadeClass{fmt.Sprintf("c%d", place), label})
	}
	return classes
}

// groupsOf lists the groups of a scale without plus and minus, best first.
func groupsOf(s *region.Scale) []string {
	var groups []string
	if s == nil {
		return nil
	}
	for _, word := range s.Groups {
		if g := atlas.Group(word); !slices.Contains(groups, g) {
			groups = append(groups, g)
		}
	}
	return groups
}

// Locator shows where a region lies, drawn over the ground that all share.
type Locator struct {
	Ground        string // address of the ground, "" for a drawing that stands alone
	Width, Height int
	Path          string
	Mark          *Mark
	Alt           string
	Note          string // why the shape is only approximate
}

func (p *Planner) locator(root string, r *region.Region) Locator {
	frame := p.land.small.Frame()
	l := Locator{Ground: root + "maps/ground.svg", Width: frame.Width, Height: frame.Height(),
		Alt: fmt.Sprintf("Location of %s in Europe", r.Name), Note: r.Shape.Remark}
	if l.Note == "" {
		l.Note = p.land.Approximate(r.ShapeCode())
	}
	const ring, tiny = 9, 120
	inset, drawn := p.land.overseas.Inset(r.ShapeCode(), 300, 300)
	switch {
	case r.IsPoint():
		at := frame.Point(figure.Project(r.Shape.Lon, r.Shape.Lat))
		l.Mark = &Mark{at.X, at.Y, ring}
	case drawn && p.land.beyond(r.ShapeCode()):
		l.Ground, l.Path, l.Width, l.Height = "", inset.Path, inset.Width, inset.Height
		l.Alt = fmt.Sprintf("Outline of %s, which lies outside the map of Europe", r.Name)
	default:
		l.Path = p.land.small.Path(r.ShapeCode())
		if c, drawn := p.land.small.Centre(r.ShapeCode()); drawn && p.land.small.Area(r.ShapeCode()) < tiny {
			l.Mark = &Mark{c.X, c.Y, ring}
		}
	}
	return l
}
