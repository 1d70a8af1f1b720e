package page

import (
	"cmp"
	"slices"
	"strings"

	"regional-atlas/generator/phrase"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// byRegion is an entry that is a region.
func (s *Site) byRegion(r *profile.Region) Entry {
	e := Entry{Regions: []Link{regionLink("", r)}, Note: phrase.Standing(s.words, r)}
	if r.Level > 0 {
		e.Regions = append(e.Regions, countryLink("", r.Country))
	}
	return e
}

// collaboration lists who looks for partners, who does not, and who does not say.
func (s listingPages) collaboration() []ListingGroup {
	groups := s.answerGroups("listing.collaboration.")
	for _, r := range s.atlas.Regions() {
		c := r.Collaboration
		e := s.byRegion(r)
		e.Pieces = s.pieces("", c.Remark, r)
		if len(c.Partners) > 0 {
			if c.Remark != "" {
				e.Pieces = append(e.Pieces, Link{Text: "; "})
			}
			wanted := s.words.Say("listing.collaboration.wanted", "partners", s.words.List(c.Partners))
			e.Pieces = append(e.Pieces, s.pieces("", wanted, r)...)
		}
		if c.Link != "" {
			e.Title, e.Href = s.words.Say("listing.collaboration.link"), c.Link
		}
		addAnswer(groups, c.Looking, e)
	}
	return groups
}

// answerGroups are the groups of a yes or no question: yes, no, not reported.
func (s *Site) answerGroups(prefix string) []ListingGroup {
	return []ListingGroup{
		{ID: "yes", Title: s.words.Say(prefix + "yes")},
		{ID: "no", Title: s.words.Say(prefix + "no")},
		{ID: "not-reported", Title: s.words.Say(prefix + "silent")},
	}
}

func addAnswer(groups []ListingGroup, answer string, e Entry) {
	at := slices.Index([]string{region.Yes, region.No}, answer)
	if at < 0 {
		at = len(groups) - 1
	}
	groups[at].Entries = append(groups[at].Entries, e)
}

// strategies lists the answers to each question on strategy.
func (s listingPages) strategies() []ListingGroup {
	var list []ListingGroup
	for i, q := range s.edition.Strategies {
		groups := s.answerGroups("listing.answer.")
		for j := range groups {
			groups[j].ID = region.Slug(q.Key) + "-" + groups[j].ID
			groups[j].Title = s.words.Say("listing.strategy.group", "question", q.Name, "answer",
				groups[j].Title)
		}
		for _, r := range s.atlas.Regions() {
			a := r.Strategy[i]
			e := s.byRegion(r)
			e.Pieces = s.pieces("", a.Remark, r)
			if a.Link != "" {
				e.Title, e.Href = s.words.Say("listing.strategy.link"), a.Link
			}
			addAnswer(groups, a.Answer, e)
		}
		list = append(list, groups...)
	}
	return list
}

// initiatives lists the initiatives of all regions by kind, each once.
func (s listingPages) initiatives() []ListingGroup {
	groups := s.kindGroups(s.edition.InitiativeKinds, s.words.Say("initiatives.other"))
	for _, x := range s.atlas.Initiatives() {
		e := Entry{Title: x.Title, Href: x.Link}
		for i, taking := range x.Regions {
			e.Regions = append(e.Regions, regionLink("", taking.Region))
			if i > 0 && len(e.Pieces) > 0 && taking.Remark != "" {
				e.Pieces = append(e.Pieces, Link{Text: "; "})
			}
			e.Pieces = append(e.Pieces, s.taking(taking)...)
		}
		addKind(groups, s.edition.InitiativeKinds, x.Kind, e)
	}
	return filled(groups)
}

// taking is what a region says of its part in an initiative.
func (s *Site) taking(t profile.Taking) []Link {
	text := t.Remark
	if len(t.Partners) > 0 {
		with := s.words.Say("initiative.partners", "partners", s.words.List(t.Partners))
		text = strings.TrimPrefix(text+"; "+with, "; ")
	}
	return s.pieces("", text, t.Region)
}

// kindGroups are a group for each kind, and one for what has none.
func (s *Site) kindGroups(kinds []region.Term, rest string) []ListingGroup {
	var groups []ListingGroup
	for _, k := range kinds {
		groups = append(groups, ListingGroup{ID: region.Slug(k.Key), Title: k.Name})
	}
	return append(groups, ListingGroup{ID: "more", Title: rest})
}

func addKind(groups []ListingGroup, kinds []region.Term, kind string, e Entry) {
	at := slices.IndexFunc(kinds, func(t region.Term) bool { return t.Key == kind })
	if at < 0 {
		at = len(groups) - 1
	}
	groups[at].Entries = append(groups[at].Entries, e)
}

// filled leaves out groups without entries, but for the first of an empty list.
func filled(groups []ListingGroup) []ListingGroup {
	return slices.DeleteFunc(groups, func(g ListingGroup) bool { return len(g.Entries) == 0 })
}

// documents lists the policy documents by level, and within it by country.
func (s listingPages) documents() []ListingGroup {
	groups := s.kindGroups(s.edition.Levels, s.words.Say("listing.documents.other"))
	list := s.atlas.Documents()
	slices.SortStableFunc(list, func(x, y profile.Of[region.Document]) int {
		return strings.Compare(x.Region.Country.Name, y.Region.Country.Name)
	})
	for _, x := range list {
		e := s.byRegion(x.Region)
		e.Title, e.Lang, e.Href = x.Fact.Title, cmp.Or(x.Fact.Lang, e.Lang), x.Fact.Link
		e.Pieces = s.pieces("", x.Fact.Remark, x.Region)
		if x.Fact.Kind != "" {
			e.Labels = []string{s.edition.Term("document-kinds", x.Fact.Kind).Name}
		}
		addKind(groups, s.edition.Levels, x.Fact.Level, e)
	}
	return filled(groups)
}

// programmes lists programmes, and the projects within them.
func (s listingPages) programmes() []ListingGroup {
	var groups []ListingGroup
	at := map[string]int{}
	for _, x := range s.atlas.Programmes() {
		i, known := at[x.Within]
		if !known {
			i = len(groups)
			at[x.Within] = i
			title := x.Within
			if title == "" {
				title = s.words.Say("listing.programmes.alone")
			}
			groups = append(groups, ListingGroup{ID: "in-" + region.Slug(title), Title: title})
		}
		e := Entry{Title: x.Title, Href: x.Link, Regions: regionLinks("", x.Regions)}
		if x.Kind != "" {
			e.Labels = []string{s.edition.Term("represented-kinds", x.Kind).Name}
		}
		groups[i].Entries = append(groups[i].Entries, e)
	}
	slices.SortStableFunc(groups,
		func(x, y ListingGroup) int { return strings.Compare(x.Title, y.Title) })
	return groups
}

// support lists the support measures by kind.
func (s listingPages) support() []ListingGroup {
	groups := s.kindGroups(s.edition.SupportKinds, s.words.Say("listing.support.other"))
	for _, x := range s.atlas.Support() {
		e := s.byRegion(x.Region)
		e.Title, e.Href = x.Fact.Title, x.Fact.Link
		if e.Title == "" {
			e.Title = s.edition.Term("support-kinds", x.Fact.Kind).Name
		}
		if x.Fact.Level != "" {
			e.Labels = []string{s.edition.Term("levels", x.Fact.Level).Name}
		}
		e.Pieces = s.pieces("", x.Fact.Amount, x.Region)
		addKind(groups, s.edition.SupportKinds, x.Fact.Kind, e)
	}
	return filled(groups)
}

// contacts lists websites and answering bodies by country, and the regions that
// report none.
func (s listingPages) contacts() []ListingGroup {
	var groups []ListingGroup
	silent := ListingGroup{ID: "not-reported", Title: s.words.Say("listing.contacts.silent")}
	for _, c := range s.atlas.Countries() {
		g := ListingGroup{ID: region.Slug(c.Code), Title: c.Name, Href: countryLink("", c.Country).Href}
		for _, r := range c.Regions {
			for _, w := range r.Websites {
				e := Entry{
					Title:   w.Title,
					Href:    w.Link,
					Regions: []Link{regionLink("", r)},
					Note:    phrase.Standing(s.words, r),
				}
				if w.Kind != "" {
					e.Labels = []string{s.edition.Term("website-kinds", w.Kind).Name}
				}
				g.Entries = append(g.Entries, e)
			}
			if len(r.Websites) == 0 {
				silent.Entries = append(silent.Entries, s.byRegion(r))
			}
		}
		groups = append(groups, g)
	}
	return append(filled(groups), silent)
}
