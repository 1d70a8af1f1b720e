package intake

import (
	"fmt"
	"slices"
	"strings"
)

// tellAbsent names the regions that only the table has.
func (t *table) tellAbsent() {
	if len(t.absent) == 0 {
		return
	}
	const shown = 20
	codes := sortedKeys(t.absent)
	list := strings.Join(codes[:min(shown, len(codes))], ", ")
	if len(codes) > shown {
		list += ", …"
	}
	t.report.Notes = append(t.report.Notes,
		counted(len(codes), "region")+" that the atlas does not have: "+list)
}

// byRegion brings the values together. Two of one region, thing and year are asked
// about, and neither is taken; but what stands under the region's own code counts
// for more than what stands under another code of it.
func (t *table) byRegion() []*stated {
	groups := map[string][]*claim{}
	for _, c := range t.claims {
		id := fmt.Sprint(c.code, " ", c.network, " ", c.key, " ", c.figure.Year)
		groups[id] = append(groups[id], c)
	}
	regions := map[string]*stated{}
	for _, id := range sortedKeys(groups) {
		group := t.own(groups[id])
		first := group[0]
		if regions[first.code] == nil {
			regions[first.code] = newStated(first.code)
		}
		if t.agree(group) {
			regions[first.code].take(first)
		}
	}
	var list []*stated
	for _, code := range sortedKeys(regions) {
		list = append(list, regions[code])
	}
	return list
}

// own sets the values under other codes aside, where one stands under the code of
// the region itself.
func (t *table) own(group []*claim) []*claim {
	isOwn := func(c *claim) bool { return c.written == "" }
	n := slices.IndexFunc(group, isOwn)
	if n < 0 {
		return group
	}
	own := group[n]
	var list []*claim
	for _, c := range group {
		if isOwn(c) {
			list = append(list, c)
			continue
		}
		t.drop(c, Beside, "%s %s%s: line %d has it under the code %s itself",
			c.written, c.key, yearNote(c.figure.Year), own.Line, c.code)
	}
	return list
}

// agree holds when values of one thing say the same, and tells of the rest.
func (t *table) agree(group []*claim) bool {
	first, same := group[0], true
	for _, c := range group[1:] {
		same = same && c.figure == first.figure && c.membership == first.membership
	}
	for n, c := range group {
		what := c.code + " " + c.key + yearNote(c.figure.Year)
		switch {
		case !same:
			t.drop(c, Doubtful, "%s: lines %s say different things%s; keep one of these rows",
				what, linesOf(group), t.apart(group))
		case n > 0:
			t.drop(c, Same, "%s: as line %d", what, first.Line)
		}
	}
	return same
}

// apart names the dimensions in which values of one thing differ, or nothing.
func (t *table) apart(group []*claim) string {
	var names []string
	for _, head := range t.dims {
		first, _ := group[0].aside(head)
		if slices.ContainsFunc(group[1:], func(c *claim) bool {
			a, _ := c.aside(head)
			return a.Word != first.Word
		}) {
			names = append(names, head)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return ", by " + strings.Join(names, ", ")
}

func linesOf(group []*claim) string {
	var entries []Entry
	for _, c := range group {
		entries = append(entries, Entry{Line: c.Line})
	}
	return lineRanges(entries)
}

// take adds a value to what is said about its region.
func (s *stated) take(c *claim) {
	where := spot{line: c.Line}
	if c.network {
		s.Memberships[c.key] = c.membership
		s.at[top.Field("memberships").Field(c.key)] = where
		return
	}
	s.figure(c.key, c.figure, where)
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
