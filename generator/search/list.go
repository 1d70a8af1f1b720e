package search

import (
	"slices"
	"strings"

	"regional-atlas/generator/output"
	"regional-atlas/generator/phrase"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/prose"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
)

// lister lists the documents of an atlas: the words of its vocabularies, its regions,
// and what these say.
type lister struct {
	atlas     *profile.Atlas
	edition   *region.Edition
	words     *words.Language
	large     bool
	kinds     []kind
	documents []document
	at        map[string]int // thing -> number of its document

	networkChoices, topicChoices []choice
}

func newLister(a *profile.Atlas, w *words.Language) *lister {
	l := &lister{atlas: a, edition: a.Edition(), words: w, large: len(a.Regions()) > mostRegions,
		at: map[string]int{}}
	l.countries()
	l.networks()
	l.topics()
	l.codes()
	if !l.large {
		l.regions()
		l.mentions()
	}
	l.questions()
	l.texts()
	return l
}

// kind is the number of a kind, which a label may narrow: "Initiative, biobank".
func (l *lister) kind(key, narrower string, thing bool) int {
	name := l.words.Say("search.kind." + key)
	if narrower != "" {
		name = l.words.Say("search.kind.narrow", "kind", name, "narrower", l.words.Inside(narrower))
	}
	at := slices.Index(l.kinds, kind{name, thing})
	if at < 0 {
		at = len(l.kinds)
		l.kinds = append(l.kinds, kind{name, thing})
	}
	return at
}

func (l *lister) thing(key string, d document) int {
	number := len(l.documents)
	l.documents = append(l.documents, d)
	l.at[key] = number
	return number
}

func (l *lister) countries() {
	for _, c := range l.atlas.Countries() {
		l.thing("country "+c.Code, document{title: c.Name, kind: l.kind("country", "", true),
			address: output.Country(c.Code), others: []string{c.Code}})
	}
}

func (l *lister) networks() {
	for _, n := range l.edition.Networks {
		d := document{title: n.Label(), kind: l.kind("network", "", true),
			address: output.Network(n.Key), others: otherNames(n.Label(), n.Term), text: n.About}
		number := l.thing("network "+n.Key, d)
		if len(n.Categories) == 0 {
			l.networkChoices = append(l.networkChoices, choice{number, region.Slug(n.Key)})
		}
	}
}

func (l *lister) topics() {
	for _, t := range l.edition.Topics {
		d := document{title: t.Name, kind: l.kind("topic", "", true),
			address: output.Topic(t.Key), others: otherNames(t.Name, t), text: t.About}
		l.topicChoices = append(l.topicChoices, choice{l.thing("topic "+t.Key, d), region.Slug(t.Key)})
	}
}

// otherNames are the names of a word of a vocabulary beside its title.
func otherNames(title string, t region.Term) []string {
	var list []string
	for _, name := range append([]string{t.Name, t.Short}, t.Also...) {
		if name != "" && name != title && !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	return list
}

func (l *lister) codes() {
	for i, c := range l.edition.Classifications {
		for _, use := range l.atlas.UsedCodes(i) {
			l.thing("code "+c.Key+" "+use.Code, document{title: use.Code + " " + c.Labels[use.Code],
				kind: l.kind("code", "", true), address: output.Code(c.Key, use.Code),
				others: []string{c.Label()}})
		}
	}
}

func (l *lister) regions() {
	for _, r := range l.atlas.Regions() {
		d := document{title: r.Name, kind: l.kind("region", "", true), address: output.Region(r.Code),
			others: regionNames(r), text: l.regionText(r), names: l.things(r)}
		l.thing("region "+r.Code, d)
	}
}

func regionNames(r *profile.Region) []string {
	list := []string{r.Code}
	for _, n := range r.Names {
		list = append(list, n.Name)
	}
	return append(append(list, r.Also...), r.Aliases...)
}

// regionText is the description of a region with the classes that it falls in.
func (l *lister) regionText(r *profile.Region) string {
	parts := []string{}
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Indicator.Kind == region.Class && f.IsReported() {
			parts = append(parts, f.Indicator.Label()+": "+phrase.Figure(l.words, f)+".")
		}
	}
	return shortened(strings.Join(append(parts, oneLine(r.Text.Plain)), " "))
}

// mostText is how many letters of a description are searched: its beginning says
// what a region does, and all texts travel to the reader.
const mostText = 600

// shortened is the beginning of a text, up to the end of a word.
func shortened(text string) string {
	letters := []rune(text)
	if len(letters) <= mostText {
		return text
	}
	cut := string(letters[:mostText])
	return cut[:max(strings.LastIndex(cut, " "), 0)] + " …"
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// things are the numbers of what a region itself is or does, by the vocabularies.
func (l *lister) things(r *profile.Region) []int {
	list := []int{l.at["country "+r.Country.Code]}
	for i := range r.Memberships {
		if r.Memberships[i].Status == region.Yes {
			list = append(list, l.at["network "+r.Memberships[i].Network.Key])
		}
	}
	for _, t := range r.Topics {
		if t.Listing == profile.Covered {
			list = append(list, l.at["topic "+t.Term.Key])
		}
	}
	for _, c := range r.Codes {
		for _, code := range c.Stated() {
			list = append(list, l.at["code "+c.Classification.Key+" "+code])
		}
	}
	return list
}

func (l *lister) questions() {
	for _, q := range l.edition.Questions {
		l.documents = append(l.documents, document{title: q.Name, kind: l.kind("question", "", false),
			address: "self-evaluation.html", others: otherNames(q.Name, q.Term), text: q.About})
	}
}

// texts are the words about the atlas itself, and the pages of the editors' own.
func (l *lister) texts() {
	for i := range l.edition.Pages {
		p := &l.edition.Pages[i]
		l.documents = append(l.documents, document{title: p.Title, kind: l.kind("page", "", false),
			address: output.Own(p.Name()), text: oneLine(p.Text.Plain)})
	}
	for _, part := range []struct{ anchor, text string }{{"about", l.edition.Site.About},
		{"method", l.edition.Site.Method}} {
		text, err := prose.New().Convert(part.text)
		if err == nil && text.Plain != "" {
			l.documents = append(l.documents, document{title: l.words.Say("search." + part.anchor),
				kind: l.kind("page", "", false), address: "about.html#" + part.anchor,
				text: oneLine(text.Plain)})
		}
	}
}
