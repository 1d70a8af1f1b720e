package atlas

import (
	"slices"

	"regional-atlas/generator/region"
)

// Coverage is how much a region reports in one section of its file.
type Coverage struct {
	Section  string
	Entries  int  // facts reported
	Expected int  // facts asked for; 0 where a list is as long as it is
	Lost     int  // entries known to be lost
	Cut      bool // the list breaks off
	Old      bool // a figure lies years behind the newest one of its indicator
}

// The states of a section.
const (
	Filled     = "filled"
	Incomplete = "incomplete"
	Old        = "old"
	Empty      = "missing"
)

// State sums a section up in one word.
func (c Coverage) State() string {
	switch {
	case c.Entries == 0:
		return Empty
	case c.Lost > 0 || c.Cut || c.Entries < c.Expected:
		return Incomplete
	case c.Old:
		return Old
	}
	return Filled
}

// Covered lists the coverage of every section of a region, in the order of
// region.Sections.
func (a *Atlas) Covered(r *region.Region) []Coverage {
	var list []Coverage
	for _, section := range region.Sections() {
		gap := r.Gaps[section.Key]
		c := Coverage{Section: section.Key, Lost: gap.Lost, Cut: gap.Cut}
		c.Entries, c.Expected = section.Answered(r, a.edition), section.Expected(a.edition)
		if section.Key == "codes" {
			c.addCodeGaps(a.edition, r)
		}
		c.Old = section.Key == "figures" && a.isStale(r)
		list = append(list, c)
	}
	return list
}

// isStale holds when any main figure lies too far behind.
func (a *Atlas) isStale(r *region.Region) bool {
	return slices.ContainsFunc(a.edition.MainIndicators(), func(n int) bool {
		key := a.edition.Indicators[n].Key
		_, old := staleYear(r, key, a.newest[key])
		return old
	})
}

// addCodeGaps adds the gaps of single classifications, which have keys of
// their own.
func (c *Coverage) addCodeGaps(e *region.Edition, r *region.Region) {
	for _, list := range e.Classifications {
		c.Lost += r.Gaps[list.Key].Lost
		c.Cut = c.Cut || r.Gaps[list.Key].Cut
	}
}
