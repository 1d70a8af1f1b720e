package tomltree

import (
	"regexp"
	"strings"
)

// pair reads one key = value of a table, as far as there is one.
func (r *reader) pair(table *Node) *Pair {
	r.count(&r.statements, Statements)
	p := r.pairs.next(Pair{Item: Item{Span: Span{Start: r.at}}, Node: table, Equals: -1})
	p.Names = r.dotted()
	p.End = r.at
	r.skip(blank)
	if len(p.Names) == 0 || !r.peek("=") {
		r.at = p.End
		r.lose()
		p.Value = r.values.next(Value{Pair: p, Node: table, Span: Span{r.at, r.at}})
		return p
	}
	p.Equals = r.at
	r.at++
	p.Node = r.written(table, p.Names)
	last := p.Names[len(p.Names)-1].Span
	p.Value = r.value(p.Node)
	p.Value.Pair = p
	p.End = max(p.Value.End, p.Equals+1)
	p.Node.Place = Place{last, p.Value.Span}
	return p
}

// written is the node that a pair of a table says something about.
func (r *reader) written(node *Node, names []Name) *Node {
	for i, n := range names {
		if i < len(names)-1 { // the parser lets a.b = 1 reach into [[a]]
			node = r.child(node, n, Place{n.Span, n.Span}).current()
			continue
		}
		if before := r.tree.child(node, n.Text); before != nil {
			r.tree.Twice = append(r.tree.Twice, Twice{n.Text, before.Place.Name, n.Span})
			before.isWrittenAgain()
		}
		node = r.child(node, n, Place{n.Span, n.Span})
	}
	return node
}

// value reads a value of any kind.
func (r *reader) value(node *Node) *Value {
	r.skip(blank)
	v := r.values.next(Value{Node: node, Span: Span{Start: r.at}})
	if node.Value == nil {
		node.Value = v
	}
	r.depth++
	switch {
	case r.depth > Depth.Most():
		r.refuse(r.at, Depth)
	case r.peek("["):
		v.Kind = List
		r.elements(v, "]")
	case r.peek("{"):
		v.Kind = Inline
		r.elements(v, "}")
	case r.peek(`"`), r.peek(`'`):
		v.Closed = r.quoted()
	default:
		r.bare(v)
	}
	r.depth--
	v.End = r.at
	if v.IsEmpty() || !v.Closed {
		r.lose()
	}
	return v
}

// bare reads a value without quotes or brackets around it.
func (r *reader) bare(v *Value) {
	for r.at < r.end && strings.IndexByte(",]}#\n", r.text[r.at]) < 0 {
		r.at++
	}
	r.at = v.Start + len(strings.TrimRight(r.text[v.Start:r.at], blank))
	v.Closed = true
}

// elements reads what stands between brackets. Where it meets what cannot stand
// there, the value ends.
func (r *reader) elements(v *Value, closing string) {
	r.at++
	v.Open = r.sameLine()
	for {
		above := r.between(v)
		if v.Closed = r.peek(closing); v.Closed || r.at >= r.end || r.isCutShort(v) {
			v.Tail = above
			if v.Closed {
				r.at++
			}
			return
		}
		before := r.at
		e := r.element(v)
		if r.at == before && !r.peek(",") { // nothing that could be an element
			v.Tail = above
			return
		}
		if len(above) > 0 {
			e.Above = []Group{{Lines: above}}
		}
		v.Elems = append(v.Elems, e)
		r.comma(v, e)
	}
}

// isCutShort holds where a bracket was never closed: on a line of its own stands
// what can be no element, but the next statement. The value ends there, and so
// do all that it is part of.
func (r *reader) isCutShort(v *Value) bool {
	if r.cut {
		return true
	}
	before := v.Start
	if n := len(v.Elems); n > 0 {
		before = v.Elems[n-1].End
	}
	if r.line <= before || strings.Trim(r.text[r.line:r.at], blank) != "" {
		return false
	}
	text, _, _ := strings.Cut(r.rest(), "\n")
	isIndented := r.at-r.line > r.indent
	switch {
	case nextHeading.MatchString(text) && !isValue.MatchString(text):
		r.cut = true
	case nextPair.MatchString(text):
		// In curly brackets a pair is at home, after a comma or by its indent.
		r.cut = v.Kind == List || !isIndented && !v.endsInComma()
	}
	return r.cut
}

var (
	nextHeading = regexp.MustCompile(`^\[\[?[ \t]*[A-Za-z][A-Za-z0-9_.\- \t]*\]{1,2}[ \t\r]*(#.*)?$`)
	nextPair    = regexp.MustCompile(`^[A-Za-z0-9_-]+([ \t]*\.[ \t]*[A-Za-z0-9_-]+)*[ \t]*=`)
	// isValue is a list of one bare value of TOML.
	isValue = regexp.MustCompile(`^\[\[?[ \t]*(true|false|inf|nan)[ \t]*\]`)
)

// endsInComma holds for brackets without an element, too: one may follow.
func (v *Value) endsInComma() bool {
	return len(v.Elems) == 0 || v.Elems[len(v.Elems)-1].Comma >= 0
}

// between reads blank lines and comments inside brackets.
func (r *reader) between(v *Value) []Span {
	var comments []Span
	for {
		r.skip(blank)
		switch {
		case r.peek("\n"):
			v.Lines = true
			r.newLine()
		case r.peek("#"):
			comments = append(comments, r.comment())
		default:
			return comments
		}
	}
}

// sameLine reads a comment that stands on this line, if there is one.
func (r *reader) sameLine() Span {
	r.skip(blank)
	if r.peek("#") {
		return r.comment()
	}
	return Span{}
}

func (r *reader) element(v *Value) *Elem {
	e := r.elems.next(Elem{Comma: -1})
	if v.Kind == Inline {
		e.Pair = r.pair(v.Node)
		e.Span, e.Value = e.Pair.Span, e.Pair.Value
	} else {
		r.count(&r.entries, Entries)
		item := r.addItem(v.Node, Place{})
		e.Value = r.value(item)
		e.Span = e.Value.Span
		item.Place = Place{e.Span, e.Span}
	}
	e.Value.Host, e.Value.Nth = v, len(v.Elems)
	return e
}

// comma reads the comma after an element, with the comments on both sides of
// it that belong to the element.
func (r *reader) comma(v *Value, e *Elem) {
	comments := append(nonempty(r.sameLine()), r.between(v)...)
	if r.peek(",") {
		e.Comma = r.at
		r.at++
		comments = append(comments, nonempty(r.sameLine())...)
	} else if !r.peek("]") && !r.peek("}") {
		r.lose()
	}
	if len(comments) == 0 {
		return
	}
	e.Note = comments[0]
	for _, c := range comments[1:] {
		e.Below = append(e.Below, Group{Lines: []Span{c}})
	}
}

// nonempty is a list with the span, or without it when nothing is there.
func nonempty(s Span) []Span {
	if s.IsEmpty() {
		return nil
	}
	return []Span{s}
}
