package match

import (
	"cmp"
	"math"
	"slices"

	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// Shared knows what the regions of an atlas share: topics and codes, networks, named
// things.
type Shared struct {
	atlas      *profile.Atlas
	asked      []profile.Aspect // what a brief rests on
	programmes map[string]bool  // names of programmes, which tie nobody
	things     []things         // that each region and some other one name, by its place
	keys       []string         // by which a thing is known again, by its number
	holders    [][]int          // places of the regions that name a thing, by its number
	namedBy    [][]int          // places of the regions that name each as a partner
	codes      codeNumbers
	traits     []traits  // of each region, by its place
	networks   []float64 // bits of each network
	topics     []float64 // bits of each topic
}

// NewShared counts how rare each network and topic is. A shared one weighs as many bits
// as it is rare among those that answered, so that silence is not a no:
// −log2((members + ½) / (answered + 1)). Countries are counted among nobody.
func NewShared(a *profile.Atlas) *Shared {
	s := &Shared{atlas: a, programmes: programmesOf(a)}
	isLeftOut := func(x profile.Aspect) bool { return !slices.Contains(briefed(), x.Section) }
	s.asked = slices.DeleteFunc(a.Aspects(), isLeftOut)
	s.tie()
	s.codes.numbers = map[string]int{}
	for _, r := range a.Regions() {
		s.traits = append(s.traits, s.codes.traitsOf(r))
	}
	e := a.Edition()
	regions := slices.DeleteFunc(slices.Clone(a.Regions()), (*profile.Region).IsCountry)
	for n := range e.Networks {
		members, answered := 0, 0
		for _, r := range regions {
			m := &r.Memberships[n]
			members, answered = members+count(m.IsMember()), answered+count(m.IsReported())
		}
		s.networks = append(s.networks, bits(members, answered))
	}
	for n := range e.Topics {
		covering, answered := 0, 0
		for _, r := range regions {
			listing := r.Topics[n].Listing
			covering += count(listing == profile.Covered)
			answered += count(listing != profile.Unlisted)
		}
		s.topics = append(s.topics, bits(covering, answered))
	}
	return s
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

func bits(members, answered int) float64 {
	return -math.Log2((float64(members) + 0.5) / (float64(answered) + 1))
}

// Overlap is what a region works on as another does: topics and codes.
type Overlap struct {
	Region *profile.Region
	Topics []*region.Term
	Codes  []OverlapCodes // of each classification with any
}

// OverlapCodes are the codes of a classification that two regions have in common.
type OverlapCodes struct {
	Classification *region.Classification
	Exact          []string // both state the code itself
	// Above is not exact: right above codes of both, or a code of one and right above one of
	// the other.
	Above []string
}

// between is what two regions have in common in topics and codes.
func between(r, other *profile.Region) Overlap {
	c := Overlap{Region: other}
	for i, t := range r.Topics {
		if t.Listing == profile.Covered && other.Topics[i].Listing == profile.Covered {
			c.Topics = append(c.Topics, t.Term)
		}
	}
	for i := range r.Codes {
		class := r.Codes[i].Classification
		codes := OverlapCodes{Classification: class}
		codes.find(r.Codes[i].Stated(), other.Codes[i].Stated())
		if len(codes.Exact)+len(codes.Above) > 0 {
			c.Codes = append(c.Codes, codes)
		}
	}
	return c
}

func (c *OverlapCodes) find(mine, theirs []string) {
	for _, code := range mine {
		if slices.Contains(theirs, code) {
			c.Exact = append(c.Exact, code)
		}
	}
	for _, a := range mine {
		for _, b := range theirs {
			if up := c.meet(a, b); up != "" && !slices.Contains(c.Exact, up) &&
				!slices.Contains(c.Above, up) {
				c.Above = append(c.Above, up)
			}
		}
	}
	slices.Sort(c.Above)
}

// meet is the code at which two different codes meet one level up, "" when they do not.
func (c *OverlapCodes) meet(a, b string) string {
	above, other := c.Classification.Parent(a), c.Classification.Parent(b)
	switch {
	case a == b:
		return ""
	case above != "" && (above == other || above == b):
		return above
	case other == a:
		return a
	}
	return ""
}

// WorksOn lists the regions that have topics or codes in common with one, those with
// most first, at most so many.
func (s *Shared) WorksOn(r *profile.Region, most int) []Overlap {
	type sized struct {
		region *profile.Region
		extent int
	}
	first := best[sized]{
		most:  most,
		order: func(a, b sized) int { return cmp.Compare(b.extent, a.extent) },
	}
	for _, other := range s.atlas.Regions() {
		if other == r || other.IsCountry() {
			continue
		}
		if n := s.codes.extent(&s.traits[r.Place], &s.traits[other.Place]); n > 0 {
			first.add(sized{other, n})
		}
	}
	var list []Overlap
	for _, one := range first.list {
		list = append(list, between(r, one.region))
	}
	return list
}
