package source

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"regional-atlas/generator/problem"
)

// decode fills a struct of the schema from TOML and reports every fault of
// form: syntax, a value of the wrong type, a key the schema does not have.
func decode(file string, f front, into any) []problem.Fault {
	raw := map[string]any{}
	if _, err := toml.Decode(f.toml, &raw); err != nil {
		return []problem.Fault{syntax(file, f, err)}
	}
	d := &decoder{file: file}
	d.table(raw, reflect.ValueOf(into).Elem(), "")
	return d.faults
}

func syntax(file string, f front, err error) problem.Fault {
	fault := problem.Fault{File: file, Line: f.line, Col: 1, Width: 1, Code: problem.Syntax, What: "this is not TOML: " + err.Error(),
		Remedy: "Compare the line with its neighbours: texts stand in quotes, lists in square brackets."}
	var parse toml.ParseError
	if errors.As(err, &parse) {
		line, col := place(f.toml, parse.Position.Start)
		fault.Line, fault.Col, fault.Width = f.line+line-1, col, max(1, parse.Position.Len)
		fault.What = "this is not TOML: " + parse.Message
	}
	return fault
}

// taker is a value that understands a raw TOML value by itself.
type taker interface {
	Take(raw any) (want string, ok bool)
}

type decoder struct {
	file   string
	faults []problem.Fault
}

func (d *decoder) table(raw map[string]any, into reflect.Value, key problem.Key) {
	fields := fieldsOf(into.Type())
	for _, name := range slices.Sorted(maps.Keys(raw)) {
		i, known := fields[name]
		if !known {
			d.unknown(name, slices.Sorted(maps.Keys(fields)), key)
			continue
		}
		d.value(raw[name], into.Field(i), key.Field(name))
	}
}

func (d *decoder) unknown(name string, known []string, key problem.Key) {
	remedy := strings.TrimSpace(problem.DidYouMean(name, known))
	if remedy == "" {
		remedy = "Remove it, or write one of: " + strings.Join(known, ", ") + "."
	}
	d.faults = append(d.faults, problem.Fault{File: d.file, Key: key.Field(name), Part: problem.Name, Code: problem.UnknownKey,
		What: fmt.Sprintf("no field here is called %q", name), Remedy: remedy})
}

func (d *decoder) wrong(raw any, want string, key problem.Key) {
	d.faults = append(d.faults, problem.Fault{File: d.file, Key: key, Code: problem.WrongType,
		What: fmt.Sprintf("%s stands where %s belongs", kindOf(raw), want), Remedy: "Write " + want + "."})
}

func (d *decoder) value(raw any, into reflect.Value, key problem.Key) {
	if t, ok := into.Addr().Interface().(taker); ok {
		if want, ok := t.Take(raw); !ok {
			d.wrong(raw, want, key)
		}
		return
	}
	switch into.Kind() {
	case reflect.Slice:
		d.list(raw, into, key)
	case reflect.Map:
		d.dictionary(raw, into, key)
	case reflect.Struct:
		d.structure(raw, into, key)
	default:
		d.scalar(raw, into, key)
	}
}

func (d *decoder) structure(raw any, into reflect.Value, key problem.Key) {
	if table, ok := raw.(map[string]any); ok {
		d.table(table, into, key)
		return
	}
	short, ok := shortField(into.Type())
	if !ok {
		d.wrong(raw, "a table", key)
		return
	}
	d.scalar(raw, into.Field(short), key)
}

func (d *decoder) list(raw any, into reflect.Value, key problem.Key) {
	items := reflect.ValueOf(raw)
	if items.Kind() != reflect.Slice {
		d.wrong(raw, "a list in square brackets", key)
		return
	}
	into.Set(reflect.MakeSlice(into.Type(), items.Len(), items.Len()))
	for i := range items.Len() {
		d.value(items.Index(i).Interface(), into.Index(i), key.Item(i))
	}
}

func (d *decoder) dictionary(raw any, into reflect.Value, key problem.Key) {
	table, ok := raw.(map[string]any)
	if !ok {
		d.wrong(raw, "a table", key)
		return
	}
	into.Set(reflect.MakeMapWithSize(into.Type(), len(table)))
	for _, name := range slices.Sorted(maps.Keys(table)) {
		item := reflect.New(into.Type().Elem()).Elem()
		d.value(table[name], item, key.Field(name))
		into.SetMapIndex(reflect.ValueOf(name), item)
	}
}

func (d *decoder) scalar(raw any, into reflect.Value, key problem.Key) {
	switch into.Kind() {
	case reflect.String:
		if text, ok := raw.(string); ok {
			into.SetString(text)
			return
		}
		d.wrong(raw, "a text in quotes", key)
	case reflect.Int:
		if number, ok := raw.(int64); ok {
			into.SetInt(number)
			return
		}
		d.wrong(raw, "a whole number", key)
	case reflect.Bool:
		if truth, ok := raw.(bool); ok {
			into.SetBool(truth)
			return
		}
		d.wrong(raw, "true or false", key)
	case reflect.Float64:
		d.float(raw, into, key)
	}
}

func (d *decoder) float(raw any, into reflect.Value, key problem.Key) {
	switch number := raw.(type) {
	case float64:
		into.SetFloat(number)
	case int64:
		into.SetFloat(float64(number))
	default:
		d.wrong(raw, "a number", key)
	}
}

// fieldsOf maps the TOML keys of a struct to its fields.
func fieldsOf(t reflect.Type) map[string]int {
	fields := make(map[string]int, t.NumField())
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("toml"), ","); name != "" && name != "-" {
			fields[name] = i
		}
	}
	return fields
}

// shortField is the field that a bare value fills, where a struct has one.
func shortField(t reflect.Type) (int, bool) {
	for i := range t.NumField() {
		if strings.HasSuffix(t.Field(i).Tag.Get("toml"), ",short") {
			return i, true
		}
	}
	return 0, false
}

func kindOf(raw any) string {
	switch raw.(type) {
	case string:
		return "a text"
	case int64:
		return "a whole number"
	case float64:
		return "a number with decimals"
	case bool:
		return "true or false"
	case time.Time:
		return "a date"
	case map[string]any:
		return "a table"
	}
	return "a list"
}
