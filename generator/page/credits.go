package page

import (
	"regional-atlas/generator/output"
	"regional-atlas/generator/region"
)

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

// creditsPages plans the pages of credits.
type creditsPages struct{ *Site }

func (s creditsPages) files() output.Files {
	return func(yield func(output.File) bool) {
		images := s.imageCredits()
		paged(split("credits.html", len(images)), "credits",
			func(x part) any { return s.page(images, x) })(yield)
	}
}

func (s creditsPages) page(images []ImageCredit, x part) Credits {
	c := Credits{Credits: s.edition.Site.Credits, Images: cut(x, 0, images), Pager: s.pager(x)}
	c.Head = s.head(
		x.address(),
		"credits",
		"about.html",
		s.title(x, s.words.Say("credits")),
		s.words.Say("credits.description"),
		Link{Text: s.words.Say("nav.about"), Href: "about.html"},
	)
	if c.Pager != nil {
		c.Pager.Words = s.rows(x, "pager.pictures")
	}
	return c
}

// imageCredits names each picture once, with the regions that showed it.
func (s creditsPages) imageCredits() []ImageCredit {
	const few = 24
	var list []ImageCredit
	place, left := map[region.Credit]int{}, map[region.Credit]int{}
	for _, r := range s.atlas.Regions() {
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
			list[at].Regions = append(list[at].Regions, regionLink("", r))
			continue
		}
		left[r.Image]++
		list[at].More = s.words.Say("credits.more", "n", left[r.Image])
	}
	return list
}
