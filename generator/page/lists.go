package page

import "regional-atlas/generator/output"

// Lists is the page that leads to all listings.
type Lists struct {
	Head
	Intro string
	Lists []ListsEntry
}

// ListsEntry is a listing with how much it holds.
type ListsEntry struct {
	List  Link
	Count string
	About string
}

// listsPage plans the page of all listings.
type listsPage struct{ *Site }

func (s listsPage) files() output.Files {
	return one("lists.html", "lists", func() any { return s.page() })
}

func (s listsPage) page() Lists {
	intro := s.words.Say("lists.intro")
	page := Lists{Head: s.head("lists.html", "lists", "lists.html", s.words.Say("nav.lists"), intro),
		Intro: intro}
	add := func(address, name, count string) {
		page.Lists = append(page.Lists,
			ListsEntry{Link{Text: s.words.Say("listing." + name), Href: address}, count,
				s.words.Say("listing." + name + ".intro")})
	}
	for _, l := range listingPages(s).listings() {
		add(l.address, l.name, s.words.Say("listing.entries", "n", countEntries(l.groups())))
	}
	sums := s.atlas.Sums()
	if s.atlas.Asks("organisations") {
		add("organisations.html", "organisations",
			s.words.Say("listing.entries", "n", sums.Organisations))
	}
	add("countries.html", "countries", s.words.Say("listing.entries", "n", len(s.atlas.Countries())))
	if s.atlas.Asks("codes") {
		add("codes.html", "codes", s.words.Say("listing.entries", "n", s.codesInUse()))
	}
	return page
}

func (s *Site) codesInUse() int {
	n := 0
	for i := range s.edition.Classifications {
		n += len(s.atlas.UsedCodes(i))
	}
	return n
}
