package minify

import (
	"html"
	"strings"
	"testing"
)

// pieces are what FuzzHTML builds bodies from: inline and block elements, spaces
// in every place, awkward text.
var pieces = []string{
	" ", "\n", "a", "b ", " c", ",", "<b>", "</b>", "<a href=\"x.html?a=1&amp;b=2\">", "</a>", "<p>", "</p>", "<span class=\"x\">", "</span>",
	"<br>", "&amp;", "&lt;", "&nbsp;", "<ul><li>", "</li></ul>", "<td>", "</td>", "<sup>2</sup>", "<svg><path d=\"M 1.0 2\"/></svg>", "<!-- x -->",
	"<pre> x  y</pre>", "<button type=\"button\">z</button>", "<div>", "</div>", "<code>", "</code>", "<i></i>", "&#34;", "<img alt=\"\" src=\"x.png\">",
}

// FuzzHTML joins pieces and a free text in every order: words and tags must come
// through.
func FuzzHTML(f *testing.F) {
	f.Add([]byte{6, 2, 7, 0, 8, 3, 9}, "a & b")
	f.Add([]byte{10, 0, 6, 0, 7, 1, 25, 11, 28, 4}, "  <q title=\"'\">&amp;lt;")
	m := New()
	f.Fuzz(func(t *testing.T, order []byte, free string) {
		var b strings.Builder
		b.WriteString("<p title=\"" + html.EscapeString(clean(free)) + "\">" + html.EscapeString(clean(free)))
		for _, o := range order[:min(len(order), 200)] {
			b.WriteString(pieces[int(o)%len(pieces)])
		}
		before := page(b.String())
		after, err := m.HTML([]byte(before))
		if err != nil {
			t.Fatal(err)
		}
		if x, y := words(before), words(string(after)); x != y {
			t.Errorf("words changed\nsource %q\nbefore %q\nafter  %q", b.String(), x, y)
		}
		if x, y := strings.Join(tags(before), "\n"), strings.Join(tags(string(after)), "\n"); x != y {
			t.Errorf("tags changed\nsource %q\nbefore %q\nafter  %q", b.String(), x, y)
		}
	})
}

// clean keeps out what never reaches a page: html/template and prose replace it before.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0xFFFD || r >= 0x7F && r < 0xA0 {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}
