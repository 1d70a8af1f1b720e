package page

import (
	"encoding/json"

	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/words"
)

// Compare is the page that sets two to four regions side by side. A script fills it
// with what those regions say; without one the page leads on to the matrices.
type Compare struct {
	Head
	Intro    string
	Without  string // what to do without the script
	Other    []Link
	Words    string // what the script says, as JSON
	Sections []AspectGroup
	Band     bool // strips show where the regions of Europe lie
}

// AspectGroup is what is compared in one section of a region page.
type AspectGroup struct {
	Title   string
	Aspects []Aspect
}

// Aspect is one row of a comparison.
type Aspect struct {
	Key   string // as the script knows it
	Name  string
	About string // the full name, where Name is short; else ""

	// Of figures: the drawing of all numbers.
	Strip         string // address, "" when there is none
	Width, Height int
}

// comparePage plans the page to compare regions.
type comparePage struct{ *Site }

func (s comparePage) files() output.Files {
	return one("compare.html", "compare", func() any { return s.page() })
}

func (s comparePage) page() Compare {
	intro := s.words.Say("compare.intro")
	page := Compare{Head: s.head("compare.html", "compare", "find.html", s.words.Say("compare.title"),
		intro, Link{Text: s.words.Say("nav.find"), Href: "find.html"}),
		Intro: intro, Without: s.words.Say("compare.without"), Words: s.scriptWords(), Other: s.others(),
		Band: s.hasBands()}
	at := ""
	for _, a := range s.atlas.Aspects() {
		if a.Section != at {
			at = a.Section
			page.Sections = append(page.Sections, AspectGroup{Title: s.words.Say("section." + at)})
		}
		group := &page.Sections[len(page.Sections)-1]
		group.Aspects = append(group.Aspects, s.aspect(a))
	}
	return page
}

// hasBands holds where the strip of some region shows where those of Europe lie.
func (s comparePage) hasBands() bool {
	for _, r := range s.atlas.Regions() {
		for n := range s.edition.Indicators {
			if rank := s.charts.Ranking("", r, n); rank != nil && rank.Band != nil {
				return true
			}
		}
	}
	return false
}

func (s comparePage) aspect(a profile.Aspect) Aspect {
	row := Aspect{Key: a.Key, Name: a.Term.Label()}
	if row.Name == "" {
		row.Name = s.words.Say("compare.aspect." + a.Key)
	}
	if a.Term.Name != row.Name {
		row.About = a.Term.Name
	}
	if a.Kind == profile.FigureAspect {
		row.Strip, row.Width, row.Height = s.charts.StripFile(a.Figure)
	}
	return row
}

// others are the pages that show the same facts without a script.
func (s *Site) others() []Link {
	var list []Link
	for _, item := range s.navigation() {
		if item.Href != "find.html" && item.Href != "about.html" {
			list = append(list, item)
		}
	}
	return list
}

func (s comparePage) scriptWords() string {
	return s.scriptSays(
		"compare.say.",
		"none",
		"one",
		"shown",
		"nothing-hidden",
		"hidden",
		"hidden-same",
		"hidden-silent",
		"hidden-some",
		"hidden-differ",
		"same",
		"same-years",
		"differs",
		"differs-years",
		"common",
		"silent",
		"silent-one",
		"silent-both",
		"silent-all",
		"no-year",
		"not-reported",
		"in-common",
		"and",
		"too-many",
		"narrow",
		"unknown",
		"failed",
		"remove",
		"file",
		"section",
		"field",
		"comparison",
	)
}

// scriptSays are sentences that a script says, as JSON by the end of their keys.
func (s *Site) scriptSays(prefix string, keys ...string) string {
	return asJSON(sentences(s.words, prefix, keys...))
}

// asJSON writes sentences by what a script calls them.
func asJSON(said map[string]string) string {
	text, err := json.Marshal(said)
	if err != nil { // a map of strings can always be written
		return "{}"
	}
	return string(text)
}

// sentences are those of some keys, by what follows their prefix. A hole stays as it is:
// a script fills it.
func sentences(w *words.Language, prefix string, keys ...string) map[string]string {
	said := map[string]string{}
	for _, key := range keys {
		said[key] = w.Say(prefix + key)
	}
	return said
}
