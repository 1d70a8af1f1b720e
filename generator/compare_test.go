package generator_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"regional-atlas/generator/profile"
)

// comparer opens the page to compare regions at each address and writes down what every
// row says.
const comparer = `
window.addEventListener("load", async function () {
  var page = document.getElementById("compare"), report = [], loaded = 0, next = null, take = window.atlasCompared;
  window.atlasCompared = function (region) { take(region); loaded++; if (next) { next(); } };
  var asked = function () { return document.querySelectorAll("head script[src^='assets/compare/']").length; };
  for (var address of cases) {
    var changed = new Promise(function (done) { window.addEventListener("hashchange", done, { once: true }); });
    location.hash = address;
    await changed;
    while (loaded < asked()) { await new Promise(function (done) { next = done; }); }
    var rows = {};
    page.querySelectorAll("tr[data-aspect]").forEach(function (row) {
      rows[row.dataset.aspect] = [row.dataset.is, row.lastElementChild.textContent];
    });
    report.push({ rows: rows, lost: page.querySelector(".lost").textContent, sentence: page.querySelector(".sentence").textContent });
  }
  var done = document.createElement("pre");
  done.id = "report";
  done.textContent = JSON.stringify(report);
  document.body.append(done);
});
`

// beside is what the page shows for some regions.
type beside struct {
	Rows           map[string][2]string
	Lost, Sentence string
}

// In a real browser every row compares as Go says, for regions taken by chance.
func TestComparisonAgreesWithGo(t *testing.T) {
	t.Parallel()
	browser := findBrowser(t)
	a, files := fortySite(t)
	source := rand.New(rand.NewPCG(825046, 4))
	picked := make([][]*profile.Region, chances(16, 40))
	addresses := make([]string, len(picked))
	for i := range picked {
		var codes []string
		for _, place := range source.Perm(len(a.Regions()))[:2+source.IntN(3)] {
			picked[i] = append(picked[i], a.Regions()[place])
			codes = append(codes, strings.ToLower(a.Regions()[place].Code))
		}
		addresses[i] = "r=" + strings.Join(codes, ",")
	}
	var saw []beside
	drive(t, browser, files, "compare.html", comparer, addresses, &saw)
	kinds := map[string]int{}
	for i, regions := range picked {
		for _, aspect := range a.Aspects() {
			is, words := saw[i].Rows[aspect.Key][0], saw[i].Rows[aspect.Key][1]
			kinds[is]++
			if fault := differs(aspect, regions, is, words); fault != "" {
				t.Errorf("#%s %s: %q, %q: %s", addresses[i], aspect.Key, is, words, fault)
			}
		}
	}
	for _, kind := range []string{"same", "differ", "some", "silent"} {
		if kinds[kind] < 20 {
			t.Errorf("only %d rows of the kind %q, so this proves little", kinds[kind], kind)
		}
	}
}

// differs says how a row is not what Go makes of it, "" when it is.
func differs(aspect profile.Aspect, regions []*profile.Region, is, words string) string {
	var said []profile.Said
	for _, r := range regions {
		said = append(said, aspect.Says(r))
	}
	v := compare(said)
	want := "differ"
	switch {
	case v.Silent == len(regions):
		want = "silent"
	case v.Silent == len(regions)-1:
		want = "some"
	case v.Same:
		want = "same"
	}
	switch {
	case is != want:
		return "want " + want
	case want == "differ" && v.Common > 0 && !strings.Contains(words, fmt.Sprintf("%d in common", v.Common)):
		return fmt.Sprintf("%d are in common", v.Common)
	case want != "silent" && v.Silent > 1 && !strings.Contains(words, fmt.Sprintf("%d not reported", v.Silent)):
		return fmt.Sprintf("%d are silent", v.Silent)
	case (want == "same" || want == "differ" && v.Common == 0) && len(v.Years) > 0 &&
		!strings.Contains(words, fmt.Sprint(v.Years[len(v.Years)-1])):
		return fmt.Sprintf("years are %d", v.Years)
	}
	return ""
}

// verdict is how what regions say of an aspect compares: what the script of the page does
// with every row.
type verdict struct {
	Silent int   // how many do not report it
	Same   bool  // those that report it, at least two, say the same
	Common int   // how many things all of these say
	Years  []int // the years of their figures, ascending, where they differ
}

// compare compares what regions say of one aspect.
func compare(said []profile.Said) verdict {
	var v verdict
	var reported []profile.Said
	for _, s := range said {
		if s.IsReported() {
			reported = append(reported, s)
			v.Years = append(v.Years, s.Year)
		}
	}
	v.Silent = len(said) - len(reported)
	slices.Sort(v.Years)
	if v.Years = slices.Compact(v.Years); len(v.Years) < 2 {
		v.Years = nil
	}
	if len(reported) < 2 {
		return v
	}
	for _, key := range reported[0].Keys {
		if !slices.ContainsFunc(reported, func(s profile.Said) bool { return !slices.Contains(s.Keys, key) }) {
			v.Common++
		}
	}
	v.Same = !slices.ContainsFunc(reported, func(s profile.Said) bool { return len(s.Keys) != v.Common })
	return v
}

func TestCompareRule(t *testing.T) {
	says := func(year int, keys ...string) profile.Said { return profile.Said{Keys: keys, Year: year} }
	silent := profile.Said{}
	for name, test := range map[string]struct {
		said []profile.Said
		want verdict
	}{
		"same":             {[]profile.Said{says(0, "yes"), says(0, "yes")}, verdict{Same: true, Common: 1}},
		"differs":          {[]profile.Said{says(0, "yes"), says(0, "no")}, verdict{}},
		"one is silent":    {[]profile.Said{says(0, "yes"), silent}, verdict{Silent: 1}},
		"neither reports":  {[]profile.Said{silent, silent}, verdict{Silent: 2}},
		"other years":      {[]profile.Said{says(2019, "5"), says(2017, "5")}, verdict{Same: true, Common: 1, Years: []int{2017, 2019}}},
		"no year":          {[]profile.Said{says(0, "5"), says(2017, "6")}, verdict{Years: []int{0, 2017}}},
		"lists":            {[]profile.Said{says(0, "a", "b", "c"), says(0, "b", "c", "d")}, verdict{Common: 2}},
		"a part":           {[]profile.Said{says(0, "a", "b"), says(0, "a")}, verdict{Common: 1}},
		"three, a silence": {[]profile.Said{says(0, "a"), silent, says(0, "a")}, verdict{Silent: 1, Same: true, Common: 1}},
	} {
		if got := compare(test.said); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %+v, want %+v", name, got, test.want)
		}
	}
}

// A fifth region is refused in words, and what the atlas does not know is named.
func TestComparisonRefusesAFifthRegion(t *testing.T) {
	t.Parallel()
	browser := findBrowser(t)
	a, files := fortySite(t)
	var codes []string
	for _, r := range a.Regions()[:5] {
		codes = append(codes, strings.ToLower(r.Code))
	}
	var saw []beside
	drive(t, browser, files, "compare.html", comparer, []string{"r=" + strings.Join(codes, ","), "r=" + codes[0] + ",zz9"}, &saw)
	if name := a.Regions()[4].Name; !strings.Contains(saw[0].Lost, name) || strings.Contains(saw[0].Sentence, name) {
		t.Errorf("of the fifth region it says %q; %q", saw[0].Lost, saw[0].Sentence)
	}
	if !strings.Contains(saw[1].Lost, "r=zz9") {
		t.Errorf("of a code that is none it says %q", saw[1].Lost)
	}
}
