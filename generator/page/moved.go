package page

import (
	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
)

// Moved is a page at an address that a region had before: it points at the new
// one, so that links from elsewhere keep working.
type Moved struct {
	Head
	To Link
}

// movedPages plans the pages at former addresses.
type movedPages struct{ *Site }

// movedPages lists the former addresses of all regions.
func (s movedPages) files() output.Files {
	return each(s.atlas.Regions(), func(_ int, r *profile.Region) output.Files {
		return each(r.Aliases, func(_ int, alias string) output.Files {
			return one(output.Region(alias), "moved", func() any { return s.page(r, alias) })
		})
	})
}

func (s movedPages) page(r *profile.Region, alias string) Moved {
	address := output.Region(alias)
	to := regionLink(output.Root(address), r)
	m := Moved{
		To: to,
		Head: s.head(
			address,
			"moved",
			"index.html",
			s.words.Say("moved", "region", r.Name),
			s.words.Say("moved.description"),
		),
	}
	m.Refresh = to.Href
	m.Canonical = s.canonical(output.Region(r.Code))
	return m
}
