package page

import (
	"regional-atlas/generator/region"
	"slices"
	"testing"
)

// A former address leads on to the region, and the sitemap leaves it out.
func TestAliasesLeadOn(t *testing.T) {
	p := siteOf(t, &region.Edition{Countries: []region.Country{{Code: "BE", Name: "Belgium"}}},
		&region.Region{File: "BE2.md", Code: "BE2", Name: "Flanders", Aliases: []string{"BE25"}})
	p.edition.Site.Address = "https://example.org/atlas/"
	var found bool
	for page := range p.Files() {
		if page.Address != "regions/be25.html" {
			continue
		}
		found = true
		m := page.Content().(Moved)
		if m.Refresh != "../regions/be2.html" || m.Canonical != "https://example.org/atlas/regions/be2.html" {
			t.Errorf("refresh %q, canonical %q", m.Refresh, m.Canonical)
		}
	}
	if !found {
		t.Error("no page at the former address")
	}
	if slices.Contains(sitemaps{p}.sitemap(0, 1000).Addresses, "https://example.org/atlas/regions/be25.html") {
		t.Error("the sitemap lists a former address")
	}
}
