package format

import (
	"strings"

	"regional-atlas/generator/problem"
)

// addElement writes one more element at the end of a list, in its style.
func (w *writer) addElement(v *value, text string) {
	if len(v.elems) == 0 {
		w.fill(v, text)
		return
	}
	w.addAfter(v.elems[len(v.elems)-1], text)
}

// addField writes a field into an inline table, behind the last one that the
// schema puts before it.
func (w *writer) addField(v *value, key problem.Key, text string) {
	if len(v.elems) == 0 {
		w.fill(v, text)
		return
	}
	rank := w.rank(key)
	for i := len(v.elems) - 1; i >= 0; i-- {
		if rank[len(rank)-1].rank == last || compareRanks(w.rank(v.elems[i].pair.key), rank) < 0 {
			w.addAfter(v.elems[i], text)
			return
		}
	}
	first := v.elems[0]
	space := " "
	if indent, alone := w.tree.indent(first.start); alone {
		space = "\n" + indent
	}
	w.insert(first.start, text+","+space)
}

// fill writes the first element between brackets.
func (w *writer) fill(v *value, text string) {
	comments := append(nonempty(v.open), v.tail...)
	indent, _ := w.tree.indent(w.firstOnLine(v.start))
	switch {
	case len(comments) > 0:
		w.insert(comments[len(comments)-1].end, "\n"+indent+"  "+text+",")
	case v.kind == inline:
		w.replace(v.span, "{ "+text+" }")
	case v.lines:
		w.replace(v.span, "[\n"+indent+"  "+text+",\n"+indent+"]")
	default:
		w.replace(v.span, listOf(text, indent))
	}
}

// firstOnLine is the first byte on a line that is not white space.
func (w *writer) firstOnLine(at int) int {
	start := w.tree.lineStart(at)
	line := w.tree.text[start:at]
	return start + len(line) - len(strings.TrimLeft(line, " \t"))
}

// addAfter writes an element behind another: on a line of its own if the other
// has one, and with a comma at its end if the other has one.
func (w *writer) addAfter(e *elem, text string) {
	indent, alone := w.tree.indent(e.start)
	if !alone {
		w.insert(e.end, ", "+text)
		return
	}
	if e.comma < 0 {
		w.insert(e.end, ",")
		w.insert(max(e.end, e.note.end), "\n"+indent+text)
		return
	}
	at := e.comma + 1
	if e.note.start > e.comma && !strings.Contains(w.tree.text[e.comma:e.note.start], "\n") {
		at = e.note.end
	}
	w.insert(at, "\n"+indent+text+",")
}
