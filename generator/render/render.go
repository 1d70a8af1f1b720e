// Package render turns pages into bytes: it gives the words of a page to the
// layout of its kind. It promises that a word of an editor comes out as text or
// as a safe link, never as markup, and that a layout that names a field which
// its page does not have fails loudly.
//
// Door: html/template, which escapes by context.
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
	"strings"

	"regional-atlas/generator/page"
	"regional-atlas/generator/prose"
)

// Renderer holds the parsed layouts. It is only read after New, so any number
// of goroutines may render at once.
type Renderer struct{ layouts map[string]*template.Template }

// New parses the layouts at the root of a file system. Every file there is the
// layout of one kind of page; those under parts/ can be placed by all.
func New(files fs.FS) (*Renderer, error) {
	shared, err := parts(files)
	if err != nil {
		return nil, err
	}
	names, err := fs.Glob(files, "*.*")
	if err != nil {
		return nil, fmt.Errorf("the layouts cannot be listed: %w", err)
	}
	r := &Renderer{layouts: map[string]*template.Template{}}
	for _, name := range names {
		if path.Ext(name) == ".go" {
			continue
		}
		layout, err := parse(template.Must(shared.Clone()), files, name, name)
		if err != nil {
			return nil, err
		}
		r.layouts[strings.TrimSuffix(name, ".html")] = layout.Lookup(name)
	}
	return r, nil
}

func parts(files fs.FS) (*template.Template, error) {
	shared := template.New("").Funcs(functions()).Option("missingkey=error")
	names, err := fs.Glob(files, "parts/*.html")
	if err != nil {
		return nil, fmt.Errorf("the layouts cannot be listed: %w", err)
	}
	for _, name := range names {
		if _, err := parse(shared, files, name, strings.TrimSuffix(path.Base(name), ".html")); err != nil {
			return nil, err
		}
	}
	return shared, nil
}

func parse(into *template.Template, files fs.FS, file, name string) (*template.Template, error) {
	text, err := fs.ReadFile(files, file)
	if err != nil {
		return nil, fmt.Errorf("the layout %s cannot be read: %w", file, errors.Unwrap(err))
	}
	if _, err := into.New(name).Parse(string(text)); err != nil {
		return nil, fmt.Errorf("the layout %s has a fault: %w", file, err)
	}
	return into, nil
}

// drawn is a page that is no text: a picture, which makes its own bytes.
type drawn interface{ Encode() ([]byte, error) }

// Page makes a page and places its words.
func (r *Renderer) Page(p page.Page) ([]byte, error) {
	if p.Layout == "" {
		return picture(p)
	}
	layout := r.layouts[p.Layout]
	if layout == nil {
		return nil, fmt.Errorf("there is no layout %q for %s", p.Layout, p.Address)
	}
	var out bytes.Buffer
	if err := layout.Execute(&out, p.Make()); err != nil {
		return nil, fmt.Errorf("%s cannot be laid out: %w", p.Address, err)
	}
	return out.Bytes(), nil
}

func picture(p page.Page) ([]byte, error) {
	content, ok := p.Make().(drawn)
	if !ok {
		return nil, fmt.Errorf("%s has no layout and does not draw itself", p.Address)
	}
	data, err := content.Encode()
	if err != nil {
		return nil, fmt.Errorf("%s cannot be drawn: %w", p.Address, err)
	}
	return data, nil
}

// functions are what layouts may call: changes of form, never of fact.
func functions() template.FuncMap {
	converter := prose.New()
	return template.FuncMap{
		"prose": func(markdown string) (template.HTML, error) {
			text, err := converter.Convert(markdown)
			return template.HTML(text.HTML), err // prose promises safe HTML
		},
		"style": func(sheet string) template.CSS { return template.CSS(sheet) }, // our own style sheet
		"hash":  hash,
	}
}

// hash names an inline style sheet in a content security policy.
func hash(sheet string) string {
	sum := sha256.Sum256([]byte(sheet))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
