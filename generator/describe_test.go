package generator_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// A description leads to another region by its code; a code that no region has is
// a fault, where it stands.
func TestRegionsLinkByCode(t *testing.T) {
	press := newPress(t)
	for body, want := range map[string]string{
		"See [the other](BB10).":             "",
		"See [nobody](BB9).":                 `no region of this atlas has the code "BB9"`,
		"See [the other](BB10.md).":          `"BB10.md" is not an address that a page may link to`,
		"See [the other](bb10).":             `"bb10" is not an address that a page may link to`,
		"A note[^1].\n\n[^1]: Page5.":        "notes are not read: the words of this one would be lost",
		"See [it](https://a.example/x y).\n": "",
	} {
		files := fstest.MapFS{}
		for name, file := range press.in.Regions.(fstest.MapFS) {
			files[name] = file
		}
		front, _, _ := strings.Cut(string(files["AA12.md"].Data), "\n+++\n")
		files["AA12.md"] = &fstest.MapFile{Data: []byte(front + "\n+++\n" + body + "\n")}
		state := press.of(files)
		said := ""
		for _, p := range state.Problems {
			if !p.Warning {
				said = p.What
				if p.File != "AA12.md" || p.Line != strings.Count(front, "\n")+3 {
					t.Errorf("%q: at %s:%d", body, p.File, p.Line)
				}
			}
		}
		if said != want || (state.Atlas == nil) != (want != "") {
			t.Errorf("%q: %q, want %q", body, said, want)
		}
		if body != "See [the other](BB10)." {
			continue
		}
		page, _, err := state.Site.File("regions/aa12.html")
		if err != nil || !strings.Contains(string(page), `<a href="bb10.html">the other</a>`) {
			t.Errorf("%q is no link on the page: %v", body, err)
		}
	}
}
