package format

import (
	"slices"
	"strings"
)

// sorted are the blocks in the order of the schema, the root first.
func (p *printer) sorted() []*block {
	blocks := slices.Clone(p.tree.blocks)
	slices.SortStableFunc(blocks[1:], func(a, b *block) int { return compareRanks(p.rank(a.key), p.rank(b.key)) })
	return blocks
}

func (p *printer) sortedPairs(b *block) []*pair {
	pairs := slices.Clone(b.pairs)
	slices.SortStableFunc(pairs, func(a, b *pair) int { return compareRanks(p.rank(a.key), p.rank(b.key)) })
	return pairs
}

// value writes a value whose first line is indented by indent.
func (p *printer) value(v *value, indent string) string {
	switch {
	case v.kind == scalar:
		return grouped(p.text(v.span))
	case v.kind == list && v.lines || hasComments(v):
		return p.onLines(v, indent)
	}
	var parts []string
	for _, e := range p.inOrder(v) {
		parts = append(parts, p.element(e, indent))
	}
	inner := strings.Join(parts, ", ")
	switch {
	case v.kind == list:
		return "[" + inner + "]"
	case inner == "":
		return "{}"
	}
	return "{ " + inner + " }"
}

func (p *printer) inOrder(v *value) []*elem {
	if v.kind == list {
		return v.elems
	}
	elems := slices.Clone(v.elems)
	p.sort(elems)
	return elems
}

func (p *printer) element(e *elem, indent string) string {
	if e.pair == nil {
		return p.value(e.value, indent)
	}
	return p.names(e.pair.names) + " = " + p.value(e.value, indent)
}

// onLines writes each element on a line of its own, with its comments.
func (p *printer) onLines(v *value, indent string) string {
	open, closing := "[", "]"
	if v.kind == inline {
		open, closing = "{", "}"
	}
	if len(v.elems) == 0 && !hasComments(v) {
		return open + closing
	}
	var out strings.Builder
	inner := indent + "  "
	out.WriteString(open)
	p.comment(&out, v.open)
	for _, e := range p.inOrder(v) {
		p.comments(&out, e.above, inner)
		out.WriteString(inner + p.element(e, inner) + ",")
		p.comment(&out, e.note)
		p.comments(&out, e.below, inner)
	}
	for _, line := range v.tail {
		out.WriteString(inner + p.text(line) + "\n")
	}
	return out.String() + indent + closing
}

// comment ends a line, with the comment at its end if there is one.
func (p *printer) comment(out *strings.Builder, note span) {
	if note.end > 0 {
		out.WriteString(" " + p.text(note))
	}
	out.WriteString("\n")
}

func (p *printer) comments(out *strings.Builder, groups []group, indent string) {
	for _, g := range groups {
		for _, line := range g.lines {
			out.WriteString(indent + p.text(line) + "\n")
		}
	}
}
