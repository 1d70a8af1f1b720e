// Package words says facts in a language: numbers, dates, lists, plurals, and
// whole sentences with named holes. It is the one room that knows a language; no
// room below the pages writes a word that a visitor reads.
//
// A sentence stands in the catalogue of its language under a key, whole, never
// glued from pieces, so that a translator can put its parts in another order:
//
//	"network.members" = "{members} of {all|# region|# regions} hold this membership."
//
// {members} is filled with the value of that name: a text as it is, a number as
// the language writes it. {all|…|…} chooses one of its forms by the number, in the
// order of the plural forms of the language (in English: one, other); # is the
// number itself. How the language writes numbers, days and lists stands in the same
// catalogue, under keys that begin with "locale."; which numbers take which plural form
// comes from CLDR.
//
// A text in another language than its page's, such as a sentence that nobody has
// translated yet, is marked: see In.
//
// Door: golang.org/x/text/feature/plural, which knows the plural forms. Its tables are of
// 2017; of the languages of Europe only the forms of millions and of fractions changed since.
//
// The package is a ground room: it enters none of ours.
package words

import (
	"fmt"
	"strings"
)

// Language is one language with its catalogue. It never changes after it is made,
// so any number of goroutines may use it.
type Language struct {
	locale
	tag       string // BCP 47
	sentences map[string]sentence
	other     *Language // says what this one lacks; nil for English
}

// newLanguage is the language of a catalogue. What the catalogue lacks is said in another,
// which is nil for a language that is whole.
func newLanguage(tag string, catalogue []Entry, other *Language) *Language {
	l := &Language{tag: tag, sentences: map[string]sentence{}, other: other}
	for _, e := range catalogue {
		l.sentences[e.Key] = parse(e.Text)
	}
	l.locale = newLocale(tag, func(key string) string { return Plain(l.Say(key)) })
	return l
}

// Tag is the language as a BCP 47 tag.
func (l *Language) Tag() string { return l.tag }

// With is the language with some sentences in other words.
func (l *Language) With(own []Entry) *Language { return newLanguage(l.tag, own, l) }

// New is a language that the program does not bring: what its catalogue lacks is said in
// English, and marked as being English.
func New(tag string, own []Entry) *Language { return newLanguage(tag, own, English()) }

// As is the language under another tag of it, such as that of a country.
func (l *Language) As(tag string) *Language {
	as := *l
	as.tag = tag
	return &as
}

// Has reports whether the catalogue holds a key, or that of the language which stands in.
func (l *Language) Has(key string) bool {
	_, from := l.find(key)
	return from != nil
}

// find looks for a sentence in the language, and then in the one that stands in for it;
// from is the language that it was found in, nil for none.
func (l *Language) find(key string) (s sentence, from *Language) {
	for from = l; from != nil; from = from.other {
		if s, has := from.sentences[key]; has {
			return s, from
		}
	}
	return nil, nil
}

// Say fills the holes of the sentence with a key. Holes come as names, each
// followed by its value: a text, or a number. A key that the catalogue lacks is
// said as it is; a test holds that there is none.
func (l *Language) Say(key string, holes ...any) string {
	s, from := l.find(key)
	if from == nil {
		return key
	}
	lang := ""
	if from.tag != l.tag {
		lang = from.tag
	}
	if len(s) == 1 && s[0].hole == "" {
		return In(lang, s[0].text)
	}
	var out strings.Builder
	for _, p := range s {
		switch {
		case p.hole == "":
			out.WriteString(In(lang, p.text))
		case len(p.forms) > 0:
			n, _ := valueOf(p.hole, holes).(int)
			form := p.forms[min(from.forms.choose(n), len(p.forms)-1)]
			out.WriteString(In(lang, strings.ReplaceAll(form, "#", l.Whole(n))))
		default:
			out.WriteString(l.written(valueOf(p.hole, holes)))
		}
	}
	return out.String()
}

func valueOf(name string, holes []any) any {
	for i := 0; i+1 < len(holes); i += 2 {
		if holes[i] == name {
			return holes[i+1]
		}
	}
	return "{" + name + "}"
}

func (l *Language) written(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case int:
		return l.Whole(v)
	case float64:
		return l.Number(v, 0)
	}
	return fmt.Sprint(value)
}

// sentence is a text taken apart at its holes.
type sentence []part

// part is a text, or a hole with the forms that a number chooses from.
type part struct {
	text  string
	hole  string
	forms []string
}

// String is the sentence as a catalogue has it.
func (s sentence) String() string {
	var out strings.Builder
	for _, p := range s {
		out.WriteString(p.text)
		if p.hole != "" {
			out.WriteString("{" + strings.Join(append([]string{p.hole}, p.forms...), "|") + "}")
		}
	}
	return out.String()
}

func parse(text string) sentence {
	var s sentence
	for text != "" {
		before, rest, open := strings.Cut(text, "{")
		if before != "" {
			s = append(s, part{text: before})
		}
		if !open {
			break
		}
		inside, after, _ := strings.Cut(rest, "}")
		forms := strings.Split(inside, "|")
		s = append(s, part{hole: forms[0], forms: forms[1:]})
		text = after
	}
	if s == nil {
		s = sentence{{}}
	}
	return s
}

// Same reports whether two tags are of one language, in whatever country.
func Same(a, b string) bool {
	a, _, _ = strings.Cut(a, "-")
	b, _, _ = strings.Cut(b, "-")
	return strings.EqualFold(a, b)
}
