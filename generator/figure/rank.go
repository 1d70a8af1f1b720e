package figure

import "math"

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
	reported := finite(values)
	for i, v := range values {
		ranks[i].Of = len(reported)
		if math.IsNaN(v) || math.IsInf(v, 0) {
			continue
		}
		ranks[i].Place, ranks[i].Ties = 1, -1
		for _, w := range reported {
			switch {
			case w == v:
				ranks[i].Ties++
			case w > v == largestFirst:
				ranks[i].Place++
			}
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

// ScaleBar returns the longest round distance (1, 2, 2.5 or 5 times a power of ten, in metres)
// that is not longer than a width, and its length; width and length in viewBox units, metre as in
// Frame.Metre. Both are 0 when there is none.
func ScaleBar(metre float64, width int) (metres float64, length int) {
	if !(metre > 0) || width <= 0 || math.IsInf(metre, 0) {
		return 0, 0
	}
	longest := float64(width) / metre
	power := math.Pow(10, math.Floor(math.Log10(longest)))
	for _, f := range []float64{1, 2, 2.5, 5} {
		if f*power <= longest*(1+1e-9) {
			metres = clean(f * power)
		}
	}
	return metres, int(math.Round(metres * metre))
}
