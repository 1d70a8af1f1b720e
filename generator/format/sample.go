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
	if native, known := e.RegionNames[code]; known {
		s.filled["names"] = List(Table(Field{"name", Text(native.Name)}, Field{"lang", Text(native.Lang)}))
	}
	s.notes = map[string]string{"code": fmt.Sprintf("%s lies in %s. %s", code, cmp.Or(s.country.InText, s.country.Name), shape)}
	s.fields(false)
	s.fields(true)
	return fence + strings.TrimRight(s.out.String(), "\n") + "\n" + fence
}

var opening = []string{
	"This file describes one region. Write down what your sources say, and leave out what they do not.",
	"A line like this one explains. A line that starts with # and no space is an example: remove the # and change it.",
	`"not reported" is the answer where nothing is known; it never means no. Fields marked * are required.`,
	"The description goes below the last line of this file: two to five plain sentences.",
}

// nameOf is the name that a code tells: that of a country, of a place that the
// atlas names itself, or the region's own until an editor writes the English one.
func nameOf(e *region.Edition, code string) string {
	for _, t := range e.Outermost {
		if t.Key == code {
			return t.Name
		}
	}
	if c := countryOf(e, code); c.Code == code {
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
	t := region.Region{}
	for i := range reflect.TypeOf(t).NumField() {
		f := reflect.TypeOf(t).Field(i)
		key, _, _ := strings.Cut(f.Tag.Get("toml"), ",")
		if key == "-" || isTable(key, f.Type) != tables {
			continue
		}
		s.explain(s.doc(key, f.Tag))
		if note := s.notes[key]; note != "" {
			s.explain(note)
		}
		switch {
		case f.Type.Kind() == reflect.Map:
			s.dictionary(key, f)
		case tables:
			s.entry(key, f)
		default:
			s.line(key, f)
		}
		s.out.WriteString("\n")
	}
}

// isTable holds for what is written under a heading of its own.
func isTable(key string, t reflect.Type) bool {
	if t.Kind() == reflect.Slice {
		return t.Elem().Kind() == reflect.Struct && key != "names"
	}
	return t.Kind() == reflect.Map
}

// doc is the line on a field: what it is, whether it is required, which words
// it allows.
func (s *sampler) doc(key string, tag reflect.StructTag) string {
	text := tag.Get("doc")
	if tag.Get("need") == "yes" {
		key += "*"
	}
	if words := tag.Get("one"); words != "" {
		text += "; " + s.words(words)
	}
	return key + ": " + text
}

// words lists a vocabulary.
func (s *sampler) words(vocabulary string) string {
	list := s.edition.Vocabulary(vocabulary)
	if len(list) == 0 {
		return "no words yet: add them to atlas.toml"
	}
	const few = 40
	if len(list) > few {
		return fmt.Sprintf("one of %s … (%d in all, in atlas.toml)", strings.Join(list[:few], ", "), len(list))
	}
	return "one of: " + strings.Join(list, ", ")
}

// line writes a field that stands on a line of its own.
func (s *sampler) line(key string, f reflect.StructField) {
	if value, filled := s.filled[key]; filled {
		s.out.WriteString(key + " = " + value + "\n")
		return
	}
	switch t := f.Type; {
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Struct:
		s.members(t.Elem())
		s.out.WriteString("#" + key + " = [\n#  " + s.inline(t.Elem(), "") + ",\n#]\n")
	case t.Kind() == reflect.Struct && t != reflect.TypeFor[region.Date]():
		short := s.members(t)
		if t == reflect.TypeFor[region.Shape]() { // a code and a point exclude each other
			s.out.WriteString("#" + key + " = " + s.inline(t, short) + "\n")
			return
		}
		s.out.WriteString("#" + key + " = " + s.inline(t, "") + "\n")
	default:
		s.out.WriteString("#" + key + " = " + s.example(key, f) + "\n")
	}
}

// members explains the fields of a table, and returns the one that a single
// word stands for, or "".
func (s *sampler) members(t reflect.Type) string {
	short := described(t, "").short
	for i := range t.NumField() {
		f := t.Field(i)
		key, _, _ := strings.Cut(f.Tag.Get("toml"), ",")
		s.explain("  " + s.doc(key, f.Tag))
	}
	if short != "" {
		s.explain(fmt.Sprintf("A single value in place of { … } stands for %s.", short))
	}
	return short
}

// inline is an example of a whole table on one line, but for one field.
func (s *sampler) inline(t reflect.Type, without string) string {
	var fields []Field
	for i := range t.NumField() {
		f := t.Field(i)
		if key, _, _ := strings.Cut(f.Tag.Get("toml"), ","); key != without {
			fields = append(fields, Field{key, s.example(key, f)})
		}
	}
	return Table(fields...)
}

// example is a value for a field: a word of its vocabulary, or the example of
// the schema.
func (s *sampler) example(key string, f reflect.StructField) string {
	eg := f.Tag.Get("eg")
	if words := f.Tag.Get("one"); words != "" {
		list := s.edition.Vocabulary(words)
		if len(list) == 0 {
			list = []string{region.NotReported}
		}
		word := Text(list[0])
		if bare := strings.Trim(eg, `"[]`); slices.Contains(list, bare) {
			word = Text(bare)
		}
		if f.Type.Kind() == reflect.Slice {
			return List(word)
		}
		return word
	}
	switch {
	case key == "lang" && s.country.Lang != "":
		return Text(s.country.Lang)
	case eg != "":
		return eg
	case f.Tag.Get("link") == "web":
		return `"https://example.org/"`
	case f.Type.Kind() == reflect.Slice:
		return `["…"]`
	}
	return `"…"`
}

// entry writes a list of tables: the sources with an empty entry, all others as
// an example.
func (s *sampler) entry(key string, f reflect.StructField) {
	t := f.Type.Elem()
	required := f.Tag.Get("need") == "yes"
	mark := "#"
	if required {
		mark = ""
	}
	s.out.WriteString(mark + "[[" + key + "]]\n")
	for i := range t.NumField() {
		m := t.Field(i)
		name, _, _ := strings.Cut(m.Tag.Get("toml"), ",")
		value, mark := s.example(name, m), mark
		if required && m.Tag.Get("need") != "yes" {
			mark = "#"
		} else if required && m.Type.Kind() == reflect.String && name != "key" {
			value = `""`
		}
		s.explain(s.doc(name, m.Tag))
		s.out.WriteString(mark + name + " = " + value + "\n")
	}
}
