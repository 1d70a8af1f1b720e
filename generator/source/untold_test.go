package source

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"regional-atlas/generator/problem"
)

// Of a slip that was made many times the first are told, and how many more there
// are; together they are all of them.
func TestManyAlikeAreCounted(t *testing.T) {
	const many = 300
	lines := func(line string) string {
		var out strings.Builder
		for i := range many {
			fmt.Fprintf(&out, line, i)
		}
		return out.String()
	}
	for name, c := range map[string]struct {
		text     string
		warnings bool
		shown    int
		isAll    bool
	}{
		"curly quotes":       {"+++\ntopics = [\n" + lines("“%d”,\n") + "]\n+++\n", false, mostPieces, true},
		"unknown fields":     {"+++\n" + lines("unknown%d = 1\n") + "+++\n", false, enough, true},
		"keys again":         {"+++\na = 1\n" + lines("a = %d\n") + "+++\n", false, enough, false},
		"wrong types":        {"+++\n" + lines("[[organisations]]\nname = %d\n") + "+++\n", false, enough, true},
		"hidden characters":  {"+++\n+++\n" + lines("a\u200b%d\n"), true, mostHidden, true},
		"turned text":        {"+++\n+++\n" + lines("a\u202e%d\n"), false, mostHidden, true},
		"turned by number":   {"+++\n+++\n" + lines("a&#8238;%d\n"), false, mostHidden, true},
		"turned in a text":   {"+++\nalso = [\n" + lines("\"\\u202e%d\",\n") + "]\n+++\n", false, mostHidden, true},
		"no values":          {"+++\n" + lines("k%d =\n") + "+++\n", false, mostPieces, false},
		"texts without ends": {"+++\n" + lines("k%d = \"a\n") + "+++\n", false, mostPieces, false},
	} {
		problems := placed(folderWith("A.md", c.text), "A.md")
		told := slices.DeleteFunc(slices.Clone(problems), func(p problem.Problem) bool { return p.Warning != c.warnings })
		more, isAll := problem.Untold(problems, c.warnings)
		switch {
		case len(told) != c.shown || isAll != c.isAll:
			t.Errorf("%s: %d told, want %d; %d more, all: %v", name, len(told), c.shown, more, isAll)
		case isAll && (len(told)+more < many || len(told)+more > many+many/10):
			t.Errorf("%s: %d told and %d more of %d", name, len(told), more, many)
		}
	}
}
