package region

import (
	"maps"
	"reflect"
	"slices"
	"sync"
)

// The kinds of questions.
const (
	LevelReached = "level"
	NeedSeen     = "need"
)

// The kinds of indicators: a choropleth may shade every one but a total.
const (
	Total = "total"
	Ratio = "ratio"
	Share = "share"
	Class = "class"
)

// The scales on which differences between regions are taken.
const (
	linear = "linear"
	Log    = "log" // by powers of ten
)

// Description is what "rewrite" calls the text below the facts.
const Description = "description"

// Vocabulary lists the words that a `one` or `keys` tag allows. It panics when
// no vocabulary has the name: a slip in a tag, caught by the first test.
func (e *Edition) Vocabulary(name string) []string {
	if words := e.fixed(name); words != nil {
		return words
	}
	words := keysBy(e.Terms(name), func(t *Term) string { return t.Key })
	if name == "ratings" {
		words = append(words, NotReported)
	}
	return words
}

// fixed lists the words of a vocabulary that is the same in every atlas, since
// code depends on what its words mean; nil for any other.
func (e *Edition) fixed(vocabulary string) []string {
	switch vocabulary {
	case "answers":
		return []string{Yes, No, NotReported}
	case "conditions":
		return []string{"reported", "estimated", "provisional", NotReported}
	case "indicator-kinds":
		return []string{Total, Ratio, Share, Class}
	case "alike-scales":
		return []string{linear, Log}
	case "frames":
		return []string{frameRegions, FrameEurope}
	case "menu-entries":
		return []string{"regions", "find", "memberships", "topics", "evaluation", "codes", "lists", "about"}
	case "page-sections":
		return keysBy(Sections(), func(s Section) string { return s.Key })
	case "columns":
		return append(e.Vocabulary("indicators"), "memberships")
	case "views":
		return slices.Concat(e.Vocabulary("indicators"), e.Vocabulary("questions"), []string{"memberships"})
	case "counts":
		return []string{CountRegions, CountCountries}
	case "question-kinds":
		return []string{LevelReached, NeedSeen}
	case "change-kinds":
		return changeKinds()
	case "texts":
		return []string{Description, "profiles"}
	case "sections":
		sections := keysBy(Sections(), func(s Section) string { return s.Key })
		return append(sections, e.Vocabulary("classifications")...)
	}
	return nil
}

// Terms are the terms of a vocabulary of atlas.toml in their order. There are
// none where the words are the same in every atlas.
func (e *Edition) Terms(vocabulary string) []*Term {
	f, known := lists()[vocabulary]
	if !known && e.fixed(vocabulary) == nil {
		panic("region: no vocabulary is called " + vocabulary)
	}
	if !known {
		return nil
	}
	list := f.In(reflect.ValueOf(e).Elem())
	terms := make([]*Term, list.Len())
	for i := range terms {
		terms[i] = list.Index(i).Addr().Interface().(interface{ term() *Term }).term()
	}
	return terms
}

// lists are the lists of atlas.toml that are vocabularies, by the names of these.
var lists = sync.OnceValue(func() map[string]Field {
	all := map[string]Field{}
	for _, f := range TableOf(reflect.TypeFor[Edition]()) {
		if f.Words != "" {
			all[f.Words] = f
		}
	}
	return all
})

// term is the term itself, also of a struct that embeds it.
func (t *Term) term() *Term { return t }

// Term is the term of a vocabulary with the key; its name is the key itself
// where the vocabulary does not have it.
func (e *Edition) Term(vocabulary, key string) Term {
	for _, t := range e.Terms(vocabulary) {
		if t.Key == key {
			return *t
		}
	}
	return Term{Key: key, Name: key}
}

// Vocabularies names those that atlas.toml holds.
func Vocabularies() []string { return slices.Sorted(maps.Keys(lists())) }

func keysOf(terms []Term) []string { return keysBy(terms, func(t Term) string { return t.Key }) }

func keysBy[T any](list []T, key func(T) string) []string {
	keys := make([]string, len(list))
	for i, item := range list {
		keys[i] = key(item)
	}
	return keys
}
