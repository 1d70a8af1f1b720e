package minify

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestLayout(t *testing.T) {
	for text, want := range map[string]string{
		"<ul>\n  {{range .List}}  <li>{{.}}</li>\n\n{{end}}</ul>\n":                          "<ul>\n{{range .List}} <li>{{.}}</li>\n{{end}}</ul>",
		"<a href=\"{{.Href}}\"{{if .Current}} aria-current=\"page\"{{end}}>\n\n{{.}}</a>":    "<a href=\"{{.Href}}\"{{if .Current}} aria-current=\"page\"{{end}}>\n{{.}}</a>",
		"<tr{{with .Find}} data-find=\"{{.}}\"{{end}}>  <td class=\"{{.A}}  b\">x</td></tr>": "<tr{{with .Find}} data-find=\"{{.}}\"{{end}}> <td class=\"{{.A}}  b\">x</td></tr>",
		"a  <b>b</b>  <i>c</i>  {{.D}}  e":                                                   "a <b>b</b> <i>c</i> {{.D}} e",
		"  <b>{{.}}</b>  \n":                                                                 "  <b>{{.}}</b>  ",
		"{{- with .A}}  {{.}}  {{- end}}  x":                                                 "{{- with .A}} {{.}} {{- end}} x",
		"<p>{{if eq .A \"a  b }}\"}}  c{{end}}":                                              "<p>{{if eq .A \"a  b }}\"}} c{{end}}",
		"<pre>  a\n\n{{.}}</pre>  b":                                                         "<pre>  a\n\n{{.}}</pre> b",
		"<svg viewBox=\"0 0 {{.W}} 1\">\n\n<path d=\"{{.D}}\"/></svg>  a":                    "<svg viewBox=\"0 0 {{.W}} 1\">\n\n<path d=\"{{.D}}\"/></svg> a",
		"": "",
		// More than white space would be lost.
		"<path  d=\"{{.}}\"/>\n":            "<path  d=\"{{.}}\"/>",
		"<p class=\"\">  a</p>":             "<p class=\"\">  a</p>",
		"<p>a  <!-- b --></p>":              "<p>a  <!-- b --></p>",
		"<p>&quot;  {{.}}</p>":              "<p>&quot;  {{.}}</p>",
		"<option>a</option>b  <option>c":    "<option>a</option>b  <option>c",
		"<img alt=\"\"  src=\"{{.}}\">":     "<img alt=\"\"  src=\"{{.}}\">",
		"<script></script>  a":              "<script></script>  a",
		"<p title='{{.}}'  lang=\"en\">a":   "<p title='{{.}}' lang=\"en\">a",
		"<a href=\"{{.A}}/  {{.B}}\">a</a>": "<a href=\"{{.A}}/  {{.B}}\">a</a>",
	} {
		if got := string(New().Layout([]byte(text))); got != want {
			t.Errorf("%q\ngives %q\nwant  %q", text, got, want)
		}
	}
}

// actions in a layout, with strings that hold what ends them.
var actions = regexp.MustCompile("(?s){{(?:\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`|[^\"`])*?}}")

// templated are the pieces of layouts that FuzzLayout joins.
var templated = append(slices.Clone(pieces), "{{if .A}}", "{{end}}", "{{.B}}", "  {{- .C}}", "{{.D -}}  ", `{{template "e" .}}`, `<a href="{{.F}}"{{if .G}} class="h"{{end}}>`,
	`<i{{with .J}} lang="{{.}}"{{end}}>`, `{{if eq .K "l  m"}}`, "{{/* n  o */}}", "{{range $i, $x := .P}}", "<td\n class=\"{{.Q}}\">", "\n\n  ", "<title>{{.R}}  s</title>", `<svg>`, `</svg>`)

// FuzzLayout joins pieces in every order: actions, words and tags must come
// through as they are, and a space must stand where one stood.
func FuzzLayout(f *testing.F) {
	f.Add([]byte{6, 0, 0, 33, 2, 35, 34, 7})
	f.Add([]byte{39, 1, 45, 40, 2, 9, 0, 42})
	m := New()
	f.Fuzz(func(t *testing.T, order []byte) {
		var b strings.Builder
		for _, o := range order[:min(len(order), 200)] {
			b.WriteString(templated[int(o)%len(templated)])
		}
		text := b.String()
		small := string(m.Layout([]byte(text)))
		if !slices.Equal(strings.Fields(text), strings.Fields(small)) || len(small) > len(text) {
			t.Errorf("%q\nbecomes %q", text, small)
		}
		if a, b := actions.FindAllString(text, -1), actions.FindAllString(small, -1); !slices.Equal(a, b) {
			t.Errorf("%q\nbecomes %q\nactions %q\nthen    %q", text, small, a, b)
		}
	})
}
