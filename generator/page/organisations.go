package page

import "regional-atlas/generator/output"

// Organisations is the page of all kinds of organisations.
type Organisations struct {
	Head
	Intro string
	Kinds []KindEntry
}

// KindEntry is a kind of organisations with how many there are.
type KindEntry struct {
	Kind           Link
	About          string
	Count, Regions string
}

// organisationsPage plans the page of all kinds.
type organisationsPage struct{ *Site }

func (s organisationsPage) files() output.Files {
	return one("organisations.html", "organisations", func() any { return s.page() })
}

func (s organisationsPage) page() Organisations {
	intro := s.words.Say("organisations.intro")
	page := Organisations{
		Head: s.head(
			"organisations.html",
			"organisations",
			"lists.html",
			s.words.Say("nav.organisations"),
			intro,
			Link{Text: s.words.Say("nav.lists"), Href: "lists.html"},
		),
		Intro: intro,
	}
	for _, k := range s.organisationKinds() {
		page.Kinds = append(page.Kinds,
			KindEntry{Link{Text: k.Name, Href: output.Organisations(k.Key)}, k.About,
				s.words.Say("count.organisations", "n", s.atlas.Organisations(k.Key)),
				s.words.Say("count.regions", "n", len(s.atlas.WithKind(k.Key)))})
	}
	return page
}
