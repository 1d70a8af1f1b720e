package generator_test

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/generator"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/words"
)

// inLanguage is the full atlas with another line on its language, and more files.
func inLanguage(t *testing.T, lang string, more map[string]string) generator.State {
	t.Helper()
	press := newPress(t)
	files := fstest.MapFS{}
	for name, file := range press.in.Regions.(fstest.MapFS) {
		files[name] = file
	}
	toml := regexp.MustCompile(`(?m)^lang = "en"\nlanguages = .*$`).ReplaceAllString(string(files["atlas.toml"].Data), lang)
	toml = regexp.MustCompile(`(\w+) = \{ en = ("[^"]*"), nl = "[^"]*" \}`).ReplaceAllString(toml, "$1 = $2")
	toml = regexp.MustCompile(`(?m)^title\.nl = .*$`).ReplaceAllString(strings.Replace(toml, "title.en", "title", 1), "")
	files["atlas.toml"] = &fstest.MapFile{Data: []byte(toml)}
	for name, text := range more {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	state := press.of(files)
	if state.Atlas == nil {
		t.Fatalf("%+v", state.Problems)
	}
	return state
}

func pageOf(t *testing.T, state generator.State, address string) string {
	t.Helper()
	data, found, err := state.Site.File(address)
	if err != nil || !found {
		t.Fatalf("%s: %v, %v", address, found, err)
	}
	if words.HasMarks(data) {
		t.Errorf("%s holds marks", address)
	}
	return string(data)
}

// An atlas in a language that nobody has words in has English pages, which mark what its
// editors wrote.
func TestLanguageWithoutWords(t *testing.T) {
	state := inLanguage(t, `lang = "fr"`, nil)
	if !slices.ContainsFunc(state.Problems, func(p problem.Problem) bool { return strings.Contains(p.What, `nobody has words in "fr"`) }) {
		t.Errorf("nobody tells of it: %+v", state.Problems)
	}
	for address, marked := range map[string][]string{
		"index.html":             {`<h1><span lang=fr>An atlas with everything</span></h1>`, `<p class="lede"><span lang=fr>`},
		"about.html":             {`<div class="prose" lang="fr"><p>About`},
		"regions/aa12.html":      {`<div class="prose" lang="fr">`, `<dt><span lang=fr>Is there a plan?</span></dt>`, `<h1>South</h1>`},
		"memberships/first.html": {`<h1><span lang=fr>The First Network</span></h1>`},
		"topics.html":            {`<span lang=fr>Air<`},
		"codes.html":             {`<h2><span lang=fr>`},
		"assets/search/index.js": {`"lang":"fr"`},
		"404.html":               nil,
	} {
		text := pageOf(t, state, address)
		if strings.HasSuffix(address, ".html") && !strings.Contains(text, `<html lang="en">`) {
			t.Errorf("%s: the frame is not called English", address)
		}
		for _, m := range marked {
			if !strings.Contains(text, m) {
				t.Errorf("%s: no %s", address, m)
			}
		}
	}
}

// An atlas in another language that the program has words in is in that language, whole:
// pages, menu, numbers, with nothing marked, as its texts need no mark.
func TestOtherLanguage(t *testing.T) {
	state := inLanguage(t, `lang = "de"`, nil)
	for address, said := range map[string][]string{
		"index.html":             {`aria-label="Sie sind hier"`},
		"regions/aa12.html":      {"12.400", "Nicht angegeben"},
		"memberships.html":       {"Mitgliedschaften"},
		"assets/search/index.js": {"gefunden"},
		"404.html":               {"Seite nicht gefunden"},
	} {
		text := pageOf(t, state, address)
		if strings.HasSuffix(address, ".html") && !strings.Contains(text, `<html lang="de">`) {
			t.Errorf("%s is not called German", address)
		}
		for _, s := range said {
			if !strings.Contains(text, s) && !(address == "index.html" && strings.Contains(text, "Karte")) {
				t.Errorf("%s does not say %q", address, s)
			}
		}
	}
	for f := range state.Site.Files() {
		if strings.HasSuffix(f.Address, ".html") && strings.Contains(pageOf(t, state, f.Address), "<span lang=en>") {
			t.Errorf("%s marks a language", f.Address)
		}
	}
}

// A second language has the same pages below its folder; data and pictures are shared. Each
// page leads to its other version, and says where it holds texts that nobody translated.
func TestSecondLanguage(t *testing.T) {
	press := newPress(t)
	state := press.of(press.in.Regions)
	first, second := map[string]bool{}, map[string]bool{}
	for f := range state.Site.Files() {
		if below, isSecond := strings.CutPrefix(f.Address, "nl/"); isSecond {
			second[below] = true
		} else {
			first[f.Address] = true
		}
	}
	if len(second) < 60 {
		t.Fatal(len(second), "files in the second language")
	}
	for address := range first {
		shared := strings.HasPrefix(address, "data/") || strings.HasPrefix(address, "pictures/") || strings.HasPrefix(address, "photos/") || strings.HasPrefix(address, "maps/ground-") ||
			slices.Contains([]string{"assets/views.css", "404.html", "changes.xml", "robots.txt"}, address)
		if second[address] == shared {
			t.Errorf("%s: shared %v, and in the second language %v", address, shared, second[address])
		}
	}
	for address := range second {
		if !first[address] {
			t.Errorf("nl/%s is in no other language", address)
		}
	}
	for address, said := range map[string][]string{
		"regions/aa12.html": {`<a href="../nl/regions/aa12.html" hreflang="nl" lang="nl">Nederlands</a>`,
			`<link rel="alternate" hreflang="nl" href="https://example.org/everything/nl/regions/aa12.html">`},
		"nl/regions/aa12.html": {`<html lang="nl">`, `<a href="../../regions/aa12.html" hreflang="en" lang="en">English</a>`, `href="../../assets/atlas.css"`,
			`<link rel="canonical" href="https://example.org/everything/nl/regions/aa12.html">`, `../../maps/ground-aa.svg`, `../../data/regions/aa12.json`,
			`<div class="prose" lang="en">`, "Sommige teksten op deze pagina zijn niet vertaald", "<span lang=en>The First Network</span>", "12.400"},
		"nl/index.html":           {`<h1>Een atlas met alles</h1>`, `content="https://example.org/everything/pictures/atlas.png"`},
		"nl/countries/bb.html":    {`<h1>Bijland</h1>`},
		"robots.txt":              {"Sitemap: https://example.org/everything/sitemap.xml\nSitemap: https://example.org/everything/nl/sitemap.xml\n"},
		"nl/sitemap.xml":          {"<loc>https://example.org/everything/nl/</loc>"},
		"nl/assets/find/facts.js": nil,
	} {
		text := pageOf(t, state, address)
		for _, s := range said {
			if !strings.Contains(text, s) {
				t.Errorf("%s: no %s", address, s)
			}
		}
	}
	if strings.Contains(pageOf(t, state, "regions/aa12.html"), "have not been translated") {
		t.Error("a page in the first language says that it falls back")
	}
}

// The text of a region, or of a page of the editors' own, in another language lies in a folder
// of that language; it holds the text alone, and its links are checked as others are.
func TestTextsInAnotherLanguage(t *testing.T) {
	press := newPress(t)
	files := fullFiles(t)
	files["nl/AA12.md"] = &fstest.MapFile{Data: []byte("Het *zuiden* ligt naast [het noorden](AA11).\n")}
	files["nl/pages/contact.md"] = &fstest.MapFile{Data: []byte("Schrijf naar [AA12](AA12).\n")}
	state := press.of(fs.FS(files))
	if state.Atlas == nil {
		t.Fatalf("%+v", state.Problems)
	}
	for address, said := range map[string]string{
		"nl/regions/aa12.html":  `<div class="prose"><p>Het <em>zuiden</em> ligt naast <a href="aa11.html">het noorden</a>.`,
		"nl/regions/aa11.html":  `<html lang="nl">`,
		"nl/pages/contact.html": `<div class="prose"><p>Schrijf naar <a href="../regions/aa12.html">AA12</a>.`,
		"nl/pages/news.html":    `<div class="prose" lang="en">`,
		"pages/contact.html":    `<div class="prose"><p>`,
	} {
		if text := pageOf(t, state, address); !strings.Contains(text, said) {
			t.Errorf("%s: no %s", address, said)
		}
	}
	files["nl/ZZ9.md"] = &fstest.MapFile{Data: []byte("Wat is dit?\n")}
	if state := press.of(fs.FS(files)); !slices.ContainsFunc(state.Problems, func(p problem.Problem) bool {
		return p.File == "nl/ZZ9.md" && p.Warning && p.What == "this text belongs to no file: there is no ZZ9.md beside this folder"
	}) {
		t.Errorf("nobody tells of a text that no page shows: %v", state.Problems)
	}
	files["nl/AA12.md"] = &fstest.MapFile{Data: []byte("+++\ncode = \"AA12\"\n+++\nHet zuiden.\n")}
	files["nl/AA11.md"] = &fstest.MapFile{Data: []byte("Zie\n[daar](ZZ9).\n")}
	var got []string
	for _, p := range press.of(fs.FS(files)).Problems {
		if strings.HasPrefix(p.File, "nl/") && !p.Warning {
			got = append(got, fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Col, p.What))
		}
	}
	want := []string{`nl/AA11.md:2:1: no region of this atlas has the code "ZZ9"`, "nl/AA12.md:1:1: a file of another language holds the text alone"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// What an atlas brings of a language stands on its pages, and the rest is English, marked.
func TestWordsOfAnAtlas(t *testing.T) {
	state := inLanguage(t, "lang = \"fr\"", map[string]string{"words/fr.toml": "# Mots\n\"nav.find\" = \"Trouver\" # Find\n\"locale.thousands\" = \"\\u202f\"\n"})
	text := pageOf(t, state, "index.html")
	for _, s := range []string{`<html lang="fr">`, ">Trouver</a>", "<span lang=en>Regions</span>", "<h1>An atlas with everything</h1>"} {
		if !strings.Contains(text, s) {
			t.Errorf("no %s", s)
		}
	}
	if text := pageOf(t, state, "regions/aa12.html"); !strings.Contains(text, "12\u202f400") {
		t.Error("numbers are not written as the atlas says")
	}
}

// Faults of a file of words are placed.
func TestFaultsOfWords(t *testing.T) {
	press := newPress(t)
	files := fullFiles(t)
	files["words/nl.toml"] = &fstest.MapFile{Data: []byte("# Woorden\n\"nav.fond\" = \"Vinden\"\nnav.find = Vinden\n\"map.of\" = \"Kaart van {land}\"\n" +
		"\"or\" = \"of\"\n\"or\" = \"of\"\n\"pair.title\" = \"{a}\"\n")}
	var got []string
	for _, p := range press.of(fs.FS(files)).Problems {
		if p.File == "words/nl.toml" {
			got = append(got, strings.Join([]string{string(p.Code), p.What, p.Remedy}, "; "), p.Text)
		}
	}
	want := []string{
		`A003; the site says nothing under "nav.fond"; Did you mean "nav.find"? Remove the line, or write a key that "atlas words" lists.`, `"nav.fond" = "Vinden"`,
		"A001; this line is no key with its sentence; Write both in quotes, such as \"nav.find\" = \"…\", or begin the line with # to keep it as a remark.", "nav.find = Vinden",
		`A010; nothing is put into "{land}" here; Use the holes of the English sentence: Map of {country}`, `"map.of" = "Kaart van {land}"`,
		`A016; "or" stands in this file twice; Keep one of the two.`, `"or" = "of"`,
		`A011; this sentence leaves out "{b}"; Put it in, as the English sentence does: {a} and {b}`, `"pair.title" = "{a}"`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
