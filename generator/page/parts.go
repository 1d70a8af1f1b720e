package page

import (
	"fmt"
	"regional-atlas/generator/region"
	"slices"
	"strings"
)

// mostRows is how many regions a list holds before it goes on on another page:
// the largest then stays well under 150 kB gzipped.
const mostRows = 250

// part is one page of a list.
type part struct {
	base     string // address of the first
	number   int    // from 0
	count    int    // of parts
	from, to int    // rows, to excluded
	all      int    // rows of the whole list
	order    *order // nil for a list that is not in the order of codes
}

// order is the regions of a list in the order of codes.
type order struct {
	entries           []*region.Region
	starts, countries []int // the row that each begins with, and the end
}

// split parts a list of n rows whose first page stands at an address.
func split(base string, n int) []part {
	var starts []int
	for from := 0; from < n || from == 0; from += mostRows {
		starts = append(starts, from)
	}
	return partsOf(base, append(starts, n), nil)
}

// splitByCode parts a list of regions in the order of codes by country, and
// countries that outgrow a page again. Small countries share a page.
func splitByCode(base string, entries []*region.Region, rows int) []part {
	o := &order{entries: entries, starts: []int{0}}
	start := 0
	for from := 0; from < len(entries); {
		to := countryEnd(entries, from)
		o.countries = append(o.countries, from)
		if from > start && to-start > rows {
			start = from
			o.starts = append(o.starts, start)
		}
		for start+rows < to {
			start += rows
			o.starts = append(o.starts, start)
		}
		from = to
	}
	o.starts, o.countries = append(o.starts, len(entries)), append(o.countries, len(entries))
	return partsOf(base, o.starts, o)
}

// countryEnd is the row after the last of the country that begins at a row.
func countryEnd(entries []*region.Region, from int) int {
	to := from + 1
	for to < len(entries) && entries[to].Country() == entries[from].Country() {
		to++
	}
	return to
}

func partsOf(base string, starts []int, o *order) []part {
	parts := make([]part, len(starts)-1)
	for i := range parts {
		parts[i] = part{base, i, len(parts), starts[i], starts[i+1], starts[len(parts)], o}
	}
	return parts
}

// pages lists parts as pages of one layout.
func pages(parts []part, layout string, make func(part) any) []Page {
	var list []Page
	for _, x := range parts {
		list = append(list, Page{x.address(), layout, func() any { return make(x) }})
	}
	return list
}

func (x part) address() string { return x.addressOf(x.number) }

func (x part) addressOf(number int) string {
	if number == 0 {
		return x.base
	}
	return fmt.Sprintf("%s-page-%d.html", strings.TrimSuffix(x.base, ".html"), number+1)
}

// title tells the parts of a list apart.
func (x part) title(title string) string {
	if x.number == 0 {
		return title
	}
	return fmt.Sprintf("%s, page %d", title, x.number+1)
}

// cut takes the rows of this part from a list that starts at an offset of the
// whole.
func cut[T any](x part, offset int, list []T) []T {
	from, to := min(max(x.from-offset, 0), len(list)), min(max(x.to-offset, 0), len(list))
	return list[from:to]
}

// codes are the first and the last code of a part, "" where rows are not in
// the order of codes.
func (o *order) codes(number int) string {
	if o == nil || o.starts[number] == o.starts[number+1] {
		return ""
	}
	return codeRange(o.entries[o.starts[number]], o.entries[o.starts[number+1]-1])
}

// partOf is the part that holds a row.
func (o *order) partOf(row int) int {
	at, found := slices.BinarySearch(o.starts, row)
	if !found {
		at--
	}
	return at
}
