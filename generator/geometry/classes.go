package geometry

import (
	"math"
	"slices"
)

// Classes divides values into classes from low to high. Class i holds the values
// from Limits[i] (included) to Limits[i+1] (excluded; the last class includes it).
type Classes struct {
	Limits []float64 // one more than classes: the smallest value, round limits, the largest
	Counts []int     // values in each class
}

// Class returns the class of a value: 0 is the lowest, -1 when it is not a finite
// number ("not reported"). Values beyond the ends belong to the class at that end.
func (c Classes) Class(v float64) int {
	if len(c.Counts) == 0 || math.IsNaN(v) || math.IsInf(v, 0) {
		return -1
	}
	for i := len(c.Counts) - 1; i > 0; i-- {
		if v >= c.Limits[i] {
			return i
		}
	}
	return 0
}

// Quantiles divides the finite values into n classes of about equal count. Equal values are
// never parted, so there are fewer classes when there are fewer distinct values.
// Each limit is the roundest number between the two values it parts, and the values are
// parted, of the places near the wanted one, where that is roundest.
func Quantiles(values []float64, n int) Classes {
	v := slices.Sorted(slices.Values(finite(values)))
	var cuts []int
	for i := 1; i < n; i++ {
		if cut := bestGap(v, i*len(v)/n, len(v)/(4*n)); cut > 0 && !slices.Contains(cuts, cut) {
			cuts = append(cuts, cut)
		}
	}
	slices.Sort(cuts)
	return classes(v, cuts)
}

// bestGap returns, of the positions up to some steps from the wanted one where a value
// differs from the one before it, that with the roundest limit, and of equally round
// ones the nearest. Where there is none it is the nearest farther off.
func bestGap(v []float64, want, steps int) int {
	best, unit := 0, 0.0
	for d := range steps + 1 {
		for _, at := range [2]int{want - d, want + d} {
			if at < 1 || at >= len(v) || v[at] == v[at-1] {
				continue
			}
			if _, u := roundest(v[at-1], v[at]); u > unit {
				best, unit = at, u
			}
		}
	}
	if best > 0 {
		return best
	}
	return nearestGap(v, want)
}

// nearestGap returns the position next to the wanted one where a value differs from the one
// before it, the lower of two equally near; 0 when all are equal.
func nearestGap(v []float64, want int) int {
	for d := range len(v) {
		for _, at := range [2]int{want - d, want + d} {
			if at > 0 && at < len(v) && v[at] != v[at-1] {
				return at
			}
		}
	}
	return 0
}

// classes makes the classes that begin at the cuts of sorted values.
func classes(v []float64, cuts []int) Classes {
	if len(v) == 0 {
		return Classes{}
	}
	c := Classes{Limits: []float64{v[0]}}
	begin := 0
	for _, cut := range cuts {
		limit, _ := roundest(v[cut-1], v[cut])
		c.Limits = append(c.Limits, limit)
		c.Counts = append(c.Counts, cut-begin)
		begin = cut
	}
	c.Limits = append(c.Limits, v[len(v)-1])
	c.Counts = append(c.Counts, len(v)-begin)
	return c
}

// roundest returns the number with the fewest digits that is above low and not above
// high, and the unit that it is a multiple of.
func roundest(low, high float64) (number, of float64) {
	for power := math.Ceil(math.Log10(max(math.Abs(low), math.Abs(high)))); power > -12; power-- {
		unit := math.Pow(10, power)
		for _, f := range []float64{1, 0.5} {
			if v := clean(math.Floor(high/unit/f) * unit * f); v > low && v <= high {
				return v, unit * f
			}
		}
	}
	return high, 0
}
