package match

import (
	"cmp"
	"slices"

	"regional-atlas/generator/parallel"
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
type TieKind int32

// The kinds of ties.
const (
	InitiativeTie   TieKind = iota // the same initiative
	ProjectTie                     // the same project of a programme
	OrganisationTie                // the same organisation
	PartnerTie                     // one names the other as a partner
)

// things are what a region names and another does, too.
type things struct {
	list  []thing  // in the order of the file
	named []Naming // other regions, as partners
}

// thing is one of them. Large atlases hold many, so it is small: what it says stands in
// the region.
type thing struct {
	number int32 // in Shared.keys
	kind   TieKind
	nth    int32 // in the list of its kind
}

// tieOf is a thing of a region in words.
func (t thing) tieOf(r *profile.Region) Tie {
	tie := Tie{Kind: t.kind}
	switch t.kind {
	case InitiativeTie:
		tie.Title, tie.Link = r.Initiatives[t.nth].Title, r.Initiatives[t.nth].Link
	case ProjectTie:
		tie.Title, tie.Link = r.Represented[t.nth].Title, r.Represented[t.nth].Link
	case OrganisationTie:
		tie.Title, tie.Link = r.Organisations[t.nth].Name, r.Organisations[t.nth].Link
	}
	return tie
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
	for _, t := range s.things[r.Place].list {
		list = append(list, Thing{t.tieOf(r), s.keys[t.number]})
	}
	return list
}

// Namings lists where a region names others as partners.
func (s *Shared) Namings(r *profile.Region) []Naming { return s.things[r.Place].named }

// names are what a region names, with the key by which each is known again.
type names struct {
	keys  []string
	list  []thing // of which the number is not yet known
	named []Naming
}

// tie notes what each region names, and keeps what ties it to another.
func (s *Shared) tie() {
	regions := s.atlas.Regions()
	all, holders := make([]names, len(regions)), map[string]int{}
	parallel.For(len(regions), func(i int) { all[i] = s.namesOf(regions[i]) })
	for i := range all {
		for _, key := range all[i].keys {
			holders[key]++
		}
	}
	numbers := map[string]int32{}
	s.things, s.namedBy = make([]things, len(regions)), make([][]int, len(regions))
	for place := range all {
		s.things[place] = things{s.among(all[place], holders, numbers), all[place].named}
		for _, t := range s.things[place].list {
			s.holders[t.number] = append(s.holders[t.number], place)
		}
		for _, n := range all[place].named {
			for _, other := range n.Regions {
				s.namedBy[other.Place] = append(s.namedBy[other.Place], place)
			}
		}
	}
}

// among are the things that more than one region names, with their numbers.
func (s *Shared) among(n names, holders map[string]int, numbers map[string]int32) []thing {
	var list []thing
	for i, key := range n.keys {
		if holders[key] < 2 {
			continue
		}
		number, known := numbers[key]
		if !known {
			number = int32(len(s.keys))
			numbers[key] = number
			s.keys, s.holders = append(s.keys, key), append(s.holders, nil)
		}
		t := n.list[i]
		t.number = number
		list = append(list, t)
	}
	return slices.Clip(list)
}

// namesOf notes what a region names. Programmes that anybody may take part in are left
// out: they tie nobody, their projects do.
func (s *Shared) namesOf(r *profile.Region) names {
	var n names
	seen := map[string]bool{}
	add := func(key string, kind TieKind, nth int) {
		if !seen[key] {
			seen[key] = true
			n.list, n.keys = append(n.list, thing{kind: kind, nth: int32(nth)}), append(n.keys, key)
		}
	}
	for i, x := range r.Initiatives {
		if key := profile.TitleKey(x.Title); key != "" && !s.programmes[key] {
			add("initiative "+key, InitiativeTie, i)
		}
		n.mention(s.atlas, Tie{Title: x.Title, Link: x.Link, Kind: PartnerTie, By: r}, x.Partners)
	}
	for i, x := range r.Represented {
		if x.Within != "" {
			key := profile.TitleKey(x.Within) + "/" + profile.TitleKey(x.Title)
			add("project "+key, ProjectTie, i)
		}
	}
	for i, x := range r.Organisations {
		if key := profile.TitleKey(x.Name); key != "" {
			add("organisation "+key, OrganisationTie, i)
		}
	}
	for _, name := range r.Collaboration.Partners {
		n.mention(s.atlas, Tie{Title: name, Kind: PartnerTie, By: r}, []string{name})
	}
	return n
}

// mention notes the regions that some words name, each once.
func (n *names) mention(a *profile.Atlas, tie Tie, words []string) {
	naming := Naming{Tie: tie}
	for _, text := range words {
		for _, m := range a.Mentions(text) {
			if m.Region != nil && !slices.Contains(naming.Regions, m.Region) {
				naming.Regions = append(naming.Regions, m.Region)
			}
		}
	}
	if len(naming.Regions) > 0 {
		n.named = append(n.named, naming)
	}
}

// ties lists what both regions name, and where one names the other.
func (s *Shared) ties(a, b *profile.Region) []Tie {
	mine, theirs := &s.things[a.Place], &s.things[b.Place]
	var ties []Tie
	for _, t := range mine.list {
		is := func(other thing) bool { return other.number == t.number }
		if n := slices.IndexFunc(theirs.list, is); n >= 0 {
			tie := t.tieOf(a)
			tie.Link = cmp.Or(tie.Link, theirs.list[n].tieOf(b).Link)
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
