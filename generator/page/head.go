package page

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// Link is a text that leads somewhere. Without an address it is plain text.
type Link struct {
	Text    string
	Href    string
	Lang    string // where the text is not in the language of the site
	Current bool   // the page that the reader is on
}

// Head is what every page has: its title, where it stands, and the frame around
// it.
type Head struct {
	Title       string // of the page, without that of the site
	Window      string // title of the browser's window, where it says more; else ""
	Description string // one or two sentences for search engines
	Lang        string // of the words that the program brings
	Root        string // way up to the folder of the pages in this language: "", "../"
	Base        string // way up to the folder of the site, where the files lie that all languages share
	Canonical   string // absolute address, "" when the atlas has none
	Paper       string // what stands below the page when it is printed
	Kind        string // kind of page, for the style sheet
	Crumbs      []Link // the way from the first page to this one
	Nav         []Link
	Site        region.Site
	Refresh     string // where a browser goes on to, "" for most pages
	Picture     string // absolute address of the picture that other sites show
	PictureOf   string // what it shows
	Take        *Take  // the files that hold what the page shows, nil for none
	Foot        Foot
	Pages       []Link    // of the editors' own, that the foot leads to
	Versions    []Version // the same page in each language of the site, this one too; nil for a site in one
}

// Foot is what the links at the foot of a page depend on.
type Foot struct {
	Root    string
	Changes bool // there is a page on what changed
}

// head makes the frame of the page at an address. section is the address of the
// part of the site that the page belongs to.
func (s *Site) head(address, kind, section, title, description string, crumbs ...Link) Head {
	root := output.Root(address)
	h := Head{Title: title, Description: description, Lang: s.lang, Root: root, Base: s.base(address),
		Kind: kind, Site: s.edition.Site}
	if slices.Contains([]string{"about", "matrix", "organisation", "topic"}, kind) { // others may say the same
		h.Description = s.words.Say("head.description", "title", title, "text", description)
	}
	h.Foot, h.Pages = Foot{root, s.hasChanges()}, ownLinks(s.edition, root, false)
	h.Canonical, h.Paper, h.Take = s.canonical(address), sheets{s}.foot(address,
		s.reviewed), s.take(address)
	h.Versions = s.languages.versions(address, s.edition.Site)
	if h.Site.Pictures {
		h.Picture, h.PictureOf = s.absolute(output.AtlasCard), h.Site.Title
	}
	if address != "index.html" {
		h.Crumbs = append([]Link{{Text: s.words.Say("nav.home"), Href: root + "index.html"}}, crumbs...)
		h.Crumbs = append(h.Crumbs, Link{Text: title, Current: true})
	}
	for _, item := range s.navigation() {
		item.Current = item.Href == section
		item.Href = root + item.Href
		h.Nav = append(h.Nav, item)
	}
	return h
}

// absolute is a path of the site as a whole address, "" when the atlas has none.
func (s *Site) absolute(path string) string { return s.edition.Site.At(path) }

// canonical is the address that a page is known by: the first page goes by the
// folder alone.
func (s *Site) canonical(address string) string {
	return s.absolute(strings.TrimSuffix(s.folder+address, "index.html"))
}

// entry is an entry of the menu, by the word that atlas.toml has for it.
type entry struct {
	key string
	Link
}

// navigation leads to what the atlas is about: what it does not ask for has no page.
func (s *Site) navigation() []Link {
	add := func(list []entry, key, text, href string) []entry {
		return append(list, entry{key, Link{Text: s.words.Say(text), Href: href}})
	}
	list := add(nil, "regions", "nav.regions", "index.html")
	list = add(list, "find", "nav.find", "find.html")
	for _, item := range [][3]string{{"memberships", "nav.memberships", output.Matrix("")},
		{"topics", "nav.topics", "topics.html"}, {"evaluation", "nav.evaluation", "self-evaluation.html"},
		{"codes", "nav.codes", "codes.html"}} {
		if s.atlas.Asks(item[0]) {
			list = add(list, item[0], item[1], item[2])
		}
	}
	list = add(list, "lists", "nav.lists", "lists.html")
	for _, own := range ownLinks(s.edition, "", true) {
		list = append(list, entry{Link: own})
	}
	list = add(list, "about", "nav.about", "about.html")
	var links []Link
	for _, e := range region.FirstOf(list, s.edition.Site.Menu,
		func(e entry) string { return e.key }) {
		links = append(links, e.Link)
	}
	return links
}

// HeadTitle is the title of the browser's window.
func (h Head) HeadTitle() string {
	if h.Title == h.Site.Title {
		return h.Title
	}
	return cmp.Or(h.Window, h.Title) + " – " + h.SiteName()
}

// SiteName is the short title of the site.
func (h Head) SiteName() string { return h.Site.Name() }

// editLink is the address where a region's file can be edited, "" when the
// atlas names none.
func (s *Site) editLink(file string) string {
	return strings.ReplaceAll(s.edition.Site.Edit, "{file}", url.PathEscape(file))
}

func regionLink(root string, r *profile.Region) Link {
	return Link{Text: r.Name, Href: root + output.Region(r.Code)}
}

func regionLinks(root string, regions []*profile.Region) []Link {
	var links []Link
	for _, r := range regions {
		links = append(links, regionLink(root, r))
	}
	return links
}

// inText is the name of a country as it stands inside a sentence.
func inText(c region.Country) string { return cmp.Or(c.InText, c.Name) }

func countryLink(root string, c region.Country) Link {
	return Link{Text: c.Name, Href: root + output.Country(c.Code)}
}
