package page

import (
	"slices"
	"strconv"

	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/words"
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

// pager is nil for a list of one part.
func (s *Site) pager(x part) *Pager {
	if x.count == 1 {
		return nil
	}
	p := &Pager{Words: s.partWords(x), Finder: output.Root(x.base), Countries: s.pagerCountries(x)}
	before := -1
	for _, number := range steps(x.number, x.count) {
		link := s.partLink(x, number)
		full := s.words.Say("pager.page", "number", number+1)
		if x.order != nil {
			full = s.words.Say("pager.page-of", "number", number+1, "codes", link.Text)
		}
		p.Steps = append(p.Steps, Step{link, full, number > before+1})
		before = number
	}
	if x.number == 0 && x.order != nil && x.count > mostSteps && len(p.Countries) == 0 {
		for number := range x.count {
			p.Contents = append(p.Contents, s.partLink(x, number))
		}
	}
	return p
}

// partWords say which rows a part holds: "Austria to Germany, 1 to 35 of 240 regions".
func (s *Site) partWords(x part) string {
	rows := s.rows(x, "pager.regions")
	if first, last := x.order.ends(x.number); first != nil {
		return s.words.Say("pager.codes", "codes", nameRange(s.words, first, last), "rows", rows)
	}
	return rows
}

func (s *Site) rows(x part, key string) string {
	return s.words.Say(key, "from", x.from+1, "to", x.to, "all", x.all)
}

func (s *Site) partLink(x part, number int) Link {
	text := s.words.Whole(number + 1)
	if first, last := x.order.ends(number); first != nil {
		text = nameRange(s.words, first, last)
	}
	return Link{Text: text, Href: output.Root(x.base) + x.addressOf(number),
		Current: number == x.number}
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

// pagerCountries leads to each country of a list that has several.
func (s *Site) pagerCountries(x part) []Link {
	if x.order == nil || len(x.order.countries) == 2 {
		return nil
	}
	var list []Link
	for i, row := range x.order.countries[:len(x.order.countries)-1] {
		link := s.partLink(x, x.order.partOf(row))
		link.Text = x.order.regions[row].Country.Name
		link.Current = row < x.to && x.order.countries[i+1] > x.from
		list = append(list, link)
	}
	return list
}

// nameRange names a part of a list in the order of codes by what readers know: the
// countries at its ends, or the regions where both lie in one country.
func nameRange(w *words.Language, first, last *profile.Region) string {
	from, to := first.Country.Name, last.Country.Name
	if first.Country.Code == last.Country.Code {
		from, to = first.Name, last.Name
	}
	if from == to {
		return from
	}
	return w.Say("codes.range", "first", from, "last", to)
}

// yearOr writes a year, or other words where the source gives none.
func yearOr(year int, words string) string {
	if year == 0 {
		return words
	}
	return strconv.Itoa(year)
}
