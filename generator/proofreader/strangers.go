package proofreader

import (
	"reflect"
	"regexp"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/tomltree"
)

// strangers are the groups of lines that do not fit into a table.
func (s sections) strangers(table *tomltree.Table, p schemaPlace) []*group {
	c := &collector{isList: table.IsList, seen: map[string]bool{}}
	entries := s.entries(table, p)
	for _, pair := range table.Pairs {
		if pair.Equals >= 0 {
			c.add(pair, s.fits(p, pair) && !entries[pair])
		}
	}
	return c.groups
}

// entries are the lines behind a blank one of a table by a vocabulary that are
// the fields of an entry of a list: the table would take them for its own, by
// any name.
func (s sections) entries(table *tomltree.Table, p schemaPlace) map[*tomltree.Pair]bool {
	all := map[*tomltree.Pair]bool{}
	if p.of.Kind() != reflect.Map || p.field.Keys == "sections" {
		return all
	}
	for i := 0; i < len(table.Pairs); {
		end := i + 1
		for end < len(table.Pairs) && !table.Pairs[end].Blank {
			end++
		}
		if run := table.Pairs[i:end]; i > 0 && s.isEntry(run) {
			for _, pair := range run {
				all[pair] = true
			}
		}
		i = end
	}
	return all
}

// isEntry holds for lines that are fields of one of the lists of the schema, two
// at least.
func (s sections) isEntry(run []*tomltree.Pair) bool {
	return len(run) > 1 && slices.ContainsFunc(region.TableOf(s.top), func(f region.Field) bool {
		table := region.TableOf(listed(f.Type))
		return f.Type.Kind() == reflect.Slice &&
			!slices.ContainsFunc(run, func(p *tomltree.Pair) bool {
				return len(p.Names) != 1 || table.Rank(p.Names[0].Text) < 0
			})
	})
}

// IsDoubtful holds for a front matter that can be read, and yet has the name of a
// fact or of a field where a table by a vocabulary takes any name.
func IsDoubtful(tree *tomltree.Tree, top reflect.Type) bool {
	fields := region.TableOf(top)
	for _, table := range tree.Tables {
		i := -1
		if len(table.Names) > 0 {
			i = fields.Rank(table.Names[0].Text)
		}
		if i < 0 || fields[i].Type.Kind() != reflect.Map || fields[i].Keys == "sections" {
			continue
		}
		if slices.ContainsFunc(table.Pairs,
			func(p *tomltree.Pair) bool { return isFieldName(fields, p) }) {
			return true
		}
	}
	return false
}

// isFieldName holds for the name of a plain fact of the whole file, and behind a
// blank line for that of a field of one of its tables.
func isFieldName(fields region.Table, p *tomltree.Pair) bool {
	return len(p.Names) == 1 && slices.ContainsFunc(fields, func(f region.Field) bool {
		if f.Key == p.Names[0].Text {
			return isPlain(f.Type)
		}
		return p.Blank && region.TableOf(listed(f.Type)).Rank(p.Names[0].Text) >= 0
	})
}

// isPlain holds for a type of single values, or of lists of such.
func isPlain(t reflect.Type) bool { return formOf(listed(t)) != aTable }

// collector collects strangers along the lines of a table.
type collector struct {
	isList bool
	groups []*group
	open   *group // that the next stranger belongs to
	run    *group
	first  string // name of the entry
	seen   map[string]bool
}

func (c *collector) add(pair *tomltree.Pair, fits bool) {
	name := wholeName(pair) // title.en and title.nl are one text in two languages
	if c.first == "" {
		c.first = name
	}
	switch {
	case pair.Blank:
		c.run, c.open = nil, nil
	case c.run != nil:
		c.run.pairs = append(c.run.pairs, pair)
	}
	isAgain := c.isList && c.seen[name] && (pair.Blank || name == c.first)
	if isAgain {
		c.seen = map[string]bool{}
	}
	c.seen[name] = true
	switch {
	case fits && !isAgain:
		c.open = nil
		return
	case c.open != nil && !isAgain:
		c.open.pairs = append(c.open.pairs, pair)
		return
	}
	c.open = &group{pairs: []*tomltree.Pair{pair}, again: isAgain, run: c.run}
	c.groups = append(c.groups, c.open)
	if pair.Blank && !isAgain {
		c.run = &group{pairs: []*tomltree.Pair{pair}}
		c.open.run = c.run
	}
	if isAgain {
		c.open = nil
	}
}

// wholeName is the name of a line with those below it: "title.nl".
func wholeName(pair *tomltree.Pair) string {
	var names []string
	for _, n := range pair.Names {
		names = append(names, n.Text)
	}
	return strings.Join(names, ".")
}

// fits holds for a line that may stand in a table: of a table by the schema, its
// name is a field; of one by a vocabulary, its value has the right form.
func (s sections) fits(p schemaPlace, pair *tomltree.Pair) bool {
	below := p.below(pair.Names[0].Text)
	if below.of == nil || p.of.Kind() != reflect.Map || len(pair.Names) > 1 {
		return below.of != nil
	}
	return s.suits(pair.Value, below.of) && (p.field.Keys == "sections" || !s.isPlainTop(pair))
}

// isPlainTop holds for a fact of the whole file that is a single value or a list
// of such: no vocabulary has its name.
func (s sections) isPlainTop(pair *tomltree.Pair) bool {
	p := schemaAt(s.top, problem.Key("").Field(pair.Names[0].Text))
	return s.isTop(pair) && isPlain(p.of)
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
