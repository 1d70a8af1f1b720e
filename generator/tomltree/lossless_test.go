package tomltree

import (
	"slices"
	"strings"
	"testing"
)

// leaf is a piece of a text that no other piece is part of.
type leaf struct {
	Span
	what string
}

// leaves collects the pieces of a tree.
type leaves struct{ list []leaf }

func (l *leaves) add(s Span, what string) {
	if !s.IsEmpty() {
		l.list = append(l.list, leaf{s, what})
	}
}

func leavesOf(t *Tree) []leaf {
	l := &leaves{}
	l.groups(t.Head)
	for i, table := range t.Tables {
		if i > 0 {
			l.item(table.Item)
			l.add(table.Span, "heading")
		}
		for _, p := range table.Pairs {
			l.item(p.Item)
			l.pair(p)
		}
	}
	l.groups(t.Tail)
	l.add(t.Rest, "rest")
	slices.SortFunc(l.list, func(a, b leaf) int { return a.Start - b.Start })
	return l.list
}

func (l *leaves) item(it Item) {
	l.groups(it.Above)
	l.groups(it.Below)
	l.add(it.Note, "comment")
	l.add(it.Stray, "stray")
}

func (l *leaves) groups(groups []Group) {
	for _, g := range groups {
		l.spans(g.Lines)
	}
}

func (l *leaves) spans(lines []Span) {
	for _, line := range lines {
		l.add(line, "comment")
	}
}

// pair divides a pair where it is whole.
func (l *leaves) pair(p *Pair) {
	if p.Equals < 0 {
		l.add(p.Span, "half a pair")
		return
	}
	l.add(Span{p.Start, p.Equals + 1}, "key")
	l.value(p.Value)
}

func (l *leaves) value(v *Value) {
	if v.Kind == Scalar {
		l.add(v.Span, "scalar")
		return
	}
	l.add(Span{v.Start, v.Start + 1}, "bracket")
	l.add(v.Open, "comment")
	for _, e := range v.Elems {
		l.item(e.Item)
		if e.Pair != nil {
			l.pair(e.Pair)
		} else {
			l.value(e.Value)
		}
		if e.Comma >= 0 {
			l.add(Span{e.Comma, e.Comma + 1}, "comma")
		}
	}
	l.spans(v.Tail)
	if v.Closed {
		l.add(Span{v.End - 1, v.End}, "bracket")
	}
}

// holds proves that no byte of a text is lost, and none stands twice.
func holds(t *testing.T, text string) *Tree {
	t.Helper()
	tree := Read(text)
	at := 0
	end := leaf{Span{len(text), len(text)}, "end"}
	for _, l := range append(leavesOf(tree), end) {
		if l.Start < at {
			t.Fatalf("the %s %.60q of %.60q stands twice", l.what, tree.Raw(l.Span), text)
		}
		between := strings.TrimPrefix(text[at:l.Start], "\ufeff")
		if strings.Trim(between, " \t\r\n") != "" {
			t.Fatalf("%.60q of %.60q is lost", between, text)
		}
		at = l.End
	}
	return tree
}
