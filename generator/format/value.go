package format

import (
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/source"
)

// pair reads one key = value of a table.
func (r *reader) pair(table problem.Key) *pair {
	p := &pair{item: item{span: span{start: r.at}}, key: table}
	p.names = r.names()
	for i, n := range p.names {
		p.key = p.key.Field(n.text)
		if i < len(p.names)-1 {
			p.key = r.current(p.key)
		}
	}
	r.skip(blank)
	if r.lost = r.lost || !r.peek("="); r.lost {
		p.value = &value{span: span{r.at, r.at}}
		return p
	}
	r.at++
	p.value = r.value(p.key)
	p.end = p.value.end
	return p
}

// value reads a value of any kind.
func (r *reader) value(key problem.Key) *value {
	r.skip(blank)
	v := &value{key: key, span: span{start: r.at}}
	switch {
	case r.peek("["):
		v.kind = list
		r.elements(v, "]")
	case r.peek("{"):
		v.kind = inline
		r.elements(v, "}")
	case r.peek(`"`), r.peek(`'`):
		r.at = min(source.QuotedEnd(r.text, r.at), r.end)
	default:
		for r.at < r.end && strings.IndexByte(",]}#\n", r.text[r.at]) < 0 {
			r.at++
		}
		r.at = v.start + len(strings.TrimRight(r.text[v.start:r.at], blank))
	}
	v.end = r.at
	r.lost = r.lost || v.start == v.end
	return v
}

// elements reads what stands between brackets.
func (r *reader) elements(v *value, closing string) {
	r.at++
	v.open = r.sameLine()
	for !r.lost {
		above := r.between(v)
		if r.peek(closing) {
			r.at++
			v.tail = above
			return
		}
		if r.at >= r.end {
			r.lost = true
			return
		}
		e := r.element(v)
		if len(above) > 0 {
			e.above = []group{{lines: above}}
		}
		v.elems = append(v.elems, e)
		r.comma(v, e)
	}
}

// between reads blank lines and comments inside brackets.
func (r *reader) between(v *value) []span {
	var comments []span
	for {
		r.skip(blank)
		switch {
		case r.peek("\n"):
			v.lines = true
			r.at++
		case r.peek("#"):
			comments = append(comments, r.comment())
		default:
			return comments
		}
	}
}

// sameLine reads a comment that stands on this line, if there is one.
func (r *reader) sameLine() span {
	r.skip(blank)
	if r.peek("#") {
		return r.comment()
	}
	return span{}
}

func (r *reader) element(v *value) *elem {
	e := &elem{comma: -1}
	if v.kind == inline {
		e.pair = r.pair(v.key)
		e.span, e.value = e.pair.span, e.pair.value
		return e
	}
	e.value = r.value(v.key.Item(len(v.elems)))
	e.span = e.value.span
	return e
}

// comma reads the comma after an element, with the comments on both sides of
// it that belong to the element.
func (r *reader) comma(v *value, e *elem) {
	before := append(nonempty(r.sameLine()), r.between(v)...)
	if r.peek(",") {
		e.comma = r.at
		r.at++
		before = append(before, nonempty(r.sameLine())...)
	} else if !r.peek("]") && !r.peek("}") {
		r.lost = true
	}
	if len(before) == 0 {
		return
	}
	e.note = before[0]
	for _, c := range before[1:] {
		e.below = append(e.below, group{lines: []span{c}})
	}
}

func nonempty(s span) []span {
	if s.end > s.start {
		return []span{s}
	}
	return nil
}
