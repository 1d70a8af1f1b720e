package render

import (
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/generator/output"
	"regional-atlas/generator/palette"
	"regional-atlas/generator/words"
)

// Marks become elements where elements may stand, and nothing elsewhere.
func TestMarksBecomeLanguages(t *testing.T) {
	en := func(text string) string { return words.In("en", text) }
	note, end := string(ifMixed()), string(endMixed())
	for _, c := range [][3]string{
		{"a.html", "<p>één " + en("one <b>"+words.In("fr", "deux")+"</b>") + "</p>", `<p>één <span lang=en>one <b><span lang=fr>deux</span></b></span></p>`},
		{"a.html", "<title>" + en("x") + "</title><p title=\"a > " + en("b") + "\">" + en("c"), `<title>x</title><p title="a > b"><span lang=en>c</span>`},
		{"a.html", "<p title=" + en("b") + ">" + en("c") + "</p>", "<p title=b><span lang=en>c</span></p>"},
		{"a.html", "<svg><title>" + en("b") + "</title></svg>" + en("c"), "<svg><title>b</title></svg><span lang=en>c</span>"},
		{"a.html", "<select><option value=1>" + en("b") + "</option></select>", "<select><option value=1>b</option></select>"},
		{"a.html", "<script>\"" + en("b") + "<p>\"</script>" + en("c"), "<script>\"b<p>\"</script><span lang=en>c</span>"},
		{"a.html", "<p>a</p>" + en("b") + note + "<p>note</p>" + end + "!", "<p>a</p><span lang=en>b</span><p>note</p>!"},
		{"a.html", "<p>a</p>" + string(mixed("")) + note + "<p>note</p>" + end + "!", "<p>a</p>!"},
		{"a.html", "<p>a</p>" + string(mixed("en")) + note + "<p>note</p>" + end + "!", "<p>a</p><p>note</p>!"},
		{"a.svg", "<text>" + en("b") + "</text>", "<text>b</text>"},
		{"a.js", "f(\"" + en("b") + "\")", "f(\"b\")"},
		{"a.png", en("b"), en("b")},
	} {
		if got := string(spoken(output.File{Address: c[0]}, []byte(c[1]))); got != c[2] {
			t.Errorf("%s: %s\nwant %s", c[0], got, c[2])
		}
	}
}

// A sentence of a catalogue is text, whatever stands in it.
func TestSentencesAreText(t *testing.T) {
	w := words.New("fr", []words.Entry{{Key: "or", Text: `<b>{{print 1}}</b> & "x"`}, {Key: "map.of", Text: "{country} <i>"}})
	files := fstest.MapFS{"page.html": {Data: []byte(`<p title="{{say "or"}}">{{say "or"}} {{say "map.of" "country" .}}</p>`)}}
	r, err := New(files, palette.Palette{}, w)
	if err != nil {
		t.Fatal(err)
	}
	data, err := r.File(output.File{Address: "a.html", Layout: "page", Content: func() any { return "<u>" }})
	want := `&lt;b&gt;{{print 1}}&lt;/b&gt; &amp; &#34;x&#34;`
	if got := string(data); err != nil || got != `<p title="`+want+`">`+want+` &lt;u&gt; &lt;i&gt;</p>` {
		t.Errorf("%v: %s", err, got)
	}
	if _, err := New(fstest.MapFS{"page.html": {Data: []byte(`{{say "no such"}}`)}}, palette.Palette{}, w); err == nil || !strings.Contains(err.Error(), `no catalogue of words has the key "no such"`) {
		t.Errorf("a key that nobody knows: %v", err)
	}
}
