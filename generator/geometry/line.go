package geometry

import (
	"cmp"
	"math"
	"slices"
)

// Sample is one value of a series.
type Sample struct{ When, Value float64 }

// Line is a series as a small line.
type Line struct {
	Points        []Point // by time
	Path          string
	Width, Height int
	Base          int     // the height of zero
	Low, High     float64 // the smallest and the largest value, or zero
}

// LineOf draws a series into a box with padding on all sides (viewBox units), time to the right
// in proportion, zero always inside: a change of one part in a hundred looks as small as it is.
// Samples that are not finite are left out; false when fewer than two times remain.
func LineOf(samples []Sample, width, height, padding int) (Line, bool) {
	var kept []Sample
	for _, s := range samples {
		if len(finite([]float64{s.When, s.Value})) == 2 {
			kept = append(kept, s)
		}
	}
	slices.SortStableFunc(kept, func(a, b Sample) int { return cmp.Compare(a.When, b.When) })
	if len(kept) < 2 || kept[0].When == kept[len(kept)-1].When {
		return Line{}, false
	}
	l := Line{Width: width, Height: height}
	for _, s := range kept {
		l.Low, l.High = min(l.Low, s.Value), max(l.High, s.Value)
	}
	first, last := kept[0].When, kept[len(kept)-1].When
	height -= 2 * padding
	y := func(value float64) int {
		up := 0.5
		if l.High > l.Low {
			up = (value - l.Low) / (l.High - l.Low)
		}
		return padding + height - int(math.Round(up*float64(height)))
	}
	for _, s := range kept {
		x := padding + int(math.Round((s.When-first)/(last-first)*float64(width-2*padding)))
		l.Points = append(l.Points, Point{x, y(s.Value)})
	}
	l.Base = y(0)
	l.Path = lines([][]Point{l.Points})
	return l, true
}
