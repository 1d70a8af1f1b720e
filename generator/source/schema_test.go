package source

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"regional-atlas/generator/region"
)

// everyField visits the fields of a struct of the schema and of those below it.
func everyField(t reflect.Type, seen map[reflect.Type]bool, visit func(reflect.Type, reflect.StructField)) {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || seen[t] || isTaker(t) {
		return
	}
	seen[t] = true
	for i := range t.NumField() {
		visit(t, t.Field(i))
		everyField(t.Field(i).Type, seen, visit)
	}
}

func isTaker(t reflect.Type) bool {
	_, ok := reflect.New(t).Interface().(taker)
	return ok
}

func schema(visit func(reflect.Type, reflect.StructField)) {
	seen := map[reflect.Type]bool{}
	everyField(reflect.TypeFor[region.Region](), seen, visit)
	everyField(reflect.TypeFor[region.Edition](), seen, visit)
}

func TestEveryFieldIsDescribed(t *testing.T) {
	fields := 0
	schema(func(owner reflect.Type, f reflect.StructField) {
		name, option, _ := strings.Cut(f.Tag.Get("toml"), ",")
		if name == "-" {
			return
		}
		fields++
		at := owner.Name() + "." + f.Name
		if name == "" || f.Tag.Get("doc") == "" {
			t.Errorf("%s has no toml or no doc tag", at)
		}
		if option != "" && option != "short" {
			t.Errorf("%s: the option %q means nothing", at, option)
		}
		if strings.ToLower(name) != name || strings.HasSuffix(f.Tag.Get("doc"), ".") {
			t.Errorf("%s: key %q, doc %q", at, name, f.Tag.Get("doc"))
		}
		for _, tag := range []struct{ name, value string }{{"need", "yes"}, {"link", "web"}} {
			if got, set := f.Tag.Lookup(tag.name); set && got != tag.value {
				t.Errorf("%s: %s:%q means nothing", at, tag.name, got)
			}
		}
		if f.Tag.Get("keys") != "" && f.Type.Kind() != reflect.Map {
			t.Errorf("%s: only a table has keys", at)
		}
	})
	if fields < 100 {
		t.Errorf("only %d fields seen", fields)
	}
}

func TestEveryVocabularyIsKnown(t *testing.T) {
	var e region.Edition
	seen := 0
	schema(func(owner reflect.Type, f reflect.StructField) {
		for _, tag := range []string{"one", "keys"} {
			if name := f.Tag.Get(tag); name != "" {
				seen++
				e.Vocabulary(name) // panics when nobody knows it
			}
		}
	})
	if seen < 15 {
		t.Errorf("only %d vocabularies seen", seen)
	}
}

func TestEveryExampleIsOfItsField(t *testing.T) {
	seen := 0
	schema(func(owner reflect.Type, f reflect.StructField) {
		eg := f.Tag.Get("eg")
		if eg == "" {
			return
		}
		seen++
		name, _, _ := strings.Cut(f.Tag.Get("toml"), ",")
		into := reflect.New(owner)
		text := name + " = " + eg
		if faults, _ := decode("eg", front{toml: text, line: 1}, into.Interface()); len(faults) > 0 {
			t.Errorf("%s.%s: %s: %+v", owner.Name(), f.Name, text, faults)
		}
		raw := map[string]any{}
		if _, err := toml.Decode(text, &raw); err != nil {
			t.Errorf("%s.%s: %s: %v", owner.Name(), f.Name, text, err)
		}
		if into.Elem().FieldByIndex(f.Index).IsZero() && eg != "0" {
			t.Errorf("%s.%s: the example %s leaves the field empty", owner.Name(), f.Name, eg)
		}
	})
	if seen < 60 {
		t.Errorf("only %d examples seen", seen)
	}
}

// TestTheSampleOfAllExamplesDecodes writes every field once, tables and lists
// of tables included.
func TestTheSampleOfAllExamplesDecodes(t *testing.T) {
	for _, into := range []any{&region.Region{}, &region.Edition{}} {
		sample := exampleOf(reflect.TypeOf(into).Elem())
		sample = strings.TrimSuffix(strings.TrimPrefix(sample, "{ "), " }")
		var lines strings.Builder
		raw := map[string]any{}
		if _, err := toml.Decode("x = { "+sample+" }", &raw); err != nil {
			t.Fatalf("%v\n%s", err, sample)
		}
		if err := toml.NewEncoder(&lines).Encode(raw["x"]); err != nil {
			t.Fatal(err)
		}
		if faults, _ := decode("sample", front{toml: lines.String(), line: 1}, into); len(faults) > 0 {
			t.Errorf("%+v\n%s", faults, lines.String())
		}
		v := reflect.ValueOf(into).Elem()
		for i := range v.NumField() {
			if v.Type().Field(i).Tag.Get("toml") != "-" && v.Field(i).IsZero() {
				t.Errorf("the sample leaves %s empty", v.Type().Field(i).Name)
			}
		}
	}
}

// exampleOf writes a type as inline TOML.
func exampleOf(t reflect.Type) string {
	switch {
	case t == reflect.TypeFor[region.Date]():
		return "2026-11-21"
	case isTaker(t):
		return "1"
	case t.Kind() == reflect.Slice:
		return "[" + exampleOf(t.Elem()) + "]"
	case t.Kind() == reflect.Map:
		return "{ k = " + exampleOf(t.Elem()) + " }"
	case t.Kind() != reflect.Struct:
		return map[reflect.Kind]string{reflect.String: `"x"`, reflect.Int: "1", reflect.Float64: "1.5", reflect.Bool: "true"}[t.Kind()]
	}
	var fields []string
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("toml"), ",")
		if name == "-" {
			continue
		}
		value := f.Tag.Get("eg")
		if value == "" {
			value = exampleOf(f.Type)
		}
		fields = append(fields, fmt.Sprintf("%s = %s", name, value))
	}
	return "{ " + strings.Join(fields, ", ") + " }"
}
