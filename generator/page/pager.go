package page

import (
	"slices"

	"regional-atlas/generator/region"
)

// mostSteps is how many parts of a list a pager names one by one. Of a longer
// list it names the first, the last and those that are 1, 10, 100 … parts away:
// few links, however long the list is, and never many of them to the part that
// is looked for.
const mostSteps = 9

// Pager leads through the parts of a list.
type Pager struct {
	Words     string // which rows this part holds
	Countries []Link // to the part in which each country begins
	Steps     []Step
	Contents  []Link // every part, on the first of the regions of one country
	Finder    string // way up to the folder of the site, for the finder
}

// Step is a link of a pager to another part.
type Step struct {
	Link
	Full string // the link as it is read aloud
	Gap  bool   // parts are left out before it
}

// pager is nil for a list of one part. countryNamed names a country by its code.
func (x part) pager(countryNamed func(code string) string) *Pager {
	if x.count == 1 {
		return nil
	}
	p := &Pager{Words: x.words(), Finder: rootOf(x.base), Countries: x.countries(countryNamed)}
	before := -1
	for _, number := range steps(x.number, x.count) {
		link := x.link(number)
		full := "Page " + region.Grouped(float64(number+1), 0)
		if x.order != nil {
			full += ": " + link.Text
		}
		p.Steps = append(p.Steps, Step{link, full, number > before+1})
		before = number
	}
	if x.number == 0 && x.order != nil && x.count > mostSteps && len(p.Countries) == 0 {
		for number := range x.count {
			p.Contents = append(p.Contents, x.link(number))
		}
	}
	return p
}

// words say which rows a part holds: "AT111 to AT34, 1 to 35 of 240 regions".
func (x part) words() string {
	if codes := x.order.codes(x.number); codes != "" {
		return codes + ", " + x.rows("region", "regions")
	}
	return x.rows("region", "regions")
}

func (x part) rows(one, many string) string {
	return region.Grouped(float64(x.from+1), 0) + " to " + region.Grouped(float64(x.to), 0) + " of " + count(x.all, one, many)
}

func (x part) link(number int) Link {
	text := x.order.codes(number)
	if text == "" {
		text = region.Grouped(float64(number+1), 0)
	}
	return Link{Text: text, Href: rootOf(x.base) + x.addressOf(number), Current: number == x.number}
}

// steps are the parts that a pager names, in their order.
func steps(number, count int) []int {
	list := []int{0, number, count - 1}
	for away := 1; away < count; away *= 10 {
		list = append(list, number-away, number+away)
	}
	if count <= mostSteps {
		list = list[:0]
		for i := range count {
			list = append(list, i)
		}
	}
	list = slices.DeleteFunc(list, func(i int) bool { return i < 0 || i >= count })
	slices.Sort(list)
	return slices.Compact(list)
}

// countries leads to each country of a list that has several.
func (x part) countries(named func(code string) string) []Link {
	if x.order == nil || len(x.order.countries) == 2 {
		return nil
	}
	var list []Link
	for i, row := range x.order.countries[:len(x.order.countries)-1] {
		link := x.link(x.order.partOf(row))
		link.Text = named(x.order.entries[row].Country())
		link.Current = row < x.to && x.order.countries[i+1] > x.from
		list = append(list, link)
	}
	return list
}
