package intake

import (
	"cmp"
	"slices"
	"strings"

	"regional-atlas/generator/fold"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
)

// tokens are the words of a text as they are compared: folded, without
// punctuation and the plural's s; & is read as "and".
func tokens(text string) []string {
	list := fold.Words(strings.ReplaceAll(text, "&", " and "))
	for i, w := range list {
		if len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
			list[i] = w[:len(w)-1]
		}
	}
	return list
}

// compared is a text as it is compared with others: its tokens without blanks.
func compared(text string) string { return strings.Join(tokens(text), "") }

// label is one way to name a word of a vocabulary. A bare key is short and
// common, "network", so that it counts only where it stands alone.
type label struct {
	fold, key string
	bare      bool
}

// lexicon is every label of a vocabulary, the longest first.
type lexicon struct {
	labels []label
	names  []string // as written, for hints
}

func (x *lexicon) add(key string, names ...string) {
	for i, n := range append(names, key) {
		if f := compared(n); f != "" {
			x.labels = append(x.labels, label{f, key, i == len(names)})
			x.names = append(x.names, n)
		}
	}
	slices.SortStableFunc(x.labels, func(a, b label) int {
		return cmp.Compare(len(b.fold), len(a.fold))
	})
}

// exact is the key that a text names, if it names one alone; a key itself is never
// taken for the name of another.
func (x *lexicon) exact(text string) (key string, ok bool) {
	keys := x.all(text)
	if len(keys) != 1 {
		return "", false
	}
	return keys[0], true
}

// all are the keys that a text may name.
func (x *lexicon) all(text string) []string {
	var keys []string
	f := compared(text)
	for _, l := range x.labels {
		if l.bare && l.key == text {
			return []string{text}
		}
		if l.fold == f && !slices.Contains(keys, l.key) {
			keys = append(keys, l.key)
		}
	}
	return keys
}

// begins is the key of which a label begins with a text of several words, if it is
// one alone: "mix of mountain and non-mountain".
func (x *lexicon) begins(text string) (key string, ok bool) {
	const enough = 3 // words
	f := compared(text)
	if len(tokens(text)) < enough {
		return "", false
	}
	for _, l := range x.labels {
		if !strings.HasPrefix(l.fold, f) {
			continue
		}
		if key != "" && key != l.key {
			return "", false
		}
		key = l.key
	}
	return key, key != ""
}

// inside is the key with the longest label that stands in a text, and the
// tokens that no label of that key covers.
func (x *lexicon) inside(text string) (key string, rest []string) {
	rest = tokens(text)
	for _, l := range x.labels {
		if l.bare || key != "" && l.key != key {
			continue
		}
		if from, to := runOf(rest, l.fold); to > 0 {
			key, rest = l.key, slices.Delete(rest, from, to)
		}
	}
	return key, rest
}

// only is the key whose labels stand in a text, when no other's do.
func (x *lexicon) only(text string) string {
	found := ""
	words := tokens(text)
	for _, l := range x.labels {
		if _, to := runOf(words, l.fold); to > 0 && !l.bare {
			if found != "" && found != l.key {
				return ""
			}
			found = l.key
		}
	}
	return found
}

// runOf is where neighbouring tokens make up a folded label; to is 0 if nowhere.
func runOf(words []string, folded string) (from, to int) {
	for i := range words {
		rest := folded
		for j := i; j < len(words) && strings.HasPrefix(rest, words[j]); j++ {
			if rest = rest[len(words[j]):]; rest == "" {
				return i, j + 1
			}
		}
	}
	return 0, 0
}

// hint is a did-you-mean for a text that names nothing, or "".
func (x *lexicon) hint(text string) string { return problem.DidYouMean(text, x.names) }

// dictionary is every vocabulary of an atlas by its name, ready to recognise
// words.
type dictionary map[string]*lexicon

func newDictionary(e *region.Edition) dictionary {
	d := dictionary{}
	for _, name := range region.Vocabularies() {
		d[name] = &lexicon{}
		for _, t := range e.Terms(name) {
			d[name].addTerm(t)
		}
	}
	return d
}

func (x *lexicon) addTerm(t *region.Term) {
	x.add(t.Key, append(slices.Clone(t.Also), t.Name, t.Short)...)
}

// answersTo recognises the answers for a network.
func answersTo(n region.Network) *lexicon {
	x := &lexicon{}
	for i := range n.Categories {
		x.addTerm(&n.Categories[i])
	}
	if len(n.Categories) > 0 {
		x.add(region.NotReported)
		return x
	}
	for _, s := range region.Statuses() {
		x.add(s.Key, words.English().Say("status."+s.Key))
	}
	return x
}
