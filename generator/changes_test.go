package generator_test

import (
	"encoding/xml"
	"fmt"
	"io/fs"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/assets"
)

// withChanges is the rich fixture with two editions and a change of each kind.
func withChanges(t *testing.T, more string) fs.FS {
	t.Helper()
	regions := inMemory(t, richRegions())
	regions["changes.toml"] = &fstest.MapFile{Data: []byte(`[[editions]]
date = 2026-11-20
note = "Second edition."

[[editions.changes]]
region = "BE2"
section = "memberships"
key = "errin"
kind = "changed"
from = "no"
to = "yes"

[[editions.changes]]
region = "BE2"
section = "memberships"
key = "cebr"
kind = "reported"
to = "yes"

[[editions.changes]]
region = "BE2"
section = "figures"
key = "share65/2019"
kind = "corrected"
from = "20.2"
to = "20.4"

[[editions.changes]]
region = "BE2"
section = "initiatives"
key = "Flemish Biobank"
kind = "renamed"
from = "Flemish Bio Bank"
to = "Flemish Biobank"

[[editions.changes]]
region = "BE9"
kind = "removed"
from = "Gone <region>"
` + more + `
[[editions]]
date = 2026-10-01
note = "First edition."
`)}
	return regions
}

// What changed is said in sentences: an answer that is now known is no news of the
// region, and a mended value is a correction.
func TestChangesAreSaid(t *testing.T) {
	t.Parallel()
	site := built(t, withChanges(t, ""), assets.Files)
	for _, address := range []string{"changes.html", "regions/be2.html"} {
		for _, want := range []string{"Joined ERRIN.", "CEBR: now reported: yes.", "corrected from 20.20 % to 20.40 %.",
			"Major initiatives: Flemish Bio Bank is now written Flemish Biobank."} {
			if !strings.Contains(strings.ReplaceAll(site[address], "\u00a0", " "), want) {
				t.Errorf("%s does not say %q", address, want)
			}
		}
	}
	if strings.Contains(site["regions/be1.html"], `id="changes"`) || strings.Contains(site["regions/be1.html"], `id=changes`) {
		t.Error("a region without changes has a section on them")
	}
	if !strings.Contains(site["changes.html"], "Gone &lt;region&gt;") {
		t.Error("the region that went is not named")
	}
	without := built(t, richRegions(), assets.Files)
	if _, there := without["changes.html"]; there || strings.Contains(without["index.html"], "changes.html") {
		t.Error("an atlas without editions has a page on changes")
	}
}

// The feed keeps RFC 4287: each entry has a name that lasts and is its own, a title, a
// time and a link; the feed names itself and its author.
func TestFeed(t *testing.T) {
	t.Parallel()
	more := ""
	for i := range 120 {
		more += fmt.Sprintf("\n[[editions.changes]]\nregion = \"BE1\"\nsection = \"initiatives\"\nkey = \"Thing %d\"\nkind = \"added\"\n", i)
	}
	site := built(t, withChanges(t, more), assets.Files)
	var feed struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		Lang    string   `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
		ID      string   `xml:"id"`
		Title   string   `xml:"title"`
		Updated string   `xml:"updated"`
		Author  string   `xml:"author>name"`
		Links   []struct {
			Rel  string `xml:"rel,attr"`
			Href string `xml:"href,attr"`
		} `xml:"link"`
		Entries []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
			Link    struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
			Content string `xml:"content"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(site["changes.xml"]), &feed); err != nil {
		t.Fatal(err)
	}
	if feed.Lang != "en" || feed.ID == "" || feed.Title == "" || feed.Author == "" || feed.Updated != "2026-11-20T00:00:00Z" ||
		feed.Links[0].Rel != "self" || !strings.HasSuffix(feed.Links[0].Href, "/changes.xml") {
		t.Errorf("the feed begins %+v", feed.Links)
	}
	if len(feed.Entries) != 100 {
		t.Errorf("%d entries", len(feed.Entries))
	}
	tag, seen := regexp.MustCompile(`^tag:[a-z0-9.]+,2026-1[01]-\d\d:\S+$`), map[string]bool{}
	for _, e := range feed.Entries {
		u, err := url.Parse(e.Link.Href)
		if !tag.MatchString(e.ID) || seen[e.ID] || e.Title == "" || e.Updated == "" || e.Content == "" || err != nil || !u.IsAbs() {
			t.Errorf("an entry is %+v", e)
		}
		seen[e.ID] = true
	}
	regions := withChanges(t, "").(fstest.MapFS)
	edit(t, regions, "atlas.toml", regexp.MustCompile(`(?m)^address = .*$`).FindString(string(regions["atlas.toml"].Data)), "")
	if _, there := built(t, regions, assets.Files)["changes.xml"]; there {
		t.Error("an atlas without an address has a feed")
	}
}
