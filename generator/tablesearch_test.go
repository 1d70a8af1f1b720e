package generator_test

import (
	"fmt"
	"html"
	"os"
	"strings"
	"testing"
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
	found := reported[[][2]bool](t, shown(t, browser, dir, "table", tablePage(t, dir, `data-kind="text"`, rowsOf(cases), searcher)))
	if len(found) != len(cases) {
		t.Fatalf("%d of %d cases", len(found), len(cases))
	}
	for i, c := range cases {
		if found[i] != [2]bool{true, true} {
			t.Errorf("%q, folded %q: found by itself and by what it is folded to: %v", c[0], c[1], found[i])
		}
	}
}

func rowsOf(cases [][2]string) string {
	var rows strings.Builder
	for _, c := range cases {
		input, folded := html.EscapeString(c[0]), html.EscapeString(c[1])
		fmt.Fprintf(&rows, `<tr data-input="%s" data-folded="%s"><td>|%s|</td></tr>`, input, folded, input)
	}
	return rows.String()
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
