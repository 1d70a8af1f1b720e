package page

import (
	"regional-atlas/generator/atlas"
)

// mostInside is how many regions the map of one country can show. All NUTS 3
// regions of Germany, the country that has most, are fewer.
const mostInside = 450

// drawsInside holds for a country that has a map of its regions.
func (p *Planner) drawsInside(g atlas.CountryGroup) bool {
	return p.hasSheet(g.Country.Code) && (!p.crowded || len(g.Regions) <= mostInside)
}

// inside is the planner of the map of one country that has one. In a large
// atlas, where maps of Europe show countries, it still shows regions, by
// classes of their own.
func (p *Planner) inside(g atlas.CountryGroup) *Planner {
	if !p.crowded {
		return p
	}
	q := *p
	q.drawn, q.crowded = g.Regions, false
	q.views = q.makeViews()
	return &q
}
