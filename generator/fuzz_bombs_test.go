package generator_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
)

// bombs are files of up to the megabyte that is read, or a third of it where tests may not
// take long, made to take a reader's time or memory; each is a description, or lines of
// facts.
func bombs() map[string]struct{ facts, body string } {
	type bomb = struct{ facts, body string }
	const shown = 99_000 // a description is refused beyond 100,000 characters
	all := 300_000
	if isHeavy() {
		all = 900_000
	}
	of := func(part string) bomb { return bomb{body: strings.Repeat(part, shown/len(part))} }
	return map[string]bomb{
		"square brackets":      of("["),
		"a megabyte":           {body: strings.Repeat("word ", all/5)},
		"brackets and ends":    {body: strings.Repeat("[", shown/2) + strings.Repeat("]", shown/2)},
		"pictures":             of("!["),
		"links without an end": of("[a]("),
		"links in links":       {body: strings.Repeat("[", shown/10) + "a" + strings.Repeat("](b)", shown/10)},
		"thousands of links":   of("[a](https://a.example/b) "),
		"emphasis":             of("*a _b "),
		"stars":                of("*"),
		"stars and words":      of("*a**"),
		"quotes in quotes":     of("> "),
		"quotes":               of(">"),
		"lists in lists":       {body: deepList(400)},
		"list marks":           of("- "),
		"numbers":              of("1) "),
		"backticks":            {body: rising("`", 440)},
		"backticks alone":      of("`"),
		"angles":               of("<"),
		"tags":                 of("<a "),
		"comments":             of("<!--"),
		"addresses":            of("<https://a.example>"),
		"entities":             of("&amp;"),
		"ampersands":           of("&"),
		"backslashes":          of(`\`),
		"definitions":          {body: numbered("[a%d]: https://a.example\n", 3_000)},
		"uses of definitions":  {body: "[a]: https://a.example\n\n" + strings.Repeat("[a]", 20_000)},
		"a wide table":         {body: strings.Repeat("|a", 15_000) + "|\n" + strings.Repeat("|-", 15_000) + "|\n" + strings.Repeat("|b", 15_000) + "|\n"},
		"a long table":         {body: "|a|\n|-|\n" + strings.Repeat("|b|\n", 20_000)},
		"a short row, wide":    {body: strings.Repeat("|a", 3000) + "|\n" + strings.Repeat("|-", 3000) + "|\n" + strings.Repeat("|b|\n", 3000)},
		"headings":             of("# a\n"),
		"lines":                of("\n"),
		"one word":             of("a"),
		"a fence without end":  {body: "```" + strings.Repeat("a\n", shown/2)},
		"very many keys":       {facts: numbered("k%d = 1\n", all/12)},
		"dotted keys":          {facts: strings.Repeat("a.", all/3) + "a = 1\n"},
		"tables of tables":     {facts: numbered("[a%d.b.c.d]\n", all/22)},
		"lists of tables":      {facts: strings.Repeat("[[documents]]\n", all/15)},
		"many documents":       {facts: numbered("[[documents]]\ntitle = \"%d\"\nkind = \"plan\"\nlevel = \"regional\"\nlang = \"de\"\nlink = \"https://a.example\"\n", all/110)},
		"long names":           {facts: "also = [\"" + strings.Repeat("a", all) + "\"]\n"},
		"many names":           {facts: "also = [" + strings.Repeat("\"a\", ", all/6) + "]\n"},
		"escapes":              {facts: `also = ["` + strings.Repeat(`\u0061`, all/6) + "\"]\n"},
		"quotes in a text":     {facts: `also = ["` + strings.Repeat(`\"`, all/2) + "\"]\n"},
		"an open text":         {facts: `also = ["""` + strings.Repeat("a\n", all/2)},
		"digits":               {facts: "nuts_version = " + strings.Repeat("1", all) + "\n"},
	}
}

func deepList(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "- a\n")
	}
	return b.String()
}

func rising(part string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(part, i) + " ")
	}
	return b.String()
}

func numbered(line string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, line, i)
	}
	return b.String()
}

// Every bomb is refused with places and words, or becomes pages, within memory;
// one that takes for ever runs into the time that go test allows.
func TestBombs(t *testing.T) {
	const mostMB = 600
	for name, bomb := range bombs() {
		t.Run(name, func(t *testing.T) {
			press := newPress(t)
			files := press.in.Regions.(fstest.MapFS)
			front, _, _ := strings.Cut(string(files["BB10.md"].Data), "\n[")
			front = strings.TrimSuffix(strings.TrimSuffix(front, "\n"), "+++")
			text := strings.TrimSuffix(string(files["BB10.md"].Data[len(front):]), "\n")
			facts, _, _ := strings.Cut(text, "\n+++")
			files["BB10.md"] = &fstest.MapFile{Data: []byte(front + "\n" + bomb.facts + facts + "\n+++\n" + bomb.body)}
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			problems, pages := press.allOf(t, "bb10")
			runtime.ReadMemStats(&after)
			if mb := int64(after.Sys>>20) - int64(before.Sys>>20); mb > mostMB {
				t.Errorf("took %d MB", mb)
			}
			if problems == 0 && pages == 0 {
				t.Error("neither refused nor built")
			}
			t.Logf("%d bytes: %d problems, %d bytes of pages", len(files["BB10.md"].Data), problems, pages)
		})
	}
}
