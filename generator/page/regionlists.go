package page

import (
	"slices"

	"regional-atlas/generator/output"
	"regional-atlas/generator/phrase"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// Item is one entry of a list of facts.
type Item struct {
	Text   string
	Lang   string // language of Text, "" for that of the site
	Href   string // outside address or page of the atlas
	Short  string // short name
	Labels []string
	With   []Link // partners; names of regions lead to them
	Note   string // what stands behind it: a remark, an amount, a publisher
	Body   string // longer text
	Rest   string // how many entries paper leaves out from here on, "" where it goes on
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

func (p regionPage) documents() Items {
	items := Items{Section: p.section("documents")}
	for _, d := range p.r.Documents {
		items.Items = append(items.Items, Item{Text: d.Title, Lang: d.Lang, Href: d.Link, Note: d.Remark,
			Labels: p.labels("levels", d.Level, "document-kinds", d.Kind)})
	}
	return items
}

// labels names the words of pairs of a vocabulary and a key, leaving out empty keys.
func (p regionPage) labels(pairs ...string) []string {
	var names []string
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			names = append(names, p.edition.Term(pairs[i], pairs[i+1]).Name)
		}
	}
	return names
}

func (p regionPage) topics() Items {
	items := Items{Section: p.section("topics")}
	for _, t := range p.r.Topics {
		if t.Listing == profile.Covered {
			items.Items = append(items.Items,
				Item{Text: t.Term.Name, Href: p.root + output.Topic(t.Term.Key)})
		}
	}
	return items
}

func (p regionPage) support() Items {
	items := Items{Section: p.section("support")}
	for _, s := range p.r.Support {
		item := Item{Text: s.Title, Href: s.Link, Note: s.Amount}
		if s.Title == "" {
			item.Text = p.edition.Term("support-kinds", s.Kind).Name
			item.Labels = p.labels("levels", s.Level)
		} else {
			item.Labels = p.labels("levels", s.Level, "support-kinds", s.Kind)
		}
		items.Items = append(items.Items, item)
	}
	return items
}

func (p regionPage) profiles() Items {
	items := Items{Section: p.section("profiles")}
	for _, x := range p.r.Profiles {
		items.Items = append(items.Items,
			Item{Text: x.Title, Href: x.Link, Note: x.Publisher, Body: x.Text})
	}
	return items
}

func (p regionPage) websites() Items {
	items := Items{Section: p.section("websites")}
	for _, w := range p.r.Websites {
		items.Items = append(
			items.Items,
			Item{Text: w.Title, Href: w.Link, Labels: p.labels("website-kinds", w.Kind)},
		)
	}
	return items
}

func (p regionPage) initiatives() Grouped {
	g := Grouped{Section: p.section("initiatives")}
	other := p.words.Say("initiatives.other")
	nowhere := func(string) string { return "" }
	g.Groups = grouped(p.r.Initiatives, p.edition.InitiativeKinds, other, nowhere,
		func(x region.Initiative) (string, Item) {
			item := Item{Text: x.Title, Href: x.Link, Note: x.Remark,
				Cite: p.cite(p.r.SourceNumber(x.Source))}
			if len(x.Partners) > 0 {
				with := p.words.Say("initiative.partners", "partners", p.words.List(x.Partners))
				item.With = p.pieces(p.root, with, p.r)
			}
			return x.Kind, item
		})
	return g
}

func (p regionPage) represented() Grouped {
	g := Grouped{Section: p.section("represented")}
	var titles []string
	for _, x := range p.r.Represented {
		if !slices.Contains(titles, x.Within) {
			titles = append(titles, x.Within)
		}
	}
	for _, title := range titles {
		group := Group{Title: Link{Text: title}}
		for _, x := range p.r.Represented {
			if x.Within == title {
				group.Items = append(
					group.Items,
					Item{Text: x.Title, Href: x.Link, Labels: p.labels("represented-kinds", x.Kind)},
				)
			}
		}
		group.Count = len(group.Items)
		g.Groups = append(g.Groups, group)
	}
	return g
}

func (p regionPage) organisations() Grouped {
	g := Grouped{Section: p.section("organisations")}
	href := func(kind string) string { return p.root + output.Organisations(kind) }
	other := p.words.Say("organisations.other")
	g.Groups = grouped(
		p.r.Organisations,
		p.edition.OrganisationKinds,
		other,
		href,
		func(x region.Organisation) (string, Item) {
			item := organisationItem(x)
			return x.Kind, item
		},
	)
	return g
}

func organisationItem(x region.Organisation) Item {
	return Item{Text: x.Name, Lang: x.Lang, Href: x.Link, Short: x.Short, Note: x.Remark}
}

// grouped parts a list by kind, in the order of the kinds, with what has no
// kind at the end under a title of its own. href is the page of a kind.
func grouped[T any](
	list []T,
	kinds []region.Term,
	rest string,
	href func(kind string) string,
	split func(T) (kind string, item Item),
) []Group {
	var groups []Group
	for _, kind := range append(slices.Clone(kinds), region.Term{Name: rest}) {
		group := Group{Title: Link{Text: kind.Name}}
		group.Title.Href = href(kind.Key)
		for _, x := range list {
			if k, item := split(x); k == kind.Key {
				group.Items = append(group.Items, item)
			}
		}
		if group.Count = len(group.Items); group.Count > 0 {
			groups = append(groups, group)
		}
	}
	return groups
}

// CodeLists is the section with the codes of a region.
type CodeLists struct {
	Section
	Lists []CodeList
}

// CodeList is the codes of one classification.
type CodeList struct {
	Name  string
	Codes []Code
	Gap   string
}

func (p regionPage) codes() CodeLists {
	s := CodeLists{Section: p.section("codes")}
	for _, facts := range p.r.Codes {
		c := facts.Classification
		list := CodeList{Name: c.Name, Gap: p.gap("codes", facts.Gap)}
		for _, code := range facts.Codes {
			link := codeLink(p.root, c, code.Code)
			link.Depth, link.Above = code.Depth, !code.Stated
			list.Codes = append(list.Codes, link)
		}
		s.Lists = append(s.Lists, list)
	}
	return s
}

// Neighbours is the section on the regions nearby.
type Neighbours struct {
	Section
	Bordering, Country []Link
	Whole              *Link  // the page on the whole country, where there is one beside its regions
	Within             string // heading of the other regions of the country
	CountryPage        string
}

// mostNeighbours is how many other regions a reader takes in; the page of the
// country has them all.
const mostNeighbours = 24

func (p regionPage) neighbours() Neighbours {
	n := Neighbours{
		Section: Section{ID: "neighbours", Title: p.words.Say("section.neighbours")},
		CountryPage: p.root + output.Country(
			p.r.Country.Code,
		),
		Within: p.words.Say("neighbours.also", "country", inText(p.r.Country)),
	}
	all := p.atlas.InCountry(p.r.Country.Code)
	if p.r.IsCountry() {
		n.Within = p.words.Say("neighbours.own")
	} else {
		n.Bordering = p.links(p.atlas.Neighbours(p.r, mostNeighbours))
		for _, whole := range profile.CountriesAmong(all) {
			n.Whole = p.link(whole)
		}
	}
	n.Country = p.links(slices.DeleteFunc(slices.Clone(all), (*profile.Region).IsCountry))
	n.Empty = len(n.Bordering) == 0 && len(n.Country) == 0 && n.Whole == nil
	return n
}

// links leads to the first of some regions, and never to the region itself.
func (p regionPage) links(regions []*profile.Region) []Link {
	var links []Link
	for _, r := range regions {
		if len(links) == mostNeighbours {
			break
		}
		if r != p.r {
			links = append(links, regionLink(p.root, r))
		}
	}
	return links
}

// Sources is the section on where the facts come from.
type Sources struct {
	Section
	Sources  []Source
	Mended   []string
	Reviewed string
	Image    region.Credit
	Images   bool // source pages of this atlas show pictures
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

func (p regionPage) sources() Sources {
	s := Sources{Section: Section{ID: "sources", Title: p.words.Say("section.sources")},
		Mended: p.r.Mended, Reviewed: phrase.Day(p.words, p.r.Reviewed), Image: p.r.Image,
		Images: p.hasImages,
		Edit:   p.editLink(p.r.File), File: p.r.File}
	for i, x := range p.r.Sources {
		s.Sources = append(s.Sources,
			Source{i + 1, x.Title, x.Link, phrase.Day(p.words, x.Seen), x.Seen.ISO(), x.Remark})
	}
	return s
}
