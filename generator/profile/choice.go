package profile

import (
	"maps"
	"math"
	"slices"
)

// Choice is what a reader asks of regions: for each key of a facet what is
// picked. A region is found when it answers all of them.
type Choice map[string]Picked

// Picked is the choice in one facet.
type Picked struct {
	Options  []string // keys
	All      bool     // AnyOf: every option, not any of them
	From, To float64  // Between, both included; NaN for no limit
}

// verdict is how a region answers a choice.
type verdict int

const (
	fails verdict = iota
	unreported
	holds
)

// Find lists the places of the regions that answer a choice, and of those that
// would if they reported what they do not.
func Find(list []Facet, regions int, choice Choice) (found, unknown []int) {
	asked := choice.of(list)
	for place := range regions {
		switch judge(asked, place, choice) {
		case holds:
			found = append(found, place)
		case unreported:
			unknown = append(unknown, place)
		}
	}
	return found, unknown
}

// of lists the facets that a choice asks.
func (c Choice) of(list []Facet) []*Facet {
	var asked []*Facet
	for i := range list {
		if _, is := c[list[i].Key]; is {
			asked = append(asked, &list[i])
		}
	}
	return asked
}

func judge(asked []*Facet, place int, choice Choice) verdict {
	worst := holds
	for _, f := range asked {
		worst = min(worst, f.verdict(place, choice[f.Key]))
	}
	return worst
}

// Count is how many regions there would be if an option were picked too: of one
// answer the choice in its own facet makes no difference, of several that must all
// hold the others stay.
func Count(list []Facet, regions int, choice Choice, f *Facet, option string) int {
	swapped := maps.Clone(choice)
	picked := Picked{Options: []string{option}, All: choice[f.Key].All}
	if picked.All && slices.Contains(choice[f.Key].Options, option) {
		picked.Options = choice[f.Key].Options
	} else if picked.All {
		picked.Options = append(slices.Clone(choice[f.Key].Options), option)
	}
	swapped[f.Key] = picked
	found, _ := Find(list, regions, swapped)
	return len(found)
}

func (f *Facet) verdict(place int, p Picked) verdict {
	switch f.Kind {
	case Between:
		return f.between(place, p)
	case AnyOf:
		return f.many(place, p)
	}
	return f.one(place, p)
}

func (f *Facet) between(place int, p Picked) verdict {
	n := f.Number[place]
	switch {
	case math.IsNaN(n):
		return unreported
	case n < p.From || n > p.To: // false for a bound that is NaN
		return fails
	}
	return holds
}

func (f *Facet) one(place int, p Picked) verdict {
	has := f.One[place]
	if has < 0 {
		return unreported
	}
	for i, o := range f.Options {
		if slices.Contains(p.Options, o.Key) && (i == has || f.Kind == AtLeast && has >= i) {
			return holds
		}
	}
	if f.Options[has].Unknown {
		return unreported
	}
	return fails
}

func (f *Facet) many(place int, p Picked) verdict {
	n := 0
	for _, i := range f.Many[place] {
		if slices.Contains(p.Options, f.Options[i].Key) {
			n++
		}
	}
	switch {
	case p.All && n == len(p.Options), !p.All && n > 0:
		return holds
	case f.Silent[place]:
		return unreported
	}
	return fails
}
