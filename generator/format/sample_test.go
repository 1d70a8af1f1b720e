package format

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
)

var example = regexp.MustCompile(`(?m)^( *)#([^ \n])`)

// active is a sample with every example in use.
func active(text string) string {
	// The lines of an example that go on are indented: "#  { … },".
	text = regexp.MustCompile(`(?m)^#(  \{.*\},)$`).ReplaceAllString(text, "$1")
	return example.ReplaceAllString(text, "$1$2")
}

func check(t *testing.T, e *region.Edition, text string) (region.Region, []problem.Fault) {
	t.Helper()
	r, faults := source.Open(fstest.MapFS{"BE25.md": {Data: []byte(text)}}).Region("BE25.md")
	if len(faults) > 0 {
		t.Fatalf("%+v\n%s", faults, text)
	}
	return r, region.Check(&r, e, region.Date{Year: 2027, Month: 1, Day: 1})
}

func TestSampleIsLaidOutAndLacksOnlyWhatIsRequired(t *testing.T) {
	edition, _ := richFiles(t)
	for _, code := range []string{"BE999", "BE25", "BE", "ES70"} {
		text := Sample(edition, code, "The map draws it.")
		if got, faults := Format(edition, "BE25.md", text); got != text || len(faults) > 0 {
			t.Errorf("%s is not laid out: %+v\n%s", code, faults, Diff(code, text, got))
		}
		_, faults := check(t, edition, text)
		var missing []string
		for _, f := range faults {
			if !f.Warning {
				missing = append(missing, string(f.Key)+" "+string(f.Code))
			}
		}
		want := "/name A011,/sources/0/title A011"
		if code != "BE999" { // atlas.toml has a name for the others
			want = "/sources/0/title A011"
		}
		if got := strings.Join(missing, ","); got != want {
			t.Errorf("%s lacks %s, want %s", code, got, want)
		}
	}
}

// A code that atlas.toml has a name for starts with it, in its language.
func TestSampleStartsWithTheKnownName(t *testing.T) {
	edition, _ := richFiles(t)
	r, _ := check(t, edition, Sample(edition, "BE25", "The map draws it."))
	if r.Name != "Prov. West-Vlaanderen" || len(r.Names) != 1 || r.Names[0] != (region.NativeName{Name: r.Name, Lang: "nl"}) {
		t.Errorf("name %q, names %+v", r.Name, r.Names)
	}
}

// TestSampleShowsEveryField also holds that every example can be used: of all
// of them together only the empty fields are at fault.
func TestSampleShowsEveryField(t *testing.T) {
	edition, _ := richFiles(t)
	text := active(Sample(edition, "BE25", "The map draws it."))
	// A value takes the place of the status above it.
	text = strings.ReplaceAll(text, "  { status = \"not reported\" },\n  { value", "  { value")
	r, faults := check(t, edition, text)
	for _, f := range faults {
		if !f.Warning && f.Code != problem.Missing {
			t.Errorf("%+v", f)
		}
	}
	s := schema{edition}
	facts := mustFacts(t, "BE25.md", text)
	for _, key := range everyKey(s.top(), "", s) {
		if _, there := follow(facts, key); !there {
			t.Errorf("the sample does not show %s", key)
		}
	}
	if len(r.Memberships) != len(edition.Networks) || len(r.Figures) != len(edition.Indicators) || r.Names[0].Lang != "nl" {
		t.Errorf("memberships %d, figures %d, names %+v", len(r.Memberships), len(r.Figures), r.Names)
	}
	for _, f := range regexp.MustCompile(`toml:"([a-z_0-9]+)[",]`).FindAllStringSubmatch(schemaText(t), -1) {
		if !strings.Contains(text, f[1]) {
			t.Errorf("the sample says nothing of %s", f[1])
		}
	}
}

// everyKey lists the fields of the schema at the top, and those of the first
// entry of every list.
func everyKey(f field, key problem.Key, s schema) []problem.Key {
	var keys []problem.Key
	for _, below := range region.TableOf(f.of) {
		at := key.Field(below.Key)
		keys = append(keys, at)
		if hasBlocks(below.Key, below.Type) {
			_, entry := s.below(s.at(at), "0")
			keys = append(keys, everyKey(entry, at.Item(0), s)...)
		}
	}
	return keys
}

// schemaText is the part of room region that a region file is read by.
func schemaText(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("../region/region.go")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestSampleOfAnAtlasWithoutWords(t *testing.T) {
	edition := &region.Edition{Countries: []region.Country{{Code: "BE", Name: "Belgium"}}}
	text := Sample(edition, "BE25", "The map draws it.")
	if got, faults := Format(edition, "BE25.md", text); got != text || len(faults) > 0 {
		t.Errorf("it is not laid out: %+v\n%s", faults, Diff("BE25", text, got))
	}
	check(t, edition, active(text))
}

// The lean file is laid out, explains nothing, and lacks only what the long one lacks.
func TestLeanIsASampleWithoutExplanations(t *testing.T) {
	rich, _ := richFiles(t)
	bare := &region.Edition{Site: rich.Site, Countries: rich.Countries}
	for _, e := range []*region.Edition{rich, bare} {
		lean := Lean(e, "BE25", "The map draws it.")
		if got, faults := Format(e, "BE25.md", lean); got != lean || len(faults) > 0 {
			t.Errorf("laid out it is\n%s\nand not\n%s\n%v", got, lean, faults)
		}
		if n := strings.Count(lean, "\n#"); n != 2 {
			t.Errorf("%d lines of comments in\n%s", n, lean)
		}
		_, want := check(t, e, Sample(e, "BE25", "The map draws it."))
		_, got := check(t, e, lean)
		if len(got) != len(want) {
			t.Errorf("it lacks %v, the long one %v", got, want)
		}
	}
}
