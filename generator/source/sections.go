package source

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/tomltree"
)

// sections are looked at last.
type sections struct{ *slips }

// look looks for lines that stand under a heading to which they do not
// belong: facts of the whole file below a table, and lines whose own heading is
// lost. One cause is told once, at the first of its lines.
func (s sections) look() {
	for i, table := range s.tree.Tables {
		p := schemaAt(s.top, table.Node.Key())
		if p.of == nil || table.Node != s.tree.Top && table.Node.Parent == nil {
			continue
		}
		s.section(table, p, i == 0)
	}
}

// group is neighbouring lines of a table that do not belong to it.
type group struct {
	pairs []*tomltree.Pair
	again bool // the first is the first of an entry that is written already
}

func (s sections) section(table *tomltree.Table, p schemaPlace, isTop bool) {
	for _, g := range s.strangers(table, p) {
		switch {
		case g.again:
			s.lostEntry(table, g)
		case !isTop && s.areOfTheWhole(g):
			s.misplaced(table, g)
		default:
			s.lostHeading(table, g, isTop)
		}
	}
}

// strangers are the groups of lines that do not fit into a table.
func (s sections) strangers(table *tomltree.Table, p schemaPlace) (groups []group) {
	seen, isOpen := map[string]bool{}, false
	for _, pair := range table.Pairs {
		if pair.Equals < 0 {
			isOpen = false
			continue
		}
		name := pair.Names[0].Text
		first := table.Pairs[0]
		isAgain := table.IsList && seen[name] && len(pair.Names) == 1 &&
			(pair.Blank || len(first.Names) > 0 && name == first.Names[0].Text)
		switch {
		case isAgain:
			groups, isOpen = append(groups, group{[]*tomltree.Pair{pair}, true}), false
			seen = map[string]bool{}
		case s.fits(p, pair):
			isOpen = false
		case isOpen && !pair.Blank:
			last := &groups[len(groups)-1]
			last.pairs = append(last.pairs, pair)
		default:
			groups, isOpen = append(groups, group{pairs: []*tomltree.Pair{pair}}), true
		}
		seen[name] = true
	}
	return groups
}

// fits holds for a line that may stand in a table: of a table by the schema, its
// name is a field; of one by a vocabulary, its value has the right form.
func (s sections) fits(p schemaPlace, pair *tomltree.Pair) bool {
	below := p.below(pair.Names[0].Text)
	if below.of == nil || p.of.Kind() != reflect.Map || len(pair.Names) > 1 {
		return below.of != nil
	}
	return s.suits(pair.Value, below.of)
}

var (
	aWholeNumber = regexp.MustCompile(`^[+-]?[0-9][0-9_]*$`)
	aDate        = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}`)
)

// suits holds for a value of the form that a type of the schema has.
func (s sections) suits(v *tomltree.Value, t reflect.Type) bool {
	text := s.raw(v.Span)
	isText, isBare := isQuoted(text), isToml.MatchString(text)
	switch formOf(t) {
	case aText:
		return isText
	case aWhole:
		return aWholeNumber.MatchString(text)
	case aNumber, aDecimal:
		return isBare && !aDate.MatchString(text) || isText && formOf(t) == aNumber
	case aTruth:
		return text == "true" || text == "false"
	case aDay:
		return aDate.MatchString(text)
	case aList:
		return v.Kind == tomltree.List && (len(v.Elems) == 0 || s.suits(v.Elems[0].Value, t.Elem()))
	}
	short, hasShort := region.TableOf(t).Short()
	return v.Kind == tomltree.Inline || hasShort && s.suits(v, short.Type)
}

// isTop holds for a line that is a fact of the whole file, and not written yet.
func (s sections) isTop(pair *tomltree.Pair) bool {
	table := region.TableOf(s.top)
	i := table.Rank(pair.Names[0].Text)
	if i < 0 || len(pair.Names) > 1 || !s.suits(pair.Value, table[i].Type) {
		return false
	}
	_, written := s.tree.Find(problem.Key("").Field(pair.Names[0].Text))
	return !written
}

func (s sections) areOfTheWhole(g group) bool {
	return !slices.ContainsFunc(g.pairs, func(p *tomltree.Pair) bool { return !s.isTop(p) })
}

// misplaced is about facts of the whole file below a heading.
func (s sections) misplaced(table *tomltree.Table, g group) {
	first := g.pairs[0]
	what := fmt.Sprintf("%s is a fact of the whole file, and stands below %s", problem.Quote(first.Names[0].Text), s.raw(table.Span))
	it := "it"
	if n := len(g.pairs); n > 1 {
		what = fmt.Sprintf("%s and the %s below it are facts of the whole file, and stand below %s",
			problem.Quote(first.Names[0].Text), counted(n-1, "line"), s.raw(table.Span))
		it = "them"
	}
	heading := s.tree.Tables[1]
	remedy := fmt.Sprintf("Move %s above the first heading, %s on line %d.", it, s.raw(heading.Span), s.lineAt(heading.Start))
	s.found = append(s.found, correction{at: first.Names[0].Span, code: problem.UnknownKey, what: what, remedy: remedy})
	s.leaveOut(g, func(p *tomltree.Pair) problem.Key { return problem.Key("").Field(p.Names[0].Text) })
}

// leaveOut takes the lines of a group out of the draft: what they say is told as
// unread, by their keys.
func (s sections) leaveOut(g group, key func(*tomltree.Pair) problem.Key) {
	for _, p := range g.pairs {
		s.found = append(s.found, correction{key: key(p), changes: []change{put(p.Span, "")}})
	}
}

// lostEntry is about an entry of a list that lost its heading, so that its lines
// belong to the entry before.
func (s sections) lostEntry(table *tomltree.Table, g group) {
	heading, first := s.raw(table.Span), g.pairs[0]
	name := problem.Quote(first.Names[0].Text)
	s.tell(first.Names[0].Span, fmt.Sprintf("the entry above has %s already, so a heading seems to be missing here", name),
		fmt.Sprintf("Write %s on a line above this, if another entry begins here; else keep one %s of the two.", heading, first.Names[0].Text),
		"", insert(s.lineOf(first), heading+"\n"))
}

// lostHeading is about lines whose heading is lost, where the schema knows which
// it may have been.
func (s sections) lostHeading(table *tomltree.Table, g group, isTop bool) {
	first := g.pairs[0]
	const most = 200 // lines below one heading, at the very most
	if len(g.pairs) == 1 && !first.Blank || len(g.pairs) > most || s.isMisspelt(table, g) {
		return
	}
	headings := s.headingsFor(table, g)
	if len(headings) == 0 {
		return
	}
	where := s.raw(table.Span)
	if isTop {
		where = "the whole file"
	}
	what := fmt.Sprintf("%s is no fact of %s, so a heading seems to be missing here", problem.Quote(first.Names[0].Text), where)
	remedy := fmt.Sprintf("Write %s on a line above this.", strings.Join(headings, " or "))
	found := correction{at: first.Names[0].Span, what: what, remedy: remedy, code: problem.UnknownKey}
	if len(headings) == 1 {
		found.changes = []change{insert(s.lineOf(first), headings[0]+"\n")}
	}
	s.found = append(s.found, found)
	if len(headings) > 1 {
		s.leaveOut(g, (*tomltree.Pair).Key)
	}
	for _, h := range headings {
		s.found = append(s.found, correction{key: problem.Key("").Field(strings.Trim(h, "[]"))})
	}
}

// isMisspelt holds where a name is almost one of the fields that the table has.
func (s sections) isMisspelt(table *tomltree.Table, g group) bool {
	known := region.TableOf(schemaAt(s.top, table.Node.Key()).of).Keys()
	const few = 20
	return slices.ContainsFunc(g.pairs[:min(few, len(g.pairs))], func(p *tomltree.Pair) bool {
		return problem.Nearest(p.Names[0].Text, known) != ""
	})
}

func (s sections) lineOf(p *tomltree.Pair) int { return lineStart(s.text, p.Start) }

// headingsFor lists the headings under which all lines of a group fit, of those
// between which the lines stand in the order of the schema.
func (s sections) headingsFor(table *tomltree.Table, g group) (headings []string) {
	fields := region.TableOf(s.top)
	after, before := s.between(table, fields)
	for i, f := range fields {
		isList := formOf(f.Type) == aList && region.TableOf(listed(f.Type)) != nil
		_, written := s.tree.Find(problem.Key("").Field(f.Key))
		if i < after || i > before || formOf(f.Type) != aTable && !isList || written && !isList {
			continue
		}
		if s.allFit(schemaPlace{aTable, f, listed(f.Type)}, g) {
			headings = append(headings, headingText(f.Key, isList))
		}
	}
	return headings
}

func headingText(name string, isList bool) string {
	if isList {
		return "[[" + name + "]]"
	}
	return "[" + name + "]"
}

// listed is what a list is of, or the type itself.
func listed(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Slice {
		return t.Elem()
	}
	return t
}

// between are the ranks of the fields that a lost heading may have been: from
// that of its table to that of the next heading, when these are in order.
func (s sections) between(table *tomltree.Table, fields region.Table) (after, before int) {
	after, before = 0, len(fields)-1
	i := slices.Index(s.tree.Tables, table)
	if i > 0 {
		after = fields.Rank(table.Names[0].Text)
	}
	if i+1 < len(s.tree.Tables) && len(s.tree.Tables[i+1].Names) > 0 {
		before = fields.Rank(s.tree.Tables[i+1].Names[0].Text)
	}
	if after < 0 || before < after {
		return 0, len(fields) - 1
	}
	return after, before
}

func (s sections) allFit(p schemaPlace, g group) bool {
	seen := map[string]bool{}
	for _, pair := range g.pairs {
		name := pair.Names[0].Text
		if seen[name] || !s.fits(p, pair) || p.of.Kind() != reflect.Map && !s.suits(pair.Value, p.below(name).of) {
			return false
		}
		seen[name] = true
	}
	return true
}
