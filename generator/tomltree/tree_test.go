package tomltree

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"regional-atlas/generator/problem"
)

// awkward are texts that every test of this room goes through: of TOML at its
// edges, and of what is not TOML.
var awkward = []string{
	"", "\ufeffa = 1", "\n \n", "a.b = 1\r\n",
	"# a\n\n# b\n[x] # c\n# d\n\n# e\ny = [ # f\n# g\n1 # h\n, # i\n# j\n] # k\n# l\n\n# m\n",
	"a = [ { b = 1, c.d = [ [ 1 ], [] ] }, {} ] # ]\n[e.\"f.g\"]\nh = '''\n[x]'''\n[[i]]\n" +
		"[[i.j]]\nk = 1979-05-27 07:32:00Z\n[i.j.l]\n",
	"\"\" = 1\n'\"' = 2\n\"\\u00e9\\x41\\e\" = 3\n",
	"a = \"\"\"\\\"\"\"\\\"\n\"\"\"\"\nb = ''''x'''''\n", "a = {\n b = 1, # }\n}\n",
	"a = “x”\n", "a = [1]\na = [2, 3]\n", "a.b = 1\na = 2\n", "\ta\t=\t1_000e+2\n",
	"a = +inf\nb = -nan\n", "[a]\n[a.b.c]\n[a.b]\n", "[[a.b]]\n[a]\nb.c = 1\n",
	"a", "a =", "= 1", "a b = 1", "a. = 1", ".a = 1", "a = 1 2 # c", "a = [1, 2",
	"a = [1 2]\nb = 3", "a = [,1]", "a = [1 } ]\nb = 2\n", "a = {b c = 1}", "a = {b = 1 ] }",
	"a = { , }", "[", "[]", "[[a]", "[a]]", "[[[a]]]", "[a\nb = 1", "[a] b # c\nd = 1", "[ a . ]",
	"]\n}\n,\na = 1", "a = \"b\nc = 'd\ne = 2", "a = '''b\nc = 2", "a = \"\\", "a = \"\\\n\"",
	"\"a = 1", "a\xff = \"\xe9\"\n", "a = \"b\"c\"", "[[a]]\n[[a]]\n[a]\nb = 1\n",
	strings.Repeat("[", 30) + strings.Repeat("]", 30),
	"a = " + strings.Repeat("{a=", 30), strings.Repeat("a.", 30) + "a = 1",
}

func TestNoByteIsLost(t *testing.T) {
	for _, text := range awkward {
		holds(t, text)
		holds(t, strings.ReplaceAll(text, "\n", "\r\n"))
		for cut := range len(text) {
			holds(t, text[cut:])
			holds(t, text[:cut])
		}
	}
	for _, name := range []string{"BE2.md", "BE1.md", "atlas.toml"} {
		text, err := os.ReadFile("../testdata/rich/" + name)
		if err != nil {
			t.Fatal(err)
		}
		_, front, isRegion := strings.Cut(string(text), "+++\n")
		if !isRegion {
			front = string(text)
		}
		front, _, _ = strings.Cut(front, "+++\n")
		if tree := holds(t, front); !tree.IsWhole() || len(tree.Twice) > 0 {
			t.Errorf("%s is not whole", name)
		}
	}
}

// TestReaderReadsAgain holds a tree in memory that other texts have used against one in
// memory of its own, a text too large to keep the memory of among them.
func TestReaderReadsAgain(t *testing.T) {
	reader := &Reader{}
	large := []string{strings.Repeat("a = [{ b = 1 }]\n[[c]]\n", 5_000), "a = [" + strings.Repeat("1,", 9_000) + "]"}
	for _, text := range slices.Concat(awkward, large, awkward) {
		got, want := reader.Read(text), Read(text)
		if got, want := whole(got), whole(want); got != want {
			t.Errorf("%.60q is read again as\n%.300s\nwant\n%.300s", text, got, want)
		}
	}
	if n := reader.memory.values.count(); n > 9_000 {
		t.Errorf("room for %d values is kept", n)
	}
}

// whole writes out what a tree says.
func whole(tree *Tree) string {
	lines := []string{fmt.Sprint(leavesOf(tree), tree.Twice, tree.Refusal, tree.IsWhole())}
	for _, n := range tree.fields {
		for ; n != nil; n = n.Parent {
			kind := Kind(-1)
			if n.Value != nil {
				kind = n.Value.Kind
			}
			lines = append(lines, fmt.Sprint(n.Key(), n.Place, kind, n.entries, len(n.items)))
		}
	}
	slices.Sort(lines)
	return strings.Join(slices.Compact(lines), "\n")
}

// FuzzRead promises of any text that no byte is lost and that all places lie in
// the text; and of a whole one that every key that is written is found. In a text
// that is not TOML a key may be that of a field and of an entry at once.
func FuzzRead(f *testing.F) {
	for _, text := range awkward {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tree := holds(t, text)
		for _, table := range tree.Tables {
			found(t, tree, table.Node)
			for _, p := range table.Pairs {
				found(t, tree, p.Node)
			}
		}
	})
}

func found(t *testing.T, tree *Tree, n *Node) {
	t.Helper()
	for ; n != tree.Top; n = n.Parent {
		again, exact := tree.Find(n.Key())
		if isFound := exact && again.Key() == n.Key(); tree.IsWhole() && !isFound {
			t.Fatalf("%q is not found in %q", n.Key(), tree.Text)
		}
		for _, s := range []Span{n.Place.Name, n.Place.Value} {
			if s.Start < 0 || s.End < s.Start || s.End > len(tree.Text) {
				t.Fatalf("%q stands at %v of %d bytes", n.Key(), s, len(tree.Text))
			}
			if line, col, width := tree.Place(s); line < 1 || col < 1 || width < 1 {
				t.Fatalf("%q stands at %d:%d, %d wide", n.Key(), line, col, width)
			}
		}
	}
}

// TestEveryKeyHasItsPlace shows the places of all keys of a text.
func TestEveryKeyHasItsPlace(t *testing.T) {
	tree := Read("a = [ 1, { b.c = 'x' } ] # one\n\n[[d]]\n\"e f\" = 2\n[[d]]\n[d.g]\n" +
		"h = \"\"\"\n\"\"\"\n")
	for key, want := range map[problem.Key]string{
		"/a":         "1:1 a, 1:5+20 [ 1, { b.c = 'x' } ]",
		"/a/0":       "1:7 1, 1:7+1 1",
		"/a/1":       "1:10 { b.c = 'x' }, 1:10+13 { b.c = 'x' }",
		"/a/1/b":     "1:12 b, 1:12+1 b",
		"/a/1/b/c":   "1:14 c, 1:18+3 'x'",
		"/d":         "3:3 d, 3:1+5 [[d]]",
		"/d/0":       "3:3 d, 3:1+5 [[d]]",
		"/d/0/e f":   "4:1 \"e f\", 4:9+1 2",
		"/d/1":       "5:3 d, 5:1+5 [[d]]",
		"/d/1/g":     "6:4 g, 6:1+5 [d.g]",
		"/d/1/g/h":   "7:1 h, 7:5+3 \"\"\"\n\"\"\"",
		"/d/1/g/i":   "6:4 g, 6:1+5 [d.g] above",
		"/d/2":       "3:3 d, 3:1+5 [[d]] above",
		"/d/00":      "3:3 d, 3:1+5 [[d]] above",
		"/a/1/b/c/d": "1:14 c, 1:18+3 'x' above",
	} {
		n, exact := tree.Find(key)
		line, col := tree.Position(n.Place.Name.Start)
		got := fmt.Sprintf("%d:%d %s, ", line, col, tree.Raw(n.Place.Name))
		line, col, width := tree.Place(n.Place.Value)
		got += fmt.Sprintf("%d:%d+%d %s", line, col, width, tree.Raw(n.Place.Value))
		if !exact {
			got += " above"
		}
		if got != want {
			t.Errorf("%s:\n got %s\nwant %s", key, got, want)
		}
	}
	if n, exact := tree.Find("/z"); exact || n != tree.Top {
		t.Errorf("a key that is not there was found: %v", n)
	}
}

// TestCommentsBelongToSomething holds which statement takes which comment along.
func TestCommentsBelongToSomething(t *testing.T) {
	tree := Read("# top\n\n# above\na = 1 # behind\n# below\n\n# above b\n[b] # behind b\n" +
		"c = [ # open\n # over\n 2 # two\n , # comma\n # end\n]\n\n# tail\n")
	raw := func(groups []Group) string {
		var all []string
		for _, g := range groups {
			for _, line := range g.Lines {
				all = append(all, tree.Raw(line))
			}
		}
		return strings.Join(all, "|")
	}
	a, b, list := tree.Tables[0].Pairs[0], tree.Tables[1], tree.Tables[1].Pairs[0].Value
	two := list.Elems[0]
	for name, c := range map[string][2]string{
		"head": {raw(tree.Head), "# top"}, "tail": {raw(tree.Tail), "# tail"},
		"above a": {raw(a.Above), "# above"}, "below a": {raw(a.Below), "# below"},
		"behind a": {tree.Raw(a.Note), "# behind"},
		"above b":  {raw(b.Above), "# above b"}, "behind b": {tree.Raw(b.Note), "# behind b"},
		"open":      {tree.Raw(list.Open), "# open"},
		"above two": {raw(two.Above), "# over"}, "below two": {raw(two.Below), "# comma"},
		"behind two": {tree.Raw(two.Note), "# two"},
		"end":        {raw([]Group{{Lines: list.Tail}}), "# end"},
	} {
		if c[0] != c[1] {
			t.Errorf("%s: %q, want %q", name, c[0], c[1])
		}
	}
	if !b.Blank || a.Blank || !list.Lines || two.Comma < 0 {
		t.Errorf("blank %v %v, lines %v, comma %d", a.Blank, b.Blank, list.Lines, two.Comma)
	}
}

func TestATextBeyondTheBoundsIsRefused(t *testing.T) {
	deep := func(n int) string { return "a = " + strings.Repeat("[", n) + strings.Repeat("]", n) }
	list := func(n int) string { return "a = [" + strings.Repeat("1,", n) + "]" }
	long := strings.Repeat("n", 1<<19)
	for name, c := range map[string]struct {
		within, beyond string
		why            Bound
	}{
		"lists":      {deep(24), deep(25), Depth},
		"names":      {strings.Repeat("a.", 23) + "a = 1", strings.Repeat("a.", 24) + "a = 1", Depth},
		"entries":    {list(50_000), list(50_001), Entries},
		"statements": {strings.Repeat("a = 1\n", 30_000), strings.Repeat("[a]\n", 30_001), Statements},
		"long names": {long + " = 1", "[" + long + "]\n" + strings.Repeat("a = 1\n", 32), Names},
	} {
		if tree := holds(t, c.within); tree.Refusal != nil {
			t.Errorf("%s: refused at %+v", name, *tree.Refusal)
		}
		tree := holds(t, c.beyond)
		if tree.Refusal == nil || tree.Refusal.Why != c.why || tree.IsWhole() {
			t.Errorf("%s: %+v", name, tree.Refusal)
		}
	}
}

func TestReadValue(t *testing.T) {
	for text, alone := range map[string]bool{
		"1": true, "[1, 2]": true, "{ a = 1 }": true, "'x'": true, "": false, "1 # c": false,
		"1\nb = 2": false, " 1": false, "[1": false, "\"x": false, "1, 2": false,
	} {
		if v, got := ReadValue(text, "/k"); got != alone || alone && v.Node.Key() != "/k" {
			t.Errorf("%q alone: %v", text, got)
		}
	}
	v, _ := ReadValue("{ b = 1, a = 2 }", "/k/0")
	if got := v.Elems[1].Key(); got != "/k/0/a" {
		t.Errorf("the key of a field is %s", got)
	}
}

// TestLinesCountCharacters compares with counting from the start.
func TestLinesCountCharacters(t *testing.T) {
	text := strings.Repeat("é\n日本🎉 a\n\n", 60) +
		strings.Repeat("ü", 400) + "\r\n" + strings.Repeat("x", 300)
	lines := newLines(text)
	for at := range text {
		before := text[:at]
		start := strings.LastIndexByte(before, '\n') + 1
		line, col := lines.Position(at)
		if wanted := utf8.RuneCountInString(before[start:]) + 1; col != wanted ||
			line != strings.Count(before, "\n")+1 {
			t.Fatalf("byte %d is at %d:%d", at, line, col)
		}
	}
	if line, col := lines.Position(len(text) + 9); line != 182 || col != 301 {
		t.Errorf("the end is at %d:%d", line, col)
	}
	if _, _, width := lines.Place(Between(0, len(text))); width != 1 {
		t.Errorf("a span over lines is %d wide on its first", width)
	}
}

func BenchmarkRead(b *testing.B) {
	region, err := os.ReadFile("../testdata/rich/BE2.md")
	if err != nil {
		b.Fatal(err)
	}
	small := strings.Repeat(string(region[4:]), 2)[:20_000]
	for name, text := range map[string]string{
		"20 kB":             small,
		"1 MiB of keys":     strings.Repeat("key = \"a text of some words\" # c\n", 32_000)[:1<<20],
		"1 MiB of comments": strings.Repeat("#\n", 1<<19),
		"1 MiB of tables":   strings.Repeat("[[organisations]]\nname = 'a text of words'\n", 25_000),
		"1 MiB of a list":   "a = [" + strings.Repeat("\"word of some\",\n   ", 49_999) + "]",
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if tree := Read(text); tree.Refusal != nil {
					b.Fatal(*tree.Refusal)
				}
			}
		})
	}
}
