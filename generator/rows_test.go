package generator_test

import (
	"strings"
	"testing"

	"regional-atlas/generator/region"
)

// A country as a whole stands in lists by its name alone, not as a region of itself.
func TestCountriesStandInListsByTheirNameAlone(t *testing.T) {
	edition, _ := fullAtlas(t)
	pages := laidOut(t, edition,
		&region.Region{File: "AA.md", Code: "AA", Name: edition.Countries[0].Name},
		&region.Region{File: "AA11.md", Code: "AA11", Name: "A Part"})
	name := edition.Countries[0].Name
	text := reads(pages["memberships/first.html"])
	if strings.Contains(text, name+", "+name) {
		t.Errorf("the list has %q: %s", name+", "+name, text)
	}
	if !strings.Contains(text, "A Part, "+name) || !strings.Contains(text, "AA "+name) {
		t.Errorf("the list does not have the region with its country, and the country: %s", text)
	}
}
