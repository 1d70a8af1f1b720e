package publish

import (
	"bytes"
	"fmt"
	"path"
	"slices"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/json"
)

// Minifier makes HTML, CSS, JavaScript and JSON smaller. One may serve many goroutines.
type Minifier struct {
	m       *minify.M
	layouts *minify.M
}

// New returns a Minifier with the settings that keep every word, link and path.
//
// SVG has no minifier on purpose: the library rewrites path data and merges attributes, and our drawings leave figure
// already as short as their precision allows. Inline SVG in a page stays as it is for the same reason.
func New() *Minifier {
	m, layouts := minify.New(), minify.New()
	page := html.Minifier{
		KeepDefaultAttrVals: true, // a type or method that an author wrote is there for a reason, often a style rule
		KeepDocumentTags:    true, // <html lang> and <body> are what checks and readers look for
		KeepEndTags:         true, // html-validate asks for them
		KeepQuotes:          true, // so that no value can become a second attribute
		KeepWhitespace:      true, // runs become one space: a space beside a block counts once a style makes it inline
	}
	layout := page
	layout.TemplateDelims = html.GoTemplateDelims
	m.Add("text/html", &page)
	layouts.Add("text/html", &layout)
	m.Add("text/css", &css.Minifier{})
	m.Add("application/javascript", &js.Minifier{KeepVarNames: false})
	m.Add("application/json", &json.Minifier{KeepNumbers: true})
	m.Add("application/ld+json", &json.Minifier{KeepNumbers: true})
	return &Minifier{m: m, layouts: layouts}
}

// HTML returns a whole page or a fragment minified; one full of character references, which would take minutes, stays as
// it is.
func (m *Minifier) HTML(page []byte) ([]byte, error) {
	if dear(page) {
		return page, nil
	}
	return m.bytes("text/html", page)
}

// Layout returns the text of a Go template for HTML with every run of white space as one. The line break that ends a file
// is no part of the page. Should the library take more than that, as it does from a drawing that begins outside of the
// file or from an empty attribute, the layout stays as it was written.
func (m *Minifier) Layout(text []byte) []byte {
	text = bytes.TrimRight(text, "\r\n")
	inner := bytes.TrimSpace(text)
	small, err := minified(m.layouts, "text/html", inner)
	if err != nil || !slices.EqualFunc(bytes.Fields(inner), bytes.Fields(small), bytes.Equal) {
		return text
	}
	before, after, _ := bytes.Cut(text, inner) // spaces at the ends may stand between words
	return slices.Concat(before, small, after)
}

// CSS returns a style sheet minified.
func (m *Minifier) CSS(sheet []byte) ([]byte, error) { return m.bytes("text/css", sheet) }

// JS returns a script minified; the names of local variables change, those of globals do not.
func (m *Minifier) JS(script []byte) ([]byte, error) {
	return m.bytes("application/javascript", script)
}

// JSON returns a JSON text without its white space; numbers keep every digit.
func (m *Minifier) JSON(text []byte) ([]byte, error) { return m.bytes("application/json", text) }

// File minifies data by the extension of name (.html, .css, .js, .json) and returns any other file unchanged.
func (m *Minifier) File(name string, data []byte) ([]byte, error) {
	kind := map[string]string{
		".html": "text/html", ".css": "text/css", ".js": "application/javascript", ".json": "application/json",
	}[path.Ext(name)]
	if kind == "" {
		return data, nil
	}
	out, err := m.bytes(kind, data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return out, nil
}

func (m *Minifier) bytes(kind string, data []byte) ([]byte, error) {
	return minified(m.m, kind, data)
}

// minified works on a copy, as the library edits its input in place, up to one byte past the end.
func minified(m *minify.M, kind string, data []byte) ([]byte, error) {
	input := append(make([]byte, 0, len(data)+1), data...)
	out, err := m.Bytes(kind, input)
	if err != nil {
		return nil, fmt.Errorf("cannot minify as %s: %w", kind, err)
	}
	return out, nil
}
