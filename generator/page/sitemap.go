package page

import (
	"fmt"
	"io"
	"iter"
	"strings"

	"regional-atlas/generator/output"
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

// sitemaps plans the maps of the site for search engines.
type sitemaps struct{ *Site }

// files lists the one sitemap of the pages, or an index and its parts, and robots.txt;
// none for an atlas without an address.
func (s sitemaps) files() output.Files {
	return func(yield func(output.File) bool) {
		if s.edition.Site.Address == "" {
			return
		}
		if !yield(output.File{Address: output.Robots,
			Content: func() any { return robots(s.languages.sitemaps(s.edition.Site)) }}) {
			return
		}
		n, each := 0, addressesEach(s.edition.Site.Address)
		for range s.mapped() {
			n++
		}
		if n <= each {
			one("sitemap.xml", "sitemap.xml", func() any { return s.sitemap(0, n) })(yield)
			return
		}
		parts := (n + each - 1) / each
		list := []output.File{
			{Address: "sitemap.xml", Layout: "sitemap.xml",
				Content: func() any { return s.sitemapIndex(parts) }},
		}
		for i := range parts {
			list = append(list, output.File{Address: sitemapAddress(i), Layout: "sitemap.xml",
				Content: func() any { return s.sitemap(i*each, (i+1)*each) }})
		}
		output.List(list...)(yield)
	}
}

// robots is robots.txt: it lets all programs in, and names sitemaps. It encodes itself.
type robots []string

// Encode writes the file.
func (r robots) Encode(to io.Writer) error {
	_, err := fmt.Fprintf(to, "User-agent: *\nAllow: /\n\nSitemap: %s\n",
		strings.Join(r, "\nSitemap: "))
	return err
}

// addressesEach is how many addresses a file holds; fewer where they are long.
func addressesEach(site string) int {
	const escaped = 6 // bytes that a character takes at most in XML
	return min(mostAddresses, max(1, sitemapBytes/(escaped*len(site)+longestPath)))
}

func sitemapAddress(number int) string { return fmt.Sprintf("sitemap-%d.xml", number+1) }

// mapped are the pages that search engines may know.
func (s sitemaps) mapped() iter.Seq[string] {
	return func(yield func(string) bool) {
		for f := range s.pages() {
			if isMapped(f) && !yield(f.Address) {
				return
			}
		}
	}
}

func isMapped(f output.File) bool {
	return strings.HasSuffix(f.Address, ".html") && f.Address != output.Missing && f.Layout != "moved"
}

func (s sitemaps) sitemap(from, to int) Sitemap {
	var list Sitemap
	at := 0
	for address := range s.mapped() {
		if at >= to {
			break
		}
		if at >= from {
			list.Addresses = append(list.Addresses, s.canonical(address))
		}
		at++
	}
	return list
}

func (s sitemaps) sitemapIndex(parts int) Sitemap {
	var list Sitemap
	for number := range parts {
		list.Parts = append(list.Parts, s.absolute(s.folder+sitemapAddress(number)))
	}
	return list
}
