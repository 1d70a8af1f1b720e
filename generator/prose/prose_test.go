package prose

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
)

func convert(t *testing.T, markdown string) Text {
	t.Helper()
	got, err := New().Convert(markdown)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestHTML(t *testing.T) {
	tests := []struct{ name, markdown, want string }{
		{"empty", "", ""},
		{"paragraphs", "One.\nStill one.\n\nTwo.", "<p>One.\nStill one.</p>\n<p>Two.</p>\n"},
		{"emphasis", "*a* **b** ~~c~~ `d`", "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>\n"},
		{"hard break", "a  \nb", "<p>a<br>\nb</p>\n"},
		{"escapes and references", `\*a\* &eacute; &#60; &amp;lt; &nope;`, "<p>*a* é &lt; &amp;lt; &amp;nope;</p>\n"},
		{"tight list", "- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"},
		{"ordered list", "3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"},
		{"quote and rule", "> a\n\n---", "<blockquote>\n<p>a</p>\n</blockquote>\n<hr>\n"},
		{"code", "```go\nif a < b {}\n```", "<pre><code>if a &lt; b {}\n</code></pre>\n"},

		{"top heading is h3", "# A", "<h3>A</h3>\n"},
		{"headings keep their order", "# A\n## B\n### C\n#### D\n##### E", "<h3>A</h3>\n<h4>B</h4>\n<h5>C</h5>\n<h6>D</h6>\n<h6>E</h6>\n"},
		{"no level is skipped", "## A\n#### B\n## C\n# D\n### E", "<h3>A</h3>\n<h4>B</h4>\n<h3>C</h3>\n<h3>D</h3>\n<h4>E</h4>\n"},
		{"empty heading", "#\n\n## A\n\n# &nbsp;", "<h3>A</h3>\n"},
		{"no heading id", "# A {#map onclick=alert(1)}", "<h3>A {#map onclick=alert(1)}</h3>\n"},

		{"safe link", `[a](https://e.eu/?a=1&b=2 "T & t")`, `<p><a href="https://e.eu/?a=1&amp;b=2" rel="noopener" title="T &amp; t">a</a></p>` + "\n"},
		{"relative link", "[a](be2.html#map)", `<p><a href="be2.html#map">a</a></p>` + "\n"},
		{"fragment", "[a](#map)", `<p><a href="#map">a</a></p>` + "\n"},
		{"mail", "<a@e.eu> [b](MAILTO:b@e.eu)", `<p><a href="mailto:a@e.eu">a@e.eu</a> <a href="MAILTO:b@e.eu">b</a></p>` + "\n"},
		{"reference link", "[a][r]\n\n[r]: https://e.eu", `<p><a href="https://e.eu" rel="noopener">a</a></p>` + "\n"},
		{"link without words", "[](https://e.eu)", `<p><a href="https://e.eu" rel="noopener">https://e.eu</a></p>` + "\n"},
		{"bare address is text", "see https://e.eu now", "<p>see https://e.eu now</p>\n"},
		{"script link", "[a](javascript:alert(1))", "<p>a</p>\n"},
		{"script link, hidden", "[a](JaVa&#x53;cript&colon;alert(1)) [b](&#1;javascript:x) [c](java&Tab;script:x)", "<p>a b c</p>\n"},
		{"data, file, vbscript", "[a](data:text/html,x) [b](file:///etc) [c](vbscript:x) [d](blob:x)", "<p>a b c d</p>\n"},
		{"other host in disguise", `[a](//e.eu) [b](\\\\e.eu) [c](/\\e.eu) [d](http:e.eu) [e](https:///e.eu)`, "<p>a b c d e</p>\n"},
		{"autolink with another scheme", "<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n"},
		{"autolink in a link", "[a <https://e.eu> b](https://f.eu)", ""},
		{"quote in an address", `[a](<https://e.eu/" onclick="x>)`, `<p><a href="https://e.eu/%22%20onclick=%22x" rel="noopener">a</a></p>` + "\n"},

		{"image on the web", "![a *b*](https://e.eu/x.png)", `<p><a href="https://e.eu/x.png" rel="noopener">a <em>b</em></a></p>` + "\n"},
		{"image elsewhere", "![a](x.png) ![b](data:image/png;base64,AA)", "<p>a b</p>\n"},
		{"image without words", "![](x.png)", "<p>x.png</p>\n"},
		{"image in a link", "[![a](https://e.eu/x.png)](https://f.eu)", `<p><a href="https://f.eu" rel="noopener">a</a></p>` + "\n"},

		{"raw inline", `a <b onclick="x">b</b> <!-- c -->`, "<p>a &lt;b onclick=&#34;x&#34;&gt;b&lt;/b&gt; &lt;!-- c --&gt;</p>\n"},
		{"raw block", "<script>\nalert('1')\n</script>\n", "<p>&lt;script&gt;\nalert(&#39;1&#39;)\n&lt;/script&gt;\n</p>\n"},
		{"raw svg", "<svg onload=alert(1)>", "<p>&lt;svg onload=alert(1)&gt;</p>\n"},
		{"raw comment block", "<!-- hidden\n-->", "<p>&lt;!-- hidden\n--&gt;</p>\n"},
		{"entity tag", "&lt;script&gt;", "<p>&lt;script&gt;</p>\n"},

		{"controls", "a\x00b\x01c\xffd\u0085e\ufffef&#0;g&#1;h&#xD800;", "<p>a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg\ufffdh\ufffd</p>\n"},
		{"line ends", "a\r\nb\rc", "<p>a\nb\nc</p>\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := convert(t, test.markdown).HTML
			checkSafe(t, got)
			if test.want != "" && got != test.want {
				t.Errorf("%q\n got %q\nwant %q", test.markdown, got, test.want)
			}
			if test.name != "empty" && got == "" {
				t.Errorf("%q: nothing came out", test.markdown)
			}
		})
	}
}

func TestTable(t *testing.T) {
	got := convert(t, "| a |  | c |\n|:-:|--|--:|\n| 1 | **2** | 3 |\n\nx|y\n-|-\n")
	want := `<div class="scroll" tabindex="0" role="region" aria-label="Table">
<table>
<thead>
<tr>
<th class="center" scope="col">a</th>
<td></td>
<th class="right" scope="col">c</th>
</tr>
</thead>
<tbody>
<tr>
<td class="center">1</td>
<td><strong>2</strong></td>
<td class="right">3</td>
</tr>
</tbody>
</table>
</div>
<div class="scroll" tabindex="0" role="region" aria-label="Table 2">
<table>
<thead>
<tr>
<th scope="col">x</th>
<th scope="col">y</th>
</tr>
</thead>
</table>
</div>
`
	if got.HTML != want {
		t.Errorf("got\n%s\nwant\n%s", got.HTML, want)
	}
	if want := "a c\n1 2 3\nx y"; got.Plain != want {
		t.Errorf("plain %q, want %q", got.Plain, want)
	}
}

func TestPlain(t *testing.T) {
	got := convert(t, "# A *b*\n\nC &amp;\nd  \ne `x  y` <b>\n\n- f\n- g [h](javascript:x)\n\n> i\n\n```\nj\nk\n```\n").Plain
	if want := "A b\nC & d e x y <b>\nf\ng h\ni\nj\nk"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLinks(t *testing.T) {
	got := convert(t, "é [a](x&amp;y) ![b](c.png)\r\n\n> - [d](javascript:alert\\(1\\))\n> - <https://e.eu>, *[f][g]*\n\n"+
		"|h|\n|-|\n|[i](<j k>)|\n\n[![k](l)](m) [n]()\n\n[g]: ftp://o\n").Links
	want := []Link{
		{"x&y", 1, 3}, {"c.png", 1, 16},
		{"javascript:alert(1)", 3, 5}, {"https://e.eu", 4, 5}, {"ftp://o", 4, 22},
		{"j k", 8, 2}, {"m", 10, 1}, {"l", 10, 2}, {"", 10, 14},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestTooLong(t *testing.T) {
	if _, err := New().Convert(strings.Repeat("a", maxBytes+1)); err == nil {
		t.Error("a text over the limit was taken")
	}
}

// TestBounds shows that what lies past a bound comes out as text and loses no word.
func TestBounds(t *testing.T) {
	tests := []struct{ name, markdown, word string }{
		{"quotes", strings.Repeat(">", maxNesting+5) + " end", "&gt;&gt;&gt;&gt;&gt; end"},
		{"marks", strings.Repeat("*a* ", maxInlines) + "*end*", "*end*"},
		{"run", strings.Repeat("*", 100) + "end" + strings.Repeat("*", 100), "***end***"},
		{"nested emphasis", strings.Repeat("*a **b ", 30) + "end" + strings.Repeat("** *", 30), "end"},
		{"cells", "|a|b|\n|-|-|\n" + strings.Repeat("|c|d|\n", maxCells/2), "|c|d|"},
	}
	for _, test := range tests {
		got := convert(t, test.markdown).HTML
		checkSafe(t, got)
		if !strings.Contains(got, test.word) {
			t.Errorf("%s: %q is not in %.200q", test.name, test.word, got)
		}
	}
}

func TestManyGoroutines(t *testing.T) {
	c := New()
	markdown := "# A\n\n[a](b) *c*\n\n|x|\n|-|\n|`y\\|z`|\n"
	want := convert(t, markdown)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 50 {
				if got, err := c.Convert(markdown); err != nil || !reflect.DeepEqual(got, want) {
					t.Errorf("got %v, %v", got, err)
				}
			}
		})
	}
	group.Wait()
}

func BenchmarkConvert(b *testing.B) {
	markdown := strings.Repeat("Brussels has **1.2 million** people and [one plan](https://e.eu/plan).\n\n- hospitals\n- firms\n\n", 5)
	c := New()
	b.SetBytes(int64(len(markdown)))
	for b.Loop() {
		if _, err := c.Convert(markdown); err != nil {
			b.Fatal(err)
		}
	}
}

// What becomes something else than it looks like is told with its place.
func TestOdd(t *testing.T) {
	at := func(kind Kind, text string, line, col int) Odd { return Odd{kind, text, line, col} }
	for markdown, want := range map[string][]Odd{
		"Plain *words*, a [link](https://a.example) and\n- a list\n- `[x](https://b c)`\n": nil,
		"a\n\n    pasted\n    block\n":                              {at(Indented, "pasted", 3, 5)},
		"a\n\n\t- a bullet after a tab\n":                           {at(Indented, "- a bullet after a tab", 3, 2)},
		"- a\n\n    in a list\n":                                    nil,
		"```\nmeant\n```\n":                                         nil,
		"a <b>c</b> <!-- d -->\n":                                   {at(Markup, "<b>", 1, 3), at(Markup, "<!-- d -->", 1, 12)},
		"<div>\nx\n</div>\n":                                        {at(Markup, "<div>", 1, 1)},
		"![a picture](https://a.example/b.png)\n":                   {at(Picture, "![a picture](https://a.example/b.png)", 1, 1)},
		"![mine](a.png)\n":                                          nil, // a fault of its own
		"é [x](https://exa mple.org) y\n":                           {at(Unlinked, "[x](https://exa mple.org)", 1, 3)},
		"[x](https://a.example \"title\") and [y](<https://b c>)\n": nil,
		"A note[^1].\n\n[^1]: Page5.\n":                             {at(LostNote, "[^1].", 1, 7)},
		"A note[^1].\n\n[^1]: More words than one.\n":               {at(Note, "[^1]", 1, 7), at(Note, "[^1]", 3, 1)},
	} {
		text, err := New().Convert(markdown)
		if err != nil || !slices.Equal(text.Odd, want) {
			t.Errorf("%q:\n got  %+v\n want %+v, %v", markdown, text.Odd, want, err)
		}
	}
	if text, _ := New().Convert(strings.Repeat("<b>x ", 1000)); len(text.Odd) != mostOdd {
		t.Errorf("%d odd pieces", len(text.Odd))
	}
}

// A converter that leads knows names; all other addresses are as ever.
func TestNewLeading(t *testing.T) {
	lead := func(target string) (string, bool) { return "page.html", target == "NAME" }
	text, err := NewLeading(lead).Convert("[a](NAME) [b](NAMELESS) [c](javascript:x) <https://d.example>")
	want := `<p><a href="page.html">a</a> <a href="NAMELESS">b</a> c <a href="https://d.example" rel="noopener">https://d.example</a></p>` + "\n"
	if err != nil || text.HTML != want || len(text.Links) != 4 || text.Links[0].Target != "NAME" {
		t.Errorf("%q, %+v, %v", text.HTML, text.Links, err)
	}
}
