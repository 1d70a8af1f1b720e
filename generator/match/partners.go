package match

import (
	"cmp"

	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// Partner is another region with what it shares.
type Partner struct {
	Region   *profile.Region
	Networks []*region.Network // both are members; networks of place do not count
	Topics   []*region.Term
	Ties     int
	Bits     float64 // how rare what is shared is among those that answered
}

// Partners lists the regions that share most with one, at most so many: networks and
// topics, each the heavier the rarer it is among those that answered. Whoever is tied by
// name comes before those of equal weight.
func (s *Shared) Partners(r *profile.Region, most int) []Partner {
	type scored struct {
		region *profile.Region
		bits   float64
		ties   int
	}
	if r.IsCountry() {
		return nil
	}
	first := best[scored]{most: most, order: func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.bits, a.bits), cmp.Compare(b.ties, a.ties))
	}}
	ties := s.tied(r)
	for _, other := range s.atlas.Regions() {
		if other == r || other.IsCountry() {
			continue
		}
		if x := (scored{other, s.bitsOf(r, other), ties[other.Place]}); x.bits > 0 || x.ties > 0 {
			first.add(x)
		}
	}
	var partners []Partner
	for _, x := range first.list {
		partners = append(partners, s.partner(r, x.region, x.bits, x.ties))
	}
	return partners
}

// tied counts, by place, the things that each region shares by name with one, and the
// places where one of the two names the other.
func (s *Shared) tied(r *profile.Region) []int {
	counts := make([]int, len(s.things))
	for _, t := range s.things[r.Place].list {
		for _, place := range s.holders[t.number] {
			counts[place]++
		}
	}
	for _, n := range s.things[r.Place].named {
		for _, other := range n.Regions {
			counts[other.Place]++
		}
	}
	for _, place := range s.namedBy[r.Place] {
		counts[place]++
	}
	return counts
}

// bitsOf is how rare what two regions share is.
func (s *Shared) bitsOf(r, other *profile.Region) float64 {
	bits, mine, theirs := 0.0, &s.traits[r.Place], &s.traits[other.Place]
	for n := range shared(mine.networks, theirs.networks) {
		bits += s.networks[n]
	}
	for n := range shared(mine.topics, theirs.topics) {
		bits += s.topics[n]
	}
	return bits
}

// partner lists what makes the bits of another region.
func (s *Shared) partner(r, other *profile.Region, bits float64, ties int) Partner {
	p := Partner{Region: other, Ties: ties, Bits: bits}
	for n := range r.Memberships {
		network := r.Memberships[n].Network
		if !network.Area && r.Memberships[n].IsMember() && other.Memberships[n].IsMember() {
			p.Networks = append(p.Networks, network)
		}
	}
	for n, t := range r.Topics {
		if t.Listing == profile.Covered && other.Topics[n].Listing == profile.Covered {
			p.Topics = append(p.Topics, t.Term)
		}
	}
	return p
}
