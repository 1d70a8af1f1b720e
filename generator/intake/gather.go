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

// byRegion brings the cells together. Two values for one region, indicator and
// year are asked about, and neither is taken.
func (t *table) byRegion() []*stated {
	groups := map[string][]cell{}
	for _, c := range t.cells {
		id := fmt.Sprint(c.code, " ", c.network, " ", c.key, " ", c.figure.Year)
		groups[id] = append(groups[id], c)
	}
	regions := map[string]*stated{}
	for _, id := range sortedKeys(groups) {
		first := groups[id][0]
		if regions[first.code] == nil {
			regions[first.code] = newStated(first.code)
		}
		if t.agree(groups[id]) {
			regions[first.code].take(first)
		}
	}
	var list []*stated
	for _, code := range sortedKeys(regions) {
		list = append(list, regions[code])
	}
	return list
}

// agree holds when cells about one thing say the same, and tells of the rest.
func (t *table) agree(cells []cell) bool {
	first, same := cells[0], true
	for _, c := range cells[1:] {
		same = same && c.figure == first.figure && c.membership == first.membership
	}
	for n, c := range cells {
		what := c.code + " " + c.key + yearNote(c.figure.Year)
		switch {
		case !same:
			t.report.add(c.line, Doubtful, "",
				"%s: lines %s say different things%s; keep one of these rows",
				what, linesOf(cells), t.layout.apart(cells))
		case n > 0:
			t.report.add(c.line, Same, "", "%s: as line %d", what, first.line)
		}
	}
	return same
}

func linesOf(cells []cell) string {
	var entries []Entry
	for _, c := range cells {
		entries = append(entries, Entry{Line: c.line})
	}
	return lineRanges(entries)
}

// take adds a cell to what is said about its region.
func (s *stated) take(c cell) {
	where := spot{line: c.line}
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
