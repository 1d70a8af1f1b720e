package page

import (
	"regional-atlas/generator/output"
	"regional-atlas/generator/region"
)

// Codes is the page of all codes that regions use.
type Codes struct {
	Head
	Intro string
	Lists []UsedCodes
}

// UsedCodes is one classification with the codes in use.
type UsedCodes struct {
	ID, Name, About, Link string
	Codes                 []Code
}

// codesPage plans the page of all codes.
type codesPage struct{ *Site }

func (s codesPage) files() output.Files {
	return one("codes.html", "codes", func() any { return s.page() })
}

func (s codesPage) page() Codes {
	intro := s.words.Say("codes.intro")
	page := Codes{Head: s.head("codes.html", "codes", "codes.html", s.words.Say("nav.codes"), intro),
		Intro: intro}
	for i := range s.edition.Classifications {
		c := &s.edition.Classifications[i]
		list := UsedCodes{ID: region.Slug(c.Key), Name: c.Name, About: c.About, Link: c.Link}
		for _, use := range s.atlas.UsedCodes(i) {
			code := codeLink("", c, use.Code)
			code.Depth, code.Above = use.Depth, len(use.Direct) == 0
			code.Count = s.words.Say("count.regions", "n", len(use.Direct))
			list.Codes = append(list.Codes, code)
		}
		page.Lists = append(page.Lists, list)
	}
	return page
}
