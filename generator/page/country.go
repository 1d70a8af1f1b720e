package page

import (
	"regional-atlas/generator/carto"
	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
)

// Country is the page of one country.
type Country struct {
	Head
	Code    string
	Summary string
	Map     *carto.Map // nil when the country has no shape
	Table   RegionTable
	Pager   *Pager
}

// countryPages plans the pages of countries.
type countryPages struct{ *Site }

func (s countryPages) files() output.Files {
	return each(s.atlas.Countries(), func(_ int, c profile.Country) output.Files {
		return paged(splitByCode(output.Country(c.Code), c.Regions, mostRows), "country", func(x part) any { return s.page(c, x) })
	})
}

func (s countryPages) page(c profile.Country, x part) Country {
	root := output.Root(x.base)
	summary := s.words.Say("country.summary", "country", s.words.Capital(inText(c.Country)), "regions", len(c.Regions))
	page := Country{Code: c.Code, Summary: summary, Pager: s.pager(x),
		Table: s.regionTable(root, s.words.Say("table.country", "country", inText(c.Country)), x, cut(x, 0, c.Regions))}
	page.Head = s.head(x.address(), "country", "index.html", s.title(x, c.Name), summary,
		Link{Text: s.words.Say("nav.countries"), Href: root + "countries.html"})
	if x.number == 0 {
		page.Map = s.maps.Country(root, c)
	}
	return page
}
