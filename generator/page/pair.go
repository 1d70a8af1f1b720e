package page

import (
	"slices"
	"strings"

	"regional-atlas/generator/match"
	"regional-atlas/generator/output"
	"regional-atlas/generator/phrase"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// Pair is the page on what two regions share, and what one lists that the other does
// not.
type Pair struct {
	Head
	Intro   string
	Regions []Link
	Blocks  []PairBlock
	Rests   string // on how many facts the page rests
	Compare Link
	Other   Link // to the page that draws the brief on any two
}

// PairBlock is one subject of a brief.
type PairBlock struct {
	ID, Title string
	Groups    []PairGroup
	Empty     string // what is said where there is no group
}

// PairGroup is a list under a heading.
type PairGroup struct {
	Title string
	Items []PairItem
}

// PairItem is one entry.
type PairItem struct {
	Text Link
	Note string
}

// The limits of briefs: partners of a region that have a page each, and regions up to
// which there are such pages.
const (
	mostPartners = 10
	mostPaired   = 250
)

// pairPages plans the pages on two regions.
type pairPages struct{ *Site }

func (s pairPages) files() output.Files {
	return func(yield func(output.File) bool) {
		for _, pair := range s.pairs() {
			address := output.Pair(pair[0].Code, pair[1].Code)
			if !yield(
				output.File{Address: address, Layout: "pair",
					Content: func() any { return s.page(pair[0], pair[1]) }},
			) {
				return
			}
		}
	}
}

// pairsOf are the regions with their best partners, each pair once, in the order of codes.
func (s pairPages) pairsOf() [][2]*profile.Region {
	seen := map[[2]*profile.Region]bool{}
	var list [][2]*profile.Region
	if !writesPairs(s.atlas) {
		return nil
	}
	for _, r := range s.atlas.Regions() {
		for _, p := range s.partners()[r.Place] {
			pair := [2]*profile.Region{r, p.Region}
			if p.Region.Place < r.Place {
				pair = [2]*profile.Region{p.Region, r}
			}
			if !seen[pair] {
				seen[pair] = true
				list = append(list, pair)
			}
		}
	}
	return list
}

// writesPairs holds for an atlas whose best pairs have a page each.
func writesPairs(a *profile.Atlas) bool { return len(a.Regions()) <= mostPaired }

// partnersOf lists the best partners of every region, by its place.
func (s pairPages) partnersOf() [][]match.Partner {
	list := make([][]match.Partner, len(s.atlas.Regions()))
	for _, r := range s.atlas.Regions() {
		list[r.Place] = s.shared.Partners(r, mostPartners)
	}
	return list
}

// brief makes the page on two regions.
type brief struct {
	*Site
	match.Brief
	root string
}

func (s pairPages) page(a, b *profile.Region) Pair {
	address := output.Pair(a.Code, b.Code)
	root := output.Root(address)
	title := s.words.Say("pair.title", "a", a.Name, "b", b.Name)
	intro := s.words.Say("pair.intro", "a", a.Name, "b", b.Name)
	page := Pair{Head: s.head(address, "pair", "find.html", title, intro, regionLink(root, a)),
		Intro: intro, Regions: []Link{regionLink(root, a), regionLink(root, b)},
		Compare: Link{Text: s.words.Say("pair.compare"),
			Href: root + output.Comparison(a.Code) + "," + b.Slug()},
		Other: Link{Text: s.words.Say("pair.other"), Href: root + output.AnyPair(a.Code)}}
	page.Blocks, page.Rests = Brief(s.Site, root, a, b)
	return page
}

// Brief says what two regions share, for a page from which root leads up to the folder
// of the site, and on how many facts that rests.
func Brief(s *Site, root string, a, b *profile.Region) (blocks []PairBlock, rests string) {
	p := brief{s, s.shared.Brief(a, b), root}
	blocks = []PairBlock{
		p.ties(),
		p.networks(),
		p.areas(),
		p.overlap(),
		p.lists(),
		p.wishes(),
		p.needs(),
		p.contacts(),
		p.unknown(),
	}
	return blocks, p.words.Say("pair.rests", "known", p.Known, "asked", p.Asked)
}

func (p brief) block(key string, groups ...PairGroup) PairBlock {
	block := PairBlock{ID: key, Title: p.words.Say("pair." + key)}
	for _, g := range groups {
		if len(g.Items) > 0 {
			block.Groups = append(block.Groups, g)
		}
	}
	if len(block.Groups) == 0 {
		block.Empty = p.words.Say("pair." + key + ".none")
	}
	return block
}

// say is a sentence in which the two regions have their names.
func (p brief) say(key string) string {
	return p.words.Say(key, "a", p.A.Name, "b", p.B.Name)
}

func (p brief) ties() PairBlock {
	kinds := map[match.TieKind]string{match.InitiativeTie: "pair.tie.initiative",
		match.ProjectTie: "pair.tie.project", match.OrganisationTie: "pair.tie.organisation"}
	group := PairGroup{}
	for _, t := range p.Ties {
		item := PairItem{Text: Link{Text: t.Title, Href: t.Link}}
		if t.Kind == match.PartnerTie {
			other := p.B
			if t.By == p.B {
				other = p.A
			}
			item.Note = p.words.Say("pair.tie.partner", "region", t.By.Name, "other", other.Name)
		} else {
			item.Note = p.words.Say(kinds[t.Kind])
		}
		group.Items = append(group.Items, item)
	}
	return p.block("ties", group)
}

func (p brief) networks() PairBlock {
	titles := []string{match.BothIn: "pair.both", match.ByCountry: "pair.by-country",
		match.OnlyA: "pair.only-a", match.OnlyB: "pair.only-b", match.PerhapsB: "pair.perhaps-b",
		match.PerhapsA: "pair.perhaps-a"}
	groups := make([]PairGroup, len(titles))
	for kind, key := range titles {
		groups[kind].Title = p.say(key)
	}
	for _, s := range p.Networks {
		groups[s.Kind].Items = append(groups[s.Kind].Items, p.network(s))
	}
	return p.block("networks", groups...)
}

func (p brief) network(s match.Standing) PairItem {
	var notes []string
	for _, m := range []*profile.Membership{s.A, s.B} {
		if detail := phrase.Detail(p.words, m.Cell()); detail != "" {
			notes = append(notes, detail)
		}
	}
	return PairItem{
		Text: Link{Text: s.Network.Label(), Href: p.root + output.Network(s.Network.Key)},
		Note: strings.Join(notes, "; "),
	}
}

// areas are the programme areas, macro-regions and kinds of land that both lie in.
func (p brief) areas() PairBlock {
	group := PairGroup{}
	for _, s := range p.Areas {
		if s.Kind != match.BothIn && s.Kind != match.ByCountry {
			continue
		}
		item := p.network(s)
		if s.A.Category != nil {
			item.Note = s.A.Category.Name
		}
		group.Items = append(group.Items, item)
	}
	return p.block("areas", group)
}

func (p brief) overlap() PairBlock {
	topics := PairGroup{Title: p.words.Say("section.topics")}
	for _, t := range p.Overlap.Topics {
		topics.Items = append(topics.Items,
			PairItem{Text: Link{Text: t.Name, Href: p.root + output.Topic(t.Key)}})
	}
	groups := []PairGroup{topics}
	for _, c := range p.Overlap.Codes {
		groups = append(groups,
			p.codes("pair.codes", c.Classification, c.Exact),
			p.codes("pair.codes.above", c.Classification, c.Above))
	}
	return p.block("overlap", groups...)
}

func (p brief) codes(key string, c *region.Classification, codes []string) PairGroup {
	group := PairGroup{Title: p.words.Say(key, "classification", c.Label())}
	for _, code := range codes {
		group.Items = append(
			group.Items,
			PairItem{Text: Link{Text: code, Href: p.root + output.Code(c.Key, code)}, Note: c.Labels[code]},
		)
	}
	return group
}

// lists are what one region lists and the other, which lists others, does not.
func (p brief) lists() PairBlock {
	var groups []PairGroup
	for _, l := range p.Lists {
		if l.SilentA || l.SilentB {
			continue
		}
		section := p.words.Inside(p.words.Say("pair.list." + l.Section))
		groups = append(
			groups,
			PairGroup{
				Title: p.words.Say("pair.lists.one", "one", p.A.Name, "other", p.B.Name, "what", section),
				Items: terms(l.OnlyA),
			},
			PairGroup{
				Title: p.words.Say("pair.lists.one", "one", p.B.Name, "other", p.A.Name, "what", section),
				Items: terms(l.OnlyB),
			},
		)
	}
	return p.block("lists", groups...)
}

func terms(list []region.Term) []PairItem {
	var items []PairItem
	for _, t := range list {
		items = append(items, PairItem{Text: Link{Text: t.Name}})
	}
	return items
}

func (p brief) wishes() PairBlock {
	var groups []PairGroup
	for _, r := range []*profile.Region{p.A, p.B} {
		c, group := r.Collaboration, PairGroup{Title: r.Name}
		if c.Looking == region.Yes || c.Looking == region.No {
			group.Items = append(
				group.Items,
				PairItem{Text: Link{Text: p.words.Say("pair.looking." + c.Looking), Href: c.Link},
					Note: c.Remark},
			)
		}
		for _, name := range c.Partners {
			group.Items = append(group.Items,
				PairItem{Text: Link{Text: name}, Note: p.words.Say("pair.wanted")})
		}
		groups = append(groups, group)
	}
	return p.block("wishes", groups...)
}

func (p brief) needs() PairBlock {
	var groups []PairGroup
	for _, r := range []*profile.Region{p.A, p.B} {
		group := PairGroup{Title: r.Name}
		for _, rating := range r.Evaluation {
			if rating.IsReported() && rating.Question.Kind == region.NeedSeen {
				group.Items = append(
					group.Items,
					PairItem{Text: Link{Text: rating.Question.Name}, Note: p.edition.Ratings[rating.Step].Name},
				)
			}
		}
		groups = append(groups, group)
	}
	return p.block("needs", groups...)
}

// contacts are whom to write to; where nobody is named, where the facts come from.
func (p brief) contacts() PairBlock {
	var groups []PairGroup
	for _, r := range []*profile.Region{p.A, p.B} {
		group := PairGroup{Title: r.Name}
		for _, w := range r.Websites {
			group.Items = append(
				group.Items,
				PairItem{Text: Link{Text: w.Title, Href: w.Link},
					Note: p.edition.Term("website-kinds", w.Kind).Name},
			)
		}
		if len(group.Items) == 0 && len(r.Sources) > 0 {
			source := r.Sources[max(0, slices.IndexFunc(r.Sources,
				func(x region.Source) bool { return x.Link != "" }))]
			group.Items = append(
				group.Items,
				PairItem{Text: Link{Text: source.Title, Href: source.Link},
					Note: p.words.Say("pair.no-contact")},
			)
		}
		groups = append(groups, group)
	}
	return p.block("contacts", groups...)
}

// unknown are the sections of which nothing is reported.
func (p brief) unknown() PairBlock {
	var groups []PairGroup
	for _, r := range []*profile.Region{p.A, p.B} {
		group := PairGroup{Title: r.Name}
		for _, s := range region.Sections() {
			if r.Section(s.Key).Empty {
				group.Items = append(group.Items, PairItem{Text: Link{Text: p.words.Say("section." + s.Key)}})
			}
		}
		groups = append(groups, group)
	}
	return p.block("unknown", groups...)
}

// Partners is the section of a region page on those with whom it shares most.
type Partners struct {
	Section
	Intro    string
	Partners []PairItem
	Other    Link // to the brief with any other region
}

func (p regionPage) partners() *Partners {
	if len(p.atlas.Regions()) > match.MostRegions || p.r.IsCountry() ||
		len(p.edition.Networks)+len(p.edition.Topics) == 0 {
		return nil
	}
	s := &Partners{
		Section: Section{ID: "partners", Title: p.words.Say("section.partners")},
		Intro:   p.words.Say("partners.intro"),
		Other:   Link{Text: p.words.Say("partners.other"), Href: p.root + output.AnyPair(p.r.Code)},
	}
	best, address := p.shared.Partners, func(code string) string {
		return output.AnyPair(p.r.Code,
			code)
	}
	if writesPairs(p.atlas) { // found for all regions at once
		best = func(r *profile.Region, _ int) []match.Partner { return p.Site.partners()[r.Place] }
		address = func(code string) string { return output.Pair(p.r.Code, code) }
	}
	for _, x := range best(p.r, mostPartners) {
		link := Link{Text: x.Region.Name, Href: p.root + address(x.Region.Code)}
		s.Partners = append(s.Partners, PairItem{Text: link, Note: p.shares(x)})
	}
	s.Empty = len(s.Partners) == 0
	return s
}

// shares says what a partner has in common.
func (s *Site) shares(x match.Partner) string {
	var networks, parts []string
	for _, n := range x.Networks {
		networks = append(networks, n.Label())
	}
	if x.Ties > 0 {
		parts = append(parts, s.words.Say("partners.ties", "n", x.Ties))
	}
	if len(networks) > 0 {
		parts = append(parts, s.words.Say("partners.networks", "networks", s.words.List(networks)))
	}
	if len(x.Topics) > 0 {
		parts = append(parts, s.words.Say("partners.topics", "n", len(x.Topics)))
	}
	return strings.Join(
		append(parts, s.words.Say("partners.bits", "bits",
			s.words.Number(float64(int(x.Bits*10+0.5))/10, 1))),
		"; ",
	)
}
