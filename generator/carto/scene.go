package carto

import (
	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// mostPlaces is how many regions a map of Europe can show. Beyond it the map shows
// the countries, by how many of their regions it counts, and leads to their pages:
// the map keeps its size, whatever the atlas holds.
const mostPlaces = 400

// mostInside is how many regions the map of one country can show. All NUTS 3
// regions of Germany, the country that has most, are fewer.
const mostInside = 450

// tabStops is up to how many places the links of a map are stops of the Tab key.
// Beyond it they help nobody: the table holds the same links.
const tabStops = 60

// place is what a map shows: a region, or a country that stands for its regions.
type place struct {
	code, name string
	level      int // of NUTS
	shape      region.Shape
	address    string          // of its page
	region     *profile.Region // nil for a country
}

// isApart reports whether it is a country among the regions that a map measures.
func (p *place) isApart() bool { return p.region != nil && p.region.IsCountry() }

func (p *place) isPoint() bool { return p.shape.Lon != 0 || p.shape.Lat != 0 }

func (p *place) shapeCode() string {
	if p.shape.Code != "" {
		return p.shape.Code
	}
	return p.code
}

func placeOf(r *profile.Region) *place {
	return &place{r.Code, r.Name, r.Level, r.Shape, output.Region(r.Code), r}
}

// scene is what maps show together: places, and the views that colour them.
type scene struct {
	places     []*place
	aggregated bool // the places are countries
	views      []view
}

// isQuiet holds for a scene of more places than the Tab key should stop at.
func (s *scene) isQuiet() bool { return len(s.places) > tabStops }

// within is the places of a scene that stand for some regions.
func (s *scene) within(regions []*profile.Region) []*place {
	wanted := make(map[string]bool, len(regions))
	for _, r := range regions {
		wanted[r.Code] = true
	}
	var list []*place
	for _, p := range s.places {
		if wanted[p.code] {
			list = append(list, p)
		}
	}
	return list
}

func placesOf(regions []*profile.Region) []*place {
	list := make([]*place, len(regions))
	for i, r := range regions {
		list[i] = placeOf(r)
	}
	return list
}

// newScene shows the regions of an atlas, or in a large one its countries.
func (m *Maps) newScene() *scene {
	if len(m.atlas.Regions()) <= mostPlaces {
		return m.sceneOf(m.atlas.Regions())
	}
	s := &scene{aggregated: true}
	for _, c := range m.atlas.Countries() {
		s.places = append(s.places, &place{code: c.Code, name: c.Name, address: output.Country(c.Code)})
	}
	s.views = []view{m.countView(s, "regions", m.words.Say("view.regions"), m.atlas.Regions())}
	return s
}

// sceneOf shows regions in all views.
func (m *Maps) sceneOf(regions []*profile.Region) *scene {
	s := &scene{places: placesOf(regions)}
	s.views = m.viewsOf(s)
	return s
}

// inside is the scene of the map of one country. In a large atlas, where maps of
// Europe show countries, it still shows regions, by classes of their own.
func (m *Maps) inside(c profile.Country) *scene {
	if !m.scene.aggregated {
		return m.scene
	}
	return m.sceneOf(c.Regions)
}

// DrawsInside reports whether a country has a map of its regions.
func (m *Maps) DrawsInside(c profile.Country) bool {
	return m.hasCanvas(c.Code) && (!m.scene.aggregated || len(c.Regions) <= mostInside)
}
