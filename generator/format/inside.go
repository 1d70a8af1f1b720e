package format

import (
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/tomltree"
)

// addElement writes one more element at the end of a list, in its style.
func (w *writer) addElement(v *tomltree.Value, text string) {
	if len(v.Elems) == 0 {
		w.fill(v, text)
		return
	}
	w.addAfter(v.Elems[len(v.Elems)-1], text)
}

// addField writes a field into an inline table, behind the last one that the
// schema puts before it.
func (w *writer) addField(v *tomltree.Value, key problem.Key, text string) {
	if len(v.Elems) == 0 {
		w.fill(v, text)
		return
	}
	rank := w.rank(key)
	for i := len(v.Elems) - 1; i >= 0; i-- {
		if rank[len(rank)-1].rank == last || compareRanks(w.rank(v.Elems[i].Key()), rank) < 0 {
			w.addAfter(v.Elems[i], text)
			return
		}
	}
	first := v.Elems[0]
	space := " "
	if indent, alone := w.tree.indent(first.Start); alone {
		space = "\n" + indent
	}
	w.insert(first.Start, text+","+space)
}

// fill writes the first element between brackets.
func (w *writer) fill(v *tomltree.Value, text string) {
	comments := v.Tail
	if len(comments) == 0 && !v.Open.IsEmpty() {
		comments = []tomltree.Span{v.Open}
	}
	indent, _ := w.tree.indent(w.firstOnLine(v.Start))
	switch {
	case len(comments) > 0:
		w.insert(comments[len(comments)-1].End, "\n"+indent+"  "+text+",")
	case v.Kind == tomltree.Inline:
		w.replace(v.Span, "{ "+text+" }")
	case v.Lines:
		w.replace(v.Span, "[\n"+indent+"  "+text+",\n"+indent+"]")
	default:
		w.replace(v.Span, listOf(text, indent))
	}
}

// firstOnLine is the first byte on a line that is not white space.
func (w *writer) firstOnLine(at int) int {
	start := w.tree.lineStart(at)
	line := w.tree.Text[start:at]
	return start + len(line) - len(strings.TrimLeft(line, " \t"))
}

// addAfter writes an element behind another: on a line of its own if the other
// has one, and with a comma at its end if the other has one.
func (w *writer) addAfter(e *tomltree.Elem, text string) {
	indent, alone := w.tree.indent(e.Start)
	if !alone {
		w.insert(e.End, ", "+text)
		return
	}
	if e.Comma < 0 {
		w.insert(e.End, ",")
		w.insert(max(e.End, e.Note.End), "\n"+indent+text)
		return
	}
	at := e.Comma + 1
	if e.Note.Start > e.Comma && !strings.Contains(w.tree.Text[e.Comma:e.Note.Start], "\n") {
		at = e.Note.End
	}
	w.insert(at, "\n"+indent+text+",")
}
