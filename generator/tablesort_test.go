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

// sorter presses the head of the only column, again and again, and writes down the
// order of the rows after each press.
const sorter = `
window.addEventListener("load", function () {
  var report = [], head = document.querySelector("th button");
  for (var press = 0; press < 2; press++) {
    head.click();
    report.push(Array.from(document.querySelectorAll("tbody td")).map(function (cell) { return cell.textContent; }));
  }
  report.push([document.querySelector("th").getAttribute("aria-sort"), location.hash]);
  var done = document.createElement("pre");
  done.id = "report";
  done.textContent = JSON.stringify(report);
  document.body.append(done);
});
`

// In a real browser a number below zero is sorted as one, and what is not reported
// is last both ways; what is equal stays in its order.
func TestTableSortsInBrowser(t *testing.T) {
	t.Parallel()
	values := []string{"−1", "n.r. a", "12", "−0.7", "0", "−5.1", "n.r. b", "3 a", "3 b"}
	want := [][]string{
		{"12", "3 a", "3 b", "0", "−0.7", "−1", "−5.1", "n.r. a", "n.r. b"},
		{"−5.1", "−1", "−0.7", "0", "3 a", "3 b", "12", "n.r. a", "n.r. b"},
		{"ascending", "#sort=a"},
	}
	var rows strings.Builder
	for _, v := range values {
		number, _, _ := strings.Cut(strings.ReplaceAll(v, "−", "-"), " ")
		if strings.HasPrefix(v, "n.r.") {
			number = ""
		}
		fmt.Fprintf(&rows, `<tr><td data-value="%s">%s</td></tr>`, number, v)
	}
	dir := t.TempDir()
	dom := shown(t, findBrowser(t), dir, "sort", tablePage(t, dir, `data-kind="number"`, rows.String(), sorter))
	if got := reported[[][]string](t, dom); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("the rows are\n%v\nwant\n%v", got, want)
	}
}

// reported is what a script has left in the page as JSON.
func reported[T any](t *testing.T, dom string) (saw T) {
	t.Helper()
	report := regexp.MustCompile(`(?s)<pre id="report">(.*?)</pre>`).FindStringSubmatch(dom)
	if report == nil {
		t.Fatalf("the page was not driven to the end:\n%.3000s", dom)
	}
	if err := json.Unmarshal([]byte(html.UnescapeString(report[1])), &saw); err != nil {
		t.Fatal(err)
	}
	return saw
}

// tablePage is a page with the tools and a table of one column, a, and the scripts
// of a table with one that drives them, which it writes beside the page.
func tablePage(t *testing.T, dir, head, rows, driver string) string {
	t.Helper()
	var page strings.Builder
	page.WriteString(`<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title><body>` +
		`<div id="asks" data-words='{"sort":"","found":"","none":"","text":""}'><label class="name"></label>` +
		`<p class="sentence"></p><p class="chips"></p><p class="lost"></p>` +
		`<button data-do="columns"></button><button data-do="clear"></button></div>` +
		`<table data-sort><thead><tr><th data-key="a" ` + head + `><span>a</span></th></tr></thead><tbody>` +
		rows + `</tbody></table>`)
	for _, name := range []string{"atlas.js", "address.js", "sorting.js", "tables.js", "driver.js"} {
		script := []byte(driver)
		if name != "driver.js" {
			var err error
			if script, err = assets.Files.ReadFile(name); err != nil {
				t.Fatal(err)
			}
		}
		must(t, os.WriteFile(filepath.Join(dir, name), script, 0o600))
		fmt.Fprintf(&page, `<script src="%s"></script>`, name)
	}
	page.WriteString(`</body></html>`)
	return page.String()
}
