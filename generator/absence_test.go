package generator_test

import (
	"os"
	"strings"
	"testing"

	"regional-atlas/generator"
	"regional-atlas/generator/atlas"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
)

// A region that has never been asked, its file silent on every network,
// question and topic, is shown as not reported everywhere, and as no nowhere.
// The check would refuse it (TestSilenceIsAFault); this is what the pages do.
func TestAbsenceNeverBecomesNo(t *testing.T) {
	edition, faults, err := source.Open(os.DirFS("testdata/good/full/regions")).Edition()
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	silent := &region.Region{File: "AA11.md", Code: "AA11", Name: "Silence"}
	// An atlas asks whether regions look for partners once one of them says so.
	other := &region.Region{File: "BB10.md", Code: "BB10", Name: "Speech", Cooperation: region.Cooperation{Looking: region.Yes}}
	pages := laidOut(t, &edition, silent, other)

	for _, network := range []string{"First", "Second Network", "Terrain"} {
		if got := tableCell(t, pages["memberships.html"], "Silence", network); got != "n.r." {
			t.Errorf("the matrix says %q for %s", got, network)
		}
	}
	if got := tableCell(t, pages["topics.html"], "Silence", "Air"); got != "n.r." {
		t.Errorf("the matrix of topics says %q", got)
	}
	if got := tableCell(t, pages["self-evaluation.html"], "Silence", "Need"); got != "n.r." {
		t.Errorf("the matrix of the self-evaluation says %q", got)
	}
	text := reads(pages["regions/aa11.html"])
	for _, want := range []string{"Its memberships are not reported.", "Not reported 3 First", "Is there a plan? Not reported", "collaboration Not reported", "Class of the region Not reported"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q:\n%s", want, text)
		}
	}
	for _, address := range []string{"regions/aa11.html", "memberships/first.html", "memberships/terrain.html"} {
		for _, wrong := range []string{`class="answer no"`, `class="answers no"`, "<h2>No ", "<h3>No ", ">No<"} {
			if strings.Contains(pages[address], wrong) {
				t.Errorf("%s says no: %s", address, wrong)
			}
		}
	}
	if !strings.Contains(reads(pages["memberships/first.html"]), "No region of this atlas answered for this network.") {
		t.Errorf("the network counts a member: %s", reads(pages["memberships/first.html"]))
	}
}

// laidOut is every page of unchecked regions, by address, as the layouts give it.
func laidOut(t testing.TB, edition *region.Edition, regions ...*region.Region) map[string]string {
	t.Helper()
	site := siteOf(t, edition, regions)
	pages := map[string]string{}
	for p := range site.Files() {
		data, err := site.Bytes(p)
		if err != nil {
			t.Fatal(err)
		}
		pages[p.Address] = string(data)
	}
	return pages
}

// siteOf is the site of unchecked regions on the tiny map.
func siteOf(t testing.TB, edition *region.Edition, regions []*region.Region) *generator.Site {
	t.Helper()
	base := tinySession(t).Basemap()
	a, faults := atlas.New(edition, regions, base)
	if a == nil {
		t.Fatal(faults)
	}
	return tinySession(t).SiteOf(a, base)
}
