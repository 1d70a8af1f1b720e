package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What one table leaves open another may answer: files are judged after all of them.
func TestTablesTogetherAnswerWhatIsAsked(t *testing.T) {
	small, err := filepath.Abs("testdata/small")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	lay(t, small, "regions")
	more := "\n[[indicators]]\nkey = \"age\"\nname = \"Median age\"\nkind = \"ratio\"\n\n[[indicators]]\nkey = \"beds\"\nname = \"Beds\"\nkind = \"total\"\n"
	file, err := os.OpenFile("regions/atlas.toml", os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := file.WriteString(more); err != nil || file.Close() != nil {
		t.Fatal(err)
	}
	for name, table := range map[string]string{"ages.csv": "code,age 2020\nBE2,42\n", "beds.csv": "code,beds 2020\nNL41,500\n"} {
		if err := os.WriteFile(name, []byte(table), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	run := func(args ...string) (int, string) {
		var out, errors strings.Builder
		code := importCommand().run(terminal{out: &out, err: &errors, now: today}, args)
		return code, out.String() + errors.String()
	}
	if code, said := run("ages.csv"); code != faulty || !strings.Contains(said, "no figure for beds") {
		t.Errorf("one table: %d\n%s", code, said)
	}
	if code, said := run("ages.csv", "beds.csv"); code != done || !strings.Contains(said, "Wrote regions/BE2.md.") {
		t.Errorf("both tables: %d\n%s", code, said)
	}
}
