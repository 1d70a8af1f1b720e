package render

import (
	"fmt"
	"strings"
	"testing"

	"regional-atlas/generator/layout"
)

// What would never end, or fill the memory, ends in a sentence.
func TestEndlessLayouts(t *testing.T) {
	doubling := `{{$x := "0123456789abcdef"}}` + strings.Repeat(`{{$x = print $x $x}}`, 40)
	long := `{{$x := "0123456789abcdef"}}` + strings.Repeat(`{{$x = print $x $x}}`, 15)
	parts := `{{define "p0"}}{{end}}`
	for i := range 40 {
		here, next := fmt.Sprint("p", i+1), fmt.Sprint("p", i)
		parts += `{{define "` + here + `"}}{{template "` + next + `" .}}{{template "` + next + `" .}}{{end}}`
	}
	const loops, grows = "its layout turns in loops more than 1000000 times", "it grows beyond 1000000 bytes"
	for name, c := range map[string]struct{ layout, says string }{
		"an empty loop":        {`{{range 1000000000}}{{end}}`, loops},
		"a loop in a loop":     {`{{range 1000000}}{{if $}}{{range 1000000}}{{end}}{{end}}{{end}}`, loops},
		"a loop that skips":    {`{{range 1000000000}}{{continue}}{{end}}`, loops},
		"a loop that writes":   {`{{range 1000000000}}<p>word</p>{{end}}`, grows},
		"a part in itself":     {`{{define "p"}}{{template "p" .}}{{end}}{{template "p" .}}`, "exceeded maximum template depth"},
		"parts of parts":       {parts + `{{template "p40" .}}`, loops},
		"a text that doubles":  {doubling, "grows beyond 1 MB"},
		"a script that does":   {strings.ReplaceAll(strings.ReplaceAll(doubling, "print $x $x", "js $x"), "0123", `\\`), "grows beyond 1 MB"},
		"a line that does":     {strings.ReplaceAll(doubling, "print ", "println "), "grows beyond 1 MB"},
		"a format that does":   {strings.ReplaceAll(doubling, "print ", `printf "%s%s" `), "grows beyond 1 MB"},
		"html that doubles":    {strings.ReplaceAll(doubling, "print ", "html "), "grows beyond 1 MB"},
		"a query that does":    {strings.ReplaceAll(doubling, "print ", "urlquery "), "grows beyond 1 MB"},
		"a part that does":     {`{{$x := "0123456789abcdef"}}` + strings.Repeat(`{{$x = one "twice" $x}}`, 40), "grows beyond 1048576 bytes"},
		"a wide number":        {`{{printf "%1000000d%1000000d" 1 2}}`, "grows beyond 1 MB"},
		"many wide numbers":    {`{{printf "` + strings.Repeat("%1000000d", 1e4) + `" 1}}`, "grows beyond 1 MB"},
		"one, many times wide": {`{{printf "` + strings.Repeat("%[1]999999.999999f", 1e4) + `" 1.5}}`, "grows beyond 1 MB"},
		"a width that is told": {`{{printf "` + strings.Repeat("%[1]*[2]d", 1e4) + `" 999999 1}}`, "grows beyond 1 MB"},
		"a width below zero":   {`{{printf "` + strings.Repeat("%[1]*[2]d", 1e4) + `" -999999 1}}`, "grows beyond 1 MB"},
		"a text many times":    {long + `{{printf "` + strings.Repeat("%[1]s", 1e5) + `" $x}}`, "grows beyond 1 MB"},
		"a text in one call":   {long + `{{print ` + strings.Repeat("$x ", 1e5) + `}}`, "grows beyond 1 MB"},
		"a loop after an else": {`{{range .None}}{{else}}{{range 1000000000}}{{end}}{{end}}`, loops},
		"a loop in a with":     {`{{with 1}}{{range 1000000000}}{{end}}{{end}}`, loops},
	} {
		t.Run(name, func(t *testing.T) {
			r := with(t, c.layout)
			r.most = layout.Bounds{Bytes: 1_000_000, Turns: 1_000_000}
			_, err := fileOf(r, map[string][]string{"None": nil})
			if err == nil || !strings.Contains(err.Error(), c.says) || strings.Contains(err.Error(), "\n") {
				t.Errorf("said %v", err)
			}
		})
	}
}

// The counting changes no page, and begins anew with each.
func TestCountingIsNotSeen(t *testing.T) {
	r := with(t, `<ul>{{range .}}<li>{{.}}{{else}}<li>none{{end}}</ul><script>var a = [{{range .}}{{.}},{{end}}]</script>`)
	for words, want := range map[string]string{
		"a b": `<ul><li>a<li>b</ul><script>var a = ["a","b",]</script>`,
		"":    `<ul><li>none</ul><script>var a = []</script>`,
	} {
		for range 2 {
			got, err := fileOf(r, strings.Fields(words))
			if err != nil || got != want {
				t.Errorf("%q: %s, %v", words, got, err)
			}
		}
	}
}

// What layouts do by hand stays as it was.
func TestTextsOfLayouts(t *testing.T) {
	for layout, want := range map[string]string{
		`{{printf "%5.1f|%-4s|%03d|%d %%" 2.25 "a" 7 100}}`: "  2.2|a   |007|100 %",
		`{{printf "%*d" 4 7}}`:                              "   7",
		`{{print "a" 1 2 "b"}}`:                             "a1 2b",
		`<p title="{{html "a<b"}}">`:                        `<p title="a&lt;b">`,
		`{{"a<b" | html}}`:                                  "a&lt;b",
		`<a href="/?q={{urlquery "a b&c"}}">`:               `<a href="/?q=a&#43;b%26c">`,
		`{{"<" | printf "%s"}}`:                             "&lt;",
	} {
		if got, err := fileOf(with(t, layout), nil); err != nil || got != want {
			t.Errorf("%s: got %s, %v, want %s", layout, got, err, want)
		}
	}
}
