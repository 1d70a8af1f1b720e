package match

import (
	"cmp"
	"slices"

	"regional-atlas/generator/profile"
)

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

// things are what a region names, by what they are known again by.
type things struct {
	list  []Tie    // in the order of the file
	keys  []string // of each in the list
	named []Naming // of other regions, as partners
}

// Thing is something that a region names, with the key by which it is known again.
type Thing struct {
	Tie
	Key string
}

// Naming is a place where a region names others as partners.
type Naming struct {
	Tie
	Regions []*profile.Region
}

// Things lists what a region and some other one name, in the order of its file.
func (s *Shared) Things(r *profile.Region) []Thing {
	var list []Thing
	for i, key := range s.things[r.Place].keys {
		if len(s.holders[key]) > 1 {
			list = append(list, Thing{s.things[r.Place].list[i], key})
		}
	}
	return list
}

// Namings lists where a region names others as partners.
func (s *Shared) Namings(r *profile.Region) []Naming { return s.things[r.Place].named }

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
	n := Naming{Tie: tie}
	for _, text := range words {
		for _, m := range a.Mentions(text) {
			if m.Region != nil {
				n.Regions = append(n.Regions, m.Region)
			}
		}
	}
	if len(n.Regions) > 0 {
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
			if slices.Contains(n.Regions, one.other) {
				ties = append(ties, n.Tie)
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
