package page

import (
	"math"
	"sync"

	"regional-atlas/generator/figure"
	"regional-atlas/generator/region"
)

// Map is a map with the regions of the atlas as links.
type Map struct {
	Width, Height int
	Title         string
	Land          *MapLand // drawn here; nil when Ground holds it
	Ground        string   // address of the picture of the land
	GroundHeight  int
	Places        []Place
	Insets        []Inset
	Labels        []Label
	Views         []View // one shows; a form control reveals the others
	Quiet         bool   // too many links to stop at each: keyboards use the table
	Credit        string
}

// MapLand is the land of a map.
type MapLand struct {
	Context string   // land without codes
	Shapes  []string // one path a country, with a shape for each region without a page
	Borders string   // between countries
}

// View is one colouring of a map, with its legend.
type View struct {
	Number     int
	Key        string
	Group      string // heading before it among the choices, "" for none
	Name, Note string
	Legend     []LegendEntry
	Sizes      []Size // legend of circles
	File       string // address of this view as an SVG file
}

// LegendEntry is a class of a view with the number of its regions.
type LegendEntry struct {
	Class, Label, Count string
}

// Size is a circle of the legend of totals.
type Size struct {
	R     int
	Label string
}

// boundaries is the credit printed with every map.
const boundaries = "Boundaries: Natural Earth; Germany © GeoBasis-DE / BKG 2016 (changed). Generalised, not official."

// tabStops is up to how many regions the links of a map are stops of the Tab
// key. Beyond it they help nobody: the table holds the same links.
const tabStops = 60

// sheet is a drawing with the sizes of what is put on it, in its units. What is
// the same on every map of the sheet is drawn once, when it is first needed.
type sheet struct {
	drawing *figure.Drawing
	small   float64 // a shape with less area gets a circle
	radius  int     // of that circle: 24 pixels across at the usual size of the map
	largest int     // radius of the largest total
	inset   int     // size of the boxes for places beyond the frame
	label   int     // height of a country's name, 0 for none

	spots  *spots // found before
	labels func() []Label
	ground func() Ground // the land as a picture of its own, nil on the index
}

// spot is where a region stands on a sheet.
type spot struct {
	path  string
	at    figure.Point
	shown bool // at lies on the sheet
	tiny  bool
}

// spots remembers where shapes stand, and the drawings of insets: many regions
// and views may share one.
type spots struct {
	sync.Mutex
	byShape map[string]spot
	insets  map[string]figure.Inset
}

// newSheet is a sheet on which countries are named; only what a map asks for is
// drawn.
func newSheet(s sheet, countries []region.Country) *sheet {
	s.spots = &spots{byShape: map[string]spot{}, insets: map[string]figure.Inset{}}
	s.labels = sync.OnceValue(func() []Label { return labels(s, countries) })
	return &s
}

// spot is where a region stands.
func (s *sheet) spot(c *region.Region) spot {
	if c.IsPoint() {
		return spotOf(s.drawing, s.small, c)
	}
	s.spots.Lock()
	defer s.spots.Unlock()
	found, known := s.spots.byShape[c.ShapeCode()]
	if !known {
		found = spotOf(s.drawing, s.small, c)
		s.spots.byShape[c.ShapeCode()] = found
	}
	return found
}

// insetOf draws a place beyond the frame in a box of a size.
func (s *sheet) insetOf(land *Land, code string, size int) (figure.Inset, bool) {
	s.spots.Lock()
	defer s.spots.Unlock()
	if found, known := s.spots.insets[code]; known {
		return found, true
	}
	drawn, ok := land.overseas.Inset(code, size, size)
	if ok {
		s.spots.insets[code] = drawn
	}
	return drawn, ok
}

// mapOf draws regions on a sheet in several views, without the land.
func (p *Planner) mapOf(root, title string, s *sheet, views []view, regions []*region.Region, allInsets bool) Map {
	frame := s.drawing.Frame()
	m := Map{Width: frame.Width, Height: frame.Height(), GroundHeight: frame.Height(), Title: title, Credit: boundaries, Quiet: len(p.drawn) > tabStops}
	within, beyond := p.places(root, s, views, regions)
	m.Places = within
	m.Insets = p.insets(s, beyond, allInsets)
	if len(m.Insets) > 0 {
		m.Height += s.inset * 3 / 2
	}
	for n, v := range views {
		m.Views = append(m.Views, viewOf(n, v, s, regions))
		if v.group != "" && (n == 0 || views[n-1].group != v.group) {
			m.Views[n].Group = v.group
		}
	}
	m.Labels = s.labels()
	return m
}

func viewOf(n int, v view, s *sheet, regions []*region.Region) View {
	out := View{Number: n, Key: v.key, Name: v.name, Note: v.note, Legend: v.legend(regions)}
	if v.total != nil {
		out.Sizes = sizes(v.largest, s.largest)
	}
	return out
}

// sizes are the circles of the legend: the largest value rounded down to one
// digit, and a tenth of it.
func sizes(largest float64, radius int) []Size {
	if largest <= 0 {
		return nil
	}
	step := math.Pow(10, math.Floor(math.Log10(largest)))
	round := math.Floor(largest/step) * step
	var list []Size
	for _, value := range []float64{round, round / 10} {
		list = append(list, Size{totalRadius(value, largest, radius), region.Grouped(value, 0)})
	}
	return list
}

func totalRadius(value, largest float64, radius int) int {
	return max(2, int(math.Round(figure.Radius(value, largest, float64(radius)))))
}

// labels names the countries in whose land their name fits.
func labels(s sheet, countries []region.Country) []Label {
	var list []Label
	if s.label == 0 {
		return nil
	}
	for _, c := range countries {
		width := len([]rune(c.Name)) * s.label * 6 / 10
		if at, fits := s.drawing.Label(c.Code, width, s.label); fits {
			list = append(list, Label{c.Name, at.X, at.Y})
		}
	}
	return list
}

// Label is the name of a country on its land.
type Label struct {
	Text string
	X, Y int
}

// indexMap is the map of the first page: every region of Europe, those with a
// page as links, in all views.
func (p *Planner) indexMap() Map {
	m := p.mapOf("", "Map of Europe with the regions of this atlas", p.wide, p.views, p.drawn, true)
	m.Land = p.wideLand()
	for i := range m.Views {
		m.Views[i].File = mapAddress("europe-" + m.Views[i].Key)
	}
	return m
}

// smallMap is a map of Europe in one view, over a ground that pages share.
func (p *Planner) smallMap(root, file, title string, v view, regions []*region.Region) *Map {
	m := p.mapOf(root, title, p.middle, []view{v}, regions, false)
	m.Ground = root + groundAddress("europe")
	m.Views[0].File = root + mapAddress(file)
	return &m
}

// countryMap is a map of one country that has a sheet, over a ground of its own.
func (p *Planner) countryMap(root, code, title string, v view, entries []*region.Region) *Map {
	s := p.countrySheet(code)
	m := p.mapOf(root, title, s, []view{v}, entries, false)
	m.Ground = root + groundAddress(code)
	m.Views[0].File = root + mapAddress("countries-"+region.Slug(code))
	return &m
}
