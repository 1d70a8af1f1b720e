package page

import (
	"regional-atlas/generator/output"
	"regional-atlas/generator/region"
	"slices"
)

// OrganisationKind is the page of one kind of organisations.
type OrganisationKind struct {
	Head
	About, Summary string
	Groups         []Group
	Pager          *Pager
}

// What a list of organisations holds at most; the page of the region has all.
const (
	mostItems = 40 // organisations of a region and kind
	mostNamed = 60 // regions on a page with all their organisations
)

// organisationPages plans the pages of kinds of organisations.
type organisationPages struct{ *Site }

func (s organisationPages) files() output.Files {
	return each(s.organisationKinds(), func(_ int, k region.Term) output.Files {
		return paged(splitByCode(output.Organisations(k.Key), s.atlas.WithKind(k.Key), mostNamed),
			"organisation", func(x part) any { return s.page(k, x) })
	})
}

// organisationKinds are the kinds of organisations, and a last one for those without
// a kind where there are any.
func (s *Site) organisationKinds() []region.Term {
	kinds := slices.Clone(s.edition.OrganisationKinds)
	if s.atlas.Organisations("") > 0 {
		kinds = append(kinds, region.Term{Name: s.words.Say("organisations.other")})
	}
	return kinds
}

func (s organisationPages) page(k region.Term, x part) OrganisationKind {
	root := output.Root(x.base)
	page := OrganisationKind{About: k.About, Pager: s.pager(x)}
	all := s.atlas.WithKind(k.Key)
	for _, r := range cut(x, 0, all) {
		group := Group{Title: regionLink(root, r)}
		for _, o := range r.Organisations {
			if o.Kind == k.Key {
				item := organisationItem(o)
				group.Items = append(group.Items, item)
			}
		}
		s.shorten(&group, mostItems)
		page.Groups = append(page.Groups, group)
	}
	page.Summary = s.words.Say("organisations.summary", "organisations", s.atlas.Organisations(k.Key),
		"regions", len(all))
	page.Head = s.head(x.address(), "organisation", "lists.html", s.title(x, k.Name), page.Summary,
		Link{Text: s.words.Say("nav.lists"), Href: root + "lists.html"},
		Link{Text: s.words.Say("nav.organisations"), Href: root + "organisations.html"})
	return page
}

// shorten keeps the first items of a group and says how many are left out.
func (s organisationPages) shorten(g *Group, most int) {
	g.Count = len(g.Items)
	if g.Count > most {
		g.Items = g.Items[:most]
		g.More = s.words.Say("organisations.more", "n", g.Count-most)
	}
}
