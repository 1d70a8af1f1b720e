package format

import (
	"slices"
	"strings"

	"regional-atlas/generator/problem"
)

// remove takes a key away with all below it; what is not there stays away.
func (w *writer) remove(key problem.Key) {
	if s, found := w.tree.find(key); found {
		if s.pair != nil {
			w.removeLine(s.pair)
		} else {
			w.removeElement(s.host, s.nth)
		}
		return
	}
	list := steps(key)
	if s, found := w.tree.find(key.Parent()); found && s.value.kind == scalar && w.at(key.Parent()).short == list[len(list)-1] {
		w.remove(key.Parent())
		return
	}
	for _, b := range w.tree.blocks {
		if b.key != "" && within(b.key, key) {
			w.removeBlock(b)
			continue
		}
		for _, p := range b.pairs {
			if within(p.key, key) {
				w.removeLine(p)
			}
		}
	}
}

func (w *writer) removeLine(p *pair) {
	w.replace(span{w.tree.lineStart(p.start), w.tree.nextLine(max(p.end, p.note.end))}, "")
}

// removeBlock takes the blank line before the block too, unless comments stand
// between.
func (w *writer) removeBlock(b *block) {
	start, end := w.tree.lineStart(b.start), w.tree.endOfBlock(b)
	if b.blank && len(b.above) == 0 {
		if before := strings.TrimRight(w.tree.text[:start], " \t\r\n"); len(before) >= w.tree.front.start {
			start = w.tree.nextLine(len(before))
		}
	}
	if n := len(w.changes); n > 0 { // comments under the block before reach up to here
		start = max(start, w.changes[n-1].end)
	}
	w.replace(span{start, end}, "")
}

// removeElement takes an element out of a list or inline table, with its comma
// and, where it stands alone, its line.
func (w *writer) removeElement(v *value, nth int) {
	e, t := v.elems[nth], w.tree
	end := e.end
	if e.comma >= 0 {
		end = e.comma + 1
	}
	if _, alone := t.indent(e.start); alone && v.lines {
		after := end
		if e.note.start >= end && !strings.Contains(t.text[end:e.note.start], "\n") {
			after = e.note.end
		}
		if line := t.nextLine(after); strings.TrimSpace(t.text[after:line]) == "" {
			w.replace(span{t.lineStart(e.start), line}, "")
			return
		}
	}
	switch {
	case len(v.elems) == 1 && !hasComments(v):
		w.replace(span{v.start + 1, v.end - 1}, "")
	case nth > 0 && nth == len(v.elems)-1 && !hasComments(v):
		w.replace(span{v.elems[nth-1].end, e.end}, "")
	default:
		end += len(t.text[end:]) - len(strings.TrimLeft(t.text[end:], " \t"))
		w.replace(span{e.start, end}, "")
	}
}

func hasComments(v *value) bool {
	return v.open.end > 0 || len(v.tail) > 0 || slices.ContainsFunc(v.elems, func(e *elem) bool {
		return len(e.above) > 0 || len(e.below) > 0 || e.note.end > 0
	})
}
