package generator_test

import (
	"strings"
	"testing"

	"regional-atlas/assets"
	"regional-atlas/generator"
)

// An atlas says where its regions stand in Europe, and shades those without a page; one
// without the table of Europe's figures works as before and says nothing of it.
func TestEuropeAroundAnAtlas(t *testing.T) {
	t.Parallel()
	regions := inMemory(t, richRegions())
	edit(t, regions, "BE2.md", "[figures]\n", "[figures]\ntertiary = [{ value = 37.9, year = 2016, source = \"be2-2019\" }]\n")
	edit(t, regions, "BE1.md", "[figures]\n", "[figures]\ntertiary = [{ value = 50, year = 2016, source = \"be1-2019\" }]\n")
	edit(t, regions, "atlas.toml", "[[indicators]]\nkey = \"share65\"", "[[indicators]]\nkey = \"tertiary\"\nname = \"Tertiary education\"\n"+
		"kind = \"share\"\nunit = \"%\"\n\n[[indicators]]\nkey = \"share65\"")
	edit(t, regions, "atlas.toml", "[site]\n", "[map]\nframe = \"europe\"\n\n[site]\n")
	with, without := inputOf(regions), inputOf(regions)
	files := inMemory(t, assets.Files)
	for name := range files {
		if strings.HasPrefix(name, "europe/") {
			delete(files, name)
		}
	}
	without.Assets = files
	told, plain := builtSite(t, with), builtSite(t, without)
	for address, marks := range map[string][]string{
		"regions/be2.html":         {"NUTS 1 regions of Europe; half of them lie from", "class=\"band\"", "Band: where"},
		"figures/tertiary.html":    {"Tirol (AT33): tertiary education", "Paler: ", "three quarters below"},
		"assets/compare/be2.js":    {`"b":[`},
		"compare.html":             {"a band is where"},
		"figures/be2.svg":          {`class="band"`},
		"maps/europe-tertiary.svg": {"Tirol (AT33)"},
	} {
		has, silent := fileOf(t, told, address), fileOf(t, plain, address)
		for _, mark := range marks {
			if !strings.Contains(has, mark) || strings.Contains(silent, mark) {
				t.Errorf("%s: %q is said with the figures: %t, without: %t", address, mark, strings.Contains(has, mark), strings.Contains(silent, mark))
			}
		}
	}
}

func builtSite(t *testing.T, in generator.Input) *generator.Site {
	t.Helper()
	state := new(generator.Session).Update(in, generator.Everything())
	if state.Err != nil || state.Site == nil {
		t.Fatal(state.Err, state.Problems)
	}
	return state.Site
}

func fileOf(t *testing.T, site *generator.Site, address string) string {
	t.Helper()
	data, found, err := site.File(address)
	if err != nil || !found {
		t.Fatalf("%s: %t, %v", address, found, err)
	}
	return string(data)
}
