package generator_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

const guideFile = "../layouts/README.md"

// The guide for designers lists what each layout is given, as it is now.
func TestLayoutGuideIsCurrent(t *testing.T) {
	want := layoutGuide(t)
	if *update {
		must(t, os.WriteFile(guideFile, []byte(want), 0o644))
	}
	got, err := os.ReadFile(guideFile)
	if err != nil || string(got) != want {
		t.Errorf("layouts/README.md is not what layouts are given now (%v); run: go test ./generator -run LayoutGuide -update", err)
	}
}

const guideHead = `# Layouts

A layout is an HTML, SVG or other text file that places the words, numbers and drawings of one kind of page. It computes
nothing. A file at the root of this folder is the layout of the kind that its name says; those under ` + "`parts/`" + ` can be placed
by all: ` + "`{{template \"link\" .Country}}`" + `. The language is that of Go's
[html/template](https://pkg.go.dev/html/template), which escapes every word by where it stands. A layout here wins over
the one of the same name in the program.

Layouts may call, besides what html/template offers:

| Function | Places |
|---|---|
| ` + "`{{one \"part\" .X}}`" + ` | the part for one value, laid out once for all pages that hold the same value |
| ` + "`{{each \"part\" .List \", \"}}`" + ` | the part for every value of a list, with a text between them |
| ` + "`{{markup .Text}}`" + ` | a description that was read as Markdown, as safe HTML |
| ` + "`{{prose .About}}`" + ` | a text in Markdown, as safe HTML |
| ` + "`{{style .Style}}`, `{{hash .Style}}`" + ` | a style sheet inside a page, and its name in a content security policy |

Drawings (` + "`*.svg`" + `) name their colours as the style sheet does, ` + "`var(--paper)`" + `; the build puts the colour in its place.

This page is made from the program: what each layout may use, and what the types in the lists hold.

## What each layout is given

`

func layoutGuide(t *testing.T) string {
	t.Helper()
	comments := readComments(t)
	var out strings.Builder
	out.WriteString(guideHead)
	types := map[string]reflect.Type{}
	kinds := pageKinds(t)
	for _, layout := range sortedKeys(kinds) {
		kind := kinds[layout]
		file := layout
		if filepath.Ext(file) == "" {
			file += ".html"
		}
		fmt.Fprintf(&out, "### %s\n\n%s\n\n", file, comments[typeName(kind)])
		writeFields(&out, kind, comments, types)
	}
	out.WriteString("## Types\n\n")
	written := map[string]bool{}
	for len(written) < len(types) {
		for _, name := range slices.Sorted(maps.Keys(types)) {
			if written[name] {
				continue
			}
			written[name] = true
			var section strings.Builder
			writeFields(&section, types[name], comments, types)
			fmt.Fprintf(&out, "### %s\n\n%s\n\n%s", name, comments[name], section.String())
		}
	}
	return strings.TrimRight(out.String(), "\n") + "\n"
}

// writeFields lists the fields of a struct, those of what it embeds too, and notes
// the types that they have.
func writeFields(out *strings.Builder, kind reflect.Type, comments map[string]string, types map[string]reflect.Type) {
	for i := range kind.NumField() {
		f := kind.Field(i)
		name := typeOf(f.Type, types)
		if f.Anonymous {
			fmt.Fprintf(out, "- all of %s\n", name)
			continue
		}
		if !f.IsExported() {
			continue
		}
		fmt.Fprintf(out, "- `.%s` %s", f.Name, name)
		if c := comments[typeName(kind)+"."+f.Name]; c != "" {
			fmt.Fprintf(out, ": %s", c)
		}
		out.WriteString("\n")
	}
	out.WriteString("\n")
}

// typeOf says a type in words, and notes structs of ours.
func typeOf(t reflect.Type, types map[string]reflect.Type) string {
	switch t.Kind() {
	case reflect.Slice:
		return "list of " + typeOf(t.Elem(), types)
	case reflect.Pointer:
		return typeOf(t.Elem(), types) + " or nothing"
	case reflect.Map:
		return "table of " + typeOf(t.Elem(), types)
	case reflect.String:
		return "text"
	case reflect.Bool:
		return "yes or no"
	case reflect.Int, reflect.Float64:
		return "number"
	case reflect.Struct:
		types[typeName(t)] = t
		return typeName(t)
	}
	return t.String()
}

func typeName(t reflect.Type) string { return t.String() }

// readComments reads the first sentence on every type, and the comment behind every
// field, of the rooms whose structs layouts place.
func readComments(t *testing.T) map[string]string {
	t.Helper()
	comments := map[string]string{}
	for _, room := range []string{"page", "carto", "region", "geometry", "prose"} {
		files, err := filepath.Glob(room + "/*.go")
		if err != nil || len(files) == 0 {
			t.Fatal(room, err)
		}
		for _, file := range files {
			tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments)
			must(t, err)
			for _, d := range tree.Decls {
				if g, ok := d.(*ast.GenDecl); ok {
					for _, spec := range g.Specs {
						if s, ok := spec.(*ast.TypeSpec); ok {
							noteComments(comments, room+"."+s.Name.Name, g, s)
						}
					}
				}
			}
		}
	}
	return comments
}

func noteComments(comments map[string]string, name string, g *ast.GenDecl, s *ast.TypeSpec) {
	comments[name] = oneLine(g.Doc.Text() + s.Doc.Text())
	body, ok := s.Type.(*ast.StructType)
	if !ok {
		return
	}
	for _, f := range body.Fields.List {
		for _, id := range f.Names {
			comments[name+"."+id.Name] = oneLine(f.Doc.Text() + " " + f.Comment.Text())
		}
	}
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
