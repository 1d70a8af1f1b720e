package page

import (
	"slices"
	"strings"

	"regional-atlas/generator/carto"
	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// Topic is the page of one topic of policies.
type Topic struct {
	Head
	About, Link string
	Topics      Link
	Short       string // the name in maps and tables, "" where it is the title
	Summary     string
	Map         *carto.Map // on the first page of the list only
	Regions     []ListRow
	Pager       *Pager
}

// mostTitles is how many documents a list names of a region; its page names all.
const mostTitles = 8

// topicPages plans the pages of topics.
type topicPages struct{ *Site }

func (s topicPages) files() output.Files {
	return each(s.edition.Topics, func(i int, t region.Term) output.Files {
		return paged(
			splitByCode(output.Topic(t.Key), s.atlas.Covering(t.Key), mostRows),
			"topic",
			func(x part) any { return s.page(i, x) },
		)
	})
}

// page is a page of the list of regions that cover the topic with a number.
func (s topicPages) page(number int, x part) Topic {
	t := &s.edition.Topics[number]
	root := output.Root(x.base)
	list := s.atlas.Covering(t.Key)
	page := Topic{About: t.About, Link: t.Link, Pager: s.pager(x), Summary: s.topicSummary(number)}
	page.Head = s.head(x.address(), "topic", "topics.html", s.title(x, t.Name), page.Summary,
		Link{Text: s.words.Say("nav.topics"), Href: root + "topics.html"})
	page.Topics = Link{Text: s.words.Say("matrix.topics"), Href: root + "topics.html"}
	if t.Label() != t.Name {
		page.Short = t.Label()
	}
	if x.number == 0 {
		page.Map = s.maps.Topic(root, number)
	}
	for _, r := range cut(x, 0, list) {
		page.Regions = append(page.Regions, s.listRow(root, r, s.documentTitles(r)))
	}
	return page
}

// topicSummary says how many regions cover a topic, and how many could not be asked.
func (s topicPages) topicSummary(number int) string {
	silent := 0
	for _, r := range s.atlas.Regions() {
		if r.Topics[number].Listing == profile.Unlisted && !r.IsCountry() {
			silent++
		}
	}
	key := "topic.summary"
	if silent == 0 {
		key = "topic.summary.all"
	}
	covering := s.atlas.Covering(s.edition.Topics[number].Key)
	return s.words.Say(key, "regions", profile.CountRegions(covering), "silent",
		silent) + wholes(s.words, covering)
}

// documentTitles names the documents behind a region's topics.
func (s topicPages) documentTitles(r *profile.Region) string {
	var titles []string
	for _, d := range r.Documents {
		if !slices.Contains(titles, d.Title) {
			titles = append(titles, d.Title)
		}
	}
	if n := len(titles) - mostTitles; n > 0 {
		titles = append(titles[:mostTitles], s.words.Say("documents.and-more", "n", n))
	}
	return strings.Join(titles, "; ")
}
