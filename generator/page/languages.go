package page

import (
	"strings"

	"regional-atlas/generator/output"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
)

// Language is the site in one of its languages.
type Language struct {
	Words  *words.Language
	Folder string // of its pages, inside the site: "" for the first
}

// languages are where the pages of a language lie among those of the others.
type languages struct {
	folder string     // of the pages in this language, inside the site: "", "nl/"
	all    []Language // this one too; nil for a site in one
}

// base is the way from the page at an address up to the folder of the site.
func (l languages) base(address string) string { return output.Root(l.folder + address) }

// up is the way from the folder of the pages up to that of the site.
func (l languages) up() string { return output.Root(l.folder) }

// Version is a page in one of the languages of the site.
type Version struct {
	Tag     string // of the language
	Name    string // of the language, in itself
	Href    string
	Address string // absolute, "" when the atlas has none
	Current bool
}

// versions are the page at an address in each language.
func (l languages) versions(address string, site region.Site) []Version {
	var list []Version
	for _, v := range l.all {
		list = append(list, Version{v.Words.Tag(), v.Words.Name(), l.base(address) + v.Folder + address,
			site.At(strings.TrimSuffix(v.Folder+address, "index.html")), v.Folder == l.folder})
	}
	return list
}

// sitemaps are the addresses of those of all languages.
func (l languages) sitemaps(site region.Site) []string {
	if l.all == nil {
		return []string{site.At("sitemap.xml")}
	}
	var list []string
	for _, v := range l.all {
		list = append(list, site.At(v.Folder+"sitemap.xml"))
	}
	return list
}
