// Package render turns files of a site into bytes: it gives the words of a page to the
// layout of its kind. It promises that a word of an editor comes out as text or
// as a safe link, never as markup, and that a layout that names a field which
// its page does not have fails loudly.
//
// Layouts name the sentences that they say by their keys in the catalogue of words.
// They lose their needless white space when they are read, so that pages
// come out small and nothing is left to do to them.
//
// A layout of one's own may hold a loop that never ends: it is stopped, and told
// in a sentence.
//
// Doors: html/template, which escapes by context, here and in the room of layouts, which
// executes what html/template made of them.
package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"regional-atlas/generator/layout"
	"regional-atlas/generator/minify"
	"regional-atlas/generator/output"
	"regional-atlas/generator/palette"
	"regional-atlas/generator/prose"
	"regional-atlas/generator/words"
)

// Renderer holds the parsed layouts. Any number of goroutines may render at
// once: it is only read after New, but for what its partials keep and for buffers
// that wait for their next page.
type Renderer struct {
	layouts map[string]*layout.Layout
	buffers sync.Pool
	most    layout.Bounds

	partials partials
}

// New parses the layouts at the root of a file system, for pages in one language. Every
// file there is the layout of one kind of page; those under parts/ can be placed by all.
// Drawings name their colours, which come from a palette.
func New(files fs.FS, colours palette.Palette, w *words.Language) (*Renderer, error) {
	read := reader{files: files, colours: colours, words: w, minifier: minify.New(),
		partials: partials{}}
	read.functions = read.allFunctions()
	set, err := read.parts()
	if err != nil {
		return nil, err
	}
	names, err := fs.Glob(files, "*.*")
	if err != nil {
		return nil, fmt.Errorf("the layouts cannot be listed: %w", err)
	}
	r := &Renderer{layouts: map[string]*layout.Layout{}, most: layout.Usual(), partials: read.partials}
	for _, name := range names {
		if ext := path.Ext(name); ext == ".go" || ext == ".md" { // the embedding, and the guide for designers
			continue
		}
		page, err := read.into(set, name, name)
		if err != nil {
			return nil, err
		}
		r.layouts[strings.TrimSuffix(name, ".html")] = layout.New(page, read.functions)
	}
	return r, nil
}

// reader reads layouts and makes them small.
type reader struct {
	files    fs.FS
	colours  palette.Palette
	words    *words.Language
	minifier *minify.Minifier
	partials partials

	functions template.FuncMap
}

// parts begins the set of all templates with what layouts may place, and finds
// the partials there.
func (r reader) parts() (*template.Template, error) {
	set := template.New("").Funcs(r.functions).Option("missingkey=error")
	names, err := fs.Glob(r.files, "parts/*.html")
	if err != nil {
		return nil, fmt.Errorf("the layouts cannot be listed: %w", err)
	}
	for _, file := range names {
		part, err := r.into(set, file, partName(file))
		if err != nil {
			return nil, err
		}
		r.partials[partName(file)] = &partial{part: layout.New(part, r.functions)}
	}
	return set, nil
}

func partName(file string) string { return strings.TrimSuffix(path.Base(file), ".html") }

// into reads a file into a set of templates, under a name.
func (r reader) into(set *template.Template, file, name string) (*template.Template, error) {
	text, err := fs.ReadFile(r.files, file)
	if err != nil {
		return nil, fmt.Errorf("the layout %s cannot be read: %w", file, errors.Unwrap(err))
	}
	if text, err = r.said(text); err != nil {
		return nil, fmt.Errorf("the layout %s has a fault: %w", file, err)
	}
	switch path.Ext(file) {
	case ".html":
		text = r.minifier.Layout(text)
	case ".svg":
		if text, err = r.colours.Drawing(text); err != nil {
			return nil, fmt.Errorf("the layout %s has a fault: %w", file, err)
		}
	}
	page, err := set.New(name).Parse(string(text))
	if err != nil {
		return nil, fmt.Errorf("the layout %s has a fault: %w", file, err)
	}
	for _, t := range page.Templates() {
		layout.Count(t.Tree)
	}
	return page, nil
}

// File makes a file and places its words.
func (r *Renderer) File(f output.File) (data []byte, err error) {
	if f.Layout == "" {
		var out bytes.Buffer
		err := Encode(f, &out)
		return out.Bytes(), err
	}
	err = r.Lend(f, func(lent []byte) error {
		data = bytes.Clone(lent)
		return nil
	})
	return data, err
}

// Lend makes a file that has a layout, in memory that is used again when do returns.
func (r *Renderer) Lend(f output.File, do func(data []byte) error) error {
	page := r.layouts[f.Layout]
	if page == nil {
		return fmt.Errorf("there is no layout %q for %s", f.Layout, f.Address)
	}
	out, _ := r.buffers.Get().(*layout.Sheet)
	if out == nil {
		out = &layout.Sheet{}
	}
	defer r.buffers.Put(out)
	out.Begin(r.most)
	if err := page.Execute(out, f.Content()); err != nil {
		return fmt.Errorf("%s cannot be laid out: %w", f.Address, err)
	}
	return do(spoken(f, out.Bytes()))
}

// Left names the layouts and parts with something that the quick way does not know: they
// are laid out by html/template alone.
func (r *Renderer) Left() (names []string) {
	for name, l := range r.layouts {
		if l.IsLeft() {
			names = append(names, name)
		}
	}
	for name, p := range r.partials {
		if p.part.IsLeft() {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// allFunctions are what layouts may call: changes of form, never of fact.
func (r reader) allFunctions() template.FuncMap {
	converter := prose.New()
	return template.FuncMap{
		"print": bounded(fmt.Sprint), "println": bounded(fmt.Sprintln), "printf": sprintf,
		"html": bounded(template.HTMLEscaper), "js": bounded(template.JSEscaper),
		"urlquery": bounded(template.URLQueryEscaper),
		"language": languageOf, "ifmixed": ifMixed, "endmixed": endMixed, "mixed": mixed,
		"prose": func(markdown string) (template.HTML, error) {
			text, err := converter.Convert(words.Plain(markdown))
			if err != nil {
				return "", err
			}
			small, err := r.minifier.HTML([]byte(text.HTML))
			return template.HTML(small), err // prose promises safe HTML
		},
		"markup": func(text prose.Text) (template.HTML, error) {
			small, err := r.minifier.HTML([]byte(text.HTML))
			return template.HTML(small), err // prose promises safe HTML
		},
		"say":   say(r.words),
		"style": func(sheet string) template.CSS { return template.CSS(sheet) }, // our own style sheet
		"hash":  hash,
		"one":   r.partials.one,
		"each":  r.partials.each,
	}
}

// hash names an inline style sheet in a content security policy.
func hash(sheet string) string {
	sum := sha256.Sum256([]byte(sheet))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
