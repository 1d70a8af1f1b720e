package region

import (
	"reflect"
	"slices"
	"strings"
	"sync"
)

// Field is one line of the schema: a field as a file spells it, with what its
// tags say of it. All who need to know the schema walk these.
type Field struct {
	Key     string // its name in a file
	Type    reflect.Type
	Doc     string // one line for the field reference
	Example string // a value, written as TOML; "" without
	Need    bool   // required
	Short   bool   // its value alone may stand for the whole table
	Link    bool   // its text must be a web address
	One     string // the vocabulary of its text, "" for any text
	Keys    string // the vocabulary of its keys, "" for any keys

	path []int // from its table to the struct field
}

// In is the value of the field in a table, a struct of its type.
func (f Field) In(table reflect.Value) reflect.Value { return table.FieldByIndex(f.path) }

// Table is a struct of the schema as a file spells it: its fields in the order
// in which the reference tells them.
type Table []Field

// Keys are those of its fields, sorted.
func (t Table) Keys() []string {
	return slices.Sorted(slices.Values(keysBy(t, func(f Field) string { return f.Key })))
}

// Rank is the place of a key among the fields, -1 for one that is not there.
func (t Table) Rank(key string) int {
	return slices.IndexFunc(t, func(f Field) bool { return f.Key == key })
}

// Short is the field that may stand for the whole table, if there is one.
func (t Table) Short() (f Field, ok bool) {
	if i := slices.IndexFunc(t, func(f Field) bool { return f.Short }); i >= 0 {
		return t[i], true
	}
	return Field{}, false
}

// TableOf is a struct of the schema as a file spells it. It is nil for what is
// no table in a file: Value and Date are single values there.
func TableOf(t reflect.Type) Table { return tables()[t] }

// tables are those of every struct of the schema: to take tags apart anew for
// each file would take longer than to read it.
var tables = sync.OnceValue(func() map[reflect.Type]Table {
	all := map[reflect.Type]Table{}
	addTables(all, reflect.TypeFor[Region]())
	addTables(all, reflect.TypeFor[Edition]())
	return all
})

func addTables(all map[reflect.Type]Table, t reflect.Type) {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
		t = t.Elem()
	}
	if _, known := all[t]; known || t.Kind() != reflect.Struct {
		return
	}
	all[t] = tableOf(t)
	for _, f := range all[t] {
		addTables(all, f.Type)
	}
}

// tableOf takes the tags of a struct apart.
func tableOf(t reflect.Type) Table {
	var table Table
	for i := range t.NumField() {
		f := t.Field(i)
		key, option, _ := strings.Cut(f.Tag.Get("toml"), ",")
		if key == "" || key == "-" {
			continue
		}
		table = append(table, Field{
			Key: key, Type: f.Type, Doc: f.Tag.Get("doc"), Example: f.Tag.Get("eg"),
			Need: f.Tag.Get("need") == "yes", Short: option == "short", Link: f.Tag.Get("link") == "web",
			One: f.Tag.Get("one"), Keys: f.Tag.Get("keys"), path: f.Index,
		})
	}
	return table
}
