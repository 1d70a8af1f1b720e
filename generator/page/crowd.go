package page

import (
	"regional-atlas/generator/atlas"
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
	v := p.binned(key, name, "regions of each country", 0, func(r *region.Region) float64 { return float64(counts[r.Code]) })
	v.crowd, v.words = true, func(r *region.Region) string { return count(counts[r.Code], "region", "regions") }
	return v
}

// memberView counts the members of a network in each country.
func (p *Planner) memberView(n region.Network) view {
	return p.crowdView("answer", n.Label()+", members", p.members(n.Key))
}

// members lists the regions that are themselves members of a network.
func (p *Planner) members(network string) []*region.Region {
	var members []*region.Region
	for _, s := range region.Statuses() {
		if s.Member {
			members = append(members, p.atlas.Answering(network, s.Key)...)
		}
	}
	return members
}
