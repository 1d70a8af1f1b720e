package generator_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// A test that cannot fail proves nothing: each made-up breach must be found,
// and said in words that name file, room and import.
func TestHouseFindsBreaches(t *testing.T) {
	long := strings.Repeat("// line\n", longestFile)
	for _, c := range []struct{ name, file, text, want string }{
		{"upwards", "generator/region/a.go", `import _ "regional-atlas/generator/page"`,
			"generator/region/a.go: the room generator/region (floor 2) must not import regional-atlas/generator/page (floor 7): arrows go down only"},
		{"same floor", "generator/reference/a.go", `import _ "regional-atlas/generator/atlas"`,
			"generator/reference/a.go: the room generator/reference (floor 3) must not import regional-atlas/generator/atlas (floor 3): arrows go down only"},
		{"ground", "generator/minify/a.go", `import _ "regional-atlas/generator/problem"`,
			"generator/minify/a.go: the ground room generator/minify must not import regional-atlas/generator/problem: it enters nothing of ours"},
		{"unknown room", "generator/attic/a.go", "",
			"generator/attic/a.go: the room generator/attic is not in the table of floors"},
		{"door of a module", "generator/region/a.go", `import _ "github.com/BurntSushi/toml"`,
			"generator/region/a.go: the room generator/region must not import github.com/BurntSushi/toml: its door is generator/source"},
		{"door of a package of a module", "generator/page/a.go", `import _ "github.com/yuin/goldmark/ast"`,
			"generator/page/a.go: the room generator/page must not import github.com/yuin/goldmark/ast: its door is generator/prose"},
		{"new module", "generator/page/a.go", `import _ "example.org/sugar"`,
			"generator/page/a.go: the room generator/page must not import example.org/sugar: it has no door in the house"},
		{"os", "generator/source/a.go", `import _ "os"`,
			"generator/source/a.go: the room generator/source must not import os: its door is cmd/atlas and generator/publish"},
		{"programs", "generator/publish/a.go", `import _ "os/exec"`,
			"generator/publish/a.go: the room generator/publish must not import os/exec: its door is cmd/atlas"},
		{"net/http", "generator/publish/a.go", `import _ "net/http"`,
			"generator/publish/a.go: the room generator/publish must not import net/http: its door is generator/preview"},
		{"chance", "generator/page/a.go", `import _ "math/rand/v2"`,
			"generator/page/a.go: the room generator/page must not import math/rand/v2: no room may"},
		{"templates", "generator/page/a.go", `import _ "html/template"`,
			"generator/page/a.go: the room generator/page must not import html/template: its door is generator/render and generator/layout"},
		{"layouts from below", "generator/render/a.go", `import _ "regional-atlas/layouts"`,
			"generator/render/a.go: the room generator/render must not import regional-atlas/layouts: its door is cmd/atlas"},
		{"clock", "generator/page/a.go", "import \"time\"\nfunc f() { _ = time.Now() }",
			"generator/page/a.go: the room generator/page must not use time.Now: only cmd reads the clock, and passes it on as a value"},
		{"clock as a value", "generator/atlas/a.go", "import t \"time\"\nfunc f() { g(t.Since) }",
			"generator/atlas/a.go: the room generator/atlas must not use time.Since: only cmd reads the clock, and passes it on as a value"},
		{"tags", "generator/format/a.go", "import \"reflect\"\nfunc f(s reflect.StructField) { g(s.Tag) }",
			"generator/format/a.go: the room generator/format must not take tags apart: the fields of the schema are told by generator/region"},
		{"init", "generator/page/a.go", "func init() {}",
			"generator/page/a.go: has an init function; what a program needs is made where it is used"},
		{"assigned", "generator/page/a.go", "var n int\nfunc f() { n = 2 }",
			"generator/page/a.go: line 3 changes the package variable n: a room keeps no state"},
		{"counted", "generator/page/a.go", "var n int\nfunc f() { n++ }",
			"generator/page/a.go: line 3 changes the package variable n: a room keeps no state"},
		{"filled", "generator/page/a.go", "var m = map[string]int{}\nfunc f() { m[\"a\"] = 2 }",
			"generator/page/a.go: line 3 changes the package variable m: a room keeps no state"},
		{"field", "generator/page/a.go", "var v struct{ a []int }\nfunc f() { v.a[0] = 2 }",
			"generator/page/a.go: line 3 changes the package variable v: a room keeps no state"},
		{"lent", "generator/page/a.go", "var n int\nfunc f() *int { return &n }",
			"generator/page/a.go: line 3 changes the package variable n: a room keeps no state"},
		{"emptied", "generator/page/a.go", "var m map[string]int\nfunc f() { delete(m, \"a\") }",
			"generator/page/a.go: line 3 changes the package variable m: a room keeps no state"},
		{"of another package", "generator/page/a.go", "import \"time\"\nfunc f() { time.Local = time.UTC }",
			"generator/page/a.go: line 3 changes a variable of time: a room keeps no state"},
		{"vague file", "generator/page/helpers.go", "",
			`generator/page/helpers.go: the file or folder "helpers" is named helpers, which says nothing: name it by its noun`},
		{"vague type", "generator/page/a.go", "type PageManager struct{}",
			`generator/page/a.go: the type "PageManager" is named manager, which says nothing: name it by its noun`},
		{"long file", "generator/page/a.go", long,
			fmt.Sprintf("generator/page/a.go: has %d lines; a file has at most %d", longestFile+2, longestFile)},
		{"long function", "generator/page/a.go", "func f() {\n" + strings.Repeat("\n", longestMethod) + "}",
			fmt.Sprintf("generator/page/a.go: the function f has %d lines; a function has at most %d", longestMethod+2, longestMethod)},
		{"too many methods", "generator/page/a.go", "type t struct{}\n" + methods(mostMethods+1),
			fmt.Sprintf("generator/page: the type t has %d methods; a type has at most %d", mostMethods+1, mostMethods)},
		{"shown to nobody", "generator/atlas/a.go", "func Unused() {}",
			"generator/atlas/a.go: exports Unused, which no other room uses"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := breaches(map[string]string{c.file: "package x\n" + c.text + "\n"})
			if !slices.Equal(got, []string{c.want}) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func methods(n int) string {
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, "func (t) m%d() {}\n", i)
	}
	return text.String()
}

// A room may be large where the table says why.
func TestHouseKeepsRoomsSmall(t *testing.T) {
	line := strings.Repeat("var _ = 1\n", longestFile-10)
	for room, want := range map[string]int{"generator/atlas": 1, "generator/intake": 0} {
		sources := map[string]string{}
		for i := range 1 + mostCode/(longestFile-10) {
			sources[fmt.Sprintf("%s/%c.go", room, 'a'+i)] = "package x\n" + line
		}
		if got := breaches(sources); len(got) != want {
			t.Errorf("%s: %q", room, got)
		}
	}
}

// What a room shows is used by its name, or in what it shows of a name that is
// used: a parameter, a field, a constant of a type.
func TestHouseFollowsNames(t *testing.T) {
	sources := map[string]string{
		"generator/atlas/a.go": `package atlas
type Part struct{}
type Kind int
const (
	One Kind = iota
	Two
)
type Whole struct{ Parts []Part }
func (w *Whole) Kind() Kind { return One }
func New() *Whole { return nil }
`,
		"generator/profile/a.go": "package profile\nimport \"regional-atlas/generator/atlas\"\nvar _ = atlas.New()\n",
	}
	if got := breaches(sources); len(got) > 0 {
		t.Errorf("%q", got)
	}
}

func TestHouseAllowsWhatIsRight(t *testing.T) {
	sources := map[string]string{
		"generator/page/a.go": `package page
import ("regional-atlas/generator/atlas"; "regional-atlas/generator/region"; "time"; "strings")
var names = strings.NewReplacer("a", "b")
type CommonGroup struct{}
func f(names []string) time.Month { names[0] = "shadowed"; names = nil; _ = atlas.New; _ = region.Check; return time.March }
func g() { var s struct{ names int }; s.names = 3; time := s; time.names++ }
`,
		"cmd/atlas/a.go": "package main\nimport (\"os\"; \"time\")\nvar _ = time.Now\nvar _ = os.Args\n",
	}
	if got := breaches(sources); len(got) > 0 {
		t.Errorf("%q", got)
	}
}

// A module inside the house is another house.
func TestHouseLeavesOutModules(t *testing.T) {
	root := fstest.MapFS{
		"go.mod":               {},
		"assets/a.css":         {},
		"layouts/a.html":       {},
		"generator/a.go":       {Data: []byte("package generator\n")},
		"cmd/other/go.mod":     {},
		"cmd/other/main.go":    {},
		"cmd/other/deep/a.go":  {},
		"generator/.b/a.go":    {},
		"generator/a/go.mod.b": {},
		"generator/a/b.go":     {},
		"regions/a.go":         {},
	}
	if got := files(goFiles(t, root)); !slices.Equal(got, []string{"generator/a.go", "generator/a/b.go"}) {
		t.Errorf("%q", got)
	}
}
