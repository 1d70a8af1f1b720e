package intake

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/generator/format"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
)

// twoRegions is a folder with two files: one with a single source and comments,
// one without any figure.
func twoRegions(t testing.TB) fs.FS {
	return fstest.MapFS{"BE1.md": {Data: readFile(t, "tables/BE1.md")}, "BE2.md": {Data: readFile(t, "tables/BE2.md")}}
}

// tables are one fixture for each layout, with the order it comes with.
var tables = []struct {
	file     string
	order    Order
	complete bool
}{
	{"wide.csv", Order{}, false},
	{"wide-years.csv", Order{Indicator: "population"}, true},
	{"wide-tab.tsv", Order{Year: 2024}, true},
	{"long.csv", Order{Source: "statbel-2025"}, false},
	{"long-replace.csv", Order{Replace: true}, true},
	{"sdmx.csv", Order{Indicator: "population"}, false},
	{"sdmx-labels.csv", Order{Indicator: "density"}, true},
	{"eurostat.tsv", Order{Indicator: "population"}, true},
	{"memberships.csv", Order{}, false},
	{"hostile.csv", Order{}, false},
}

func TestTables(t *testing.T) {
	for _, c := range tables {
		t.Run(c.file, func(t *testing.T) {
			o := c.order
			o.Regions, o.Edition, o.Today = twoRegions(t), richEdition(t), today
			out := taken(t, o, c.file, readFile(t, "tables/"+c.file))
			text := reportText(&out.Report)
			for _, change := range out.Changes {
				text += format.Diff(change.File, change.Before, change.After)
			}
			golden(t, "tables/"+c.file+".report", text)
			if len(out.Faults) > 0 {
				t.Errorf("faults: %v", out.Faults)
			}
			if out.Report.Complete() != c.complete {
				t.Errorf("complete: %v", out.Report.Complete())
			}
			again(t, o, c.file, readFile(t, "tables/"+c.file), out)
		})
	}
}

// again imports a source a second time, which must change nothing.
func again(t *testing.T, o Order, name string, data []byte, first *Outcome) {
	t.Helper()
	o.Regions = Over(o.Regions, first.Changes)
	second := taken(t, o, name, data)
	for _, c := range second.Changes {
		t.Errorf("the second import changes %s:\n%s", c.File, format.Diff(c.File, c.Before, c.After))
	}
	if n := second.Report.Counts()[Written]; n > 0 {
		t.Errorf("the second import takes in %d lines:\n%s", n, reportText(&second.Report))
	}
}

func TestASecondImportChangesNothing(t *testing.T) {
	for _, page := range []string{"be1-brussels.txt", "be2-flanders.txt"} {
		o := Order{Regions: emptyFolder(), Edition: richEdition(t), Today: today}
		out := taken(t, o, page, readFile(t, page))
		again(t, o, page, readFile(t, page), out)
		c := out.Changes[0]
		r, faults := source.Open(Over(o.Regions, out.Changes)).Region(c.File)
		faults = append(faults, region.Check(&r, o.Edition, today)...)
		if len(faults) != 1 || faults[0].Code != problem.Borrowed || faults[0].Key != "/rewrite/0" {
			t.Errorf("%s: %v, want only the word that its text is to be written anew", c.File, faults)
		}
		if tidy, _ := format.Format(o.Edition, c.File, c.After); tidy != c.After {
			t.Errorf("%s is not laid out", c.File)
		}
	}
}

// A silent page gives a file that says so, and no check asks for more.
func TestASilentPageIsNotReported(t *testing.T) {
	o := Order{Regions: emptyFolder(), Edition: richEdition(t), Today: today}
	out := taken(t, o, "page.txt", []byte("BE3 - Wallonia\n"))
	if len(out.Faults) > 0 || len(out.Changes) != 1 {
		t.Fatalf("%v, %d changes", out.Faults, len(out.Changes))
	}
	r, _ := source.Open(Over(o.Regions, out.Changes)).Region("BE3.md")
	for _, n := range o.Edition.Networks {
		if r.Memberships[n.Key].Status != region.NotReported {
			t.Errorf("%s: %q", n.Key, r.Memberships[n.Key].Status)
		}
	}
	for _, i := range o.Edition.Indicators {
		if s := r.Figures[i.Key]; len(s) != 1 || s[0].Value.Given || s[0].Status != region.NotReported {
			t.Errorf("%s: %v", i.Key, s)
		}
	}
	if r.Cooperation.Looking != region.NotReported || strings.TrimSpace(r.Body) != "" {
		t.Errorf("%+v, %q", r.Cooperation, r.Body)
	}
}

func TestEditsTouchOnlyTheirValues(t *testing.T) {
	o := Order{Regions: twoRegions(t), Edition: richEdition(t), Today: today, Source: "page"}
	table := "\ufeffcode;indicator;year;value\r\nBE1;population;2024;1.249.597\r\n"
	out := taken(t, o, "figures.csv", []byte(table))
	c := out.Changes[0]
	want := strings.Replace(c.Before, "year = 2019 }, # the census\n", "year = 2019 }, # the census\n  { value = 1_249_597, year = 2024, source = \"page\" },\n", 1)
	if c.After != want || len(out.Changes) != 1 {
		t.Errorf("got %s", format.Diff(c.File, want, c.After))
	}
	crlf := fstest.MapFS{"BE1.md": {Data: []byte(strings.ReplaceAll(c.Before, "\n", "\r\n"))}}
	o.Regions = crlf
	if out := taken(t, o, "figures.csv", []byte(table)); out.Changes[0].After != strings.ReplaceAll(want, "\n", "\r\n") {
		t.Error("the line ends were changed")
	}
}

func TestAFileWithFaultsIsLeftAlone(t *testing.T) {
	broken := fstest.MapFS{"BE1.md": {Data: []byte("+++\ncode = \"BE1\nname = \"x\"\n+++\n")}}
	o := Order{Regions: broken, Edition: richEdition(t), Today: today}
	out := taken(t, o, "t.csv", []byte("code,population 2024\nBE1,5\n"))
	if len(out.Changes) != 0 || !strings.Contains(reportText(&out.Report), "BE1.md has faults") {
		t.Error(reportText(&out.Report))
	}
	thin := fstest.MapFS{"BE1.md": {Data: []byte("+++\ncode = \"BE1\"\nname = \"x\"\n+++\n")}}
	o.Regions = thin
	if out = taken(t, o, "t.csv", []byte("code,population 2024\nBE1,5\n")); len(out.Faults) == 0 {
		t.Error("a file that lacks answers would be written")
	}
}

func TestUnreadableSourcesAreToldInASentence(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"t.csv", "code,name\nBE2,Li\xe8ge\n", "line 2 of \"t.csv\": the byte 0xE8 is not UTF-8 text; it may be the Latin-1 letter 'è'. Save the file as UTF-8"},
		{"t.csv", "\xff\xfec\x00", "saved as UTF-16"},
		{"t.csv", "code\x00", "line 1 of \"t.csv\": the byte 0x00 (NUL) does not belong into a text"},
		{"t.csv", "", "no column of t.csv"},
		{"t.csv", "a,b\n1,2\n", "no column of t.csv"},
		{"t.csv", "code,value\nBE2,5\n", "say it with --indicator: one of innovation, population"},
		{"t.csv", "code,2024\nBE2,5\n", "say it with --indicator"},
		{"t.csv", "code,population 2024\nBE2,\"5\n", "has a quote that is not closed"},
		{"t.xlsx", "PK", "neither a page nor a table"},
		{"page.txt", "", "page.txt is empty"},
		{"page.txt", "Flanders\n", "names no region"},
		{"page.txt", "+++\ncode = \"BE2\"\n+++\n", "names no region"},
		{"t.csv", strings.Repeat("x", Limit+1), "more than 32 MB"},
	} {
		_, err := Read(Order{Regions: twoRegions(t), Edition: richEdition(t), Today: today}, c.name, []byte(c.data))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %.20q: %v, want %q", c.name, c.data, err, c.want)
		}
	}
	_, err := Read(Order{Regions: twoRegions(t), Edition: richEdition(t), Today: today, Indicator: "populaton"}, "t.csv", nil)
	if err == nil || !strings.Contains(err.Error(), `Did you mean "population"?`) {
		t.Error(err)
	}
}
