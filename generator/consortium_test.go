package generator_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// grouper opens the page on groups at each address and writes down how each need is met.
const grouper = `
window.addEventListener("load", async function () {
  var page = document.getElementById("consortium"), report = [];
  for (var address of cases) {
    var changed = new Promise(function (done) { window.addEventListener("hashchange", done, { once: true }); });
    location.hash = address;
    await changed;
    report.push({ needs: Array.from(document.querySelectorAll(".rule .verdict")).map(function (verdict) { return verdict.dataset.is; }),
      closed: document.querySelector(".rule .closed").textContent, lost: page.querySelector(".lost").textContent,
      covered: page.querySelector(".covered").textContent });
  }
  var done = document.createElement("pre");
  done.id = "report";
  done.textContent = JSON.stringify(report);
  document.body.append(done);
});
`

// grouped is what the page shows of a group.
type grouped struct {
	Needs                 []string
	Closed, Lost, Covered string
}

// In a real browser each need of a rule is met, not met or cannot be told as Go says, for
// groups taken by chance.
func TestGroupsAgreeWithGo(t *testing.T) {
	t.Parallel()
	browser := findBrowser(t)
	a, files := fortySite(t)
	source := rand.New(rand.NewPCG(825046, 8))
	var groups [][]*profile.Region
	var addresses []string
	for range chances(20, 60) {
		var group []*profile.Region
		var codes []string
		for _, place := range source.Perm(len(a.Regions()))[:1+source.IntN(8)] {
			group = append(group, a.Regions()[place])
			codes = append(codes, strings.ToLower(a.Regions()[place].Code))
		}
		groups, addresses = append(groups, group), append(addresses, "r="+strings.Join(codes, ","))
	}
	var saw []grouped
	drive(t, browser, files, "consortium.html", grouper, addresses, &saw)
	met := map[string]int{}
	for i, group := range groups {
		for n, need := range a.Edition().Rules[0].Needs {
			want := judged(need, group)
			met[want]++
			if got := saw[i].Needs[n]; got != want {
				t.Errorf("#%s: need %d is %s, want %s", addresses[i], n, got, want)
			}
		}
		if saw[i].Closed == "" || saw[i].Covered == "" {
			t.Errorf("#%s: %+v", addresses[i], saw[i])
		}
	}
	if met["met"] < 10 || met["not-met"] < 10 {
		t.Errorf("%v: this proves little", met)
	}
}

// judged is how a group meets a need.
func judged(n region.Need, group []*profile.Region) string {
	have, silent := 0, 0
	switch {
	case n.Count == region.CountRegions:
		have = len(group)
	case n.Count == region.CountCountries:
		countries := map[string]bool{}
		for _, r := range group {
			countries[r.Country.Code] = true
		}
		have = len(countries)
	case len(n.Areas) > 0:
		for _, area := range n.Areas {
			if slices.ContainsFunc(group, func(r *profile.Region) bool { return slices.Contains(area.Countries, r.Country.Code) }) {
				have++
			}
		}
	default:
		for _, r := range group {
			for i := range r.Figures {
				f := &r.Figures[i]
				if f.Indicator.Key != n.Class {
					continue
				}
				if f.Group() == "" {
					silent++
				} else if slices.ContainsFunc(n.Any, func(class string) bool { return strings.TrimRight(class, " +-") == f.Group() }) {
					have++
				}
			}
		}
	}
	switch {
	case have >= n.Min:
		return "met"
	case have+silent >= n.Min:
		return "unclear"
	}
	return "not-met"
}

// A ninth region is refused in words.
func TestGroupsRefuseANinthRegion(t *testing.T) {
	t.Parallel()
	browser := findBrowser(t)
	a, files := fortySite(t)
	var codes []string
	for _, r := range a.Regions()[:9] {
		codes = append(codes, strings.ToLower(r.Code))
	}
	var saw []grouped
	drive(t, browser, files, "consortium.html", grouper, []string{fmt.Sprint("r=", strings.Join(codes, ",")), "r=zz9"}, &saw)
	if !strings.Contains(saw[0].Lost, a.Regions()[8].Name) || !strings.Contains(saw[1].Lost, "zz9") {
		t.Errorf("%+v", saw)
	}
}
