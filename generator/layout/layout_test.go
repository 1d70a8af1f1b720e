package layout

import (
	"errors"
	"fmt"
	"html/template"
	"strings"
	"testing"
)

// The values that layouts are tried with.
type (
	code  string
	named string
	thing struct {
		Name   string
		Code   code
		Named  named
		Number int
		Share  float64
		Yes    bool
		Link   string
		Markup template.HTML
		URL    template.URL
		Style  template.CSS
		List   []string
		Empty  []string
		Things []thing
		Next   *thing
		Any    any
		Words  fmt.Stringer
		base
		hidden string
	}
	base struct{ Deep string }
)

func (n named) String() string                     { return "named " + string(n) }
func (t thing) Title() string                      { return "title of " + t.Name }
func (t *thing) Count() int                        { return len(t.Things) }
func (t thing) Fails() (string, error)             { return "", errors.New("failed") }
func (t thing) With(a string) string               { return a + t.Name }
func (t thing) IsNamed() bool                      { return t.Name != "" }
func (t thing) Same(other thing) bool              { return t.Name == other.Name }
func (t thing) Many(yield func(string) bool)       { _ = yield(t.Name) && yield("two") }
func (t thing) Map() map[string]int                { return map[string]int{"a": 1, "b": 2} }
func (t thing) Panics() string                     { panic("no") }
func say(key string, holes ...any) (string, error) { return fmt.Sprint(key, holes), nil }
func one(part string, v any) (template.HTML, error) {
	return template.HTML("<b>" + part + template.HTMLEscapeString(fmt.Sprint(v)) + "</b>"), nil
}

func each(part string, list any, between ...string) (template.HTML, error) {
	return template.HTML(fmt.Sprint(part, list, between)), nil
}

func refuses(string) (string, error) { return "", errors.New("refused") }

var functions = template.FuncMap{"say": say, "one": one, "each": each, "refuses": refuses, "print": fmt.Sprint,
	"upper": strings.ToUpper, "css": func(s string) template.CSS { return template.CSS(s) }}

// awkward are texts that pages and addresses read in ways of their own.
var awkward = []string{"", "Łódź & co", `<b title="a'b">x</b>`, "a+b=c\x00\n\u2028", "javascript:alert(1)", "HTTPS://x.y/a b?c=d&e=%41%zz#f",
	"a:b/c", "/x:y", "mailto:a@b.c", "\xff\xfe", "\ufdd0\uffff", "`${x}`", "--></script>", "a, b 2x", "'"}

func things(s string) *thing {
	inner := thing{Name: s + " inside", Code: code(s), Number: 3, Yes: true, List: []string{s}}
	return &thing{Name: s, Code: code(s), Named: named(s), Number: 7, Share: 2.5, Yes: s != "", Link: s, Markup: template.HTML(s),
		URL: template.URL(s), Style: template.CSS(s), List: []string{s, "b", s}, Things: []thing{inner, {}}, Next: &inner, Any: s, Words: named(s),
		base: base{Deep: s}, hidden: s}
}

func parsed(t testing.TB, layout string) *template.Template {
	t.Helper()
	set := template.New("set").Funcs(functions).Option("missingkey=error")
	template.Must(set.New("part").Parse(`<i>{{.}}{{$}}</i>`))
	template.Must(set.New("self").Parse(`{{with .Next}}<p>{{.Name}}{{template "self" .}}</p>{{end}}`))
	page, err := set.New("page").Parse(layout)
	if err != nil {
		t.Fatal(err)
	}
	for _, each := range page.Templates() {
		Count(each.Tree)
	}
	return page
}

// both executes a layout in the quick way, if it is known, and in that of html/template.
func both(t testing.TB, layout string, data any) (quick, slow string, known bool, fault error) {
	t.Helper()
	to, l := NewSheet(Usual()), New(parsed(t, layout), functions)
	if l.program = l.compiled(); l.program != nil {
		known = l.program.run(to, data)
		quick = to.String()
	}
	var out strings.Builder
	fault = parsed(t, layout).Execute(&out, data)
	return quick, out.String(), known, fault
}

// Layouts that are known write what html/template writes, whatever their values.
func TestKnownLayouts(t *testing.T) {
	for _, layout := range []string{
		`<p>{{.Name}}{{.Code}}{{.Named}}{{.Number}}{{.Share}}{{.Yes}}{{.Markup}}{{.URL}}{{.Any}}{{.Words}}{{.Deep}}{{.List}}{{.Next.Name}}</p>`,
		`<p title="{{.Name}}{{.Number}}{{.Named}}" lang='{{.Code}}'>`,
		`<a href="{{.Link}}">{{.Title}} {{.Count}} {{.Next.Count}}</a><a href="{{.URL}}"></a><a href="x?q={{.Link}}&r={{.URL}}#{{.Name}}"></a>`,
		`<img srcset="{{.Link}} 2x" src="{{.Link}}" alt={{.Name}}>`,
		`<p style="color:{{.Name}};width:{{.Number}}px"></p><style>a{color:{{.Name}};{{css .Name}}}</style>`,
		`<script>var a = {{.Name}}, b = {{.List}}, c = {{.Number}}, d = "{{.Name}}", e = {{.Things}}</script>`,
		`<title>{{.Name}}{{.Markup}}</title><textarea>{{.Name}}</textarea><!-- {{.Name}} -->`,
		`{{if .Yes}}a{{else if .Number}}b{{else}}c{{end}}{{if .Empty}}a{{end}}{{if .Next}}n{{end}}{{if .Next.Next}}n{{else}}none{{end}}{{if .Any}}y{{end}}`,
		`{{with .Next}}{{.Name}}{{$.Name}}{{end}}{{with .Empty}}a{{else}}{{.Name}}{{end}}{{with $x := .Name}}{{$x}}{{.}}{{end}}`,
		`{{range .List}}<li>{{.}}{{$.Name}}{{else}}none{{end}}{{range .Empty}}x{{else}}none{{.Name}}{{end}}`,
		`{{range $i, $x := .Things}}{{$i}}{{$x.Name}}{{.Number}}{{range $x.List}}{{.}}{{$i}}{{end}}{{end}}{{range $x := .List}}{{$x}}{{end}}`,
		`{{$a := .Name}}{{$b := 1}}{{if .Yes}}{{$a = "set"}}{{$b := 2}}{{$b}}{{end}}{{$a}}{{$b}}{{range .List}}{{$a = .}}{{end}}{{$a}}`,
		`{{template "part" .Name}}{{template "part"}}{{template "part" 5}}{{template "self" .}}`,
		`{{say "key" "a" .Name "n" .Number "next" .Any}}<p title="{{say "x"}}">{{one "part" .Name}}{{each "part" .List ", "}}{{each "p" .List}}</p>`,
		`{{upper .Name}}{{.Name | upper | print "a"}}{{print .Name 1}}`,
		`{{if and .Yes .Name}}a{{end}}{{if or .Empty .Name}}b{{end}}{{or .Empty .Name "c"}}{{and .Yes .Number}}{{if not .Yes}}d{{end}}`,
		`{{if eq .Name "" "b" "'"}}a{{end}}{{if ne .Number 7}}b{{end}}{{if gt (len .List) 2}}c{{end}}{{if eq .Yes .IsNamed}}d{{end}}{{len .Name}}`,
		`{{if eq .Code "a"}}x{{else}}y{{end}}{{if eq .Number .Next.Number}}x{{end}}`,
		`{{with and .Yes .Next}}{{.Name}}{{end}}{{.Next.List}}{{-1}}{{"<text>"}}`,
	} {
		for _, s := range awkward {
			quick, slow, known, fault := both(t, layout, things(s))
			if fault != nil || !known || quick != slow {
				t.Errorf("%s with %q, known: %v, %v\nquick %q\nslow  %q", layout, s, known, fault, quick, slow)
			}
		}
	}
}

// What is not known, and every fault, is left to html/template, which has the last word.
func TestLeftLayouts(t *testing.T) {
	for _, layout := range []string{
		`{{range 3}}{{.}}{{end}}`, `{{range .Many}}{{.}}{{end}}`, `{{range .Map}}{{.}}{{end}}`, `{{range .List}}{{break}}{{end}}`, `{{.With "a"}}`, `{{.Map.a}}`,
		`{{.Style}}`, `{{lt 1 2}}`, `{{index .List 0}}`, `{{1.5}}`, `{{true}}`, `{{nil | print}}`, `{{.None}}`, `{{.hidden}}`, `{{.Fails}}`, `{{.Next.Next.Name}}`,
		`{{refuses .Name}}`, `{{upper .Number}}`, `{{upper}}`, `{{say .Number}}`, `{{say}}`, `{{each "a"}}`, `{{.Panics}}`, `{{eq .Name 1}}`, `{{gt .Name "a"}}`,
		`{{gt 1.5 .Share}}`, `{{not}}`, `{{not 1 2}}`, `{{len 3}}`, `{{template "none" .}}`, `<a {{if .Yes}}"{{end}}>`, `{{.Name.Deep}}`, `{{print .Name | .With}}`,
		`<p title="{{.Markup}}">`, `{{template "part" .}}<p title="{{template "part" .}}">`, `{{$x := 1}}{{range $x = .List}}{{$x}}{{end}}`, `{{(or .Next .).Name}}`,
	} {
		s := things(`a<b title="x">c</b>`)
		_, slow, known, fault := both(t, layout, s)
		if known {
			t.Errorf("%s is known: it belongs to TestKnownLayouts", layout)
		}
		to, l := NewSheet(Usual()), New(parsed(t, layout), functions)
		said := l.Execute(to, s)
		if !l.IsLeft() || fmt.Sprint(said) != fmt.Sprint(fault) || said == nil && to.String() != slow {
			t.Errorf("%s: wrote %q and said %v, want %q and %v", layout, to, said, slow, fault)
		}
	}
}

// FuzzPlaces puts any text, as words, as markup and as an address, into the places of a page.
func FuzzPlaces(f *testing.F) {
	for _, s := range awkward {
		f.Add(s)
	}
	const layout = `<p title="{{.Name}}">{{.Name}}{{.Markup}}{{.URL}}{{.Code}}<a href="{{.Link}}"></a><a href='{{.URL}}'></a><a href="?{{.Name}}"></a>` +
		`<a href="a/{{.Link}}#{{.URL}}"></a><title>{{.Name}}{{.Markup}}</title><img srcset="{{.Name}}"><style>{{.Name}}</style><script>{{.Name}}</script>`
	f.Fuzz(func(t *testing.T, s string) {
		quick, slow, known, fault := both(t, layout, things(s))
		if fault != nil || !known || quick != slow {
			t.Errorf("known: %v, %v\nquick %q\nslow  %q", known, fault, quick, slow)
		}
		quick, slow, known, _ = both(t, `<p title="{{.Markup}}">`, things(s))
		if known && quick != slow {
			t.Errorf("markup in an attribute\nquick %q\nslow  %q", quick, slow)
		}
	})
}

// BenchmarkLayout executes a layout of fields, lists and links in both ways.
func BenchmarkLayout(b *testing.B) {
	const layout = `{{range .Things}}<li><a href="{{.Link}}" title="{{.Name}}">{{.Title}}</a>{{if .Yes}} <b>{{.Number}}</b>{{end}}{{end}}`
	data := things("Łódź & co")
	data.Things = make([]thing, 100)
	page := parsed(b, layout)
	for name, execute := range map[string]func(*Sheet, any) error{
		"quick": New(page, nil).Execute,
		"slow":  func(to *Sheet, data any) error { return page.Execute(to, data) },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			to := NewSheet(Usual())
			for b.Loop() {
				to.Begin(Usual())
				if err := execute(to, data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
