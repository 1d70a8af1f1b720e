package page

import (
	"slices"
	"sync"

	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
)

// Listing is the page of one kind of facts of all regions: who looks for partners,
// which initiatives there are.
type Listing struct {
	Head
	Intro  string
	Groups []ListingGroup
	Pager  *Pager
}

// ListingGroup is a part of a listing under a heading.
type ListingGroup struct {
	ID      string
	Title   string
	Href    string // of the page on what the heading names, "" for none
	Count   string // how many entries there are, on all pages of the list
	Entries []Entry
}

// Entry is one thing of a listing with the regions that name it.
type Entry struct {
	Title   string
	Lang    string // language of Title, "" for that of the site
	Href    string // address of the thing itself, "" for none
	Labels  []string
	Pieces  []Link // what is said of it; names of regions lead to them
	Regions []Link
	Note    string // how the region differs from what its code stands for
}

// listing is a kind of facts, not yet listed.
type listing struct {
	address, name string // name is the beginning of its keys in the catalogue
	section       string // that its facts stand in
	groups        func() []ListingGroup
}

// listingPages plans the pages of listings.
type listingPages struct{ *Site }

// listings are the kinds of facts that have pages of their own.
func (s listingPages) listings() []listing {
	list := []listing{
		{"collaboration.html", "collaboration", "collaboration", s.collaboration},
		{"strategy.html", "strategy", "strategy", s.strategies},
		{"initiatives.html", "initiatives", "initiatives", s.initiatives},
		{"documents.html", "documents", "documents", s.documents},
		{"programmes.html", "programmes", "represented", s.programmes},
		{"support.html", "support", "support", s.support},
		{"contacts.html", "contacts", "websites", s.contacts},
	}
	list = slices.DeleteFunc(list, func(l listing) bool { return !s.atlas.Asks(l.section) })
	for i := range list {
		list[i].groups = sync.OnceValue(list[i].groups)
	}
	return list
}

// files makes the lists anew for each pass, so that nobody holds them but the pages that
// are still to be made: of ten thousand regions they take 45 MB.
func (s listingPages) files() output.Files {
	return func(yield func(output.File) bool) {
		each(s.listings(), func(_ int, l listing) output.Files {
			parts := split(l.address, countEntries(l.groups()))
			return paged(parts, "listing", func(x part) any { return s.page(l, x) })
		})(yield)
	}
}

func countEntries(groups []ListingGroup) int {
	n := 0
	for _, g := range groups {
		n += len(g.Entries)
	}
	return n
}

func (s listingPages) page(l listing, x part) Listing {
	title, intro := s.words.Say("listing."+l.name), s.words.Say("listing."+l.name+".intro")
	page := Listing{Intro: intro, Pager: s.pager(x)}
	page.Head = s.head(x.address(), "listing", "lists.html", s.title(x, title), intro,
		Link{Text: s.words.Say("nav.lists"), Href: "lists.html"})
	if page.Pager != nil {
		page.Pager.Words = s.rows(x, "pager.entries")
	}
	offset := 0
	for _, g := range l.groups() {
		all := g.Entries
		g.Count = s.words.Whole(len(all))
		g.Entries = cut(x, offset, all)
		offset += len(all)
		if len(g.Entries) > 0 || len(all) == 0 && x.number == 0 {
			page.Groups = append(page.Groups, g)
		}
	}
	return page
}

// pieces is a text in which the names of regions and countries lead to them; what
// names the region itself stays text.
func (s *Site) pieces(root, text string, self *profile.Region) []Link {
	var list []Link
	for _, m := range s.atlas.Mentions(text) {
		link := Link{Text: m.Text}
		switch {
		case m.Region != nil && m.Region != self:
			link.Href = root + output.Region(m.Region.Code)
		case m.Country != "" && (self == nil || m.Country != self.Country.Code):
			link.Href = root + output.Country(m.Country)
		}
		list = append(list, link)
	}
	return list
}
