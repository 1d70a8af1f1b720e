package atlas

import (
	"slices"
	"strings"

	"regional-atlas/generator/region"
)

// Latest is the newest reported value of an indicator: one figure, or one for
// each part of the region; of two for the same year the one that stands later.
// It is empty when nothing is reported.
func Latest(r *region.Region, indicator string) []region.Figure {
	newest := -1
	for _, f := range r.Figures[indicator] {
		if f.Value.Given {
			newest = max(newest, f.Year)
		}
	}
	var latest []region.Figure
	for _, f := range r.Figures[indicator] {
		if !f.Value.Given || f.Year != newest {
			continue
		}
		if i := slices.IndexFunc(latest,
			func(l region.Figure) bool { return l.Part == f.Part }); i >= 0 {
			latest[i] = f
			continue
		}
		latest = append(latest, f)
	}
	return latest
}

// Earlier lists the reported values that Latest leaves out, newest first.
func Earlier(r *region.Region, indicator string) []region.Figure {
	latest := Latest(r, indicator)
	var rest []region.Figure
	for _, f := range r.Figures[indicator] {
		if f.Value.Given && !slices.Contains(latest, f) {
			rest = append(rest, f)
		}
	}
	slices.SortStableFunc(rest, func(a, b region.Figure) int { return b.Year - a.Year })
	return rest
}

// Group is the class of a figure without its plus or minus: Strong for
// "Strong +".
func Group(word string) string { return strings.TrimRight(word, " +-−") }

// Answer is what a region says of a network; one that was never asked is not
// reported.
func Answer(r *region.Region, network string) region.Membership {
	m, ok := r.Memberships[network]
	if !ok || m.Status == "" {
		m.Status = region.NotReported
	}
	return m
}

// HasTopic reports whether the region's policies cover a topic.
func HasTopic(r *region.Region, topic string) bool { return slices.Contains(r.Topics, topic) }

// newestYears is the latest year of any value of each indicator: one is not old
// because another is new.
func newestYears(regions []*region.Region) map[string]int {
	newest := map[string]int{}
	for _, r := range regions {
		for indicator, series := range r.Figures {
			for _, f := range series {
				if f.Value.Given {
					newest[indicator] = max(newest[indicator], f.Year)
				}
			}
		}
	}
	return newest
}
