package generator_test

import (
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"regional-atlas/assets"
)

// searcher types each text into the box above the table and writes down which
// rows it leaves.
const searcher = `
window.addEventListener("load", function () {
  var input = document.querySelector("input[type=search]"), rows = Array.from(document.querySelectorAll("tbody tr"));
  var report = rows.map(function (row) {
    return ["input", "folded"].map(function (kind) {
      input.value = "|" + row.dataset[kind] + "|";
      input.dispatchEvent(new Event("input", { bubbles: true }));
      return !row.hidden && rows.filter(function (other) { return !other.hidden; }).length === 1;
    });
  });
  var done = document.createElement("pre");
  done.id = "report";
  done.textContent = JSON.stringify(report);
  document.body.append(done);
});
`

// In a real browser the script folds what stands in a table and what is typed as
// package fold does: by the same cases each text is found by what it is folded
// to, from its first letter to its last.
func TestTableSearchFoldsInBrowser(t *testing.T) {
	t.Parallel()
	browser := findBrowser(t)
	dir := t.TempDir()
	cases := foldCases(t)
	files := map[string]string{"searcher.js": searcher}
	for _, name := range tableScripts() {
		script, err := assets.Files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(script)
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	dom := shown(t, browser, dir, "table", tableOf(cases))
	report := regexp.MustCompile(`(?s)<pre id="report">(.*?)</pre>`).FindStringSubmatch(dom)
	if report == nil {
		t.Fatalf("the search was not driven to the end:\n%.3000s", dom)
	}
	var found [][2]bool
	if err := json.Unmarshal([]byte(report[1]), &found); err != nil || len(found) != len(cases) {
		t.Fatalf("%d of %d cases, %v", len(found), len(cases), err)
	}
	for i, c := range cases {
		if found[i] != [2]bool{true, true} {
			t.Errorf("%q, folded %q: found by itself and by what it is folded to: %v", c[0], c[1], found[i])
		}
	}
}

// tableScripts are the scripts that leave rows out of a table, in the order in which
// a page asks for them.
func tableScripts() []string { return []string{"atlas.js", "address.js", "sorting.js", "tables.js"} }

func tableOf(cases [][2]string) string {
	var page strings.Builder
	page.WriteString(`<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title><body>` +
		`<div id="tools" data-words='{"sort":"","found":"","none":"","text":""}'><label class="name"></label><p class="sentence"></p><p class="chips"></p><p class="lost"></p>` +
		`<button data-do="columns"></button><button data-do="clear"></button></div>` +
		`<table data-sort><thead><tr><th data-key="a" data-kind="text"><span>a</span></th></tr></thead><tbody>`)
	for _, c := range cases {
		input, folded := html.EscapeString(c[0]), html.EscapeString(c[1])
		fmt.Fprintf(&page, `<tr data-input="%s" data-folded="%s"><td>|%s|</td></tr>`, input, folded, input)
	}
	page.WriteString(`</tbody></table>`)
	for _, name := range append(tableScripts(), "searcher.js") {
		fmt.Fprintf(&page, `<script src="%s"></script>`, name)
	}
	page.WriteString(`</body></html>`)
	return page.String()
}

func foldCases(t *testing.T) [][2]string {
	t.Helper()
	data, err := os.ReadFile("fold/testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	var cases [][2]string
	for line := range strings.Lines(string(data)) {
		input, folded, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		cases = append(cases, [2]string{input, folded})
	}
	return cases
}
