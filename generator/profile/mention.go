package profile

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"regional-atlas/generator/fold"
)

// Mention is a piece of a text, with the region or country of the atlas that it
// names, if it names one without doubt.
type Mention struct {
	Text    string
	Region  *Region // nil for a country, and for a piece that names nothing
	Country string  // code of a country that has regions, "" for a region or nothing
}

// mostNameWords is how many words the longest name may have that is looked for.
const mostNameWords = 6

// names are what texts may call the regions and countries of the atlas.
type names map[string]Mention

// newNames lists every name, native name and other name; one that two regions
// share, or that is no name by itself, names none.
func newNames(a *Atlas) names {
	n := names{}
	add := func(name string, m Mention) {
		key := TitleKey(name)
		if old, taken := n[key]; taken && old != m {
			m = Mention{}
		}
		if utf8.RuneCountInString(key) > 3 {
			n[key] = m
		}
	}
	for _, c := range a.countries {
		add(c.Name, Mention{Country: c.Code})
	}
	for _, r := range a.regions {
		if r.Level == 0 {
			continue // its country has a page
		}
		add(r.Name, Mention{Region: r})
		for _, native := range r.Names {
			add(native.Name, Mention{Region: r})
		}
		for _, other := range r.Also {
			add(other, Mention{Region: r})
		}
	}
	return n
}

// Mentions takes a text apart at the names of regions and countries in it. The
// pieces together are the text. A name begins with a capital.
func (a *Atlas) Mentions(text string) []Mention {
	words := wordsAt(text)
	var list []Mention
	rest := 0
	for i := 0; i < len(words); i++ {
		m, n := a.named(text, words[i:])
		if n == 0 {
			continue
		}
		from, to := words[i].from, words[i+n-1].to
		if from > rest {
			list = append(list, Mention{Text: text[rest:from]})
		}
		m.Text = text[from:to]
		list = append(list, m)
		rest, i = to, i+n-1
	}
	if rest < len(text) {
		list = append(list, Mention{Text: text[rest:]})
	}
	return list
}

// named is the longest name that words begin with, and how many words it takes.
func (a *Atlas) named(text string, words []span) (Mention, int) {
	first, _ := utf8.DecodeRuneInString(text[words[0].from:])
	if unicode.IsLower(first) {
		return Mention{}, 0
	}
	for n := min(mostNameWords, len(words)); n > 0; n-- {
		key := strings.Join(fold.Words(text[words[0].from:words[n-1].to]), " ")
		if m, found := a.names[key]; found && (m.Region != nil || m.Country != "") {
			return m, n
		}
	}
	return Mention{}, 0
}

// span is where a word stands in a text.
type span struct{ from, to int }

func wordsAt(text string) []span {
	var list []span
	from := -1
	for i, r := range text {
		isWord := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		switch {
		case isWord && from < 0:
			from = i
		case !isWord && from >= 0:
			list, from = append(list, span{from, i}), -1
		}
	}
	if from >= 0 {
		list = append(list, span{from, len(text)})
	}
	return list
}
