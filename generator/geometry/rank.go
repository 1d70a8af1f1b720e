package geometry

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

// Ranks returns the place of each value, the largest first or the smallest. A value that
// is not finite is not reported: its place is 0.
func Ranks(values []float64, largestFirst bool) []Rank {
	ranks := make([]Rank, len(values))
	sorted := finite(values)
	slices.Sort(sorted)
	for i, v := range values {
		ranks[i].Of = len(sorted)
		if math.IsNaN(v) || math.IsInf(v, 0) {
			continue
		}
		below, _ := slices.BinarySearch(sorted, v)
		upTo, _ := slices.BinarySearch(sorted, math.Nextafter(v, math.Inf(1)))
		ranks[i].Place, ranks[i].Ties = below+1, upTo-below-1
		if largestFirst {
			ranks[i].Place = len(sorted) - upTo + 1
		}
	}
	return ranks
}

// Radius returns the radius of a circle whose area stands for a total, when the
// largest total has a circle of the largest radius. Totals of zero or less have none.
func Radius(total, largestTotal, largestRadius float64) float64 {
	if !(total > 0 && largestTotal > 0) {
		return 0
	}
	return largestRadius * math.Sqrt(total/largestTotal)
}
