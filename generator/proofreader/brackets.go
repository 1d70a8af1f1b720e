package proofreader

import (
	"fmt"
	"reflect"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/tomltree"
)

const incomplete = "this heading is not complete"

// brackets are looked at first: what stands under which heading, and where a
// value ends, depends on them.
type brackets struct {
	*slips
	told map[string]bool // headings of which one fault was told for all
}

// look looks for headings and brackets that are not whole, and for headings
// with the brackets of another kind of table.
func (s brackets) look() {
	for i, table := range s.tree.Tables {
		if i > 0 {
			s.heading(table)
		}
		for _, p := range table.Pairs {
			s.halfHeading(p)
			s.unclosed(p)
		}
	}
}

// headingOf is a heading as the schema has it, with brackets for a table or for
// an entry of a list; false when the schema does not have it.
func (s brackets) headingOf(names []tomltree.Name) (text string, ok bool) {
	p := schemaPlace{form: aTable, of: s.top}
	for _, n := range names {
		if p.form == aList {
			p = p.below("0")
		}
		if p.of == nil || p.form != aTable {
			return "", false
		}
		p = p.below(n.Text)
	}
	name := s.text[names[0].Start:names[len(names)-1].End]
	switch {
	case p.form == aTable:
		return "[" + name + "]", true
	case p.form == aList && region.TableOf(p.of.Elem()) != nil:
		return "[[" + name + "]]", true
	}
	return "", false
}

func keyOf(names []tomltree.Name) (key problem.Key) {
	for _, n := range names {
		key = key.Field(n.Text)
	}
	return key
}

func (s brackets) heading(t *tomltree.Table) {
	if len(t.Names) == 0 || !t.Stray.IsEmpty() {
		return
	}
	text := s.raw(t.Span)
	opened := len(text) - len(strings.TrimLeft(text, "["))
	closed := len(text) - len(strings.TrimRight(text, "]"))
	wanted, known := s.headingOf(t.Names)
	isWhole := opened == closed && opened <= 2
	switch {
	case isWhole && (!known || strings.HasPrefix(wanted, "[[") == t.IsList):
	case isWhole:
		s.otherBrackets(t, wanted)
	case known:
		s.tell(tomltree.Between(t.End, t.End), incomplete, fmt.Sprintf("Write %s.", wanted),
			keyOf(t.Names), put(t.Span, wanted))
	}
}

// otherBrackets tells once of all headings of a list that have the brackets of a
// table, or the reverse, and reads them as they are meant.
func (s brackets) otherBrackets(t *tomltree.Table, wanted string) {
	name, key := strings.Trim(wanted, "[]"), keyOf(t.Names)
	isFirst := !s.told[name]
	s.told[name] = true
	if t.IsList && !isFirst {
		return // two tables of one name cannot be
	}
	found := correction{at: t.Span, code: problem.WrongType, key: key,
		changes: []change{put(t.Span, wanted)}}
	if isFirst && t.IsList {
		found.what, found.remedy = "a list stands where a table belongs",
			TableRemedy([]any{}, reflect.TypeFor[string]())
	} else if isFirst {
		found.what, found.remedy = "a table stands where a list belongs",
			ListRemedy(map[string]any{}, reflect.TypeFor[string](), key)
	}
	s.found = append(s.found, found)
}

// halfHeading mends a heading that lost its opening brackets.
func (s brackets) halfHeading(p *tomltree.Pair) {
	closing, _, _ := strings.Cut(s.raw(p.Stray), "#")
	closing = strings.TrimSpace(closing)
	if p.Equals >= 0 || len(p.Names) == 0 || closing != "]" && closing != "]]" {
		return
	}
	at := tomltree.Between(p.Start, p.Stray.Start+len(closing))
	if wanted, known := s.headingOf(p.Names); known {
		s.tell(at, incomplete, fmt.Sprintf("Write %s.", wanted), keyOf(p.Names), put(at, wanted))
	}
}

// unclosed mends a list or an inline table that ends where the next statement
// begins, by the brackets that it lacks.
func (s brackets) unclosed(p *tomltree.Pair) {
	v, closing := p.Value, ""
	at := v.Start
	for p.Stray.IsEmpty() && v.Kind != tomltree.Scalar && !v.Closed {
		closing = map[tomltree.Kind]string{tomltree.List: "]",
			tomltree.Inline: "}"}[v.Kind] + closing
		at = v.Start + 1
		if len(v.Elems) == 0 {
			break
		}
		last := v.Elems[len(v.Elems)-1]
		if last.Value.Kind == tomltree.Scalar && !last.Value.Closed ||
			last.Pair != nil && last.Pair.Equals < 0 {
			return // a text in it is not closed either
		}
		at = max(last.End, last.Comma+1)
		v = last.Value
	}
	if closing == "" {
		return
	}
	next := tomltree.Between(p.Value.End, p.Value.End+1)
	if next.Start >= s.tree.Part.End {
		next = tomltree.Between(at, at)
	}
	what, remedy := s.open(p, closing)
	s.tell(next, what, remedy, p.Node.Key(), insert(at, closing))
}

func (s brackets) open(p *tomltree.Pair, closing string) (what, remedy string) {
	if len(closing) == 1 {
		return Unclosed(closing)
	}
	return "a list or table in brackets is not closed before this",
		fmt.Sprintf("Put %s at the end of the value of %s.", closing,
			problem.Quote(s.raw(tomltree.Between(p.Start, p.Names[len(p.Names)-1].End))))
}

// Unclosed are the words for a list or an inline table without its closing
// bracket, at what stands next.
func Unclosed(closing string) (what, remedy string) {
	each := map[string]string{"]": "entries", "}": "fields"}[closing]
	return fmt.Sprintf("a comma or the closing bracket %s is missing before this", closing),
		fmt.Sprintf("Put a comma between %s, and %s after the last.", each, closing)
}

// Trailing is about what stands behind a whole value.
const Trailing = "the value of this line ends before this"
