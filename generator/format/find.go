package format

import (
	"slices"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/tomltree"
)

// node is all that is written at a key, or nil.
func (t tree) node(key problem.Key) *tomltree.Node {
	if n, exact := t.Find(key); exact {
		return n
	}
	return nil
}

// find looks up the value at a key.
func (t tree) find(key problem.Key) (*tomltree.Value, bool) {
	n := t.node(key)
	if n == nil || n.Value == nil {
		return nil, false
	}
	return n.Value, true
}

// heading is the table that opens at a key; the root has the key "".
func (t tree) heading(key problem.Key) *tomltree.Table {
	if n := t.node(key); n != nil {
		return n.Table
	}
	return nil
}

// lastOf is the last table of a list of tables, or nil.
func (t tree) lastOf(list problem.Key) *tomltree.Table {
	n := t.node(list)
	if n == nil || n.Entries() == 0 {
		return nil
	}
	for _, b := range slices.Backward(t.Tables) {
		if b.Node != n && b.Node.IsWithin(n) {
			return b
		}
	}
	return nil
}

// dotted is a pair that reaches into the table at a key by a dotted name, such
// as memberships.errin = "yes", with the raw names up to that table.
func (t tree) dotted(key problem.Key) (b *tomltree.Table, raw string) {
	n := t.node(key)
	if n == nil {
		return nil, ""
	}
	for _, b := range t.Tables {
		if b.Node.IsWithin(n) {
			continue
		}
		for _, p := range b.Pairs {
			if raw := t.reach(p, n); raw != "" {
				return b, raw
			}
		}
	}
	return nil, ""
}

// reach is the part of a dotted name that leads to the node, or "".
func (t tree) reach(p *tomltree.Pair, n *tomltree.Node) string {
	at := p.Node
	for i := len(p.Names) - 1; i > 0 && !at.IsEntry(); i-- {
		if at = at.Parent; at != n {
			continue
		}
		var raw []string
		for _, name := range p.Names[:i] {
			raw = append(raw, t.Raw(name.Span))
		}
		return strings.Join(raw, ".")
	}
	return ""
}

// exists reports whether something stands at a key.
func (w *writer) exists(key problem.Key) bool {
	_, found := w.tree.find(key)
	b, _ := w.tree.dotted(key)
	return found || b != nil || w.tree.heading(key) != nil || w.tree.lastOf(key) != nil
}

// length is how many entries the list at a key has.
func (w *writer) length(key problem.Key) int {
	if v, found := w.tree.find(key); found {
		return len(v.Elems)
	}
	if n := w.tree.node(key); n != nil {
		return n.Entries()
	}
	return 0
}

func (w *writer) isList(key problem.Key) bool {
	if v, found := w.tree.find(key); found {
		return v.Kind == tomltree.List
	}
	return w.tree.lastOf(key) != nil
}

// endOf is the first byte after the line on which a statement ends, and after
// the comments that belong under it.
func (t tree) endOf(it tomltree.Item) int {
	at := max(it.End, it.Note.End)
	for _, g := range it.Below {
		for _, line := range g.Lines {
			at = max(at, line.End)
		}
	}
	return t.nextLine(at)
}

func (t tree) nextLine(at int) int {
	if i := strings.IndexByte(t.Text[at:t.Part.End], '\n'); i >= 0 {
		return at + i + 1
	}
	return t.Part.End
}

// startOf is the first byte of the line on which a statement or its comments
// begin.
func (t tree) startOf(it tomltree.Item) int {
	at := it.Start
	if len(it.Above) > 0 {
		at = it.Above[0].Lines[0].Start
	}
	return t.lineStart(at)
}

func (t tree) lineStart(at int) int {
	return max(strings.LastIndexByte(t.Text[:at], '\n')+1, t.Part.Start)
}

// endOfBlock is the first byte after a block, its last comments included.
func (t tree) endOfBlock(b *tomltree.Table) int {
	if len(b.Pairs) > 0 {
		return t.endOf(b.Pairs[len(b.Pairs)-1].Item)
	}
	if b == t.Tables[0] {
		return t.afterHead()
	}
	return t.endOf(b.Item)
}

// afterHead is where the statements of the file begin.
func (t tree) afterHead() int {
	if len(t.Head) == 0 {
		return t.Tables[0].End
	}
	lines := t.Head[len(t.Head)-1].Lines
	at := t.nextLine(lines[len(lines)-1].End)
	if next := t.nextLine(at); strings.TrimSpace(t.Text[at:next]) == "" {
		return next
	}
	return at
}

// isFresh reports whether nothing stands before a byte but a blank line, or
// the start of the file.
func (t tree) isFresh(at int) bool {
	before := strings.TrimRight(t.Text[t.Part.Start:at], " \t\r\n")
	return before == "" || strings.Count(t.Text[t.Part.Start+len(before):at], "\n") > 1
}

// indent is the white space before what stands at a byte, when nothing else
// does.
func (t tree) indent(at int) (space string, alone bool) {
	space = t.Text[t.lineStart(at):at]
	if strings.Trim(space, " \t") != "" {
		return "", false
	}
	return space, true
}
