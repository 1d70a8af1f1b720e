package page

import (
	"slices"
	"strings"

	"regional-atlas/generator/carto"
	"regional-atlas/generator/output"
	"regional-atlas/generator/phrase"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/prose"
	"regional-atlas/generator/region"
)

// Region is the page of one region.
type Region struct {
	Head
	Code    string
	Names   []Link // native names, each with its language; no address
	Also    []string
	Country Link
	Level   string
	NUTS    string
	Opening string
	Text    prose.Text // the description
	Photos  []Photo
	Locator carto.Locator
	Compare Link

	Order    []string  // keys of the sections below, in the order of the page
	Contents []Section // every section, in the order of the page

	Figures       Figures
	Memberships   Memberships
	Collaboration Collaboration
	Documents     Items
	Topics        Items
	Support       Items
	Codes         CodeLists
	Strategy      Answers
	Initiatives   Grouped
	Represented   Grouped
	Organisations Grouped
	Evaluation    Evaluation
	Profiles      Items
	Websites      Items
	Silent        Silent
	Alike         *AlikePeers // nil where nothing tells who is alike
	Partners      *Partners   // nil for a country
	Neighbours    Neighbours
	Sources       Sources
	Changes       *RegionChanges // nil when nothing is known to have changed
	Linked        any            // for programs, in the words of schema.org

	Before, After *Link
}

// Section is what every section of a region page has. Sections stand in a fixed
// order under fixed ids; one without facts says so and never vanishes. Lists that
// report nothing say so together, in one sentence that holds their ids.
type Section struct {
	ID, Title string
	Empty     bool
	Folded    bool   // it does not stand by itself: the sentence of the silent ones names it, or the atlas does not ask for it
	Gap       string // what is known to be missing, "" when nothing is
	Lost      []int  // numbers that lost entries had in the list of the source
	Cites     []Cite
	Paper     string // on paper: where the whole of its lists is, "" where they are whole
}

// Cite points at an entry of the list of sources.
type Cite struct {
	Number int
	Title  string
}

// regionPages plans the pages of regions.
type regionPages struct{ *Site }

func (s regionPages) files() output.Files {
	return func(yield func(output.File) bool) {
		for _, r := range s.atlas.Regions() {
			if !yield(s.file(r)) {
				return
			}
		}
	}
}

func (s regionPages) file(r *profile.Region) output.File {
	return output.File{Address: output.Region(r.Code), Layout: "region",
		Content: func() any { return s.page(r) }}
}

// RegionAt is the page of a region at an address, found without listing all pages.
func RegionAt(s *Site, address string) (output.File, bool) {
	for _, r := range s.atlas.Regions() {
		if output.Region(r.Code) == address {
			return regionPages{s}.file(r), true
		}
	}
	return output.File{}, false
}

// regionPage makes the page of one region.
type regionPage struct {
	*Site
	r    *profile.Region
	root string
}

func (s regionPages) page(r *profile.Region) Region {
	address := output.Region(r.Code)
	p := regionPage{s.Site, r, output.Root(address)}
	opening := p.opening()
	country := countryLink(p.root, r.Country)
	page := Region{
		Head: s.head(address, "region", "index.html", r.Name, opening,
			Link{Text: s.words.Say("nav.countries"), Href: p.root + "countries.html"}, country),
		Order:   orderOfSections(s.edition.Site),
		Code:    r.Code,
		Also:    r.Also,
		Country: country,
		Level:   phrase.Level(s.words, r),
		NUTS:    p.nuts(),
		Opening: opening,
		Text:    r.Text,
		Photos:  photosOf(r, s.base(address)),
		Locator: s.maps.Locator(p.root, r),
		Compare: Link{Text: s.words.Say("compare.link", "region", r.Name),
			Href: p.root + output.Comparison(r.Code)},
		Figures:       p.figures(),
		Memberships:   p.memberships(),
		Collaboration: p.collaboration(),
		Documents:     p.documents(),
		Topics:        p.topics(),
		Support:       p.support(),
		Codes:         p.codes(),
		Strategy:      p.strategy(),
		Initiatives:   p.initiatives(),
		Represented:   p.represented(),
		Organisations: p.organisations(),
		Evaluation:    p.evaluation(),
		Profiles:      p.profiles(),
		Websites:      p.websites(),
		Alike:         alikeSection{p}.section(),
		Partners:      p.partners(),
		Neighbours:    p.neighbours(),
		Sources:       p.sources(),
	}
	if s.edition.Site.Pictures {
		page.Picture, page.PictureOf = s.absolute(output.SocialCard(r.Code)), r.Name
	}
	page.Changes = changesPage(s).in(r)
	page.Window, page.Linked = p.window(), linkedRegion(r, s.canonical(address))
	for _, n := range r.Names {
		if n.Name != r.Name {
			page.Names = append(page.Names, Link{Text: n.Name, Lang: n.Lang})
		}
	}
	page.Paper = sheets(s).foot(address, r.Reviewed)
	s.onPaperOnly(&page)
	page.Before, page.After = p.link(s.atlas.Before(r)), p.link(s.atlas.After(r))
	page.Silent = p.silent(p.lists(&page))
	page.Contents = page.sections()
	return page
}

// orderOfSections is the order of the sections with facts on a page, by the keys of the
// schema.
func orderOfSections(site region.Site) []string {
	usual := []string{"figures", "memberships", "collaboration", "documents", "topics", "support",
		"codes", "strategy", "initiatives", "represented", "organisations", "evaluation", "profiles",
		"websites"}
	return region.FirstOf(usual, site.Sections, func(key string) string { return key })
}

// sections lists the sections in the order of the page.
func (r *Region) sections() []Section {
	by := map[string]Section{"figures": r.Figures.Section, "memberships": r.Memberships.Section,
		"collaboration": r.Collaboration.Section, "documents": r.Documents.Section,
		"topics":  r.Topics.Section,
		"support": r.Support.Section, "codes": r.Codes.Section, "strategy": r.Strategy.Section,
		"initiatives": r.Initiatives.Section, "represented": r.Represented.Section,
		"organisations": r.Organisations.Section,
		"evaluation":    r.Evaluation.Section, "profiles": r.Profiles.Section,
		"websites": r.Websites.Section}
	var list []Section
	for _, key := range r.Order {
		list = append(list, by[key])
	}
	list = slices.DeleteFunc(list, func(s Section) bool { return s.Folded })
	if len(r.Silent.Lists) > 0 {
		list = append(list, r.Silent.Section)
	}
	if r.Alike != nil {
		list = append(list, r.Alike.Section)
	}
	if r.Partners != nil {
		list = append(list, r.Partners.Section)
	}
	list = append(list, r.Neighbours.Section)
	if r.Changes != nil {
		list = append(list, r.Changes.Section)
	}
	return append(list, r.Sources.Section)
}

func (p regionPage) link(r *profile.Region) *Link {
	if r == nil {
		return nil
	}
	link := regionLink(p.root, r)
	return &link
}

// window is the title of the browser's window: names such as North-West need their
// country.
func (p regionPage) window() string {
	key := "region.title"
	if p.r.Level == 0 {
		key = "region.title.country"
	}
	return p.words.Say(key, "region", p.r.Name, "code", p.r.Code, "country", p.r.Country.Name)
}

func (p regionPage) nuts() string {
	if p.r.NUTSVersion == 0 {
		return ""
	}
	return p.words.Say("region.nuts", "version", yearOr(p.r.NUTSVersion, ""))
}

// section is the frame of a section. key is its table in the region file, which is
// its id unless another is given.
func (p regionPage) section(key string, id ...string) Section {
	facts := p.r.Section(key)
	s := Section{
		ID:    key,
		Title: p.words.Say("section." + key),
		Empty: facts.Empty,
		Gap:   p.gap(key, facts.Gap),
		Lost:  facts.Gap.Numbers,

		Folded: !p.atlas.Asks(key),
	}
	if len(id) > 0 {
		s.ID = id[0]
	}
	for _, number := range facts.Sources {
		s.Cites = append(s.Cites, *p.cite(number))
	}
	return s
}

// gap says how a list falls short of its source.
func (s *Site) gap(key string, g region.Gap) string {
	var sentences []string
	if g.Lost > 0 {
		sentences = append(sentences, s.words.Say("gap.lost", "n", g.Lost))
	}
	if g.Cut {
		sentences = append(sentences, s.words.Say("gap.cut."+key))
	}
	if answers := s.networksOf(g.Answers); answers != "" {
		sentences = append(sentences, s.words.Say("gap.answers", "answers", answers))
	}
	if g.Remark != "" {
		sentences = append(sentences, g.Remark)
	}
	return strings.Join(sentences, " ")
}

// networksOf are the labels of networks, by their keys.
func (s *Site) networksOf(keys []string) string {
	var labels []string
	for _, key := range keys {
		labels = append(labels, s.edition.Term("networks", key).Label())
	}
	return s.words.List(labels)
}

// cite points at the source with a number; nil for 0.
func (p regionPage) cite(number int) *Cite {
	if number == 0 {
		return nil
	}
	return &Cite{number, p.r.Sources[number-1].Title}
}

// cites points at the sources with the keys.
func (p regionPage) cites(keys ...string) []Cite {
	var list []Cite
	for _, key := range keys {
		if c := p.cite(p.r.SourceNumber(key)); c != nil {
			list = append(list, *c)
		}
	}
	return list
}

// opening is the first sentences of the page, made from the facts alone.
func (p regionPage) opening() string {
	sentences := []string{p.whatItIs()}
	if class := p.classSentence(); class != "" {
		sentences = append(sentences, class)
	}
	if !p.atlas.Asks("memberships") {
		return strings.Join(sentences, " ")
	}
	sentences = append(sentences,
		p.words.Say(p.membersKey(), "members", p.r.Members, "answered", p.r.Answered))
	return strings.Join(sentences, " ")
}

// membersKey is the sentence that fits the number of memberships.
func (p regionPage) membersKey() string {
	members, answered := p.r.Members, p.r.Answered
	switch {
	case answered == 0:
		return "region.members.none"
	case answered == 1 && members == 1:
		return "region.members.one.yes"
	case answered == 1:
		return "region.members.one.no"
	case members == answered:
		return "region.members.all"
	case members == 0:
		return "region.members.no"
	}
	return "region.members"
}

func (p regionPage) whatItIs() string {
	key := "region.is"
	switch {
	case p.r.Level == 0:
		key = "region.is-country"
	case p.r.Level == region.OwnLevel:
		key = "region.is-own"
	case p.r.Shape.Larger:
		key = "region.is-part"
	}
	holes := []any{"region", p.r.Name, "code", p.r.Code, "country", inText(p.r.Country), "level",
		p.r.Level}
	if f := p.first(region.Total); f != nil {
		v := f.Latest[0]
		value := strings.TrimSpace(phrase.Value(p.words, f.Indicator, v) + "\u00a0" + f.Indicator.Unit)
		holes = append(holes, "indicator", p.words.Inside(f.Indicator.Name), "value", value, "year",
			yearOr(v.Year, ""))
		if key += ".total"; v.Year != 0 {
			key += "-in"
		}
	}
	return p.words.Say(key, holes...)
}

// classSentence says the newest value of the first class that is reported, "" when
// none is.
func (p regionPage) classSentence() string {
	f := p.first(region.Class)
	if f == nil {
		return ""
	}
	var classes []string
	for _, v := range f.Latest {
		class := phrase.Class(v.Class)
		if v.Part != "" {
			class = p.words.Say("region.class.part", "class", class, "part", v.Part)
		}
		classes = append(classes, class)
	}
	key, year := "region.class", f.Latest[0].Year
	if year != 0 {
		key = "region.class-in"
	}
	return p.words.Say(
		key,
		"indicator",
		p.words.Inside(f.Indicator.Name),
		"classes",
		p.words.List(classes),
		"year",
		yearOr(year, ""),
	)
}

// first is the first indicator of a kind that the region reports, or nil.
func (p regionPage) first(kind string) *profile.Figure {
	for _, i := range p.edition.MainIndicators() {
		if f := &p.r.Figures[i]; f.Indicator.Kind == kind && f.IsReported() {
			return f
		}
	}
	return nil
}
