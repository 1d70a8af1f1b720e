package generator_test

import (
	"fmt"
	"strings"
	"testing"

	"regional-atlas/generator/region"
)

// Paper has the first entries of a long list and counts the rest, with the address of the
// whole; a list that is one entry longer than that is printed whole.
func TestPaperCountsWhatItLeavesOut(t *testing.T) {
	edition, _ := fullAtlas(t)
	edition.Site.Address = "https://atlas.example/x/"
	websites := func(n int) []region.Website {
		var list []region.Website
		for i := range n {
			list = append(list, region.Website{Title: fmt.Sprint("Site ", i+1), Link: "https://example.org/"})
		}
		return list
	}
	pages := laidOut(t, edition,
		&region.Region{File: "AA11.md", Code: "AA11", Name: "Whole", Websites: websites(4)},
		&region.Region{File: "AA12.md", Code: "AA12", Name: "Folded", Websites: websites(6),
			Reviewed: region.Date{Year: 2026, Month: 11, Day: 2}})

	const count = `<li class="paper" hidden>`
	if page := pages["regions/aa11.html"]; strings.Contains(page, count) || strings.Contains(page, "Whole lists") {
		t.Error("a list of four entries is folded")
	}
	page := pages["regions/aa12.html"]
	before, after, found := strings.Cut(page, count+"and 3 more</li>")
	if !found || strings.Contains(after, "Site 3") || strings.Contains(before, "Site 4") {
		t.Errorf("the list is not folded after three entries: %v", found)
	}
	for _, want := range []string{"Whole lists: https://atlas.example/x/regions/aa12.html#websites",
		"https://atlas.example/x/regions/aa12.html · facts as reviewed up to 2 November 2026"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if want := "https://atlas.example/x/ · facts as reviewed up to 2 November 2026"; !strings.Contains(pages["index.html"], want) {
		t.Errorf("the first page does not say %q", want)
	}
	if strings.Contains(pages["404.html"], `class="paper"`) {
		t.Error("an address that does not exist is printed")
	}
	edition.Site.Address = ""
	if page := laidOut(t, edition, &region.Region{File: "AA11.md", Code: "AA11", Name: "Whole"})["regions/aa11.html"]; !strings.Contains(page, `hidden>regions/aa11.html</p>`) {
		t.Error("without an address and a day, paper does not say which page it is")
	}
}
