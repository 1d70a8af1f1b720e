// Package match answers questions about several regions together: which are alike,
// what two share, whether a group meets a rule. It scores nothing that the data
// cannot carry, and silence never counts as a no.
//
// What two regions are alike in is structure: what cannot change soon. Performance,
// networks and topics are no part of it.
package match

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// The limits of distance, in standard deviations. A mean of six differences lies nearer
// to 1 than that of three does: of the regions of the shipped atlas 43 in 100 pairs are
// nearer than 1, which tells nobody anything. Of these pairs 4 in 100 are nearer than
// 0.5, and three regions in four have such a peer; 19 in 100 are nearer than 0.75, and
// all have one but Brussels, Copenhagen and Madeira, which are indeed like nobody.
const (
	CloseLimit    = 0.5
	SomewhatLimit = 0.75
)

// MostRegions is up to how many regions each is compared with all others: the work grows
// with their square, and an atlas of more is not read region by region.
const MostRegions = 2000

// enoughWeight is the share of the weight of all variables that must be known of two
// regions together.
const enoughWeight = 0.5

// Variable is an indicator that tells regions that are alike.
type Variable struct {
	Indicator *region.Indicator
	Place     int     // of the indicator
	Weight    float64 // how much it counts
	Spread    float64 // standard deviation over the regions that report it, on its scale
	Mean      float64 // mean difference between two of these, in standard deviations
	Most      float64 // largest such difference

	values []float64 // of every region on its scale, in standard deviations; NaN when not reported
}

// IsLog reports whether differences are taken between logarithms.
func (v *Variable) IsLog() bool { return v.Indicator.Alike == region.Log }

// Alike knows how far apart the regions of an atlas are.
type Alike struct {
	Variables []Variable

	regions []*profile.Region
	pairs   func() []float64 // the distances of comparable pairs, ascending; measured when they are asked for
}

// Share is what one variable adds to a distance.
type Share struct {
	Variable *Variable
	Adds     float64 // to the distance
	Assumed  bool    // one of the two does not report it: the mean difference stands in
}

// Peer is a region with its distance from another.
type Peer struct {
	Region   *profile.Region
	Distance float64
	Shares   []Share // one for each variable; they add up to the distance
	From, To int     // places among all peers that it could have, were what is assumed known
}

// IsSure reports whether nothing is assumed.
func (p *Peer) IsSure() bool {
	return !slices.ContainsFunc(p.Shares, func(s Share) bool { return s.Assumed })
}

// NewAlike measures the regions of an atlas. It has no variables, and nobody is alike,
// where the vocabulary names none, and in an atlas of more than MostRegions.
func NewAlike(a *profile.Atlas) *Alike {
	x := &Alike{regions: a.Regions()}
	if len(x.regions) > MostRegions {
		return x
	}
	indicators := a.Edition().Indicators
	for n := range indicators {
		if indicators[n].Alike == "" || indicators[n].Kind == region.Class {
			continue
		}
		if v := newVariable(&indicators[n], n, x.regions); v.Spread > 0 {
			x.Variables = append(x.Variables, v)
		}
	}
	x.pairs = sync.OnceValue(x.measurePairs)
	return x
}

// measurePairs lists the distances of all comparable pairs; in a large atlas those of
// every second, third … region.
func (x *Alike) measurePairs() []float64 {
	var pairs []float64
	const most = 1000
	step := 1 + (len(x.regions)-1)/most
	for i := 0; i < len(x.regions); i += step {
		for j := 0; j < i; j += step {
			if d, known := x.distance(i, j); known {
				pairs = append(pairs, d)
			}
		}
	}
	slices.Sort(pairs)
	return pairs
}

func newVariable(i *region.Indicator, place int, regions []*profile.Region) Variable {
	v := Variable{Indicator: i, Place: place, Weight: cmp.Or(i.Weight, 1)}
	var known []float64
	for _, r := range regions {
		value := onScale(i, r.Figures[place].Number())
		if r.IsCountry() {
			value = math.NaN()
		}
		v.values = append(v.values, value)
		if !math.IsNaN(value) {
			known = append(known, value)
		}
	}
	if v.Spread = deviation(known); v.Spread == 0 {
		return v
	}
	for n := range v.values {
		v.values[n] /= v.Spread
	}
	v.Mean, v.Most = differences(known, v.Spread)
	return v
}

// onScale is a value as differences are taken between; NaN for one that the scale does
// not have.
func onScale(i *region.Indicator, value float64) float64 {
	if i.Alike != region.Log {
		return value
	}
	if value <= 0 {
		return math.NaN()
	}
	return math.Log10(value)
}

// deviation is the standard deviation of a sample; 0 for fewer than two.
func deviation(values []float64) float64 {
	if len(values) < 2 {
		return 0
	}
	sum, squares := 0.0, 0.0
	for _, v := range values {
		sum += v
	}
	mean := sum / float64(len(values))
	for _, v := range values {
		squares += (v - mean) * (v - mean)
	}
	return math.Sqrt(squares / float64(len(values)-1))
}

// differences are the mean and the largest difference between two of at least two
// values, in standard deviations.
func differences(values []float64, spread float64) (mean, most float64) {
	sorted, sum := slices.Sorted(slices.Values(values)), 0.0
	n := float64(len(sorted))
	for i, v := range sorted { // i values are not larger, the others not smaller
		sum += v * (2*float64(i) - n + 1)
	}
	return sum / (n * (n - 1) / 2) / spread, (sorted[len(sorted)-1] - sorted[0]) / spread
}

// distance is the weighted mean of the differences of two regions by their places; known
// reports whether enough is known to compare them.
func (x *Alike) distance(i, j int) (d float64, known bool) {
	sum, weights, reported := 0.0, 0.0, 0.0
	for n := range x.Variables {
		v := &x.Variables[n]
		difference, reports := v.difference(i, j)
		sum, weights = sum+v.Weight*difference, weights+v.Weight
		if reports {
			reported += v.Weight
		}
	}
	if weights == 0 || reported < enoughWeight*weights {
		return 0, false
	}
	return sum / weights, true
}

// difference is that of two regions in one variable; where one does not report it, the
// mean difference of the atlas.
func (v *Variable) difference(i, j int) (d float64, reported bool) {
	if d = math.Abs(v.values[i] - v.values[j]); math.IsNaN(d) {
		return v.Mean, false
	}
	return d, true
}

// IsComparable reports whether enough is known of a region to compare it with any.
func (x *Alike) IsComparable(r *profile.Region) bool {
	_, known := x.distance(r.Place, r.Place)
	return known
}

// Peers lists the nearest of the regions that can be compared with one, at most so many;
// nobody where too little is known of it.
func (x *Alike) Peers(r *profile.Region, most int) []Peer {
	all := make([]distant, 0, len(x.regions))
	first := best[distant]{
		most:  most,
		order: func(a, b distant) int { return cmp.Compare(a.distance, b.distance) },
	}
	for j, other := range x.regions {
		if d, known := x.distance(r.Place, j); known && other != r {
			all = append(all, distant{j, d})
			first.add(distant{j, d})
		}
	}
	var peers []Peer
	for _, one := range first.list {
		p := Peer{
			Region:   x.regions[one.place],
			Distance: one.distance,
			Shares:   x.shares(r.Place, one.place),
		}
		p.place(all)
		peers = append(peers, p)
	}
	return peers
}

// distant is the region with a place, and its distance from another.
type distant struct {
	place    int
	distance float64
}

func (x *Alike) shares(i, j int) []Share {
	weights := 0.0
	for n := range x.Variables {
		weights += x.Variables[n].Weight
	}
	var shares []Share
	for n := range x.Variables {
		v := &x.Variables[n]
		d, reported := v.difference(i, j)
		shares = append(shares, Share{v, v.Weight * d / weights, !reported})
	}
	return shares
}

// place says which places among all a peer could have: at best what is assumed is no
// difference, at worst one as large as any in the atlas.
func (p *Peer) place(all []distant) {
	low, high := p.Distance, p.Distance
	for _, s := range p.Shares {
		if s.Assumed && s.Variable.Mean > 0 {
			low -= s.Adds
			high += s.Adds * (s.Variable.Most/s.Variable.Mean - 1)
		}
	}
	p.From, p.To = 1, 1
	for _, other := range all {
		switch {
		case other.place == p.Region.Place:
		case other.distance < low:
			p.From, p.To = p.From+1, p.To+1
		case other.distance < high || other.distance == high && other.place < p.Region.Place:
			p.To++
		}
	}
}

// Closer is the share of all pairs, from 0 to 1, that are closer than a distance.
func (x *Alike) Closer(distance float64) float64 {
	if x.pairs == nil {
		return 0
	}
	pairs := x.pairs()
	if len(pairs) == 0 {
		return 0
	}
	n, _ := slices.BinarySearch(pairs, distance)
	return float64(n) / float64(len(pairs))
}

// Outsider is a region that is not in a network, with the member that is most like it.
type Outsider struct {
	Region, Member *profile.Region
	Distance       float64
}

// Outsiders lists those of some regions that are most like a member of a network, the
// nearest first, at most so many.
func (x *Alike) Outsiders(regions, members []*profile.Region, most int) []Outsider {
	var list []Outsider
	for _, r := range regions {
		nearest := Outsider{Region: r}
		for _, m := range members {
			if d, known := x.distance(r.Place, m.Place); known &&
				(nearest.Member == nil || d < nearest.Distance) {
				nearest.Member, nearest.Distance = m, d
			}
		}
		if nearest.Member != nil && nearest.Distance < SomewhatLimit {
			list = append(list, nearest)
		}
	}
	slices.SortStableFunc(
		list,
		func(a, b Outsider) int { return cmp.Compare(a.Distance, b.Distance) },
	)
	return list[:min(most, len(list))]
}
