package match

import (
	"cmp"
	"slices"
	"strings"

	"regional-atlas/generator/fold"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// Brief is what two regions share, and what one lists that the other does not. It scores
// nothing.
type Brief struct {
	A, B *profile.Region // in the order of codes

	Ties     []Tie
	Networks []Standing // of networks that a region joins
	Areas    []Standing // of those that it is in by its place
	Overlap  Overlap
	Lists    []Lists

	Known, Asked int // facts that the two report, of those that they are asked
}

// Tie is something that both files name.
type Tie struct {
	Title string
	Link  string
	Kind  TieKind
	By    *profile.Region // of a PartnerTie: who names the other; nil for both
}

// TieKind is what ties two regions.
type TieKind int

// The kinds of ties.
const (
	InitiativeTie   TieKind = iota // the same initiative
	ProjectTie                     // the same project of a programme
	OrganisationTie                // the same organisation
	PartnerTie                     // one names the other as a partner
)

// Standing is how two regions stand to a network.
type Standing struct {
	Network *region.Network
	A, B    *profile.Membership
	Kind    StandingKind
}

// StandingKind is how two regions stand to a network.
type StandingKind int

// The kinds of standings; others are left out.
const (
	BothIn    StandingKind = iota // both are members, or in the same category
	ByCountry                     // both by way of their countries
	OnlyA                         // A is a member, and B says that it is none
	OnlyB
	PerhapsB // A is a member, and B does not report
	PerhapsA
)

// Lists is what one of two regions lists and the other does not, in one kind of words.
type Lists struct {
	Section          string // topics, initiatives, organisations or support
	OnlyA, OnlyB     []region.Term
	Both             []region.Term
	SilentA, SilentB bool // lists nothing at all: then nothing can be said
}

// Brief compares two regions.
func (s *Shared) Brief(a, b *profile.Region) Brief {
	if a.Place > b.Place {
		a, b = b, a
	}
	out := Brief{A: a, B: b, Ties: s.ties(a, b), Overlap: between(a, b), Lists: s.lists(a, b)}
	for n := range a.Memberships {
		st, tells := standing(&a.Memberships[n], &b.Memberships[n])
		switch {
		case !tells:
		case st.Network.Area || len(st.Network.Categories) > 0:
			out.Areas = append(out.Areas, st)
		default:
			out.Networks = append(out.Networks, st)
		}
	}
	out.Known, out.Asked = s.counts(a, b)
	return out
}

func standing(a, b *profile.Membership) (s Standing, tells bool) {
	s = Standing{Network: a.Network, A: a, B: b}
	byCountry := func(m *profile.Membership) bool {
		return m.Status == region.CountryMember || m.Status == region.CountryObserver
	}
	switch {
	case len(a.Network.Categories) > 0:
		return s, a.IsReported() && a.Status == b.Status
	case a.IsMember() && b.IsMember():
		s.Kind = BothIn
	case byCountry(a) && byCountry(b):
		s.Kind = ByCountry
	case a.IsMember() && b.IsReported():
		s.Kind = OnlyA
	case b.IsMember() && a.IsReported():
		s.Kind = OnlyB
	case a.IsMember():
		s.Kind = PerhapsB
	case b.IsMember():
		s.Kind = PerhapsA
	default:
		return s, false
	}
	return s, true
}

// briefed are the sections whose facts a brief rests on.
var briefed = []string{"memberships", "collaboration", "topics", "support", "codes", "strategy", "initiatives", "represented",
	"organisations", "evaluation", "websites"}

func (s *Shared) counts(a, b *profile.Region) (known, asked int) {
	for _, aspect := range s.aspects {
		if slices.Contains(briefed, aspect.Section) {
			known += count(aspect.Says(a).IsReported()) + count(aspect.Says(b).IsReported())
			asked += 2
		}
	}
	return known, asked
}

// ties lists what both regions name. Programmes that anybody may take part in tie
// nobody: their projects do.
func (s *Shared) ties(a, b *profile.Region) []Tie {
	var ties []Tie
	for _, x := range a.Initiatives {
		for _, y := range b.Initiatives {
			if key := nameKey(x.Title); key != "" && key == nameKey(y.Title) && !s.programmes[key] {
				ties = append(ties, Tie{Title: x.Title, Link: cmp.Or(x.Link, y.Link), Kind: InitiativeTie})
			}
		}
	}
	for _, x := range a.Represented {
		for _, y := range b.Represented {
			if x.Within != "" && nameKey(x.Within) == nameKey(y.Within) && nameKey(x.Title) == nameKey(y.Title) {
				ties = append(ties, Tie{Title: x.Title, Link: cmp.Or(x.Link, y.Link), Kind: ProjectTie})
			}
		}
	}
	for _, x := range a.Organisations {
		for _, y := range b.Organisations {
			if key := nameKey(x.Name); key != "" && key == nameKey(y.Name) {
				ties = append(ties, Tie{Title: x.Name, Link: cmp.Or(x.Link, y.Link), Kind: OrganisationTie})
			}
		}
	}
	return append(append(ties, s.named(a, b)...), s.named(b, a)...)
}

// named are the places where a region names another as a partner.
func (s *Shared) named(r, other *profile.Region) []Tie {
	var ties []Tie
	for _, x := range r.Initiatives {
		if slices.ContainsFunc(x.Partners, func(name string) bool { return s.names(name, other) }) {
			ties = append(ties, Tie{Title: x.Title, Link: x.Link, Kind: PartnerTie, By: r})
		}
	}
	for _, name := range r.Collaboration.Partners {
		if s.names(name, other) {
			ties = append(ties, Tie{Title: name, Kind: PartnerTie, By: r})
		}
	}
	return ties
}

func (s *Shared) names(text string, r *profile.Region) bool {
	return slices.ContainsFunc(s.atlas.Mentions(text), func(m profile.Mention) bool { return m.Region == r })
}

func nameKey(name string) string { return strings.Join(fold.Words(name), " ") }

func programmesOf(a *profile.Atlas) map[string]bool {
	programmes := map[string]bool{}
	for _, p := range a.Programmes() {
		if p.Within == "" {
			programmes[nameKey(p.Title)] = true
		} else {
			programmes[nameKey(p.Within)] = true
		}
	}
	return programmes
}

func (s *Shared) lists(a, b *profile.Region) []Lists {
	e := s.atlas.Edition()
	topics := Lists{Section: "topics"}
	for i, t := range a.Topics {
		topics.add(t.Term, t.Listing == profile.Covered, b.Topics[i].Listing == profile.Covered)
	}
	topics.SilentA, topics.SilentB = a.Section("topics").Empty, b.Section("topics").Empty
	return []Lists{topics,
		kindLists("initiatives", e.InitiativeKinds, a, b, func(r *profile.Region) (kinds []string) {
			for _, x := range r.Initiatives {
				kinds = append(kinds, x.Kind)
			}
			return kinds
		}),
		kindLists("organisations", e.OrganisationKinds, a, b, func(r *profile.Region) (kinds []string) {
			for _, x := range r.Organisations {
				kinds = append(kinds, x.Kind)
			}
			return kinds
		}),
		kindLists("support", e.SupportKinds, a, b, func(r *profile.Region) (kinds []string) {
			for _, x := range r.Support {
				kinds = append(kinds, x.Kind)
			}
			return kinds
		})}
}

func kindLists(section string, terms []region.Term, a, b *profile.Region, kinds func(*profile.Region) []string) Lists {
	mine, theirs := kinds(a), kinds(b)
	l := Lists{Section: section, SilentA: len(mine) == 0, SilentB: len(theirs) == 0}
	for i := range terms {
		l.add(&terms[i], slices.Contains(mine, terms[i].Key), slices.Contains(theirs, terms[i].Key))
	}
	return l
}

func (l *Lists) add(t *region.Term, a, b bool) {
	switch {
	case a && b:
		l.Both = append(l.Both, *t)
	case a:
		l.OnlyA = append(l.OnlyA, *t)
	case b:
		l.OnlyB = append(l.OnlyB, *t)
	}
}

// Partner is another region with what it shares.
type Partner struct {
	Region   *profile.Region
	Networks []*region.Network // both are members; networks of place do not count
	Topics   []*region.Term
	Ties     int
	Bits     float64 // how rare what is shared is among those that answered
}

// Partners lists the regions that share most with one, at most so many: networks and
// topics, each the heavier the rarer it is among those that answered. Whoever is tied by
// name comes before those of equal weight.
func (s *Shared) Partners(r *profile.Region, most int) []Partner {
	var all []Partner
	for _, other := range s.atlas.Regions() {
		if other == r || other.IsCountry() || r.IsCountry() {
			continue
		}
		if p := s.partner(r, other); p.Bits > 0 || p.Ties > 0 {
			all = append(all, p)
		}
	}
	slices.SortStableFunc(all, func(a, b Partner) int {
		return cmp.Or(cmp.Compare(b.Bits, a.Bits), cmp.Compare(b.Ties, a.Ties))
	})
	return all[:min(most, len(all))]
}

func (s *Shared) partner(r, other *profile.Region) Partner {
	p := Partner{Region: other, Ties: len(s.ties(r, other))}
	for n := range r.Memberships {
		network := r.Memberships[n].Network
		if !network.Area && r.Memberships[n].IsMember() && other.Memberships[n].IsMember() {
			p.Networks = append(p.Networks, network)
			p.Bits += s.networks[n]
		}
	}
	for n, t := range r.Topics {
		if t.Listing == profile.Covered && other.Topics[n].Listing == profile.Covered {
			p.Topics = append(p.Topics, t.Term)
			p.Bits += s.topics[n]
		}
	}
	return p
}
