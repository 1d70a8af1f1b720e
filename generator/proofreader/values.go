package proofreader

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/slip"
	"regional-atlas/generator/tomltree"
)

// values are looked at for what people write otherwise than TOML has it.
type values struct{ *slips }

// look looks for values that are written as people write them.
func (s values) look() {
	for _, table := range s.tree.Tables {
		for _, p := range table.Pairs {
			before := len(s.found)
			s.pair(p)
			stray, _, _ := strings.Cut(s.raw(p.Stray), " #")
			if p.Equals >= 0 && (stray == "," || stray == ";") {
				at := tomltree.Between(p.Stray.Start, p.Stray.Start+1)
				s.tell(at, "nothing stands behind a value on its line", "Remove it.", "",
					put(at, ""))
			}
			s.leaveUnknown(p, s.found[before:])
		}
	}
}

// leaveUnknown takes a line out of the draft that has slips, and a name that the
// schema does not know: one thing after the other.
func (s values) leaveUnknown(p *tomltree.Pair, found []correction) {
	if len(found) == 0 || len(p.Names) == 0 {
		return
	}
	key := p.Key()
	if p.Equals < 0 {
		key = found[0].key
	}
	if schemaAt(s.top, key).form != anything {
		return
	}
	all := put(tomltree.Between(p.Start, max(p.End, p.Stray.End)), "")
	for i := range found {
		found[i].changes = []change{all}
	}
}

func (s values) pair(p *tomltree.Pair) {
	if p.Equals >= 0 {
		s.value(p.Value)
	} else if p.Value.Host == nil && len(p.Names) > 0 {
		s.withoutEquals(p)
	}
}

func (s values) value(v *tomltree.Value) {
	if v.Kind == tomltree.Scalar {
		s.scalar(v)
		return
	}
	if v.Kind == tomltree.Inline && s.braced(v, s.wish(v)) {
		return
	}
	for _, e := range v.Elems {
		if e.Pair != nil {
			s.pair(e.Pair)
		} else {
			s.value(e.Value)
		}
	}
}

// withoutEquals mends a line that has a name and a value, and something else or
// nothing between them.
func (s values) withoutEquals(p *tomltree.Pair) {
	if p.Stray.IsEmpty() {
		return
	}
	last := p.Names[len(p.Names)-1]
	name := s.text[p.Start:last.End]
	sign := tomltree.Between(p.Stray.Start, p.Stray.Start)
	what := "this line is not of the form key = value"
	switch {
	case strings.HasSuffix(name, ":"):
		name = name[:len(name)-1]
		sign = tomltree.Between(last.End-1, last.End)
	case strings.HasPrefix(s.raw(p.Stray), ":"):
		sign = tomltree.Between(p.Stray.Start, p.Stray.Start+1)
	}
	if !sign.IsEmpty() {
		what = "a colon stands where an equals sign belongs"
	}
	value := strings.TrimSpace(s.text[max(sign.End, p.Stray.Start):p.Stray.End])
	value = strings.TrimSuffix(value, ",")
	v, isValue := tomltree.ReadValue(value, "")
	if !isValue || !isToml.MatchString(value) && v.Kind == tomltree.Scalar && !isQuoted(value) {
		return
	}
	end := p.Stray.End
	at := tomltree.Between(sign.Start, sign.Start+1)
	s.tell(at, what, fmt.Sprintf("Write %s = %s.", name, short(value)),
		p.Node.Key().Field(unquoted(name)),
		put(tomltree.Between(p.Start+len(name), end), " = "+value))
}

func isQuoted(value string) bool {
	return strings.HasPrefix(value, `"`) || strings.HasPrefix(value, `'`)
}

func unquoted(name string) string { return strings.Trim(name, `"'`) }

// short cuts a long value for a sentence.
func short(value string) string {
	const longest = 60
	if utf8.RuneCountInString(value) <= longest {
		return value
	}
	return string([]rune(value)[:longest]) + "…"
}

// isToml is a bare value as TOML has it.
var isToml = regexp.MustCompile(`^([+-]?[0-9][0-9_]*(\.[0-9][0-9_]*)?([eE][+-]?[0-9_]+)?|0[xob][0-9A-Fa-f_]+` +
	`|[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ][0-9]{2}:[0-9:.]+([Zz]|[+-][0-9]{2}:[0-9]{2})?)?|[0-9]{2}:[0-9]{2}[0-9:.]*` +
	`|true|false|[+-]?(inf|nan))$`)

// nextField is where the next pair of an inline table begins.
var nextField = regexp.MustCompile(`,[ \t]*[A-Za-z_"'][A-Za-z0-9_."'-]*[ \t]*=`)

// token is a bare value with all that seems to belong to it, commas included.
func (s values) token(v *tomltree.Value) tomltree.Span {
	if s.isByItself(v) {
		return v.Span
	}
	text := s.line(v.Start)
	if i := strings.Index(text, " #"); i >= 0 {
		text = text[:i]
	}
	switch {
	case v.Host == nil:
	case v.Host.Kind == tomltree.List:
		if i := strings.IndexAny(text, ",]}"); i >= 0 {
			text = text[:i]
		}
	default:
		if at := nextField.FindStringIndex(text); at != nil {
			text = text[:at[0]]
		}
		if i := strings.IndexAny(text, "]}"); i >= 0 {
			text = text[:i]
		}
	}
	text = strings.TrimRight(text, " \t\r,")
	return tomltree.Between(v.Start, v.Start+len(text))
}

// isByItself holds for a value that is followed by what may follow it.
func (s values) isByItself(v *tomltree.Value) bool {
	switch {
	case v.IsEmpty():
		return true
	case v.Host == nil:
		return v.Pair.Stray.IsEmpty() && v.Pair.Note.IsEmpty()
	case v.Host.Kind == tomltree.List || v.Nth+1 >= len(v.Host.Elems):
		return true
	}
	return v.Host.Elems[v.Nth+1].Pair.Equals >= 0
}

// scalar recognises what a bare value was meant to be.
func (s values) scalar(v *tomltree.Value) {
	first, _ := utf8.DecodeRuneInString(s.text[v.Start:])
	at := s.token(v)
	text := s.raw(at)
	w := s.wish(v)
	switch {
	case text == "" || slip.OddSpace(text) != "" || unicode.IsControl(first):
		return // the parser has words for that
	case first == '"' || first == '\'':
		s.halfQuoted(v, w)
	case strings.ContainsRune(quotes, first):
		s.curly(v, w)
	case first == '=' || first == ':' || first == '>' && s.text[v.Start-1] == '=':
		s.doubled(v, at)
	case first == '(':
		s.round(v, at, w)
	case isToml.MatchString(text):
	default:
		s.bare(v, at, w)
	}
}

// wish is what the schema wants at a value.
type wish struct {
	schemaPlace
	form form // of a single value
}

func (s values) wish(v *tomltree.Value) wish {
	p := schemaAt(s.top, v.Node.Key())
	return wish{p, p.scalar()}
}

// escaper writes what means something special between double quotes.
var escaper = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

// quoted writes a text as TOML.
func quoted(text string) string { return `"` + escaper.Replace(text) + `"` }

// meant is what an editor meant by a text at a place: as TOML, and the sentence
// that says what to write. It is false when nobody can know.
func meant(text string, w wish) (value, remedy string, ok bool) {
	m, isNumber := numberFor(text, w.form)
	day, isDay := slip.Day(text)
	isPlain := isToml.MatchString(text)
	switch w.form {
	case aDay:
		return day.Write, day.Remedy(), isDay
	case aNumber, aWhole, aDecimal:
		if isPlain {
			return text, fmt.Sprintf("Write %s.", text), true
		}
		if isNumber && m.Or == "" {
			return m.Write, m.Remedy(), true
		}
		isWord := strings.IndexFunc(text, unicode.IsDigit) < 0 && !slip.IsAbsence(text)
		return quoted(text), "Write " + problem.Quote(text) + ".", w.form == aNumber && isWord
	case aTruth:
		truth, known := truths()[strings.ToLower(text)]
		return truth, "Write " + truth + ".", known
	case aList:
		var items []string
		for item := range strings.SplitSeq(text, ",") {
			items = append(items, quoted(strings.TrimSpace(item)))
		}
		list := "[" + strings.Join(items, ", ") + "]"
		return list, "Write " + short(list) + ".", formOf(w.of.Elem()) == aText && !slices.Contains(items, `""`)
	case aTable:
		return "", "", false
	}
	return quoted(text), "Write " + problem.Quote(text) + ".", true
}

// numberFor recognises a number as a field of the form may hold it.
func numberFor(text string, f form) (slip.Meant, bool) {
	if f == aWhole {
		return slip.Whole(text)
	}
	return slip.Number(text)
}

func truths() map[string]string {
	return map[string]string{"true": "true", "yes": "true", "false": "false", "no": "false"}
}

// example is how a value of a form looks.
func (w wish) example() string {
	switch eg := w.field.Example; w.form {
	case aNumber:
		return "a number in digits, such as 6_596_233, or a word in quotes"
	case aWhole:
		return "a whole number without quotes" + suchAs(eg)
	case aDecimal:
		return "a number without quotes" + suchAs(eg)
	case aDay:
		return "a date without quotes, such as 2026-11-21"
	case aTruth:
		return "true or false without quotes"
	}
	return "a list in square brackets" + suchAs(w.field.Example)
}

func suchAs(example string) string {
	if example == "" {
		return ""
	}
	return ", such as " + example
}

// mayBeUnreported holds where the words "not reported" are an answer.
func (w wish) mayBeUnreported() bool {
	field := w.field
	if short, ok := region.TableOf(w.of).Short(); ok {
		field = short
	}
	isMembership := w.of == reflect.TypeFor[region.Membership]()
	return isMembership || field.One == "answers" || field.One == "conditions" ||
		field.One == "ratings"
}
