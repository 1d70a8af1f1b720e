package page

import "regional-atlas/generator/region"

// Moved is a page at an address that a region had before: it points at the new
// one, so that links from elsewhere keep working.
type Moved struct {
	Head
	To Link
}

// aliases lists the former addresses of all regions.
func (p *Planner) aliases(yield func(Page) bool) bool {
	for _, e := range p.atlas.Regions() {
		for _, alias := range e.Aliases {
			if !yield(Page{regionAddress(alias), "moved", func() any { return p.moved(e, alias) }}) {
				return false
			}
		}
	}
	return true
}

func (p *setting) moved(c *region.Region, alias string) Moved {
	address := regionAddress(alias)
	to := regionLink(rootOf(address), c)
	m := Moved{Head: p.head(address, "moved", "index.html", "Moved: "+c.Name, "This page has a new address."), To: to}
	m.Refresh = to.Href
	m.Canonical = p.canonical(regionAddress(c.Code))
	return m
}
