package generator_test

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/generator"
)

// constructs is every construct of Markdown with a payload in each of its
// places: what a text can become on its way to a page.
func constructs() []string {
	const x = `"><script>alert(1)</script>`
	return []string{
		"# " + x, x + "\n===", x + "\n---", "> " + x, "- " + x, "1. " + x, "* [ ] " + x, "    " + x, "```" + x + "\n" + x + "\n```", "~~~\n" + x,
		"*" + x + "*", "**" + x + "**", "_" + x + "_", "~~" + x + "~~", "`" + x + "`", "``` " + x + " ```", `\` + x, x + "  \n" + x, x + "\\\n" + x,
		"[" + x + "](https://a.example)", "[a](https://a.example/" + x + ")", "[a](<https://a.example/" + x + ">)", "[a](https://a.example '" + x + "')",
		"[a](https://a.example \"t\" onclick=alert(1))", "[a](javascript:alert(1))", "[a](java&#115;cript:alert(1))", "[a](java\tscript:alert(1))",
		"[a](&#x6A;avascript:alert(1))", "[a](\u0001javascript:alert(1))", "[a](vbscript:x)", "[a](data:text/html;base64,PHNjcmlwdD4=)", "[a](//evil.example)",
		"![" + x + "](https://evil.example/x.png)", "![a](javascript:alert(1))", "![a](https://evil.example/x.svg '" + x + "')", "[![a](b)](c)",
		"[a]: https://a.example '" + x + "'\n\n[a]", "[a]: javascript:alert(1)\n\n[a] [b][a] [a][]", "[" + x + "]: https://a.example\n\n[" + x + "]",
		"<https://a.example/" + x + ">", "<javascript:alert(1)>", "<a@evil.example>", "https://a.example/" + x, "www.a.example/" + x, "a@a.example" + x,
		"<script>alert(1)</script>", "<img src=https://evil.example onerror=alert(1)>", "<style>@import 'https://evil.example'</style>", "<svg/onload=alert(1)>",
		"<iframe srcdoc='<script>alert(1)</script>'>", "<math><mi xlink:href=javascript:alert(1)>", "<base href=https://evil.example>", "<meta http-equiv=refresh content=0>",
		"<form action=https://evil.example><button>", "<details open ontoggle=alert(1)>", "<!-- " + x + " -->", "<!--><script>alert(1)</script>-->", "<?php " + x + " ?>", "<![CDATA[" + x + "]]>", "<!DOCTYPE " + x + ">",
		"| " + x + " | b |\n|:--|--:|\n| " + x + " | `" + x + "` |", "[^1]\n\n[^1]: " + x, "term\n: " + x, "***\n" + x, "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;",
		"{{.}} {{template \"top\" .}}", "${alert(1)} #{x} <%= x %>", "# a {onclick=alert(1)}", "[a](b){onclick=alert(1)}",
	}
}

// FuzzPages writes a text into a region file, as its description and as its
// name, takes the file all the way to pages, and looks at these.
func FuzzPages(f *testing.F) {
	for _, text := range append(payloads(), constructs()...) {
		f.Add(text, "South")
		f.Add("Words.", text)
	}
	press := newPress(f)
	plain := press.pages(f, "Words.", "South")
	allowed := allowedIn(plain)
	if len(plain) != 3 || !allowed.names["script"] || !allowed.names["svg"] {
		f.Fatalf("the fuzz starts from %d pages with %v", len(plain), sortedKeys(allowed.names))
	}
	f.Fuzz(func(t *testing.T, body, name string) {
		for address, text := range press.pages(t, body, name) {
			for _, wrong := range allowed.faults(text) {
				t.Errorf("%s: %s", address, wrong)
			}
			if scripts(text) != scripts(plain[address]) {
				t.Errorf("%s has %d scripts", address, scripts(text))
			}
		}
	})
}

func scripts(text string) (n int) {
	for _, tag := range tags(text) {
		if tag.name == "script" {
			n++
		}
	}
	return n
}

// press makes pages of the region AA12 and of the index, again and again: it reads
// the layouts and the map once.
type press struct {
	in      generator.Input
	session *generator.Session
}

func newPress(t testing.TB) press {
	t.Helper()
	in := inputOf(fullFiles(t))
	in.Assets = tinyAssets(t)
	return press{in, tinySession(t)}
}

// of is what comes of some files.
func (p press) of(files fs.FS) generator.State {
	p.in.Regions = files
	return p.session.Update(p.in, allRegions())
}

// allOf makes every file but pictures. Where tests may not take long, it makes the pages of
// regions, what has a region in its address, and what scripts read. It tells how many
// problems there were, and how many bytes of files.
func (p press) allOf(t testing.TB, region string) (problems, bytes int) {
	t.Helper()
	state := p.of(p.in.Regions)
	if state.Atlas == nil {
		return len(state.Problems), 0
	}
	for each := range state.Site.Files() {
		isNear := path.Ext(each.Address) == ".js" || strings.HasPrefix(each.Address, "regions/") ||
			strings.Contains(each.Address, region)
		if isPicture(each.Address) || !isHeavy() && !isNear {
			continue
		}
		data, err := state.Site.Bytes(each)
		if err != nil {
			t.Fatal(err)
		}
		bytes += len(data)
	}
	return len(state.Problems), bytes
}

// pages is none when the check refuses the file.
func (p press) pages(t testing.TB, body, name string, also ...string) map[string]string {
	t.Helper()
	files := fstest.MapFS{}
	for file, data := range p.in.Regions.(fstest.MapFS) {
		files[file] = data
	}
	parts := strings.SplitN(string(files["AA12.md"].Data), "\n+++\n", 2)
	front := strings.Replace(parts[0], `name = "South"`, `name = `+tomlText(name), 1)
	front = strings.Replace(front, `"Drawn as its largest town."`, tomlText(name), 1)
	for _, other := range also {
		front = strings.Replace(front, "also = [", "also = ["+tomlText(other)+", ", 1)
	}
	files["AA12.md"] = &fstest.MapFile{Data: []byte(front + "\n+++\n" + body)}
	state := p.of(files)
	if state.Atlas == nil {
		return nil
	}
	pages := map[string]string{}
	for each := range state.Site.Files() {
		if !slices.Contains([]string{"regions/aa12.html", "index.html", "memberships.html"}, each.Address) {
			continue
		}
		data, err := state.Site.Bytes(each)
		if err != nil {
			t.Fatal(err)
		}
		pages[each.Address] = string(data)
	}
	return pages
}

// tomlText is a text in the quotes of TOML.
func tomlText(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r == '\n':
			b.WriteString(`\n`)
		case r < ' ' || r == 0x7f:
			b.WriteString(" ")
		default:
			b.WriteRune(r)
		}
	}
	return b.String() + `"`
}

var seeds = regexp.MustCompile(`[^a-z0-9]+`)

// In a real browser nothing of the fuzz's texts runs and nothing is requested,
// not even where the content security policy, the second wall, is taken away.
// Every text stands on one page, between the others, and the last one is the name
// of the page too: all together are longer than a name may be.
func TestFuzzedPagesInBrowser(t *testing.T) {
	t.Parallel()
	heavy(t)
	browser := findBrowser(t)
	press := newPress(t)
	dir := t.TempDir()
	for _, place := range []string{"description", "name"} {
		body, name, also := "Words.", "South", []string(nil)
		kept := 0
		for _, text := range append(append(payloads(), constructs()...), savedInputs(t)...) {
			text = strings.ReplaceAll(text, "alert(1)", "document.documentElement.id=\"owned\"")
			tryBody, tryName, tryAlso := body, name, also
			if place == "description" {
				tryBody += "\n\n" + text
			} else {
				tryName, tryAlso = text, append(slices.Clone(also), text)
			}
			if press.pages(t, tryBody, tryName, tryAlso...) != nil {
				body, name, also, kept = tryBody, tryName, tryAlso, kept+1
			}
		}
		if kept < 20 {
			t.Errorf("only %d texts come as far as the %s of a page", kept, place)
		}
		for address, text := range press.pages(t, body, name, also...) {
			bare := policy.ReplaceAllString(text, "")
			if dom := shown(t, browser, dir, place+seeds.ReplaceAllString(address, "-"), bare); wasOwned(dom) {
				t.Errorf("%s: a text ran in the %s", address, place)
			}
		}
	}
}

// savedInputs is what fuzzing found, where it found something.
func savedInputs(t *testing.T) (texts []string) {
	files, err := filepath.Glob("testdata/fuzz/FuzzPages/*")
	must(t, err)
	for _, file := range files {
		data, err := os.ReadFile(file)
		must(t, err)
		texts = append(texts, string(data))
	}
	return texts
}
