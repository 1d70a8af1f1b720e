package generator_test

import (
	"bytes"
	"fmt"
	"html"
	"io/fs"
	"math"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/generator/minify"
	"regional-atlas/generator/page"
	"regional-atlas/layouts"
)

// mostLarger is how much larger than a page minified whole a page of minified
// layouts may be, in percent.
const mostLarger = 5

// Layouts are minified once, and pages not at all. A page must say the same to
// a reader as one of the layouts as they are written, minified whole: the same
// elements and attributes in the same order, the same text with the same spaces
// between words, the same paths.
func TestSmallLayoutsMakeTheSamePages(t *testing.T) {
	t.Parallel()
	small, written := pagesOf(t, layouts.Files), pagesOf(t, asWritten(t))
	sum, whole := 0, 0
	for _, address := range sortedKeys(small) {
		other := written[address]
		switch path.Ext(address) {
		case ".html":
			minified, err := minify.New().HTML([]byte(other))
			if err != nil {
				t.Fatal(err)
			}
			sum, whole = sum+len(small[address]), whole+len(minified)
			if d := differsForReaders(small[address], string(minified)); d != "" {
				t.Errorf("%s: %s", address, d)
			}
			if len(small[address])*100 > len(minified)*(100+mostLarger) {
				t.Errorf("%s has %d bytes, minified whole %d", address, len(small[address]), len(minified))
			}
		default:
			if !slices.Equal(strings.Fields(small[address]), strings.Fields(other)) {
				t.Errorf("%s differs by more than white space", address)
			}
		}
	}
	least := 70
	if isHeavy() {
		least = 200
	}
	if len(small) < least || len(small) != len(written) {
		t.Errorf("%d pages, and %d of the layouts as written", len(small), len(written))
	}
	t.Logf("%d bytes of HTML, %d with every page minified whole", sum, whole)
}

// The comparison must notice what minifiers have been known to lose.
func TestReadersNoticeALoss(t *testing.T) {
	whole := `<main><p>a <b>b</b> <i>c</i>, <a class="x" href="d.html">d</a></p> <pre>e  f</pre><svg><path d="M0 1.5"/></svg> <span></span> g</main>`
	for _, same := range []string{
		strings.Replace(whole, "</p> <pre>", "</p>\n\n<pre>", 1),
		strings.Replace(whole, "<main><p>", "<main>\n<p> ", 1),
		strings.Replace(whole, "a <b>", "&#97; \n <b>", 1),
	} {
		if d := differsForReaders(same, whole); d != "" {
			t.Errorf("%s\nreads as\n%s\nyet %s", same, whole, d)
		}
	}
	for from, to := range map[string]string{
		"</b> <i>": "</b><i>", "a <b>": "a<b>", "c</i>, ": "c</i>,", "<i>c": "<i>", "d.html": "e.html", `class="x" href="d.html"`: `href="d.html" class="x"`,
		"e  f": "e f", "M0 1.5": "M0 15", `"/></svg>`: `"></svg>`, "</svg> <span>": "</svg><span>", "</i>,": " </i>,",
	} {
		if differsForReaders(strings.Replace(whole, from, to, 1), whole) == "" {
			t.Errorf("%q for %q is not noticed", to, from)
		}
	}
}

// The names of sections stand in the layout of regions, where they cost nothing
// to escape. They are those of the page, in the same order.
func TestSectionsHaveTheirNames(t *testing.T) {
	heading := regexp.MustCompile(`<section id="([^"]+)" aria-labelledby="([^"]+)-title"><div class="side"><h2 id="([^"]+)-title">([^<]+)</h2>`)
	entry := regexp.MustCompile(`<li><a href="#([^"]+)"(?: class="absent")?>([^<]+)</a></li>`)
	site := fullSite(t)
	for p := range site.Files() {
		made, ok := p.Content().(page.Region)
		if !ok {
			continue
		}
		data, err := site.Bytes(p)
		if err != nil {
			t.Fatal(err)
		}
		var want, got, contents []string
		for _, s := range made.Contents {
			want = append(want, s.ID+" "+s.Title)
		}
		for _, m := range heading.FindAllStringSubmatch(string(data), -1) {
			if m[1] != m[2] || m[1] != m[3] {
				t.Errorf("%s: %s", p.Address, m[0])
			}
			got = append(got, m[1]+" "+m[4])
		}
		for _, m := range entry.FindAllStringSubmatch(string(data), -1) {
			contents = append(contents, m[1]+" "+m[2])
		}
		if !slices.Equal(got, want) || !slices.Equal(contents, want) {
			t.Errorf("%s has the sections\n%q, its contents\n%q, want\n%q", p.Address, got, contents, want)
		}
	}
}

// pagesOf is every page of the atlas of forty that layouts make in HTML, by address: those
// of drawings are not minified. Where tests may not take long, it is a few of each layout.
func pagesOf(t *testing.T, files fs.FS) map[string]string {
	t.Helper()
	in := inputOf(fortyRegions(t))
	in.Layouts = files
	site := checked(t, in).Site
	pages, made, few := map[string]string{}, map[string]int{}, 6
	if isHeavy() {
		few = math.MaxInt
	}
	for p := range site.Files() {
		if made[p.Layout]++; p.Layout == "" || path.Ext(p.Layout) != "" || made[p.Layout] > few {
			continue
		}
		data, err := site.Bytes(p)
		if err != nil {
			t.Fatal(err)
		}
		pages[p.Address] = string(data)
	}
	return pages
}

// asWritten is the layouts with a comment, which minifying would take away and
// so leaves a layout alone, and which html/template takes away later.
func asWritten(t *testing.T) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(layouts.Files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(layouts.Files, name)
		if path.Ext(name) == ".html" {
			data = append(bytes.TrimRight(data, "\n"), "<!-- as written -->"...)
			if small := minify.New().Layout(data); string(small) != string(data) {
				t.Errorf("%s is minified all the same", name)
			}
		}
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// blocks begin and end lines of text, so that white space beside them is not
// seen. What a style sheet makes of them is looked at in a browser.
var blocks = strings.Fields(`!doctype html head meta title link script style body main header footer nav section article div p h1 h2 h3 ul ol li dl dt dd
	table caption thead tbody tfoot tr th td figure figcaption fieldset legend pre blockquote br`)

var piece = regexp.MustCompile(`(?s)<!--.*?-->|<[a-zA-Z/!](?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+|<`)

// differsForReaders tells where two pages begin to differ for a reader, "" for
// nowhere.
func differsForReaders(a, b string) string {
	x, y := readAs(a), readAs(b)
	for i := range max(len(x), len(y)) {
		if i >= len(x) || i >= len(y) || x[i] != y[i] {
			return fmt.Sprintf("%q for %q", x[min(i, len(x)):min(i+6, len(x))], y[min(i, len(y)):min(i+6, len(y))])
		}
	}
	return ""
}

// readAs is a page as a list of tags and texts; white space is collapsed as a
// browser does.
func readAs(page string) []string {
	var list []string
	space, pre, drawing := true, false, 0 // space: a space here would not be seen
	for _, part := range piece.FindAllString(page, -1) {
		if part[0] != '<' || part == "<" {
			list, space = withText(list, part, space, pre, drawing > 0)
			continue
		}
		tag := tags(part)[0]
		switch tag.name {
		case "pre", "/pre":
			pre = tag.name == "pre"
		case "svg":
			drawing++
		case "/svg":
			drawing--
		}
		if slices.Contains(blocks, strings.TrimPrefix(tag.name, "/")) {
			list, space = withoutSpace(list), true
		} else if tag.name == "img" || tag.name == "svg" || tag.name == "input" || tag.name == "/svg" {
			space = false
		}
		list = append(list, wordsOf(part))
	}
	return withoutSpace(list)
}

// withText adds a text. A space that a browser sees is an entry of its own.
func withText(list []string, text string, space, pre, drawing bool) ([]string, bool) {
	if pre {
		return append(list, html.UnescapeString(text)), false
	}
	const white = " \t\r\n\f"
	for text != "" {
		rest := strings.TrimLeft(text, white)
		if rest != text && !space && !drawing {
			list, space = append(list, " "), true
		}
		end := strings.IndexAny(rest, white)
		if end < 0 {
			end = len(rest)
		}
		if end > 0 {
			list, space = append(list, html.UnescapeString(rest[:end])), false
		}
		text = rest[end:]
	}
	return list, space
}

// withoutSpace takes away the space before the end of a line, which stands
// before the tags that close there.
func withoutSpace(list []string) []string {
	for i := len(list) - 1; i >= 0; i-- {
		if list[i] == " " {
			return slices.Delete(list, i, i+1)
		}
		if list[i] == "" || list[i][0] != '<' || slices.Contains([]string{"img", "input", "svg"}, tags(list[i])[0].name) {
			return list
		}
	}
	return list
}

var attributes = regexp.MustCompile(`(?s)([^\s=>"'/<]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?`)

// wordsOf is a tag with its attributes in their order, decoded. One without a
// value has an empty one.
func wordsOf(tag string) string {
	var words []string
	for _, m := range attributes.FindAllStringSubmatch(strings.TrimSuffix(strings.Trim(tag, "<>"), "/"), -1) {
		words = append(words, m[1]+"="+html.UnescapeString(strings.Trim(m[2], `"'`)))
	}
	closed := ""
	if strings.HasSuffix(tag, "/>") {
		closed = "/"
	}
	if strings.HasPrefix(tag, "</") {
		return "</" + strings.Join(words, " ") + ">"
	}
	return "<" + strings.Join(words, " ") + closed + ">"
}
