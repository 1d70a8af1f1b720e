package source

import (
	"strings"

	"regional-atlas/generator/problem"
)

// span is a stretch of a text in bytes, end excluded.
type span struct{ start, end int }

// spot is where a key and its value stand.
type spot struct{ name, value span }

// index maps the keys of a TOML text to their places. On a text that is not
// TOML it stops at the first surprise, and never panics.
type index struct {
	text  string
	at    int
	depth int
	spots map[problem.Key]spot
	count map[problem.Key]int // tables seen in each list of tables
	twice []double
	deep  int  // offset of what is nested too deeply or too much, -1 without
	many  bool // it is too much rather than too deep

	values     int // entries of lists seen
	statements []statement
}

// statement is a heading or a pair, and the key that it says something about.
type statement struct {
	at      int // offset of its first byte
	key     problem.Key
	heading bool
}

// double is a key that is written again.
type double struct {
	name        string
	first, next span
}

// deepest is how many tables and lists may stand inside each other; the schema
// needs five.
const deepest = 24

// mostValues is how many entries the lists of one file may have together; the
// longest real file has some hundred.
const mostValues = 50_000

func newIndex(text string) *index {
	const each = 40 // bytes of a pair, about
	x := &index{text: text, deep: -1, spots: make(map[problem.Key]spot, len(text)/each), count: map[problem.Key]int{}}
	x.at = len(text) - len(strings.TrimPrefix(text, "\ufeff"))
	table := problem.Key("")
	for x.skip(" \t\n\r"); x.at < len(x.text); x.skip(" \t\n\r") {
		before := x.at
		switch x.text[x.at] {
		case '#':
			x.line()
		case '[':
			table = x.header()
			x.statements = append(x.statements, statement{before, table, true})
		default:
			x.statements = append(x.statements, statement{at: before, key: table})
			x.statements[len(x.statements)-1].key = x.pair(table)
		}
		if x.at == before { // not TOML: give up rather than loop
			break
		}
	}
	return x
}

// tooDeep remembers the place and ends the scan.
func (x *index) tooDeep(offset int) {
	if x.deep < 0 {
		x.deep = offset
	}
	x.at = len(x.text)
}

func (x *index) skip(set string) {
	for x.at < len(x.text) && strings.IndexByte(set, x.text[x.at]) >= 0 {
		x.at++
	}
}

func (x *index) line() {
	for x.at < len(x.text) && x.text[x.at] != '\n' {
		x.at++
	}
}

func (x *index) peek(s string) bool { return strings.HasPrefix(x.text[x.at:], s) }

// header reads [a.b] or [[a.b]] and returns the key that its pairs belong to.
func (x *index) header() problem.Key {
	start, isList := x.at, x.peek("[[")
	x.skip("[")
	names := x.names()
	x.skip("]")
	here := span{start, x.at}
	x.line()
	key := problem.Key("")
	for i, n := range names {
		key = key.Field(n.text)
		if i < len(names)-1 {
			x.note(key, spot{n.span, n.span})
		} else if isList {
			x.count[key]++
			x.note(key, spot{n.span, here})
		}
		if c := x.count[key]; c > 0 {
			key = key.Item(c - 1)
		}
		if i == len(names)-1 { // [a] after [a.b] is where a is
			x.spots[key] = spot{n.span, here}
		}
	}
	return key
}

// note keeps the first place of a key: the table that opens a list names it.
func (x *index) note(key problem.Key, s spot) {
	if _, noted := x.spots[key]; !noted {
		x.spots[key] = s
	}
}

type name struct {
	text string
	span span
}

// names reads a dotted key.
func (x *index) names() []name {
	var names []name
	for {
		x.skip(" \t")
		start := x.at
		text := x.bare()
		if x.at == start {
			return names
		}
		if len(names) == deepest {
			x.tooDeep(start)
			return nil
		}
		names = append(names, name{text, span{start, x.at}})
		x.skip(" \t")
		if !x.peek(".") {
			return names
		}
		x.at++
	}
}

func (x *index) bare() string {
	start := x.at
	if x.peek(`"`) || x.peek(`'`) {
		x.str()
		quoted := x.text[start:x.at]
		if len(quoted) < 2 {
			return quoted
		}
		return unquote(quoted)
	}
	for x.at < len(x.text) && strings.IndexByte(" \t\r\n.=]#,{}[\"'", x.text[x.at]) < 0 {
		x.at++
	}
	return x.text[start:x.at]
}

// pair reads one key = value of the table and returns the key, as far as it can
// be read.
func (x *index) pair(table problem.Key) problem.Key {
	names := x.names()
	x.skip(" \t")
	if len(names) == 0 || !x.peek("=") {
		return table
	}
	x.at++
	key := table
	for _, n := range names[:len(names)-1] {
		key = key.Field(n.text)
		x.note(key, spot{n.span, n.span})
		if c := x.count[key]; c > 0 { // the parser lets a.b = 1 reach into [[a]]
			key = key.Item(c - 1)
		}
	}
	last := names[len(names)-1]
	key = key.Field(last.text)
	if old, again := x.spots[key]; again {
		x.twice = append(x.twice, double{last.text, old.name, last.span})
	}
	place := x.value(key) // may note keys below, never this one
	x.spots[key] = spot{last.span, place}
	return key
}

// value reads a value, notes the places inside it, and returns its own.
func (x *index) value(key problem.Key) span {
	x.skip(" \t")
	start := x.at
	x.depth++
	defer func() { x.depth-- }()
	switch {
	case x.depth > deepest:
		x.tooDeep(start)
	case x.at >= len(x.text):
	case x.text[x.at] == '[':
		x.list(key)
	case x.text[x.at] == '{':
		x.inline(key)
	case x.text[x.at] == '"', x.text[x.at] == '\'':
		x.str()
	default:
		for x.at < len(x.text) && strings.IndexByte(",]}#\n\r", x.text[x.at]) < 0 {
			x.at++
		}
		return span{start, start + len(strings.TrimRight(x.text[start:x.at], " \t"))}
	}
	return span{start, x.at}
}

func (x *index) list(key problem.Key) {
	x.at++
	for i := 0; ; i++ {
		x.blanks()
		if x.at >= len(x.text) || x.peek("]") {
			break
		}
		before := x.at
		if x.values++; x.values > mostValues {
			x.many = true
			x.tooDeep(before)
			return
		}
		item := key.Item(i)
		place := x.value(item)
		x.spots[item] = spot{place, place}
		x.blanks()
		if x.peek(",") {
			x.at++
		}
		if x.at == before {
			return
		}
	}
	x.at = min(x.at+1, len(x.text))
}

func (x *index) inline(key problem.Key) {
	x.at++
	for {
		x.blanks()
		if x.at >= len(x.text) || x.peek("}") {
			break
		}
		before := x.at
		x.pair(key)
		x.blanks()
		if x.peek(",") {
			x.at++
		}
		if x.at == before {
			return
		}
	}
	x.at = min(x.at+1, len(x.text))
}

// blanks passes over white space, line ends and comments inside brackets.
func (x *index) blanks() {
	for x.skip(" \t\r\n"); x.peek("#"); x.skip(" \t\r\n") {
		x.line()
	}
}
