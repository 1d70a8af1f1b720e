package geometry

import "math"

// Radius returns the radius of a circle whose area stands for a total, when the
// largest total has a circle of the largest radius. Totals of zero or less have none.
func Radius(total, largestTotal, largestRadius float64) float64 {
	if !(total > 0 && largestTotal > 0) {
		return 0
	}
	return largestRadius * math.Sqrt(total/largestTotal)
}
