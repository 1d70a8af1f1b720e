package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/prose"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
)

// anywhere is a map that draws every code, and on which no two touch.
type anywhere struct{}

func (anywhere) IsNear(string, float64, float64) bool    { return true }
func (anywhere) Draws(string) bool                       { return true }
func (anywhere) Nearby(string) []string                  { return nil }
func (anywhere) Neighbours([]string) map[string][]string { return nil }

// resolved is an atlas of regions with a network, a category of land and two topics.
func resolved(t *testing.T, text string, regions ...*region.Region) *profile.Atlas {
	t.Helper()
	edition := &region.Edition{
		Site:      region.Site{About: "About *all* of it.\n\nMore."},
		Countries: []region.Country{{Code: "AA", Name: "Aland"}},
		Networks: []region.Network{
			{Term: region.Term{Key: "net", Name: "Network of networks", Short: "NET", Also: []string{"Net of nets"}}},
			{Term: region.Term{Key: "land", Name: "Land"}, Categories: []region.Term{{Key: "hilly", Name: "Hilly"}}},
		},
		Topics: []region.Term{{Key: "e-health", Name: "Electronic health", Short: "E-health"}, {Key: "other", Name: "Other"}},
	}
	a, faults := atlas.New(edition, regions, anywhere{})
	if a == nil {
		t.Fatal(faults[0])
	}
	return profile.New(a, func(*region.Region) prose.Text { return prose.Text{Plain: text} })
}

func documentAt(t *testing.T, l *lister, address string) document {
	t.Helper()
	at := slices.IndexFunc(l.documents, func(d document) bool { return d.address == address })
	if at < 0 {
		t.Fatalf("nothing leads to %s", address)
	}
	return l.documents[at]
}

// A region names what it is itself a member of and what it covers, and no more; so
// the index counts what the finder would.
func TestRegionNamesItsThings(t *testing.T) {
	one := &region.Region{File: "AA1.md", Code: "AA1", Name: "One", Names: []region.NativeName{{Name: "Ūnus", Lang: "la"}}, Also: []string{"Unum"},
		Topics:      []string{"e-health"},
		Memberships: map[string]region.Membership{"net": {Status: region.Yes}, "land": {Status: "hilly"}}}
	two := &region.Region{File: "AA2.md", Code: "AA2", Name: "Two", Memberships: map[string]region.Membership{"net": {Status: "no"}}}
	l := newLister(resolved(t, "It\n does  things.", one, two), words.English())
	d := documentAt(t, l, "regions/aa1.html")
	var names []string
	for _, number := range d.names {
		names = append(names, l.documents[number].title)
	}
	if got := strings.Join(names, ", "); got != "Aland, NET, Electronic health" {
		t.Errorf("the first region names %s", got)
	}
	if got := strings.Join(d.others, ", "); got != "AA1, Ūnus, Unum" || d.text != "It does things." {
		t.Errorf("other names %s, text %q", got, d.text)
	}
	if got := documentAt(t, l, "regions/aa2.html").names; len(got) != 1 {
		t.Errorf("the second region names %v", got)
	}
	if got := documentAt(t, l, "memberships/net.html"); got.title != "NET" || strings.Join(got.others, ", ") != "Network of networks, Net of nets" {
		t.Errorf("the network: %+v", got)
	}
	if got := documentAt(t, l, "topics/e-health.html"); strings.Join(got.others, ", ") != "E-health" {
		t.Errorf("the topic: %+v", got)
	}
	if got := documentAt(t, l, "about.html#about").text; got != "About all of it. More." {
		t.Errorf("the text on the atlas: %q", got)
	}
	if len(l.networkChoices) != 1 || l.networkChoices[0].Key != "net" || len(l.topicChoices) != 2 {
		t.Errorf("choices %v and %v: a kind of land is no membership", l.networkChoices, l.topicChoices)
	}
}

// What several regions name is found once, and names them all.
func TestMentionIsFoundOnce(t *testing.T) {
	var regions []*region.Region
	for _, code := range []string{"AA1", "AA2"} {
		regions = append(regions, &region.Region{File: code + ".md", Code: code, Name: code,
			Initiatives: []region.Initiative{{Title: "Big Thing", Remark: "from " + code, Partners: []string{"Aland"}}}})
	}
	l := newLister(resolved(t, "", regions...), words.English())
	d := documentAt(t, l, "regions/aa1.html#initiatives")
	if d.title != "Big Thing" || len(d.names) != 2 || !strings.Contains(d.text, "from AA1") || !strings.Contains(d.text, "from AA2") || l.kinds[d.kind].Thing {
		t.Errorf("%+v", d)
	}
	if slices.ContainsFunc(l.documents, func(d document) bool { return d.address == "regions/aa2.html#initiatives" }) {
		t.Error("it stands twice")
	}
}

// A description is searched up to a bound, and cut between words.
func TestLongTextIsCut(t *testing.T) {
	for text, want := range map[string]string{
		"short":                           "short",
		strings.Repeat("ü", mostText):     strings.Repeat("ü", mostText),
		strings.Repeat("word ", mostText): strings.Repeat("word ", mostText/5-1) + "word …",
	} {
		if got := shortened(text); got != want {
			t.Errorf("%.20s… is cut to %d letters: …%q", text, len(got), got[max(0, len(got)-20):])
		}
	}
}

// Up to a bound all texts are in the index; above it names are left to the finder.
func TestIndexOfManyRegions(t *testing.T) {
	for n, large := range map[int]bool{mostRegions: false, mostRegions + 1: true} {
		var regions []*region.Region
		for i := range n {
			code := fmt.Sprintf("AA%03X", i)
			regions = append(regions, &region.Region{File: code + ".md", Code: code, Name: code})
		}
		x := newIndex(resolved(t, "", regions...), words.English(), "find.html")
		if x.Finder != "find.html" || x.Shards != large || len(x.Docs) < n == !large {
			t.Errorf("%d regions: %d documents, shards %t", n, len(x.Docs), x.Shards)
		}
	}
}
