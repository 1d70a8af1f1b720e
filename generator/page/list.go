package page

import (
	"fmt"
	"slices"
	"strings"

	"regional-atlas/generator/profile"
)

// mostRows is how many regions a list holds before it goes on on another page:
// the largest then stays well under 150 kB gzipped.
const mostRows = 250

// mostCompared is how many regions a page compares in one table that readers sort: as many
// as the map of all regions shows. An atlas of more has tables by country.
const mostCompared = 400

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
	regions           []*profile.Region
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
func splitByCode(base string, regions []*profile.Region, rows int) []part {
	o := &order{regions: regions, starts: []int{0}}
	start := 0
	for from := 0; from < len(regions); {
		to := countryEnd(regions, from)
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
	o.starts, o.countries = append(o.starts, len(regions)), append(o.countries, len(regions))
	return partsOf(base, o.starts, o)
}

// countryEnd is the row after the last of the country that begins at a row.
func countryEnd(regions []*profile.Region, from int) int {
	to := from + 1
	for to < len(regions) && regions[to].Country.Code == regions[from].Country.Code {
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

func (x part) address() string { return x.addressOf(x.number) }

func (x part) addressOf(number int) string {
	if number == 0 {
		return x.base
	}
	return fmt.Sprintf("%s-page-%d.html", strings.TrimSuffix(x.base, ".html"), number+1)
}

// title tells the parts of a list apart.
func (s *Site) title(x part, title string) string {
	if x.number == 0 {
		return title
	}
	return s.words.Say("page.numbered", "title", title, "number", x.number+1)
}

// cut takes the rows of this part from a list that starts at an offset of the
// whole.
func cut[T any](x part, offset int, list []T) []T {
	from, to := min(max(x.from-offset, 0), len(list)), min(max(x.to-offset, 0), len(list))
	return list[from:to]
}

// ends are the first and the last region of a part; nil where rows are not in the
// order of codes.
func (o *order) ends(number int) (first, last *profile.Region) {
	if o == nil || o.starts[number] == o.starts[number+1] {
		return nil, nil
	}
	return o.regions[o.starts[number]], o.regions[o.starts[number+1]-1]
}

// partOf is the part that holds a row.
func (o *order) partOf(row int) int {
	at, found := slices.BinarySearch(o.starts, row)
	if !found {
		at--
	}
	return at
}

// codeRange names the codes of neighbours in the order of codes.
func (s *Site) codeRange(first, last *profile.Region) string {
	if first == last {
		return first.Code
	}
	return s.words.Say("codes.range", "first", first.Code, "last", last.Code)
}
