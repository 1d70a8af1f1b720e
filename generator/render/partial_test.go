package render

import (
	"math"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"regional-atlas/generator/output"
	"regional-atlas/generator/palette"
	"regional-atlas/generator/words"
)

type (
	link struct{ Href, Text string }
	deep struct {
		Link *link
		Text string
	}
)

// parts of the tests, one of which places another.
var parts = map[string]string{
	"link":  "<a href=\"{{.Href}}\">{{.Text}}</a>\n",
	"text":  "<i>{{.}}</i>\n",
	"entry": "<li>{{one \"link\" .}} {{template \"text\" .Text}}</li>\n",
	"twice": "{{.}}{{.}}",
	"open":  "<p title=\"{{.}}",
}

func laidOut(t testing.TB, layout string, words any) (string, error) {
	t.Helper()
	return fileOf(with(t, layout), words)
}

func fileOf(r *Renderer, words any) (string, error) {
	data, err := r.File(output.File{Address: "a.html", Layout: "a", Content: func() any { return words }})
	return string(data), err
}

func with(t testing.TB, layout string) *Renderer {
	t.Helper()
	files := fstest.MapFS{"a.html": {Data: []byte(layout)}}
	for name, text := range parts {
		files["parts/"+name+".html"] = &fstest.MapFile{Data: []byte(text)}
	}
	r, err := New(files, palette.Palette{}, words.English())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// A partial places what the part itself would, whatever stands in the words.
func TestStampsSayWhatPartsSay(t *testing.T) {
	words := []link{{"a.html", "A"}, {"b.html?x=1&y=2", `<b>"B"</b> & 'c'`}, {"javascript:alert(1)", "<script>alert(1)</script>"}, {`" onclick="x`, "{{.}}"}, {"a.html", "A"}, {}}
	for stamped, plain := range map[string]string{
		`{{each "link" . ", "}}`:                 `{{range $i, $l := .}}{{if $i}}, {{end}}{{template "link" $l}}{{end}}`,
		`{{each "link" .}}`:                      `{{range .}}{{template "link" .}}{{end}}`,
		`{{each "link" . " < "}}`:                `{{range $i, $l := .}}{{if $i}} &lt; {{end}}{{template "link" $l}}{{end}}`,
		`<ul>{{each "entry" .}}</ul>`:            `<ul>{{range .}}<li>{{template "link" .}} {{template "text" .Text}}</li>{{end}}</ul>`,
		`{{range .}}{{one "text" .Text}}{{end}}`: `{{range .}}{{template "text" .Text}}{{end}}`,
		`<svg><g>{{each "link" .}}</g></svg>`:    `<svg><g>{{range .}}{{template "link" .}}{{end}}</g></svg>`,
	} {
		got, err := laidOut(t, stamped, words)
		want, err2 := laidOut(t, plain, words)
		if err != nil || err2 != nil || got != want {
			t.Errorf("%s gives\n%s (%v), want\n%s (%v)", stamped, got, err, want, err2)
		}
		if strings.Contains(got, "<script") || strings.Contains(got, "javascript") || strings.Contains(got, ` onclick="x`) {
			t.Errorf("%s lets through %s", stamped, got)
		}
	}
}

// A pointer is followed to its value, once more for each page.
func TestStampsFollowPointers(t *testing.T) {
	r := with(t, `{{one "link" .}}`)
	words := &link{"a.html", "A"}
	for _, text := range []string{"A", "B", "A"} {
		words.Text = text
		data, err := r.File(output.File{Layout: "a", Content: func() any { return words }})
		if want := `<a href="a.html">` + text + `</a>`; err != nil || string(data) != want {
			t.Errorf("%s, %v, want %s", data, err, want)
		}
	}
}

// What comes back in an attribute loses its tags, as html/template promises.
func TestStampsInAttributesAreText(t *testing.T) {
	got, err := laidOut(t, `<p title="{{one "text" .}}">`, `"><script>`)
	if err != nil || got != `<p title="&#34;&gt;&lt;script&gt;">` {
		t.Errorf("%s, %v", got, err)
	}
}

func TestStampsRefuse(t *testing.T) {
	for _, test := range []struct {
		layout string
		words  any
		want   string
	}{
		{`{{one "nothing" .}}`, link{}, `there is no part "nothing"`},
		{`{{each "link" .}}`, link{}, "no list"},
		{`{{each "link" .}}`, []*link{{}}, "cannot be kept"},
		{`{{one "link" .}}`, deep{}, "cannot be kept"},
		{`{{one "text" .}}`, math.Copysign(0, -1), "cannot be kept"},
		{`{{one "text" .}}`, []string{"a"}, "cannot be kept"},
		{`{{one "text" .}}`, (*link)(nil), "placed with nothing"},
		{`{{one "link" .}}`, struct{ Href string }{"a"}, "Text"},
		{`{{one "open" .}}`, "a", "ends in a non-text context"},
	} {
		if got, err := laidOut(t, test.layout, test.words); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s with %#v gave %q, %v; want an error with %q", test.layout, test.words, got, err, test.want)
		}
	}
}

// A partial forgets before it grows large, and says the same afterwards, to any
// number of workers.
func TestStampsForget(t *testing.T) {
	r := with(t, `{{each "text" .}}`)
	words, want := make([]string, 3*mostKept/2), strings.Builder{}
	for i := range words {
		words[i] = strconv.Itoa(i)
		want.WriteString("<i>" + words[i] + "</i>")
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			data, err := r.File(output.File{Layout: "a", Content: func() any { return words }})
			if err != nil || string(data) != want.String() {
				t.Errorf("%d bytes, %v; want %d", len(data), err, want.Len())
			}
		})
	}
	group.Wait()
}

func TestStampsStaySmall(t *testing.T) {
	s := partials{"text": {part: with(t, `{{template "text" .}}`).layouts["a"]}}
	for i := range 2*mostKept + 10 {
		if _, err := s.one("text", strconv.Itoa(i)); err != nil {
			t.Fatal(err)
		}
	}
	n := 0
	s["text"].kept.Range(func(any, any) bool { n++; return true })
	if n == 0 || n > mostKept {
		t.Errorf("%d values are kept, want at most %d", n, mostKept)
	}
}

// A page is not overwritten by the next, which takes the same buffer.
func TestPagesStayAsTheyAre(t *testing.T) {
	r := with(t, `<p>{{.}}`)
	make := func(words string) []byte {
		data, err := r.File(output.File{Layout: "a", Content: func() any { return words }})
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	first := make("first")
	make("later")
	if string(first) != "<p>first" {
		t.Errorf("%s", first)
	}
}

func TestProseIsSmall(t *testing.T) {
	got, err := laidOut(t, `<div>{{prose .}}</div>`, "A  *b*\nc\n\n\n- d\n- <e>\n")
	if err != nil || strings.Contains(got, "\n\n") || !strings.Contains(got, "<em>b</em>\nc") || !strings.Contains(got, "&lt;e") {
		t.Errorf("%q, %v", got, err)
	}
}
