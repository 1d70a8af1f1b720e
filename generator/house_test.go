package generator_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "regional-atlas"

// floor is how high a room lies: it may enter rooms on lower floors only. A
// room that is not here does not belong to the house yet.
var floor = map[string]int{
	"cmd/atlas":             11,
	"generator/preview":     10,
	"generator":             9,
	"generator/intake":      8,
	"generator/page":        7,
	"generator/socialcard":  7,
	"generator/finder":      7,
	"generator/search":      7,
	"generator/export":      7,
	"generator/carto":       6,
	"generator/changes":     6,
	"generator/phrase":      5,
	"generator/match":       5,
	"generator/dataset":     5,
	"generator/format":      5,
	"generator/profile":     4,
	"generator/render":      4,
	"generator/source":      4,
	"generator/proofreader": 3,
	"generator/output":      3,
	"generator/boundaries":  3,
	"generator/reference":   3,
	"generator/atlas":       3,
	"generator/region":      2,
	"generator/tomltree":    2,
	"generator/problem":     1,
	"generator/words":       1,
	"generator/prose":       1,
	"generator/geometry":    1,
	"generator/sheet":       1,
	"generator/picture":     2,
	"generator/photo":       1,
	"generator/publish":     1,
	"generator/archive":     1,
	"generator/europe":      1,
	"generator/linkcheck":   1,
	"generator/fold":        0,
	"generator/layout":      0,
	"generator/slip":        0,
	"generator/minify":      0,
	"generator/nuts":        0,
	"generator/palette":     0,
	"generator/parallel":    0,
	"layouts":               0,
	"assets":                0,
}

// doors lists who alone may import a package; the name of a module, or of a
// folder in one, stands for every package below it.
var doors = map[string][]string{
	"github.com/BurntSushi/toml":           {"generator/source"},
	"github.com/yuin/goldmark":             {"generator/prose"},
	"github.com/tdewolff/minify/v2":        {"generator/minify"},
	"github.com/gofrs/flock":               {"generator/publish"},
	"github.com/rogpeppe/go-internal/diff": {"generator/format"},
	"github.com/go-fonts/liberation":       {"generator/picture"},
	"github.com/xuri/excelize/v2":          {"generator/export"},
	"github.com/klauspost/compress":        {"generator/archive"},
	"golang.org/x/sys":                     {"generator/publish"},
	"golang.org/x/image":                   {"generator/picture"},
	"golang.org/x/text/unicode/norm":       {"generator/fold"},
	"golang.org/x/text/feature/plural":     {"generator/words"},
	"golang.org/x/text/language":           {"generator/words"},
	"golang.org/x/text/width":              {"cmd/atlas"},
	"html/template":                        {"generator/render", "generator/layout"},
	"os":                                   {"cmd/atlas", "generator/publish"},
	"syscall":                              {"cmd/atlas", "generator/publish"},
	"embed":                                {"layouts", "assets", "generator/words", "cmd/atlas"},
	module + "/layouts":                    {"cmd/atlas"},
	module + "/assets":                     {"cmd/atlas"},
	"flag":                                 {"cmd/atlas"},
	"net/http":                             {"generator/preview"},
	"os/exec":                              {"cmd/atlas"},
	"text/template":                        {},
	"text/template/parse":                  {"generator/layout"},
	"math/rand":                            {},
	"unsafe":                               {},
	"log":                                  {},
	"C":                                    {},
}

// testOnly is what tests may import beyond the doors.
var testOnly = map[string][]string{
	"github.com/rogpeppe/go-internal/testscript": {"cmd/atlas"},
	"github.com/santhosh-tekuri/jsonschema/v6":   {"generator/reference", "generator"},
	"github.com/xuri/excelize/v2":                {"generator"}, // reads back what export wrote
}

// The clock, by the functions of package time that read it.
var clock = []string{"Now", "Since", "Until", "After", "AfterFunc", "Tick", "NewTicker", "NewTimer", "Sleep"}

const (
	clockRooms    = "cmd/"
	longestFile   = 500
	longestMethod = 60
	// schemaRoom takes the tags of the schema apart; all others walk its fields.
	schemaRoom = "generator/region"
)

var vague = []string{"util", "utils", "common", "helper", "helpers", "manager", "misc"}

func TestHouse(t *testing.T) {
	t.Parallel()
	sources := goFiles(t, os.DirFS(".."))
	for room := range floor {
		if !slices.ContainsFunc(files(sources), func(name string) bool { return path.Dir(name) == room }) {
			t.Errorf("the table of floors has a room %s that does not exist", room)
		}
	}
	for _, breach := range breaches(sources) {
		t.Error(breach)
	}
}

// homes are the folders that code lies in. The others belong to editors and
// visitors: these tests do not even look at them, and so need not run again when
// a fact has changed.
var homes = []string{"cmd", "generator", "layouts", "assets"}

// goFiles are the sources of the house by their names, without the tests.
func goFiles(t *testing.T, root fs.FS) map[string]string {
	t.Helper()
	return sourcesWhere(t, root, func(name string) bool { return !strings.HasSuffix(name, "_test.go") })
}

func sourcesWhere(t *testing.T, root fs.FS, wanted func(name string) bool) map[string]string {
	t.Helper()
	sources := map[string]string{}
	visit := func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (outside(root, name) || entry.Name() == "testdata"):
			return fs.SkipDir
		case path.Ext(name) != ".go" || !wanted(name):
			return nil
		}
		data, err := fs.ReadFile(root, name)
		sources[name] = string(data)
		return err
	}
	for _, home := range homes {
		if err := fs.WalkDir(root, home, visit); err != nil {
			t.Fatal(err)
		}
	}
	if len(sources) == 0 {
		t.Fatal("there are no sources")
	}
	return sources
}

// outside holds for a folder that is no part of the house: what the system
// hides, and a module of its own.
func outside(root fs.FS, folder string) bool {
	_, err := fs.Stat(root, path.Join(folder, "go.mod"))
	return err == nil || strings.HasPrefix(path.Base(folder), ".")
}

// breaches tells every rule of the house that the sources, by their names,
// break: one sentence each, in the order of files.
func breaches(sources map[string]string) []string {
	h := &house{rooms: map[string][]*parsed{}}
	for _, name := range files(sources) {
		h.file(name, sources[name])
	}
	for _, room := range sortedKeys(h.rooms) {
		h.variables(room)
	}
	h.walls(sources)
	return h.found
}

func files(sources map[string]string) []string { return sortedKeys(sources) }

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

type parsed struct {
	name string
	*ast.File
}

type house struct {
	found []string
	rooms map[string][]*parsed
	set   *token.FileSet
}

func (h *house) breach(name, format string, args ...any) {
	h.found = append(h.found, name+": "+fmt.Sprintf(format, args...))
}

func (h *house) file(name, text string) {
	room := path.Dir(name)
	if h.set == nil {
		h.set = token.NewFileSet()
	}
	tree, err := parser.ParseFile(h.set, name, text, parser.ParseComments)
	if err != nil {
		h.breach(name, "is not Go: %v", err)
		return
	}
	if _, known := floor[room]; !known {
		h.breach(name, "the room %s is not in the table of floors", room)
	}
	h.rooms[room] = append(h.rooms[room], &parsed{name, tree})
	if lines := strings.Count(text, "\n"); lines > longestFile {
		h.breach(name, "has %d lines; a file has at most %d", lines, longestFile)
	}
	for _, part := range strings.Split(strings.TrimSuffix(name, ".go"), "/") {
		h.vague(name, "file or folder", part)
	}
	h.imports(name, room, tree)
	h.declarations(name, room, tree)
}

func (h *house) imports(name, room string, tree *ast.File) {
	for _, spec := range tree.Imports {
		imported, _ := strconv.Unquote(spec.Path.Value)
		if ours, yes := strings.CutPrefix(imported, module+"/"); yes {
			_, known := floor[room]
			switch {
			case !known: // said already
			case floor[room] == 0:
				h.breach(name, "the ground room %s must not import %s: it enters nothing of ours", room, imported)
			case floor[ours] >= floor[room]:
				h.breach(name, "the room %s (floor %d) must not import %s (floor %d): arrows go down only", room, floor[room], imported, floor[ours])
			}
		}
		h.door(name, room, imported)
	}
}

func (h *house) door(name, room, imported string) {
	for _, owned := range slices.Backward(sortedKeys(doors)) { // a package before the folder that it lies in
		if imported != owned && (!strings.HasPrefix(imported, owned+"/") || owned == "os") {
			continue
		}
		if !slices.Contains(doors[owned], room) {
			h.breach(name, "the room %s must not import %s: %s", room, imported, doorWords(owned))
		}
		return
	}
	if strings.Contains(strings.SplitN(imported, "/", 2)[0], ".") {
		h.breach(name, "the room %s must not import %s: it has no door in the house", room, imported)
	}
}

func doorWords(owned string) string {
	if len(doors[owned]) == 0 {
		return "no room may"
	}
	return "its door is " + strings.Join(doors[owned], " and ")
}

func (h *house) declarations(name, room string, tree *ast.File) {
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Recv == nil && n.Name.Name == "init" {
				h.breach(name, "has an init function; what a program needs is made where it is used")
			}
			if lines := h.set.Position(n.End()).Line - h.set.Position(n.Pos()).Line + 1; lines > longestMethod {
				h.breach(name, "the function %s has %d lines; a function has at most %d", n.Name.Name, lines, longestMethod)
			}
			h.vague(name, "function", n.Name.Name)
		case *ast.TypeSpec:
			h.vague(name, "type", n.Name.Name)
		case *ast.SelectorExpr:
			if pkg, ok := n.X.(*ast.Ident); ok && !strings.HasPrefix(room, clockRooms) && pkg.Obj == nil && pkg.Name == importedAs(tree, "time") && slices.Contains(clock, n.Sel.Name) {
				h.breach(name, "the room %s must not use time.%s: only cmd reads the clock, and passes it on as a value", room, n.Sel.Name)
			}
			if room != schemaRoom && n.Sel.Name == "Tag" && importedAs(tree, "reflect") != "" {
				h.breach(name, "the room %s must not take tags apart: the fields of the schema are told by %s", room, schemaRoom)
			}
		}
		return true
	})
}

func importedAs(tree *ast.File, imported string) string {
	for _, spec := range tree.Imports {
		if spec.Path.Value == strconv.Quote(imported) {
			if spec.Name != nil {
				return spec.Name.Name
			}
			return path.Base(imported)
		}
	}
	return ""
}

var wordParts = regexp.MustCompile(`[A-Z]?[a-z]+|[A-Z]+`)

func (h *house) vague(name, what, identifier string) {
	for _, word := range wordParts.FindAllString(identifier, -1) {
		// "common" is a plain adjective inside a longer name, and an excuse as a whole one.
		if lower := strings.ToLower(word); slices.Contains(vague, lower) && (lower != "common" || len(word) == len(identifier)) {
			h.breach(name, "the %s %q is named %s, which says nothing: name it by its noun", what, identifier, lower)
		}
	}
}

// variables wants every package variable of a room to keep the value that it
// was declared with: no assignment, no counting, no address taken, here or from
// another room.
func (h *house) variables(room string) {
	declared := map[string]bool{}
	for _, f := range h.rooms[room] {
		for _, d := range f.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.VAR {
				for _, spec := range g.Specs {
					for _, id := range spec.(*ast.ValueSpec).Names {
						declared[id.Name] = id.Name != "_"
					}
				}
			}
		}
	}
	for _, f := range h.rooms[room] {
		ast.Inspect(f.File, func(n ast.Node) bool {
			for _, target := range written(n) {
				if id := root(target); id != nil && declared[id.Name] && isPackageLevel(f.File, id) {
					h.breach(f.name, "line %d changes the package variable %s: a room keeps no state", h.set.Position(id.Pos()).Line, id.Name)
				} else if pkg, ok := foreign(f.File, target); ok {
					h.breach(f.name, "line %d changes a variable of %s: a room keeps no state", h.set.Position(target.Pos()).Line, pkg)
				}
			}
			return true
		})
	}
}

// written lists what a statement or expression writes to, or could.
func written(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.AssignStmt:
		if n.Tok != token.DEFINE {
			return n.Lhs
		}
	case *ast.IncDecStmt:
		return []ast.Expr{n.X}
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			return []ast.Expr{n.X}
		}
	case *ast.RangeStmt:
		if n.Tok == token.ASSIGN {
			return []ast.Expr{n.Key, n.Value}
		}
	case *ast.CallExpr:
		if id, ok := n.Fun.(*ast.Ident); ok && (id.Name == "clear" || id.Name == "delete") && len(n.Args) > 0 {
			return n.Args[:1]
		}
	}
	return nil
}

// root is the variable that an expression such as v.list[3] begins with.
func root(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x
		case *ast.SelectorExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		default:
			return nil
		}
	}
}

// isPackageLevel tells a package variable from a local one of the same name.
func isPackageLevel(tree *ast.File, id *ast.Ident) bool {
	if id.Obj == nil { // declared in another file of the package
		return true
	}
	spec, ok := id.Obj.Decl.(*ast.ValueSpec)
	return ok && slices.ContainsFunc(tree.Decls, func(d ast.Decl) bool {
		g, ok := d.(*ast.GenDecl)
		return ok && slices.Contains(g.Specs, ast.Spec(spec))
	})
}

func foreign(tree *ast.File, target ast.Expr) (pkg string, ok bool) {
	id := root(target)
	if id == nil || id == target || id.Obj != nil {
		return "", false
	}
	for _, spec := range tree.Imports {
		imported, _ := strconv.Unquote(spec.Path.Value)
		if importedAs(tree, imported) == id.Name {
			return imported, true
		}
	}
	return "", false
}
