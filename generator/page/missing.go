package page

import "regional-atlas/generator/output"

// Missing is the page for an address that does not exist. It is shown at any
// address of the site, so its links are absolute and its style is inside.
type Missing struct {
	Head
	Home  string
	Up    string // the first page seen from a folder of the site, where no address is known; else ""
	Style string
}

// missingPage plans the page for addresses that do not exist.
type missingPage struct{ *Site }

func (s missingPage) files() output.Files {
	return one(output.Missing, "missing", func() any { return s.page() })
}

func (s missingPage) page() Missing {
	m := Missing{Head: s.head(output.Missing, "missing", "", s.words.Say("missing"), s.words.Say("missing.description")),
		Style: s.style, Home: "index.html", Up: "../index.html"}
	if home := s.absolute(""); home != "" {
		m.Home, m.Up = home, ""
		m.Pages = ownLinks(s.edition, m.Home, false)
		m.Root, m.Foot.Root = m.Home, m.Home
		m.Head.Crumbs[0].Href = m.Home
		for i, link := range s.navigation() {
			m.Nav[i].Href = m.Home + link.Href
		}
	}
	if m.Up != "" { // nothing else can be reached from wherever it is shown
		m.Nav, m.Crumbs = nil, nil
	}
	m.Canonical, m.Paper = "", "" // an address that does not exist has none
	return m
}
