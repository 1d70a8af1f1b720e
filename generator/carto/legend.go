package carto

import (
	"math"

	"regional-atlas/generator/geometry"
)

// LegendEntry is a class of a view with the number of its regions.
type LegendEntry struct {
	Class, Label, Count string
	Mark                string // what stands in this class, as the median, or ""
}

// Size is a circle of the legend of totals.
type Size struct {
	X, Y   int // of its middle
	R      int
	LabelX int
	Label  string
	Below  bool // for totals below zero
}

// legend counts the places of every class; those that are missing always have
// their box, those that are mixed only when there are any.
func (m viewer) legend(v *view, places []*place) []LegendEntry {
	counts, wholes := map[int]int{}, map[int]int{}
	for _, p := range places {
		if class := v.readings[p.code].class; p.isApart() || v.counts {
			wholes[class]++
		} else {
			counts[class]++
		}
	}
	entry := func(class int, label string) LegendEntry {
		e := LegendEntry{Class: v.shade(class), Label: label,
			Count: m.count(v, counts[class], wholes[class])}
		if class == v.middle {
			e.Mark = v.median
		}
		return e
	}
	var list []LegendEntry
	for i, label := range v.classes {
		list = append(list, entry(i, label))
	}
	if counts[mixed]+wholes[mixed] > 0 {
		list = append(list, entry(mixed, m.words.Say("legend.mixed")))
	}
	if v.counts { // every country has a number
		return list
	}
	if wholes[apart] > 0 {
		list = append(list, entry(apart, m.words.Say("legend.apart")))
	}
	return append(list, entry(missing, m.words.Say("legend.not-reported")))
}

// count says how many regions a class has, and how many countries beside them.
func (m viewer) count(v *view, regions, countries int) string {
	switch {
	case countries == 0 && !v.counts:
		return m.words.Say("count.regions", "n", regions)
	case regions == 0:
		return m.words.Say("count.countries", "n", countries)
	}
	return m.words.Say("count.both", "regions", regions, "countries", countries)
}

// sizes are the circles of the legend, of which the largest total has a radius: the largest value rounded down to one
// digit, and a tenth of it; and a ring where there are totals below zero.
func (m viewer) sizes(v *view, c *canvas, radius int) []Size {
	largest := v.largest
	if largest <= 0 {
		return nil
	}
	step := math.Pow(10, math.Floor(math.Log10(largest)))
	round := math.Floor(largest/step) * step
	var list []Size
	for _, value := range []float64{round, round / 10} {
		list = append(list, Size{R: totalRadius(value, largest, radius), Label: m.words.Number(value, 0)})
	}
	if v.below {
		list = append(
			list,
			Size{R: totalRadius(round/10, largest, radius), Label: m.words.Number(-round/10, 0),
				Below: true},
		)
	}
	y := c.legend.Y
	for i := range list {
		y += list[i].R
		list[i].X, list[i].Y, list[i].LabelX = c.legend.X, y, c.legend.X+radius+radius/5
		y += list[i].R + radius/4
	}
	return list
}

// totalRadius is the radius of the circle of a total, whatever its sign.
func totalRadius(value, largest float64, radius int) int {
	const parts = 14 // so small a part of the largest is still seen: 0 is not "not reported"
	return max(2, radius/parts, int(math.Round(geometry.Radius(math.Abs(value), largest,
		float64(radius)))))
}
