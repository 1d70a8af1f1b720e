package render

import (
	"fmt"
	"html/template"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"

	"regional-atlas/generator/layout"
)

// partial is a part that many pages place with the same few words: an answer in
// a table, a link to a network, a step of the way to a page. It is laid out by
// html/template once for each value, as the content of an element, and what
// came out is placed again wherever the value comes back. To escape the words
// anew each time would double the time that a page takes.
//
// A partial that holds mostKept values forgets them all; the pages are the same
// whatever it holds. A part whose values seldom come back, such as a source of
// one region, is dearer as a partial than placed by template.
type partial struct {
	part  *layout.Layout
	kept  sync.Map // value -> string
	count atomic.Int64
}

// mostKept bounds the memory of a partial: some 400 bytes a value.
const mostKept = 1 << 14

func (s *partial) laidOut(value any) (string, error) {
	if text, found := s.kept.Load(value); found {
		return text.(string), nil
	}
	out := layout.NewSheet(layout.Bounds{Bytes: mostText, Turns: layout.Usual().Turns})
	if err := s.part.Execute(out, value); err != nil {
		return "", err
	}
	text := out.String()
	if s.count.Add(1) > mostKept {
		s.kept.Clear()
		s.count.Store(0)
	}
	s.kept.Store(value, text)
	return text, nil
}

// partials are the parts by name. The map is complete before the first page.
type partials map[string]*partial

// one is a part for one value: {{one "link" .Country}} places what
// {{template "link" .Country}} would.
func (s partials) one(part string, value any) (template.HTML, error) {
	v := reflect.Indirect(reflect.ValueOf(value))
	if !v.IsValid() {
		return "", fmt.Errorf("the part %q is placed with nothing", part)
	}
	partial, err := s.fit(part, v.Type())
	if err != nil {
		return "", err
	}
	text, err := partial.laidOut(v.Interface())
	return template.HTML(text), err // made by html/template as the content of an element
}

// each is a part for every value of a list, with a text between them:
// {{each "link" .Country ", "}}.
func (s partials) each(part string, list any, between ...string) (template.HTML, error) {
	v := reflect.ValueOf(list)
	if v.Kind() != reflect.Slice {
		return "", fmt.Errorf("the part %q is placed for each of a %T, which is no list", part, list)
	}
	partial, err := s.fit(part, v.Type().Elem())
	if err != nil {
		return "", err
	}
	texts := make([]string, v.Len())
	for i := range texts {
		if texts[i], err = partial.laidOut(v.Index(i).Interface()); err != nil {
			return "", err
		}
	}
	joint := template.HTMLEscapeString(strings.Join(between, ""))
	whole := strings.Join(texts, joint) // made by html/template as the content of an element
	return template.HTML(whole), nil
}

func (s partials) fit(part string, kind reflect.Type) (*partial, error) {
	partial := s[part]
	if partial == nil {
		return nil, fmt.Errorf("there is no part %q", part)
	}
	if !isPlain(kind) {
		return nil, fmt.Errorf("the part %q cannot be kept for a %s: place it by template", part, kind)
	}
	return partial, nil
}

// isPlain holds for values that are the same whenever they compare as equal: no
// pointers, which may lead to other words by then, and no numbers with a point,
// of which 0 and -0 are equal.
func isPlain(kind reflect.Type) bool {
	switch kind.Kind() {
	case reflect.String, reflect.Bool, reflect.Int, reflect.Int64:
		return true
	case reflect.Struct:
		for i := range kind.NumField() {
			if !isPlain(kind.Field(i).Type) {
				return false
			}
		}
		return true
	}
	return false
}
