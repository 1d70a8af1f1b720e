package page

import (
	"fmt"
	"iter"
	"strings"
)

// The protocol of sitemaps allows 50,000 addresses and 50 MB in one file; ours
// hold fewer, so that none is long to load.
const (
	mostAddresses = 25_000
	sitemapBytes  = 25_000_000
	longestPath   = 200 // of an address inside the site, about
)

// Sitemap lists the addresses of pages for search engines, or where they are
// too many for one file, those of its parts.
type Sitemap struct{ Addresses, Parts []string }

// sitemaps lists the one sitemap of n pages, or an index and its parts. It comes
// after all other pages, which have been counted by then.
func (p *Planner) sitemaps(n int, yield func(Page) bool) bool {
	if p.edition.Site.Address == "" {
		return true
	}
	each := addressesEach(p.edition.Site.Address)
	if n <= each {
		return yield(Page{"sitemap.xml", "sitemap.xml", func() any { return p.sitemap(0, n) }})
	}
	list := []Page{{"sitemap.xml", "sitemap.xml", func() any { return p.sitemapIndex((n + each - 1) / each) }}}
	for from := 0; from < n; from += each {
		list = append(list, Page{sitemapAddress(from / each), "sitemap.xml", func() any { return p.sitemap(from, from+each) }})
	}
	return all(yield, list)
}

// addressesEach is how many addresses a file holds; fewer where they are long.
func addressesEach(site string) int {
	const escaped = 6 // bytes that a character takes at most in XML
	return min(mostAddresses, max(1, sitemapBytes/(escaped*len(site)+longestPath)))
}

func sitemapAddress(number int) string { return fmt.Sprintf("sitemap-%d.xml", number+1) }

// mapped are the pages that search engines may know.
func (p *Planner) mapped() iter.Seq[string] {
	return func(yield func(string) bool) {
		p.content(func(page Page) bool { return !isMapped(page) || yield(page.Address) })
	}
}

func isMapped(page Page) bool {
	return strings.HasSuffix(page.Address, ".html") && page.Address != "404.html" && page.Layout != "moved"
}

func (p *Planner) sitemap(from, to int) Sitemap {
	var s Sitemap
	at := 0
	for address := range p.mapped() {
		if at >= to {
			break
		}
		if at >= from {
			s.Addresses = append(s.Addresses, p.canonical(address))
		}
		at++
	}
	return s
}

func (p *Planner) sitemapIndex(parts int) Sitemap {
	var s Sitemap
	for number := range parts {
		s.Parts = append(s.Parts, p.absolute(sitemapAddress(number)))
	}
	return s
}
