package page

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"regional-atlas/generator/output"
	"regional-atlas/generator/phrase"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// Consortium is the page where a reader puts three to eight regions together and sees
// what they cover, and which calls they could answer. A script fills it from the facts
// of all regions; without one it says the rules of the calls.
type Consortium struct {
	Head
	Intro string
	Rules []Rule
}

// Rule is what a call asks of a group.
type Rule struct {
	Key, Name, About string
	Closes           string // in words
	ClosesISO        string
	Source           Link
	Seen             string
	Needs            []RuleNeed
}

// RuleNeed is one thing that a group must be, in words and for the script.
type RuleNeed struct {
	Text  string
	Min   int
	Count string // regions or countries, "" for another need
	Areas string // codes of countries by area, as North:DK EE|East:AT
	Class string // key of a facet
	Any   string // keys of its options
}

// consortiumPage plans the page on groups of regions.
type consortiumPage struct{ *Site }

func (s consortiumPage) files() output.Files {
	return output.List(
		output.File{Address: "consortium.html", Layout: "consortium",
			Content: func() any { return s.page() }},
		output.File{Address: output.FacetNames, Content: func() any { return s.names() }},
	)
}

func (s consortiumPage) page() Consortium {
	intro := s.words.Say("consortium.intro")
	page := Consortium{Head: s.head("consortium.html", "consortium", "find.html",
		s.words.Say("consortium.title"), intro, Link{Text: s.words.Say("nav.find"), Href: "find.html"}),
		Intro: intro}
	for _, r := range s.edition.Rules {
		page.Rules = append(page.Rules, s.rule(&r))
	}
	return page
}

func (s consortiumPage) rule(r *region.Rule) Rule {
	out := Rule{Key: r.Key, Name: r.Name, About: r.About, Closes: phrase.Day(s.words, r.Closes),
		ClosesISO: r.Closes.ISO(), Source: Link{Text: r.Source, Href: r.Link},
		Seen: phrase.Day(s.words, r.Seen)}
	for _, n := range r.Needs {
		out.Needs = append(out.Needs, s.need(n))
	}
	return out
}

func (s consortiumPage) need(n region.Need) RuleNeed {
	out := RuleNeed{Min: n.Min, Count: n.Count}
	var areas, names, options, classes []string
	for _, a := range n.Areas {
		areas = append(areas, a.Name+":"+strings.Join(a.Countries, " "))
		names = append(names, a.Name)
	}
	for _, class := range n.Any {
		options = append(options, region.Slug(class))
		classes = append(classes, class)
	}
	out.Areas, out.Any, out.Class = strings.Join(areas, "|"), strings.Join(options,
		" "), region.Slug(n.Class)
	switch {
	case n.Count == region.CountCountries:
		out.Text = s.words.Say("consortium.need.countries", "n", n.Min)
	case n.Count == region.CountRegions:
		out.Text = s.words.Say("consortium.need.regions", "n", n.Min)
	case len(n.Areas) > 0:
		out.Text = s.words.Say("consortium.need.areas", "n", n.Min, "all", len(n.Areas), "areas",
			s.words.List(names))
	default:
		out.Text = s.words.Say(
			"consortium.need.class",
			"n",
			n.Min,
			"indicator",
			s.words.Inside(s.edition.Term("indicators", n.Class).Name),
			"classes",
			strings.Join(classes, ", "),
		)
	}
	return out
}

// facetNames are the facets that the script speaks of, with the names of their options,
// and what it says. It encodes itself.
type facetNames struct {
	Words  map[string]string `json:"words"`
	Facets []facetName       `json:"facets"`
}

type facetName struct {
	Key     string            `json:"key"`
	Name    string            `json:"name"`
	Subject string            `json:"subject"`
	Kind    string            `json:"kind"`
	Members []string          `json:"members,omitempty"` // of networks: options that are members
	Options map[string]string `json:"options"`
}

func (s consortiumPage) names() facetNames {
	list := facetNames{Words: s.scriptWords(), Facets: []facetName{}}
	finder := findPage(s)
	for _, f := range s.atlas.Facets() {
		if f.Kind == profile.Between || f.Subject == profile.OfCodes || f.Subject == profile.OfStrategy {
			continue
		}
		out := facetName{
			Key:     f.Key,
			Name:    finder.facetName(&f),
			Subject: f.Subject,
			Kind:    f.Kind.String(),
			Options: map[string]string{},
		}
		for _, o := range f.Options {
			out.Options[o.Key] = finder.optionName(&f, o)
			if f.Kind == profile.OneOf && region.StatusOf(o.Word).Member {
				out.Members = append(out.Members, o.Key)
			}
		}
		list.Facets = append(list.Facets, out)
	}
	return list
}

// Encode writes the names as a script.
func (n facetNames) Encode(to io.Writer) error {
	text, err := json.Marshal(n)
	if err != nil {
		return fmt.Errorf("the names of facets cannot be written: %w", err)
	}
	_, err = fmt.Fprintf(to, "atlasNames(%s)\n", text)
	return err
}

func (s consortiumPage) scriptWords() map[string]string {
	return sentences(
		s.words,
		"consortium.say.",
		"none",
		"few",
		"group",
		"too-many",
		"unknown",
		"met",
		"not-met",
		"unclear",
		"have",
		"missing-areas",
		"silent",
		"closed",
		"by",
		"uncovered",
		"silent-of",
		"remove",
		"and",
		"not-reported",
		"rated",
		"nothing",
	)
}
