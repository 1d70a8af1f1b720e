package layout

import (
	"bytes"
	"fmt"
	"text/template/parse"
)

// Bounds are what no layout may go beyond.
type Bounds struct {
	Bytes int // of one file
	Turns int // of loops, and parts placed, in one file
}

// Usual bounds: the longest page of an atlas of ten thousand regions has ten megabytes,
// and takes a quarter of a million turns. Ten million take about a second.
func Usual() Bounds { return Bounds{Bytes: 256 << 20, Turns: 10_000_000} }

// Sheet is the file that a layout is filling. It ends what would never end.
type Sheet struct {
	bytes.Buffer
	most  Bounds
	turns int
}

// NewSheet makes an empty sheet.
func NewSheet(most Bounds) *Sheet { return &Sheet{most: most} }

// Begin empties a sheet.
func (s *Sheet) Begin(most Bounds) {
	s.Reset()
	s.most, s.turns = most, 0
}

// Write takes a piece of the file; an empty one is a turn, see Count.
func (s *Sheet) Write(text []byte) (int, error) {
	if len(text) == 0 {
		if s.turns++; s.turns > s.most.Turns {
			return 0, fmt.Errorf("its layout turns in loops more than %d times, so one may never end",
				s.most.Turns)
		}
		return 0, nil
	}
	if s.Len()+len(text) > s.most.Bytes {
		return 0, fmt.Errorf("it grows beyond %d bytes, so a loop of its layout may never end",
			s.most.Bytes)
	}
	return s.Buffer.Write(text)
}

// put is Write for whoever leaves faults to html/template.
func (s *Sheet) put(text []byte) {
	if _, err := s.Write(text); err != nil {
		unknown()
	}
}

// say is put for a text that is a string, and may be empty.
func (s *Sheet) say(text string) {
	if s.Len()+len(text) > s.most.Bytes {
		unknown()
	}
	s.WriteString(text)
}

// Count puts an empty text at the beginning of a template and of each of its
// loops: whoever executes it writes the text, and so tells of every turn.
func Count(tree *parse.Tree) {
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
