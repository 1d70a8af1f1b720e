// Package page lists the pages of an atlas: which there are, at which address,
// and in which words. A page is a typed struct of finished words, numbers and
// drawings, one type a kind; layouts only place them.
//
// Pages come as a stream: a Page knows its address and how to make its
// content, and nothing is made before a worker asks for it, so memory does not
// grow with the number of pages.
package page

import (
	"iter"
	"sync"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/picture"
	"regional-atlas/generator/region"
)

// Page is one file of the site, not yet made.
type Page struct {
	Address string     // slash path inside the site, lower case
	Layout  string     // name of the layout that places its words
	Make    func() any // its content, a struct of this package; safe to call from any goroutine
}

// Planner knows the atlas and the land, and lists pages.
type Planner struct {
	*setting
	atlas *atlas.Atlas

	ranking    func() []ladder // in the order of the indicators
	coverage   func() atlas.CoverageSums
	uses       func() map[[2]string]codeUse
	ratings    func() map[string]int // question -> regions that answered it
	counts     func() totals
	finding    func() *finder // nil for an atlas of one page
	pictures   func() []ImageCredit
	views      []view
	drawn      []*region.Region // what the maps of Europe show
	crowded    bool             // they show countries
	wideLand   func() *MapLand  // around what the maps of Europe show
	middleLand func() *MapLand
}

// setting is what all pages of an atlas share and no region changes. What is
// made from a setting and one region needs to be made anew only when one of the
// two is another.
type setting struct {
	edition *region.Edition
	land    *Land
	look    Look

	wide, middle  *sheet
	smallest      *sheet        // of locators
	small         func() Ground // the ground of locators
	countrySheets map[string]func() *sheet
	cardGrounds   map[string]func() cardGround
}

// Look is what pages take from the style sheet.
type Look struct {
	// Style is the sheet itself, which the 404 page carries inside: that page is
	// shown at addresses from which no relative link can reach a file.
	Style   string
	Colours picture.Colours // of the pictures of regions
}

// NewPlanner plans the pages of an atlas drawn on a land, in a look.
func NewPlanner(a *atlas.Atlas, land *Land, look Look) *Planner {
	p := &Planner{setting: newSetting(a.Edition(), land, look), atlas: a}
	p.drawn, p.crowded = placesOf(a)
	p.views = p.makeViews()
	p.ranking = p.ladders()
	p.coverage = sync.OnceValue(a.CoverageSums)
	p.uses = sync.OnceValue(p.codeUses)
	p.ratings = sync.OnceValue(p.ratingTotals)
	p.counts = sync.OnceValue(p.totals)
	p.finding = p.finders()
	p.pictures = sync.OnceValue(p.imageCredits)
	p.wideLand = sync.OnceValue(func() *MapLand { return mapLand(p.wide.drawing, p.drawn) })
	p.middleLand = sync.OnceValue(func() *MapLand { return mapLand(p.middle.drawing, p.drawn) })
	return p
}

func newSetting(edition *region.Edition, land *Land, look Look) *setting {
	s := &setting{edition: edition, land: land, look: look}
	s.sheets()
	s.cardGrounds = s.makeCardGrounds()
	return s
}

// Pages lists every page of the site, each address once, in a fixed order.
func (p *Planner) Pages() iter.Seq[Page] {
	return func(yield func(Page) bool) {
		n := 0
		counted := func(page Page) bool {
			if isMapped(page) {
				n++
			}
			return yield(page)
		}
		if p.content(counted) {
			p.sitemaps(n, yield)
		}
	}
}

// content lists all pages but the sitemaps, which list them again.
func (p *Planner) content(yield func(Page) bool) bool {
	for _, list := range []func(func(Page) bool) bool{
		p.fixed, p.regions, p.aliases, p.countries, p.networks, p.topics, p.codes, p.organisations, p.grounds, p.mapFiles, p.stripFiles, p.figureFiles, p.shards, p.cards,
	} {
		if !list(yield) {
			return false
		}
	}
	return true
}

// fixed lists the pages that every atlas has once.
func (p *Planner) fixed(yield func(Page) bool) bool {
	regions := func(base string) []part { return splitByCode(base, p.atlas.Regions(), mostRows) }
	list := []Page{{"index.html", "index", func() any { return p.index() }}}
	list = append(list, pages(regions("topics.html"), "matrix", func(x part) any { return p.topicMatrix(x) })...)
	list = append(list, pages(regions("self-evaluation.html"), "matrix", func(x part) any { return p.evaluationMatrix(x) })...)
	list = append(list, pages(regions("gaps.html"), "gaps", func(x part) any { return p.gaps(x) })...)
	list = append(list, pages(regions("memberships.html"), "matrix", func(x part) any { return p.membershipMatrix("", x) })...)
	for _, g := range p.edition.NetworkGroups {
		if len(p.networksOf(g.Key)) > 0 {
			list = append(list, pages(regions(matrixAddress(g.Key)), "matrix", func(x part) any { return p.membershipMatrix(g.Key, x) })...)
		}
	}
	list = append(list, []Page{
		{"codes.html", "codes", func() any { return p.codeList() }},
		{"organisations.html", "organisations", func() any { return p.organisationList() }},
		{"countries.html", "countries", func() any { return p.countryList() }},
		{"about.html", "about", func() any { return p.about() }},
		{"404.html", "missing", func() any { return p.missing() }},
		{"assets/views.css", "views.css", func() any { return p.viewNumbers() }},
	}...)
	list = append(list, pages(split("credits.html", len(p.pictures())), "credits", func(x part) any { return p.credits(x) })...)
	return all(yield, list)
}

func (p *Planner) regions(yield func(Page) bool) bool {
	for _, r := range p.atlas.Regions() {
		if !yield(Page{regionAddress(r.Code), "region",
			func() any { return p.region(r, p.around(r)) }}) {
			return false
		}
	}
	return true
}

func (p *Planner) countries(yield func(Page) bool) bool {
	for _, group := range p.atlas.Countries() {
		if !all(yield, pages(splitByCode(countryAddress(group.Country.Code), group.Regions, mostRows), "country", func(x part) any { return p.country(group, x) })) {
			return false
		}
	}
	return true
}

func (p *Planner) networks(yield func(Page) bool) bool {
	for _, n := range p.edition.Networks {
		if !all(yield, pages(split(networkAddress(n.Key), len(p.atlas.Regions())), "network", func(x part) any { return p.network(n, x) })) {
			return false
		}
	}
	return true
}

func (p *Planner) topics(yield func(Page) bool) bool {
	for _, t := range p.edition.Topics {
		if !all(yield, pages(splitByCode(topicAddress(t.Key), p.atlas.Covering(t.Key), mostRows), "topic", func(x part) any { return p.topic(t, x) })) {
			return false
		}
	}
	return true
}

func (p *Planner) codes(yield func(Page) bool) bool {
	for _, c := range p.edition.Classifications {
		for _, code := range p.atlas.UsedCodes(c) {
			use := p.uses()[[2]string{c.Key, code}]
			if !all(yield, pages(split(codeAddress(c.Key, code), len(use.direct)+len(use.within)), "code", func(x part) any { return p.code(c, code, x) })) {
				return false
			}
		}
	}
	return true
}

func (p *Planner) organisations(yield func(Page) bool) bool {
	for _, k := range p.edition.OrganisationKinds {
		if !all(yield, pages(splitByCode(organisationAddress(k.Key), p.atlas.WithKind(k.Key), mostNamed), "organisation", func(x part) any { return p.organisationKind(k, x) })) {
			return false
		}
	}
	return true
}

// grounds lists the quiet land behind maps.
func (p *Planner) grounds(yield func(Page) bool) bool {
	pages := []Page{
		{groundAddress("europe"), "ground.svg", func() any { return p.middle.ground() }},
		{groundAddress("small"), "ground.svg", func() any { return p.small() }},
	}
	for _, g := range p.atlas.Countries() {
		if p.hasSheet(g.Country.Code) {
			pages = append(pages, Page{groundAddress(g.Country.Code), "ground.svg", func() any { return p.countrySheet(g.Country.Code).ground() }})
		}
	}
	return all(yield, pages)
}

func all(yield func(Page) bool, pages []Page) bool {
	for _, page := range pages {
		if !yield(page) {
			return false
		}
	}
	return true
}
