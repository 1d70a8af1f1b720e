package page

import (
	"regional-atlas/generator/carto"
	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"slices"
)

// Index is the first page: what the atlas is, the map, and the same regions
// as a table. A large atlas lists its countries instead, whose pages have the
// tables.
type Index struct {
	Head
	Tagline   string
	Counts    []Headline
	Map       carto.Map
	Table     *RegionTable
	Countries []CountryEntry
}

// Headline is a number that says how much there is, with the page behind it.
type Headline struct{ Number, Noun, Href string }

// indexPage plans the first page.
type indexPage struct{ *Site }

func (s indexPage) files() output.Files {
	return one("index.html", "index", func() any { return s.page() })
}

func (s indexPage) page() Index {
	site := s.edition.Site
	i := Index{Head: s.head("index.html", "index", "index.html", site.Title, site.Tagline),
		Tagline: site.Tagline, Counts: s.headlines(), Map: s.maps.Index()}
	if s.isLarge() {
		i.Countries = countriesPage(s).entries()
		return i
	}
	table := s.regionTable("", s.words.Say("table.all"), part{}, s.atlas.Regions())
	i.Table = &table
	return i
}

// isLarge holds for an atlas that has outgrown one page.
func (s indexPage) isLarge() bool { return len(s.atlas.Regions()) > mostCompared }

func (s indexPage) headlines() []Headline {
	sums := s.atlas.Sums()
	list := []Headline{
		s.headline("headline.regions", profile.CountRegions(s.atlas.Regions()), ""),
		s.headline("headline.countries", len(s.atlas.Countries()), "countries.html"),
	}
	for _, of := range []struct {
		section, address string
		n                int
	}{{"memberships", output.Matrix(""), s.countNetworks()},
		{"documents", "documents.html", sums.Documents},
		{"initiatives", "initiatives.html", sums.Initiatives},
		{"organisations", "organisations.html", sums.Organisations}} {
		if s.atlas.Asks(of.section) {
			list = append(list, s.headline("headline."+of.section, of.n, of.address))
		}
	}
	if whole := len(profile.CountriesAmong(s.atlas.Regions())); whole > 0 {
		list = slices.Insert(list, 1, s.headline("headline.wholes", whole, ""))
	}
	return list
}

// countNetworks counts what a region can be a member of: categories are none.
func (s *Site) countNetworks() int {
	n := 0
	for i := range s.edition.Networks {
		if len(s.edition.Networks[i].Categories) == 0 {
			n++
		}
	}
	return n
}

func (s *Site) headline(key string, n int, href string) Headline {
	return Headline{s.words.Whole(n), s.words.Say(key, "n", n), href}
}
