package generator_test

import (
	"go/parser"
	"go/token"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// The list of dependencies in the package comment, go.mod and the doors say
// the same. The list names a module, or those of its packages that are used.
func TestDependencies(t *testing.T) {
	listed := map[string]string{}
	line := regexp.MustCompile(`(?m)^\t(\S+\.\S+/\S+) +(\S+)( tests)? {2,}\S`)
	for _, m := range line.FindAllStringSubmatch(packageComment(t), -1) {
		listed[m[1]] = m[2]
	}
	required := directRequires(t)
	for _, module := range required {
		if !slices.ContainsFunc(sortedKeys(listed), func(name string) bool { return within(name, module) }) {
			t.Errorf("go.mod requires %s, which the comment of package generator does not list", module)
		}
	}
	for name, room := range listed {
		if !slices.ContainsFunc(required, func(module string) bool { return within(name, module) }) {
			t.Errorf("the comment of package generator lists %s, which go.mod does not require", name)
		}
		if !slices.Contains(doors[name], "generator/"+room) && !slices.Contains(doors[name], room) && !slices.Contains(testOnly[name], room) {
			t.Errorf("the comment of package generator gives %s the door %s, the table of doors %q", name, room, doors[name])
		}
	}
}

// within holds for a package of a module, and for the module itself.
func within(name, module string) bool {
	return name == module || strings.HasPrefix(name, module+"/")
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
	tests := sourcesWhere(t, os.DirFS(".."), func(name string) bool { return strings.HasSuffix(name, "_test.go") })
	for name, text := range tests {
		tree, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range tree.Imports {
			checkTestImport(t, name, strings.Trim(spec.Path.Value, `"`))
		}
	}
}

func checkTestImport(t *testing.T, name, imported string) {
	if !strings.Contains(strings.SplitN(imported, "/", 2)[0], ".") {
		return
	}
	for module, rooms := range doors {
		if within(imported, module) && slices.Contains(rooms, path.Dir(name)) {
			return
		}
	}
	for module, rooms := range testOnly {
		if within(imported, module) && slices.Contains(rooms, path.Dir(name)) {
			return
		}
	}
	t.Errorf("%s imports %s, which has no door there", name, imported)
}
