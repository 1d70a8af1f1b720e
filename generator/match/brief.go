package match

import (
	"cmp"
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
var briefed = []string{
	"memberships",
	"collaboration",
	"topics",
	"support",
	"codes",
	"strategy",
	"initiatives",
	"represented",
	"organisations",
	"evaluation",
	"websites",
}

func (s *Shared) counts(a, b *profile.Region) (known, asked int) {
	for _, aspect := range s.aspects {
		if slices.Contains(briefed, aspect.Section) {
			known += count(aspect.Says(a).IsReported()) + count(aspect.Says(b).IsReported())
			asked += 2
		}
	}
	return known, asked
}

// things are what a region names, by what they are known again by.
type things struct {
	list  []Tie    // in the order of the file
	keys  []string // of each in the list
	named []naming // of other regions, as partners
}

// naming is a place where a region names others as partners.
type naming struct {
	tie     Tie
	regions []*profile.Region
}

// thingsOf notes what a region names. Programmes that anybody may take part in are left
// out: they tie nobody, their projects do.
func (s *Shared) thingsOf(r *profile.Region) things {
	var t things
	seen := map[string]bool{}
	add := func(key string, tie Tie) {
		if key != "" && !seen[key] {
			t.list, t.keys, seen[key] = append(t.list, tie), append(t.keys, key), true
		}
	}
	for _, x := range r.Initiatives {
		if key := profile.TitleKey(x.Title); key != "" && !s.programmes[key] {
			add("initiative "+key, Tie{Title: x.Title, Link: x.Link, Kind: InitiativeTie})
		}
		t.names(s.atlas, Tie{Title: x.Title, Link: x.Link, Kind: PartnerTie, By: r}, x.Partners)
	}
	for _, x := range r.Represented {
		if x.Within != "" {
			add("project "+profile.TitleKey(x.Within)+"/"+profile.TitleKey(x.Title), Tie{Title: x.Title, Link: x.Link, Kind: ProjectTie})
		}
	}
	for _, x := range r.Organisations {
		if key := profile.TitleKey(x.Name); key != "" {
			add("organisation "+key, Tie{Title: x.Name, Link: x.Link, Kind: OrganisationTie})
		}
	}
	for _, name := range r.Collaboration.Partners {
		t.names(s.atlas, Tie{Title: name, Kind: PartnerTie, By: r}, []string{name})
	}
	return t
}

// names notes the regions that some words name.
func (t *things) names(a *profile.Atlas, tie Tie, words []string) {
	n := naming{tie: tie}
	for _, text := range words {
		for _, m := range a.Mentions(text) {
			if m.Region != nil {
				n.regions = append(n.regions, m.Region)
			}
		}
	}
	if len(n.regions) > 0 {
		t.named = append(t.named, n)
	}
}

// ties lists what both regions name, and where one names the other.
func (s *Shared) ties(a, b *profile.Region) []Tie {
	mine, theirs := &s.things[a.Place], &s.things[b.Place]
	var ties []Tie
	for i, key := range mine.keys {
		if n := slices.Index(theirs.keys, key); n >= 0 {
			tie := mine.list[i]
			tie.Link = cmp.Or(tie.Link, theirs.list[n].Link)
			ties = append(ties, tie)
		}
	}
	for _, one := range []struct {
		things *things
		other  *profile.Region
	}{{mine, b}, {theirs, a}} {
		for _, n := range one.things.named {
			if slices.Contains(n.regions, one.other) {
				ties = append(ties, n.tie)
			}
		}
	}
	return ties
}

func programmesOf(a *profile.Atlas) map[string]bool {
	programmes := map[string]bool{}
	for _, p := range a.Programmes() {
		if p.Within == "" {
			programmes[profile.TitleKey(p.Title)] = true
		} else {
			programmes[profile.TitleKey(p.Within)] = true
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
	type scored struct {
		region *profile.Region
		bits   float64
		ties   int
	}
	if r.IsCountry() {
		return nil
	}
	first := best[scored]{most: most, order: func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.bits, a.bits), cmp.Compare(b.ties, a.ties))
	}}
	ties := s.tied(r)
	for _, other := range s.atlas.Regions() {
		if other == r || other.IsCountry() {
			continue
		}
		if x := (scored{other, s.bitsOf(r, other), ties[other.Place]}); x.bits > 0 || x.ties > 0 {
			first.add(x)
		}
	}
	var partners []Partner
	for _, x := range first.list {
		partners = append(partners, s.partner(r, x.region, x.bits))
	}
	return partners
}

// tied counts, by place, the things that each region shares by name with one, and the
// places where one of the two names the other.
func (s *Shared) tied(r *profile.Region) []int {
	counts := make([]int, len(s.things))
	for _, key := range s.things[r.Place].keys {
		for _, place := range s.holders[key] {
			counts[place]++
		}
	}
	for _, n := range s.things[r.Place].named {
		for _, other := range n.regions {
			counts[other.Place]++
		}
	}
	for _, place := range s.namedBy[r.Place] {
		counts[place]++
	}
	return counts
}

// bitsOf is how rare what two regions share is.
func (s *Shared) bitsOf(r, other *profile.Region) float64 {
	bits, mine, theirs := 0.0, &s.traits[r.Place], &s.traits[other.Place]
	for n := range shared(mine.networks, theirs.networks) {
		bits += s.networks[n]
	}
	for n := range shared(mine.topics, theirs.topics) {
		bits += s.topics[n]
	}
	return bits
}

// partner lists what makes the bits of another region.
func (s *Shared) partner(r, other *profile.Region, bits float64) Partner {
	p := Partner{Region: other, Ties: len(s.ties(r, other)), Bits: bits}
	for n := range r.Memberships {
		network := r.Memberships[n].Network
		if !network.Area && r.Memberships[n].IsMember() && other.Memberships[n].IsMember() {
			p.Networks = append(p.Networks, network)
		}
	}
	for n, t := range r.Topics {
		if t.Listing == profile.Covered && other.Topics[n].Listing == profile.Covered {
			p.Topics = append(p.Topics, t.Term)
		}
	}
	return p
}
