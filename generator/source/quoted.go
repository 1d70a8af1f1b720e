package source

import (
	"strconv"
	"strings"
)

// unquote gives the text of a quoted key.
func unquote(quoted string) string {
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
