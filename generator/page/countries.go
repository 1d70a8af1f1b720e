package page

import (
	"fmt"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/region"
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

func (p *Planner) countryList() Countries {
	list := p.countryEntries()
	intro := fmt.Sprintf("The %s of this atlas with their regions.", count(len(list), "country", "countries"))
	return Countries{Head: p.head("countries.html", "countries", "index.html", "Countries", intro), Intro: intro, List: list}
}

func (p *Planner) countryEntries() []CountryEntry {
	const links, few = 2400, 60 // of regions: on the page, and in one country
	groups := p.atlas.Countries()
	var list []CountryEntry
	for _, g := range groups {
		list = append(list, countryEntry(g, min(few, links/len(groups))))
	}
	return list
}

func countryEntry(g atlas.CountryGroup, few int) CountryEntry {
	entry := CountryEntry{Country: Link{Text: g.Country.Name, Href: countryAddress(g.Country.Code)},
		Count: count(len(g.Regions), "region", "regions")}
	if len(g.Regions) > few {
		entry.Codes = codeRange(g.Regions[0], g.Regions[len(g.Regions)-1])
		return entry
	}
	for _, e := range g.Regions {
		entry.Regions = append(entry.Regions, regionLink("", e))
	}
	return entry
}

// codeRange names the codes of neighbours in the order of codes.
func codeRange(first, last *region.Region) string {
	if first == last {
		return first.Code
	}
	return first.Code + " to " + last.Code
}

// What a row of a list says at most; the page of the region says all.
const (
	mostTitles = 8  // of documents
	mostItems  = 40 // organisations of a region and kind
	mostNamed  = 60 // regions on a page with all their organisations
)

// cutTo keeps the first items of a group and says how many are left out.
func (g *Group) cutTo(most int) {
	g.Count = len(g.Items)
	if g.Count > most {
		g.Items = g.Items[:most]
		g.More = "and " + region.Grouped(float64(g.Count-most), 0) + " more on the page of the region"
	}
}
