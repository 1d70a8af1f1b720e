package page

import (
	"math"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/figure"
	"regional-atlas/generator/region"
)

// mostPlaces is how many regions a map can show. Beyond it a map of Europe
// shows the countries, by how many of their regions it counts, and leads to
// their pages: the map keeps its size, whatever the atlas holds.
const mostPlaces = 400

// places are what the maps of Europe show: the regions, or in a large atlas
// their countries, each as if it were a region of its own.
func placesOf(a *atlas.Atlas) (list []*region.Region, crowded bool) {
	if len(a.Regions()) <= mostPlaces {
		return a.Regions(), false
	}
	for _, g := range a.Countries() {
		list = append(list, &region.Region{Code: g.Country.Code, Name: g.Country.Name})
	}
	return list, true
}

// crowdView counts regions in each country.
func (p *Planner) crowdView(key, name string, regions []*region.Region) view {
	counts := map[string]int{}
	for _, r := range regions {
		counts[r.Country()]++
	}
	var values []float64
	for _, place := range p.drawn {
		values = append(values, float64(counts[place.Code]))
	}
	classes := figure.Quantiles(values, mostClasses)
	n := len(classes.Counts)
	v := view{key: key, name: name, note: "regions of each country", classes: make([]string, n)}
	for i := range n {
		v.classes[n-1-i] = limitWords(math.Ceil(classes.Limits[i]), math.Ceil(classes.Limits[i+1]), i == n-1, 0)
	}
	v.class = func(r *region.Region) int { return n - 1 - classes.Class(float64(counts[r.Code])) }
	v.words = func(r *region.Region) string { return count(counts[r.Code], "region", "regions") }
	return v
}

// memberView counts the members of a network in each country.
func (p *Planner) memberView(n region.Network) view {
	var members []*region.Region
	for _, s := range region.Statuses() {
		if s.Member {
			members = append(members, p.atlas.Answering(n.Key, s.Key)...)
		}
	}
	return p.crowdView("answer", n.Label()+", members", members)
}
