package tomltree

import (
	"iter"
	"strconv"
	"strings"
)

// quoted passes over a text in quotes of any of the four kinds, and reports
// whether it is closed. One that is not ends with its line, or when it may have
// many lines, with the text.
func (r *reader) quoted() bool {
	quote := r.text[r.at : r.at+1]
	closing := quote
	if triple := strings.Repeat(quote, 3); r.peek(triple) {
		closing = triple
	}
	r.at += len(closing)
	for !r.peek(closing) {
		if r.at >= r.end || len(closing) == 1 && r.text[r.at] == '\n' {
			r.lose()
			return false
		}
		if quote == `"` && r.text[r.at] == '\\' {
			r.at++
			if len(closing) == 1 && r.peek("\n") {
				continue
			}
		}
		r.at = min(r.at+1, r.end)
	}
	r.at += len(closing)
	for len(closing) == 3 && r.peek(quote) { // """a"""" ends with a quote of its own
		r.at++
	}
	return true
}

// unquote gives what a quoted key of one line says.
func unquote(quoted string) string {
	if len(quoted) < 2 {
		return quoted
	}
	inner := quoted[1 : len(quoted)-1]
	if quoted[0] == '\'' || !strings.Contains(inner, `\`) {
		return inner
	}
	var out strings.Builder
	for inner != "" {
		size := min(len(inner), 1)
		if inner[0] == '\\' && len(inner) > 1 {
			r, n := escaped(inner[1:])
			out.WriteRune(r)
			size += n
		} else {
			out.WriteByte(inner[0])
		}
		inner = inner[size:]
	}
	return out.String()
}

// Escapes are the characters that the texts of a tree, keys included, write with
// a backslash, each with its place.
func (t *Tree) Escapes() iter.Seq2[Span, rune] {
	return func(yield func(Span, rune) bool) {
		for s := range t.texts() {
			raw := t.Raw(s)
			if raw == "" || raw[0] != '"' {
				continue // a backslash means itself in single quotes
			}
			for at := strings.IndexByte(raw, '\\'); at >= 0 && at+1 < len(raw); {
				r, size := escaped(raw[at+1:])
				if !yield(Span{s.Start + at, s.Start + at + 1 + size}, r) {
					return
				}
				at += 1 + size
				next := strings.IndexByte(raw[min(at, len(raw)):], '\\')
				if next < 0 {
					break
				}
				at += next
			}
		}
	}
}

// texts are the names and the single values of a tree.
func (t *Tree) texts() iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for _, table := range t.Tables {
			if !eachName(table.Names, yield) {
				return
			}
			for _, p := range table.Pairs {
				if !eachName(p.Names, yield) || !p.Value.texts(yield) {
					return
				}
			}
		}
	}
}

func eachName(names []Name, yield func(Span) bool) bool {
	for _, n := range names {
		if !yield(n.Span) {
			return false
		}
	}
	return true
}

func (v *Value) texts(yield func(Span) bool) bool {
	if v.Kind == Scalar {
		return yield(v.Span)
	}
	for _, e := range v.Elems {
		if e.Pair != nil && !eachName(e.Pair.Names, yield) || !e.Value.texts(yield) {
			return false
		}
	}
	return true
}

// escaped reads what follows a backslash and says how many bytes it took.
func escaped(s string) (r rune, size int) {
	if i := strings.IndexByte("btnfre", s[0]); i >= 0 {
		return rune("\b\t\n\f\r\x1b"[i]), 1
	}
	if digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[s[0]]; digits > 0 && len(s) > digits {
		code, _ := strconv.ParseUint(s[1:1+digits], 16, 32)
		return rune(code), 1 + digits
	}
	return rune(s[0]), 1
}
