package minify

import (
	"html"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// page wraps a body as our layouts do.
func page(body string) string {
	return `<!doctype html>
<html lang="en-GB">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width,initial-scale=1">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'">
  <title>Brussels &amp; Flanders</title>
  <link rel="stylesheet" href="../atlas.css">
</head>
<body id="top">
` + body + `
</body>
</html>
`
}

// bodies are fragments on which a minifier may lose a space, a word, a link or a digit.
var bodies = map[string]string{
	"inline":        `<p>a <b>b</b> <i>c</i>, <a href="x.html">d</a> <a href="y.html">e</a><sup>2</sup> <sub>3</sub> <span> f </span>g</p>`,
	"inline lines":  "<p>\n  <em>a</em>\n  <strong>b</strong>\n  <code>c</code>\n  d\n</p>",
	"spaces inside": `<p>a<b> b </b>c <span class="x"> d</span><span> e</span></p>`,
	"empty inline":  `<p>a <span class="mark"></span> b <i aria-hidden="true"></i> c</p>`,
	"void":          `<p>a <br> b <wbr>c <img src="d.png" alt="e f"> g <input type="checkbox" checked> h</p>`,
	"label":         `<label for="q">Search </label> <input id="q" type="search" value=""> <button type="submit">Go</button> <output> 3 </output> of 4`,
	"select":        `<select id="s"><option value="">All</option> <option value="be" selected>Belgium </option></select> after`,
	"pre":           "<pre>\n  a\n\tb   c\n</pre><pre><code>  x &lt; y\n\n  z</code></pre>",
	"textarea":      "<textarea rows=\"2\">  a\n  b </textarea>",
	"list":          "<ul>\n <li> a </li>\n <li><a href=\"#b\">b</a> (c)</li>\n</ul>\n<dl><dt>d</dt> <dd>e</dd></dl>",
	"table":         `<table><caption> a </caption><thead><tr><th scope="col" colspan="1">b</th></tr></thead><tbody><tr><th scope="row">c</th> <td> d </td></tr></tbody></table>`,
	"time and abbr": `<p><time datetime="2024-05-01">1 May</time> <abbr title="a b">AB</abbr> <data value="1">one</data> <kbd>k</kbd></p>`,
	"details":       `<details open><summary> a <span>b</span> </summary> <p>c</p></details> <details hidden="until-found"><summary>d</summary></details>`,
	"entities":      `<p>&amp;lt; &lt;b&gt; AT&amp;T &amp;copy &amp;copy; &amp;amp; &nbsp;x&nbsp; &shy; &#8201; &quot;q&quot; &#39;r&#39; a&lt;b &amp;notit; 1 &lt; 2 &gt; 0</p>`,
	"attributes":    `<p title="a  &quot;b&quot; 'c' &amp;lt; &gt;" data-x='{"a": "b"}' data-y="" class="" lang="fr">x</p>`,
	"links":         `<a href="?a=1&amp;copy=2&amp;b=%20c#d" rel="noopener">x</a> <a href="HTTP://E.eu/%C3%A9?q=a+b">y</a> <a href="mailto:a@e.eu?subject=a%20b">z</a> <a href=" x.html ">w</a>`,
	"download":      `<a href="a.csv" download="regions 2024.csv" hreflang="en" type="text/csv;charset=utf-8">a</a>`,
	"svg": `<figure><svg viewBox="0 0 100 100" role="img" aria-labelledby="t"><title id="t">Map  of x</title><path d="M10.50 20.250L30.0,40zM 0.1.2.3 1e-3-4a1 1 0 01.5.5" class="a"/>` +
		`<a href="regions/be2.html"><path d="m1 2 3 4z"/></a><text x="1.50" y="2"> a <tspan>b</tspan> c</text><line x1="0" y1="0" x2="0" y2="10"/></svg> <figcaption>d</figcaption></figure> e`,
	"svg in text": `<p>a <svg width="8" height="8"><path d="M0 0"/></svg> b<svg width="8" height="8"></svg>c</p>`,
	"template":    `<p class="{{ .Class }}">{{ if .A }} a {{ end }} <b>{{ .B }}</b> <% c %></p>`,
	"template el": `<template id="row"><tr> <td>a</td> </tr></template> <p>b</p>`,
	"script":      `<script src="a.js" defer></script><script type="application/json" id="d">{"a": 1.50, "b": "<\/script> x  y"}</script><p>a</p>`,
	"noscript":    `<noscript> <p>a</p> </noscript> b`,
	"comment":     `<p>a<!-- b --> c <!-- d -->e</p>`,
	"ids":         `<section id="memberships" aria-labelledby="m"><h2 id="m">M</h2></section><a id="x" name="z">y</a>`,
	"languages":   `<p><span lang="el">Αττική</span> <bdi>x</bdi> <q cite="x.html">y</q> z</p>`,
	"custom":      `<p>a <atlas-map>b</atlas-map> c <mark>d</mark> <ins>e</ins> <del>f</del> <ruby>g<rt>h</rt></ruby> i</p>`,
	"buttons":     `<p>a <button type="button">b</button> <button type="button">c</button> d <meter value="0.50">e</meter> <progress value="1" max="2">f</progress> g</p>`,
	"headings":    `<h1>a <small>b</small></h1> <hgroup><p>c</p> <h2>d</h2></hgroup> <nav><a href="a">e</a> / <a href="b">f</a></nav>`,
}

var (
	hidden = regexp.MustCompile(`(?s)<!--.*?-->|<(script|style)\b.*?</(?:script|style)>`)
	anyTag = regexp.MustCompile(`(?s)<(/?[a-zA-Z][-a-zA-Z0-9]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?|\s*/)*)\s*>`)
	anAttr = regexp.MustCompile(`(?s)([^\s=>"'/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?`)
)

// words returns the text of a page with white space collapsed, as it reads when
// every tag is taken away.
func words(page string) string {
	page = strings.ReplaceAll(page, "<option", " <option") // entries of a menu never share a line
	text := anyTag.ReplaceAllString(hidden.ReplaceAllString(page, ""), "")
	return strings.Join(strings.FieldsFunc(html.UnescapeString(text), func(r rune) bool {
		return strings.ContainsRune(" \t\r\n\f", r)
	}), " ")
}

// tags returns every tag with its attributes, decoded. Attributes without meaning
// when empty are left out, and so is the white space around an address, which
// browsers drop.
func tags(page string) (out []string) {
	for _, m := range anyTag.FindAllStringSubmatch(hidden.ReplaceAllString(page, ""), -1) {
		tag := m[1]
		for _, a := range anAttr.FindAllStringSubmatch(m[2], -1) {
			value := html.UnescapeString(strings.ReplaceAll(unquote(a[2]), "&copy=", "&amp;copy="))
			if a[1] == "href" {
				value = strings.Replace(strings.TrimSpace(value), "HTTP:", "http:", 1)
			}
			if value != "" || a[1] == "alt" {
				tag += " " + a[1] + "=" + value
			} else if a[1] != "class" && a[1] != "value" {
				tag += " " + a[1]
			}
		}
		out = append(out, tag)
	}
	return out
}

func unquote(value string) string {
	if value != "" && (value[0] == '"' || value[0] == '\'') {
		return value[1 : len(value)-1]
	}
	return value
}

func TestHTMLKeepsWordsTagsAndPaths(t *testing.T) {
	m := New()
	for name, body := range bodies {
		t.Run(name, func(t *testing.T) {
			before := page(body)
			raw, err := m.HTML([]byte(before))
			if err != nil {
				t.Fatal(err)
			}
			after := string(raw)
			if words(before) != words(after) {
				t.Errorf("words changed\nbefore %q\nafter  %q", words(before), words(after))
			}
			a, b := tags(before), tags(after)
			for i := range max(len(a), len(b)) {
				if i >= len(a) || i >= len(b) || a[i] != b[i] {
					t.Errorf("tag %d changed\nbefore %.200q\nafter  %.200q", i, a[min(i, len(a)):], b[min(i, len(b)):])
					break
				}
			}
			if len(after) > len(before) {
				t.Errorf("grew from %d to %d bytes", len(before), len(after))
			}
			again, err := m.HTML(raw)
			if err != nil || string(again) != after {
				t.Errorf("a second pass changed it (%v)\n%s\n%s", err, after, again)
			}
		})
	}
}

func TestHTMLKeepsSpacesOfPre(t *testing.T) {
	out, err := New().HTML([]byte(page(bodies["pre"] + bodies["textarea"])))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"\n  a\n\tb   c\n</pre>", "<code>  x &lt; y\n\n  z</code>", "  a\n  b </textarea>"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%q is not in %q", want, out)
		}
	}
}

func TestMinifierFile(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"a.css", "a {\n  color: #ff0000;\n  margin: 0.50rem 0;\n}\n", "a{color:red;margin:.5rem 0}"},
		{"a.css", ":root { --x: 1px; color: light-dark(#000, #fff) }\n@layer base { a { & b { width: calc(1px + 2 * var(--x)) } } }", ""},
		{"a.js", "(function () {\n  'use strict';\n  var name = 1;\n  window.x = name + 2;\n})();\n", ""},
		{"a.json", "{\n \"a\": 1.50,\n \"b\": 10000000000000000000\n}", `{"a":1.50,"b":10000000000000000000}`},
		{"a.svg", `<svg> <path d="M 1.50 2"/> </svg>`, `<svg> <path d="M 1.50 2"/> </svg>`},
		{"a.txt", "a  b", "a  b"},
		{"LICENCE", "a  b", "a  b"},
	}
	for _, test := range tests {
		got, err := New().File(test.name, []byte(test.data))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		t.Logf("%s", got)
		if test.want != "" && string(got) != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
		if len(got) > len(test.data) {
			t.Errorf("%s grew: %q", test.name, got)
		}
	}
}

func TestMinifierErrorNamesTheFile(t *testing.T) {
	_, err := New().File("a.js", []byte("function ("))
	if err == nil || !strings.HasPrefix(err.Error(), "a.js: ") {
		t.Errorf("got %v", err)
	}
}

func TestMinifierManyGoroutines(t *testing.T) {
	m := New()
	source := []byte(page(bodies["svg"] + bodies["entities"] + bodies["attributes"]))
	want, err := m.HTML(source)
	if err != nil {
		t.Fatal(err)
	}
	copied := string(source)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 50 {
				if got, err := m.HTML(source); err != nil || string(got) != string(want) {
					t.Errorf("got %q, %v", got, err)
				}
			}
		})
	}
	group.Wait()
	if string(source) != copied {
		t.Error("the source was changed")
	}
}
