package tomltree

import (
	"strconv"

	"regional-atlas/generator/problem"
)

// Node is a key of the text: what all that is written about it has in common.
// It does not spell the key, since a text may have many keys below a long one.
type Node struct {
	Parent *Node // nil at the top
	Place  Place
	Value  *Value // what a pair or a list gives it; nil for a table of lines
	Table  *Table // the first heading that opens it

	name    string // of the top, its key
	nth     int32  // in a list, counted from 1
	length  int32  // bytes of the whole key, about
	entries int32  // headings [[…]] among the items
	items   []*Node
}

// Place is where a key and its value stand. For the heading of a table that is
// its last name and the whole heading; for an entry of a list, the entry twice.
type Place struct{ Name, Value Span }

// field is a key by its parent and its name there.
type field struct {
	parent *Node
	name   string
}

// Key spells the key.
func (n *Node) Key() problem.Key {
	switch {
	case n.Parent == nil:
		return problem.Key(n.name)
	case n.nth > 0:
		return n.Parent.Key().Item(int(n.nth) - 1)
	}
	return n.Parent.Key().Field(n.name)
}

// Key is the key of the node that a table, a pair or an element is about.
func (t *Table) Key() problem.Key { return t.Node.Key() }

// Key is that of its node.
func (p *Pair) Key() problem.Key { return p.Node.Key() }

// Key is that of its value's node.
func (e *Elem) Key() problem.Key { return e.Value.Node.Key() }

// IsWithin holds for a node that is the other one or stands below it.
func (n *Node) IsWithin(other *Node) bool {
	for n != other && n != nil {
		n = n.Parent
	}
	return n != nil
}

// IsEntry holds for an element of a list.
func (n *Node) IsEntry() bool { return n.nth > 0 }

// Entries is how many headings [[…]] open an entry of the list.
func (n *Node) Entries() int { return int(n.entries) }

// current is the node itself, or of a list of tables the entry that is being
// written.
func (n *Node) current() *Node {
	if n.entries > 0 {
		return n.items[len(n.items)-1]
	}
	return n
}

// isWrittenAgain forgets the value of a key, as the parser does, for a later one.
func (n *Node) isWrittenAgain() {
	n.Value = nil
	if n.entries == 0 { // else headings go on to count them
		n.items = nil
	}
}

// addItem is a new entry of a list.
func (r *reader) addItem(n *Node, place Place) *Node {
	const digits = 3 // of a number in a list, about
	nth := int32(len(n.items) + 1)
	item := r.nodes.next(Node{Parent: n, Place: place, nth: nth, length: n.length + digits})
	n.items = append(n.items, item)
	return item
}

// child is the field of a node, or nil.
func (t *Tree) child(n *Node, name string) *Node { return t.fields[field{n, name}] }

// child is the field of a node, made at the place when it is not there yet.
func (r *reader) child(n *Node, name Name, place Place) *Node {
	at := field{n, name.Text}
	c := r.tree.fields[at]
	if c == nil {
		length := n.length + 1 + int32(len(name.Text))
		c = r.nodes.next(Node{Parent: n, Place: place, name: name.Text, length: length})
		r.tree.fields[at] = c
	}
	r.named += int(c.length)
	if r.named > Names.Most() {
		r.refuse(name.Start, Names)
	}
	return c
}

// Find is the node of a key, or else that of the nearest key above it.
func (t *Tree) Find(key problem.Key) (n *Node, exact bool) {
	n = t.Top
	for _, step := range key.Steps() {
		below := t.child(n, step)
		if below == nil {
			below = n.item(step)
		}
		if below == nil {
			return n, false
		}
		n = below
	}
	return n, true
}

// item is the element of a list with the number, or nil.
func (n *Node) item(number string) *Node {
	i, err := strconv.Atoi(number)
	if err != nil || i < 0 || i >= len(n.items) || strconv.Itoa(i) != number {
		return nil
	}
	return n.items[i]
}
