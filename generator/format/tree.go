package format

import (
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/source"
)

// span is a stretch of a text in bytes, end excluded.
type span struct{ start, end int }

// tree is the TOML of a region file with everything that stands in it, comments
// and blank lines included. All spans are of the whole text of the file.
type tree struct {
	text   string
	front  span
	head   []group  // comments at the top that belong to the file
	blocks []*block // the first is the root, which has no heading
	tail   []group  // comments at the end that belong to the file
}

// group is a run of comment lines; gap says that a blank line follows it.
type group struct {
	lines []span
	gap   bool
}

// item is what headings and pairs have in common.
type item struct {
	span       // the key and its value, or the heading
	note  span // the comment at the end of the line
	above []group
	below []group // commented-out lines right under it
	blank bool    // a blank line stands before it and its comments
}

// block is a heading with the pairs below it.
type block struct {
	item
	names  []name
	isList bool // [[…]]
	key    problem.Key
	pairs  []*pair
}

// name is one part of a dotted key.
type name struct {
	span
	text string
}

// pair is one key = value.
type pair struct {
	item
	names []name
	key   problem.Key
	value *value
}

type kind int

const (
	scalar kind = iota
	list
	inline
)

// value is what stands right of an equals sign or inside brackets.
type value struct {
	span
	kind  kind
	key   problem.Key
	open  span // the comment after the opening bracket
	elems []*elem
	tail  []span // comments before the closing bracket
	lines bool   // its elements stand on several lines
}

// elem is an element of a list, or a pair of an inline table.
type elem struct {
	item
	pair  *pair // nil in a list
	value *value
	comma int // the byte of the comma after it, -1 without
}

// reader builds a tree. On a text that is not TOML it stops and says so.
type reader struct {
	text  string
	at    int
	end   int
	count map[problem.Key]int // tables seen in each list of tables
	lost  bool                // something stands where nothing was expected
}

// read takes a region file apart, whatever its line ends. It is only asked
// about texts that the parser of room source has understood.
func read(text string) (*tree, bool) {
	start, end, ok := source.Bounds(text)
	if !ok {
		return nil, false
	}
	t := &tree{text: text, front: span{start, end}, blocks: []*block{{item: item{span: span{start, start}}}}}
	r := &reader{text: text, at: start, end: end, count: map[problem.Key]int{}}
	if strings.HasPrefix(r.rest(), "\ufeff") {
		r.at += len("\ufeff")
		t.blocks[0].span = span{r.at, r.at}
	}
	r.statements(t)
	return t, !r.lost
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

func (r *reader) statements(t *tree) {
	here, last := t.blocks[0], (*item)(nil)
	for !r.lost {
		groups, before := r.trivia()
		if r.at >= r.end {
			ending(t, last, groups, before)
			return
		}
		var it *item
		if r.peek("[") {
			here = r.heading()
			t.blocks = append(t.blocks, here)
			it = &here.item
		} else {
			p := r.pair(here.key)
			here.pairs = append(here.pairs, p)
			it = &p.item
		}
		r.endOfLine(it)
		attach(t, last, it, groups, before)
		last = it
	}
}

// trivia reads blank lines and comments up to the next statement; before says
// that a blank line comes first.
func (r *reader) trivia() (groups []group, before bool) {
	fresh := true // the next comment starts a group
	for {
		r.skip(blank)
		switch {
		case r.peek("\n"):
			r.at++
			if len(groups) == 0 {
				before = true
			} else {
				groups[len(groups)-1].gap = true
			}
			fresh = true
		case r.peek("#"):
			if fresh {
				groups = append(groups, group{})
			}
			g := &groups[len(groups)-1]
			g.lines = append(g.lines, r.comment())
			if fresh = false; r.peek("\n") {
				r.at++
			}
		default:
			return groups, before
		}
	}
}

// comment reads to the end of the line, which it leaves.
func (r *reader) comment() span {
	start := r.at
	for r.at < r.end && r.text[r.at] != '\n' {
		r.at++
	}
	return span{start, start + len(strings.TrimRight(r.text[start:r.at], blank))}
}

// endOfLine reads the comment after a statement, and the line end.
func (r *reader) endOfLine(it *item) {
	r.skip(blank)
	if r.peek("#") {
		it.note = r.comment()
	}
	if r.at < r.end && !r.peek("\n") {
		r.lost = true
		return
	}
	r.at = min(r.at+1, r.end)
}

// attach gives comments to what they belong to: right under a statement with a
// blank line after them, to that statement; else to the next one.
func attach(t *tree, last, next *item, groups []group, before bool) {
	next.blank = before
	if len(groups) == 0 {
		return
	}
	first := groups[0]
	switch {
	case last == nil:
		for len(groups) > 0 && groups[0].gap {
			t.head, groups = append(t.head, groups[0]), groups[1:]
		}
	case !before && first.gap:
		last.below, groups, next.blank = groups[:1], groups[1:], true
	}
	next.above = groups
}

func ending(t *tree, last *item, groups []group, before bool) {
	switch {
	case last == nil:
		t.head = groups
	case len(groups) > 0 && !before:
		last.below, t.tail = groups[:1], groups[1:]
	default:
		t.tail = groups
	}
}

// heading reads [a.b] or [[a.b]].
func (r *reader) heading() *block {
	b := &block{isList: r.peek("[["), item: item{span: span{start: r.at}}}
	brackets := "["
	if b.isList {
		brackets = "[["
	}
	r.at += len(brackets)
	b.names = r.names()
	r.skip(blank)
	closing := strings.Repeat("]", len(brackets))
	if r.lost = r.lost || len(b.names) == 0 || !r.peek(closing); r.lost {
		return b
	}
	r.at += len(closing)
	b.end = r.at
	for i, n := range b.names {
		b.key = b.key.Field(n.text)
		if b.isList && i == len(b.names)-1 {
			r.count[b.key]++
		}
		b.key = r.current(b.key)
	}
	return b
}

// current is the key itself, or of a list of tables the entry that is being
// written.
func (r *reader) current(key problem.Key) problem.Key {
	if c := r.count[key]; c > 0 {
		return key.Item(c - 1)
	}
	return key
}

// names reads a dotted key.
func (r *reader) names() []name {
	var names []name
	for {
		r.skip(blank)
		start := r.at
		if r.peek(`"`) || r.peek(`'`) {
			r.at = min(source.QuotedEnd(r.text, r.at), r.end)
			names = append(names, name{span{start, r.at}, source.Unquote(r.text[start:r.at])})
		} else {
			for r.at < r.end && strings.IndexByte(" \t\r\n.=]#,{}[\"'", r.text[r.at]) < 0 {
				r.at++
			}
			names = append(names, name{span{start, r.at}, r.text[start:r.at]})
		}
		if r.at == start {
			r.lost = true
			return nil
		}
		r.skip(blank)
		if !r.peek(".") {
			return names
		}
		r.at++
	}
}
