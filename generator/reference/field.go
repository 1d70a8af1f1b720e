package reference

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"

	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
)

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

// fields is the table of the fields of a region file as Markdown, a heading and
// a table for the file itself and for each kind of entry in it.
func fields() string {
	return tables(reflect.TypeFor[region.Region](), "The region itself")
}

// editionFields is the same for atlas.toml.
func editionFields() string {
	return tables(reflect.TypeFor[region.Edition](), "The top of the file")
}

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
	for _, f := range region.TableOf(t) {
		inner, form := unwrapped(f)
		if region.TableOf(inner) == nil || seen[inner] {
			continue
		}
		seen[inner] = true
		fmt.Fprintf(out, "\n### `%s`\n\n", path+f.Key)
		fmt.Fprintf(out, "%s %s.%s\n\n", sentence(f.Doc), form, shortForm(inner))
		writeTable(out, inner)
		below(out, inner, path+f.Key+".", seen)
	}
}

// unwrapped is what a list or table holds, and how one is written.
func unwrapped(f region.Field) (reflect.Type, string) {
	switch f.Type.Kind() {
	case reflect.Map:
		if f.Type.Elem().Kind() == reflect.Slice {
			return f.Type.Elem().Elem(), "Each is written as `KEY = [{ … }]` below `[" +
				f.Key + "]`"
		}
		return f.Type.Elem(), "Each is written as `KEY = { … }` below `[" + f.Key + "]`"
	case reflect.Slice:
		return f.Type.Elem(), "Each is written as a block below its own `[[" + f.Key + "]]`, " +
			"or as `{ … }` in a list"
	}
	return f.Type, "It is written as `" + f.Key + " = { … }`"
}

// shortForm tells which field may stand for the whole table.
func shortForm(t reflect.Type) string {
	short, ok := region.TableOf(t).Short()
	if !ok {
		return ""
	}
	return fmt.Sprintf(" Where only `%s` is known, its value alone is enough.", short.Key)
}

func writeTable(out *strings.Builder, t reflect.Type) {
	out.WriteString("| Field | What | Kind | Example |\n|---|---|---|---|\n")
	for _, f := range region.TableOf(t) {
		name := "`" + f.Key + "`"
		if f.Need {
			name += " (required)"
		}
		eg := ""
		if f.Example != "" {
			eg = "`" + f.Key + " = " + f.Example + "`"
		}
		fmt.Fprintf(out, "| %s | %s | %s | %s |\n", name, cell(f.Doc), kind(f), cell(eg))
	}
}

func cell(text string) string { return strings.ReplaceAll(text, "|", `\|`) }

// kind says in words what a field holds.
func kind(f region.Field) string {
	switch {
	case f.Type == reflect.TypeFor[region.Date]():
		return "date"
	case f.Type == reflect.TypeFor[region.Value]():
		return "number or word"
	case f.Keys != "":
		return "table by " + region.Spoken(f.Keys)
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
		return "word of the " + region.Spoken(f.One)
	case f.Link:
		return "web address"
	case f.Lang:
		return "tag of a language"
	}
	return "text, at most " + words.English().Whole(f.Most) + " characters"
}
