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
		if i := slices.IndexFunc(latest, func(l region.Figure) bool { return l.Part == f.Part }); i >= 0 {
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

// CommonGroup is the group that all latest classes of an indicator share, "" when
// nothing is reported or its parts differ.
func CommonGroup(r *region.Region, indicator string) string {
	group := ""
	for i, f := range Latest(r, indicator) {
		if g := Group(f.Value.Word); i > 0 && g != group {
			return ""
		} else {
			group = g
		}
	}
	return group
}

// Answer is what a region says of a network; one that was never asked is not
// reported.
func Answer(r *region.Region, network string) region.Membership {
	m, ok := r.Memberships[network]
	if !ok || m.Status == "" {
		m.Status = region.NotReported
	}
	return m
}

// IsMember reports whether the region, or a part of it, is itself a member.
func IsMember(r *region.Region, network string) bool {
	return region.StatusOf(Answer(r, network).Status).Member
}

// MembershipCount counts the networks that the region itself is a member of,
// and those that gave any answer at all. Categories of territory do not count.
func MembershipCount(e *region.Edition, r *region.Region) (member, answered int) {
	for _, n := range e.Networks {
		if len(n.Categories) > 0 {
			continue
		}
		if IsMember(r, n.Key) {
			member++
		}
		if Answer(r, n.Key).Status != region.NotReported {
			answered++
		}
	}
	return member, answered
}

// HasTopic reports whether the region's policies cover a topic.
func HasTopic(r *region.Region, topic string) bool { return slices.Contains(r.Topics, topic) }

// HasCode reports whether a region uses a code itself.
func HasCode(r *region.Region, classification, code string) bool {
	return slices.Contains(r.Codes[classification], code)
}

// OrganisationsOf lists a region's organisations of one kind; the empty kind
// stands for those without one.
func OrganisationsOf(r *region.Region, kind string) []region.Organisation {
	var list []region.Organisation
	for _, o := range r.Organisations {
		if o.Kind == kind {
			list = append(list, o)
		}
	}
	return list
}

// newestYear is the latest year of any value in the atlas, 0 without values.
func newestYear(regions []*region.Region) int {
	newest := 0
	for _, r := range regions {
		for _, series := range r.Figures {
			for _, f := range series {
				if f.Value.Given {
					newest = max(newest, f.Year)
				}
			}
		}
	}
	return newest
}
