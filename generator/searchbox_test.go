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
	"testing/fstest"

	"regional-atlas/assets"
)

const searchIndex = "assets/search/index.js"

// A question of labels alone is answered by the finder first, which knows "no":
// the texts of regions that are not in a network name it too.
func TestSearchAsksTheFinder(t *testing.T) {
	t.Parallel()
	site := built(t, searchedRegions(t), assets.Files)
	index := indexOf(t, site[searchIndex])
	for _, n := range index.Networks {
		if !regexp.MustCompile(`data-facet="?` + n.Key + `[" >]`).MatchString(site["find.html"]) {
			t.Errorf("the finder does not ask for %s", n.Key)
		}
	}
	for _, topic := range index.Topics {
		if !regexp.MustCompile(`value="?` + topic.Key + `[" >]`).MatchString(site["find.html"]) {
			t.Errorf("the finder has no option %s", topic.Key)
		}
	}
	if len(index.Networks) < 10 || len(index.Topics) < 5 {
		t.Errorf("%d networks and %d topics", len(index.Networks), len(index.Topics))
	}
	saw := ask(t, site, "index.html", "e-health errin", "ERRIN ehealth prevention", "errin", "e-health flanders")
	if s := saw["e-health errin"]; s.Hrefs[0] != "find.html#errin=yes&topic=e-health" || s.Options[0] != "Regions that cover E-health and are in ERRIN: 1" {
		t.Errorf("a network and a topic: %+v", s)
	}
	if s := saw["ERRIN ehealth prevention"]; s.Hrefs[0] != "find.html#errin=yes&topic=e-health,prevention&topic.all" {
		t.Errorf("a network and two topics: %+v", s)
	}
	for typed, want := range map[string]string{"errin": "memberships/errin.html", "e-health flanders": "regions/be2.html"} {
		if s := saw[typed]; s.Hrefs[0] != want {
			t.Errorf("%q is no question for the finder: %+v", typed, s)
		}
	}
}

// searchedRegions are the two whole pages, and three regions whose names few
// keyboards have.
func searchedRegions(t testing.TB) fstest.MapFS {
	t.Helper()
	files := withoutPictures(t, richRegions())
	sparse := string(files["BE1.md"].Data)
	for code, name := range map[string]string{"AT21": "Kärnten", "DK02": "Sjælland", "PL71": "Łódź"} {
		files[code+".md"] = &fstest.MapFile{Data: []byte(varied(sparse, code, name, 1))}
	}
	return files
}

// indexOf reads the index of a search as the browser does.
func indexOf(t *testing.T, script string) (index struct {
	Docs             [][]any
	Networks, Topics []struct{ Key string }
	Shards           bool
}) {
	t.Helper()
	call, ok := strings.CutPrefix(script, "atlasSearch(")
	call, ends := strings.CutSuffix(call, ")\n")
	if err := json.Unmarshal([]byte(call), &index); err != nil || !ok || !ends || len(index.Docs) == 0 {
		t.Fatalf("the index is no call: %v\n%.300s", err, script)
	}
	return index
}

// Every result leads to a page that is there, and to a place on it.
func TestSearchLeadsSomewhere(t *testing.T) {
	t.Parallel()
	for name, regions := range map[string]fstest.MapFS{"rich": searchedRegions(t), "full": inMemory(t, os.DirFS("testdata/good/full/regions"))} {
		var drawn fs.FS = assets.Files
		if name == "full" {
			drawn = tinyAssets(t)
		}
		site := built(t, regions, drawn)
		kinds := map[string]bool{}
		for _, doc := range indexOf(t, site[searchIndex]).Docs {
			address, anchor, has := strings.Cut(doc[2].(string), "#")
			id := regexp.MustCompile(`id="?` + regexp.QuoteMeta(anchor) + `[" >]`)
			if page := site[address]; page == "" || has && !id.MatchString(page) {
				t.Errorf("%s: %v leads to %s, which is not there", name, doc[0], doc[2])
			}
			if doc[0] == "" {
				t.Errorf("%s: %v has no title", name, doc)
			}
			kinds[strings.Split(address, "/")[0]+"#"+anchor] = true
		}
		for _, kind := range []string{"regions#", "countries#", "memberships#", "topics#", "codes#", "regions#initiatives", "regions#documents",
			"regions#organisations", "regions#support", "self-evaluation.html#", "about.html#about", "about.html#method"} {
			if !kinds[kind] {
				t.Errorf("%s: nothing leads to %s", name, kind)
			}
		}
	}
}

// What a reader loads to search an atlas of forty regions stays small. These
// regions repeat each other, so the bound is lower than that for an atlas of words
// that are all its own.
func TestSearchStaysSmall(t *testing.T) {
	t.Parallel()
	site := fortyBuilt(t)
	bound(t, "the script of the search, gzipped", zipped(site["assets/search.js"]), 4_000)
	bound(t, "the search box, gzipped", zipped(site["assets/searchbox.js"]), 2_500)
	bound(t, "the index of the search, gzipped", zipped(site[searchIndex]), 18_000)
}

// The index of an atlas of very many regions leaves their names to the finder, in
// which the same box looks.
func TestSearchOfLargeAtlas(t *testing.T) {
	t.Parallel()
	pages := oddLargePages(t)
	index := indexOf(t, pages[searchIndex])
	bound(t, "the index of a large atlas, gzipped", zipped(pages[searchIndex]), 40_000)
	for _, doc := range index.Docs {
		if strings.HasPrefix(doc[2].(string), "regions/") {
			t.Fatalf("%v stands in the index", doc)
		}
	}
	if !index.Shards {
		t.Error("the box does not look into the files of the finder")
	}
	for _, name := range []string{"atlas.js", "search.js", "searchbox.js"} {
		data, err := assets.Files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		pages["assets/"+name] = string(data)
	}
	saw := ask(t, pages, "index.html", "angstrom", "errin")
	if s := saw["angstrom"]; len(s.Hrefs) != 1 || s.Hrefs[0] != "regions/bez.html" || s.Status != "1 found" {
		t.Errorf("a name in the files of the finder: %+v", s)
	}
	if s := saw["errin"]; len(s.Hrefs) == 0 || s.Hrefs[0] != "memberships/errin.html" {
		t.Errorf("a network in the index: %+v", s)
	}
}

// A name cannot leave its place in the index.
func TestHostileWordsInSearch(t *testing.T) {
	t.Parallel()
	for _, text := range pagesWith(t, mark, harmless) {
		if call, ok := strings.CutPrefix(text, "atlasSearch("); ok {
			if strings.ContainsAny(call, "<>\u2028\u2029") || !strings.Contains(call, "owned") {
				t.Errorf("%.500s", call)
			}
			return
		}
	}
	t.Error("there is no index")
}

// asker types each question into the box as a reader does and writes down what it
// shows, and what the keyboard does.
const asker = `
window.addEventListener("load", async function () {
  var input = document.querySelector(".search input"), status = document.querySelector(".search [role=status]");
  var report = {}, pause = function () { return new Promise(function (done) { setTimeout(done, 30); }); };
  function look() {
    var options = Array.from(document.querySelectorAll(".search [role=option]"));
    return { status: status.textContent, options: options.map(function (one) { return one.textContent; }), hrefs: options.map(function (one) { return one.getAttribute("href") || ""; }),
      marks: Array.from(document.querySelectorAll(".search mark")).map(function (one) { return one.textContent; }),
      open: input.getAttribute("aria-expanded") === "true", active: input.getAttribute("aria-activedescendant") || "", focus: document.activeElement === input };
  }
  async function type(text) {
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    for (var tries = 0; tries < 200 && (status.textContent === "") === (text !== ""); tries++) { await pause(); }
  }
  async function press(name, key, on) {
    on.dispatchEvent(new KeyboardEvent("keydown", { key: key, bubbles: true, cancelable: true }));
    await pause();
    report[name] = look();
  }
  await press("slash", "/", document.body);
  for (var text of ASKED) {
    await type("");
    await type(text);
    report[text] = look();
  }
  var clicked = "";
  document.addEventListener("click", function (event) { event.preventDefault(); clicked = event.target.closest("a").getAttribute("href"); });
  await type("");
  await type("biobank");
  await press("down", "ArrowDown", input);
  await press("down twice", "ArrowDown", input);
  await press("up", "ArrowUp", input);
  await press("escape", "Escape", input);
  await type("Vlaanderen");
  await press("enter", "Enter", input);
  report.enter.hrefs = [clicked];
  var done = document.createElement("pre");
  done.id = "report";
  done.textContent = JSON.stringify(report);
  document.body.append(done);
});
`

type asked struct {
	Status, Active        string
	Options, Hrefs, Marks []string
	Open, Focus           bool
}

// ask drives the search box of a built site in a real browser.
func ask(t *testing.T, site map[string]string, address string, questions ...string) map[string]asked {
	t.Helper()
	browser, dir := findBrowser(t), t.TempDir()
	list, _ := json.Marshal(questions)
	files := map[string]string{"asker.js": strings.Replace(asker, "ASKED", string(list), 1)}
	for name, text := range site {
		if isScriptOrStyle(name) {
			files[name] = text
		}
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
	root := strings.Repeat("../", strings.Count(address, "/"))
	if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(address)), 0o755); err != nil {
		t.Fatal(err)
	}
	page := strings.Replace(site[address], "</body>", `<script src="`+root+`asker.js" defer></script></body>`, 1)
	dom := shown(t, browser, dir, strings.TrimSuffix(address, ".html"), page)
	report := regexp.MustCompile(`(?s)<pre id="report">(.*?)</pre>`).FindStringSubmatch(dom)
	if report == nil {
		t.Fatalf("the search was not driven to the end:\n%.3000s", dom)
	}
	var saw map[string]asked
	if err := json.Unmarshal([]byte(html.UnescapeString(report[1])), &saw); err != nil {
		t.Fatal(err)
	}
	return saw
}

// In a real browser the box finds things and mentions, however they are typed, and
// the keyboard alone is enough.
func TestSearchInBrowser(t *testing.T) {
	t.Parallel()
	site := built(t, searchedRegions(t), assets.Files)
	if strings.Contains(site["regions/be1.html"], "<input") {
		t.Error("a box stands in the page before a script can serve it")
	}
	first := map[string]string{
		"Vlaanderen": "../regions/be2.html", "vlaand": "../regions/be2.html", "Karnten": "../regions/at21.html", "KÄRNTEN": "../regions/at21.html",
		"Sjaelland": "../regions/dk02.html", "Lodz": "../regions/pl71.html", "łódź": "../regions/pl71.html", "pl71": "../regions/pl71.html",
		"elixir": "../regions/be2.html#initiatives", "ehealth": "../topics/e-health.html", "e-health": "../topics/e-health.html", "e health": "../topics/e-health.html",
		"errin": "../memberships/errin.html", "belgium": "../countries/be.html", "wlanders": "../regions/be2.html",
	}
	questions := append(sortedKeys(first), "belgium leader", "leader belgium", "biobnk", "flanders qqzzqq", "qqzzqq")
	saw := ask(t, site, "regions/be1.html", questions...)
	for typed, want := range first {
		s := saw[typed]
		if len(s.Hrefs) == 0 || s.Hrefs[0] != want || !strings.Contains(s.Status, "found") || !s.Open || len(s.Marks) == 0 {
			t.Errorf("%q shows %+v", typed, s)
		}
	}
	if s := saw["Vlaanderen"]; !strings.HasPrefix(s.Options[0], "Region Flanders") || s.Marks[0] != "Vlaanderen" {
		t.Errorf("what was found, and where: %+v", s)
	}
	for _, typed := range []string{"belgium leader", "leader belgium"} { // both regions of Belgium are leaders
		if s := saw[typed]; strings.Join(s.Hrefs, " ") != "../regions/be1.html ../regions/be2.html" {
			t.Errorf("%q shows %+v", typed, s)
		}
	}
	if s := saw["biobnk"]; len(s.Hrefs) < 3 || !strings.HasSuffix(s.Hrefs[0], "#initiatives") || s.Marks[0] != "Biobank" {
		t.Errorf("a slip: %+v", s)
	}
	if s := saw["flanders qqzzqq"]; !strings.HasPrefix(s.Status, "Nothing holds all of these words.") || s.Hrefs[0] != "../regions/be2.html" {
		t.Errorf("looser: %+v", s)
	}
	if s := saw["qqzzqq"]; !strings.HasPrefix(s.Status, "Nothing found. The region may not be in this atlas.") || s.Open {
		t.Errorf("nothing: %+v", s)
	}
	if s := saw["slash"]; !s.Focus {
		t.Errorf("/: %+v", s)
	}
	if s := saw["down"]; s.Active != "search-result-0" || !s.Open {
		t.Errorf("down: %+v", s)
	}
	if a, b := saw["down twice"].Active, saw["up"].Active; a != "search-result-1" || b != "search-result-0" {
		t.Errorf("down twice %q, then up %q", a, b)
	}
	if s := saw["escape"]; s.Open || s.Status != "" || !s.Focus {
		t.Errorf("escape: %+v", s)
	}
	if s := saw["enter"]; s.Hrefs[0] != "../regions/be2.html" {
		t.Errorf("enter: %+v", s)
	}
}
