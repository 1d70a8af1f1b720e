package generator_test

import (
	"go/ast"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

const (
	mostMethods = 40   // of one type
	mostCode    = 2500 // lines of one room that are neither empty nor a comment
)

// spacious are the rooms that may hold more code, each with its reason.
var spacious = map[string]string{
	"cmd/atlas":        "one file a command, none of which knows another, and the terminal that they share",
	"generator/carto":  "maps, strips and legends share canvases, scales and places; it grows with what they show",
	"generator/page":   "one file a kind of page, none of which knows another; it grows with what the atlas shows",
	"generator/intake": "reads three forms of pages and any table of a statistical office, and says of each line what became of it",
}

// placed are the rooms whose structs layouts place by their fields: no other room
// needs to name them.
var placed = []string{"generator/page", "generator/carto"}

// walls tells what is too large for one type or one room, and what a room shows to
// nobody.
func (h *house) walls(sources map[string]string) {
	used := h.namesUsed()
	for _, room := range sortedKeys(h.rooms) {
		code := 0
		methods := map[string]int{}
		for _, f := range h.rooms[room] {
			code += codeLines(sources[f.name])
			for _, d := range f.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv != nil {
					methods[receiver(fn)]++
				}
			}
		}
		if code > mostCode && spacious[room] == "" {
			h.breach(room, "has %d lines of code; a room has at most %d, or its reason in the table", code, mostCode)
		}
		for _, name := range sortedKeys(methods) {
			if methods[name] > mostMethods {
				h.breach(room, "the type %s has %d methods; a type has at most %d", name, methods[name], mostMethods)
			}
		}
		h.shown(room, used)
	}
}

func codeLines(text string) int {
	n := 0
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "//") {
			n++
		}
	}
	return n
}

func receiver(fn *ast.FuncDecl) string {
	t := fn.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	if generic, ok := t.(*ast.IndexExpr); ok {
		t = generic.X
	}
	if id, ok := t.(*ast.Ident); ok {
		return id.Name
	}
	return ""
}

// namesUsed lists, for each room, the names by which other rooms enter it.
func (h *house) namesUsed() map[string]map[string]bool {
	used := map[string]map[string]bool{}
	for _, files := range h.rooms {
		for _, f := range files {
			rooms := map[string]string{} // name of a package in this file -> room
			for _, spec := range f.Imports {
				imported, _ := strconv.Unquote(spec.Path.Value)
				if room, ours := strings.CutPrefix(imported, module+"/"); ours {
					rooms[importedAs(f.File, imported)] = room
				}
			}
			ast.Inspect(f.File, func(n ast.Node) bool {
				if s, ok := n.(*ast.SelectorExpr); ok {
					if pkg, ok := s.X.(*ast.Ident); ok && rooms[pkg.Name] != "" {
						if used[rooms[pkg.Name]] == nil {
							used[rooms[pkg.Name]] = map[string]bool{}
						}
						used[rooms[pkg.Name]][s.Sel.Name] = true
					}
				}
				return true
			})
		}
	}
	return used
}

// shown tells every name that a room exports and no other room uses: neither by
// itself nor in what it shows of a name that is used.
func (h *house) shown(room string, used map[string]map[string]bool) {
	if !strings.HasPrefix(room, "generator/") || slices.Contains(placed, room) {
		return
	}
	mentions := map[string]map[string]bool{} // exported name -> names in its declaration
	where := map[string]string{}
	for _, f := range h.rooms[room] {
		for _, d := range f.Decls {
			for name, node := range exported(d) {
				if where[name] == "" {
					where[name], mentions[name] = f.name, map[string]bool{}
				}
				for id := range namesShown(node) {
					mentions[name][id] = true
				}
			}
		}
	}
	needed := map[string]bool{}
	var need func(name string)
	need = func(name string) {
		if where[name] == "" || needed[name] {
			return
		}
		needed[name] = true
		for id := range mentions[name] {
			need(id)
		}
	}
	for name := range used[room] {
		need(name)
	}
	for _, name := range sortedKeys(where) {
		if !needed[name] {
			h.breach(where[name], "exports %s, which no other room uses", name)
		}
	}
}

// exported lists the exported names that a declaration makes, each with what it
// shows: a type with its methods, a function with its parameters.
func exported(d ast.Decl) map[string]ast.Node {
	names := map[string]ast.Node{}
	add := func(id *ast.Ident, shows ast.Node) {
		if id.IsExported() {
			names[id.Name] = shows
		}
	}
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			add(d.Name, d.Type)
		} else if name := receiver(d); ast.IsExported(name) && d.Name.IsExported() {
			names[name] = d.Type
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				add(spec.Name, spec.Type)
			case *ast.ValueSpec:
				for _, id := range spec.Names {
					add(id, spec)
				}
			}
		}
		// The constants of a type are known by it.
		if first, ok := d.Specs[0].(*ast.ValueSpec); ok && d.Tok == token.CONST {
			if of, ok := first.Type.(*ast.Ident); ok && of.IsExported() {
				names[of.Name] = d
			}
		}
	}
	return names
}

// namesShown lists the identifiers of a declaration that a reader from outside
// sees.
func namesShown(node ast.Node) map[string]bool {
	shown := map[string]bool{}
	ast.Inspect(node, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && id.IsExported() {
			shown[id.Name] = true
		}
		return true
	})
	return shown
}
