package region

import (
	"fmt"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"sync"
	"unicode"

	"regional-atlas/generator/problem"
)

// walk applies the tags of the schema to every value below v, a pointer to a
// struct of this package.
func (c *checker) walk(v any) { c.fields(reflect.ValueOf(v).Elem(), top) }

func (c *checker) fields(v reflect.Value, key problem.Key) {
	for _, f := range tagged()[v.Type()] {
		c.field(v.Field(f.at), f, key)
	}
}

// tag is what the tags of a field ask for.
type tag struct {
	at        int    // of the field in its struct
	name      string // of its key
	need      bool
	one, keys string
	link      bool
	remedy    string // when it is missing
}

// tagged lists the tagged fields of every struct of the schema: to take tags
// apart anew for each region would take longer than to check it.
var tagged = sync.OnceValue(func() map[reflect.Type][]tag {
	all := map[reflect.Type][]tag{}
	addTags(all, reflect.TypeFor[Region]())
	addTags(all, reflect.TypeFor[Edition]())
	return all
})

func addTags(all map[reflect.Type][]tag, t reflect.Type) {
	switch t.Kind() {
	case reflect.Slice, reflect.Map, reflect.Pointer:
		addTags(all, t.Elem())
		return
	case reflect.Struct:
	default:
		return
	}
	if _, known := all[t]; known {
		return
	}
	all[t] = nil
	for i := range t.NumField() {
		field := t.Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("toml"), ",")
		if name == "" || name == "-" {
			continue
		}
		all[t] = append(all[t], tag{at: i, name: name, need: field.Tag.Get("need") == "yes", one: field.Tag.Get("one"), keys: field.Tag.Get("keys"),
			link: field.Tag.Get("link") == "web", remedy: remedyFor(name, field.Tag)})
		addTags(all, field.Type)
	}
}

func (c *checker) field(v reflect.Value, f tag, key problem.Key) {
	switch {
	case !isEmpty(v):
		c.value(v, f, key.Field(f.name))
	case f.need:
		c.report(key.Field(f.name), problem.Missing, f.name+" is missing", f.remedy)
	}
}

func (c *checker) value(v reflect.Value, f tag, key problem.Key) {
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

func (c *checker) table(v reflect.Value, f tag, key problem.Key) {
	words := []string(nil)
	if f.keys != "" {
		words = c.edition.Vocabulary(f.keys)
	}
	names := keysBy(v.MapKeys(), reflect.Value.String)
	slices.Sort(names)
	for _, name := range names {
		at := key.Field(name)
		if words != nil && !slices.Contains(words, name) {
			c.reportName(at, problem.UnknownWord, fmt.Sprintf("%s is not one of the %s", problem.Quote(name), spoken(f.keys)), offer(name, words))
			continue
		}
		c.value(v.MapIndex(reflect.ValueOf(name)), f, at)
	}
}

func (c *checker) word(text string, f tag, key problem.Key) {
	if f.one != "" {
		if words := c.edition.Vocabulary(f.one); !slices.Contains(words, text) {
			c.report(key, problem.UnknownWord, fmt.Sprintf("%s is not one of the %s", problem.Quote(text), spoken(f.one)), offer(text, words))
		}
	}
	if f.link && !IsWebLink(text) {
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
