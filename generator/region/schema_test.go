package region

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// structs visits the lines of every struct of the schema as they are in Go.
func structs(visit func(owner reflect.Type, f reflect.StructField)) {
	for t, table := range tables() {
		for i := range t.NumField() {
			if table != nil {
				visit(t, t.Field(i))
			}
		}
	}
}

func TestEveryTagMeansSomething(t *testing.T) {
	lines := 0
	structs(func(owner reflect.Type, f reflect.StructField) {
		at := owner.Name() + "." + f.Name
		key, option, _ := strings.Cut(f.Tag.Get("toml"), ",")
		if key == "-" || f.Anonymous { // not of the file, or by other lines
			return
		}
		lines++
		if key == "" || strings.ToLower(key) != key || option != "" && option != "short" {
			t.Errorf("%s: the tag toml:%q means nothing", at, f.Tag.Get("toml"))
		}
		for name, value := range map[string]string{"need": "yes", "link": "web", "lang": "tag"} {
			if got, set := f.Tag.Lookup(name); set && got != value {
				t.Errorf("%s: %s:%q means nothing", at, name, got)
			}
		}
		if kind, set := f.Tag.Lookup("long"); set && !slices.Contains([]string{"name", "title", "prose"}, kind) {
			t.Errorf("%s: long:%q means nothing", at, kind)
		}
		if f.Tag.Get("keys") != "" && f.Type.Kind() != reflect.Map {
			t.Errorf("%s: only a table has keys", at)
		}
		inTerm := f.Type == reflect.TypeFor[inherited]()
		for _, name := range []string{"need", "link", "one", "keys"} {
			if _, set := f.Tag.Lookup(name); set && inTerm {
				t.Errorf("%s %s: Term says %s, nobody else", at, key, name)
			}
		}
	})
	if lines < 100 {
		t.Errorf("only %d lines seen", lines)
	}
}

func TestEveryFieldIsDescribed(t *testing.T) {
	for owner, table := range tables() {
		for i, f := range table {
			if f.Doc == "" || strings.HasSuffix(f.Doc, ".") {
				t.Errorf("%s, %s: the doc tag is %q", owner.Name(), f.Key, f.Doc)
			}
			if table.Rank(f.Key) != i {
				t.Errorf("%s has the key %s twice", owner.Name(), f.Key)
			}
		}
	}
}

func TestEveryVocabularyIsKnown(t *testing.T) {
	var e Edition
	seen := 0
	for _, table := range tables() {
		for _, f := range table {
			for _, name := range []string{f.One, f.Keys} {
				if name != "" {
					seen++
					e.Vocabulary(name) // panics when nobody knows it
				}
			}
		}
	}
	if seen < 15 {
		t.Errorf("only %d vocabularies seen", seen)
	}
}

// Every list of terms at the top of atlas.toml is a vocabulary, and each has
// its own name.
func TestVocabulariesOfTheAtlas(t *testing.T) {
	e := edition()
	for _, f := range TableOf(reflect.TypeFor[Edition]()) {
		isList := f.Type.Kind() == reflect.Slice && f.Key != "countries"
		if isList != (f.Words != "") || isList && lists()[f.Words].Key != f.Key {
			t.Errorf("%s is the vocabulary %q", f.Key, f.Words)
		}
	}
	for _, name := range Vocabularies() {
		terms := e.Terms(name)
		if name != "outermost" && len(terms) == 0 {
			t.Fatalf("%s has no terms", name)
		}
		for _, term := range terms {
			if e.Term(name, term.Key).Name != term.Name || !slices.Contains(e.Vocabulary(name), term.Key) {
				t.Errorf("%s: %+v", name, term)
			}
		}
	}
	if terms := e.Terms("answers"); terms != nil || e.Term("answers", Yes).Name != Yes {
		t.Errorf("the answers have the terms %v", terms)
	}
}

// What a struct inherits from Term has its own words and its own place, and is
// still the field of Term.
func TestInheritedFields(t *testing.T) {
	table := TableOf(reflect.TypeFor[Network]())
	var keys []string
	for _, f := range table {
		keys = append(keys, f.Key)
	}
	want := []string{"key", "name", "short", "also", "group", "link", "about", "area", "categories"}
	if !slices.Equal(keys, want) {
		t.Errorf("a network has %v", keys)
	}
	name := table[table.Rank("name")]
	if name.Doc != "full name" || !strings.Contains(name.Example, "European") || !name.Need {
		t.Errorf("%+v", name)
	}
	if about := table[table.Rank("about")]; about.Doc != "one line of explanation" {
		t.Errorf("%+v", about)
	}
	n := Network{Term: Term{Name: "ERRIN"}}
	if got := name.In(reflect.ValueOf(n)).String(); got != "ERRIN" {
		t.Errorf("the name is %q", got)
	}
	if TableOf(reflect.TypeFor[Question]()).Rank("about") >= 0 {
		t.Error("no page shows more about a question")
	}
}

// An embedded Term adds nothing by itself, so that nobody may forget its lines.
func TestEveryTermHasKeyAndName(t *testing.T) {
	seen := 0
	structs(func(owner reflect.Type, f reflect.StructField) {
		if f.Anonymous {
			seen++
			table := TableOf(owner)
			if table.Rank("key") < 0 || table.Rank("name") < 0 {
				t.Errorf("%s takes too little over from %s", owner.Name(), f.Name)
			}
		}
	})
	if seen != 6 {
		t.Errorf("%d structs embed another", seen)
	}
}

func TestAShortFormIsOneTextOrNumber(t *testing.T) {
	shorts := 0
	for owner, table := range tables() {
		short, has := table.Short()
		if has && TableOf(short.Type) != nil {
			t.Errorf("%s cannot be written as %s alone", owner.Name(), short.Key)
		}
		if has {
			shorts++
		}
	}
	if shorts < 5 || TableOf(reflect.TypeFor[Date]()) != nil {
		t.Errorf("%d tables have a short form", shorts)
	}
}

// Every text has a length that a page can show.
func TestEveryTextHasALength(t *testing.T) {
	for owner, table := range tables() {
		for _, f := range table {
			inner := f.Type
			for inner.Kind() == reflect.Slice || inner.Kind() == reflect.Map {
				inner = inner.Elem()
			}
			if isText := inner.Kind() == reflect.String && f.One == ""; isText != (f.Most > 0) {
				t.Errorf("%s, %s: at most %d characters", owner.Name(), f.Key, f.Most)
			}
		}
	}
	for key, want := range map[string]int{"name": 200, "also": 200, "mended": 2000, "topics": 0, "figures": 0} {
		table := TableOf(reflect.TypeFor[Region]())
		if got := table[table.Rank(key)].Most; got != want {
			t.Errorf("%s: at most %d characters, want %d", key, got, want)
		}
	}
}
