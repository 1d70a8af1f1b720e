package geometry

import (
	"math"
	"slices"
	"strconv"
)

// Scale maps values to positions from 0 to 1, evenly or by powers of ten.
type Scale struct {
	Low, High float64
	Log       bool
}

// ScaleOf returns the scale from the smallest to the largest finite value, rounded
// outwards to round numbers. Log is honoured only when all values are above zero. False
// when there is no finite value.
func ScaleOf(values []float64, log bool) (Scale, bool) {
	v := finite(values)
	if len(v) == 0 {
		return Scale{}, false
	}
	low, high := slices.Min(v), slices.Max(v)
	s := Scale{Log: log && low > 0}
	if low == high {
		low, high = low-math.Abs(low)/10, high+math.Abs(high)/10
	}
	if low == high { // both are zero
		high = 1
	}
	step := stepOf((high - low) / 5)
	s.Low, s.High = clean(math.Floor(low/step)*step), clean(math.Ceil(high/step)*step)
	if s.Log {
		s.Low, s.High = roundDown(low), roundUp(high)
	}
	return s, true
}

// Position returns where a value stands, 0 at Low and 1 at High, held within them.
func (s Scale) Position(v float64) float64 {
	low, high := s.Low, s.High
	if s.Log {
		v, low, high = math.Log(max(v, low)), math.Log(low), math.Log(high)
	}
	if !(high > low) {
		return 0
	}
	return max(0, min(1, (v-low)/(high-low)))
}

// Ticks returns round values on the scale, ascending: about five at even steps, or 1, 2
// and 5 times the powers of ten (the powers alone when there are more than three).
func (s Scale) Ticks() []float64 {
	var ticks []float64
	if s.Log {
		return s.powers()
	}
	step := stepOf((s.High - s.Low) / 5)
	for i := math.Ceil(s.Low/step - 1e-9); i*step <= s.High+step*1e-9; i++ {
		ticks = append(ticks, clean(i*step))
	}
	return ticks
}

func (s Scale) powers() []float64 {
	factors := []float64{1, 2, 5}
	if s.High/s.Low > 1000 {
		factors = factors[:1]
	}
	var ticks []float64
	for power := math.Floor(math.Log10(s.Low)); power <= math.Ceil(math.Log10(s.High)); power++ {
		for _, f := range factors {
			if v := clean(f * math.Pow(10, power)); v >= s.Low && v <= s.High {
				ticks = append(ticks, v)
			}
		}
	}
	return ticks
}

// stepOf returns the smallest of 1, 2, 2.5 and 5 times a power of ten that is not below a
// positive length.
func stepOf(length float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(length)))
	for _, f := range []float64{1, 2, 2.5, 5} {
		if f*power >= length*(1-1e-9) {
			return f * power
		}
	}
	return 10 * power
}

// roundDown and roundUp go to the next number with one digit, away from the values.
func roundDown(v float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(v)))
	return clean(math.Floor(v/power+1e-9) * power)
}

func roundUp(v float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(v)))
	return clean(math.Ceil(v/power-1e-9) * power)
}

// clean removes what binary arithmetic adds behind the twelfth digit.
func clean(v float64) float64 {
	c, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	if err != nil {
		return v
	}
	return c + 0 // no negative zero
}

// finite returns the values that are numbers, in their order. NaN stands for "not reported".
func finite(values []float64) []float64 {
	var kept []float64
	for _, v := range values {
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			kept = append(kept, v)
		}
	}
	return kept
}
