package generator_test

import (
	"encoding/json"
	"fmt"
	"html"
	"io/fs"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"regional-atlas/assets"
	"regional-atlas/generator/profile"
)

// chooser opens the finder at each address and writes down what it shows.
const chooser = `
window.addEventListener("load", async function () {
  var page = document.getElementById("finder"), report = [];
  for (var address of cases) {
    var same = location.hash.slice(1) === address;
    var changed = new Promise(function (done) { window.addEventListener("hashchange", done, { once: true }); });
    location.hash = address;
    if (!same) { await changed; }
    var counts = {};
    page.querySelectorAll("[data-facet]").forEach(function (facet) {
      counts[facet.dataset.facet] = Array.from(facet.querySelectorAll("input[value] ~ .count")).map(function (count) { return count.textContent === "none" ? 0 : Number(count.textContent); });
    });
    report.push({ found: Array.from(page.querySelectorAll("tbody .code")).map(function (cell) { return cell.textContent; }),
      sentence: page.querySelector(".sentence").textContent, counts: counts, lost: page.querySelector(".lost").textContent,
      bright: page.querySelectorAll("svg.map a:not(.dim)").length });
  }
  var done = document.createElement("pre");
  done.id = "report";
  done.textContent = JSON.stringify(report);
  document.body.append(done);
});
`

// chosen is what the finder shows for a choice.
type chosen struct {
	Found          []string
	Sentence, Lost string
	Counts         map[string][]int
	Bright         int
}

// fortyFiles are the files of the atlas of forty that scripts need, with its facts.
type fortyFiles struct {
	atlas *profile.Atlas
	files map[string]string
}

var forScripts once[fortyFiles]

func fortySite(t *testing.T) (*profile.Atlas, map[string]string) {
	t.Helper()
	forty := forScripts.get(func() fortyFiles {
		a, files := askingSite(t, fortyRegions(t))
		return fortyFiles{a, files}
	})
	return forty.atlas, maps.Clone(forty.files)
}

// askingSite is the site of some regions, as far as pages to ask need it.
func askingSite(t *testing.T, regions fs.FS) (*profile.Atlas, map[string]string) {
	t.Helper()
	state := checked(t, inputOf(regions))
	files := map[string]string{}
	for _, name := range []string{"address.js", "page.js", "sorting.js", "find.js", "map.js", "compare.js", "take.js", "alike.js", "consortium.js", "anypair.js"} {
		script, err := assets.Files.ReadFile(name)
		must(t, err)
		files["assets/"+name] = string(script)
	}
	for f := range state.Site.Files() {
		if f.Address == "find.html" || f.Address == "compare.html" || f.Address == "alike.html" || f.Address == "consortium.html" || f.Address == "pair.html" || strings.HasPrefix(f.Address, "assets/find/") ||
			strings.HasPrefix(f.Address, "assets/compare/") {
			data, err := state.Site.Bytes(f)
			must(t, err)
			files[f.Address] = string(data)
		}
	}
	return state.Atlas, files
}

// In a real browser every count, every list and every number of silent regions is
// what Go says, for choices made by chance among all that the form offers.
func TestFinderAgreesWithGo(t *testing.T) {
	t.Parallel()
	browser := findBrowser(t)
	a, files := fortySite(t)
	facets := a.Facets()
	source := rand.New(rand.NewPCG(825046, 11))
	choices := make([]profile.Choice, chances(30, 200))
	addresses := make([]string, len(choices))
	for i := range choices {
		choices[i] = chance(source, facets)
		addresses[i] = addressOf(facets, choices[i])
	}
	saw := choose(t, browser, files, addresses)
	n, some := len(a.Regions()), 0
	for i, choice := range choices {
		found, silent := profile.Find(facets, n, choice)
		if len(choice) > 0 && len(found) > 0 {
			some++
		}
		checkFound(t, a, addresses[i], found, len(silent), saw[i])
		for f := range facets {
			for o, option := range facets[f].Options {
				if want, got := profile.Count(facets, n, choice, &facets[f], option.Key), saw[i].Counts[facets[f].Key][o]; got != want {
					t.Fatalf("#%s: %s=%s counts %d, want %d", addresses[i], facets[f].Key, option.Key, got, want)
				}
			}
		}
	}
	if some < len(choices)/4 {
		t.Errorf("only %d of the choices find anything, so this proves little", some)
	}
}

func checkFound(t *testing.T, a *profile.Atlas, address string, found []int, silent int, saw chosen) {
	t.Helper()
	var want []string
	regions, countries := 0, 0
	for _, place := range found {
		want = append(want, a.Regions()[place].Code)
		if a.Regions()[place].IsCountry() {
			countries++
		} else {
			regions++
		}
	}
	said := map[bool]string{true: fmt.Sprintf("%d region", regions), false: "countr"}
	for isSaid, text := range said {
		before, _, _ := strings.Cut(saw.Sentence, " of ")
		if expected := isSaid && (regions > 0 || countries == 0) || !isSaid && countries > 0; strings.Contains(before, text) != expected {
			t.Errorf("#%s finds %d regions and %d countries, and it says %q", address, regions, countries, saw.Sentence)
		}
	}
	if !slices.Equal(saw.Found, want) {
		t.Errorf("#%s finds %v, want %v", address, saw.Found, want)
	}
	if strings.Contains(saw.Sentence, "do not report") != (silent > 0) ||
		silent > 0 && !strings.Contains(saw.Sentence, strconv.Itoa(silent)+" more") {
		t.Errorf("#%s: %d do not report, and it says %q", address, silent, saw.Sentence)
	}
}

// What an address asks that the atlas does not know is named, and the rest holds.
func TestFinderNamesWhatItDoesNotKnow(t *testing.T) {
	t.Parallel()
	a, files := fortySite(t)
	saw := choose(t, findBrowser(t), files, []string{"country=be&nonsense=yes&level=9", "country=be", ""})
	if got := saw[0].Lost; !strings.Contains(got, "nonsense=yes") || !strings.Contains(got, "level=9") {
		t.Errorf("it says %q", got)
	}
	if !slices.Equal(saw[0].Found, []string{"BE1", "BE2", "BE3"}) || saw[1].Lost != "" {
		t.Errorf("%+v", saw)
	}
	if len(saw[2].Found) != len(a.Regions()) || saw[1].Bright >= saw[2].Bright || saw[1].Bright == 0 {
		t.Errorf("nothing chosen shows %d regions, %d bright on the map; Belgium %d", len(saw[2].Found), saw[2].Bright, saw[1].Bright)
	}
}

// chance picks in up to three facets.
func chance(source *rand.Rand, facets []profile.Facet) profile.Choice {
	choice := profile.Choice{}
	for range source.IntN(4) {
		f := &facets[source.IntN(len(facets))]
		p := profile.Picked{From: math.NaN(), To: math.NaN(), All: f.Kind == profile.AnyOf && source.IntN(2) == 0}
		if f.Kind == profile.Between {
			if p.From = f.Number[source.IntN(len(f.Number))]; math.IsNaN(p.From) {
				p.From = 0
			}
		}
		for n := range f.Options {
			if source.IntN(3) == 0 && (f.Kind != profile.AtLeast || len(p.Options) == 0) {
				p.Options = append(p.Options, f.Options[n].Key)
			}
		}
		if f.Kind == profile.Between || len(p.Options) > 0 {
			choice[f.Key] = p
		}
	}
	return choice
}

func addressOf(facets []profile.Facet, choice profile.Choice) string {
	var pairs []string
	for i := range facets {
		p, asked := choice[facets[i].Key]
		switch {
		case !asked:
		case facets[i].Kind == profile.Between:
			pairs = append(pairs, facets[i].Key+"="+strconv.FormatFloat(p.From, 'f', -1, 64)+"-")
		default:
			pairs = append(pairs, facets[i].Key+"="+strings.Join(p.Options, ","))
		}
		if p.All {
			pairs = append(pairs, facets[i].Key+".all")
		}
	}
	return strings.Join(pairs, "&")
}

// choose opens the finder at each address in one browser.
func choose(t *testing.T, browser string, files map[string]string, addresses []string) []chosen {
	t.Helper()
	var saw []chosen
	drive(t, browser, files, "find.html", chooser, addresses, &saw)
	if len(saw) != len(addresses) {
		t.Fatalf("%d of %d choices", len(saw), len(addresses))
	}
	return saw
}

// isScriptOrStyle holds for what a page loads, but pictures.
func isScriptOrStyle(name string) bool { return path.Ext(name) == ".js" || path.Ext(name) == ".css" }

// drive opens a page of some files in a browser with a script that tries cases and
// leaves a report.
func drive(t *testing.T, browser string, files map[string]string, page, driver string, cases []string, report any) {
	t.Helper()
	dir := t.TempDir()
	list, err := json.Marshal(cases)
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		must(t, os.MkdirAll(filepath.Dir(file), 0o755))
		must(t, os.WriteFile(file, []byte(text), 0o600))
	}
	for name, text := range files {
		if isScriptOrStyle(name) {
			write(name, text)
		}
	}
	write("driver.js", "var cases = "+string(list)+";"+driver)
	dom := shown(t, browser, dir, strings.TrimSuffix(page, ".html"),
		strings.Replace(files[page], "</body>", `<script src="driver.js" defer></script></body>`, 1))
	text := regexp.MustCompile(`(?s)<pre id="report">(.*?)</pre>`).FindStringSubmatch(dom)
	if text == nil {
		t.Fatalf("%s was not driven to the end:\n%.3000s", page, dom)
	}
	must(t, json.Unmarshal([]byte(html.UnescapeString(text[1])), report))
}
