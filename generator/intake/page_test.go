package intake

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/generator/format"
	"regional-atlas/generator/region"
	"regional-atlas/generator/sheet"
	"regional-atlas/generator/source"
)

var update = flag.Bool("update", false, "rewrite the expected reports from what comes out now; read the difference")

var today = region.Date{Year: 2026, Month: 11, Day: 21}

const richFolder = "../testdata/rich"

// richEdition has the words of the atlas that the two pages are of.
func richEdition(t testing.TB) *region.Edition {
	t.Helper()
	e, faults, err := source.Open(os.DirFS(richFolder)).Edition()
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	return &e
}

// emptyFolder has no region file.
func emptyFolder() fs.FS { return fstest.MapFS{"atlas.toml": {Data: []byte("\n")}} }

func readFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// taken reads a source that must have no machine fault, and checks that every
// line is accounted for.
func taken(t testing.TB, o Order, name string, data []byte) *Outcome {
	t.Helper()
	out, err := Read(o, name, data)
	if err != nil {
		t.Fatal(err)
	}
	accounted(t, out, string(data))
	return out
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

func accounted(t testing.TB, out *Outcome, text string) {
	t.Helper()
	lines := strings.Split(strings.TrimRight(lineEnds.Replace(text), "\n"), "\n")
	seen := map[int]bool{}
	for _, e := range out.Report.Entries {
		seen[e.Line] = true
		if e.Line < 1 || e.Line > len(lines) {
			t.Errorf("an entry on line %d of %d: %+v", e.Line, len(lines), e)
			continue
		}
		if e.State == Blank && strings.Trim(sheet.Tidy(lines[e.Line-1]), ",;") != "" {
			t.Errorf("line %d is called blank: %q", e.Line, lines[e.Line-1])
		}
		if e.State != Blank && e.Note == "" {
			t.Errorf("line %d has no note", e.Line)
		}
	}
	for n := range lines {
		if !seen[n+1] {
			t.Errorf("line %d is not accounted for: %q", n+1, lines[n])
		}
	}
	total := 0
	for _, n := range out.Report.Counts() {
		total += n
	}
	if total != len(lines) {
		t.Errorf("the counts add up to %d, there are %d lines", total, len(lines))
	}
}

// golden compares with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s\n--- got\n%s\n--- want\n%s", name, got, want)
	}
}

func reportText(r *Report) string {
	var out strings.Builder
	r.Write(&out)
	return out.String()
}

// newFile imports a page into a folder without its region, and reads the file.
func newFile(t testing.TB, page string) (Change, region.Region) {
	t.Helper()
	out := taken(t, Order{Regions: emptyFolder(), Edition: richEdition(t), Today: today}, page, readFile(t, page))
	if len(out.Changes) != 1 || len(out.Faults) > 0 {
		t.Fatalf("%d changes, faults %v", len(out.Changes), out.Faults)
	}
	c := out.Changes[0]
	r, faults := source.Open(Over(emptyFolder(), out.Changes)).Region(c.File)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return c, r
}

func TestPagesBecomeFiles(t *testing.T) {
	for page, file := range map[string]string{"be1-brussels.txt": "BE1.md", "be2-flanders.txt": "BE2.md"} {
		out := taken(t, Order{Regions: emptyFolder(), Edition: richEdition(t), Today: today}, page, readFile(t, page))
		golden(t, page+".report", reportText(&out.Report))
		c, _ := newFile(t, page)
		if c.File != file || c.Before != "" {
			t.Errorf("%s became %s, before %q", page, c.File, c.Before)
		}
		golden(t, file, c.After)
	}
}

// The other forms of the pages: the first names a region before its code, the latest
// lists only the memberships that there are, those of countries have a health
// profile.
func TestOtherFormsOfPages(t *testing.T) {
	for page, file := range map[string]string{"first-form.txt": "ES43.md", "latest-form.txt": "SE22.md", "country-form.txt": "FI.md"} {
		out := taken(t, Order{Regions: emptyFolder(), Edition: richEdition(t), Today: today}, page, readFile(t, page))
		if len(out.Faults) > 0 || len(out.Changes) != 1 || out.Changes[0].File != file {
			t.Fatalf("%s: %v, %d changes", page, out.Faults, len(out.Changes))
		}
		golden(t, page+".report", reportText(&out.Report))
		golden(t, file, out.Changes[0].After)
	}
}

// A page imported into the atlas that it was transcribed for must not disturb
// what was done by hand.
func TestPagesMeetTheirFiles(t *testing.T) {
	for _, page := range []string{"be1-brussels.txt", "be2-flanders.txt"} {
		out := taken(t, Order{Regions: os.DirFS(richFolder), Edition: richEdition(t), Today: today}, page, readFile(t, page))
		golden(t, page+".again", reportText(&out.Report))
		if len(out.Changes) != 0 {
			t.Errorf("%s changes its file:\n%s", page, format.Diff("file", out.Changes[0].Before, out.Changes[0].After))
		}
	}
}

// A text that is no page costs no more than seconds.
func TestEndlessPages(t *testing.T) {
	entries := "BE3 - Wallonia\nMajor initiatives\n"
	for i := range 5_000 {
		entries += "1. Initiative " + strings.Repeat("I", i%50) + "\n"
	}
	long := "BE3 - Wallonia\nMembership status\n" + strings.Repeat("x ", 1<<20) + "? yes\nTopics covered: " + strings.Repeat("a; ", 1<<19)
	for _, text := range []string{entries, long} {
		o := Order{Regions: emptyFolder(), Edition: richEdition(t), Today: today}
		if out := taken(t, o, "page.txt", []byte(text)); out.Report.Complete() || len(out.Faults) > 0 {
			t.Error(out.Faults)
		}
	}
}

// Holes of a list are counted once, and not when the entry comes later.
func TestHolesOfAList(t *testing.T) {
	for list, want := range map[string]string{
		"1. A\n2. B\n":               "0",
		"1. A\n3. B\n":               "1 (2)",
		"1. A\n4. B\n2. C\n":         "1 (3)",
		"2. A\n1. B\n":               "0",
		"1. A\n2.\n3. B\n":           "1 (2)",
		"3. A\n1.\n":                 "2 (1, 2)",
		"1. A\n1.\n1. A\n":           "0",
		"1. A\n99. B\n":              "0", // a slip, told as left over
		"1. A\n2. Hubs:\n3. B\n":     "0", // a heading, told in a remark
		"1. A\n3. Hubs:\n\n\n4. B\n": "1 (2)",
	} {
		o := Order{Regions: emptyFolder(), Edition: richEdition(t), Today: today}
		out := taken(t, o, "page.txt", []byte("BE2 - X\nMajor initiatives\n"+list))
		r, _ := source.Open(Over(o.Regions, out.Changes)).Region("BE2.md")
		if got := lostWords(r.Gaps["initiatives"]); got != want || len(out.Faults) > 0 {
			t.Errorf("%q: %s, want %s, %v", list, got, want, out.Faults)
		}
	}
}
