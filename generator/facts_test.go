package generator_test

import (
	"fmt"
	"html"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/generator"
	"regional-atlas/generator/region"
)

// Two regions are known from whole pages. Their facts stand in testdata, one
// visible text a line, in the words of the atlas. A line in brackets says where
// the facts below it must be: [page] is the whole page, [head] what stands above
// the first section, [documents] a section by its id, [organisations / Industry] the part of a section below that
// heading, [links] the addresses that the page links to. An arrow joins a
// question and its answer: they follow each other, in whatever elements.

// fact is one line of such a list.
type fact struct{ where, text string }

func TestPagesKeepEveryFact(t *testing.T) {
	t.Parallel()
	site := buildSite(t, richRegions())
	for _, name := range []string{"be1", "be2"} {
		for _, f := range missing(readPage(t, site, name), readFacts(t, name)) {
			t.Errorf("regions/%s.html does not say, under [%s]: %s", name, f.where, f.text)
		}
	}
}

// lostFacts names the file that the facts which the regions of this atlas no
// longer say are written to.
const lostFacts = "ATLAS_LOST_FACTS"

// The files of the two regions belong to their editors, who may know better by
// now. So what they no longer say is no fault, and is told when somebody asks.
func TestFactsOfThisAtlas(t *testing.T) {
	file := os.Getenv(lostFacts)
	if file == "" {
		t.Skip("asked for by $" + lostFacts + ", as in .ci/run")
	}
	site, told := buildSite(t, os.DirFS("../regions")), ""
	for _, name := range []string{"be1", "be2"} {
		source := "regions/" + strings.ToUpper(name) + ".md"
		page, there := site["regions/"+name+".html"]
		if !there {
			told += source + " is gone, and with it all that its whole page says.\n"
			continue
		}
		for _, f := range missing(page, readFacts(t, name)) {
			told += fmt.Sprintf("%s no longer gives a fact of its whole page, under %s: %s\n", source, f.where, f.text)
		}
	}
	must(t, os.WriteFile(file, []byte(told), 0o644))
}

// A list of facts that notices no loss is worth nothing.
func TestFactsNoticeALoss(t *testing.T) {
	t.Parallel()
	facts := readFacts(t, "be2")
	for _, loss := range []struct{ from, to, where, text string }{
		{"[[initiatives]]\ntitle = \"ZULU\"\n", "", "initiatives", "ZULU"},
		{"[[organisations]]\nname = \"DSP Valley\"\nkind = \"industry\"\n", "", "organisations / Industry", "DSP Valley"},
		{"euregha = \"yes\"", "euregha = \"no\"", "memberships / Yes", "EUREGHA"},
		{"literacy = \"medium\"\n", "", "self-evaluation", "Rate of the genomics literacy of the citizens in the region → Medium"},
		{"[12, 28, 29]", "[12, 28]", "initiatives", "Entry 29 of the source’s list is lost."},
		{"licence = \"CC BY-SA 3.0\"\n", "", "sources", "CC BY-SA 3.0"},
	} {
		site := planned(t, inputOf(regionsWith(t, "BE2.md", loss.from, loss.to)))
		lost := missing(fileOf(t, site, "regions/be2.html"), facts)
		if !slices.Contains(lost, fact{loss.where, loss.text}) {
			t.Errorf("with %q for %q, %v is missed; want [%s] %s too", loss.to, loss.from, lost, loss.where, loss.text)
		}
	}
}

// regionsWith is the folder of regions with one file changed in one place.
func regionsWith(t *testing.T, name, from, to string) fs.FS {
	t.Helper()
	rich := withoutPictures(t, richRegions())
	regions := fstest.MapFS{name: rich[name], "atlas.toml": rich["atlas.toml"]}
	edit(t, regions, name, from, to)
	return regions
}

// buildSite is the site of a folder of regions.
func buildSite(t *testing.T, regions fs.FS) map[string]string {
	t.Helper()
	return builtFrom(t, generator.Input{Regions: regions, Layouts: os.DirFS("../layouts"), Assets: os.DirFS("../assets"),
		Today: region.Date{Year: 2100, Month: 1, Day: 1}})
}

func readPage(t *testing.T, site map[string]string, name string) string {
	t.Helper()
	page, there := site["regions/"+name+".html"]
	if !there {
		t.Fatalf("there is no page of %s", name)
	}
	return page
}

func readFacts(t *testing.T, name string) []fact {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name + ".facts")
	if err != nil {
		t.Fatal(err)
	}
	var list []fact
	where := "page"
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			where = strings.Trim(line, "[]")
		default:
			list = append(list, fact{where, line})
		}
	}
	if len(list) == 0 {
		t.Fatalf("testdata/%s.facts holds no fact", name)
	}
	return list
}

// missing lists the facts that the page does not say where they belong.
func missing(page string, facts []fact) []fact {
	var list []fact
	for _, f := range facts {
		if !says(place(page, f.where), strings.ReplaceAll(f.text, " → ", " ")) {
			list = append(list, f)
		}
	}
	return list
}

// says reports whether the words stand in the text by themselves, not as a
// part of longer words.
func says(text, words string) bool {
	const edge = `[^\pL\pN]`
	return regexp.MustCompile(edge + regexp.QuoteMeta(words) + edge).MatchString(" " + text + " ")
}

var address = regexp.MustCompile(`href="?([^">\s]+)`)

// place is what a reader sees at the named place of a page, nothing when there
// is no such place.
func place(page, where string) string {
	switch where {
	case "page":
		return visible(page)
	case "head":
		head, _, _ := strings.Cut(page, "<section")
		return visible(head)
	case "links":
		var list []string
		for _, match := range address.FindAllStringSubmatch(page, -1) {
			list = append(list, html.UnescapeString(match[1]))
		}
		return strings.Join(list, " ")
	}
	id, heading, below := strings.Cut(where, " / ")
	part := section(page, id)
	if below {
		return group(part, heading)
	}
	return visible(part)
}

// section is the HTML from the section with the id to the next one.
func section(page, id string) string {
	start := regexp.MustCompile(`<section[^>]* id="?` + id + `["\s>]`).FindStringIndex(page)
	if start == nil {
		return ""
	}
	part, _, _ := strings.Cut(page[start[1]:], "<section")
	part, _, _ = strings.Cut(part, "</main")
	return "<" + part // the tag is cut open; what is left of it is no text
}

// group is the text below a heading of a section, up to the next heading.
func group(part, heading string) string {
	for _, piece := range strings.Split(part, "<h3")[1:] {
		if text := visible("<h3" + piece); text == heading || strings.HasPrefix(text, heading+" ") {
			return text
		}
	}
	return ""
}

var (
	unseen = regexp.MustCompile(`(?s)<!--.*?-->|<(script|style|title|template)\b.*?</(script|style|title|template)>`)
	tag    = regexp.MustCompile(`<[^>]*>`)
)

// visible is the text of some HTML, its white space collapsed.
func visible(part string) string {
	text := tag.ReplaceAllString(unseen.ReplaceAllString(part, " "), " ")
	return strings.Join(strings.Fields(html.UnescapeString(text)), " ")
}
