package geometry

import (
	"cmp"
	"math"
	"slices"
)

// Dot is one value of a strip plot.
type Dot struct {
	Index int // in the values given
	Value float64
	Point Point // its middle
}

// Strip is a strip plot: every value a dot above its place on a scale, dots that would cover
// each other stacked upwards.
type Strip struct {
	Dots          []Dot // by value, then by index
	Width, Height int
	Scale         Scale
}

// StripOf places values on a scale in a picture of a width, with dots of a diameter (viewBox
// units). Values that are not finite are not reported and have no dot. The height follows from
// the highest stack; the dots at both ends lie wholly inside.
func StripOf(values []float64, scale Scale, width, diameter int) Strip {
	s := Strip{Width: width, Scale: scale, Dots: DotsOf(values, scale, width, diameter)}
	level := stack(s.Dots, diameter)
	highest := 0
	for _, l := range level {
		highest = max(highest, l)
	}
	s.Height = (highest + 1) * diameter
	for i := range s.Dots {
		s.Dots[i].Point.Y = s.Height - diameter/2 - level[i]*diameter
	}
	return s
}

// DotsOf is the dots of StripOf on one line, where they may cover each other.
func DotsOf(values []float64, scale Scale, width, diameter int) []Dot {
	var dots []Dot
	for i, v := range values {
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			x := diameter/2 + int(math.Round(scale.Position(v)*float64(max(0, width-diameter))))
			dots = append(dots, Dot{i, v, Point{X: x}})
		}
	}
	slices.SortStableFunc(dots, func(a, b Dot) int { return cmp.Compare(a.Value, b.Value) })
	return dots
}

// stack gives each dot, from left to right, the lowest level where the last dot is at
// least a diameter away.
func stack(dots []Dot, diameter int) []int {
	level := make([]int, len(dots))
	var last []int // by level: x of the last dot
	for i, d := range dots {
		free := slices.IndexFunc(last, func(x int) bool { return d.Point.X-x >= diameter })
		if free < 0 {
			free, last = len(last), append(last, 0)
		}
		last[free], level[i] = d.Point.X, free
	}
	return level
}
