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
	for _, r := range p.atlas.Regions() {
		for _, alias := range r.Aliases {
			if !yield(Page{regionAddress(alias), "moved", func() any { return p.moved(r, alias) }}) {
				return false
			}
		}
	}
	return true
}

func (p *Planner) moved(r *region.Region, alias string) Moved {
	address := regionAddress(alias)
	to := p.regionLink(rootOf(address), r)
	m := Moved{Head: p.head(address, "moved", "index.html", "Moved: "+r.Name, "This page has a new address."), To: to}
	m.Refresh = to.Href
	m.Canonical = p.canonical(regionAddress(r.Code))
	return m
}
