package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"regional-atlas/layouts"
)

// The source of the peer has every page and a layout for each; that its pages
// agree with those of the atlas is compared in each measurement.
func TestPeerSiteIsWhole(t *testing.T) {
	regions := made(t, 4)
	site := t.TempDir()
	if err := peerSite(regions, site, true); err != nil {
		t.Fatal(err)
	}
	pages, err := pages(regions)
	if err != nil {
		t.Fatal(err)
	}
	for p := range pages {
		if ext := filepath.Ext(p.address); ext != ".html" && ext != ".svg" {
			continue
		}
		data, err := os.ReadFile(filepath.Join(site, "content", "pages", p.address+".md"))
		if err != nil {
			t.Errorf("%s is missing: %v", p.address, err)
			continue
		}
		var front struct{ URL, Layout string }
		if err := json.NewDecoder(bytes.NewReader(data)).Decode(&front); err != nil || front.URL != "/"+p.address {
			t.Errorf("%s stands at %q: %v", p.address, front.URL, err)
		}
		if _, err := os.Stat(filepath.Join(site, "layouts", peerFile(p.layout))); err != nil || front.Layout != peerKind(p.layout) {
			t.Errorf("%s has no layout %s: %v", p.address, front.Layout, err)
		}
	}
}

func TestPeerLayoutNamesNoFieldOfOurs(t *testing.T) {
	ours := regexp.MustCompile(`\{\{[^}]*\.[A-Z]`)
	theirs := strings.NewReplacer("hugo.Data", "", "(index site.RegularPages 0).RenderString", "")
	for _, kind := range []string{"region", "index", "matrix", "missing", "about", "figures.svg", "map.svg", "ground.svg"} {
		text, err := peerLayout(layouts.Files, kind)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "var(--") && isDrawing(kind) {
			t.Errorf("%s names a colour instead of having it", kind)
		}
		_, definitions, _ := strings.Cut(string(text), "{{define") // before it Hugo names the fields
		if found := ours.FindString(theirs.Replace(definitions)); found != "" {
			t.Errorf("%s keeps %s", kind, found)
		}
	}
}

func TestLentLandIsNamed(t *testing.T) {
	got := adapted("map.svg", `{{.Land.Context}}{{with $.Strip}}{{template "axis" .Strip}}{{end}}`)
	want := `{{(index hugo.Data.shared .land).context}}{{with (index hugo.Data.shared $.strip)}}{{template "kindmapdrawn_axis" (index hugo.Data.shared .strip)}}{{end}}`
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

func TestPartsForEachValueAreLoops(t *testing.T) {
	for text, want := range map[string]string{
		`{{each "link" .Country ", "}}`:                `{{range $i, $e := .country}}{{if $i}}, {{end}}{{template "kindregion_link" $e}}{{end}}`,
		`{{each "code" .Codes "\n"}}`:                  "{{range $i, $e := .codes}}{{if $i}}\n{{end}}{{template \"kindregion_code\" $e}}{{end}}",
		`{{each "mark" .Marks}}`:                       `{{range $i, $e := .marks}}{{if $i}}{{end}}{{template "kindregion_mark" $e}}{{end}}`,
		`{{with .Cite}}{{one "cite" .}}{{end}}`:        `{{with .cite}}{{template "kindregion_cite" .}}{{end}}`,
		`{{template "top" .Head}}{{$.Head.Root}}`:      `{{template "kindregion_top" .}}{{$.root}}`,
		`{{if .Documents.Section.Empty}}{{.Sections}}`: `{{if .documents.empty}}{{.sections}}`,
	} {
		if got := adapted("region", text); got != want {
			t.Errorf("%s\nbecomes %s\nwant    %s", text, got, want)
		}
	}
}
