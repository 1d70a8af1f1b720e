package tomltree

import (
	"strings"
	"sync"

	"regional-atlas/generator/problem"
)

// reader builds a tree.
type reader struct {
	tree    *Tree
	text    string
	at, end int

	depth, entries, statements, named int // what is bounded

	line   int  // the first byte of the line, but inside of texts
	indent int  // of the statement that is read
	cut    bool // its brackets end where the next one begins

	*memory
}

// memory is what trees are made of. It can be used again for the next one.
type memory struct {
	nodes  slab[Node]
	tables slab[Table]
	pairs  slab[Pair]
	values slab[Value]
	elems  slab[Elem]
	names  slab[Name]
	fields map[field]*Node
}

// again makes room for the next tree. What a single large one took is let go of.
func (m *memory) again() {
	const many = 4096 // things of a kind
	if max(len(m.fields), m.nodes.count(), m.tables.count(), m.pairs.count(), m.values.count()) > many {
		*m = memory{fields: map[field]*Node{}}
		return
	}
	m.nodes.again()
	m.tables.again()
	m.pairs.again()
	m.values.again()
	m.elems.again()
	m.names.again()
	clear(m.fields)
}

// Reader takes texts apart one after the other, in the same memory. It is for one
// goroutine at a time. The zero value is ready.
type Reader struct{ memory memory }

// Read takes a TOML text apart. The tree is good until the next call: whatever needs it
// for longer asks Read, the function.
func (r *Reader) Read(text string) *Tree {
	if r.memory.fields == nil {
		r.memory.fields = map[field]*Node{}
	}
	r.memory.again()
	return read(text, Span{0, len(text)}, &r.memory)
}

func read(text string, part Span, m *memory) *Tree {
	r := newReader(text, part, "", m)
	r.read()
	return r.tree
}

// fresh is memory for a tree of so many bytes of text.
func fresh(bytes int) *memory {
	const each = 40 // bytes of a pair, about
	return &memory{fields: make(map[field]*Node, bytes/each)}
}

func newReader(text string, part Span, top problem.Key, m *memory) *reader {
	t := &Tree{Text: text, Part: part, Top: &Node{name: string(top)}, fields: m.fields,
		lines: sync.OnceValue(func() lines { return newLines(text) })}
	t.Tables = []*Table{{Node: t.Top, Item: Item{Span: Span{part.Start, part.Start}}}}
	t.Top.Table = t.Tables[0]
	return &reader{tree: t, text: text, at: part.Start, line: part.Start, end: part.End, memory: m}
}

func (r *reader) rest() string { return r.text[r.at:r.end] }

func (r *reader) peek(s string) bool { return strings.HasPrefix(r.rest(), s) }

func (r *reader) skip(set string) {
	for r.at < r.end && strings.IndexByte(set, r.text[r.at]) >= 0 {
		r.at++
	}
}

// blank holds what TOML calls white space, and what stands before a line feed.
const blank = " \t\r"

// lose notes that the text is not of the form of TOML.
func (r *reader) lose() { r.tree.lost = true }

// refuse ends the reading here, for good, because of what stands at a byte.
func (r *reader) refuse(at int, why Bound) {
	if r.tree.Refusal == nil {
		r.tree.Refusal, r.tree.Rest = &Refusal{at, why}, Span{r.at, r.end}
		r.end = r.at
	}
}

// count counts one more of what is bounded, or ends the reading.
func (r *reader) count(counter *int, what Bound) {
	if *counter++; *counter > what.Most() {
		r.refuse(r.at, what)
	}
}

// read reads headings and pairs up to the end.
func (r *reader) read() {
	here, last := r.tree.Tables[0], (*Item)(nil)
	if r.peek("\ufeff") {
		r.at += len("\ufeff")
		here.Span = Span{r.at, r.at}
	}
	for {
		groups, before := r.trivia()
		if r.at >= r.end {
			r.ending(last, groups, before)
			return
		}
		r.indent = r.at - r.line
		var it *Item
		if r.peek("[") {
			here = r.heading()
			r.tree.Tables = append(r.tree.Tables, here)
			it = &here.Item
		} else {
			p := r.pair(here.Node)
			here.Pairs = append(here.Pairs, p)
			it = &p.Item
		}
		r.endOfLine(it)
		r.attach(last, it, groups, before)
		last = it
	}
}

// trivia reads blank lines and comments up to the next statement; before says
// that a blank line comes first.
func (r *reader) trivia() (groups []Group, before bool) {
	fresh := true // the next comment starts a group
	for {
		r.skip(blank)
		switch {
		case r.peek("\n"):
			r.newLine()
			if len(groups) == 0 {
				before = true
			} else {
				groups[len(groups)-1].Gap = true
			}
			fresh = true
		case r.peek("#"):
			if fresh {
				groups = append(groups, Group{})
			}
			g := &groups[len(groups)-1]
			g.Lines = append(g.Lines, r.comment())
			if fresh = false; r.peek("\n") {
				r.newLine()
			}
		default:
			return groups, before
		}
	}
}

// comment reads to the end of the line, which it leaves.
func (r *reader) comment() Span { return r.toLineEnd() }

// toLineEnd reads what is left of the line, and gives it without the blanks at
// its end.
func (r *reader) toLineEnd() Span {
	start := r.at
	if i := strings.IndexByte(r.rest(), '\n'); i >= 0 {
		r.at += i
	} else {
		r.at = r.end
	}
	return Span{start, start + len(strings.TrimRight(r.text[start:r.at], blank))}
}

// endOfLine reads the comment after a statement, and the line end.
func (r *reader) endOfLine(it *Item) {
	if r.cut {
		r.cut = false
		r.lose()
		return
	}
	r.skip(blank)
	switch {
	case r.peek("#"):
		it.Note = r.comment()
	case r.at < r.end && !r.peek("\n"):
		it.Stray = r.toLineEnd()
		r.lose()
	}
	if r.at < r.end {
		r.newLine()
	}
}

// newLine passes over a line end.
func (r *reader) newLine() {
	r.at++
	r.line = r.at
}

// attach gives comments to what they belong to: right under a statement with a
// blank line after them, to that statement; else to the next one.
func (r *reader) attach(last, next *Item, groups []Group, before bool) {
	next.Blank = before
	if len(groups) == 0 {
		return
	}
	switch {
	case last == nil:
		for len(groups) > 0 && groups[0].Gap {
			r.tree.Head, groups = append(r.tree.Head, groups[0]), groups[1:]
		}
	case !before && groups[0].Gap:
		last.Below, groups, next.Blank = groups[:1], groups[1:], true
	}
	next.Above = groups
}

func (r *reader) ending(last *Item, groups []Group, before bool) {
	switch {
	case last == nil:
		r.tree.Head = groups
	case len(groups) > 0 && !before:
		last.Below, r.tree.Tail = groups[:1], groups[1:]
	default:
		r.tree.Tail = groups
	}
}

// heading reads [a.b] or [[a.b]]. In a text that is not TOML it may have any
// number of brackets on either side.
func (r *reader) heading() *Table {
	r.count(&r.statements, Statements)
	t := r.tables.next(Table{IsList: r.peek("[["), Item: Item{Span: Span{Start: r.at}}})
	opened := r.at
	r.skip("[")
	opened = r.at - opened
	t.Names = r.dotted()
	r.skip(blank)
	closed := r.at
	r.skip("]")
	closed = r.at - closed
	t.End = r.at
	if len(t.Names) == 0 {
		t.End = t.Start + opened
		r.at = t.End
	}
	if len(t.Names) == 0 || opened != closed || opened > 2 {
		r.lose()
	}
	r.opens(t)
	return t
}

// opens finds the node that the pairs below a heading belong to.
func (r *reader) opens(t *Table) {
	node := r.tree.Top
	for i, n := range t.Names {
		isLast := i == len(t.Names)-1
		place := Place{n.Span, n.Span}
		if isLast {
			place.Value = t.Span
		}
		node = r.child(node, n, place)
		if isLast && t.IsList {
			r.addItem(node, place)
			node.entries++
		}
		node = node.current()
		if isLast { // [a] after [a.b] is where a is
			node.Place = place
		}
	}
	t.Node = node
	if node.Table == nil {
		node.Table = t
	}
}

// dotted reads the names of a key, as far as there are some.
func (r *reader) dotted() []Name {
	names := r.names.one()[:0]
	for {
		r.skip(blank)
		start := r.at
		text := r.name()
		if r.at == start {
			r.lose()
			return names
		}
		if len(names) == Depth.Most() {
			r.refuse(start, Depth)
			return names
		}
		names = append(names, Name{Span{start, r.at}, text})
		after := r.at
		r.skip(blank)
		if !r.peek(".") {
			r.at = after
			return names
		}
		r.at++
	}
}

// name reads one part of a dotted key and gives what it says.
func (r *reader) name() string {
	start := r.at
	if r.peek(`"`) || r.peek(`'`) {
		r.quoted()
		return unquote(r.text[start:r.at])
	}
	for r.at < r.end && strings.IndexByte(" \t\r\n.=]#,{}[\"'", r.text[r.at]) < 0 {
		r.at++
	}
	return r.text[start:r.at]
}
