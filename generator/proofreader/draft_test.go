package proofreader

import (
	"reflect"
	"strings"
	"testing"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/tomltree"
)

// TestADraftKnowsTheFile holds that what stands in a draft is found in the file,
// however often it was revised.
func TestADraftKnowsTheFile(t *testing.T) {
	d := NewDraft("A.md", 2, tomltree.Read("a = “x”\nb = 1,5\nc = 2\n"))
	d.revise([]change{put(tomltree.Between(4, 11), `"x"`), put(tomltree.Between(16, 19), "1.5")})
	d.revise([]change{insert(strings.Index(d.Text, "c"), "[h]\n")})
	if want := "a = \"x\"\nb = 1.5\n[h]\nc = 2\n"; d.Text != want {
		t.Fatalf("got %q", d.Text)
	}
	for text, want := range map[string][3]int{
		"a": {2, 1, 1}, `"x"`: {2, 5, 3}, "1.5": {3, 5, 3}, "b = 1.5": {3, 1, 7}, "[h]": {4, 1, 1}, "c": {4, 1, 1}, "2": {4, 5, 1},
	} {
		at := strings.Index(d.Text, text)
		line, col, width := d.Place(tomltree.Between(at, at+len(text)))
		if got := [3]int{line, col, width}; got != want {
			t.Errorf("%q stands at %v, want %v", text, got, want)
		}
	}
}

// TestChangesDoNotOverlap holds that of two changes of one stretch the first is made.
func TestChangesDoNotOverlap(t *testing.T) {
	d := NewDraft("A.md", 1, tomltree.Read("abcdef"))
	d.revise([]change{put(tomltree.Between(2, 4), "X"), put(tomltree.Between(1, 3), "Y"), insert(6, "!")})
	if d.Text != "aYdef!" {
		t.Errorf("got %q", d.Text)
	}
}

// TestWhatIsRightStays holds that a text without slips is not changed.
func TestWhatIsRightStays(t *testing.T) {
	for _, text := range []string{
		"", "code = \"A\"\n\n[figures]\ndensity = [{ value = -1.5, year = 2019 }]\n",
		"topics = [ # c\n  \"a\",\n]\n\n[memberships]\nerrin = \"yes\"\n\ncebr = { status = \"no\" }\n",
		"[[organisations]]\nname = \"“quoted”\"\n\nkind = 'x' # name: \"y\"\n[[organisations]]\nname = \"z\"\n",
		"[gaps]\ntopics = 2\ndocuments = { cut = true }\n[from]\ntopics = [\"page\"]\n", "reviewed = 2026-11-21T10:00:00Z\n",
		"shape = {\n  lon = 1,\n  lat = 2,\n}\n[[sources]]\nkey = \"\"\"\na = (1)\n[x\n\"\"\"\n",
	} {
		d := NewDraft("A.md", 1, tomltree.Read(text))
		r, any := d.Correct(d.Own, reflect.TypeFor[region.Region](), 20)
		if any || len(r.Faults) > 0 || d.Text != text {
			t.Errorf("%q became %q: %+v", text, d.Text, r)
		}
	}
}

// FuzzCorrect promises that whatever a text holds, a correction ends, that its
// faults can be shown, and that what it leaves is not corrected for ever.
func FuzzCorrect(f *testing.F) {
	for _, text := range []string{
		"", "name = “x”\ntopics = [\"a\"\n[memberships\nerrin: \"yes\"\n", "[organisations]\nname == \"x\"\n\ntitle = \"y\"\n",
		"figures.a = [{ value = 6,5, year = ? }]\nname = \"x\",\n", "reviewed = 2026/11/21\ntopics = (\"a\"\n",
		"[[documents]]\ntitle = 1\n\ntitle = 2\nreviewed = 2026-11-21\n", "a = {b = [{c = \n", "[figures]\nname = \"x\"\n",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := NewDraft("A.md", 1, tomltree.Read(text))
		r, _ := d.Correct(d.Own, reflect.TypeFor[region.Region](), 20)
		lines := strings.Split(text, "\n")
		for _, fault := range r.Faults {
			if fault.Line < 1 || fault.Line > len(lines) || fault.Col < 1 || fault.Width < 1 {
				t.Fatalf("%d:%d+%d of %d lines", fault.Line, fault.Col, fault.Width, len(lines))
			}
			if fault.What == "" || fault.Remedy == "" || fault.Code == problem.Code("") {
				t.Fatalf("a fault without words: %+v", fault)
			}
		}
		if len(d.Text) > 3*len(text)+1000 {
			t.Fatalf("%d bytes became %d", len(text), len(d.Text))
		}
	})
}
