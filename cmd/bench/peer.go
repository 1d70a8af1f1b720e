package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"regional-atlas/layouts"
)

// peerConfig is how the Hugo site is built: addresses as they stand in the
// front matter, nothing made that the atlas does not make. Drawings are not
// minified because the atlas does not minify them.
const peerConfig = `baseURL = "https://atlas.example/pm/"
title = "Atlas"
disableKinds = ["home", "section", "taxonomy", "term", "rss", "sitemap", "robotstxt", "404"]
uglyURLs = true
timeout = "30m"
[markup.goldmark.extensions.typographer]
disable = true
[minify]
disableSVG = true
disableCSS = true
disableJS = true
[outputFormats.svg]
mediaType = "image/svg+xml"
permalinkable = true
`

// peerSite writes the source of a Hugo site with the pages of the atlas that a
// folder of regions makes: a content file for each page, a layout for each
// kind. With drawings, maps and strips are pages too.
func peerSite(regions, site string, drawings bool) error {
	pages, err := pages(regions)
	if err != nil {
		return err
	}
	w := peerWriter{site: site, kinds: map[string]bool{}, shared: map[string]any{}}
	for p := range pages {
		if ext := path.Ext(p.address); ext == ".html" || drawings && ext == ".svg" {
			if err := w.page(p); err != nil {
				return fmt.Errorf("%s cannot be told to the peer: %w", p.address, err)
			}
		}
	}
	return w.finish()
}

// peerWriter writes the source of a site, page by page.
type peerWriter struct {
	site   string
	kinds  map[string]bool // layouts that are written
	shared map[string]any  // what many pages have in common, by a name
}

func (w *peerWriter) page(p planned) error {
	data, err := w.content(p)
	if err != nil {
		return err
	}
	if err := put(w.site, "content/pages/"+p.address+".md", data); err != nil || w.kinds[p.layout] {
		return err
	}
	w.kinds[p.layout] = true
	layout, err := peerLayout(layouts.Files, p.layout)
	if err != nil {
		return err
	}
	return put(w.site, "layouts/"+peerFile(p.layout), layout)
}

func (w *peerWriter) finish() error {
	shared, err := asJSON(w.shared)
	if err != nil {
		return err
	}
	if err := put(w.site, "data/shared.json", shared); err != nil {
		return err
	}
	return put(w.site, "hugo.toml", []byte(peerConfig))
}

func put(site, name string, data []byte) error {
	file := filepath.Join(site, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return fmt.Errorf("the site of the peer cannot be written: %w", err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		return fmt.Errorf("the site of the peer cannot be written: %w", err)
	}
	return nil
}

// content is a page as a content file: its finished words as front matter, the
// description made into HTML among them. What all pages have in common goes into
// the data of the site.
func (w *peerWriter) content(p planned) ([]byte, error) {
	made := p.words()
	words, err := plain(made)
	if err != nil {
		return nil, err
	}
	if head, ok := made.(interface {
		HeadTitle() string
		SiteName() string
	}); ok {
		words["headtitle"], words["sitename"] = head.HeadTitle(), head.SiteName()
	}
	if sheet, ok := words["style"].(string); ok {
		sum := sha256.Sum256([]byte(sheet))
		words["hash"] = "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	if site, found := words["site"]; found {
		w.shared["site"] = site
		delete(words, "site")
	}
	front := map[string]any{"title": words["title"], "url": "/" + p.address, "layout": peerKind(p.layout), "v": words}
	if path.Ext(p.address) == ".svg" {
		front["outputs"] = []string{"svg"}
		if err := w.lend(words); err != nil {
			return nil, err
		}
	}
	data, err := asJSON(front)
	return append(data, '\n'), err
}

// lend replaces the land and the strips in the words of a drawing, which many
// drawings have in common, by names in the data of the site.
func (w *peerWriter) lend(words map[string]any) error {
	for key, value := range words {
		switch value := value.(type) {
		case map[string]any:
			if key != "ground" && key != "land" && key != "strip" {
				if err := w.lend(value); err != nil {
					return err
				}
				continue
			}
			text, err := asJSON(value)
			if err != nil {
				return err
			}
			name := fmt.Sprintf("%s%x", key, sha256.Sum256(text))[:16]
			w.shared[name], words[key] = value, name
		case []any:
			for _, entry := range value {
				if entry, ok := entry.(map[string]any); ok {
					if err := w.lend(entry); err != nil {
						return err
					}
				}
			}
		}
	}
	return nil
}

// plain turns the words of a page into maps with keys in small letters, without
// what is empty.
func plain(made any) (map[string]any, error) {
	data, err := json.Marshal(made)
	if err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	words := map[string]any{}
	if err := decoder.Decode(&words); err != nil {
		return nil, err
	}
	return small(words).(map[string]any), nil
}

func small(v any) any {
	switch v := v.(type) {
	case map[string]any:
		m := map[string]any{}
		for key, value := range v {
			if value = small(value); !isEmpty(value) {
				m[strings.ToLower(key)] = value
			}
		}
		if len(m) == 0 {
			m["there"] = true // a template takes a struct as something, however empty
		}
		return m
	case []any:
		for i := range v {
			v[i] = small(v[i])
		}
	}
	return v
}

// isEmpty holds for what a template takes as nothing, except numbers.
func isEmpty(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case bool:
		return !v
	case []any:
		return len(v) == 0
	}
	return false
}

func asJSON(v any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(v)
	return out.Bytes(), err
}
