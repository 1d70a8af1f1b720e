package page

import (
	"fmt"
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
}

// split parts a list of n rows whose first page stands at an address.
func split(base string, n int) []part {
	count := max(1, (n+mostRows-1)/mostRows)
	parts := make([]part, count)
	for i := range parts {
		parts[i] = part{base, i, count, i * mostRows, min(n, (i+1)*mostRows), n}
	}
	return parts
}

// pages lists the parts of a list as pages of one layout.
func pages(base, layout string, n int, make func(part) any) []Page {
	var list []Page
	for _, x := range split(base, n) {
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

// Pager leads through the parts of a list.
type Pager struct {
	Words string
	Links []Link
}

// pager is nil for a list of one part.
func (x part) pager() *Pager {
	if x.count == 1 {
		return nil
	}
	root := rootOf(x.base)
	p := &Pager{Words: fmt.Sprintf("%d to %d of %s", x.from+1, x.to, count(x.all, "region", "regions"))}
	for i := range x.count {
		p.Links = append(p.Links, Link{Text: fmt.Sprint(i + 1), Href: root + x.addressOf(i), Current: i == x.number})
	}
	return p
}

// cut takes the rows of this part from a list that starts at an offset of the
// whole.
func cut[T any](x part, offset int, list []T) []T {
	from, to := min(max(x.from-offset, 0), len(list)), min(max(x.to-offset, 0), len(list))
	return list[from:to]
}
