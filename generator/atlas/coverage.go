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
	Old      bool // the newest figure lies years behind the newest of the atlas
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
		gap := r.Gaps[section]
		c := Coverage{Section: section, Lost: gap.Lost, Cut: gap.Cut}
		c.Entries, c.Expected = a.asked(r, section)
		if section == "codes" {
			c.addCodeGaps(a.edition, r)
		}
		c.Old = section == "figures" && a.isStale(r)
		list = append(list, c)
	}
	return list
}

// isStale holds when any figure lies too far behind.
func (a *Atlas) isStale(r *region.Region) bool {
	return slices.ContainsFunc(a.edition.Indicators, func(i region.Indicator) bool {
		_, old := staleYear(r, i.Key, a.newest)
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

func (a *Atlas) asked(r *region.Region, section string) (reported, expected int) {
	switch section {
	case "figures":
		for _, i := range a.edition.Indicators {
			reported += one(len(Latest(r, i.Key)) > 0)
		}
		return reported, len(a.edition.Indicators)
	case "memberships":
		for _, n := range a.edition.Networks {
			reported += one(Answer(r, n.Key).Status != region.NotReported)
		}
		return reported, len(a.edition.Networks)
	case "strategy":
		for _, s := range a.edition.Strategies {
			answer := r.Strategy[s.Key].Answer
			reported += one(answer != "" && answer != region.NotReported)
		}
		return reported, len(a.edition.Strategies)
	case "evaluation":
		for _, q := range a.edition.Questions {
			rating := r.Evaluation[q.Key]
			reported += one(rating != "" && rating != region.NotReported)
		}
		return reported, len(a.edition.Questions)
	case "codes":
		for _, codes := range r.Codes {
			reported += len(codes)
		}
		return reported, 0
	case "collaboration":
		return one(r.Reports(section)), 0
	}
	return r.Entries(section), 0
}

func one(holds bool) int {
	if holds {
		return 1
	}
	return 0
}

// CoverageSums is the coverage of all regions together.
type CoverageSums struct {
	Reported map[string]int // section -> regions that report anything in it
	States   map[string]int // state -> sections of all regions
}

// CoverageSums counts the sections of all regions by state.
func (a *Atlas) CoverageSums() CoverageSums {
	sums := CoverageSums{map[string]int{}, map[string]int{}}
	for _, r := range a.regions {
		for _, c := range a.Covered(r) {
			sums.States[c.State()]++
			sums.Reported[c.Section] += one(c.Entries > 0)
		}
	}
	return sums
}
