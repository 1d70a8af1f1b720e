package generator_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// The list of dependencies in the package comment, go.mod and the doors say
// the same.
func TestDependencies(t *testing.T) {
	comment := packageComment(t)
	listed := map[string]string{}
	for _, m := range regexp.MustCompile(`(?m)^\t(\S+\.\S+/\S+) +(\S+)( tests)? {2,}\S`).FindAllStringSubmatch(comment, -1) {
		listed[m[1]] = m[2]
	}
	required := directRequires(t)
	for _, module := range required {
		if listed[module] == "" {
			t.Errorf("go.mod requires %s, which the comment of package generator does not list", module)
		}
	}
	for module, room := range listed {
		if !slices.Contains(required, module) {
			t.Errorf("the comment of package generator lists %s, which go.mod does not require", module)
		}
		if !slices.Contains(doors[module], "generator/"+room) && testOnly[module] != room {
			t.Errorf("the comment of package generator gives %s the door %s, the table of doors %q", module, room, doors[module])
		}
	}
}

func packageComment(t *testing.T) string {
	t.Helper()
	tree, err := parser.ParseFile(token.NewFileSet(), "generator.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	return tree.Doc.Text()
}

func directRequires(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	var modules []string
	for line := range strings.Lines(string(data)) {
		fields := strings.FieldsFunc(strings.TrimPrefix(line, "require "), unicode.IsSpace)
		if len(fields) >= 2 && strings.HasPrefix(fields[1], "v") && !strings.Contains(line, "// indirect") {
			modules = append(modules, fields[0])
		}
	}
	if len(modules) == 0 {
		t.Fatal("go.mod requires nothing?")
	}
	return modules
}

// Tests may reach wider than the house, but not to modules of their own liking.
func TestTestDependencies(t *testing.T) {
	root := os.DirFS("..")
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() && outside(root, name) {
			return errOr(err, fs.SkipDir)
		}
		if !strings.HasSuffix(name, "_test.go") {
			return nil
		}
		data, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		tree, err := parser.ParseFile(token.NewFileSet(), name, data, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range tree.Imports {
			checkTestImport(t, name, strings.Trim(spec.Path.Value, `"`))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func errOr(err, other error) error {
	if err != nil {
		return err
	}
	return other
}

func checkTestImport(t *testing.T, name, imported string) {
	if !strings.Contains(strings.SplitN(imported, "/", 2)[0], ".") {
		return
	}
	for module, rooms := range doors {
		if strings.HasPrefix(imported, module) && slices.Contains(rooms, path.Dir(name)) {
			return
		}
	}
	for module, room := range testOnly {
		if strings.HasPrefix(imported, module) && room == path.Dir(name) {
			return
		}
	}
	t.Errorf("%s imports %s, which has no door there", name, imported)
}
