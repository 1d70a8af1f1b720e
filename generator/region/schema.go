package region

import (
	"cmp"
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
	Lang    bool   // its text must be the tag of a language
	Spoken  bool   // a text that readers see: it may be given in several languages
	Proper  bool   // such a text that is a name, and needs no language beside it
	Most    int    // its text may have so many characters; 0 for a word of a vocabulary and what is no text
	One     string // the vocabulary of its text, "" for any text
	Keys    string // the vocabulary of its keys, "" for any keys
	Words   string // the vocabulary that this list of atlas.toml is, or ""

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
	addTables(all, reflect.TypeFor[Releases]())
	addTables(all, reflect.TypeFor[Page]())
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

// tableOf takes the tags of a struct apart. Of an embedded struct it has the
// fields that a line of the type inherited names.
func tableOf(t reflect.Type) Table {
	var table, promoted Table
	for i := range t.NumField() {
		switch f, key := t.Field(i), keyOf(t.Field(i)); {
		case f.Anonymous:
			promoted = tableOf(f.Type).within(i)
		case f.Type == reflect.TypeFor[inherited]():
			table = append(table, promoted[promoted.Rank(key)].retold(f.Tag))
		case key != "" && key != "-":
			table = append(table, fieldOf(f))
		}
	}
	return table
}

// within is the table of a struct that is embedded as the field with a number.
func (t Table) within(field int) Table {
	for i := range t {
		t[i].path = append([]int{field}, t[i].path...)
	}
	return t
}

func keyOf(f reflect.StructField) string {
	key, _, _ := strings.Cut(f.Tag.Get("toml"), ",")
	return key
}

func fieldOf(f reflect.StructField) Field {
	tag := f.Tag
	return Field{
		Most: mostOf(f),
		Key:  keyOf(f), Type: f.Type, Doc: tag.Get("doc"), Example: tag.Get("eg"),
		Need: tag.Get("need") == "yes", Short: strings.HasSuffix(tag.Get("toml"), ",short"),
		Link: tag.Get("link") == "web", Lang: tag.Get("lang") == "tag", One: tag.Get("one"),
		Keys:   tag.Get("keys"),
		Spoken: tag.Get("spoken") != "", Proper: tag.Get("spoken") == "name",
		Words: tag.Get("words"), path: f.Index,
	}
}

// mostOf is how long the text of a field may be.
func mostOf(f reflect.StructField) int {
	t := f.Type
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
		t = t.Elem()
	}
	if t.Kind() != reflect.String || f.Tag.Get("one") != "" || f.Tag.Get("words") != "" {
		return 0
	}
	return Length(f.Tag.Get("long"))
}

// Length is how many characters a text of a kind may have: what a line, a heading,
// a note or a page can show.
func Length(kind string) int {
	switch kind {
	case "name":
		return 200
	case "title":
		return 500
	case "prose": // the description of a region too
		return 100_000
	}
	return 2_000 // a remark
}

// retold is the field with what a line of its own says otherwise.
func (f Field) retold(tag reflect.StructTag) Field {
	f.Doc = cmp.Or(tag.Get("doc"), f.Doc)
	f.Example = cmp.Or(tag.Get("eg"), f.Example)
	return f
}
