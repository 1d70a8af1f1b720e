package generator_test

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/assets"
	"regional-atlas/generator"
)

// An atlas's own colours reach pages, maps, charts, the icon and pictures, its sign every
// page; another choice in an open session does as well.
func TestOwnLooks(t *testing.T) {
	t.Parallel()
	regions := inMemory(t, richRegions())
	edit(t, regions, "atlas.toml", "[site]\n", "[site]\naccent = \"#a3195b\"\npalette = [\"#4a0d2f\", \"#7d1d50\", \"#b04f80\", \"#cc7da3\", \"#dfa6c0\"]\n"+
		"logo = { file = \"signs/ours.svg\", alt = \"Our sign\" }\n")
	in := inputOf(regions)
	files := inMemory(t, assets.Files)
	files["signs/ours.svg"] = &fstest.MapFile{Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>`)}
	in.Assets = files
	session := new(generator.Session)
	state := session.Update(in, generator.Everything())
	if state.Site == nil {
		t.Fatal(state.Err, state.Problems)
	}
	for address, want := range map[string]string{"assets/atlas.css": "--accent:#a3195b", "maps/europe-density.svg": "#4a0d2f",
		"assets/icon.svg": "#a3195b", "figures/be2.svg": "#a3195b", "assets/signs/ours.svg": "<svg",
		"regions/be2.html": `<img src="../assets/signs/ours.svg" alt="Our sign"`, "index.html": `<img src="assets/signs/ours.svg"`} {
		if text := fileOf(t, state.Site, address); !strings.Contains(text, want) || strings.Contains(text, "#0e5a66") {
			t.Errorf("%s has no %s, or the colour of the program", address, want)
		}
	}
	before := fileOf(t, state.Site, "pictures/be2.png")
	edit(t, regions, "atlas.toml", "accent = \"#a3195b\"\n", "")
	state = session.Update(in, generator.Change{Region: func(name string) bool { return name == "atlas.toml" }})
	if !strings.Contains(fileOf(t, state.Site, "assets/icon.svg"), "#0e5a66") {
		t.Error("a change of colours does not reach the site")
	}
	if after := fileOf(t, state.Site, "pictures/be2.png"); bytes.Equal([]byte(before), []byte(after)) {
		t.Error("pictures keep the colours that were")
	}
}

// What cannot be seen or is not there is a fault in its place; an asset that no page can
// use is named.
func TestLooksThatNobodySees(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]string{
		`accent = "#ffcc00"`: "the accent #ffcc00 has a contrast of 1.4 to 1 to the light page",
		`palette = ["#4a0d2f", "#7d1d50", "#7e1e51", "#cc7da3", "#dfa6c0"]`: "neighbours need 1.25",
		`logo = { file = "lost.svg", alt = "Sign" }`:                        `there is no file "lost.svg" in assets`,
		`logo = { file = "../sign.svg", alt = "Sign" }`:                     `"../sign.svg" is not the name of a file in assets`,
		`logo = { file = "sign.pdf", alt = "Sign" }`:                        `"sign.pdf" is not a picture that browsers show`,
		`logo = { file = "icon.svg" }`:                                      "alt is missing",
		`short = "Notes"`:                                                   "files of assets that no page can use are not part of the site: Notes.docx, fonts/a.ttf",
	} {
		regions := inMemory(t, richRegions())
		edit(t, regions, "atlas.toml", "short = \"Personalised Medicine Atlas\"\n", "")
		edit(t, regions, "atlas.toml", "[site]\n", "[site]\n"+line+"\n")
		in := inputOf(regions)
		files := inMemory(t, assets.Files)
		for _, name := range []string{"Notes.docx", "fonts/a.ttf", "README.md", "_kept.docx", "sign.pdf"} {
			files[name] = &fstest.MapFile{Data: []byte("x")}
		}
		in.Assets = files
		state := new(generator.Session).Update(in, generator.Everything())
		told := ""
		for _, p := range state.Problems {
			if strings.Contains(p.What, want) {
				told = p.File
			}
		}
		if told != "atlas.toml" {
			t.Errorf("%s: %v, want %q", line, state.Problems, want)
		}
	}
}

// The menu, the sections of a region's page, the columns of tables and the first view of
// the map come in the order that an atlas wants; what it does not name follows.
func TestOwnOrder(t *testing.T) {
	t.Parallel()
	regions := inMemory(t, richRegions())
	edit(t, regions, "atlas.toml", "[site]\n", "[map]\nview = \"need\"\n\n[site]\nmenu = [\"about\", \"topics\"]\nsections = [\"topics\", \"figures\"]\ncolumns = [\"share65\", \"density\"]\n")
	site := builtSite(t, inputOf(regions))
	inOrder := func(address string, marks ...string) {
		t.Helper()
		text := fileOf(t, site, address)
		for _, mark := range marks {
			_, after, found := strings.Cut(text, mark)
			if !found {
				t.Fatalf("%s: no %s in its place of %q", address, mark, marks)
			}
			text = after
		}
	}
	inOrder("index.html", `href="about.html"`, `href="topics.html"`, `href="index.html"`, `href="find.html"`)
	inOrder("index.html", `id="view-0"`, "Need for PM", `id="view-1"`)
	inOrder("index.html", `data-key="share65"`, `data-key="density"`)
	inOrder("regions/be2.html", `href="#topics"`, `href="#figures"`, `href="#memberships"`, `id="topics"`, `id="figures"`, `id="memberships"`)
	if index := fileOf(t, site, "index.html"); strings.Contains(index, `data-key="memberships"`) || strings.Contains(index, `data-key="population"`) {
		t.Error("a table has columns that nobody chose")
	}
}
