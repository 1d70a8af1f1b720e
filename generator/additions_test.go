package generator_test

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/assets"
	"regional-atlas/generator"
	"regional-atlas/layouts"
)

const newVocabulary = `
[[networks]]
key = "bluebelt"
name = "Blue Belt of River Regions"
short = "Blue Belt"
group = "network"

[[indicators]]
key = "boats"
name = "Boats kept afloat"
short = "Boats"
kind = "total"
unit = "boats"

[[topics]]
key = "river-health"
name = "Health on rivers"
`

// A network, an indicator and a topic are added by editing atlas.toml and
// region files, and show on every page they belong on. No Go is changed.
func TestAddWithoutGo(t *testing.T) {
	t.Parallel()
	regions := inMemory(t, richRegions())
	add(t, regions, "BE2.md")
	site := built(t, regions, assets.Files)

	if got := tableCell(t, site["index.html"], "Flanders", "Boats"); !strings.HasPrefix(got, "1,234") {
		t.Errorf("the table of the index says %q boats, want 1,234", got)
	}
	if got := tableCell(t, site["index.html"], "Brussels", "Boats"); got != "not reported" {
		t.Errorf("the table of the index says %q boats in Brussels, want not reported", got)
	}
	for _, address := range []string{"memberships.html", "memberships-network.html"} {
		if got := tableCell(t, site[address], "Flanders", "Blue Belt"); got != "planned" {
			t.Errorf("%s says %q for Flanders, want planned", address, got)
		}
		if got := tableCell(t, site[address], "Brussels", "Blue Belt"); got != "n.r." {
			t.Errorf("%s says %q for Brussels, want n.r.", address, got)
		}
	}
	if got := tableCell(t, site["topics.html"], "Flanders", "Health on rivers"); got != "yes" {
		t.Errorf("the matrix of topics says %q for Flanders, want yes", got)
	}
	for address, sentences := range map[string][]string{
		"regions/be2.html":           {"Boats kept afloat 1,234", "Planned 1 Blue Belt Blue Belt of River Regions since next year", "Health on rivers"},
		"memberships/bluebelt.html":  {"Blue Belt of River Regions", "Planned 1", "BE2 Flanders, Belgium since next year", "Not reported 1"},
		"topics/river-health.html":   {"Health on rivers", "1 region", "BE2 Flanders, Belgium"},
		"memberships.html":           {"by 21 networks"},
		"regions/be1.html":           {"Boats kept afloat Not reported"},
		"memberships-programme.html": {"European networks"},
	} {
		for _, want := range sentences {
			if !strings.Contains(reads(site[address]), want) {
				t.Errorf("%s does not say %q", address, want)
			}
		}
	}
}

// add writes the new vocabulary and an answer for each region: that of one
// region differs from the others, who report nothing.
func add(t *testing.T, regions fstest.MapFS, one string) {
	t.Helper()
	regions["atlas.toml"] = &fstest.MapFile{Data: append(slices.Clone(regions["atlas.toml"].Data), newVocabulary...)}
	for name := range regions {
		if !strings.HasSuffix(name, ".md") {
			continue
		}
		figure, answer := `[{ status = "not reported" }]`, `"not reported"`
		if name == one {
			figure, answer = `[{ value = 1_234, year = 2019, source = "be2-2019" }]`, `{ status = "planned", remark = "since next year" }`
			edit(t, regions, name, "\ntopics = [\"research\",", "\ntopics = [\"river-health\", \"research\",")
		}
		edit(t, regions, name, "\n[figures]\n", "\n[figures]\nboats = "+figure+"\n")
		edit(t, regions, name, "\n[memberships]\n", "\n[memberships]\nbluebelt = "+answer+"\n")
	}
}

func edit(t testing.TB, files fstest.MapFS, name, from, to string) {
	t.Helper()
	text := string(files[name].Data)
	if strings.Count(text, from) != 1 {
		t.Fatalf("%s does not hold %q once", name, from)
	}
	files[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, from, to, 1))}
}

// Until every region has answered for a new network, indicator or topic there
// is no site: silence is asked about, not turned into no.
func TestSilenceIsAFault(t *testing.T) {
	regions := inMemory(t, richRegions())
	regions["atlas.toml"] = &fstest.MapFile{Data: append(slices.Clone(regions["atlas.toml"].Data), newVocabulary...)}
	in := generator.Input{Regions: regions, Layouts: layouts.Files, Assets: assets.Files, Today: today()}
	state := stateOf(in)
	if state.Err != nil || state.Atlas != nil {
		t.Fatalf("an atlas was made from regions that did not answer (%v)", state.Err)
	}
	asked := map[string]int{}
	for _, p := range state.Problems {
		if !p.Warning {
			asked[p.What]++
		}
	}
	files := len(regions) - 1
	if asked["no answer for bluebelt"] != files || asked["no figure for boats"] != files || len(asked) != 2 {
		t.Errorf("of %d files asked: %v", files, asked)
	}
}

var (
	anyTag    = regexp.MustCompile(`<[^>]*>`)
	anySpace  = regexp.MustCompile(`\s+`)
	rowStart  = regexp.MustCompile(`<tr[ >]`)
	cellStart = regexp.MustCompile(`<t[dh][ >]`)
)

// reads is what a reader reads: the text of HTML with single spaces.
func reads(markup string) string {
	if _, body, found := strings.Cut(markup, "<body"); found {
		_, markup, _ = strings.Cut(body, ">")
	}
	text := html.UnescapeString(anyTag.ReplaceAllString(markup, " "))
	text = strings.ReplaceAll(text, "\u00a0", " ")
	text = strings.TrimSpace(anySpace.ReplaceAllString(text, " "))
	return strings.NewReplacer(" ,", ",", " .", ".").Replace(text)
}

// tableCell is the text of the cell where a row and a column of the first
// table meet: both by the words they start with.
func tableCell(t *testing.T, page, row, column string) string {
	t.Helper()
	_, table, _ := strings.Cut(page, "<table")
	table, _, _ = strings.Cut(table, "</table>")
	rows := rowStart.Split(table, -1)[1:]
	for _, r := range rows {
		cells := cellsOf(r)
		if !slices.ContainsFunc(cells[:min(2, len(cells))], func(c string) bool { return strings.HasPrefix(c, row) }) {
			continue
		}
		heads := cellsOf(rows[0])
		i := slices.IndexFunc(heads, func(h string) bool { return strings.HasPrefix(h, column) })
		if i < 0 {
			t.Fatalf("no column begins with %q: %q", column, heads)
		}
		return cells[i]
	}
	t.Fatalf("no row begins with %q", row)
	return ""
}

func cellsOf(row string) []string {
	var cells []string
	for _, cell := range cellStart.Split(row, -1)[1:] {
		cells = append(cells, reads("<td "+cell))
	}
	return cells
}
