package source

import (
	"strings"

	"regional-atlas/generator/problem"
)

// span is a stretch of a text in bytes, end excluded.
type span struct{ start, end int }

// spot is where a key and its value stand.
type spot struct{ name, value span }

// index maps the keys of a TOML text to their places. It trusts that the text
// has been parsed before; on other text it stops early, and never panics.
type index struct {
	text  string
	at    int
	spots map[problem.Key]spot
	count map[problem.Key]int // tables seen in each list of tables
}

func newIndex(text string) map[problem.Key]spot {
	x := &index{text: text, spots: map[problem.Key]spot{}, count: map[problem.Key]int{}}
	table := problem.Key("")
	for x.skip(" \t\n\r"); x.at < len(x.text); x.skip(" \t\n\r") {
		before := x.at
		switch x.text[x.at] {
		case '#':
			x.line()
		case '[':
			table = x.header()
		default:
			x.pair(table)
		}
		if x.at == before { // not TOML: give up rather than loop
			break
		}
	}
	return x.spots
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
		last := i == len(names)-1
		if last && isList {
			x.count[key]++
			x.note(key, spot{here, here})
		}
		if c := x.count[key]; c > 0 {
			key = key.Item(c - 1)
		}
		if last {
			x.note(key, spot{here, here})
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

// unquote gives the text of a quoted key; escapes that stand for one character
// are the only ones that occur in keys worth pointing at.
func unquote(quoted string) string {
	inner := quoted[1 : len(quoted)-1]
	if quoted[0] == '"' {
		inner = strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(inner)
	}
	return inner
}

// pair reads one key = value of the table.
func (x *index) pair(table problem.Key) {
	names := x.names()
	x.skip(" \t")
	if len(names) == 0 || !x.peek("=") {
		return
	}
	x.at++
	key := table
	for _, n := range names {
		key = key.Field(n.text)
		x.note(key, spot{n.span, n.span})
	}
	x.spots[key] = spot{names[len(names)-1].span, x.value(key)}
}

// value reads a value, notes the places inside it, and returns its own.
func (x *index) value(key problem.Key) span {
	x.skip(" \t")
	start := x.at
	switch {
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

// str passes over a string of any of the four kinds.
func (x *index) str() {
	quote := x.text[x.at : x.at+1]
	closing := quote
	if triple := strings.Repeat(quote, 3); x.peek(triple) {
		closing = triple
	}
	x.at += len(closing)
	for x.at < len(x.text) && !x.peek(closing) {
		if quote == `"` && x.text[x.at] == '\\' {
			x.at++
		}
		if len(closing) == 1 && x.peek("\n") {
			return
		}
		x.at = min(x.at+1, len(x.text))
	}
	x.at = min(x.at+len(closing), len(x.text))
	for len(closing) == 3 && x.peek(quote) { // """a"""" ends with a quote of its own
		x.at++
	}
}
