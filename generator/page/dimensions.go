package page

import (
	"fmt"
	"slices"
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
	Map                *Map // on the first page of the list only
	Groups             []NetworkAnswer
	Pager              *Pager
}

// NetworkAnswer is the regions that gave one answer.
type NetworkAnswer struct {
	Answer, Class, Means string
	Count                int
	Regions              []Standing // those on this page of the list
}

// Standing is a region with what it said.
type Standing struct {
	Region  Link
	Code    string
	Country Link
	Detail  string
}

func (p *Planner) network(n region.Network, x part) Network {
	root := rootOf(x.base)
	summary := fmt.Sprintf("%d of %s in this atlas hold this membership themselves.", p.atlas.Members(n.Key), count(len(p.atlas.Regions()), "region", "regions"))
	if len(n.Categories) > 0 {
		summary = "A category that every region falls in, rather than a membership."
	}
	group := Link{Text: p.edition.Term("network-groups", n.Group).Name, Href: root + matrixAddress(n.Group)}
	page := Network{Head: p.head(x.address(), "network", "memberships.html", x.title(n.Name), n.About,
		Link{Text: "Memberships", Href: root + "memberships.html"}, group), Short: n.Short, About: n.About, Link: n.Link, Group: group, Summary: summary}
	page.Pager = x.pager(p.edition.CountryNamed)
	if x.number == 0 {
		page.Map = p.smallMap(root, "memberships-"+region.Slug(n.Key), "Map of Europe: "+n.Label(), p.answerView(n), p.drawn)
	}
	offset := 0
	add := func(status, name, class, means string, always bool) {
		all := p.atlas.Answering(n.Key, status)
		answer := NetworkAnswer{Answer: name, Class: class, Means: means, Count: len(all)}
		for _, e := range cut(x, offset, all) {
			answer.Regions = append(answer.Regions, p.standing(root, e, detail(atlas.Answer(e, n.Key))))
		}
		offset += len(all)
		if len(answer.Regions) > 0 || always && len(all) == 0 && x.number == 0 {
			page.Groups = append(page.Groups, answer)
		}
	}
	for _, c := range n.Categories {
		add(c.Key, c.Label(), "category", c.Name, true)
	}
	for _, s := range region.Statuses() {
		add(s.Key, s.Name, region.Slug(s.Key), s.Means, false)
	}
	return page
}

// answersTo lists the answers to a network in the order of its page.
func answersTo(n region.Network) []string {
	var answers []string
	for _, c := range n.Categories {
		answers = append(answers, c.Key)
	}
	for _, s := range region.Statuses() {
		answers = append(answers, s.Key)
	}
	return answers
}

func (p *setting) standing(root string, e *region.Region, detail string) Standing {
	return Standing{Region: regionLink(root, e), Code: e.Code, Detail: detail,
		Country: Link{Text: p.edition.CountryNamed(e.Country()), Href: root + countryAddress(e.Country())}}
}

// Topic is the page of one topic of policies.
type Topic struct {
	Head
	About, Link string
	Summary     string
	Map         *Map // on the first page of the list only
	Regions     []Standing
	Pager       *Pager
}

func (p *Planner) topic(t region.Term, x part) Topic {
	root := rootOf(x.base)
	list := p.atlas.Covering(t.Key)
	summary := fmt.Sprintf("The policies of %s in this atlas cover this topic.", count(len(list), "region", "regions"))
	page := Topic{Head: p.head(x.address(), "topic", "topics.html", x.title(t.Name), summary, Link{Text: "Topics", Href: root + "topics.html"}),
		About: t.About, Link: t.Link, Summary: summary}
	page.Pager = x.pager(p.edition.CountryNamed)
	if x.number == 0 {
		page.Map = p.smallMap(root, "topics-"+region.Slug(t.Key), "Map of Europe: "+t.Label(), p.topicView(t), p.drawn)
	}
	for _, e := range cut(x, 0, list) {
		page.Regions = append(page.Regions, p.standing(root, e, documentTitles(e)))
	}
	return page
}

// documentTitles names the documents behind a region's topics.
func documentTitles(r *region.Region) string {
	var titles []string
	for _, d := range r.Documents[:min(mostTitles, len(r.Documents))] {
		titles = append(titles, d.Title)
	}
	if n := len(r.Documents) - mostTitles; n > 0 {
		titles = append(titles, "and "+region.Grouped(float64(n), 0)+" more")
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
	Pager             *Pager
}

// codeUse is the regions that state a code, and those that only state codes
// below it.
type codeUse struct{ direct, within []*region.Region }

// codeUses finds the regions of every code in use, by classification and code,
// when the first page asks: the plan is gone through more than once.
func (p *Planner) codeUses() map[[2]string]codeUse {
	uses := map[[2]string]codeUse{}
	for _, c := range p.edition.Classifications {
		for _, code := range p.atlas.UsedCodes(c) {
			uses[[2]string{c.Key, code}] = p.codeUse(c, code)
		}
	}
	return uses
}

func (p *Planner) codeUse(c region.Classification, code string) codeUse {
	direct, within := p.atlas.Using(c.Key, code), []*region.Region(nil)
	seen := map[*region.Region]bool{}
	for _, r := range direct {
		seen[r] = true
	}
	for _, below := range p.atlas.UsedCodes(c) {
		if !isBelow(c, below, code) {
			continue
		}
		for _, r := range p.atlas.Using(c.Key, below) {
			if !seen[r] {
				seen[r] = true
				within = append(within, r)
			}
		}
	}
	slices.SortFunc(within, func(a, b *region.Region) int { return strings.Compare(a.Code, b.Code) })
	return codeUse{direct, within}
}

func isBelow(c region.Classification, code, above string) bool {
	for up := c.Parent(code); up != ""; up = c.Parent(up) {
		if up == above {
			return true
		}
	}
	return false
}

func (p *Planner) code(c region.Classification, code string, x part) CodePage {
	root := rootOf(x.base)
	use := p.uses()[[2]string{c.Key, code}]
	direct, within := use.direct, use.within
	summary := fmt.Sprintf("%s of this atlas state this code, %d more a code below it.", first(count(len(direct), "region", "regions")), len(within))
	page := CodePage{Head: p.head(x.address(), "code", "codes.html", x.title(code+" "+c.Labels[code]), summary, Link{Text: "Codes", Href: root + "codes.html"}),
		Code: code, Label: c.Labels[code], List: c.Name, Summary: summary, Pager: x.pager(p.edition.CountryNamed)}
	for _, e := range cut(x, 0, direct) {
		page.Regions = append(page.Regions, p.standing(root, e, ""))
	}
	for _, e := range cut(x, len(direct), within) {
		page.Regions = append(page.Regions, p.standing(root, e, "through "+series(codesBelow(c, e.Codes[c.Key], code))))
	}
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
		if isBelow(c, code, above) {
			below = append(below, code)
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
			n := len(p.atlas.Using(c.Key, code))
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
	Pager   *Pager
}

func (p *Planner) country(g atlas.CountryGroup, x part) Country {
	root := rootOf(x.base)
	summary := fmt.Sprintf("%s has %s in this atlas.", g.Country.Name, count(len(g.Regions), "region", "regions"))
	page := Country{Head: p.head(x.address(), "country", "index.html", x.title(g.Country.Name), summary, Link{Text: "Countries", Href: root + "countries.html"}),
		Code: g.Country.Code, Summary: summary, Pager: x.pager(p.edition.CountryNamed),
		Table: p.regionTable(root, "Regions of "+g.Country.Name+" with their newest figures", cut(x, 0, g.Regions))}
	if x.number == 0 && p.drawsInside(g) {
		q := p.inside(g)
		page.Map = q.countryMap(root, g.Country.Code, "Map of "+g.Country.Name, q.views[0], g.Regions)
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
		n, regions := p.atlas.Organisations(k.Key), len(p.atlas.WithKind(k.Key))
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
	Pager          *Pager
}

func (p *Planner) organisationKind(k region.Term, x part) OrganisationKind {
	root := rootOf(x.base)
	page := OrganisationKind{About: k.About, Pager: x.pager(p.edition.CountryNamed)}
	n, all := p.atlas.Organisations(k.Key), p.atlas.WithKind(k.Key)
	for _, e := range cut(x, 0, all) {
		group := Group{Title: regionLink(root, e)}
		for _, o := range atlas.OrganisationsOf(e, k.Key) {
			group.Items = append(group.Items, organisationItem(o))
		}
		group.cutTo(mostItems)
		page.Groups = append(page.Groups, group)
	}
	page.Summary = fmt.Sprintf("%s in %s.", first(count(n, "organisation", "organisations")), count(len(all), "region", "regions"))
	page.Head = p.head(x.address(), "organisation", "organisations.html", x.title(k.Name), page.Summary, Link{Text: "Organisations", Href: root + "organisations.html"})
	return page
}
