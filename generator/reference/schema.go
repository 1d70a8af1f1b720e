// Package reference says what editors may write, in the forms that they and
// their programs read: a JSON Schema, a table of fields and a list of the codes
// of faults. All are made from the one schema, the struct tags of package
// region, and from the vocabularies of an atlas; nothing is said twice.
package reference

import (
	"math"
	"reflect"
	"slices"
	"strings"

	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
)

// RegionSchema is a JSON Schema (draft 7) of the front matter of a region file
// under the vocabularies of the edition: indented, ending in a line end.
func RegionSchema(e *region.Edition) ([]byte, error) {
	s := schema{e}
	root := s.table(reflect.TypeFor[region.Region]())
	root.Schema = draft
	root.Title = "Region file of " + e.Site.Title
	root.Description = "The facts between the two lines of plus signs."
	root.Properties.nodes["code"].Pattern = s.codePattern()
	root.Properties.nodes["nuts_version"].Enum = anys(region.NUTSVersions())
	for _, name := range []string{"figures", "memberships", "strategy"} {
		if len(root.Properties.nodes[name].Required) > 0 {
			root.Required = append(root.Required, name)
		}
	}
	return root.bytes()
}

// EditionSchema is a JSON Schema (draft 7) of atlas.toml.
func EditionSchema() ([]byte, error) {
	s := schema{&region.Edition{}}
	root := s.table(reflect.TypeFor[region.Edition]())
	root.Schema, root.Title = draft, "atlas.toml"
	root.Description = "What an atlas is about, and its vocabularies."
	return root.bytes()
}

const draft = "http://json-schema.org/draft-07/schema#"

type schema struct{ edition *region.Edition }

func ptr[T any](v T) *T { return &v }

func anys[T any](list []T) []any {
	out := make([]any, len(list))
	for i, v := range list {
		out[i] = v
	}
	return out
}

// codePattern is a code of a country of the atlas: of NUTS, or of own boundaries.
func (s schema) codePattern() string {
	var countries []string
	for _, c := range s.edition.Countries {
		countries = append(countries, c.Code)
	}
	return "^(" + strings.Join(countries, "|") + ")([A-Z0-9]{0,3}|(-[A-Z0-9]+)+)$"
}

// table is the schema of a struct written as a table.
func (s schema) table(t reflect.Type) *node {
	n := &node{Type: "object", Properties: &members{}, Additional: ptr(false)}
	for _, f := range region.TableOf(t) {
		n.Properties.add(f.Key, s.field(t, f))
		if f.Need {
			n.Required = append(n.Required, f.Key)
		}
	}
	return n
}

// field is the schema of one field with its words.
func (s schema) field(owner reflect.Type, f region.Field) *node {
	n := s.special(owner, f)
	if n == nil {
		n = s.value(f.Type, f)
	}
	n.Title, n.Description = strings.ReplaceAll(f.Key, "_", " "), sentence(f.Doc)
	if f.Need && n.Type == "array" {
		n.MinItems = 1
	}
	text := n
	if f.Spoken && len(n.AnyOf) > 0 {
		text = n.AnyOf[0]
	}
	if f.Need && text.Type == "string" && len(text.Enum) == 0 {
		text.MinLength = 1
	}
	if v := example(f.Example); v != nil {
		n.Examples = []any{v}
	}
	return n
}

// value is the schema of a type, narrowed by the tags of its field.
func (s schema) value(t reflect.Type, f region.Field) *node {
	switch {
	case t == reflect.TypeFor[region.Date]():
		return &node{Type: "string", Pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}"}
	case t == reflect.TypeFor[region.Value]():
		return &node{AnyOf: []*node{{Type: "number"}, {Type: "string", MinLength: 1}}}
	}
	switch t.Kind() {
	case reflect.Slice:
		return &node{Type: "array", Items: s.value(t.Elem(), f), UniqueItems: f.One != ""}
	case reflect.Map:
		return s.dictionary(t, f)
	case reflect.Struct:
		return s.structure(t)
	case reflect.String:
		return s.text(f)
	case reflect.Int:
		n := &node{Type: "integer"}
		if f.Key == "year" || f.Key == "years" {
			n.Minimum = ptr(number(region.FirstYear))
		}
		return n
	case reflect.Bool:
		return &node{Type: "boolean"}
	}
	return &node{Type: "number"}
}

func (s schema) text(f region.Field) *node {
	n := &node{Type: "string", MaxLength: f.Most}
	if f.Link {
		n.Pattern = "^(https?://|mailto:)."
	}
	if f.Lang {
		n.Pattern = region.LanguageTag
	}
	if f.One != "" {
		return s.words(s.edition.Vocabulary(f.One), func(word string) string {
			return s.edition.Term(f.One, word).Name
		})
	}
	if f.Spoken { // or a text for each language
		return &node{AnyOf: []*node{n,
			{Type: "object", Values: &node{Type: "string", MaxLength: f.Most}}}}
	}
	return n
}

// words is a closed list of words with what each means.
func (s schema) words(words []string, label func(string) string) *node {
	n := &node{Type: "string"}
	if len(words) == 0 { // another vocabulary than the program's own
		return n
	}
	n.Enum = anys(words)
	n.Taplo = &taplo{}
	for _, w := range words {
		n.Taplo.Docs.EnumValues = append(n.Taplo.Docs.EnumValues, label(w))
	}
	return n
}

// structure is a table, or the one value that stands for it.
func (s schema) structure(t reflect.Type) *node {
	table := s.table(t)
	if short, ok := region.TableOf(t).Short(); ok {
		return &node{AnyOf: []*node{s.field(t, short), table}}
	}
	return table
}

// dictionary is a table whose keys are words of a vocabulary.
func (s schema) dictionary(t reflect.Type, f region.Field) *node {
	if f.Keys == "" {
		return &node{Type: "object", Values: s.value(t.Elem(), region.Field{})}
	}
	n := &node{Type: "object", Properties: &members{}, Additional: ptr(false)}
	for _, key := range s.edition.Vocabulary(f.Keys) {
		value := s.value(t.Elem(), f)
		value.Title = s.edition.Term(f.Keys, key).Name
		n.Properties.add(key, value)
	}
	return n
}

// special is a table whose values depend on the word they stand under, or nil.
func (s schema) special(owner reflect.Type, f region.Field) *node {
	if owner != reflect.TypeFor[region.Region]() {
		return nil
	}
	switch f.Key {
	case "figures":
		return s.figures()
	case "memberships":
		return s.memberships()
	case "strategy":
		n := s.dictionary(f.Type, f)
		n.Required = s.edition.Vocabulary("strategies")
		return n
	case "codes":
		return s.codes()
	}
	return nil
}

func (s schema) figures() *node {
	n := &node{Type: "object", Properties: &members{}, Additional: ptr(false)}
	for _, i := range s.edition.Indicators {
		entry := s.table(reflect.TypeFor[region.Figure]())
		value := s.measured(i)
		value.Title, value.Description = "value", i.Name
		entry.Properties.nodes["value"] = value
		entry.AnyOf = []*node{{Required: []string{"value"}}, {Required: []string{"status"}}}
		n.Properties.add(i.Key, &node{Title: i.Name, Description: i.About,
			Type: "array", MinItems: 1, Items: entry})
		n.Required = append(n.Required, i.Key)
	}
	return n
}

// measured is what the value of an indicator may be.
func (s schema) measured(i region.Indicator) *node {
	if i.Kind == region.Class {
		n := &node{Type: "string"}
		for _, scale := range i.Scales {
			for _, group := range scale.Groups {
				if !slices.Contains(n.Enum, any(group)) {
					n.Enum = append(n.Enum, group)
				}
			}
		}
		return n
	}
	lowest, highest := i.Bounds()
	n := &node{Type: "number", Minimum: ptr(number(lowest))}
	if !math.IsInf(highest, 1) {
		n.Maximum = ptr(number(highest))
	}
	return n
}

func (s schema) memberships() *node {
	n := &node{Type: "object", Properties: &members{}, Additional: ptr(false)}
	for _, network := range s.edition.Networks {
		label := func(word string) string {
			for _, c := range network.Categories {
				if c.Key == word {
					return c.Name
				}
			}
			return words.English().Say("status." + word + ".means")
		}
		status := s.words(region.AnswersTo(network), label)
		entry := s.table(reflect.TypeFor[region.Membership]())
		status.Title, status.Description = "status", "The answer for "+network.Label()+"."
		entry.Properties.nodes["status"] = status
		n.Properties.add(network.Key, &node{Title: network.Name, Description: network.About,
			AnyOf: []*node{status, entry}})
		n.Required = append(n.Required, network.Key)
	}
	return n
}

func (s schema) codes() *node {
	n := &node{Type: "object", Properties: &members{}, Additional: ptr(false)}
	for _, list := range s.edition.Classifications {
		code := s.words(list.Codes(), func(code string) string { return list.Labels[code] })
		n.Properties.add(list.Key, &node{Title: list.Name, Description: list.About,
			Type: "array", UniqueItems: true, Items: code})
	}
	return n
}

// sentence makes a doc tag read as a sentence.
func sentence(doc string) string {
	if doc == "" {
		return ""
	}
	return strings.ToUpper(doc[:1]) + doc[1:] + "."
}
