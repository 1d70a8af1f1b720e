package page

import (
	"regional-atlas/generator/region"
)

// About is the page on what the atlas is and how its facts were gathered.
type About struct {
	Head
	About, Method string // Markdown
	Statuses      []region.Status
	Signs         []Signature // the mark of each answer
	Order         []string    // the groups of networks in the order of the marks
	Indicators    []region.Indicator
}

func (p *Planner) about() About {
	s := p.edition.Site
	page := About{Head: p.head("about.html", "about", "about.html", "About and method", s.Tagline), About: s.About, Method: s.Method,
		Statuses: region.Statuses(), Indicators: p.edition.Indicators}
	for _, status := range page.Statuses {
		page.Signs = append(page.Signs, Signature{Width: markSize, Height: markSize, Words: status.Name,
			Marks: []SignatureMark{{region.Slug(status.Key), glyph(status.Key, 0)}}})
	}
	page.Order = p.signatureOrder()
	return page
}

// Credits is the page of the makers of what the site shows.
type Credits struct {
	Head
	Credits []region.Credit
	Images  []ImageCredit
	Pager   *Pager
}

// ImageCredit is the credit for a picture on the source pages of regions.
type ImageCredit struct {
	Image   region.Credit
	Regions []Link
	More    string // how many regions are left out, "" for none
}

func (p *Planner) credits(x part) Credits {
	c := Credits{Head: p.head(x.address(), "credits", "about.html", x.title("Credits"), "Who made what this site shows, and under which terms.",
		Link{Text: "About", Href: "about.html"}), Credits: p.edition.Site.Credits}
	c.Images, c.Pager = cut(x, 0, p.pictures()), x.pager(p.edition.CountryNamed)
	if c.Pager != nil {
		c.Pager.Words = x.rows("picture", "pictures")
	}
	return c
}

// imageCredits names each picture once, with the regions that showed it.
func (p *Planner) imageCredits() []ImageCredit {
	const few = 24
	var list []ImageCredit
	place, left := map[region.Credit]int{}, map[region.Credit]int{}
	for _, e := range p.atlas.Regions() {
		r := e
		if r.Image == (region.Credit{}) {
			continue
		}
		at, known := place[r.Image]
		if !known {
			at = len(list)
			place[r.Image] = at
			list = append(list, ImageCredit{Image: r.Image})
		}
		if len(list[at].Regions) < few {
			list[at].Regions = append(list[at].Regions, regionLink("", e))
			continue
		}
		left[r.Image]++
		list[at].More = "and " + region.Grouped(float64(left[r.Image]), 0) + " more"
	}
	return list
}

// Missing is the page for an address that does not exist. It is shown at any
// address of the site, so its links are absolute and its style is inside.
type Missing struct {
	Head
	Home  string
	Style string
}

func (p *Planner) missing() Missing {
	m := Missing{Head: p.head("404.html", "missing", "", "Page not found", "This address leads nowhere."), Style: p.look.Style, Home: "index.html"}
	if home := p.absolute(""); home != "" {
		m.Home = home
		m.Root = m.Home
		m.Head.Crumbs[0].Href = m.Home
		for i, link := range navigation() {
			m.Nav[i].Href = m.Home + link.Href
		}
	}
	m.Canonical = "" // an address that does not exist has none
	return m
}
