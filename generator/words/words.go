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
// number itself.
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
	sentences map[string]sentence
}

// locale is how a language writes what is no sentence.
type locale struct {
	tag        string // BCP 47
	thousands  string // between groups of three digits
	point      string // before decimals
	months     [12]string
	dayFormat  string          // of day, month and year
	and        string          // before the last word of a list
	lowersNoun bool            // a name loses its capital inside a sentence, but for
	capital    string          // names that begin with this
	plural     func(n int) int // which form a number takes
}

func newLanguage(l locale, catalogue string) *Language {
	sentences := map[string]sentence{}
	for _, e := range entries(catalogue) {
		sentences[e.key] = parse(e.text)
	}
	return &Language{l, sentences}
}

// Has reports whether the catalogue holds a key.
func (l *Language) Has(key string) bool {
	_, has := l.sentences[key]
	return has
}

// Say fills the holes of the sentence with a key. Holes come as names, each
// followed by its value: a text, or a number. A key that the catalogue lacks is
// said as it is; a test holds that there is none.
func (l *Language) Say(key string, holes ...any) string {
	s, known := l.sentences[key]
	if !known {
		return key
	}
	if len(s) == 1 && s[0].hole == "" {
		return s[0].text
	}
	var out strings.Builder
	for _, p := range s {
		l.fill(&out, p, holes)
	}
	return out.String()
}

func (l *Language) fill(out *strings.Builder, p part, holes []any) {
	if p.hole == "" {
		out.WriteString(p.text)
		return
	}
	value := valueOf(p.hole, holes)
	if len(p.forms) == 0 {
		out.WriteString(l.written(value))
		return
	}
	n, _ := value.(int)
	form := p.forms[min(l.plural(n), len(p.forms)-1)]
	out.WriteString(strings.ReplaceAll(form, "#", l.Whole(n)))
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

// Speaks reports whether a tag is of this language, in whatever country.
func (l *Language) Speaks(tag string) bool {
	language, _, _ := strings.Cut(tag, "-")
	return strings.EqualFold(language, l.tag)
}

// Around is what to call this language and that of the texts it stands around: one
// tag, in the spelling of the texts, and "" where both are the same language.
func (l *Language) Around(texts string) (lang, own string) {
	if l.Speaks(texts) {
		return texts, ""
	}
	return l.tag, texts
}
