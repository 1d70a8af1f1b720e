package words

import (
	"strconv"
	"strings"
)

// Entry is one line of a catalogue: a key and its sentence, both in quotes.
type Entry struct {
	Key, Text string
	Of        string // the English sentence that it was translated from, "" where the line does not say
	Line      int    // from 1
}

// Entries reads a catalogue: lines of "key" = "text" # the sentence translated, the simplest
// TOML there is, with comments and empty lines between them. odd are the numbers of lines
// that are something else.
func Entries(catalogue string) (list []Entry, odd []int) {
	for i, line := range strings.Split(catalogue, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		key, rest, isKey := quoted(line)
		rest, isEntry := strings.CutPrefix(strings.TrimSpace(rest), "=")
		text, rest, isText := quoted(strings.TrimSpace(rest))
		rest = strings.TrimSpace(rest)
		if !isKey || !isEntry || !isText || rest != "" && rest[0] != '#' {
			odd = append(odd, i+1)
			continue
		}
		list = append(list, Entry{Key: key, Text: text, Of: remark(rest), Line: i + 1})
	}
	return list, odd
}

// remark is the text of a comment, as a sentence has it.
func remark(comment string) string {
	return strings.ReplaceAll(strings.TrimSpace(strings.TrimPrefix(comment, "#")), `\u00a0`, "\u00a0")
}

// IsStale reports whether a sentence was translated from another than stands in the
// English catalogue now.
func (e Entry) IsStale() bool {
	return e.Of != "" && e.Of != strings.TrimSpace(English().Sentence(e.Key))
}

// quoted takes a text in quotes from the beginning of a line.
func quoted(line string) (text, rest string, ok bool) {
	if !strings.HasPrefix(line, `"`) {
		return "", line, false
	}
	quote, err := strconv.QuotedPrefix(line)
	if err != nil {
		return "", line, false
	}
	text, err = strconv.Unquote(quote)
	return text, line[len(quote):], err == nil
}

// String is an entry as a catalogue has it.
func (e Entry) String() string {
	line := strconv.Quote(e.Key) + " = " + written(e.Text)
	if e.Of != "" {
		line += " # " + strings.ReplaceAll(strings.TrimSpace(e.Of), "\u00a0", `\u00a0`)
	}
	return line
}

// written puts a text in quotes as TOML reads them, letters as they are.
func written(text string) string {
	text = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\u00a0", `\u00a0`).Replace(text)
	return `"` + text + `"`
}

// Catalogue lists what a language says, in the order of the English catalogue; what it
// lacks is left out.
func (l *Language) Catalogue() []Entry {
	var list []Entry
	english, _ := Entries(englishCatalogue)
	for _, e := range english {
		if text, has := l.own(e.Key); has {
			list = append(list, Entry{Key: e.Key, Text: text})
		}
	}
	return list
}

// Keys lists the keys of all sentences, in the order of the English catalogue.
func Keys() []string {
	var keys []string
	for _, e := range English().Catalogue() {
		keys = append(keys, e.Key)
	}
	return keys
}

// own is a sentence of the language itself as its catalogue has it.
func (l *Language) own(key string) (text string, has bool) {
	s, from := l.find(key)
	if from == nil || from.tag != l.tag {
		return "", false
	}
	return s.String(), true
}

// Name is what the language calls itself; its tag where the catalogue does not say.
func (l *Language) Name() string {
	if name, has := l.own("locale.name"); has {
		return name
	}
	return l.tag
}

// Sentence is a sentence as the catalogue has it, with its holes: that of English where
// the language lacks it, "" for no key.
func (l *Language) Sentence(key string) string {
	s, from := l.find(key)
	if from == nil {
		return ""
	}
	return s.String()
}

// Holes lists the names of the holes of a sentence as a catalogue has it, each once.
func Holes(text string) []string {
	var names []string
	seen := map[string]bool{}
	for _, p := range parse(text) {
		if p.hole != "" && !seen[p.hole] {
			seen[p.hole] = true
			names = append(names, p.hole)
		}
	}
	for rest := text; ; { // those that scripts fill
		_, after, open := strings.Cut(rest, "<")
		name, then, closed := strings.Cut(after, ">")
		if !open || !closed {
			return names
		}
		if !seen[name] && name != "" && !strings.ContainsAny(name, " /") {
			seen[name] = true
			names = append(names, "<"+name+">")
		}
		rest = then
	}
}
