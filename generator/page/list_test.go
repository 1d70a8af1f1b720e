package page

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/carto"
	"regional-atlas/generator/geometry"
	"regional-atlas/generator/match"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/prose"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
)

// A list is cut without losing or doubling a row, and its first page keeps the
// address it always had.
func TestSplitKeepsEveryRowOnce(t *testing.T) {
	for _, n := range []int{0, 1, mostRows, mostRows + 1, 5*mostRows - 1} {
		var rows []int
		for i := range n {
			rows = append(rows, i)
		}
		var got []int
		parts := split("topics.html", n)
		for _, x := range parts {
			got = append(got, cut(x, 0, rows)...)
		}
		if !slices.Equal(got, rows) || parts[0].address() != "topics.html" || (english().pager(parts[0]) == nil) != (n <= mostRows) {
			t.Errorf("%d rows: %d parts with %d rows, first at %s", n, len(parts), len(got), parts[0].address())
		}
	}
	x := split("regions/x.html", 3*mostRows)[2]
	steps := english().pager(x).Steps
	if x.address() != "regions/x-page-3.html" || steps[0].Href != "../regions/x.html" || !steps[2].Current || english().title(x, "X") != "X, page 3" {
		t.Errorf("third part: %s, %+v", x.address(), steps)
	}
}

// many is the site of n regions in two countries.
func many(t *testing.T, n int) *Site {
	t.Helper()
	edition := &region.Edition{Site: region.Site{Title: "Test"}, Countries: []region.Country{{Code: "BE", Name: "Belgium"}, {Code: "DE", Name: "Germany"}},
		NetworkGroups: []region.Term{{Key: "g", Name: "Group"}}, Networks: []region.Network{{Term: region.Term{Key: "net", Name: "Network"}, Group: "g"}}, Topics: []region.Term{{Key: "topic", Name: "Topic"}}}
	var regions []*region.Region
	for i := range n {
		code := fmt.Sprintf("%s%03d", []string{"BE", "DE"}[i%2], i/2)
		regions = append(regions, &region.Region{File: code + ".md", Code: code, Name: code, Shape: region.Shape{Code: code[:2] + "1"},
			Topics: []string{"topic"}, Memberships: map[string]region.Membership{"net": {Status: []string{"yes", "no", "not reported"}[i%3]}}})
	}
	return siteOf(t, edition, regions...)
}

// siteOf is the site of regions on the map of Europe.
func siteOf(t *testing.T, edition *region.Edition, regions ...*region.Region) *Site {
	t.Helper()
	base := carto.NewBasemap(topology(t, "europe"), topology(t, "overseas"))
	a, faults := atlas.New(edition, regions, base)
	if a == nil {
		t.Fatal(faults[0])
	}
	p := profile.New(a, func(*region.Region) prose.Text { return prose.Text{} })
	return New(p, carto.New(p, base, nil, words.English(), ""), carto.NewCharts(p, nil, words.English()), match.NewShared(p),
		words.English(), Frame{})
}

func topology(t testing.TB, name string) *geometry.Topology {
	t.Helper()
	data, err := os.ReadFile("../../assets/geodata/" + name + ".topo.json")
	if err != nil {
		t.Fatal(err)
	}
	top, err := geometry.ReadTopology(data)
	if err != nil {
		t.Fatal(err)
	}
	return top
}

// In a large atlas every address is planned once, every region has its row on
// some page of each list, and maps show countries.
func TestLargeAtlasIsSplit(t *testing.T) {
	n := 550 // more than a map of Europe shows
	p := many(t, n)
	seen, listed, answers := map[string]bool{}, 0, 0
	for page := range p.Files() {
		if seen[page.Address] {
			t.Errorf("%s is planned twice", page.Address)
		}
		seen[page.Address] = true
		switch content := page.Content().(type) {
		case Index:
			if content.Table != nil || len(content.Countries) != 2 {
				t.Errorf("the index has a table of %v and %d countries", content.Table, len(content.Countries))
			}
		case Country:
			listed += len(content.Table.Rows)
			if first := !strings.Contains(page.Address, "page-"); (content.Map != nil) != first || first && len(content.Map.Places) != n/2 {
				t.Errorf("%s: its map is not that of its regions", page.Address)
			}
		case Network:
			for _, g := range content.Groups {
				answers += len(g.Regions)
			}
		}
	}
	if listed != n || answers != n || !seen["countries/be-page-2.html"] {
		t.Errorf("%d rows in the tables of countries, %d answers, want %d", listed, answers, n)
	}
	m := p.maps.Index()
	if len(m.Places) != 2 || m.Places[0].Href != "countries/be.html" || m.Places[0].Label != fmt.Sprintf("Belgium (BE): %d regions", n/2) {
		t.Errorf("places: %+v", m.Places)
	}
}

// A region that answered nothing has no total of 0, and a category no members.
func TestTotalsOfSilence(t *testing.T) {
	p := many(t, 3) // yes, no, not reported
	matrices := matrixPages{p}
	m := matrices.membershipMatrix("", split("memberships.html", 3)[0])
	var totals []string
	for _, row := range m.Rows {
		totals = append(totals, row.Total)
	}
	if !slices.Equal(totals, []string{"1", "n.r.", "0"}) || m.Columns[0].Total != "1" {
		t.Errorf("rows %v, column %s", totals, m.Columns[0].Total)
	}
	p.edition.Networks[0].Categories = []region.Term{{Key: "yes", Name: "Yes"}}
	if m := matrices.membershipMatrix("", split("memberships.html", 3)[0]); m.Columns[0].Total != "–" {
		t.Errorf("a category has %s members", m.Columns[0].Total)
	}
}
