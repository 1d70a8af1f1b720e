package page

import (
	"net/url"
	"strings"

	"regional-atlas/generator/region"
)

// Link is a text that leads somewhere. Without an address it is plain text.
type Link struct {
	Text    string
	Href    string
	Lang    string // where the text is not in the language of the site
	Current bool   // the page that the reader is on
}

// Head is what every page has: its title, where it stands, and the furniture
// around it.
type Head struct {
	Title       string // of the page, without that of the site
	Description string // one or two sentences for search engines
	Lang        string
	Root        string // way up to the folder of the site: "", "../"
	Canonical   string // absolute address, "" when the atlas has none
	Kind        string // kind of page, for the style sheet
	Crumbs      []Link // the way from the first page to this one
	Nav         []Link
	Site        region.Site
	Refresh     string // where a browser goes on to, "" for most pages
	Picture     string // absolute address of the picture that other sites show
}

// head makes the furniture of the page at an address. section is the address
// of the part of the site that the page belongs to.
func (p *setting) head(address, kind, section, title, description string, crumbs ...Link) Head {
	root := rootOf(address)
	h := Head{Title: title, Description: description, Lang: p.edition.Site.Lang, Root: root, Kind: kind, Site: p.edition.Site}
	h.Canonical = p.canonical(address)
	if address != "index.html" {
		h.Crumbs = append([]Link{{Text: "Atlas", Href: root + "index.html"}}, crumbs...)
		h.Crumbs = append(h.Crumbs, Link{Text: title, Current: true})
	}
	for _, item := range navigation() {
		item.Current = item.Href == section
		item.Href = root + item.Href
		h.Nav = append(h.Nav, item)
	}
	return h
}

// absolute is a path of the site as a whole address, "" when the atlas has none.
func (p *setting) absolute(path string) string {
	if p.edition.Site.Address == "" {
		return ""
	}
	return strings.TrimSuffix(p.edition.Site.Address, "/") + "/" + path
}

// canonical is the address that a page is known by: the first page goes by the
// folder alone.
func (p *setting) canonical(address string) string {
	return p.absolute(strings.TrimSuffix(address, "index.html"))
}

func navigation() []Link {
	return []Link{
		{Text: "Regions", Href: "index.html"},
		{Text: "Memberships", Href: "memberships.html"},
		{Text: "Topics", Href: "topics.html"},
		{Text: "Self-evaluation", Href: "self-evaluation.html"},
		{Text: "Codes", Href: "codes.html"},
		{Text: "Organisations", Href: "organisations.html"},
		{Text: "About", Href: "about.html"},
	}
}

// HeadTitle is the title of the browser's window.
func (h Head) HeadTitle() string {
	if h.Title == h.Site.Title {
		return h.Title
	}
	return h.Title + " – " + h.SiteName()
}

// SiteName is the short title of the site.
func (h Head) SiteName() string {
	if h.Site.Short != "" {
		return h.Site.Short
	}
	return h.Site.Title
}

// editLink is the address where a region's file can be edited, "" when the
// atlas names none.
func (p *setting) editLink(file string) string {
	return strings.ReplaceAll(p.edition.Site.Edit, "{file}", url.PathEscape(file))
}

func regionLink(root string, c *region.Region) Link {
	return Link{Text: c.Name, Href: root + regionAddress(c.Code)}
}
