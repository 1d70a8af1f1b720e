// Package minify takes away what neither a reader nor a browser needs, and
// changes no text, no link and no path of a drawing.
//
// SVG has no minifier on purpose: the library rewrites path data and merges
// attributes, and our drawings are already as short as their precision allows.
// Inline SVG in a page stays as it is for the same reason.
//
// The package is a ground room: it imports none of ours, and it is the only door
// to the library.
package minify

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/json"
)

// Minifier makes HTML, CSS, JavaScript and JSON smaller. One may serve many
// goroutines.
type Minifier struct {
	files   *minify.M
	layouts *minify.M
}

// New returns a Minifier with the settings that keep every word, link and path.
func New() *Minifier {
	files, layouts := minify.New(), minify.New()
	page := html.Minifier{
		KeepDefaultAttrVals: true, // a style rule may need the type or method that an author wrote
		KeepDocumentTags:    true, // <html lang> and <body> are what checks and readers look for
		KeepEndTags:         true, // html-validate asks for them
		KeepQuotes:          true, // so that no value can become a second attribute
		KeepWhitespace:      true, // as one space, which counts once a style makes a block inline
	}
	layout := page
	layout.TemplateDelims = html.GoTemplateDelims
	files.Add("text/html", &page)
	layouts.Add("text/html", &layout)
	files.Add("text/css", &css.Minifier{})
	files.Add("application/javascript", &js.Minifier{KeepVarNames: false})
	files.Add("application/json", &json.Minifier{KeepNumbers: true})
	return &Minifier{files, layouts}
}

// HTML returns a whole page or a fragment minified; one full of character
// references, which would take minutes, stays as it is.
func (m *Minifier) HTML(page []byte) ([]byte, error) {
	if costsTooMuch(page) {
		return page, nil
	}
	return minified(m.files, "text/html", page)
}

// mostMoves is about how many bytes the library may move while it minifies one
// text: a fifth of a second.
const mostMoves = 1 << 30

// costsTooMuch holds for a text on which the library would spend minutes: it
// moves the rest of the text at every character reference that it shortens.
func costsTooMuch(page []byte) bool {
	return int64(bytes.Count(page, []byte("&")))*int64(len(page)) > mostMoves
}

// Layout returns the text of a Go template for HTML with every run of white
// space as one. The line break that ends a file is no part of the page. Should
// the library take more than that, as it does from a drawing that begins outside
// of the file or from an empty attribute, the layout stays as it was written.
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

// File minifies data by the extension of name (.html, .css, .js, .json) and
// returns any other file unchanged. In a script the names of local variables
// change, those of globals do not; numbers in JSON keep every digit.
func (m *Minifier) File(name string, data []byte) ([]byte, error) {
	kind := map[string]string{
		".html": "text/html", ".css": "text/css",
		".js": "application/javascript", ".json": "application/json",
	}[path.Ext(name)]
	if kind == "" {
		return data, nil
	}
	out, err := minified(m.files, kind, data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return out, nil
}

// minified works on a copy, as the library edits its input in place, up to one
// byte past the end.
func minified(m *minify.M, kind string, data []byte) ([]byte, error) {
	input := append(make([]byte, 0, len(data)+1), data...)
	out, err := m.Bytes(kind, input)
	if err != nil {
		what, _, _ := strings.Cut(err.Error(), "\n") // the lines below it draw the place
		return nil, fmt.Errorf("cannot minify as %s: %s", kind, what)
	}
	return out, nil
}
