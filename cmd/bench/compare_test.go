package main

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func site(pages ...string) fstest.MapFS {
	files := fstest.MapFS{}
	for i := 0; i < len(pages); i += 2 {
		files[pages[i]] = &fstest.MapFile{Data: []byte(pages[i+1])}
	}
	return files
}

func TestCompare(t *testing.T) {
	const page = `<!doctype html><title>A &amp; B</title><style>p{}</style><p>One <a href="b.html" title="Source">two</a><!-- no --><script>let x</script>`
	for _, c := range []struct {
		name        string
		a, b        fstest.MapFS
		onlyA, text []string
		links, raw  []string
	}{
		{name: "the same", a: site("a.html", page, "x.svg", "<svg/>"), b: site("a.html", page, "x.svg", "<svg/>\n")},
		{name: "minified in another way", a: site("a.html", page), b: site("a.html", strings.NewReplacer(`"b.html"`, "b.html", "&amp;", "&", "<p>", "\n<p >\n").Replace(page))},
		{name: "a word", a: site("a.html", page), b: site("a.html", strings.Replace(page, "One", "Ono", 1)), text: []string{"a.html"}},
		{name: "a title", a: site("a.html", page), b: site("a.html", strings.Replace(page, "A &amp;", "C &amp;", 1)), text: []string{"a.html"}},
		{name: "a name read aloud", a: site("a.html", page), b: site("a.html", strings.Replace(page, "Source", "source", 1)), text: []string{"a.html"}},
		{name: "a link", a: site("a.html", page), b: site("a.html", strings.Replace(page, "b.html", "c.html", 1)), links: []string{"a.html"}},
		{name: "a script that no one reads", a: site("a.html", page), b: site("a.html", strings.Replace(page, "let x", "let y", 1))},
		{name: "a page too many", a: site("a.html", page, "b.html", page), b: site("a.html", page), onlyA: []string{"b.html"}},
		{name: "a manifest", a: site("a.html", page, "manifest.txt", "a"), b: site("a.html", page)},
		{name: "a drawing", a: site("x.svg", "<svg/>"), b: site("x.svg", "<svg></svg>"), raw: []string{"x.svg"}},
	} {
		d, err := compare(c.a, c.b)
		if err != nil || !slices.Equal(d.onlyA, c.onlyA) || len(d.onlyB) > 0 || !slices.Equal(d.text, c.text) || !slices.Equal(d.links, c.links) || !slices.Equal(d.bytes, c.raw) {
			t.Errorf("%s: %+v, %v", c.name, d, err)
		}
	}
}

func TestFirstDifferenceIsTold(t *testing.T) {
	d, err := compare(site("a.html", "<p>Alpha"), site("a.html", "<p>Alpen"))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	d.print(&out)
	if !strings.Contains(out.String(), `atlas "Alpha", Hugo "Alpen"`) || strings.Contains(out.String(), "agree everywhere") {
		t.Error(out.String())
	}
}
