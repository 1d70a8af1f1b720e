package match

import (
	"slices"

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
	out.Known, out.Asked = s.Known(a)+s.Known(b), 2*s.Asked()
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
func briefed() []string {
	return []string{"memberships", "collaboration", "topics", "support", "codes", "strategy",
		"initiatives", "represented", "organisations", "evaluation", "websites"}
}

// Known counts the facts that a region reports, of those that a brief asks of it.
func (s *Shared) Known(r *profile.Region) int {
	known := 0
	for _, aspect := range s.asked {
		known += count(aspect.Says(r).IsReported())
	}
	return known
}

// Asked counts the facts that a brief asks of each region.
func (s *Shared) Asked() int { return len(s.asked) }

func (s *Shared) lists(a, b *profile.Region) []Lists {
	e := s.atlas.Edition()
	topics := Lists{Section: "topics"}
	for i, t := range a.Topics {
		topics.add(t.Term, t.Listing == profile.Covered, b.Topics[i].Listing == profile.Covered)
	}
	topics.SilentA, topics.SilentB = a.Section("topics").Empty, b.Section("topics").Empty
	mine, theirs := KindsOf(a), KindsOf(b)
	lists := []Lists{topics}
	for _, of := range []struct {
		section string
		terms   []region.Term
	}{{"initiatives", e.InitiativeKinds}, {"organisations", e.OrganisationKinds},
		{"support", e.SupportKinds}} {
		lists = append(lists, kindLists(of.section, of.terms, mine[of.section], theirs[of.section]))
	}
	return lists
}

// KindsOf lists, by section, the kinds of the things that a region lists there, one for
// each thing; "" where a thing has none.
func KindsOf(r *profile.Region) map[string][]string {
	kinds := map[string][]string{}
	for _, x := range r.Initiatives {
		kinds["initiatives"] = append(kinds["initiatives"], x.Kind)
	}
	for _, x := range r.Organisations {
		kinds["organisations"] = append(kinds["organisations"], x.Kind)
	}
	for _, x := range r.Support {
		kinds["support"] = append(kinds["support"], x.Kind)
	}
	return kinds
}

func kindLists(section string, terms []region.Term, mine, theirs []string) Lists {
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
