package format

import (
	"strings"

	"regional-atlas/generator/problem"
)

// spot is where a value stands: on a line of its own in a block, or in a list
// or inline table.
type spot struct {
	value *value
	block *block
	pair  *pair  // on its own line
	host  *value // what holds it otherwise
	nth   int    // in the host
}

// find looks up the value at a key.
func (t *tree) find(key problem.Key) (spot, bool) {
	for _, b := range t.blocks {
		for _, p := range b.pairs {
			if within(key, p.key) {
				return findIn(spot{value: p.value, block: b, pair: p}, p.key, key)
			}
		}
	}
	return spot{}, false
}

func findIn(s spot, at, key problem.Key) (spot, bool) {
	if at == key {
		return s, true
	}
	for i, e := range s.value.elems {
		k := e.value.key
		if within(key, k) {
			return findIn(spot{value: e.value, block: s.block, host: s.value, nth: i}, k, key)
		}
	}
	return spot{}, false
}

// heading is the block that opens the table at a key; the root has the key "".
func (t *tree) heading(key problem.Key) *block {
	for _, b := range t.blocks {
		if b.key == key {
			return b
		}
	}
	return nil
}

// lastOf is the last block of a list of tables, or nil.
func (t *tree) lastOf(list problem.Key) *block {
	var last *block
	entries := false
	for _, b := range t.blocks {
		if b.key == list || !within(b.key, list) {
			continue
		}
		entries = entries || b.isList && b.key.Parent() == list
		last = b
	}
	if !entries {
		return nil
	}
	return last
}

// dotted is a pair that reaches into the table at a key by a dotted name, such
// as memberships.errin = "yes", with the raw names up to that table.
func (t *tree) dotted(key problem.Key) (b *block, raw string) {
	for _, b := range t.blocks {
		for _, p := range b.pairs {
			if raw := t.reach(b.key, p, key); raw != "" {
				return b, raw
			}
		}
	}
	return nil, ""
}

// reach is the part of a dotted name that leads to the key, or "".
func (t *tree) reach(from problem.Key, p *pair, key problem.Key) string {
	if !within(p.key, key) || p.key == key || within(from, key) {
		return ""
	}
	var raw []string
	for _, n := range p.names[:len(p.names)-1] {
		raw = append(raw, t.text[n.start:n.end])
		if from = from.Field(n.text); from == key {
			return strings.Join(raw, ".")
		}
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
	if s, found := w.tree.find(key); found {
		return len(s.value.elems)
	}
	n := 0
	for _, b := range w.tree.blocks {
		if b.isList && b.key.Parent() == key {
			n++
		}
	}
	return n
}

func (w *writer) isList(key problem.Key) bool {
	if s, found := w.tree.find(key); found {
		return s.value.kind == list
	}
	return w.tree.lastOf(key) != nil
}

// endOf is the first byte after the line on which a statement ends, and after
// the comments that belong under it.
func (t *tree) endOf(it item) int {
	at := max(it.end, it.note.end)
	for _, g := range it.below {
		for _, line := range g.lines {
			at = max(at, line.end)
		}
	}
	return t.nextLine(at)
}

func (t *tree) nextLine(at int) int {
	if i := strings.IndexByte(t.text[at:t.front.end], '\n'); i >= 0 {
		return at + i + 1
	}
	return t.front.end
}

// startOf is the first byte of the line on which a statement or its comments
// begin.
func (t *tree) startOf(it item) int {
	at := it.start
	if len(it.above) > 0 {
		at = it.above[0].lines[0].start
	}
	return t.lineStart(at)
}

func (t *tree) lineStart(at int) int {
	return max(strings.LastIndexByte(t.text[:at], '\n')+1, t.front.start)
}

// endOfBlock is the first byte after a block, its last comments included.
func (t *tree) endOfBlock(b *block) int {
	if len(b.pairs) > 0 {
		return t.endOf(b.pairs[len(b.pairs)-1].item)
	}
	if b == t.blocks[0] {
		return t.afterHead()
	}
	return t.endOf(b.item)
}

// afterHead is where the statements of the file begin.
func (t *tree) afterHead() int {
	if len(t.head) == 0 {
		return t.blocks[0].end
	}
	lines := t.head[len(t.head)-1].lines
	at := t.nextLine(lines[len(lines)-1].end)
	if next := t.nextLine(at); strings.TrimSpace(t.text[at:next]) == "" {
		return next
	}
	return at
}

// isFresh reports whether nothing stands before a byte but a blank line, or
// the start of the file.
func (t *tree) isFresh(at int) bool {
	before := strings.TrimRight(t.text[t.front.start:at], blank+"\n")
	return before == "" || strings.Count(t.text[t.front.start+len(before):at], "\n") > 1
}

// indent is the white space before what stands at a byte, when nothing else
// does.
func (t *tree) indent(at int) (space string, alone bool) {
	space = t.text[t.lineStart(at):at]
	if strings.Trim(space, " \t") != "" {
		return "", false
	}
	return space, true
}
