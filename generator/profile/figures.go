package profile

import (
	"math"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/region"
)

// State is how firm a value is.
type State int

// The states of a value.
const (
	NotReported State = iota
	Reported
	Estimated
	Provisional
)

// stateOf is the state that a word of a region file stands for.
func stateOf(word string) State {
	switch word {
	case "estimated":
		return Estimated
	case "provisional":
		return Provisional
	}
	return Reported
}

// Value is one value of an indicator.
type Value struct {
	State  State
	Number float64 // in the unit of the indicator; 0 for a class
	Class  string  // the word of a scale, "" for a number
	Order  float64 // what sorts it: the number, or the place of the class from the lowest
	Year   int     // 0 when the source gives none
	Part   string  // the part of the region that it is for, "" for the whole
	Source string  // key, "" for that of the section
	Second string  // key of another source of the same value, "" for none
	Remark string
}

// Figure is what a region reports for one indicator.
type Figure struct {
	Indicator *region.Indicator
	Latest    []Value // the newest value, or one for each part; none when not reported
	Earlier   []Value // the values before, newest first
	Series    []Value // every number of the whole region with a year, in the order of the file
	Rank      Rank
}

// IsReported reports whether there is any value.
func (f *Figure) IsReported() bool { return len(f.Latest) > 0 }

// Number is the newest value as a number; NaN when it is not reported, is a class
// or differs between parts.
func (f *Figure) Number() float64 {
	if len(f.Latest) != 1 || f.Latest[0].Class != "" {
		return math.NaN()
	}
	return f.Latest[0].Number
}

// Order is what ranks the region: the number, or the place of its class from the
// lowest; NaN when it is not reported or differs between parts.
func (f *Figure) Order() float64 {
	switch {
	case len(f.Latest) != 1:
		return math.NaN()
	case f.Indicator.Kind == region.Class:
		return f.Latest[0].Order
	}
	return f.Number()
}

// Group is the group that all latest classes share (Strong for "Strong +"), ""
// when nothing is reported or its parts differ.
func (f *Figure) Group() string {
	group := ""
	for i, v := range f.Latest {
		g := atlas.Group(v.Class)
		if i > 0 && g != group {
			return ""
		}
		group = g
	}
	return group
}

func figuresOf(e *region.Edition, r *region.Region) []Figure {
	figures := make([]Figure, len(e.Indicators))
	for n := range e.Indicators {
		i := &e.Indicators[n]
		f := Figure{Indicator: i, Latest: valuesOf(i, atlas.Latest(r, i.Key)),
			Earlier: valuesOf(i, atlas.Earlier(r, i.Key))}
		for _, x := range r.Figures[i.Key] {
			if x.Value.Given && x.Value.Word == "" && x.Year != 0 && x.Part == "" {
				f.Series = append(f.Series, valueOf(i, x))
			}
		}
		figures[n] = f
	}
	return figures
}

func valuesOf(i *region.Indicator, figures []region.Figure) []Value {
	var values []Value
	for _, f := range figures {
		values = append(values, valueOf(i, f))
	}
	return values
}

func valueOf(i *region.Indicator, f region.Figure) Value {
	v := Value{State: stateOf(f.Status), Number: f.Value.Number, Class: f.Value.Word,
		Order: f.Value.Number, Year: f.Year, Part: f.Part, Source: f.Source,
		Second: f.Second, Remark: f.Remark}
	if i.Kind == region.Class {
		v.Order = float64(classOrder(i, f))
	}
	return v
}

// classOrder is higher for a better class; 0 for one that is not on the scale of
// its year.
func classOrder(i *region.Indicator, f region.Figure) int {
	scale := i.ScaleOf(f.Year)
	if scale == nil {
		return 0
	}
	for place, group := range scale.Groups {
		if group == f.Value.Word {
			return len(scale.Groups) - place
		}
	}
	return 0
}
