package format

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/tomltree"
)

// set writes a value at a key, wherever the key stands or should stand.
func (w *writer) set(key problem.Key, value string) error {
	if v, found := w.tree.find(key); found {
		w.replace(v.Span, value)
		return nil
	}
	if w.tree.heading(key) != nil || w.tree.lastOf(key) != nil {
		if name := w.at(key).short; name != "" && !strings.HasPrefix(value, "{") {
			return w.set(key.Field(name), value)
		}
		return fmt.Errorf("%s is a table of several lines: set its fields one by one", key)
	}
	return w.add(key, value)
}

// add writes a key that is not there yet.
func (w *writer) add(key problem.Key, value string) error {
	list := key.Steps()
	name, parent := list[len(list)-1], key.Parent()
	if v, found := w.tree.find(parent); found {
		return w.addInside(v, key, name, value)
	}
	if b := w.tree.heading(parent); b != nil {
		w.addLine(b, key, keyText(name), value)
		return nil
	}
	if last := w.tree.lastOf(parent); last != nil {
		if number(name) != w.length(parent) {
			return fmt.Errorf("%s has %d entries, so there cannot be one at %s", parent,
				w.length(parent), name)
		}
		return w.addBlock(w.tree.endOfBlock(last), parent, true, value)
	}
	if b, raw := w.tree.dotted(parent); b != nil {
		w.addLine(b, key, raw+"."+keyText(name), value)
		return nil
	}
	return w.addWithParent(key, name, value)
}

// addInside writes into a value that is there: a list, an inline table, or a
// word that stands for a table.
func (w *writer) addInside(v *tomltree.Value, key problem.Key, name, value string) error {
	short := w.at(key.Parent()).short
	switch {
	case v.Kind == tomltree.Inline:
		w.addField(v, key, keyText(name)+" = "+value)
	case v.Kind == tomltree.List && number(name) == len(v.Elems):
		w.addElement(v, value)
	case v.Kind == tomltree.Scalar && short == name:
		w.replace(v.Span, value)
	case v.Kind == tomltree.Scalar && short != "":
		w.replace(v.Span, w.table(key.Parent(), short, w.tree.Raw(v.Span), name, value))
	case v.Kind == tomltree.List:
		return fmt.Errorf("%s has %d entries, so there cannot be one at %s", key.Parent(),
			len(v.Elems), name)
	default:
		return fmt.Errorf("%s is a value by itself and has no %s", key.Parent(), name)
	}
	return nil
}

// table writes two fields as an inline table, in the order of the schema.
func (w *writer) table(key problem.Key, name, value, other, otherValue string) string {
	first, second := name+" = "+value, keyText(other)+" = "+otherValue
	if compareRanks(w.rank(key.Field(other)), w.rank(key.Field(name))) < 0 {
		first, second = second, first
	}
	return "{ " + first + ", " + second + " }"
}

// addWithParent writes a key together with what should hold it.
func (w *writer) addWithParent(key problem.Key, name, value string) error {
	parent := key.Parent()
	place := w.at(parent)
	atTop := parent.Parent() == ""
	isEntry := place.of != nil && place.of.Kind() == reflect.Slice
	switch {
	case isEntry && number(name) != 0:
		return fmt.Errorf("%s has no entries yet, so there cannot be one at %s", parent, name)
	case isEntry && atTop && hasBlocks(string(parent[1:]), place.of):
		return w.addBlock(w.placeOf(parent), parent, true, value)
	case isEntry:
		return w.set(parent, listOf(value, ""))
	case atTop && place.of != nil && place.of.Kind() == reflect.Map:
		return w.addBlock(w.placeOf(parent), parent, false, "{ "+keyText(name)+" = "+value+" }")
	}
	return w.set(parent, "{ "+keyText(name)+" = "+value+" }")
}

// listOf writes a list with one entry; a table stands on a line of its own.
func listOf(value, indent string) string {
	if strings.HasPrefix(value, "{") {
		return "[\n" + indent + "  " + value + ",\n" + indent + "]"
	}
	return "[" + value + "]"
}

// addLine writes name = value on a line of its own in a block, behind the last
// pair that the schema puts before it.
func (w *writer) addLine(b *tomltree.Table, key problem.Key, name, value string) {
	at, indent := w.tree.endOfBlock(b), ""
	if len(b.Pairs) > 0 {
		at = w.lineFor(b, key)
		indent, _ = w.tree.indent(b.Pairs[0].Start)
	} else if b != w.tree.Tables[0] {
		at = w.tree.endOf(b.Item)
	}
	text := indent + name + " = " + value + "\n"
	if b == w.tree.Tables[0] && len(b.Pairs) == 0 && len(w.tree.Tables) > 1 {
		text += "\n"
	}
	w.insert(at, text)
}

func (w *writer) lineFor(b *tomltree.Table, key problem.Key) int {
	rank := w.rank(key)
	if rank[len(rank)-1].rank == last {
		return w.tree.endOfBlock(b)
	}
	for _, p := range slices.Backward(b.Pairs) {
		if compareRanks(w.rank(p.Key()), rank) < 0 {
			return w.tree.endOf(p.Item)
		}
	}
	return w.tree.startOf(b.Pairs[0].Item)
}

// placeOf is where a new block belongs: behind the last one that the schema
// puts before it.
func (w *writer) placeOf(key problem.Key) int {
	rank := w.rank(key)
	for _, b := range slices.Backward(w.tree.Tables) {
		if b.Key() == "" || compareRanks(w.rank(b.Key()), rank) < 0 {
			return w.tree.endOfBlock(b)
		}
	}
	return w.tree.afterHead()
}

// addBlock writes a new table or entry of a list from an inline table.
func (w *writer) addBlock(at int, key problem.Key, isEntry bool, value string) error {
	if !strings.HasPrefix(value, "{") {
		short := w.at(key.Item(0)).short
		if !isEntry || short == "" {
			return fmt.Errorf("an entry of %s is a table: write { … }", key)
		}
		value = "{ " + short + " = " + value + " }"
	}
	heading := "[" + headingText(key) + "]"
	if isEntry {
		heading = "[" + heading + "]"
		key = key.Item(0)
	}
	text := heading + "\n" + w.linesOf(key, value)
	if !w.tree.isFresh(at) {
		text = "\n" + text
	}
	if rest := strings.TrimLeft(w.tree.Text[at:w.tree.Part.End], "\r"); rest != "" &&
		rest[0] != '\n' {
		text += "\n"
	}
	w.insert(at, text)
	return nil
}

// linesOf writes the fields of an inline table each on its line, in the order
// of the schema.
func (w *writer) linesOf(key problem.Key, value string) string {
	v, _ := tomltree.ReadValue(value, key)
	var lines strings.Builder
	for _, e := range w.elems(v) {
		lines.WriteString(value[e.Start:e.End] + "\n")
	}
	return lines.String()
}

func headingText(key problem.Key) string {
	var names []string
	for _, name := range key.Steps() {
		names = append(names, keyText(name))
	}
	return strings.Join(names, ".")
}
