package page

import (
	"regional-atlas/generator/figure"
	"regional-atlas/generator/region"
)

// around is what the pages of one region take from the other regions. All else
// on them comes from the region itself and from the setting.
type around struct {
	before, after      *region.Region // in the order of codes; nil at the ends
	bordering, country []*region.Region
	ranks              []ranked // in the order of the indicators
}

// ranked is the place of a region among those that report an indicator.
type ranked struct {
	figure.Rank
	Strip *Strip // nil when nobody reports a value
	Mark  Mark   // the region on it
}

func (p *Planner) around(r *region.Region) around {
	before, after := p.atlas.Around(r.Code)
	return around{before, after, others(r, p.atlas.Neighbours(r.Code, few)), others(r, p.atlas.InCountry(r.Country())), p.ranks(r)}
}

func (p *Planner) ranks(r *region.Region) []ranked {
	at := p.atlas.Place(r.Code)
	ranks := make([]ranked, len(p.ranking()))
	for n, l := range p.ranking() {
		if l.strip != nil {
			ranks[n] = ranked{l.ranks[at], l.strip, l.marks[at]}
		}
	}
	return ranks
}

// few is how many other regions a reader takes in; the page of the country has
// them all.
const few = 24

func others(r *region.Region, all []*region.Region) []*region.Region {
	var list []*region.Region
	for _, other := range all {
		if len(list) == few {
			break
		}
		if other != r {
			list = append(list, other)
		}
	}
	return list
}
