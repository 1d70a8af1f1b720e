package page

import (
	"fmt"
	"strings"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/region"
)

// Network is the page of one membership.
type Network struct {
	Head
	Short, About, Link string
	Group              Link
	Summary            string
	Map                Map
	Groups             []NetworkAnswer
}

// NetworkAnswer is the regions that gave one answer.
type NetworkAnswer struct {
	Answer, Class, Means string
	Regions              []Standing
}

// Standing is a region with what it said.
type Standing struct {
	Region  Link
	Code    string
	Country Link
	Detail  string
}

func (p *Planner) network(n region.Network) Network {
	address := networkAddress(n.Key)
	root := rootOf(address)
	summary := fmt.Sprintf("%d of %s in this atlas hold this membership themselves.", p.atlas.Members(n.Key), count(len(p.atlas.Regions()), "region", "regions"))
	if len(n.Categories) > 0 {
		summary = "A category that every region falls in, rather than a membership."
	}
	group := Link{Text: p.edition.Term("network-groups", n.Group).Name, Href: root + matrixAddress(n.Group)}
	page := Network{Head: p.head(address, "network", "memberships.html", n.Name, n.About,
		Link{Text: "Memberships", Href: root + "memberships.html"}, group), Short: n.Short, About: n.About, Link: n.Link, Group: group, Summary: summary}
	page.Map = p.smallMap(root, "memberships-"+region.Slug(n.Key), "Map of Europe: "+n.Label(), p.answerView(n), p.atlas.Regions())
	for _, c := range n.Categories {
		page.Groups = append(page.Groups, p.networkAnswer(root, n, c.Key, c.Label(), "category", c.Name))
	}
	for _, s := range region.Statuses() {
		if answer := p.networkAnswer(root, n, s.Key, s.Name, region.Slug(s.Key), s.Means); len(answer.Regions) > 0 {
			page.Groups = append(page.Groups, answer)
		}
	}
	return page
}

func (p *Planner) networkAnswer(root string, n region.Network, status, name, class, means string) NetworkAnswer {
	a := NetworkAnswer{Answer: name, Class: class, Means: means}
	for _, r := range p.atlas.Regions() {
		if m := atlas.Answer(r, n.Key); m.Status == status {
			a.Regions = append(a.Regions, p.standing(root, r, detail(m)))
		}
	}
	return a
}

func (p *Planner) standing(root string, r *region.Region, detail string) Standing {
	return Standing{Region: p.regionLink(root, r), Code: r.Code, Detail: detail,
		Country: Link{Text: p.edition.CountryNamed(r.Country()), Href: root + countryAddress(r.Country())}}
}

// Topic is the page of one topic of policies.
type Topic struct {
	Head
	About, Link string
	Summary     string
	Map         Map
	Regions     []Standing
}

func (p *Planner) topic(t region.Term) Topic {
	address := topicAddress(t.Key)
	root := rootOf(address)
	list := p.atlas.Where(func(r *region.Region) bool { return atlas.HasTopic(r, t.Key) })
	summary := fmt.Sprintf("The policies of %s in this atlas cover this topic.", count(len(list), "region", "regions"))
	page := Topic{Head: p.head(address, "topic", "topics.html", t.Name, summary, Link{Text: "Topics", Href: root + "topics.html"}),
		About: t.About, Link: t.Link, Summary: summary}
	page.Map = p.smallMap(root, "topics-"+region.Slug(t.Key), "Map of Europe: "+t.Label(), p.topicView(t), p.atlas.Regions())
	for _, r := range list {
		page.Regions = append(page.Regions, p.standing(root, r, documentTitles(r)))
	}
	return page
}

// documentTitles names the documents behind a region's topics.
func documentTitles(r *region.Region) string {
	var titles []string
	for _, d := range r.Documents {
		titles = append(titles, d.Title)
	}
	return strings.Join(titles, "; ")
}

// CodePage is the page of one code.
type CodePage struct {
	Head
	Code, Label, List string
	Above, Below      []Code
	Summary           string
	Regions           []Standing
}

func (p *Planner) code(c region.Classification, code string) CodePage {
	address := codeAddress(c.Key, code)
	root := rootOf(address)
	var direct, within []Standing
	for _, r := range p.atlas.Regions() {
		if atlas.HasCode(r, c.Key, code) {
			direct = append(direct, p.standing(root, r, ""))
		} else if below := codesBelow(c, r.Codes[c.Key], code); len(below) > 0 {
			within = append(within, p.standing(root, r, "through "+series(below)))
		}
	}
	summary := fmt.Sprintf("%s of this atlas state this code, %d more a code below it.", first(count(len(direct), "region", "regions")), len(within))
	page := CodePage{Head: p.head(address, "code", "codes.html", code+" "+c.Labels[code], summary, Link{Text: "Codes", Href: root + "codes.html"}),
		Code: code, Label: c.Labels[code], List: c.Name, Summary: summary, Regions: append(direct, within...)}
	for above := c.Parent(code); above != ""; above = c.Parent(above) {
		page.Above = append(page.Above, Code{Code: above, Label: c.Labels[above], Href: root + codeAddress(c.Key, above)})
	}
	for _, below := range p.atlas.UsedCodes(c) {
		if c.Parent(below) == code {
			page.Below = append(page.Below, Code{Code: below, Label: c.Labels[below], Href: root + codeAddress(c.Key, below)})
		}
	}
	return page
}

func codesBelow(c region.Classification, codes []string, above string) []string {
	var below []string
	for _, code := range codes {
		for up := c.Parent(code); up != ""; up = c.Parent(up) {
			if up == above {
				below = append(below, code)
			}
		}
	}
	return below
}

// Codes is the page of all codes that regions use.
type Codes struct {
	Head
	Intro string
	Lists []UsedCodes
}

// UsedCodes is one classification with the codes in use.
type UsedCodes struct {
	ID, Name, About, Link string
	Codes                 []Code
}

func (p *Planner) codeList() Codes {
	intro := "The codes that regions give for their objectives, each with its regions."
	page := Codes{Head: p.head("codes.html", "codes", "codes.html", "Codes", intro), Intro: intro}
	for _, c := range p.edition.Classifications {
		list := UsedCodes{ID: region.Slug(c.Key), Name: c.Name, About: c.About, Link: c.Link}
		for _, code := range p.atlas.UsedCodes(c) {
			n := len(p.atlas.Where(func(r *region.Region) bool { return atlas.HasCode(r, c.Key, code) }))
			list.Codes = append(list.Codes, Code{Code: code, Label: c.Labels[code], Href: codeAddress(c.Key, code),
				Depth: depth(c, code), Above: n == 0, Count: count(n, "region", "regions")})
		}
		page.Lists = append(page.Lists, list)
	}
	return page
}

// Country is the page of one country.
type Country struct {
	Head
	Code    string
	Summary string
	Map     *Map // nil when the country has no shape
	Table   RegionTable
}

func (p *Planner) country(g atlas.CountryGroup) Country {
	address := countryAddress(g.Country.Code)
	root := rootOf(address)
	summary := fmt.Sprintf("%s has %s in this atlas.", g.Country.Name, count(len(g.Regions), "entry", "entries"))
	return Country{Head: p.head(address, "country", "index.html", g.Country.Name, summary, Link{Text: "Countries", Href: root + "countries.html"}),
		Code: g.Country.Code, Summary: summary, Map: p.countryMap(root, g.Country.Code, "Map of "+g.Country.Name, p.views[0], g.Regions), Table: p.regionTable(root, "Regions of "+g.Country.Name+" with their newest figures", g.Regions)}
}

// Countries is the page of all countries.
type Countries struct {
	Head
	Intro string
	List  []CountryEntry
}

// CountryEntry is a country with its regions.
type CountryEntry struct {
	Country Link
	Regions []Link
}

func (p *Planner) countryList() Countries {
	groups := p.atlas.Countries()
	intro := fmt.Sprintf("The %s of this atlas with their regions.", count(len(groups), "country", "countries"))
	page := Countries{Head: p.head("countries.html", "countries", "index.html", "Countries", intro), Intro: intro}
	for _, g := range groups {
		entry := CountryEntry{Country: Link{Text: g.Country.Name, Href: countryAddress(g.Country.Code)}}
		for _, r := range g.Regions {
			entry.Regions = append(entry.Regions, p.regionLink("", r))
		}
		page.List = append(page.List, entry)
	}
	return page
}

// Organisations is the page of all kinds of organisations.
type Organisations struct {
	Head
	Intro string
	Kinds []KindEntry
}

// KindEntry is a kind of organisations with how many there are.
type KindEntry struct {
	Kind           Link
	About          string
	Count, Regions string
}

func (p *Planner) organisationList() Organisations {
	intro := "Organisations that the sources name, by what they do. Most archived pages break off before their list of organisations, so a region that is missing here is not reported, not empty."
	page := Organisations{Head: p.head("organisations.html", "organisations", "organisations.html", "Organisations", intro), Intro: intro}
	for _, k := range p.edition.OrganisationKinds {
		n, regions := 0, 0
		for _, r := range p.atlas.Regions() {
			if found := len(atlas.OrganisationsOf(r, k.Key)); found > 0 {
				n += found
				regions++
			}
		}
		page.Kinds = append(page.Kinds, KindEntry{Link{Text: k.Name, Href: organisationAddress(k.Key)}, k.About,
			count(n, "organisation", "organisations"), count(regions, "region", "regions")})
	}
	return page
}

// OrganisationKind is the page of one kind of organisations.
type OrganisationKind struct {
	Head
	About, Summary string
	Groups         []Group
}

func (p *Planner) organisationKind(k region.Term) OrganisationKind {
	address := organisationAddress(k.Key)
	root := rootOf(address)
	page := OrganisationKind{About: k.About}
	n := 0
	for _, r := range p.atlas.Regions() {
		group := Group{Title: p.regionLink(root, r)}
		for _, o := range atlas.OrganisationsOf(r, k.Key) {
			group.Items = append(group.Items, organisationItem(o))
		}
		if group.Count = len(group.Items); group.Count > 0 {
			page.Groups = append(page.Groups, group)
			n += group.Count
		}
	}
	page.Summary = fmt.Sprintf("%s in %s.", first(count(n, "organisation", "organisations")), count(len(page.Groups), "region", "regions"))
	page.Head = p.head(address, "organisation", "organisations.html", k.Name, page.Summary, Link{Text: "Organisations", Href: root + "organisations.html"})
	return page
}
