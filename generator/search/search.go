// Package search lists what the search box of every page can find: each thing of an
// atlas and each place where a region says something, with its names, a short text,
// its page and its anchor.
//
// The list is one classic script, so that it works from a disk too, loaded when a
// reader first enters the box. The script of the site splits the words into terms
// when it has come: terms and postings would be as large again as the texts, which
// must travel anyway to show where something was found. Above mostRegions the names
// of regions are found in the files of package finder, by the same box.
package search

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/words"
)

// indexAddress holds the index; the script of the site knows the same name.
const indexAddress = "assets/search/index.js"

// mostRegions is up to how many regions the index holds all texts.
const mostRegions = 1000

// Files lists the one file of the index. finder is the page that shows the regions
// with certain answers; "" for a site without one.
func Files(a *profile.Atlas, w *words.Language, finder string) output.Files {
	return output.List(output.File{Address: indexAddress,
		Content: func() any { return newIndex(a, w, finder) }})
}

// index is what the script of the site takes. It encodes itself: there is no layout
// for it.
type index struct {
	Kinds    []kind            `json:"kinds"`
	Docs     [][]any           `json:"docs"`     // title, kind, address, other names, text, what it names
	Networks []choice          `json:"networks"` // which documents are a choice of the finder
	Topics   []choice          `json:"topics"`
	Finder   string            `json:"finder"`
	Shards   bool              `json:"shards"` // names of regions lie in the files of the finder
	Words    map[string]string `json:"words"`
	Lang     string            `json:"lang,omitempty"` // of titles and texts, where it is not that of the words
}

func newIndex(a *profile.Atlas, w *words.Language, finder string) index {
	l := newLister(a, w)
	x := index{Kinds: l.kinds, Networks: l.networkChoices, Topics: l.topicChoices,
		Finder: finder, Shards: l.large, Words: spoken(w)}
	if site := a.Edition().Site; !slices.Contains(site.Published(), w.Tag()) { // nobody has words in it
		x.Lang = site.Lang
	}
	for _, d := range l.documents {
		x.Docs = append(x.Docs, d.encoded())
	}
	return x
}

// spoken are the words that the script of the site shows, with their holes.
func spoken(w *words.Language) map[string]string {
	return map[string]string{
		"found":   w.Say("search.found"),
		"one":     w.Say("search.found.one"),
		"some":    w.Say("search.found.some"),
		"loose":   w.Say("search.loose"),
		"none":    w.Say("search.none"),
		"nearest": w.Say("search.nearest"),
		"regions": w.Say("search.regions"),
		"network": w.Say("search.in"),
		"topic":   w.Say("search.cover"),
		"and":     w.Say("search.and"),
	}
}

// Encode writes the index as a script. What could end a script element is escaped.
func (x index) Encode(to io.Writer) error {
	data, err := json.Marshal(x)
	if err != nil {
		return fmt.Errorf("the index of the search cannot be written: %w", err)
	}
	_, err = fmt.Fprintf(to, "atlasSearch(%s)\n", data)
	return err
}
