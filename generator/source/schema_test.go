package source

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"regional-atlas/generator/region"
)

// everyField visits the fields of a table of the schema and of those below it.
func everyField(t reflect.Type, seen map[reflect.Type]bool, visit func(reflect.Type, region.Field)) {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
		t = t.Elem()
	}
	if seen[t] {
		return
	}
	seen[t] = true
	for _, f := range region.TableOf(t) {
		visit(t, f)
		everyField(f.Type, seen, visit)
	}
}

func TestEveryExampleIsOfItsField(t *testing.T) {
	examples := 0
	visit := func(owner reflect.Type, f region.Field) {
		if f.Example == "" {
			return
		}
		examples++
		into := reflect.New(owner)
		text := f.Key + " = " + f.Example
		if faults, _ := new(Folder).decode("eg", front{toml: text, line: 1}, into.Interface()); len(faults) > 0 {
			t.Errorf("%s: %s: %+v", owner.Name(), text, faults)
		}
		raw := map[string]any{}
		if _, err := toml.Decode(text, &raw); err != nil {
			t.Errorf("%s: %s: %v", owner.Name(), text, err)
		}
		if f.In(into.Elem()).IsZero() && f.Example != "0" {
			t.Errorf("%s: the example %s leaves the field empty", owner.Name(), text)
		}
	}
	seen := map[reflect.Type]bool{}
	everyField(reflect.TypeFor[region.Region](), seen, visit)
	everyField(reflect.TypeFor[region.Edition](), seen, visit)
	if examples < 60 {
		t.Errorf("only %d examples seen", examples)
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
		if faults, _ := new(Folder).decode("sample", front{toml: lines.String(), line: 1}, into); len(faults) > 0 {
			t.Errorf("%+v\n%s", faults, lines.String())
		}
		v := reflect.ValueOf(into).Elem()
		for _, f := range region.TableOf(v.Type()) {
			if f.In(v).IsZero() {
				t.Errorf("the sample leaves %s empty", f.Key)
			}
		}
	}
}

// exampleOf writes a type as inline TOML.
func exampleOf(t reflect.Type) string {
	switch {
	case t == reflect.TypeFor[region.Date]():
		return "2026-11-21"
	case t == reflect.TypeFor[region.Value]():
		return "1"
	case t.Kind() == reflect.Slice:
		return "[" + exampleOf(t.Elem()) + "]"
	case t.Kind() == reflect.Map:
		return "{ k = " + exampleOf(t.Elem()) + " }"
	case t.Kind() != reflect.Struct:
		return map[reflect.Kind]string{
			reflect.String: `"x"`, reflect.Int: "1", reflect.Float64: "1.5", reflect.Bool: "true",
		}[t.Kind()]
	}
	var fields []string
	for _, f := range region.TableOf(t) {
		value := f.Example
		if value == "" {
			value = exampleOf(f.Type)
		}
		fields = append(fields, fmt.Sprintf("%s = %s", f.Key, value))
	}
	return "{ " + strings.Join(fields, ", ") + " }"
}
