package page

import (
	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
)

// Countries is the page of all countries.
type Countries struct {
	Head
	Intro string
	List  []CountryEntry
}

// CountryEntry is a country with its regions: all of them where they are few,
// else how many there are, and from which code to which.
type CountryEntry struct {
	Country Link
	Count   string
	Codes   string // "" where the regions are listed
	Regions []Link
}

// countriesPage plans the page of all countries.
type countriesPage struct{ *Site }

func (s countriesPage) files() output.Files {
	return one("countries.html", "countries", func() any { return s.page() })
}

func (s countriesPage) page() Countries {
	list := s.entries()
	intro := s.words.Say("countries.intro", "countries", len(list))
	return Countries{
		Head:  s.head("countries.html", "countries", "index.html", s.words.Say("nav.countries"), intro),
		Intro: intro,
		List:  list,
	}
}

func (s countriesPage) entries() []CountryEntry {
	const links, few = 2400, 60 // of regions: on the page, and in one country
	countries := s.atlas.Countries()
	var list []CountryEntry
	for _, c := range countries {
		list = append(list, s.entry(c, min(few, links/len(countries))))
	}
	return list
}

func (s countriesPage) entry(c profile.Country, few int) CountryEntry {
	entry := CountryEntry{Country: countryLink("", c.Country), Count: extent(s.words, c.Regions)}
	if len(c.Regions) > few {
		entry.Codes = s.codeRange(c.Regions[0], c.Regions[len(c.Regions)-1])
		return entry
	}
	entry.Regions = regionLinks("", c.Regions)
	return entry
}
