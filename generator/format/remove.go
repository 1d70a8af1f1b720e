package format

import (
	"slices"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/tomltree"
)

// remove takes a key away with all below it; what is not there stays away.
func (w *writer) remove(key problem.Key) {
	if v, found := w.tree.find(key); found {
		if v.Host == nil {
			w.removeLine(v.Pair)
		} else {
			w.removeElement(v.Host, v.Nth)
		}
		return
	}
	list := key.Steps()
	if v, found := w.tree.find(
		key.Parent(),
	); found && v.Kind == tomltree.Scalar &&
		w.at(key.Parent()).short == list[len(list)-1] {
		w.remove(key.Parent())
		return
	}
	if n := w.tree.node(key); n != nil {
		w.removeLines(n)
	}
}

// removeLines takes all tables and pairs away that belong to a key.
func (w *writer) removeLines(n *tomltree.Node) {
	for _, b := range w.tree.Tables {
		if b.Node.IsWithin(n) {
			w.removeBlock(b)
			continue
		}
		for _, p := range b.Pairs {
			if p.Node.IsWithin(n) {
				w.removeLine(p)
			}
		}
	}
}

func (w *writer) removeLine(p *tomltree.Pair) {
	w.replace(tomltree.Between(w.tree.lineStart(p.Start),
		w.tree.nextLine(max(p.End, p.Note.End))), "")
}

// removeBlock takes the blank line before the block too, unless comments stand
// between.
func (w *writer) removeBlock(b *tomltree.Table) {
	start, end := w.tree.lineStart(b.Start), w.tree.endOfBlock(b)
	if b.Blank && len(b.Above) == 0 {
		if before := strings.TrimRight(w.tree.Text[:start],
			" \t\r\n"); len(before) >= w.tree.Part.Start {
			start = w.tree.nextLine(len(before))
		}
	}
	if n := len(w.changes); n > 0 { // comments under the block before reach up to here
		start = max(start, w.changes[n-1].End)
	}
	w.replace(tomltree.Between(start, end), "")
}

// removeElement takes an element out of a list or inline table, with its comma
// and, where it stands alone, its line.
func (w *writer) removeElement(v *tomltree.Value, nth int) {
	e, t := v.Elems[nth], w.tree
	end := e.End
	if e.Comma >= 0 {
		end = e.Comma + 1
	}
	if _, alone := t.indent(e.Start); alone && v.Lines {
		after := end
		if e.Note.Start >= end && !strings.Contains(t.Text[end:e.Note.Start], "\n") {
			after = e.Note.End
		}
		if line := t.nextLine(after); strings.TrimSpace(t.Text[after:line]) == "" {
			w.replace(tomltree.Between(t.lineStart(e.Start), line), "")
			return
		}
	}
	switch {
	case len(v.Elems) == 1 && !hasComments(v):
		w.replace(tomltree.Between(v.Start+1, v.End-1), "")
	case nth > 0 && nth == len(v.Elems)-1 && !hasComments(v):
		w.replace(tomltree.Between(v.Elems[nth-1].End, e.End), "")
	default:
		end += len(t.Text[end:]) - len(strings.TrimLeft(t.Text[end:], " \t"))
		w.replace(tomltree.Between(e.Start, end), "")
	}
}

func hasComments(v *tomltree.Value) bool {
	return v.Open.End > 0 || len(v.Tail) > 0 ||
		slices.ContainsFunc(v.Elems, func(e *tomltree.Elem) bool {
			return len(e.Above) > 0 || len(e.Below) > 0 || e.Note.End > 0
		})
}
