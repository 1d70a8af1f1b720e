package generator_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/generator"
	"regional-atlas/generator/problem"
)

// A description is refused where it begins once no page can show it, and as long
// as a page can it is taken.
func TestLongDescription(t *testing.T) {
	for _, c := range []struct {
		characters int
		says       string
	}{
		{100_000, ""},
		{100_001, "the description has 100,001 characters; a page shows at most 100,000"},
	} {
		press := newPress(t)
		files := press.in.Regions.(fstest.MapFS)
		front, _, _ := strings.Cut(string(files["BB10.md"].Data), "\n+++\n")
		text := front + "\n+++\n" + strings.Repeat("é ", c.characters/2) + strings.Repeat(".", c.characters%2)
		files["BB10.md"] = &fstest.MapFile{Data: []byte(text)}
		report, err := generator.Build(press.in, generator.Target{Out: filepath.Join(t.TempDir(), "public")})
		if err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(report.Problems, func(p problem.Problem) bool { return p.Code == problem.TooLong })
		switch {
		case c.says == "" && (at >= 0 || report.Atlas == nil):
			t.Errorf("%d characters are refused: %+v", c.characters, report.Problems)
		case c.says == "":
		case at < 0 || report.Problems[at].What != c.says || report.Problems[at].Line != strings.Count(front, "\n")+3:
			t.Errorf("%d characters: %+v", c.characters, report.Problems)
		}
	}
}
