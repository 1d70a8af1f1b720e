package reference

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"

	"regional-atlas/generator/region"
)

// field is what the tags of a struct field say.
type field struct {
	Key     string
	Type    reflect.Type
	Doc     string
	Written string // an example as TOML, "" without
	Example any    // the same as JSON, nil where that is not a text or a number
	Needed  bool
	Short   bool // the whole table may be written as this value
	Link    bool
	One     string // vocabulary of the text
	Keys    string // vocabulary of the keys
}

func fieldsOf(t reflect.Type) []field {
	var list []field
	for i := range t.NumField() {
		f := t.Field(i)
		name, option, _ := strings.Cut(f.Tag.Get("toml"), ",")
		if name == "" || name == "-" {
			continue
		}
		list = append(list, field{Key: name, Type: f.Type, Doc: f.Tag.Get("doc"), Written: f.Tag.Get("eg"), Example: example(f.Tag.Get("eg")),
			Needed: f.Tag.Get("need") == "yes", Short: option == "short", Link: f.Tag.Get("link") == "web", One: f.Tag.Get("one"), Keys: f.Tag.Get("keys")})
	}
	return list
}

// example reads the TOML of an example as far as it is one plain value.
func example(written string) any {
	if text, err := strconv.Unquote(written); err == nil {
		return text
	}
	if n, err := strconv.ParseFloat(strings.ReplaceAll(written, "_", ""), 64); err == nil {
		return n
	}
	if _, err := time.Parse(time.DateOnly, written); err == nil {
		return written
	}
	if written == "true" || written == "false" {
		return written == "true"
	}
	if inner, isList := strings.CutPrefix(written, "["); isList {
		if v := example(strings.TrimSuffix(inner, "]")); v != nil {
			return []any{v}
		}
	}
	return nil
}

// Fields is the table of the fields of a region file as Markdown, a heading and
// a table for the file itself and for each kind of entry in it.
func Fields() string { return tables(reflect.TypeFor[region.Region](), "The region itself") }

// EditionFields is the same for atlas.toml.
func EditionFields() string { return tables(reflect.TypeFor[region.Edition](), "The top of the file") }

func tables(top reflect.Type, title string) string {
	var out strings.Builder
	fmt.Fprintf(&out, "### %s\n\n", title)
	writeTable(&out, top)
	seen := map[reflect.Type]bool{top: true}
	below(&out, top, "", seen)
	return out.String()
}

// below writes the tables of the structs that the fields of t hold.
func below(out *strings.Builder, t reflect.Type, path string, seen map[reflect.Type]bool) {
	for _, f := range fieldsOf(t) {
		inner, form := unwrapped(f)
		if inner.Kind() != reflect.Struct || isPlain(inner) || seen[inner] {
			continue
		}
		seen[inner] = true
		fmt.Fprintf(out, "\n### %s\n\n%s %s.%s\n\n", "`"+path+f.Key+"`", sentence(f.Doc), form, shortForm(inner))
		writeTable(out, inner)
		below(out, inner, path+f.Key+".", seen)
	}
}

// unwrapped is what a list or table holds, and how one is written.
func unwrapped(f field) (reflect.Type, string) {
	switch f.Type.Kind() {
	case reflect.Map:
		if f.Type.Elem().Kind() == reflect.Slice {
			return f.Type.Elem().Elem(), fmt.Sprintf("Each is written as `KEY = [{ … }]` below `[%s]`", f.Key)
		}
		return f.Type.Elem(), fmt.Sprintf("Each is written as `KEY = { … }` below `[%s]`", f.Key)
	case reflect.Slice:
		return f.Type.Elem(), fmt.Sprintf("Each is written as a block below its own `[[%s]]`, or as `{ … }` in a list", f.Key)
	}
	return f.Type, fmt.Sprintf("It is written as `%s = { … }`", f.Key)
}

func isPlain(t reflect.Type) bool {
	return t == reflect.TypeFor[region.Value]() || t == reflect.TypeFor[region.Date]()
}

// shortForm tells which field may stand for the whole table.
func shortForm(t reflect.Type) string {
	for _, f := range fieldsOf(t) {
		if f.Short {
			return fmt.Sprintf(" Where only `%s` is known, its value alone is enough.", f.Key)
		}
	}
	return ""
}

func writeTable(out *strings.Builder, t reflect.Type) {
	out.WriteString("| Field | What | Kind | Example |\n|---|---|---|---|\n")
	for _, f := range fieldsOf(t) {
		name := "`" + f.Key + "`"
		if f.Needed {
			name += " (required)"
		}
		eg := ""
		if f.Written != "" {
			eg = "`" + f.Key + " = " + f.Written + "`"
		}
		fmt.Fprintf(out, "| %s | %s | %s | %s |\n", name, cell(f.Doc), kind(f), strings.ReplaceAll(eg, "|", `\|`))
	}
}

func cell(text string) string { return strings.ReplaceAll(text, "|", `\|`) }

// kind says in words what a field holds.
func kind(f field) string {
	switch {
	case f.Type == reflect.TypeFor[region.Date]():
		return "date"
	case f.Type == reflect.TypeFor[region.Value]():
		return "number or word"
	case f.Keys != "":
		return "table by " + spoken(f.Keys)
	}
	switch f.Type.Kind() {
	case reflect.Slice:
		inner := f
		inner.Type = f.Type.Elem()
		return "list: " + kind(inner)
	case reflect.Map:
		return "table"
	case reflect.Struct:
		return "table, see below"
	case reflect.Int:
		return "whole number"
	case reflect.Float64:
		return "number"
	case reflect.Bool:
		return "true or false"
	}
	switch {
	case f.One != "":
		return "word of the " + spoken(f.One)
	case f.Link:
		return "web address"
	}
	return "text"
}

func spoken(vocabulary string) string { return strings.ReplaceAll(vocabulary, "-", " ") }
