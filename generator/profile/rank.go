package profile

import (
	"math"
	"slices"
)

// Rank is the place of one value among those reported.
type Rank struct {
	Place int // 1 is first; equal values share the better place. 0: not reported
	Ties  int // how many others share it
	Of    int // how many values are reported
}

// ranks gives the place of each value, the largest first. A value that is not
// finite is not reported: its place is 0.
func ranks(values []float64) []Rank {
	list := make([]Rank, len(values))
	sorted := slices.DeleteFunc(slices.Clone(values), isUnknown)
	slices.Sort(sorted)
	for i, v := range values {
		list[i].Of = len(sorted)
		if isUnknown(v) {
			continue
		}
		below, _ := slices.BinarySearch(sorted, v)
		upTo, _ := slices.BinarySearch(sorted, math.Nextafter(v, math.Inf(1)))
		list[i].Place, list[i].Ties = len(sorted)-upTo+1, upTo-below-1
	}
	return list
}

func isUnknown(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) }

// Orders lists what ranks every region on the indicator with a number, by place;
// countries beside regions are not ranked.
func (a *Atlas) Orders(indicator int) []float64 {
	values := make([]float64, len(a.regions))
	for i, r := range a.regions {
		values[i] = r.Figures[indicator].Order()
		if r.IsCountry() {
			values[i] = math.NaN()
		}
	}
	return values
}

// rank places every region on every indicator.
func (a *Atlas) rank() {
	for n := range a.edition.Indicators {
		for i, rank := range ranks(a.Orders(n)) {
			a.regions[i].Figures[n].Rank = rank
		}
	}
}
