package page

import "regional-atlas/generator/output"

// Missing is the page for an address that does not exist. It is shown at any
// address of the site, so its links are absolute and its style is inside.
type Missing struct {
	Head
	Home  string
	Lost  bool // the site has no address, so that no link is sure to lead anywhere
	Style string
}

// missingPage plans the page for addresses that do not exist.
type missingPage struct{ *Site }

func (s missingPage) files() output.Files {
	return one(output.Missing, "missing", func() any { return s.page() })
}

func (s missingPage) page() Missing {
	m := Missing{Head: s.head(output.Missing, "missing", "", s.words.Say("missing"),
		s.words.Say("missing.description")), Style: s.style, Home: "index.html", Lost: true}
	if home := s.absolute(""); home != "" {
		m.Home, m.Lost = home, false
		m.Pages = ownLinks(s.edition, m.Home, false)
		m.Root, m.Foot.Root = m.Home, m.Home
		m.Head.Crumbs[0].Href = m.Home
		for i, link := range s.navigation() {
			m.Nav[i].Href = m.Home + link.Href
		}
	}
	if m.Lost { // nothing else can be reached from wherever it is shown
		m.Nav, m.Crumbs = nil, nil
	}
	m.Versions = nil
	m.Canonical, m.Paper = "", "" // an address that does not exist has none
	return m
}
