package page

import (
	"regional-atlas/generator/output"
	"regional-atlas/generator/phrase"
	"regional-atlas/generator/region"
)

// onPaper is how many entries of a list a region's page has when it is printed: the page
// is then a brief of two sheets at most, and a count with the address stands for the rest.
const onPaper = 3

// sheets is what pages say when they are printed.
type sheets struct{ *Site }

// foot is the line below a page on paper, where no link can be followed: which page it
// is, and of which day its facts are.
func (s sheets) foot(address string, reviewed region.Date) string {
	key := "paper.foot"
	if !reviewed.Known() {
		key = "paper.foot.undated"
	}
	return s.words.Say(key, "address", s.wholeAddress(address), "day", phrase.Day(s.words, reviewed))
}

// wholeAddress is the address of a page as somebody types it: without that of the site where
// the atlas has none.
func (s sheets) wholeAddress(address string) string {
	if whole := s.canonical(address); whole != "" {
		return whole
	}
	return address
}

// onPaperOnly marks where paper leaves the long lists of a page, and says in their
// sections where the whole of them is.
func (s regionPages) onPaperOnly(page *Region) {
	f := folds{s.Site, sheets(s).wholeAddress(output.Region(page.Code))}
	for _, list := range []*Items{&page.Documents, &page.Topics, &page.Support, &page.Profiles,
		&page.Websites} {
		f.items(&list.Section, list.Items)
	}
	for _, list := range []*Grouped{&page.Initiatives, &page.Represented, &page.Organisations} {
		for _, group := range list.Groups {
			f.items(&list.Section, group.Items)
		}
	}
	for _, list := range page.Codes.Lists {
		f.fold(&page.Codes.Section, len(list.Codes),
			func(i int, rest string) { list.Codes[i].Rest = rest })
	}
}

// folds folds the lists of the page at an address.
type folds struct {
	*Site
	address string
}

func (f folds) items(s *Section, items []Item) {
	f.fold(s, len(items), func(i int, rest string) { items[i].Rest = rest })
}

// fold marks the first of n entries that paper leaves out. A count in place of one entry
// would save nothing.
func (f folds) fold(s *Section, n int, mark func(i int, rest string)) {
	if n <= onPaper+1 {
		return
	}
	mark(onPaper, f.words.Say("paper.rest", "n", n-onPaper))
	s.Paper = f.words.Say("paper.whole", "address", f.address+"#"+s.ID)
}
