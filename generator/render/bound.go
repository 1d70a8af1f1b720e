package render

import (
	"bytes"
	"fmt"
	"text/template/parse"
)

// bounds are what no layout may go beyond.
type bounds struct {
	bytes int // of one file
	turns int // of loops, and parts placed, in one file
}

// usual bounds: the longest page of an atlas of ten thousand regions has ten
// megabytes, and takes a quarter of a million turns. Ten million take about a
// second.
func usual() bounds { return bounds{bytes: 256 << 20, turns: 10_000_000} }

// sheet is the file that a layout is filling. It ends what would never end.
type sheet struct {
	bytes.Buffer
	most  bounds
	turns int
}

func (s *sheet) begin(most bounds) {
	s.Reset()
	s.most, s.turns = most, 0
}

// Write takes a piece of the file; an empty one is a turn, see count.
func (s *sheet) Write(text []byte) (int, error) {
	if len(text) == 0 {
		if s.turns++; s.turns > s.most.turns {
			return 0, fmt.Errorf("its layout turns in loops more than %d times, so one may never end", s.most.turns)
		}
		return 0, nil
	}
	if s.Len()+len(text) > s.most.bytes {
		return 0, fmt.Errorf("it grows beyond %d bytes, so a loop of its layout may never end", s.most.bytes)
	}
	return s.Buffer.Write(text)
}

// count puts an empty text at the beginning of a template and of each of its
// loops: whoever executes it writes the text, and so tells of every turn.
func count(tree *parse.Tree) {
	if tree == nil || tree.Root == nil {
		return
	}
	countIn(tree.Root)
	mark(tree.Root)
}

func countIn(list *parse.ListNode) {
	if list == nil {
		return
	}
	for _, node := range list.Nodes {
		switch n := node.(type) {
		case *parse.RangeNode:
			countIn(n.List)
			countIn(n.ElseList)
			mark(n.List)
		case *parse.IfNode:
			countIn(n.List)
			countIn(n.ElseList)
		case *parse.WithNode:
			countIn(n.List)
			countIn(n.ElseList)
		}
	}
}

func mark(list *parse.ListNode) {
	turn := &parse.TextNode{NodeType: parse.NodeText, Pos: list.Pos}
	if len(list.Nodes) > 0 {
		if first, ok := list.Nodes[0].(*parse.TextNode); ok && len(first.Text) == 0 {
			return // counted already
		}
	}
	list.Nodes = append([]parse.Node{turn}, list.Nodes...)
}
