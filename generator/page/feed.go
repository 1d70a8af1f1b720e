package page

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"net/url"
	"strings"

	"regional-atlas/generator/output"
	"regional-atlas/generator/phrase"
	"regional-atlas/generator/region"
)

// feeds plans the feed of changes (Atom, RFC 4287). A feed has whole addresses and names
// that last, so an atlas without an address has none; nor has one without changes.
type feeds struct{ changesPage }

// mostEntries is how many changes the feed holds.
const mostEntries = 100

func (s feeds) isThere() bool { return s.edition.Site.Address != "" && s.hasChanges() }

func (s feeds) files() output.Files {
	if !s.isThere() {
		return output.List()
	}
	return output.List(output.File{Address: output.ChangesFeed,
		Content: func() any { return s.made() }})
}

// feed is the file. It encodes itself.
type feed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  feedAuthor  `xml:"author"`
	Links   []feedLink  `xml:"link"`
	Entries []feedEntry `xml:"entry"`
}

type feedAuthor struct {
	Name string `xml:"name"`
}

type feedLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

type feedEntry struct {
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Link    feedLink `xml:"link"`
	Content string   `xml:"content"`
}

// Encode writes the feed.
func (f feed) Encode(to io.Writer) error {
	text, err := xml.MarshalIndent(f, "", " ")
	if err != nil {
		return fmt.Errorf("the feed of changes cannot be written: %w", err)
	}
	_, err = fmt.Fprintf(to, "%s%s\n", xml.Header, text)
	return err
}

func (s feeds) made() feed {
	site, releases := s.edition.Site, s.releases()
	f := feed{Lang: site.Lang, ID: s.tag(releases[len(releases)-1], "changes"),
		Title: site.Title + ": " + s.words.Say("changes.title"), Updated: instant(releases[0].Date),
		Author: feedAuthor{site.PublishedBy()},
		Links: []feedLink{{"self", s.absolute(output.ChangesFeed)},
			{"alternate", s.absolute(output.ChangesPage)}}}
	for _, r := range releases {
		if r.Note != "" {
			f.add(s.entry(r, "edition", s.words.Say("changes.edition", "date", phrase.Day(s.words, r.Date)),
				r.Note, output.ChangesPage+"#edition-"+r.Date.ISO()))
		}
		for _, c := range r.Changes {
			link := s.changed(c)
			place := strings.Join([]string{c.Region, c.Section, c.Key, c.Kind}, "/")
			f.add(s.entry(r, place, link.Text+": "+s.says(c), s.says(c),
				cmp.Or(link.Href, output.ChangesPage)))
		}
	}
	return f
}

func (f *feed) add(e feedEntry) {
	if len(f.Entries) < mostEntries {
		f.Entries = append(f.Entries, e)
	}
}

func (s feeds) entry(r region.Release, place, title, text, address string) feedEntry {
	return feedEntry{s.tag(r, place), title, instant(r.Date),
		feedLink{"alternate", s.absolute(address)}, text}
}

// tag is the lasting name of an entry (RFC 4151): it stays when the site moves to other
// pages of its host.
func (s feeds) tag(r region.Release, place string) string {
	host := "example.invalid"
	if u, err := url.Parse(s.edition.Site.Address); err == nil && u.Hostname() != "" {
		host = u.Hostname()
	}
	return "tag:" + host + "," + r.Date.ISO() + ":" + url.PathEscape(strings.ToLower(place))
}

// instant is the beginning of a day, as feeds write times.
func instant(d region.Date) string { return d.ISO() + "T00:00:00Z" }
