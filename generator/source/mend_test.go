package source

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"regional-atlas/generator/problem"
)

// TestTheRestOfAFileIsRead holds that a fault of syntax costs the smallest
// piece: the faults behind it are told in the same run, at their own places,
// and nothing that only follows from it.
func TestTheRestOfAFileIsRead(t *testing.T) {
	const unclosed, missing, unknown = "a text on this line has no closing quote", "a value is missing here", "no field here is called "
	for name, c := range map[string]struct {
		lines  []string // from line 2 of the file
		want   []string
		unread []problem.Key
	}{
		"two lines": {[]string{`code = "BE2`, `name = "Flanders"`, `topics =`, `nuts_version = "x"`},
			[]string{"2 " + unclosed, "4 " + missing, "5 a text stands where a whole number belongs"}, []problem.Key{"/code", "/topics", "/nuts_version"}},
		"an open list": {[]string{`topics = ["a", "b"`, `name = "x"`, `lnk = 1`},
			[]string{"3 a comma or the closing bracket ] is missing before this", "4 " + unknown + `"lnk"`}, []problem.Key{"/topics"}},
		"an open list over lines": {[]string{`topics = [`, `  "a",`, `  "b",`, `name = "x"`, `[codes]`, `nace = ["C"]`, `[gapps]`},
			[]string{"5 a comma or the closing bracket ] is missing before this", "8 " + unknown + `"gapps"`}, []problem.Key{"/topics", "/gaps"}},
		"one line of a list": {[]string{`[figures]`, `density = [`, `  { value = 4,5, year = 2019 },`, `  { value = "x", yeer = 2020 },`, `]`},
			[]string{"4 decimals stand after a point, not a comma", "5 " + unknown + `"yeer"`}, []problem.Key{"/figures/density/0/value", "/figures/density/1/year"}},
		"first line of a list over lines": {[]string{`[figures]`, `density = [ { value = 4,5 },`, `  { value = 4 },`, `]`, `population = [{ valu = 5 }]`},
			[]string{"3 decimals stand after a point, not a comma", "6 " + unknown + `"valu"`}, []problem.Key{"/figures/density/0/value", "/figures/population/0/value"}},
		"a heading": {[]string{`name = "x"`, `[memberships`, `errin = "yes"`, `cebr = "no"`, `[strategi]`},
			[]string{"3 this heading is not complete", "6 " + unknown + `"strategi"`}, []problem.Key{"/memberships", "/strategy"}},
		"half a heading": {[]string{`name = "x"`, `evaluation]`, `need = "high"`, `funding = "low"`, `[strategi]`},
			[]string{"3 this heading is not complete", "6 " + unknown + `"strategi"`}, []problem.Key{"/evaluation", "/strategy"}},
		"two neighbours": {[]string{`[[organisations]]`, `name = "x"`, `kind = "research`, `link  "https://x.eu"`, `[strategi]`},
			[]string{"4 " + unclosed, "5 this line is not of the form key = value", "6 " + unknown + `"strategi"`}, []problem.Key{"/organisations/0/kind", "/strategy"}},
		"a heading of a list": {[]string{`[[organisations]]`, `name = "a"`, `[[organisations]`, `name = "b"`, `[[organisations]]`, `nmae = "c"`},
			[]string{"4 this heading is not complete", "7 " + unknown + `"nmae"`}, []problem.Key{"/organisations", "/organisations/2/name"}},
		"a heading twice": {[]string{`[codes]`, `nace = ["C"]`, `[codes]`, `nabs = ["C"]`, `[[sources]]`, `titel = "x"`},
			[]string{"4 this name already stands for something else in this file", "7 " + unknown + `"titel"`}, []problem.Key{"/codes", "/sources/0/title"}},
		"a colon": {[]string{`[memberships]`, `errin: "yes"`, `cebr = 5`},
			[]string{"3 a colon stands where an equals sign belongs", "4 a whole number stands where a text belongs"}, []problem.Key{"/memberships/cebr", "/memberships/errin"}},
		"a text never closed": {[]string{`mended = ["""`, `  words of many`, `  lines`, `]`, `nuts_version = "x"`},
			[]string{`2 a text that opens with three quotes is never closed`, "6 a text stands where a whole number belongs"}, []problem.Key{"/mended", "/nuts_version"}},
		"curly quotes and a capital": {[]string{`name = “Flanders”`, `[[initiatives]]`, `title = 'x'`, `link = “http://x.eu”`, `[gaps]`, `topics = { cut = True }`},
			[]string{"2 curly quotes do not hold a text", "5 curly quotes do not hold a text", "7 true and false are written in small letters"}, []problem.Key{"/name", "/initiatives/0/link", "/gaps/topics/cut"}},
		"a key twice": {[]string{`code = "A"`, `code = "B"`, `name = x`},
			[]string{`3 "code" is already written on line 2`, "4 a text stands in quotes"}, []problem.Key{"/code", "/name"}},
		"nothing but prose": {[]string{`Flanders is a region.`, `It lies in Belgium.`},
			[]string{"2 this line is not of the form key = value", "3 this line is not of the form key = value"}, nil},
	} {
		text := "+++\n" + strings.Join(c.lines, "\n") + "\n+++\n"
		folder := folderWith("A.md", text)
		r, faults := folder.Region("A.md")
		var got []string
		for _, p := range folder.Place(faults) {
			got = append(got, fmt.Sprintf("%d %s", p.Line, p.What))
		}
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got  %q\n want %q", name, got, c.want)
		}
		for _, key := range c.unread {
			if !slices.Contains(r.Unread, key) {
				t.Errorf("%s: %q is not among the unread keys %q", name, key, r.Unread)
			}
		}
		if slices.Contains(r.Unread, "") {
			t.Errorf("%s: nothing was read", name)
		}
	}
}

// TestMendingIsBounded holds the number of faults; a search without bounds would
// outlast the time limit of go test.
func TestMendingIsBounded(t *testing.T) {
	for name, line := range map[string]string{"no value": "a = \n", "prose": "Some words.\n", "brackets": "[\n", "quotes": "\"\n", "lists": "a = [\n", "open texts": "a = '''\n'\n"} {
		_, faults := folderWith("A.md", "+++\n"+strings.Repeat(line, (sizeLimit-100)/len(line))+"+++\n").Region("A.md")
		if len(faults) == 0 || len(faults) > mostPieces+enough {
			t.Errorf("%s: %d faults", name, len(faults))
		}
	}
}

// TestHiddenCharacters names what nobody can see, with its code point.
func TestHiddenCharacters(t *testing.T) {
	for name, c := range map[string]struct {
		text, at, what string
		warning        bool
	}{
		"zero width space":    {"name = \"Flan\u200bders\"", "2:13", "a zero width space (U+200B), which nobody can see, stands here", true},
		"soft hyphen":         {"name = \"Flan\u00adders\"", "2:13", "a soft hyphen (U+00AD), which nobody can see, stands here", true},
		"mark inside":         {"name = \"\ufeffFlanders\"", "2:9", "a byte order mark (U+FEFF), which nobody can see, stands here", true},
		"override":            {"name = \"a\u202eb\"", "2:10", "a right-to-left override (U+202E), which changes the direction of the text, stands here", false},
		"isolate, in comment": {"name = \"a\" # \u2066", "2:14", "a left-to-right isolate (U+2066), which changes the direction of the text, stands here", false},
		"in a key":            {"\"na\u200bme\" = \"a\"", "2:4", "a zero width space (U+200B), which nobody can see, stands here", false},
		"by its number":       {"name = \"a\\u202eb\"", "2:10", "a right-to-left override (U+202E), which changes the direction of the text, is written here", false},
		"in the description":  {"name = \"a\"\n+++\nFlan\u2060ders", "4:5", "a word joiner (U+2060), which nobody can see, stands here", true},
	} {
		var found []problem.Problem
		for _, p := range placed(folderWith("A.md", "+++\n"+c.text+"\n+++\n"), "A.md") {
			if p.Code == problem.Hidden {
				found = append(found, p)
			}
		}
		if len(found) != 1 {
			t.Errorf("%s: %+v", name, found)
			continue
		}
		if at := itoa(found[0].Line) + ":" + itoa(found[0].Col); at != c.at || found[0].What != c.what || found[0].Warning != c.warning {
			t.Errorf("%s: %s %s, warning %v", name, at, found[0].What, found[0].Warning)
		}
	}
	for name, text := range map[string]string{"a joined emoji": "👩\u200d👩", "Persian": "می\u200cخواهم", "a no-break space": "12\u00a0km", "accents": "e\u0301"} {
		if problems := placed(folderWith("A.md", "+++\nname = \""+text+"\"\n+++\n"), "A.md"); len(problems) > 0 {
			t.Errorf("%s: %+v", name, problems)
		}
	}
}
