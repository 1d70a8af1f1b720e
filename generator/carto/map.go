package carto

import (
	"slices"

	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// Map is a map with the regions of the atlas as links.
type Map struct {
	Width, Height int
	Title         string
	Land          *Land  // drawn here; nil when Ground holds it
	Ground        string // address of the picture of the land
	GroundHeight  int
	Places        []Marker
	Insets        []Inset
	Totals        []Total // circles of the views that have them, on top of the places
	Labels        []Label // names of countries
	Names         []Label // names of regions, on maps of one country
	Callouts      []Callout
	Tiles         *Tiles // the same places in tiles of one size, nil on maps of one country
	Zooms         []Zoom // parts of it that atlas.toml names
	Countries     []Zoom
	Line          string // how the line beside the map says a place, with holes for its name and value
	Missing       string // what it says for a value that is not reported
	Hint          string // what it says before
	Compare       string // what its link to the page that compares regions says
	Group         string // and what that to the page that puts them together says
	Root          string // way up to the folder of the pages
	Base          string // way up to the folder of the site, where scripts and grounds lie
	Stripes       []Stripe
	Views         []View // one shows; a form control reveals the others
	Quiet         bool   // too many links to stop at each: keyboards use the table
	Credit        string
}

// View is one colouring of a map, with its legend.
type View struct {
	Number     int
	Key        string
	Group      string // heading before it among the choices, "" for none
	Name, Note string
	Around     string // what it shows of regions without a page, "" for nothing
	Legend     []LegendEntry
	Sizes      []Size // legend of circles, a part of the drawing
	TileSizes  []Size // the same among tiles
	File       string // address of this view as an SVG file
}

// drawing is one map: places of a scene on a canvas, in some views.
type drawing struct {
	*Maps
	root   string // way up to the folder of the site
	canvas *canvas
	scene  *scene
	places []*place
	views  []view
}

// draw makes a map without the land.
func (d drawing) draw(title string) Map {
	frame := d.canvas.drawing.Frame()
	m := Map{Width: frame.Width, Height: frame.Height(), GroundHeight: frame.Height(), Title: title,
		Credit: d.Credit(), Quiet: d.scene.isQuiet(), Root: d.root, Base: d.up + d.root,
		Line:    d.words.Say("map.line"),
		Missing: d.words.Say("not-reported"), Hint: d.words.Say("map.hint"),
		Compare: d.words.Say("map.compare"), Group: d.words.Say("map.group")}
	within, beyond := d.markers()
	m.Places = within
	m.Insets = d.insets(beyond)
	m.Totals, m.Stripes = d.totals(m.Insets), stripesOf(d.views)
	if n := len(m.Insets); n > 0 {
		m.Height += m.Insets[n-1].Y - m.Insets[0].Y + d.canvas.insetHeight()
	}
	for n := range d.views {
		m.Views = append(m.Views, d.view(n))
	}
	written := d.canvas.lettering(d, within)
	m.Labels, m.Names = slices.Clone(written.countries), slices.Clone(written.regions)
	for _, c := range written.callouts {
		c.Href = d.root + d.placeOf(c.code).address
		m.Callouts = append(m.Callouts, c)
	}
	return m
}

// page makes a map of Europe for a page, where readers can bring parts near.
func (d drawing) page(title string) Map {
	m := d.draw(title)
	m.Zooms, m.Countries = d.zooms(m.Height)
	near := d.canvas.near(d)
	m.Names = append(m.Names, near.places...)
	m.Labels = append(m.Labels, near.countries...)
	for i := range m.Callouts {
		m.Callouts[i].Until = near.from[m.Callouts[i].code]
	}
	d.addTiles(&m)
	return m
}

// addTiles lays the same places out as tiles, with a row for the legend of circles
// where a view has one.
func (d drawing) addTiles(m *Map) {
	m.Tiles = d.tilesOf(d.words.Say("map.tiles", "map", m.Title))
	if m.Tiles == nil {
		return
	}
	for n := range d.views {
		if d.views[n].totals {
			m.Views[n].TileSizes = d.tileSizes(&d.views[n], m.Tiles)
		}
	}
	if slices.ContainsFunc(m.Views, func(v View) bool { return len(v.TileSizes) > 0 }) {
		m.Tiles.Height += d.canvas.tile
	}
}

func (d drawing) view(n int) View {
	v := &d.views[n]
	out := View{Number: n, Key: v.key, Name: v.name, Note: v.note, Legend: d.legend(v, d.places)}
	if v.totals {
		out.Sizes = d.sizes(v, d.canvas, d.largestCircle(v))
	}
	if v.group != "" && (n == 0 || d.views[n-1].group != v.group) {
		out.Group = v.group
	}
	return out
}

// Credit names the makers of the boundaries; it is printed with every map.
func (m *Maps) Credit() string {
	if own := m.base.europe.Credit(); own != "" {
		return m.words.Say("map.credit.own", "credit", own)
	}
	return m.words.Say("map.credit")
}

// europe is a drawing of the whole scene.
func (m *Maps) drawingOf(root string, c *canvas, views ...view) drawing {
	return drawing{m, root, c, m.scene, m.scene.places, views}
}

// Index is the map of the first page: every region of Europe, those with a page as
// links, in all views.
func (m *Maps) Index() Map {
	d := m.drawingOf("", m.wide, m.scene.views...)
	out := d.page(m.indexTitle())
	out.Land = landAround(d)
	for i := range out.Views {
		out.Views[i].File = output.MapOf("europe-" + out.Views[i].Key)
		out.Views[i].Around = d.surroundings(&m.scene.views[i])
	}
	return out
}

// Network is the map of the answers to the network with a number; root is the way
// up to the folder of the site.
func (m *Maps) Network(root string, network int) *Map {
	n := &m.atlas.Edition().Networks[network]
	return m.europeIn(root, "memberships-"+region.Slug(n.Key), n.Label(),
		m.answerView(m.scene, network))
}

// Topic is the map of the regions that cover the topic with a number.
func (m *Maps) Topic(root string, topic int) *Map {
	t := &m.atlas.Edition().Topics[topic]
	return m.europeIn(root, "topics-"+region.Slug(t.Key), t.Label(), m.topicView(m.scene, topic))
}

// Figure is the map of the indicator with a number: regions without a page are shaded
// too, where their figures are known. It is nil where a map of Europe shows countries.
func (m *Maps) Figure(root string, indicator int) *Map {
	if m.scene.aggregated {
		return nil
	}
	i := &m.atlas.Edition().Indicators[indicator]
	v := m.figureView(m.scene, indicator)
	out := m.europeIn(root, m.figureFile(indicator), i.Label(), v)
	out.Views[0].Around = m.drawingOf(root, m.wide, v).surroundings(&v)
	if out.Views[0].Around != "" {
		out.Land = &Land{Shapes: landAround(m.drawingOf(root, m.wide, v)).shaded()}
	}
	return out
}

// figureFile is the name of the map of an indicator as a file of its own.
func (m *Maps) figureFile(indicator int) string {
	edition := m.atlas.Edition()
	key := region.Slug(edition.Indicators[indicator].Key)
	if slices.Contains(edition.MainIndicators(), indicator) {
		return "europe-" + key
	}
	return "figures-" + key
}

// europeIn is a map of Europe in one view, over a ground that pages share.
func (m *Maps) europeIn(root, file, subject string, v view) *Map {
	out := m.drawingOf(root, m.wide, v).page(m.titleOf(subject))
	out.Ground = m.up + root + output.Ground("europe")
	out.Views[0].File = root + output.MapOf(file)
	return &out
}

// indexTitle is the title of the map of all regions.
func (m *Maps) indexTitle() string {
	if m.showsEurope() {
		return m.words.Say("map.index")
	}
	return m.words.Say("map.index.part")
}

// titleOf is the title of the map of all regions in a view of a subject.
func (m *Maps) titleOf(subject string) string {
	if m.showsEurope() {
		return m.words.Say("map.of-europe", "subject", subject)
	}
	return m.words.Say("map.of-regions", "subject", subject)
}

// Finder is the map of Europe on which the regions that a reader chose are to stand
// out: at first they all do.
func (m *Maps) Finder() *Map {
	out := m.drawingOf("", m.wide, m.presenceView(m.scene)).page(m.indexTitle())
	out.Ground = m.up + output.Ground("europe")
	return &out
}

// Country is the map of one country, over a ground of its own; nil when the
// country has no shape, or too many regions for a map.
func (m *Maps) Country(root string, c profile.Country) *Map {
	if !m.DrawsInside(c) {
		return nil
	}
	out := m.countryDrawing(root, c).draw(m.words.Say("map.of", "country", c.Name))
	out.Ground = m.up + root + output.Ground(c.Code)
	out.Views[0].File = root + output.MapOf("countries-"+region.Slug(c.Code))
	return &out
}

func (m *Maps) countryDrawing(root string, c profile.Country) drawing {
	s := m.inside(c)
	return drawing{m, root, m.countryCanvas(c.Code), s, s.within(c.Regions), s.views[:1]}
}
