package region

import (
	"fmt"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"regional-atlas/generator/problem"
)

// walk applies the tags of the schema to every value below v, a pointer to a
// struct of this package.
func (c *checker) walk(v any) { c.fields(reflect.ValueOf(v).Elem(), top) }

func (c *checker) fields(v reflect.Value, key problem.Key) {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("toml"), ",")
		if name == "" || name == "-" {
			continue
		}
		c.field(v.Field(i), field.Tag, key.Field(name), name)
	}
}

func (c *checker) field(v reflect.Value, tag reflect.StructTag, key problem.Key, name string) {
	if isEmpty(v) {
		if tag.Get("need") == "yes" {
			c.report(key, problem.Missing, name+" is missing", remedyFor(name, tag))
		}
		return
	}
	c.value(v, tag, key)
}

func (c *checker) value(v reflect.Value, tag reflect.StructTag, key problem.Key) {
	switch v.Kind() {
	case reflect.String:
		c.word(v.String(), tag, key)
	case reflect.Slice:
		for i := range v.Len() {
			c.value(v.Index(i), tag, key.Item(i))
		}
	case reflect.Map:
		c.table(v, tag, key)
	case reflect.Struct:
		c.fields(v, key)
	}
}

func (c *checker) table(v reflect.Value, tag reflect.StructTag, key problem.Key) {
	words := []string(nil)
	if vocabulary := tag.Get("keys"); vocabulary != "" {
		words = c.edition.Vocabulary(vocabulary)
	}
	names := keysBy(v.MapKeys(), reflect.Value.String)
	slices.Sort(names)
	for _, name := range names {
		at := key.Field(name)
		if words != nil && !slices.Contains(words, name) {
			c.reportName(at, problem.UnknownWord, fmt.Sprintf("%s is not one of the %s", problem.Quote(name), spoken(tag.Get("keys"))), offer(name, words))
			continue
		}
		c.value(v.MapIndex(reflect.ValueOf(name)), tag, at)
	}
}

func (c *checker) word(text string, tag reflect.StructTag, key problem.Key) {
	if vocabulary := tag.Get("one"); vocabulary != "" {
		if words := c.edition.Vocabulary(vocabulary); !slices.Contains(words, text) {
			c.report(key, problem.UnknownWord, fmt.Sprintf("%s is not one of the %s", problem.Quote(text), spoken(vocabulary)), offer(text, words))
		}
	}
	if tag.Get("link") == "web" && !IsWebLink(text) {
		c.report(key, problem.BadLink, fmt.Sprintf("%s is not an address that a page may link to", problem.Quote(text)),
			"Write the whole address, starting with https://, http:// or mailto:.")
	}
}

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
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

func spoken(vocabulary string) string { return strings.ReplaceAll(vocabulary, "-", " ") }

func remedyFor(name string, tag reflect.StructTag) string {
	if example := tag.Get("eg"); example != "" {
		return fmt.Sprintf("Add it, such as %s = %s (%s).", name, example, tag.Get("doc"))
	}
	return fmt.Sprintf("Add %s: %s.", name, tag.Get("doc"))
}

func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	}
	return v.IsZero()
}
