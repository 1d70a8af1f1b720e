package source

import (
	"slices"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/tomltree"
)

// index is what the search for faults wants to know of a TOML text: a view of
// its tree, which also takes texts that are not TOML.
type index struct {
	*tomltree.Tree
	listed []statement // found when a fault asks for them
}

// statement is a heading or a pair, and the key that it says something about.
type statement struct {
	at      int // offset of its first byte, -1 for none
	node    *tomltree.Node
	heading bool
}

func newIndex(text string) *index { return &index{Tree: tomltree.Read(text)} }

// statements are those of the text, in its order.
func (x *index) statements() []statement {
	if x.listed != nil {
		return x.listed
	}
	for i, table := range x.Tables {
		if i > 0 {
			x.listed = append(x.listed, statement{table.Start, table.Node, true})
		}
		for _, pair := range table.Pairs {
			x.listed = append(x.listed, statement{pair.Start, pair.Node, false})
		}
	}
	return x.listed
}

// statementAt is the last statement that begins at the offset or before it; one
// at -1 when there is none.
func (x *index) statementAt(at int) statement {
	byPlace := func(s statement, at int) int { return s.at - at }
	i, _ := slices.BinarySearchFunc(x.statements(), at+1, byPlace)
	if i == 0 {
		return statement{at: -1, node: x.Top}
	}
	return x.statements()[i-1]
}

// spanOf is where a key stands, or the part of it that a fault is about. What is
// not written stands where the nearest key above it does; false when there is
// none.
func (x *index) spanOf(key problem.Key, part problem.Part) (tomltree.Span, bool) {
	node, exact := x.Find(key)
	if exact && part == problem.Name {
		return node.Place.Name, node != x.Top
	}
	return node.Place.Value, node != x.Top
}
