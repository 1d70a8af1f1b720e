package proofreader

import (
	"fmt"
	"reflect"
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
		if p.of == nil || i > 0 && len(table.Names) == 0 {
			continue
		}
		s.section(table, p, i == 0)
	}
}

// group is neighbouring lines of a table that do not belong to it.
type group struct {
	pairs []*tomltree.Pair
	again bool   // the first is the first of an entry that is written already
	run   *group // the lines from the blank one before up to the next, when the first is a stranger
	done  bool   // the run was told of
}

func (s sections) section(table *tomltree.Table, p schemaPlace, isTop bool) {
	for _, g := range s.strangers(table, p) {
		switch {
		case g.run != nil && g.run.done:
		case g.again:
			s.lostEntry(table, g)
		case !isTop && s.areOfTheWhole(g):
			s.misplaced(table, g)
		case g.run != nil && s.lostHeading(table, g.run, isTop):
			g.run.done = true
		default:
			s.lostHeading(table, g, isTop)
		}
	}
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

func (s sections) areOfTheWhole(g *group) bool {
	return !slices.ContainsFunc(g.pairs, func(p *tomltree.Pair) bool { return !s.isTop(p) })
}

// misplaced is about facts of the whole file below a heading.
func (s sections) misplaced(table *tomltree.Table, g *group) {
	first, what, it := g.pairs[0], "%s is a fact of the whole file, and stands below %s", "it"
	if len(g.pairs) > 1 {
		what, it = "%s are facts of the whole file, and stand below %s", "them"
	}
	what = fmt.Sprintf(what, g.names(), s.raw(table.Span))
	heading := s.tree.Tables[1]
	remedy := fmt.Sprintf("Move %s above the first heading, %s on line %d.", it,
		s.raw(heading.Span),
		s.lineAt(heading.Start))
	s.found = append(s.found,
		correction{at: first.Names[0].Span, code: problem.UnknownKey, what: what, remedy: remedy})
	s.leaveOut(g, func(p *tomltree.Pair) problem.Key { return problem.Key("").Field(p.Names[0].Text) })
}

// names are those of the lines of a group, in a sentence.
func (g *group) names() string {
	const most = 3
	var names []string
	for _, p := range g.pairs[:min(most, len(g.pairs))] {
		names = append(names, problem.Quote(p.Names[0].Text))
	}
	last := names[len(names)-1]
	if more := len(g.pairs) - most; more > 0 {
		last = counted(more, "line") + " below"
	} else if names = names[:len(names)-1]; len(names) == 0 {
		return last
	}
	return strings.Join(names, ", ") + " and " + last
}

// leaveOut takes the lines of a group out of the draft: what they say is told as
// unread, by their keys.
func (s sections) leaveOut(g *group, key func(*tomltree.Pair) problem.Key) {
	for _, p := range g.pairs {
		s.found = append(s.found, correction{key: key(p), changes: []change{put(p.Span, "")}})
	}
}

// lostEntry is about an entry of a list that lost its heading, so that its lines
// belong to the entry before.
func (s sections) lostEntry(table *tomltree.Table, g *group) {
	heading, first := s.raw(table.Span), g.pairs[0]
	name := problem.Quote(first.Names[0].Text)
	s.tell(first.Names[0].Span,
		fmt.Sprintf("the entry above has %s already, so a heading seems to be missing here", name),
		fmt.Sprintf("Write %s on a line above this, if another entry begins here; else keep one %s "+
			"of the two.", heading, first.Names[0].Text),
		"", insert(s.lineOf(first), heading+"\n"))
}

// lostHeading is about lines whose heading is lost, where the schema knows which
// it may have been; else it says nothing and reports false.
func (s sections) lostHeading(table *tomltree.Table, g *group, isTop bool) bool {
	first := g.pairs[0]
	const most = 200 // lines below one heading, at the very most
	if len(g.pairs) == 1 && !first.Blank || len(g.pairs) > most || s.isMisspelt(table, g) {
		return false
	}
	headings := s.headingsFor(table, g)
	if len(headings) == 0 {
		return false
	}
	where := "the top of the file"
	if !isTop {
		where = s.raw(table.Span)
	}
	what := fmt.Sprintf("%s does not belong to %s, so a heading seems to be missing here",
		problem.Quote(first.Names[0].Text), where)
	found := correction{at: first.Names[0].Span, what: what, code: problem.UnknownKey,
		remedy: fmt.Sprintf("Write %s on a line above this.", strings.Join(headings, " or "))}
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
	return true
}

// isMisspelt holds where a name is almost one of the fields that the table has.
func (s sections) isMisspelt(table *tomltree.Table, g *group) bool {
	known := region.TableOf(schemaAt(s.top, table.Node.Key()).of).Keys()
	const few = 20
	return slices.ContainsFunc(g.pairs[:min(few, len(g.pairs))], func(p *tomltree.Pair) bool {
		return problem.Nearest(p.Names[0].Text, known) != ""
	})
}

func (s sections) lineOf(p *tomltree.Pair) int {
	return strings.LastIndexByte(s.text[:p.Start], '\n') + 1
}

// headingsFor lists the headings under which all lines of a group fit, of those
// between which the lines stand in the order of the schema.
// A list whose entries have these fields is meant rather than a table by a
// vocabulary, which takes any name.
func (s sections) headingsFor(table *tomltree.Table, g *group) []string {
	var byField, byWord []string
	fields := region.TableOf(s.top)
	after, before := s.between(table, fields)
	for i, f := range fields {
		isList := formOf(f.Type) == aList && region.TableOf(listed(f.Type)) != nil
		_, written := s.tree.Find(problem.Key("").Field(f.Key))
		if i < after || i > before || formOf(f.Type) != aTable && !isList || written && !isList {
			continue
		}
		switch {
		case !s.allFit(schemaPlace{aTable, f, listed(f.Type)}, g):
		case f.Type.Kind() == reflect.Map:
			byWord = append(byWord, headingText(f.Key, isList))
		default:
			byField = append(byField, headingText(f.Key, isList))
		}
	}
	if len(byField) > 0 {
		return byField
	}
	return byWord
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

func (s sections) allFit(p schemaPlace, g *group) bool {
	seen := map[string]bool{}
	for _, pair := range g.pairs {
		name := pair.Names[0].Text
		if seen[name] || !s.fits(p, pair) ||
			p.of.Kind() != reflect.Map && !s.suits(pair.Value, p.below(name).of) {
			return false
		}
		seen[name] = true
	}
	return true
}
