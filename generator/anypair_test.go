package generator_test

import (
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/generator/match"
	"regional-atlas/generator/output"
	"regional-atlas/generator/page"
	english "regional-atlas/generator/words"
)

// pairer opens the page on any two regions at each address and writes down all that it
// draws.
const pairer = `
window.addEventListener("load", async function () {
  var page = document.getElementById("anypair"), report = [], loaded = 0, next = null, take = window.atlasCompared;
  window.atlasCompared = function (region) { take(region); loaded++; if (next) { next(); } };
  var asked = function () { return document.querySelectorAll("head script[src^='assets/compare/']").length; };
  var text = function (selector, within) { var part = (within || document).querySelector(selector); return part ? part.textContent : ""; };
  var shown = function (part) { return part && !part.closest("[hidden]") ? part.getAttribute("href") : ""; };
  for (var address of cases) {
    var changed = new Promise(function (done) { window.addEventListener("hashchange", done, { once: true }); });
    location.hash = address;
    await changed;
    while (loaded < asked()) { await new Promise(function (done) { next = done; }); }
    var blocks = Array.from(page.querySelectorAll("article section")).map(function (section) {
      return { id: section.id, title: text("h2", section), empty: text("p.absent", section),
        groups: Array.from(section.querySelectorAll(".group")).map(function (group) {
          return { title: text("h3", group), items: Array.from(group.querySelectorAll("li")).map(function (item) {
            var link = item.querySelector("a"), note = text(".remark", item);
            return { text: { text: link ? link.textContent : item.firstChild.textContent, href: link ? link.getAttribute("href") : "" }, note: note };
          }) };
        }) };
    });
    report.push({ title: text("h1"), window: document.title, lede: text(".lede"), drawn: !page.querySelector("article").hidden, blocks: blocks, rests: text(".rests"),
      lost: text(".lost"), sentence: text(".sentence"), written: shown(page.querySelector('[data-to="written"]')), first: shown(page.querySelector('[data-to="first"]')) });
  }
  var done = document.createElement("pre");
  done.id = "report";
  done.textContent = JSON.stringify(report);
  document.body.append(done);
});
`

// drawnPair is what the page shows for two regions.
type drawnPair struct {
	Title, Window, Lede, Rests, Lost, Sentence, Written, First string
	Drawn                                                      bool
	Blocks                                                     []page.PairBlock
}

// tiedRegions are the forty, some of which name each other, remark on an answer, and give
// no link for what others give one.
func tiedRegions(t *testing.T) fstest.MapFS {
	t.Helper()
	files, changed := fortyRegions(t), 0
	for _, name := range slices.Sorted(maps.Keys(files)) {
		text := string(files[name].Data)
		for from, to := range map[string]string{
			`remark = "S3 partnerships" }`: `remark = "S3 partnerships", partners = ["Flandrien", "Germany", "Oz"] }`,
			"\nerrin = \"yes\"\n":          "\nerrin = { status = \"yes\", remark = \"an office of " + name + "\" }\n",
			"title = \"emma.health\"\n":    "title = \"emma.health\"\npartners = [\"Wallonia\", \"Poland\"]\n",
		} {
			changed += strings.Count(text, from)
			text = strings.Replace(text, from, to, 1)
		}
		if len(text)%2 == 0 {
			text = strings.Replace(text, "link = \"https://imec-int.com\"\n", "", 1)
		}
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	if changed < 40 {
		t.Fatalf("only %d places are other than in the forty", changed)
	}
	return files
}

// In a real browser the brief on any two regions says what Go writes of them, for pairs
// taken by chance, whichever is named first; one that has a page leads to it.
func TestAnyPairAgreesWithGo(t *testing.T) {
	t.Parallel()
	browser := findBrowser(t)
	a, files := askingSite(t, tiedRegions(t))
	shared := match.NewShared(a)
	site := page.New(a, nil, nil, shared, english.English(), page.Frame{})
	written := map[string]bool{}
	for _, r := range a.Regions() {
		for _, p := range shared.Partners(r, 10) {
			written[output.Pair(r.Code, p.Region.Code)] = true
		}
	}
	source := rand.New(rand.NewPCG(825046, 12))
	pairs := make([][2]int, chances(20, 40))
	addresses := make([]string, len(pairs))
	for i := range pairs {
		places := source.Perm(len(a.Regions()))
		pairs[i] = [2]int{places[0], places[1]}
		addresses[i] = "r=" + strings.ToLower(a.Regions()[places[0]].Code+","+a.Regions()[places[1]].Code)
	}
	var saw []drawnPair
	drive(t, browser, files, "pair.html", pairer, addresses, &saw)
	groups, led := map[string]int{}, 0
	for i, pair := range pairs {
		one, two := a.Regions()[min(pair[0], pair[1])], a.Regions()[max(pair[0], pair[1])]
		want, rests := page.Brief(site, "", one, two)
		got := saw[i]
		for n := range want {
			if !same(got.Blocks[n], want[n]) {
				t.Errorf("#%s: %s\nis   %+v\nwant %+v", addresses[i], want[n].ID, got.Blocks[n], want[n])
			}
			groups[want[n].ID] += len(want[n].Groups)
		}
		title := one.Name + " and " + two.Name
		if got.Rests != rests || got.Title != title || !strings.HasPrefix(got.Window, title+" – ") || !strings.Contains(got.Lede, title) ||
			got.Lost+got.Sentence != "" || got.First != output.Region(one.Code) {
			t.Errorf("#%s: %q, %q, %q, %q, %q, %q, %q", addresses[i], got.Rests, got.Title, got.Window, got.Lede, got.Lost, got.Sentence, got.First)
		}
		address := output.Pair(one.Code, two.Code)
		if !written[address] {
			address = ""
		} else {
			led++
		}
		if got.Written != address {
			t.Errorf("#%s leads to %q, want %q", addresses[i], got.Written, address)
		}
	}
	for block, n := range groups {
		if n < 10 {
			t.Errorf("only %d groups under %s, so this proves little", n, block)
		}
	}
	if led == 0 || led == len(pairs) {
		t.Errorf("%d of %d pairs have a page", led, len(pairs))
	}
}

// same reports whether two blocks say the same; no group and none at all are one.
func same(a, b page.PairBlock) bool {
	return a.ID == b.ID && a.Title == b.Title && a.Empty == b.Empty && (len(a.Groups)+len(b.Groups) == 0 || reflect.DeepEqual(a.Groups, b.Groups))
}

// With fewer than two regions nothing is drawn and what to do is said; a third region and
// a code that is none are named.
func TestAnyPairAsksForTwo(t *testing.T) {
	t.Parallel()
	browser := findBrowser(t)
	a, files := fortySite(t)
	names := []string{a.Regions()[0].Name, a.Regions()[1].Name, a.Regions()[2].Name}
	var codes []string
	for _, r := range a.Regions()[:3] {
		codes = append(codes, strings.ToLower(r.Code))
	}
	var saw []drawnPair
	drive(t, browser, files, "pair.html", pairer, []string{"r=" + codes[0] + "," + codes[1], "r=" + codes[0], "", "r=" + strings.Join(codes, ","),
		"r=" + codes[0] + ",constructor"}, &saw)
	if !saw[0].Drawn || saw[0].Title != names[0]+" and "+names[1] {
		t.Errorf("of two it draws %+v", saw[0])
	}
	for n, want := range map[int]string{1: names[0] + " is chosen", 2: "No region is chosen", 4: names[0] + " is chosen"} {
		if saw[n].Drawn || saw[n].Title != "What two regions share" || !strings.Contains(saw[n].Sentence, want) || saw[n].Rests != "" {
			t.Errorf("case %d: %+v", n, saw[n])
		}
	}
	if !saw[3].Drawn || !strings.Contains(saw[3].Lost, names[2]) || !strings.Contains(saw[4].Lost, "r=constructor") {
		t.Errorf("left out: %q; %q", saw[3].Lost, saw[4].Lost)
	}
}
