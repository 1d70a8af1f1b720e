package source

import (
	"os"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/tomltree"
)

// awkward are texts that run through every fuzz test of this room.
var awkward = []string{
	"", "+++\n+++\n", "+++\ncode = \"BE2\"\n+++\nText\n", "\ufeff+++\r\na.b = 1\r\n+++\r\n",
	"a = [ { b = 1, c.d = [ [ 1 ], [] ] }, {} ] # ]\n[e.\"f.g\"]\nh = '''\n[x]'''\n[[i]]\n[[i.j]]\nk = 1979-05-27 07:32:00Z\n[i.j.l]\n",
	"\"\" = 1\n'\"' = 2\n\"\\u00e9\\x41\\e\" = 3\n", "a = \"\"\"\\\"\"\"\\\"\n\"\"\"\"\nb = ''''x'''''\n", "a = {\n b = 1, # }\n}\n",
	"x = 6,596,233\n", "a = “x”\n", "a = [1]\na = [2]\n", "a.b = 1\na = 2\n", "\ta\t=\t1_000e+2\n", "a = +inf\nb = -nan\n", "[a]\n[a.b.c]\n[a.b]\n", "[[a.b]]\n[a]\nb.c = 1\n", "+++\na = \"\xe9\x00\"\n+++",
	"+++\n[[organisations]]\n[[organisations]]\nnmae = 1\n+++\n",
}

// FuzzRegion promises that any bytes end in a region or in faults that can be
// shown: on a line of the file, at a column inside it or just behind.
func FuzzRegion(f *testing.F) {
	for _, text := range awkward {
		f.Add([]byte(text))
		f.Add([]byte("+++\n" + text + "\n+++\n"))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		folder := folderWith("A.md", string(data))
		_, faults := folder.Region("A.md")
		lines := strings.Split(legible(strings.ReplaceAll(strings.TrimPrefix(string(data), "\ufeff"), "\r\n", "\n")), "\n")
		for _, p := range folder.Place(faults) {
			if p.Line < 1 || p.Line > len(lines) {
				t.Fatalf("line %d of %d: %+v", p.Line, len(lines), p)
			}
			if width := utf8.RuneCountInString(lines[p.Line-1]); p.Col < 1 || p.Col > width+1 || p.Width < 1 || p.Col+p.Width > width+2 {
				t.Fatalf("columns %d+%d of %d: %+v", p.Col, p.Width, width, p)
			}
			if p.What == "" || p.Remedy == "" || p.Code == "" || !utf8.ValidString(p.What) {
				t.Fatalf("a fault without words: %+v", p)
			}
		}
	})
}

// FuzzIndex promises a place for every key of every text that the parser takes.
func FuzzIndex(f *testing.F) {
	for _, text := range awkward {
		f.Add(text)
	}
	for _, name := range []string{"BE2.md", "BE1.md"} {
		text, err := os.ReadFile("../testdata/rich/" + name)
		if err != nil {
			f.Fatal(err)
		}
		front, _, _ := split(name, string(text))
		f.Add(front.toml)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text, fault := plain("A.md", text)
		x := newIndex(text)
		if fault != nil || x.Refusal != nil {
			return // refused before the parser runs
		}
		m := mend("A.md", front{toml: text, line: 1}, newIndex(text), reflect.TypeFor[region.Region](), false)
		everyKey(m.raw, "", func(key problem.Key) {
			if _, found := m.index.Find(key); !found {
				t.Fatalf("no place for %q in the mended %q", key, text)
			}
		})
		raw := map[string]any{}
		if _, err := toml.Decode(text, &raw); err == nil {
			if !x.IsWhole() {
				t.Fatalf("the parser takes %q, and its tree is not whole", text)
			}
			everyKey(raw, "", func(key problem.Key) {
				n, found := x.Find(key)
				if !found {
					t.Fatalf("no place for %q in %q", key, text)
				}
				for _, at := range []tomltree.Span{n.Place.Name, n.Place.Value} {
					if at.Start < 0 || at.End < at.Start || at.End > len(text) {
						t.Fatalf("%q stands at %v of %d bytes", key, at, len(text))
					}
				}
			})
		}
	})
}

// everyKey visits the keys of all values below raw.
func everyKey(raw any, key problem.Key, visit func(problem.Key)) {
	switch raw := raw.(type) {
	case map[string]any:
		for name, value := range raw {
			visit(key.Field(name))
			everyKey(value, key.Field(name), visit)
		}
	case []any:
		for i, item := range raw {
			visit(key.Item(i))
			everyKey(item, key.Item(i), visit)
		}
	case []map[string]any:
		for i, item := range raw {
			visit(key.Item(i))
			everyKey(item, key.Item(i), visit)
		}
	}
}

// TestEveryKeyHasAPlace also holds what the place shows: the text of a
// value at its place parses to the same value.
func TestEveryKeyHasAPlace(t *testing.T) {
	folder := Open(os.DirFS("../testdata/rich"))
	names, err := folder.List()
	if err != nil || len(names) < 2 {
		t.Fatalf("%d files, %v", len(names), err)
	}
	seen := 0
	for _, name := range append(names, EditionFile) {
		text, fault := folder.text(name)
		if fault != nil {
			t.Fatal(fault)
		}
		if name != EditionFile {
			front, _, fault := split(name, text)
			if fault != nil {
				t.Fatal(fault)
			}
			text = front.toml
		}
		raw := map[string]any{}
		if _, err := toml.Decode(text, &raw); err != nil {
			t.Fatal(err)
		}
		x := newIndex(text)
		if len(x.Twice) > 0 || !x.IsWhole() {
			t.Errorf("%s: twice %v, refused %v", name, x.Twice, x.Refusal)
		}
		everyKey(raw, "", func(key problem.Key) {
			seen++
			n, found := x.Find(key)
			if !found {
				t.Errorf("%s: no place for %s", name, key)
				return
			}
			shows(t, name, raw, key, x.Raw(n.Place.Value))
		})
	}
	if seen < 2000 {
		t.Errorf("only %d keys seen", seen)
	}
}

func shows(t *testing.T, file string, raw map[string]any, key problem.Key, written string) {
	t.Helper()
	want, isText := at(raw, key).(string)
	if !isText {
		return
	}
	var got struct{ V string }
	if _, err := toml.Decode("V = "+written, &got); err != nil || got.V != want {
		t.Errorf("%s: at %s stands %.40q, want %.40q", file, key, written, want)
	}
}

// at follows a key into a decoded text.
func at(raw any, key problem.Key) any {
	for _, step := range strings.Split(string(key), "/")[1:] {
		name := strings.NewReplacer("~1", "/", "~0", "~").Replace(step)
		switch value := raw.(type) {
		case map[string]any:
			raw = value[name]
		case []any:
			raw = value[number(name)]
		case []map[string]any:
			raw = value[number(name)]
		}
	}
	return raw
}

func number(digits string) int {
	n := 0
	for _, r := range digits {
		n = n*10 + int(r-'0')
	}
	return n
}
