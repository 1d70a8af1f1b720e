package generator_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/assets"
	"regional-atlas/generator/problem"
)

// Pages that editors wrote have the frame of the others: the menu or the foot leads to
// them, they lead to regions, and the search box finds them.
func TestPagesOfEditors(t *testing.T) {
	t.Parallel()
	site := built(t, os.DirFS("testdata/good/full/regions"), tinyAssets(t))
	contact := site["pages/contact.html"]
	if !strings.Contains(contact, `href="../regions/aa12.html"`) || !strings.Contains(contact, `href="mailto:desk@example.org"`) {
		t.Errorf("pages/contact.html is %s", contact)
	}
	for address, want := range map[string]string{
		"index.html":        `<a href="pages/news.html">News</a>`,
		"regions/aa12.html": `<a href="../pages/contact.html">Contact</a>`,
		"pages/news.html":   `href="../pages/news.html" aria-current="true"`,
		"404.html":          `<a href="https://example.org/everything/pages/contact.html">Contact</a>`,
		"sitemap.xml":       "https://example.org/everything/pages/news.html",
	} {
		if !strings.Contains(site[address], want) {
			t.Errorf("%s has no %s", address, want)
		}
	}
	found := false
	for address, text := range site {
		found = found || strings.HasPrefix(address, "assets/search/") && strings.Contains(text, "pages/contact.html")
	}
	if !found {
		t.Error("the search box does not find pages/contact.html")
	}
}

// A slip in such a page is told like any other, with its place.
func TestPagesOfEditorsAreChecked(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		file, text string
		code       problem.Code
		line       int
	}{
		"well":           {"contact.md", "+++\ntitle = \"Contact\"\n+++\n\nWrite to [Flanders](BE2).\n", "", 0},
		"no title":       {"contact.md", "+++\nmenu = true\n+++\n\nText.\n", problem.Missing, 1},
		"misspelt":       {"contact.md", "+++\ntitel = \"Contact\"\n+++\n\nText.\n", problem.UnknownKey, 2},
		"no text":        {"contact.md", "+++\ntitle = \"Contact\"\n+++\n", problem.NoText, 1},
		"a name":         {"Our Contact.md", "+++\ntitle = \"Contact\"\n+++\n\nText.\n", problem.FileName, 1},
		"no such region": {"contact.md", "+++\ntitle = \"Contact\"\n+++\n\nWrite to [it](BE9).\n", problem.BadLink, 5},
		"no link":        {"contact.md", "+++\ntitle = \"Contact\"\n+++\n\n[x](javascript:alert(1))\n", problem.BadLink, 5},
		"no head":        {"contact.md", "Text.\n", problem.Syntax, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			regions := inMemory(t, richRegions())
			regions["pages/"+c.file] = &fstest.MapFile{Data: []byte(c.text)}
			in := inputOf(regions)
			in.Assets = assets.Files
			var told []problem.Problem
			for _, p := range stateOf(in).Problems {
				if p.File == "pages/"+c.file {
					told = append(told, p)
				}
			}
			if c.code == "" {
				if len(told) > 0 {
					t.Errorf("told %v", told)
				}
				return
			}
			if len(told) == 0 || told[0].Code != c.code || told[0].Line != c.line || told[0].Warning {
				t.Errorf("told %+v, want %s in line %d", told, c.code, c.line)
			}
		})
	}
}
