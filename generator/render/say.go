package render

import (
	"fmt"
	"html"
	"regexp"
	"strings"

	"regional-atlas/generator/words"
)

// constant is a place where a layout says a sentence without holes.
var constant = regexp.MustCompile(`\{\{say "([^"{}]+)"\}\}`)

// said puts the sentences of the catalogue into a layout when it is read: what is the
// same on every page is laid out with the page, at no cost. A sentence with holes is
// left to the function of the same name.
func (r reader) said(text []byte) (out []byte, err error) {
	out = constant.ReplaceAllFunc(text, func(place []byte) []byte {
		key := string(constant.FindSubmatch(place)[1])
		if !r.words.Has(key) {
			err = fmt.Errorf("no catalogue of words has the key %q", key)
		}
		text := html.EscapeString(r.words.Say(key))
		return []byte(strings.ReplaceAll(text, "{{", `{{"{{"}}`)) // a sentence is no layout
	})
	return out, err
}

// say is the function of layouts that fills the holes of a sentence of the catalogue:
// {{say "source.read" "day" .Day}}.
func say(w *words.Language) func(key string, holes ...any) (string, error) {
	return func(key string, holes ...any) (string, error) {
		if !w.Has(key) {
			return "", fmt.Errorf("no catalogue of words has the key %q", key)
		}
		length := 0
		for _, hole := range holes {
			length += lengthOf(hole)
		}
		if length > mostText {
			return "", errTooLong
		}
		return short(w.Say(key, holes...))
	}
}
