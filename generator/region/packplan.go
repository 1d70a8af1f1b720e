package region

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"reflect"
)

// lexicon numbers the words that a text is likely to be. The nil one is empty.
type lexicon struct {
	words   []string
	numbers map[string]int
	longest int
}

func newLexicon(lists ...[]string) *lexicon {
	l := &lexicon{numbers: map[string]int{}}
	for _, list := range lists {
		for _, word := range list {
			if _, known := l.numbers[word]; !known {
				l.numbers[word] = len(l.words)
				l.words = append(l.words, word)
				l.longest = max(l.longest, len(word))
			}
		}
	}
	return l
}

func (l *lexicon) number(text string) (int, bool) {
	if l == nil || len(text) > l.longest {
		return 0, false
	}
	n, known := l.numbers[text]
	return n, known
}

// planner makes the forms of the schema from its types and tags, once for each
// codec. What it decides goes into the name of the dialect.
type planner struct {
	edition  *Edition
	lexicons map[string]*lexicon
	said     hash.Hash
}

// layout changes with the bytes that the forms of this package write.
const layout = "1"

func newPlanner(e *Edition) *planner {
	p := &planner{edition: e, lexicons: map[string]*lexicon{"": everyday(e)}, said: sha256.New()}
	p.say("layout", layout)
	p.say("words", p.lexicons[""].words...)
	return p
}

func (p *planner) say(what string, words ...string) { fmt.Fprintf(p.said, "%s %q\n", what, words) }

func (p *planner) dialect() string { return hex.EncodeToString(p.said.Sum(nil)[:12]) }

// everyday is the lexicon of texts without a vocabulary of their own. The first
// 32 words take one byte each: the answers for networks, which every region
// gives by the dozen, come first.
func everyday(e *Edition) *lexicon {
	lists := [][]string{keysBy(Statuses(), func(s Status) string { return s.Key })}
	for _, n := range e.Networks {
		lists = append(lists, keysOf(n.Categories))
	}
	for _, i := range e.Indicators {
		for _, scale := range i.Scales {
			lists = append(lists, scale.Groups)
		}
	}
	lists = append(lists, []string{e.Site.Lang},
		keysBy(e.Countries, func(c Country) string { return c.Lang }),
		keysBy(e.Countries, func(c Country) string { return c.Name }))
	for _, c := range e.Classifications {
		lists = append(lists, c.Codes())
	}
	return newLexicon(lists...)
}

// lexicon is that of a vocabulary, or the everyday one for "".
func (p *planner) lexicon(vocabulary string) *lexicon {
	l, made := p.lexicons[vocabulary]
	if !made {
		l = newLexicon(p.edition.Vocabulary(vocabulary))
		p.lexicons[vocabulary] = l
		p.say("vocabulary "+vocabulary, l.words...)
	}
	return l
}

func (p *planner) parts() []partForm {
	var parts []partForm
	for _, field := range partFields() {
		p.say("part", partName(field))
		parts = append(parts, partForm{field.Index[0], p.form(field.Type, field.Tag, "Region."+field.Name)})
	}
	if len(parts) > 64 {
		panic("region: Parts has room for 64 fields only")
	}
	return parts
}

// form makes the form of a type; tag is that of the field it stands in, at its
// place in the schema.
func (p *planner) form(t reflect.Type, tag reflect.StructTag, place string) form {
	p.say("form", t.Kind().String(), tag.Get("one"), tag.Get("keys"))
	switch t.Kind() {
	case reflect.String:
		return textForm{p.lexiconOf(tag)}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return intForm{}
	case reflect.Float64:
		return floatForm{}
	case reflect.Bool:
		return boolForm{}
	case reflect.Slice:
		return &sliceForm{t, p.form(t.Elem(), tag, place)}
	case reflect.Map:
		return p.mapForm(t, tag, place)
	case reflect.Struct:
		return p.structForm(t, place)
	}
	panic("region: no packed form for the type of " + place)
}

func (p *planner) lexiconOf(tag reflect.StructTag) *lexicon {
	if tag.Get("link") != "" {
		return nil // addresses are never words
	}
	return p.lexicon(tag.Get("one"))
}

func (p *planner) mapForm(t reflect.Type, tag reflect.StructTag, place string) form {
	if t.Key() != reflect.TypeFor[string]() {
		panic("region: no packed form for the keys of " + place)
	}
	return &mapForm{t, reflect.SliceOf(t.Elem()), p.lexicon(tag.Get("keys")), p.form(t.Elem(), tag, place)}
}

func (p *planner) structForm(t reflect.Type, place string) form {
	f := &structForm{}
	for i := range t.NumField() {
		field := t.Field(i)
		at := place + "." + field.Name
		if !field.IsExported() {
			panic("region: no packed form for " + at + ", which cannot be set")
		}
		p.say("field", field.Name)
		f.fields = append(f.fields, p.form(field.Type, field.Tag, at))
	}
	if len(f.fields) > 63 {
		panic("region: too many fields in " + place)
	}
	return f
}
