package format

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"regional-atlas/generator/region"
)

// Sample is a file for a new region that explains itself: every field of the
// schema with its line of documentation and the words it allows. What the code
// tells is filled in, the questions that every region answers are answered with
// "not reported", and what else is required stands there empty. The rest is
// commented out: lines that start with "# " explain, lines that start with "#"
// and no space are examples, which count once the # is removed.
//
// The code must be a NUTS code; shape is a sentence on what the map draws for
// it. The file is laid out as Format lays it out.
func Sample(e *region.Edition, code, shape string) string {
	s := &sampler{edition: e, country: countryOf(e, code)}
	s.say(opening...)
	s.filled = map[string]string{
		"code": Text(code),
		"name": Text(nameOf(e, code)),
	}
	if native := e.RegionNames[code]; native.Lang != "" {
		name, lang := Field{"name", Text(native.Name)}, Field{"lang", Text(native.Lang)}
		s.filled["names"] = List(Table(name, lang))
	}
	country := cmp.Or(s.country.InText, s.country.Name)
	s.notes = map[string]string{"code": fmt.Sprintf("%s lies in %s. %s", code, country, shape)}
	s.fields(false)
	s.fields(true)
	return fence + strings.TrimRight(s.out.String(), "\n") + "\n" + fence
}

var opening = []string{
	"This file describes one region. Write down what your sources say, and leave out what they do not.",
	"A line like this one explains. A line that starts with # and no space is an example: " +
		"remove the # and change it.",
	`"not reported" is the answer where nothing is known; it never means no. ` +
		"Fields marked * are required.",
	"The description goes below the last line of this file: two to five plain sentences.",
}

// nameOf is the name that a code tells: that of a country, of a place that the
// atlas names itself, or the region's own until an editor writes the English one.
// A code of zeros alone after the country's letters is the whole country: EE00.
func nameOf(e *region.Edition, code string) string {
	for _, t := range e.Outermost {
		if t.Key == code {
			return t.Name
		}
	}
	if c := countryOf(e, code); c.Code == strings.TrimRight(code, "0") {
		return c.Name
	}
	return e.RegionNames[code].Name
}

func countryOf(e *region.Edition, code string) region.Country {
	country := code[:min(2, len(code))]
	for _, c := range e.Countries {
		if c.Code == country {
			return c
		}
	}
	return region.Country{Name: e.CountryNamed(country)}
}

type sampler struct {
	edition *region.Edition
	country region.Country
	filled  map[string]string // values of fields at the top that are known or required
	notes   map[string]string // one more line for a field at the top
	out     strings.Builder
}

// say writes a paragraph of comments.
func (s *sampler) say(lines ...string) {
	for _, line := range lines {
		s.out.WriteString("# " + line + "\n")
	}
	s.out.WriteString("\n")
}

// explain writes lines of comments right above a key.
func (s *sampler) explain(lines ...string) {
	for _, line := range lines {
		s.out.WriteString("# " + line + "\n")
	}
}

// fields writes the fields of a region: first those on lines of their own, then
// those that are tables.
func (s *sampler) fields(tables bool) {
	for _, f := range region.TableOf(reflect.TypeFor[region.Region]()) {
		if isTable(f) != tables {
			continue
		}
		s.explain(s.doc(f))
		if note := s.notes[f.Key]; note != "" {
			s.explain(note)
		}
		switch {
		case f.Type.Kind() == reflect.Map:
			s.dictionary(f)
		case tables:
			s.entry(f)
		default:
			s.line(f)
		}
		s.out.WriteString("\n")
	}
}

// isTable holds for what is written under a heading of its own.
func isTable(f region.Field) bool {
	return f.Type.Kind() == reflect.Map || hasBlocks(f.Key, f.Type)
}

// doc is the line on a field: what it is, whether it is required, which words
// it allows.
func (s *sampler) doc(f region.Field) string {
	name, text := f.Key, f.Doc
	if f.Need {
		name += "*"
	}
	if f.One != "" {
		text += "; " + s.words(f.One)
	}
	return name + ": " + text
}

// words lists a vocabulary.
func (s *sampler) words(vocabulary string) string {
	list := s.edition.Vocabulary(vocabulary)
	if len(list) == 0 {
		return "no words yet: add them to atlas.toml"
	}
	const few = 40
	if len(list) > few {
		first := strings.Join(list[:few], ", ")
		return fmt.Sprintf("one of %s … (%d in all, in atlas.toml)", first, len(list))
	}
	return "one of: " + strings.Join(list, ", ")
}

// line writes a field that stands on a line of its own.
func (s *sampler) line(f region.Field) {
	if value, filled := s.filled[f.Key]; filled {
		s.out.WriteString(f.Key + " = " + value + "\n")
		return
	}
	value := ""
	switch t := f.Type; {
	case t.Kind() == reflect.Slice && region.TableOf(t.Elem()) != nil:
		s.members(t.Elem())
		value = "[\n#  " + s.inline(t.Elem(), "") + ",\n#]"
	case region.TableOf(t) != nil:
		short := s.members(t)
		if t != reflect.TypeFor[region.Shape]() { // there a code and a point exclude each other
			short = ""
		}
		value = s.inline(t, short)
	default:
		value = s.example(f)
	}
	s.out.WriteString("#" + f.Key + " = " + value + "\n")
}

// members explains the fields of a table, and returns the one that a single
// word stands for, or "".
func (s *sampler) members(t reflect.Type) string {
	table := region.TableOf(t)
	for _, f := range table {
		s.explain("  " + s.doc(f))
	}
	short, ok := table.Short()
	if ok {
		s.explain(fmt.Sprintf("A single value in place of { … } stands for %s.", short.Key))
	}
	return short.Key
}

// inline is an example of a whole table on one line, but for one field.
func (s *sampler) inline(t reflect.Type, without string) string {
	var fields []Field
	table := region.TableOf(t)
	for _, f := range table {
		if f.Key != without {
			fields = append(fields, Field{f.Key, s.exampleIn(table, f)})
		}
	}
	return Table(fields...)
}

// exampleIn is a value for a field of a table. Where the table tells the language of a text,
// our example is of one language, and would be wrong in a country of another.
func (s *sampler) exampleIn(table region.Table, f region.Field) string {
	const text = `"…"`
	if at := table.Rank("lang"); at >= 0 && f.Need && f.Key != "lang" {
		if spoken := s.country.Lang; spoken != "" && Text(spoken) != table[at].Example {
			return text
		}
	}
	return s.example(f)
}

// example is a value for a field: a word of its vocabulary, or the example of
// the schema.
func (s *sampler) example(f region.Field) string {
	isList := f.Type.Kind() == reflect.Slice
	switch {
	case f.One != "" && isList:
		return List(s.word(f))
	case f.One != "":
		return s.word(f)
	case f.Key == "lang" && s.country.Lang != "":
		return Text(s.country.Lang)
	case f.Example != "":
		return f.Example
	case f.Link:
		return `"https://example.org/"`
	case isList:
		return `["…"]`
	}
	return `"…"`
}

// word is the word of a field's example, where the vocabulary has it, or
// another one of the vocabulary.
func (s *sampler) word(f region.Field) string {
	list := s.edition.Vocabulary(f.One)
	bare := strings.Trim(f.Example, `"[]`)
	switch {
	case slices.Contains(list, bare):
		return Text(bare)
	case len(list) > 0:
		return Text(list[0])
	}
	return Text(region.NotReported)
}

// entry writes a list of tables: the sources with an empty entry, all others as
// an example.
func (s *sampler) entry(f region.Field) {
	mark := "#"
	if f.Need {
		mark = ""
	}
	s.out.WriteString(mark + "[[" + f.Key + "]]\n")
	table := region.TableOf(f.Type.Elem())
	for _, m := range table {
		value, mark := s.exampleIn(table, m), mark
		if f.Need && !m.Need {
			mark = "#"
		} else if f.Need && m.Type.Kind() == reflect.String && m.Key != "key" {
			value = `""`
		}
		s.explain(s.doc(m))
		s.out.WriteString(mark + m.Key + " = " + value + "\n")
	}
}
