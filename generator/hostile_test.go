package generator_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// payloads try to leave the place they are put in.
func payloads() []string {
	return []string{
		`"><script>alert(1)</script>`,
		`'><img src=x onerror=alert(1)>`,
		`javascript:alert(1)`,
		`<svg onload=alert(1)>`,
		`{{.}} {{template "top" .}}`,
		`</title></style></textarea></script><b>`,
		`' onmouseover='alert(1)`,
		`" autofocus onfocus="alert(1)`,
		"x onclick=alert(1) ${alert(1)}",
		"\u202Eevil\u2028\u2066",
		`<!-- --><![CDATA[ ]]>&lt;b&gt;&#60;b&#62;`,
		`\u003cscript\u003e %3Cscript%3E`,
	}
}

const harmless = "Harmless"

// Whatever stands in the texts of region files and of atlas.toml, the pages
// have the same elements with the same attributes as with a harmless word.
func TestHostileTextStaysText(t *testing.T) {
	t.Parallel()
	t.Run("as the atlas is", func(t *testing.T) { staysText(t, pagesWith) })
	t.Run("no text empty", func(t *testing.T) { staysText(t, pagesFilledWith) })
}

func staysText(t *testing.T, pagesWith func(t testing.TB, text, link string) map[string]string) {
	// Whether a name fits on a map depends on its length. The short ones, which do, are
	// held against a word of their own length, or made as long as each other.
	const short, long = 27, 50
	harmlessPages := map[int]map[string][]string{} // by the length of the word
	for _, payload := range payloads() {
		length := utf8.RuneCountInString(payload)
		if most := short; !isHeavy() {
			if length > short {
				most = long
			}
			payload += strings.Repeat("x", most-length)
			length = most
		}
		if harmlessPages[length] == nil {
			harmlessPages[length] = skeletons(t, pagesWith(t, strings.Repeat("x", length), harmless))
		}
		want := harmlessPages[length]
		t.Run(payload, func(t *testing.T) {
			pages := pagesWith(t, payload, harmless)
			got := skeletons(t, pages)
			for _, address := range sortedKeys(want) {
				if !slices.Equal(got[address], want[address]) {
					t.Errorf("%s: %s", address, firstDifference(got[address], want[address]))
				}
			}
			for address, text := range pages {
				if strings.HasSuffix(address, ".html") && !strings.Contains(address, "404") && strings.Contains(text, "{{") && !strings.Contains(payload, "{{") {
					t.Errorf("%s: a layout shows through", address)
				}
			}
		})
	}
}

// The payloads must reach the pages, or the test above proves nothing.
func TestHostileTextArrives(t *testing.T) {
	pages := pagesWith(t, "ARRIVED", harmless)
	for address, atLeast := range map[string]int{"index.html": 5, "regions/aa12.html": 40, "memberships.html": 5, "credits.html": 4, "topics.html": 4, "404.html": 2} {
		if n := strings.Count(pages[address], "ARRIVED"); n < atLeast {
			t.Errorf("%s holds %d hostile texts, want at least %d", address, n, atLeast)
		}
	}
}

// Links that lead anywhere but the web are refused by the check, and should
// one slip past it, it comes out dead.
func TestHostileLinks(t *testing.T) {
	t.Parallel()
	edition, regions := fullAtlas(t)
	for _, payload := range append(payloads(), "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x", "//evil.example", "ftp://evil.example", "file:///etc/passwd", "https://user:secret@evil.example") {
		r := *copied(regions[1])
		n := plant(reflect.ValueOf(&r).Elem(), "", payload)
		bad := slices.DeleteFunc(region.Check(&r, edition, today()), func(f problem.Fault) bool { return f.Code != problem.BadLink })
		if n < 10 || len(bad) != n {
			t.Errorf("%d links are %q, and %d were refused", n, payload, len(bad))
		}
		for address, text := range pagesWith(t, harmless, payload) {
			for _, tag := range tags(text) {
				for name, value := range tag.attributes {
					if (name == "href" || name == "src") && !isSafe(value) && value != "data:," { // 404.html says so that it has no icon
						t.Errorf("%s: <%s %s=%q>", address, tag.name, name, value)
					}
				}
			}
		}
	}
}

// isSafe holds for what a click may lead to: pages of the site, and the web.
func isSafe(href string) bool {
	scheme, _, has := strings.Cut(strings.ToLower(strings.TrimSpace(href)), ":")
	if !has || strings.ContainsAny(scheme, "/?#%") {
		return true
	}
	return scheme == "http" || scheme == "https" || scheme == "mailto"
}

// Markdown is a language of its own: what is written in it becomes no element
// beyond those of prose, and no link beyond the web.
func TestHostileMarkdown(t *testing.T) {
	t.Parallel()
	edition, regions := fullAtlas(t)
	for _, body := range append(payloads(), `[x](javascript:alert(1))`, `![x](javascript:alert(1))`, `<javascript:alert(1)>`, "[x]: javascript:alert(1)\n\n[x]",
		"<script>alert(1)</script>", "<style>*{display:none}</style>", "<iframe src=//evil.example></iframe>", "<a href=javascript:alert(1)>x</a>", "# <img src=x onerror=alert(1)>", "| <b> |\n|-|\n| <svg onload=alert(1)> |", "```\n<script>\n```") {
		r := copied(regions[1])
		r.Body = body
		edition.Site.About, edition.Site.Method = body, body
		places := []string{"regions/aa12.html", "about.html"}
		pages := published(t, edition, []*region.Region{r}, func(address string) bool { return slices.Contains(places, address) })
		for _, address := range places {
			for _, tag := range tags(pages[address]) {
				isData := tag.name == "script" && tag.attributes["type"] == "application/ld+json" // never run; see TestLinkedData
				if (tag.name == "script" && tag.attributes["src"] == "" && !isData) || tag.name == "style" || tag.name == "iframe" || tag.name == "b" {
					t.Errorf("%s with %q has a <%s>", address, body, tag.name)
				}
				for name, value := range tag.attributes {
					if strings.HasPrefix(name, "on") || name == "style" || name == "href" && !isSafe(value) {
						t.Errorf("%s with %q has <%s %s=%q>", address, body, tag.name, name, value)
					}
				}
			}
		}
	}
}

// pagesWith is every file of the full atlas but its pictures, with all texts
// and all links replaced.
func pagesWith(t testing.TB, text, link string) map[string]string {
	t.Helper()
	edition, regions := fullAtlas(t)
	return planted(t, edition, regions, text, link)
}

func planted(t testing.TB, edition *region.Edition, regions []*region.Region, text, link string) map[string]string {
	t.Helper()
	if link == harmless {
		link = "https://harmless.example/"
	}
	plant(reflect.ValueOf(edition).Elem(), text, link)
	edition.Site.Lang = "en" // else all texts would be in another language than their pages
	var changed []*region.Region
	for _, r := range regions {
		plant(reflect.ValueOf(r).Elem(), text, link)
		changed = append(changed, r)
	}
	return published(t, edition, changed, func(address string) bool { return !isPicture(address) })
}

// isPicture holds for a file of pixels, which no text can change but by being drawn.
func isPicture(address string) bool {
	return strings.HasSuffix(address, ".png") || strings.HasSuffix(address, ".jpg")
}

// plant writes text into every free text below v, and link into every link;
// what must be a word of a vocabulary, a key or a code stays, since the check
// holds those to their lists. It counts the links.
func plant(v reflect.Value, text, link string) (links int) {
	for i := range v.NumField() {
		field, value := v.Type().Field(i), v.Field(i)
		if isWord(field) {
			continue
		}
		links += plantIn(value, field.Tag.Get("link") == "web", text, link)
	}
	return links
}

func plantIn(value reflect.Value, isLink bool, text, link string) (links int) {
	switch {
	case value.Kind() == reflect.String && isLink && value.String() != "":
		value.SetString(link)
		return 1
	case value.Kind() == reflect.String && !isLink && text != "" && value.String() != "":
		value.SetString(text)
	case value.Kind() == reflect.Struct:
		return plant(value, text, link)
	case value.Kind() == reflect.Slice:
		for i := range value.Len() {
			links += plantIn(value.Index(i), isLink, text, link)
		}
	case value.Kind() == reflect.Map:
		for _, key := range value.MapKeys() {
			item := reflect.New(value.Type().Elem()).Elem()
			item.Set(value.MapIndex(key))
			links += plantIn(item, isLink, text, link)
			value.SetMapIndex(key, item)
		}
	}
	return links
}

// isWord holds for fields that the check compares with a list, or that name
// another thing of the atlas.
func isWord(field reflect.StructField) bool {
	listed := []string{"File", "Code", "Key", "Codes", "Aliases", "Value", "Status", "Source", "From", "Kind", "Group", "Groups", "Of", "Evaluation", "Address"}
	return field.Tag.Get("one") != "" || field.Type.Kind() == reflect.String && slices.Contains(listed, field.Name) ||
		slices.Contains([]string{"Codes", "Aliases", "From", "Evaluation", "Groups", "Value", "Languages", "Words", "Translated"}, field.Name)
}

func copied(r *region.Region) *region.Region {
	other := *r
	return &other
}

// published is the wanted pages as they are published, by address.
func published(t testing.TB, edition *region.Edition, regions []*region.Region, wanted func(address string) bool) map[string]string {
	t.Helper()
	site := siteOf(t, edition, regions)
	pages := map[string]string{}
	for p := range site.Files() {
		if !wanted(p.Address) {
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

// skeletons is the elements of every page with the names of their attributes.
func skeletons(t *testing.T, pages map[string]string) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for address, text := range pages {
		if strings.HasSuffix(address, ".html") {
			for _, tag := range tags(text) {
				out[address] = append(out[address], fmt.Sprint(tag.name, " ", sortedKeys(tag.attributes)))
			}
			continue
		}
		if strings.HasSuffix(address, ".svg") || strings.HasSuffix(address, ".xml") {
			out[address] = elements(t, address, text)
		}
	}
	return out
}

// elements reads XML, which a browser refuses when it is not well formed.
func elements(t *testing.T, address, text string) []string {
	t.Helper()
	var list []string
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return list
		}
		if err != nil {
			t.Errorf("%s is not well formed: %v", address, err)
			return list
		}
		if start, ok := token.(xml.StartElement); ok {
			var names []string
			for _, a := range start.Attr {
				names = append(names, a.Name.Local)
			}
			list = append(list, fmt.Sprint(start.Name.Local, " ", names))
		}
	}
}

func firstDifference(got, want []string) string {
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			return fmt.Sprintf("element %d is <%s>, with a harmless word <%s>", i, got[i], want[i])
		}
	}
	return fmt.Sprintf("%d elements, with a harmless word %d", len(got), len(want))
}
