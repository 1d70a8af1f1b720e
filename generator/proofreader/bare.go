package proofreader

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/slip"
	"regional-atlas/generator/tomltree"
)

// quotes are the quotation marks that do not hold a text in TOML.
const quotes = "“”„‟‘’‚‛«»‹›＂＇"

const curlyQuotes = "curly quotes do not hold a text"

// curly mends a text in curly quotes, whole or half.
func (s values) curly(v *tomltree.Value, w wish) {
	_, size := utf8.DecodeRuneInString(s.text[v.Start:])
	begin := v.Start + size
	line := s.line(begin)
	end, next := len(line), len(line)
	for i, r := range line {
		if !strings.ContainsRune(quotes+"\"'", r) {
			continue
		}
		behind := strings.TrimLeft(line[i+utf8.RuneLen(r):], " \t\r")
		if behind == "" || strings.ContainsRune(",]}#", rune(behind[0])) {
			end, next = i, i+utf8.RuneLen(r)
			break
		}
	}
	if end == next { // never closed
		end = len(strings.TrimRight(line[:min(len(line), indexAny(line, ",]}#"))], " \t\r"))
		next = end
	}
	s.straight(v, tomltree.Between(v.Start, begin+next), line[:end],
		tomltree.Between(v.Start, begin), w)
}

// halfQuoted mends a text that opens with a straight quote and closes with a
// curly one.
func (s values) halfQuoted(v *tomltree.Value, w wish) {
	if v.Closed {
		return
	}
	line := strings.TrimRight(s.line(v.Start), " \t\r,]}")
	last, size := utf8.DecodeLastRuneInString(line)
	if !strings.ContainsRune(quotes, last) || len(line) <= size+1 {
		return
	}
	all := tomltree.Between(v.Start, v.Start+len(line))
	at := tomltree.Between(all.End-size, all.End)
	s.straight(v, all, line[1:len(line)-size], at, w)
}

// straight tells of a text without its straight quotes, and puts them.
func (s values) straight(v *tomltree.Value, all tomltree.Span, inner string, at tomltree.Span,
	w wish) {
	value, remedy, ok := meant(inner, w)
	if !ok || value == quoted(inner) {
		value = quoted(inner)
		remedy = "Write straight quotes: " + problem.Quote(orDots(inner)) + "."
	}
	s.tell(at, curlyQuotes, remedy, v.Node.Key(), put(all, value))
}

func orDots(text string) string {
	if text == "" {
		return "…"
	}
	return text
}

func indexAny(text, set string) int {
	if i := strings.IndexAny(text, set); i >= 0 {
		return i
	}
	return len(text)
}

// doubled mends name == "x" and name => "x".
func (s values) doubled(v *tomltree.Value, at tomltree.Span) {
	rest := strings.TrimLeft(s.raw(at), "=:> \t")
	begin := at.End - len(rest)
	if rest == "" || v.Pair == nil {
		return
	}
	name := s.text[v.Pair.Start:v.Pair.Names[len(v.Pair.Names)-1].End]
	s.tell(tomltree.Between(at.Start, at.Start+1),
		"one equals sign stands between a key and its value",
		fmt.Sprintf("Write %s = %s.", name, short(rest)), "", put(tomltree.Between(at.Start, begin), ""))
}

// round mends ("research") where a list or a value belongs.
func (s values) round(v *tomltree.Value, at tomltree.Span, w wish) {
	inner := strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(s.wholeRound(v), "("), ")"))
	what, value := "round brackets hold no value", inner
	if w.form == aList || w.form == anything && strings.Contains(inner, ",") {
		inner = strings.TrimSuffix(inner, "]") // begun as one, ended as the other
		what, value = "round brackets do not hold a list", "["+inner+"]"
	}
	if _, whole := tomltree.ReadValue(value, ""); !whole {
		return
	}
	all := tomltree.Between(v.Start, v.Start+len(s.wholeRound(v)))
	s.tell(tomltree.Between(v.Start, v.Start+1), what, fmt.Sprintf("Write %s.", short(value)),
		v.Node.Key(), put(all, value))
}

// braced mends { "a", "b" } where a list belongs.
func (s values) braced(v *tomltree.Value, w wish) bool {
	hasKey := func(e *tomltree.Elem) bool { return e.Pair != nil && e.Pair.Equals >= 0 }
	if slices.ContainsFunc(v.Elems, hasKey) {
		return false
	}
	inner, isClosed := strings.CutSuffix(s.raw(v.Span), "}")
	value := "[" + strings.TrimSpace(strings.TrimPrefix(inner, "{")) + "]"
	if list, whole := tomltree.ReadValue(value, ""); w.form != aList || !isClosed || !whole ||
		list.Kind != tomltree.List || len(list.Elems) == 0 {
		return false
	}
	s.tell(tomltree.Between(v.Start, v.Start+1), "curly brackets do not hold a list",
		fmt.Sprintf("Write %s.", short(value)), v.Node.Key(), put(v.Span, value))
	return true
}

// wholeRound is a value in round brackets up to the closing one, or else up to
// the end of its line.
func (s values) wholeRound(v *tomltree.Value) string {
	line := s.line(v.Start)
	if i := strings.IndexByte(line, ')'); i >= 0 {
		return line[:i+1]
	}
	return strings.TrimRight(line, " \t\r")
}

// bare is about a value without quotes that TOML does not know.
func (s values) bare(v *tomltree.Value, at tomltree.Span, w wish) {
	text := strings.TrimRight(s.raw(at), "; ")
	key := v.Node.Key()
	if text == "" {
		return
	}
	isDigit := strings.ContainsRune("0123456789", rune(slip.Signs(text)[0])) || startsNegative(text)
	m, isNumber := numberFor(text, w.form)
	day, isDay := slip.Day(text)
	switch {
	case isDay && (w.form == aDay || !isNumber && w.form == anything):
		s.tell(at, day.What, day.Remedy(), key, put(at, day.Write))
	case isNumber && w.form != aDay && (v.Host == nil || v.Host.Kind == tomltree.Inline):
		s.tell(at, m.What, m.Remedy(), key, s.settled(v, at, m))
	case slip.IsAbsence(text) && w.form != anything && (w.form != aText || w.mayBeUnreported()):
		s.absent(v, at, w)
	case isDigit && (w.form == aNumber || w.form == aWhole || w.form == aDecimal):
		s.trailing(v, at, w)
	case isDigit:
		return // a number, a day or a text: the parser tells where it breaks off
	default:
		s.word(v, at, w)
	}
}

func startsNegative(text string) bool {
	rest, isNegative := strings.CutPrefix(slip.Signs(text), "-")
	return isNegative && rest != "" && rest[0] >= '0' && rest[0] <= '9'
}

// settled puts a number that can be only one; what may be two is left out.
func (s values) settled(v *tomltree.Value, at tomltree.Span, m slip.Meant) change {
	if m.Or != "" {
		return s.removed(v, at)
	}
	return put(at, m.Write)
}

// removed takes a value away with its name.
func (s values) removed(v *tomltree.Value, at tomltree.Span) change {
	start, end := at.Start, at.End
	if v.Pair != nil {
		start = v.Pair.Start
	}
	if v.Host != nil {
		if rest := s.text[end:]; strings.HasPrefix(strings.TrimLeft(rest, " \t"), ",") {
			end += strings.IndexByte(rest, ',') + 1
		}
	}
	return put(tomltree.Between(start, end), "")
}

// absent is about a value that says that nothing is known.
func (s values) absent(v *tomltree.Value, at tomltree.Span, w wish) {
	key, text := v.Node.Key(), s.raw(at)
	status := fmt.Sprintf("status = %q", region.NotReported)
	switch {
	case w.form == aNumber && v.Pair != nil:
		pair := tomltree.Between(v.Pair.Start, at.End)
		mended := put(pair, status)
		if v.Host != nil && s.hasField(v.Host, "status") {
			mended = s.removed(v, at)
		}
		s.tell(at, "no value is known here, as it seems",
			fmt.Sprintf("Write %s instead of value = %s.", status, short(text)), key, mended)
	case w.mayBeUnreported():
		s.tell(at, "what is not known is \"not reported\"",
			fmt.Sprintf("Write %q.", region.NotReported), key,
			put(at, fmt.Sprintf("%q", region.NotReported)))
	default:
		s.tell(at, "what is not known is left out", fmt.Sprintf("Remove it, or write %s.", w.example()),
			key, s.removed(v, at))
	}
}

func (s values) hasField(table *tomltree.Value, name string) bool {
	for _, e := range table.Elems {
		if e.Pair != nil && len(e.Pair.Names) == 1 && e.Pair.Names[0].Text == name {
			return true
		}
	}
	return false
}

// trailing is about a number with something behind it.
func (s values) trailing(v *tomltree.Value, at tomltree.Span, w wish) {
	number, rest, _ := strings.Cut(s.raw(at), " ")
	if !isToml.MatchString(number) || rest == "" {
		s.unreadable(v, at, w)
		return
	}
	behind := tomltree.Between(at.End-len(strings.TrimLeft(rest, " ")), at.End)
	s.tell(behind, Trailing, "Remove it; what a reader must know stands in a remark.", v.Node.Key(),
		put(at, number))
}

// word is about a word without quotes.
func (s values) word(v *tomltree.Value, at tomltree.Span, w wish) {
	text := strings.TrimRight(s.raw(at), "; ")
	value, remedy, ok := meant(strings.Trim(text, quotes+"\"'` "), w)
	what := "a text stands in quotes"
	switch {
	case w.form != aText && (strings.EqualFold(text, "true") || strings.EqualFold(text, "false")):
		what, value = "true and false are written in small letters", strings.ToLower(text)
		remedy, ok = "Write "+value+".", true
	case w.form == aTruth:
		what = "an answer of two is written as true or false"
	case w.form == aList:
		what = "a list stands in square brackets"
	}
	if !ok {
		s.unreadable(v, at, w)
		return
	}
	s.tell(at, what, remedy, v.Node.Key(), put(at, value))
}

// unreadable is about what nobody can guess.
func (s values) unreadable(v *tomltree.Value, at tomltree.Span, w wish) {
	if w.form == aTable {
		return
	}
	remedy := fmt.Sprintf("Write %s.", w.example())
	if w.form == aNumber {
		remedy = fmt.Sprintf("Write %s; where none is known, status = %q.", w.example(), region.NotReported)
	}
	s.tell(at, "this is not a value that can be read here", remedy, v.Node.Key(), s.removed(v, at))
}
