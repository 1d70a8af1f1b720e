package generator_test

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"path"
	"regexp"
	"strings"
	"testing"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/carto"
	"regional-atlas/generator/region"
)

// mostZipped is the size of any file that a visitor opens, gzipped.
const mostZipped = 150_000

// drawnAtlas is an atlas with the base map that it is drawn on.
type drawnAtlas struct {
	*atlas.Atlas
	base *carto.Basemap
}

// largeModel is an atlas of made-up regions of three countries, with the
// vocabularies of the rich one: Belgium is larger than the others together.
// Their words are random letters, which pack worse than any real words, and
// every region says as much as the richest page.
func largeModel(t testing.TB, belgium, germany, luxembourg int, others ...*region.Region) drawnAtlas {
	t.Helper()
	in := inputOf(richRegions())
	edition, base := *checked(t, in).Atlas.Edition(), shippedSession().Basemap()
	edition.Site.Pictures = false
	m := maker{rand.New(rand.NewPCG(1, 2)), &edition}
	for i, n := range []int{belgium, germany, luxembourg} {
		for number := range n {
			country := []string{"BE", "DE", "LU"}[i]
			others = append(others, m.region(fmt.Sprintf("%s%03X", country, number), country))
		}
	}
	model, faults := atlas.New(&edition, others, base)
	if model == nil {
		t.Fatal(faults[0])
	}
	return drawnAtlas{model, base}
}

type maker struct {
	*rand.Rand
	edition *region.Edition
}

// words are random, of some length altogether.
func (m maker) words(length int) string {
	text := make([]byte, length)
	for i := range text {
		text[i] = "abcdefghijklmnopqrstuvwxyz          "[m.IntN(36)]
	}
	return strings.Join(strings.Fields("A"+string(text)), " ")
}

func (m maker) region(code, country string) *region.Region {
	shape := map[string]string{"BE": "BE2", "DE": "DE1", "LU": "LU"}[country]
	r := &region.Region{File: code + ".md", Code: code, Name: m.words(14), Names: []region.NativeName{{Name: m.words(20), Lang: "nl"}},
		Also: []string{m.words(16)}, Shape: region.Shape{Code: shape}, Image: region.Credit{Title: m.words(30), Author: m.words(20)},
		Memberships: map[string]region.Membership{}, Figures: map[string][]region.Figure{}, Codes: map[string][]string{}, Evaluation: map[string]string{}}
	for _, n := range m.edition.Networks {
		statuses := region.Statuses()
		r.Memberships[n.Key] = region.Membership{Status: statuses[m.IntN(len(statuses))].Key, Remark: m.words(40)}
	}
	for _, i := range m.edition.Indicators {
		r.Figures[i.Key] = []region.Figure{{Value: region.Value{Number: float64(m.IntN(1_000_000)), Given: true}, Year: 2000 + m.IntN(20)}}
	}
	for _, topic := range m.edition.Topics {
		r.Topics = append(r.Topics, topic.Key)
	}
	for range 10 {
		r.Documents = append(r.Documents, region.Document{Title: m.words(70)})
	}
	for n := range 60 {
		kind := m.edition.OrganisationKinds[n%len(m.edition.OrganisationKinds)]
		r.Organisations = append(r.Organisations, region.Organisation{Name: m.words(60), Kind: kind.Key, Remark: m.words(30)})
	}
	for _, c := range m.edition.Classifications {
		r.Codes[c.Key] = c.Codes()
	}
	for _, q := range m.edition.Questions {
		r.Evaluation[q.Key] = m.edition.Ratings[m.IntN(len(m.edition.Ratings))].Key
	}
	return r
}

// every says of which kinds of pages it is enough to lay out a few: those of
// one region do not grow with the atlas, those of a long list are alike, and no page
// loads the tables.
var every = map[string]int{"region": 100, "locator.svg": 100, "figures.svg": 100,
	"matrix": 5, "gaps": 5, "network": 7, "topic": 7, "code": 20, "organisation": 7, "assets/compare": 100, "data": 1000, "data/regions": 100}

// laid is the pages of a model by address, "" where others stand for them.
func laid(t *testing.T, m drawnAtlas) map[string]string {
	t.Helper()
	site := shippedSession().SiteOf(m.Atlas, m.base)
	pages, seen := map[string]string{}, map[string]int{}
	for p := range site.Files() {
		pages[p.Address] = ""
		kind := cmp.Or(p.Layout, path.Dir(p.Address))
		seen[kind]++
		if n := every[kind]; n > 0 && seen[kind]%n != 1 {
			continue
		}
		data, err := site.Bytes(p)
		if err != nil {
			t.Fatal(err)
		}
		pages[p.Address] = string(data)
	}
	return pages
}

// oddLarge are the pages of a large atlas with an odd region among the others.
var oddLarge once[map[string]string]

func oddLargePages(t *testing.T) map[string]string {
	t.Helper()
	return maps.Clone(oddLarge.get(func() map[string]string { return laid(t, largeModel(t, 1300, 150, 50, odd())) }))
}

var (
	href  = regexp.MustCompile(` href="?([^" >#]+)`)
	pager = regexp.MustCompile(`(?s)<nav class="?pager"?.*?</nav>`)
	steps = regexp.MustCompile(`(?s)<ul class="?places"?>.*?</ul>|<details>.*?</details>`)
)

// In a large atlas nothing that a visitor opens is large, no pager is long, and
// without JavaScript every region is a few clicks from the first page.
func TestLargeAtlas(t *testing.T) {
	t.Parallel()
	pages := oddLargePages(t)
	most, pagers := map[string]int{}, 0
	for address, text := range pages {
		if isTable := path.Dir(address) == "data"; isTable {
			continue // it holds what all pages show, and is there to be taken away
		}
		size := len(text)
		if size > mostZipped { // else it is small enough as it is
			size = zipped(text)
		}
		most[path.Dir(address)+"/*"+path.Ext(address)] = max(most[path.Dir(address)+"/*"+path.Ext(address)], size)
		if size > mostZipped {
			t.Errorf("%s has %d bytes gzipped", address, size)
		}
		for _, nav := range pager.FindAllString(text, -1) {
			pagers++
			if n := len(href.FindAllString(steps.ReplaceAllString(nav, ""), -1)); n > 15 || n < 2 {
				t.Errorf("%s has a pager of %d links", address, n)
			}
		}
	}
	_, book := pages["data/atlas.xlsx"]
	_, all := pages["data/atlas.json"]
	if _, table := pages["data/memberships.csv"]; book || all || !table {
		t.Error("what no spreadsheet opens is offered in one file, or the tables are not there")
	}
	if pagers < 100 || pages["assets/find/w.js"] == "" || pages["credits-page-6.html"] == "" {
		t.Errorf("%d pagers", pagers)
	}
	clicks := clicksFrom(pages, "index.html")
	furthest := 0
	for address := range pages {
		if strings.HasPrefix(address, "regions/") {
			if n, reached := clicks[address]; !reached || n > 3 {
				t.Errorf("%s is %d clicks from the first page, reached %t", address, n, reached)
			}
			furthest = max(furthest, clicks[address])
		}
	}
	t.Logf("%d files, %d pagers, %d clicks to the furthest region; at most %v bytes, the larger ones gzipped", len(pages), pagers, furthest, most)
}

// clicksFrom counts the links from a page to every other.
func clicksFrom(pages map[string]string, start string) map[string]int {
	clicks, queue := map[string]int{start: 0}, []string{start}
	for ; len(queue) > 0; queue = queue[1:] {
		for _, link := range href.FindAllStringSubmatch(pages[queue[0]], -1) {
			target := path.Join(path.Dir(queue[0]), link[1])
			if _, known := clicks[target]; !known {
				clicks[target] = clicks[queue[0]] + 1
				queue = append(queue, target)
			}
		}
	}
	return clicks
}
