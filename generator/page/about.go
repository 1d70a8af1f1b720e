package page

import (
	"regional-atlas/generator/carto"
	"regional-atlas/generator/output"
	"regional-atlas/generator/region"
)

// About is the page on what the atlas is and how its facts were gathered.
type About struct {
	Head
	About, Method string // Markdown
	Statuses      []Explained
	Signs         []carto.Signature // the mark of each answer
	Order         []string          // the groups of networks in the order of the marks
	Indicators    []region.Indicator
}

// Explained is a word with its meaning.
type Explained struct{ Name, Means string }

// aboutPage plans the page on the atlas.
type aboutPage struct{ *Site }

func (s aboutPage) files() output.Files {
	return one("about.html", "about", func() any { return s.page() })
}

func (s aboutPage) page() About {
	site := s.edition.Site
	page := About{Head: s.head("about.html", "about", "about.html", s.words.Say("about"),
		site.Tagline), About: site.About, Method: site.Method, Indicators: s.edition.Indicators,
		Order: s.charts.SignatureOrder()}
	for _, status := range region.Statuses() {
		name := "status." + status.Key
		page.Statuses = append(page.Statuses, Explained{s.words.Say(name), s.words.Say(name + ".means")})
		page.Signs = append(page.Signs, s.charts.Sign(status.Key))
	}
	return page
}
