package page

import (
	"fmt"
	"slices"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/region"
)

// Section is what every section of a region page has. Sections stand in a fixed
// order under fixed ids; one without facts says so and never vanishes.
type Section struct {
	ID, Title string
	Empty     bool
	Gap       string // what is known to be missing, "" when nothing is
	Lost      []int  // numbers that lost entries had in the list of the source
	Cites     []Cite
}

// Cite points at an entry of the list of sources.
type Cite struct {
	Number int
	Title  string
}

// Region is the page of one region.
type Region struct {
	Head
	Code     string
	Names    []Link // native names, each with its language; no address
	Also     []string
	Country  Link
	Level    string
	NUTS     string
	Opening  string
	Body     string // Markdown
	Locator  Locator
	Contents []Section

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
	Neighbours    Neighbours
	Sources       Sources

	Before, After *Link
}

// Item is one entry of a list of facts.
type Item struct {
	Text   string
	Lang   string // language of Text, "" for that of the site
	Href   string // outside address or page of the atlas
	Short  string
	Labels []string // level, kind
	Remark string
	Body   string // longer text
	Cite   *Cite
}

// Items is a section with a plain list.
type Items struct {
	Section
	Items []Item
}

// Grouped is a section with lists under small headings.
type Grouped struct {
	Section
	Groups []Group
}

// Group is a list under a small heading, which may lead to a page.
type Group struct {
	Title Link
	Count int
	Items []Item
	More  string // how many items are left out, "" for none
}

func (p *setting) region(r *region.Region, near around) Region {
	address := regionAddress(r.Code)
	root := rootOf(address)
	country := Link{Text: p.edition.CountryNamed(r.Country()), Href: root + countryAddress(r.Country())}
	b := builder{p, r, near, root}
	page := Region{
		Head: p.head(address, "region", "index.html", r.Name, p.opening(r), country),
		Code: r.Code, Also: r.Also, Country: country, Level: levelWords(r.Level()), NUTS: nutsWords(r.NUTSVersion),
		Opening: p.opening(r), Body: r.Body, Locator: p.locator(root, r),
		Figures: b.figures(), Memberships: b.memberships(), Collaboration: b.collaboration(), Documents: b.documents(),
		Topics: b.topics(), Support: b.support(), Codes: b.codes(), Strategy: b.strategy(), Initiatives: b.initiatives(),
		Represented: b.represented(), Organisations: b.organisations(), Evaluation: b.evaluation(), Profiles: b.profiles(),
		Websites: b.websites(), Neighbours: b.neighbours(), Sources: b.sources(),
	}
	if p.edition.Site.Pictures {
		page.Picture = p.absolute(pictureAddress(r.Code))
	}
	for _, n := range r.Names {
		page.Names = append(page.Names, Link{Text: n.Name, Lang: n.Lang})
	}
	page.Before, page.After = b.link(near.before), b.link(near.after)
	page.Contents = page.sections()
	return page
}

// sections lists the sections in the order of the page.
func (r *Region) sections() []Section {
	return []Section{r.Figures.Section, r.Memberships.Section, r.Collaboration.Section, r.Documents.Section, r.Topics.Section,
		r.Support.Section, r.Codes.Section, r.Strategy.Section, r.Initiatives.Section, r.Represented.Section,
		r.Organisations.Section, r.Evaluation.Section, r.Profiles.Section, r.Websites.Section, r.Neighbours.Section, r.Sources.Section}
}

func nutsWords(version int) string {
	if version == 0 {
		return ""
	}
	return fmt.Sprintf("NUTS %d", version)
}

// builder makes the sections of one region.
type builder struct {
	*setting
	r    *region.Region
	near around
	root string
}

// section is the frame of a section. key is its table in the region file.
func (b builder) section(key, id, title, noun string) Section {
	s := Section{ID: id, Title: title, Empty: !b.r.Reports(key), Gap: gapWords(b.r.Gaps[key], noun), Lost: b.r.Gaps[key].Numbers}
	for _, source := range b.r.From[key] {
		s.Cites = append(s.Cites, *b.cite(source))
	}
	return s
}

// cite numbers a source by its place in the file; nil without a key.
func (b builder) cite(key string) *Cite {
	i := slices.IndexFunc(b.r.Sources, func(s region.Source) bool { return s.Key == key })
	if i < 0 {
		return nil
	}
	return &Cite{i + 1, b.r.Sources[i].Title}
}

func (b builder) link(c *region.Region) *Link {
	if c == nil {
		return nil
	}
	link := regionLink(b.root, c)
	return &link
}

func (b builder) documents() Items {
	items := Items{Section: b.section("documents", "documents", "Policy documents", "list of documents")}
	for _, d := range b.r.Documents {
		items.Items = append(items.Items, Item{Text: d.Title, Lang: d.Lang, Href: d.Link, Remark: d.Remark,
			Labels: b.labels("levels", d.Level, "document-kinds", d.Kind)})
	}
	return items
}

// labels names the words of pairs of a vocabulary and a key, leaving out empty keys.
func (b builder) labels(pairs ...string) []string {
	var names []string
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			names = append(names, b.edition.Term(pairs[i], pairs[i+1]).Name)
		}
	}
	return names
}

func (b builder) topics() Items {
	items := Items{Section: b.section("topics", "topics", "Topics covered by policies", "list of topics")}
	for _, t := range b.edition.Topics {
		if atlas.HasTopic(b.r, t.Key) {
			items.Items = append(items.Items, Item{Text: t.Name, Href: b.root + topicAddress(t.Key)})
		}
	}
	return items
}

func (b builder) support() Items {
	items := Items{Section: b.section("support", "support", "Funding and support", "list of measures")}
	for _, s := range b.r.Support {
		item := Item{Text: s.Title, Href: s.Link, Remark: s.Amount}
		if s.Title == "" {
			item.Text = b.edition.Term("support-kinds", s.Kind).Name
			item.Labels = b.labels("levels", s.Level)
		} else {
			item.Labels = b.labels("levels", s.Level, "support-kinds", s.Kind)
		}
		items.Items = append(items.Items, item)
	}
	return items
}

func (b builder) profiles() Items {
	items := Items{Section: b.section("profiles", "profiles", "Profiles", "list of profiles")}
	for _, x := range b.r.Profiles {
		items.Items = append(items.Items, Item{Text: x.Title, Href: x.Link, Remark: x.Publisher, Body: x.Text})
	}
	return items
}

func (b builder) websites() Items {
	items := Items{Section: b.section("websites", "websites", "Websites and answering bodies", "list of websites")}
	for _, w := range b.r.Websites {
		items.Items = append(items.Items, Item{Text: w.Title, Href: w.Link, Labels: b.labels("website-kinds", w.Kind)})
	}
	return items
}

// Answers is the section on strategy.
type Answers struct {
	Section
	Answers []Answer
}

// Answer is a question with its answer in words.
type Answer struct{ Question, Answer, Class, Remark, Href string }

func (b builder) strategy() Answers {
	s := Answers{Section: b.section("strategy", "strategy", "Strategy", "list of answers")}
	for _, q := range b.edition.Strategies {
		a := b.r.Strategy[q.Key]
		s.Answers = append(s.Answers, Answer{q.Name, answerWord(a.Answer), region.Slug(a.Answer), a.Remark, a.Link})
	}
	return s
}

// Collaboration is the section on wanted partners.
type Collaboration struct {
	Section
	Answer, Class, Remark string
	Partners              string
}

func (b builder) collaboration() Collaboration {
	c := b.r.Cooperation
	return Collaboration{Section: b.section("collaboration", "collaboration", "Collaboration", "answer"),
		Answer: answerWord(c.Looking), Class: region.Slug(c.Looking), Remark: c.Remark, Partners: series(c.Partners)}
}

// Neighbours is the section on the regions nearby.
type Neighbours struct {
	Section
	Bordering, Country []Link
	CountryName        string
	CountryPage        string
}

func (b builder) neighbours() Neighbours {
	n := Neighbours{Section: Section{ID: "neighbours", Title: "Neighbours in this atlas"}, CountryName: b.edition.CountryNamed(b.r.Country())}
	n.Bordering = b.links(b.near.bordering)
	n.Country = b.links(b.near.country)
	n.CountryPage = b.root + countryAddress(b.r.Country())
	n.Empty = len(n.Bordering) == 0 && len(n.Country) == 0
	return n
}

// links leads to other regions.
func (b builder) links(cards []*region.Region) []Link {
	var links []Link
	for _, c := range cards {
		links = append(links, regionLink(b.root, c))
	}
	return links
}

// Sources is the section on where the facts come from.
type Sources struct {
	Section
	Sources  []Source
	Mended   []string
	Reviewed string
	Image    Item
	Edit     string
	File     string
}

// Source is one entry of the list of sources.
type Source struct {
	Number        int
	Title, Href   string
	Seen, SeenISO string
	Remark        string
}

func (b builder) sources() Sources {
	s := Sources{Section: Section{ID: "sources", Title: "Sources"}, Mended: b.r.Mended, Reviewed: b.r.Reviewed.Long(),
		Edit: b.editLink(b.r.File), File: b.r.File}
	for i, x := range b.r.Sources {
		s.Sources = append(s.Sources, Source{i + 1, x.Title, x.Link, x.Seen.Long(), x.Seen.ISO(), x.Remark})
	}
	image := b.r.Image
	s.Image = Item{Text: image.Title, Href: image.Link, Remark: image.Author, Short: image.Licence}
	return s
}
