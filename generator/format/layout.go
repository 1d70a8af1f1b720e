package format

import (
	"slices"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/tomltree"
)

// sorted are the blocks in the order of the schema, the root first.
func (p *printer) sorted() []*tomltree.Table {
	tables := p.tree.Tables
	return append(tables[:1:1], inOrder(p.schema, tables[1:], (*tomltree.Table).Key)...)
}

// inOrder is a list in the order that the schema has for the keys of its members.
func inOrder[T any](s schema, list []T, key func(T) problem.Key) []T {
	type ranked struct {
		member T
		rank   []step
	}
	all := make([]ranked, len(list))
	for i, member := range list {
		all[i] = ranked{member, s.rank(key(member))}
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return compareRanks(a.rank, b.rank) })
	sorted := make([]T, len(list))
	for i, r := range all {
		sorted[i] = r.member
	}
	return sorted
}

// value writes a value whose first line is indented by indent.
func (p *printer) value(v *tomltree.Value, indent string) string {
	switch {
	case v.Kind == tomltree.Scalar:
		return grouped(p.text(v.Span))
	case v.Kind == tomltree.List && v.Lines || hasComments(v):
		return p.onLines(v, indent)
	}
	var parts []string
	for _, e := range p.elems(v) {
		parts = append(parts, p.element(e, indent))
	}
	inner := strings.Join(parts, ", ")
	switch {
	case v.Kind == tomltree.List:
		return "[" + inner + "]"
	case inner == "":
		return "{}"
	}
	return "{ " + inner + " }"
}

// elems are the elements of a list as they are, and the pairs of an inline table
// in the order of the schema.
func (s schema) elems(v *tomltree.Value) []*tomltree.Elem {
	if v.Kind == tomltree.List {
		return v.Elems
	}
	return inOrder(s, v.Elems, (*tomltree.Elem).Key)
}

func (p *printer) element(e *tomltree.Elem, indent string) string {
	if e.Pair == nil {
		return p.value(e.Value, indent)
	}
	return p.names(e.Pair.Names) + " = " + p.value(e.Value, indent)
}

// onLines writes each element on a line of its own, with its comments.
func (p *printer) onLines(v *tomltree.Value, indent string) string {
	open, closing := "[", "]"
	if v.Kind == tomltree.Inline {
		open, closing = "{", "}"
	}
	if len(v.Elems) == 0 && !hasComments(v) {
		return open + closing
	}
	var out strings.Builder
	inner := indent + "  "
	out.WriteString(open)
	p.comment(&out, v.Open)
	for _, e := range p.elems(v) {
		p.comments(&out, e.Above, inner)
		out.WriteString(inner + p.element(e, inner) + ",")
		p.comment(&out, e.Note)
		p.comments(&out, e.Below, inner)
	}
	for _, line := range v.Tail {
		out.WriteString(inner + p.text(line) + "\n")
	}
	return out.String() + indent + closing
}

// comment ends a line, with the comment at its end if there is one.
func (p *printer) comment(out *strings.Builder, note tomltree.Span) {
	if note.End > 0 {
		out.WriteString(" " + p.text(note))
	}
	out.WriteString("\n")
}

func (p *printer) comments(out *strings.Builder, groups []tomltree.Group, indent string) {
	for _, g := range groups {
		for _, line := range g.Lines {
			out.WriteString(indent + p.text(line) + "\n")
		}
	}
}
