package page

import (
	"regional-atlas/generator/carto"
	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/words"
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
		return paged(
			splitByCode(output.Country(c.Code), c.Regions, mostRows),
			"country",
			func(x part) any { return s.page(c, x) },
		)
	})
}

func (s countryPages) page(c profile.Country, x part) Country {
	root := output.Root(x.base)
	summary := s.countrySummary(c)
	page := Country{Code: c.Code, Summary: summary, Pager: s.pager(x),
		Table: s.regionTable(root, s.words.Say("table.country", "country", inText(c.Country)), x,
			cut(x, 0, c.Regions))}
	page.Head = s.head(x.address(), "country", "index.html", s.title(x, c.Name), summary,
		Link{Text: s.words.Say("nav.countries"), Href: root + "countries.html"})
	if x.number == 0 {
		page.Map = s.maps.Country(root, c)
	}
	return page
}

// countrySummary counts the regions of a country; a page on the whole country is told
// apart.
func (s countryPages) countrySummary(c profile.Country) string {
	key, regions := "country.summary", profile.CountRegions(c.Regions)
	switch {
	case regions == 0:
		key = "country.summary.only-whole"
	case regions < len(c.Regions):
		key = "country.summary.whole"
	}
	return s.words.Say(key, "country", s.words.Capital(inText(c.Country)), "regions", regions)
}

// extent says how many regions there are, and how many whole countries beside them.
func extent(w *words.Language, list []*profile.Region) string {
	regions := profile.CountRegions(list)
	var parts []string
	if regions > 0 || len(list) == 0 {
		parts = append(parts, w.Say("count.regions", "n", regions))
	}
	if whole := len(list) - regions; whole > 0 {
		parts = append(parts, w.Say("count.countries", "n", whole))
	}
	return w.List(parts)
}

// wholes says which of some regions are whole countries, as a sentence that follows the
// one which counts regions; "" for none.
func wholes(w *words.Language, list []*profile.Region) string {
	var names []string
	for _, r := range profile.CountriesAmong(list) {
		names = append(names, inText(r.Country))
	}
	if len(names) == 0 {
		return ""
	}
	return " " + w.Say("count.wholes", "n", len(names), "countries", w.List(names))
}
