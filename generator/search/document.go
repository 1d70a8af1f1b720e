package search

import "strings"

// document is something that a search can find: a thing of the atlas, such as a
// region or a topic, or a place where a region says something.
type document struct {
	title   string
	kind    int // number in the list of kinds
	address string
	others  []string // other names, keys and codes
	text    string
	names   []int // numbers of the things that it names: these words lead to it too
}

// kind is what a document is, in words. Things come before mentions.
type kind struct {
	Name  string `json:"name"`
	Thing bool   `json:"thing"`
}

// choice is a word of a vocabulary that the finder takes: its document and its key.
type choice struct {
	Doc int    `json:"doc"`
	Key string `json:"key"`
}

// encoded is the document as it stands in the index, without empty fields at its end.
func (d document) encoded() []any {
	fields := []any{d.title, d.kind, d.address, strings.Join(d.others, " · "), d.text, d.names}
	switch {
	case len(d.names) > 0:
		return fields
	case d.text != "":
		return fields[:5]
	case len(d.others) > 0:
		return fields[:4]
	}
	return fields[:3]
}
