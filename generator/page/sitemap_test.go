package page

import (
	"slices"
	"strings"
	"testing"
)

// Addresses are divided among files without losing or doubling one, and the
// index names them all.
func TestSitemapOfManyPages(t *testing.T) {
	p := many(t, 20)
	var all []string
	for address := range (sitemaps{p}).mapped() {
		all = append(all, address)
	}
	p.edition.Site.Address = "https://example.org/" + strings.Repeat("x", 700_000) // so long that a file holds few
	var index Sitemap
	var parts, listed []string
	for page := range p.Files() {
		switch {
		case page.Address == "sitemap.xml":
			index = page.Content().(Sitemap)
		case strings.HasPrefix(page.Address, "sitemap-"):
			content := page.Content().(Sitemap)
			parts = append(parts, p.absolute(page.Address))
			for _, address := range content.Addresses {
				listed = append(listed, strings.TrimPrefix(address, p.absolute("")))
			}
			if len(content.Addresses) > addressesEach(p.edition.Site.Address) || len(content.Parts) > 0 {
				t.Errorf("%s holds %d addresses", page.Address, len(content.Addresses))
			}
		}
	}
	all[slices.Index(all, "index.html")] = ""
	if len(parts) < 2 || !slices.Equal(index.Parts, parts) || len(index.Addresses) > 0 || !slices.Equal(listed, all) {
		t.Errorf("%d parts, %d in the index, %d addresses of %d", len(parts), len(index.Parts), len(listed), len(all))
	}
}

// The protocol allows 50,000 addresses and 50 MB.
func TestSitemapKeepsToTheProtocol(t *testing.T) {
	for _, site := range []string{"", "https://example.org/", "https://example.org/" + strings.Repeat("&", 2000)} {
		n := addressesEach(site)
		escaped := len(site) + 5*strings.Count(site, "&")
		if n < 1 || n > 50_000 || n*(escaped+longestPath+len("<url><loc></loc></url>\n")) > 50_000_000 {
			t.Errorf("an address of %d bytes: %d in a file", len(site), n)
		}
	}
}
