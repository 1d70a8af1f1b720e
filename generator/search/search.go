// Package search makes the index that the search box of every page reads: what the
// atlas holds, each thing with its page and anchor, and the words that lead to it.
//
// The index is one classic script, so that it works from a disk too, loaded when a
// reader first enters the box. Go folds and splits the words; the script of the site
// splits what is typed by the same rules and walks the sorted terms. Above
// mostRegions the names of regions are found in the files of package finder, by the
// same box.
package search

import (
	"bytes"
	"encoding/json"
	"fmt"

	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/words"
)

// indexAddress holds the index; the script of the site knows the same name.
const indexAddress = "assets/search/index.js"

// mostRegions is up to how many regions the index holds all texts.
const mostRegions = 1000

// Files lists the one file of the index.
func Files(a *profile.Atlas, w *words.Language) output.Files {
	return output.List(output.File{Address: indexAddress, Content: func() any { return newScript(a, w) }})
}

// script is the index as the script of the site takes it. It encodes itself: there
// is no layout for it.
type script struct {
	Kinds    []kind            `json:"kinds"`
	Docs     [][]any           `json:"docs"` // title, kind, address, other names, text, what it names
	Terms    string            `json:"terms"`
	Postings string            `json:"postings"`
	Labels   []label           `json:"labels"`
	Shards   bool              `json:"shards"` // names of regions lie in the files of the finder
	Words    map[string]string `json:"words"`
}

// label is a word of a vocabulary that the finder takes as a choice.
type label struct {
	Doc   int      `json:"doc"`
	Says  string   `json:"says"` // as a part of "Regions that ..."
	Facet string   `json:"facet"`
	Value string   `json:"value"`
	Keys  []string `json:"keys"` // by which it is known, without spaces and marks
}

func newScript(a *profile.Atlas, w *words.Language) script {
	l := newLister(a, w)
	s := script{Kinds: l.kinds, Labels: l.labels, Shards: l.large, Words: spoken(w)}
	x := newPostings()
	for at, d := range l.documents {
		s.Docs = append(s.Docs, d.encoded())
		x.document(at, d, l.kinds[d.kind].Name)
	}
	s.Terms, s.Postings = x.encoded()
	return s
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
		"also":    w.Say("search.also"),
		"regions": w.Say("search.regions"),
		"and":     w.Say("search.and"),
	}
}

// Encode writes the index as a script. What could end a script element is escaped.
func (s script) Encode() ([]byte, error) {
	data, err := json.Marshal(s)
	if err != nil {
		return nil, fmt.Errorf("the index of the search cannot be written: %w", err)
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "atlasSearch(%s)\n", data)
	return out.Bytes(), nil
}
