package generator_test

import (
	"encoding/json"
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"regional-atlas/assets"
	"regional-atlas/generator/region"
)

// odd is a region with letters that a reader may not be able to type, and with
// names that would run if they were more than words.
func odd() *region.Region {
	const attack = "</script><script>document.documentElement.id='owned'</script><b id=owned-element>\u2028\"]);document.documentElement.id='owned'//"
	return &region.Region{File: "BEZ.md", Code: "BEZ", Name: "Région Ångström <b id=owned-element>", Shape: region.Shape{Code: "BE3"},
		Names: []region.NativeName{{Name: "Αττική", Lang: "el"}}, Also: []string{"Straße " + attack}}
}

// driver types into the finder as a reader does and writes down what it shows.
const driver = `
window.addEventListener("load", async function () {
  var input = document.querySelector(".finder input"), list = document.querySelector(".found"), status = document.querySelector(".finder [role=status]");
  var report = {}, pause = function () { return new Promise(function (done) { setTimeout(done, 40); }); };
  function look() {
    var link = list.querySelector("a");
    return { status: status.textContent, shown: !list.hidden, results: list.children.length, first: link && link.getAttribute("href"), text: list.firstChild && list.firstChild.textContent,
      langs: Array.from(list.querySelectorAll("[lang]")).map(function (one) { return one.lang; }) };
  }
  async function enter(text) {
    input.focus();
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    for (var tries = 0; tries < 250 && (status.textContent === "") === (text !== ""); tries++) { await pause(); }
    await pause();
  }
  async function type(text) {
    await enter("");
    await enter(text);
    report[text] = look();
  }
  async function press(name, key) {
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: key, bubbles: true, cancelable: true }));
    await pause();
    report[name] = { focus: document.activeElement === input ? "input" : document.activeElement.getAttribute("href"), shown: !list.hidden };
  }
  for (var text of ["a", "angstrom", "ÅNGSTRÖM région", "αττικη", "strasse", "bez", "belgium", "be", "be00", "be001", "belgium 2bx", "zzqqzz", "in", "regions"]) { await type(text); }
  await type("bez");
  await press("down", "ArrowDown");
  await press("up", "ArrowUp");
  await press("down again", "ArrowDown");
  await press("escape", "Escape");
  var clicked = null;
  document.addEventListener("click", function (event) { event.preventDefault(); clicked = event.target.getAttribute("href"); });
  await type("bez ");
  await press("enter", "Enter");
  report.enter.focus = clicked;
  await type("");
  var done = document.createElement("pre");
  done.id = "report";
  done.textContent = JSON.stringify(report);
  document.body.append(done);
});
`

type seen struct {
	Status, First, Text, Focus string
	Shown                      bool
	Results                    int
	Langs                      []string
}

// In a real browser the finder of a large atlas, opened from a disk, finds a
// region by its code and by each of its names, with the keyboard alone; and no
// name runs.
func TestFinderInBrowser(t *testing.T) {
	t.Parallel()
	browser := findBrowser(t)
	dir := t.TempDir()
	pages := oddLargePages(t)
	writeFinder(t, dir, pages)
	box := regexp.MustCompile(`<input(>| type="?(search|text))`)
	if box.MatchString(pages["index.html"]) || box.MatchString(pages["memberships.html"]) {
		t.Error("a box stands in the page before a script can serve it")
	}
	dom := shown(t, browser, dir, "index", strings.Replace(pages["index.html"], "</body>", `<script src="driver.js" defer></script></body>`, 1))
	if wasOwned(dom) {
		t.Errorf("a name ran or became an element:\n%.3000s", dom)
	}
	report := regexp.MustCompile(`(?s)<pre id="report">(.*?)</pre>`).FindStringSubmatch(dom)
	if report == nil {
		t.Fatalf("the finder was not driven to the end:\n%.3000s", dom)
	}
	var saw map[string]seen
	if err := json.Unmarshal([]byte(html.UnescapeString(report[1])), &saw); err != nil {
		t.Fatal(err)
	}
	t.Logf("%+v", saw)
	for _, typed := range []string{"angstrom", "ÅNGSTRÖM région", "αττικη", "strasse", "bez"} {
		if s := saw[typed]; s.First != "regions/bez.html" || s.Results != 1 || s.Status != "1 found." || !s.Shown {
			t.Errorf("%q shows %+v", typed, s)
		}
	}
	if s := saw["αττικη"]; !strings.HasPrefix(s.Text, "BEZ Région Ångström") || !strings.HasSuffix(s.Text, " Αττική, Belgium") || len(s.Langs) != 1 || s.Langs[0] != "el" {
		t.Errorf("the name that was meant: %+v", s)
	}
	for typed, want := range map[string]seen{
		"a":      {Status: "Type at least two letters."},
		"zzqqzz": {Status: "No region or country has this name."},
		"be001":  {Status: "1 found.", First: "regions/be001.html", Results: 1, Shown: true},
		"":       {},
	} {
		if s := saw[typed]; s.Status != want.Status || s.First != want.First || s.Results != want.Results || s.Shown != want.Shown {
			t.Errorf("%q shows %+v", typed, s)
		}
	}
	for _, typed := range []string{"be", "belgium"} {
		if s := saw[typed]; s.First != "countries/be.html" || s.Results != 20 || !strings.Contains(s.Status, "20 of ") {
			t.Errorf("%q shows %+v", typed, s)
		}
	}
	for name, want := range map[string]seen{
		"down": {Focus: "regions/bez.html", Shown: true}, "up": {Focus: "input", Shown: true},
		"escape": {Focus: "input"}, "enter": {Focus: "regions/bez.html", Shown: true},
	} {
		if s := saw[name]; s.Focus != want.Focus || s.Shown != want.Shown {
			t.Errorf("after %s: %+v", name, s)
		}
	}
}

// writeFinder writes the files that the finder needs.
func writeFinder(t *testing.T, dir string, pages map[string]string) {
	t.Helper()
	files := map[string]string{"driver.js": driver}
	for _, name := range []string{"atlas.js", "atlas.css"} {
		data, err := fs.ReadFile(assets.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		files["assets/"+name] = string(data)
	}
	shards := 0
	for address, text := range pages {
		if strings.HasPrefix(address, "assets/find/") {
			files[address] = text
			shards++
		}
	}
	if shards < 10 {
		t.Fatalf("only %d files of the index: nothing is loaded on demand", shards)
	}
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
