package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"regional-atlas/assets"
	"regional-atlas/generator"
	"regional-atlas/generator/page"
	"regional-atlas/generator/region"
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
`

// peerSite writes the source of a Hugo site with the pages of the atlas that a
// folder of regions makes: a content file for each page, a layout for each
// kind.
func peerSite(regions, site string) error {
	in := generator.Input{Regions: os.DirFS(regions), Layouts: layouts.Files, Assets: assets.Files, Today: region.DateOf(time.Now())}
	draft, err := generator.Read(in)
	if err != nil {
		return err
	}
	model, problems, err := draft.Check(in, true)
	if err != nil {
		return err
	}
	if model == nil {
		return fmt.Errorf("the made regions have %d problems, the first: %+v", len(problems), problems[0])
	}
	sheet, err := assets.Files.ReadFile("atlas.css")
	if err != nil {
		return fmt.Errorf("the style sheet cannot be read: %w", err)
	}
	return writePeer(site, page.NewPlanner(model.Atlas, model.Land, string(sheet)))
}

func writePeer(site string, pages *page.Planner) error {
	if err := put(site, "hugo.toml", []byte(peerConfig)); err != nil {
		return err
	}
	kinds := map[string]bool{}
	for p := range pages.Pages() {
		if !strings.HasSuffix(p.Address, ".html") {
			continue
		}
		data, shared, err := content(p)
		if err != nil {
			return fmt.Errorf("%s cannot be told to the peer: %w", p.Address, err)
		}
		if err := put(site, "content/pages/"+strings.TrimSuffix(p.Address, ".html")+"-.md", data); err != nil {
			return err
		}
		if len(kinds) == 0 {
			if err := put(site, "data/shared.json", shared); err != nil {
				return err
			}
		}
		if !kinds[p.Layout] {
			kinds[p.Layout] = true
			layout, err := peerLayout(layouts.Files, p.Layout)
			if err != nil {
				return err
			}
			if err := put(site, "layouts/"+peerKind(p.Layout)+".html", layout); err != nil {
				return err
			}
		}
	}
	return nil
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

// content is a page as a content file: its finished words as front matter, its
// description as Markdown below. shared is what all pages have in common.
func content(p page.Page) (file, shared []byte, err error) {
	made := p.Make()
	words, err := plain(made)
	if err != nil {
		return nil, nil, err
	}
	if head, ok := made.(interface {
		HeadTitle() string
		SiteName() string
	}); ok {
		words["headtitle"], words["sitename"] = head.HeadTitle(), head.SiteName()
	}
	body, _ := words["body"].(string)
	delete(words, "body")
	if sheet, ok := words["style"].(string); ok {
		sum := sha256.Sum256([]byte(sheet))
		words["hash"] = "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	shared, err = asJSON(map[string]any{"site": words["site"]}, "")
	delete(words, "site")
	if err != nil {
		return nil, nil, err
	}
	front, err := asJSON(map[string]any{"title": words["title"], "url": "/" + p.Address, "layout": peerKind(p.Layout), "v": words}, "")
	if err != nil {
		return nil, nil, err
	}
	return append(append(front, '\n'), body...), shared, nil
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

func asJSON(v any, indent string) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", indent)
	err := encoder.Encode(v)
	return out.Bytes(), err
}
