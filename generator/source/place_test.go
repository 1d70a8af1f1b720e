package source

import (
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// folderWith is a regions folder with one file.
func folderWith(name, text string) *Folder {
	return Open(fstest.MapFS{name: {Data: []byte(text)}})
}

// under is what stands over the caret of a problem.
func under(p problem.Problem) string {
	line := []rune(p.Text)
	from := min(p.Col-1, len(line))
	return string(line[from:min(from+p.Width, len(line))])
}

func TestPlaceStandsUnderTheRightWord(t *testing.T) {
	const three = "[[organisations]]\nname = \"One\"\n\n[[organisations]]\nname = \"Two\"\nkind = \"x\"\n\n[[organisations]]\nkind = \"y\"\n"
	for _, c := range []struct {
		name, toml string
		key        problem.Key
		part       problem.Part
		line, col  int // line of the file: the fence is line 1
		under      string
	}{
		{"value", `code = "BE2"`, "/code", problem.Value, 2, 8, `"BE2"`},
		{"name", `code = "BE2"`, "/code", problem.Name, 2, 1, "code"},
		{"second of three: name", three, "/organisations/1/kind", problem.Name, 7, 1, "kind"},
		{"second of three: value", three, "/organisations/1/kind", problem.Value, 7, 8, `"x"`},
		{"second of three: value above", three, "/organisations/1/name", problem.Value, 6, 8, `"Two"`},
		{"missing in the third", three, "/organisations/2/name", problem.Value, 9, 1, "[[organisations]]"},
		{"name of a list", three, "/organisations", problem.Name, 2, 3, "organisations"},
		{"inline table in a list", `population = [ { value = "x", year = 2019 }, { value = 7, year = 2020 } ]`, "/population/0/value", problem.Value, 2, 26, `"x"`},
		{"second inline table", `population = [ { value = "x", year = 2019 }, { value = 7, year = 2020 } ]`, "/population/1/year", problem.Name, 2, 59, "year"},
		{"missing in an inline table", `a = [ { b = 1 }, { c = 2 } ]`, "/a/1/b", problem.Value, 2, 18, "{ c = 2 }"},
		{"list over lines", "a = [\n  1, # [one]\n  2,\n]\n", "/a/1", problem.Value, 4, 3, "2"},
		{"bracket in a comment", "a = [ # ]\n 1 ]\nb = 2 # [x]\n[c] # ]]\nd = 3", "/c/d", problem.Value, 6, 5, "3"},
		{"dotted key", "figures.population = 3", "/figures/population", problem.Name, 2, 9, "population"},
		{"parent of a dotted key", "figures . population = 3", "/figures", problem.Value, 2, 1, "figures"},
		{"quoted key", "[codes.labels]\n\"A.01\" = \"x\"\n'C' = 1", "/codes/labels/A.01", problem.Name, 3, 1, `"A.01"`},
		{"key with escapes", `"a\u00e9\t\"/~" = 1`, problem.Key("").Field("aé\t\"/~"), problem.Value, 2, 19, "1"},
		{"after a text of many lines", "a = \"\"\"\n[x]\nb = 1 \\\"\"\"\\\"\n\"\"\"\"\nb = 2", "/b", problem.Value, 6, 5, "2"},
		{"a text of many lines", "a = '''\nx'''", "/a", problem.Value, 2, 5, "'''"},
		{"after an apostrophe text", `a = 'C:\' # '` + "\nb = 2", "/b", problem.Value, 3, 5, "2"},
		{"after a tab", "\ta\t=\t5", "/a", problem.Value, 2, 6, "5"},
		{"after wide characters", `names = [{ name = "日本🎉é", lang = 5 }]`, "/names/0/lang", problem.Value, 2, 34, "5"},
		{"short form", "[memberships]\nerrin = \"maybe\"", "/memberships/errin/status", problem.Value, 3, 9, `"maybe"`},
		{"heading inside a list of tables", "[[a.b]]\nx = 1\n[[a.b]]\nx = 2\n[a.b.c]\ny = 3", "/a/b/1/c/y", problem.Value, 7, 5, "3"},
		{"list inside a list of tables", "[[a]]\n[[a.b]]\nx=1\n[[a]]\n[[a.b]]\nx=2\n[[a.b]]\nx=3", "/a/1/b/1/x", problem.Value, 9, 3, "3"},
		{"only a longer heading", "[a.b.c]\nx = 1", "/a/b/y", problem.Value, 2, 4, "b"},
		{"heading after a longer one", "[a.b]\nx = 1\n[a]\ny = 1", "/a/z", problem.Value, 4, 1, "[a]"},
		{"heading with spaces and quotes", "[ a . \"b.c\" ]\nx = 1", "/a/b.c/x", problem.Value, 3, 5, "1"},
		{"dates and times", "a = 1979-05-27 07:32:00Z # x\nb = 2", "/a", problem.Value, 2, 5, "1979-05-27 07:32:00Z"},
		{"nothing written", "a = 1", "/nowhere/at/all", problem.Value, 1, 1, "+"},
		{"the whole file", "a = 1", "", problem.Value, 1, 1, "+"},
	} {
		for form, text := range map[string]string{
			"plain": "+++\n" + c.toml + "\n+++\nText\n",
			"CRLF":  strings.ReplaceAll("+++\n"+c.toml+"\n+++\nText\n", "\n", "\r\n"),
			"BOM":   "\ufeff+++\n" + c.toml + "\n+++\n",
		} {
			p := folderWith("A.md", text).Place([]problem.Fault{{File: "A.md", Key: c.key, Part: c.part}})[0]
			if p.Line != c.line || p.Col != c.col || under(p) != c.under {
				t.Errorf("%s, %s: %d:%d over %q, want %d:%d over %q", c.name, form, p.Line, p.Col, under(p), c.line, c.col, c.under)
			}
		}
	}
}

func TestPlaceKeepsOrderAndReadsEachFile(t *testing.T) {
	folder := Open(fstest.MapFS{"A.md": {Data: []byte("+++\na = 1\n+++\n")}, EditionFile: {Data: []byte("[site]\ntitle = 5\n")}})
	got := folder.Place([]problem.Fault{{File: EditionFile, Key: "/site/title"}, {File: "A.md", Key: "/a"}, {File: "gone.md", Key: "/a"}, {File: "A.md", Line: 9, Col: 9}})
	for i, want := range [][2]int{{2, 9}, {2, 5}, {1, 1}, {9, 9}} {
		if got[i].Line != want[0] || got[i].Col != want[1] {
			t.Errorf("problem %d is at %d:%d, want %v", i, got[i].Line, got[i].Col, want)
		}
	}
	if got[0].Text != "title = 5" || got[2].Text != "" {
		t.Errorf("texts %q and %q", got[0].Text, got[2].Text)
	}
}

func TestBodyLine(t *testing.T) {
	for text, want := range map[string]int{"+++\na = 1\n+++\nBody\n": 4, "\ufeff+++\r\n\r\na = 1\r\n+++\r\nBody": 5, "no fence": 1} {
		if got := folderWith("A.md", text).BodyLine("A.md"); got != want {
			t.Errorf("BodyLine(%q) = %d, want %d", text, got, want)
		}
	}
	if got := folderWith("A.md", "").BodyLine("B.md"); got != 1 {
		t.Errorf("BodyLine of no file = %d", got)
	}
}

func TestRegionHoldsWhatTheFileSays(t *testing.T) {
	r, faults := folderWith("A.md", "+++\ncode = \"BE2\"\nreviewed = 2026-11-21\n[figures]\nshare65 = [{ value = 20.20 }, { value = \"Strong\" }]\n[memberships]\nerrin = \"yes\"\ncebr = { status = \"part\", part = \"x\" }\n[gaps]\ntopics = 2\n+++\r\nBody\r\n").Region("A.md")
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if r.File != "A.md" || r.Code != "BE2" || r.Body != "Body\n" || r.Reviewed != (region.Date{Year: 2026, Month: 11, Day: 21}) ||
		r.Figures["share65"][0].Value != (region.Value{Number: 20.2, Given: true}) || r.Figures["share65"][1].Value.Word != "Strong" ||
		r.Memberships["errin"].Status != "yes" || r.Memberships["cebr"].Part != "x" || r.Gaps["topics"].Lost != 2 {
		t.Errorf("got %+v", r)
	}
}
