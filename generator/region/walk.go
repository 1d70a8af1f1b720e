package region

import (
	"fmt"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/slip"
)

// walk applies the tags of the schema to every value below v, a pointer to a
// struct of this package.
func (c *checker) walk(v any) { c.fields(reflect.ValueOf(v).Elem(), top) }

func (c *checker) fields(v reflect.Value, key problem.Key) {
	for _, f := range TableOf(v.Type()) {
		c.field(f.In(v), f, key)
	}
}

func (c *checker) field(v reflect.Value, f Field, key problem.Key) {
	switch {
	case v.Kind() == reflect.String && isBlank(v.String()):
		remedy := "Write it, or remove the line."
		if f.Need {
			remedy = strings.Replace(absence(f), "Add", "Write", 1)
		}
		c.report(key.Field(f.Key), problem.Missing, f.Key+" is blank", remedy)
	case !isEmpty(v):
		c.value(v, f, key.Field(f.Key))
	case f.Need && c.translated[key.Field(f.Key)] == nil: // else told below
		c.report(key.Field(f.Key), problem.Missing, f.Key+" is missing", absence(f))
	}
}

func (c *checker) value(v reflect.Value, f Field, key problem.Key) {
	switch v.Kind() {
	case reflect.String:
		c.word(v.String(), f, key)
	case reflect.Slice:
		for i := range v.Len() {
			c.value(v.Index(i), f, key.Item(i))
		}
	case reflect.Map:
		c.table(v, f, key)
	case reflect.Struct:
		c.fields(v, key)
	}
}

func (c *checker) table(v reflect.Value, f Field, key problem.Key) {
	words := []string(nil)
	if f.Keys != "" {
		words = c.edition.Vocabulary(f.Keys)
	}
	names := keysBy(v.MapKeys(), reflect.Value.String)
	slices.Sort(names)
	var strangers []string
	for _, name := range names {
		if words != nil && !slices.Contains(words, name) {
			strangers = append(strangers, name)
			continue
		}
		c.value(v.MapIndex(reflect.ValueOf(name)), f, key.Field(name))
	}
	c.strangers(f, key, strangers, words)
}

func (c *checker) word(text string, f Field, key problem.Key) {
	if f.One != "" {
		if words := c.edition.Vocabulary(f.One); !slices.Contains(words, text) {
			c.report(key, problem.UnknownWord, notAmong(text, f.One), offer(text, words))
		}
	}
	if n := utf8.RuneCountInString(text); f.Most > 0 && n > f.Most {
		c.report(key, problem.TooLong, LongText(f.Key, n, f.Most), LongRemedy(f.Most))
		return
	}
	if f.Lang {
		language(c, text, key)
	}
	if f.Link && !IsWebLink(text) {
		c.report(key, problem.BadLink,
			fmt.Sprintf("%s is not an address that a page may link to", problem.Quote(text)),
			"Write the whole address, starting with https://, http:// or mailto:.")
	}
}

// LongText says of a text that it has too many characters, LongRemedy what to do.
func LongText(name string, characters, most int) string {
	return fmt.Sprintf("%s has %s characters; a page shows at most %s", name,
		spokenWhole(characters), spokenWhole(most))
}

// LongRemedy is the remedy for it.
func LongRemedy(most int) string {
	return fmt.Sprintf("Write at most %s characters.", spokenWhole(most))
}

func notAmong(word, vocabulary string) string {
	return fmt.Sprintf("%s is not one of the %s%s", problem.Quote(word), Spoken(vocabulary),
		slip.Lookalike(word))
}

// isBlank holds for a text of characters that leave no mark.
func isBlank(text string) bool {
	return text != "" && strings.TrimFunc(text, slip.LeavesNoMark) == ""
}

// Spoken is the name of a vocabulary as it reads inside a sentence.
func Spoken(vocabulary string) string { return strings.ReplaceAll(vocabulary, "-", " ") }

// IsWebLink reports whether text is an absolute http, https or mailto address.
func IsWebLink(text string) bool {
	u, err := url.Parse(text)
	if err != nil || strings.ContainsAny(text, "<>\"\\") || strings.ContainsFunc(text, unseen) {
		return false
	}
	switch u.Scheme {
	case "http", "https":
		return u.Hostname() != "" && u.User == nil
	case "mailto":
		name, host, _ := strings.Cut(u.Opaque, "@")
		return name != "" && host != ""
	}
	return false
}

// unseen holds for spaces, controls and characters that change the direction of
// a text: nobody can tell where such an address leads.
func unseen(r rune) bool {
	return unicode.IsSpace(r) || slip.BlemishOf(r).Name != ""
}

// absence is the remedy for a required field that is not there.
func absence(f Field) string {
	if f.Example != "" {
		return fmt.Sprintf("Add it, such as %s = %s (%s).", f.Key, f.Example, f.Doc)
	}
	return fmt.Sprintf("Add %s: %s.", f.Key, f.Doc)
}

func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	}
	return v.IsZero()
}
