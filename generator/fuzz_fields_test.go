package generator_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"regional-atlas/generator"
	"regional-atlas/generator/prose"
	"regional-atlas/generator/region"
)

// pagesFilledWith is pagesWith after no text of the atlas was left empty, since
// some stand only where a short name, a remark or a link is given.
func pagesFilledWith(t testing.TB, text, link string) map[string]string {
	edition, regions := filledAtlas(t)
	return planted(t, edition, regions, text, link)
}

func filledAtlas(t testing.TB) (*region.Edition, []*region.Region) {
	edition, regions := fullAtlas(t)
	fillAll(reflect.ValueOf(edition).Elem())
	for _, r := range regions {
		fillAll(reflect.ValueOf(r).Elem())
	}
	return edition, regions
}

// fillAll gives every empty text below v a word, or an address.
func fillAll(v reflect.Value) {
	for i := range v.NumField() {
		field, value := v.Type().Field(i), v.Field(i)
		if !field.IsExported() || isWord(field) || field.Name == "Unread" {
			continue
		}
		word := "word"
		if field.Tag.Get("link") == "web" {
			word = "https://word.example/"
		}
		fillIn(value, word)
	}
}

func fillIn(value reflect.Value, word string) {
	switch {
	case value.Kind() == reflect.String && value.String() == "":
		value.SetString(word)
	case value.Kind() == reflect.Struct:
		fillAll(value)
	case value.Kind() == reflect.Slice:
		if value.Len() == 0 && value.Type().Elem().Kind() == reflect.String {
			value.Set(reflect.Append(value, reflect.ValueOf(word).Convert(value.Type().Elem())))
		}
		for i := range value.Len() {
			fillIn(value.Index(i), word)
		}
	case value.Kind() == reflect.Map:
		for _, key := range value.MapKeys() {
			item := reflect.New(value.Type().Elem()).Elem()
			item.Set(value.MapIndex(key))
			fillIn(item, word)
			value.SetMapIndex(key, item)
		}
	}
}

// Every text and every link of the schema is hostile once in the tests of this
// package: no list is empty in the atlas that they start from.
func TestEveryTextIsPlanted(t *testing.T) {
	edition, regions := filledAtlas(t)
	found := map[string]bool{}
	collect(reflect.ValueOf(edition).Elem(), "atlas.toml", found)
	for _, r := range regions {
		collect(reflect.ValueOf(r).Elem(), "region", found)
	}
	texts := append(textsOf(reflect.TypeFor[region.Edition](), "atlas.toml"), textsOf(reflect.TypeFor[region.Region](), "region")...)
	if len(texts) < 80 {
		t.Fatalf("the schema has only %d texts: %v", len(texts), texts)
	}
	for _, text := range texts {
		if !found[text] {
			t.Errorf("the list with %s is empty in testdata/good/full: no test sees it hostile", text)
		}
	}
}

// textsOf lists the texts below a type, as plant reaches them.
func textsOf(kind reflect.Type, at string) (list []string) {
	switch kind.Kind() {
	case reflect.String:
		return []string{at}
	case reflect.Slice, reflect.Map:
		return textsOf(kind.Elem(), at)
	case reflect.Struct:
		for i := range kind.NumField() {
			field := kind.Field(i)
			taken := field.Type == reflect.TypeFor[prose.Text]() // what the program made of a text
			if field.IsExported() && !isWord(field) && field.Name != "Unread" && !taken {
				list = append(list, textsOf(field.Type, at+"."+field.Name)...)
			}
		}
	}
	return list
}

// collect marks the texts below v that are not empty.
func collect(v reflect.Value, at string, found map[string]bool) {
	switch v.Kind() {
	case reflect.String:
		found[at] = found[at] || v.String() != ""
	case reflect.Slice:
		for i := range v.Len() {
			collect(v.Index(i), at, found)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			collect(v.MapIndex(key), at, found)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() && !isWord(field) {
				collect(v.Field(i), at+"."+field.Name, found)
			}
		}
	}
}

// fullFiles is the files of the full atlas, to be spoilt by a test.
func fullFiles(t testing.TB) fstest.MapFS {
	return inMemory(t, os.DirFS("testdata/good/full/regions"))
}

// paths are words that mean another place, a device or a hidden file where they
// become a path.
func paths() []string {
	return []string{"../x", "../../x", "..", ".", "", "/", "/etc/passwd", "a/b", "a\\b", "..\\x", "C:x", "con", "nul", "com1", ".htaccess", "manifest.txt", "index",
		"%2e%2e%2fx", "a%00b", "a b", "x?y", "x#y", "é", "İ", "ＡＡ12", "AA12.", "aa12.html", "~", "$HOME", "-rf", "*", strings.Repeat("a", 300)}
}

// A word that becomes an address leads nowhere outside the site: it is refused
// by the check, or comes out as a plain name.
func TestHostilePaths(t *testing.T) {
	t.Parallel()
	places := []struct{ name, file, from, to string }{
		{"code of a region", "AA12.md", `code = "AA12"`, `code = "%s"`},
		{"alias", "AA12.md", `aliases = ["aa2"]`, `aliases = ["%s"]`},
		{"shape", "AA12.md", `code = "AA13"`, `code = "%s"`},
		{"topic", "AA12.md", `topics = ["water"]`, `topics = ["%s"]`},
		{"code of a list", "AA12.md", `list = ["A.1", "B"]`, `list = ["%s"]`},
		{"country", "atlas.toml", `code = "BB"`, `code = "%s"`},
		{"indicator", "atlas.toml", `key = "density"`, `key = "%s"`},
		{"group of networks", "atlas.toml", `key = "clubs"`, `key = "%s"`},
		{"place overseas", "atlas.toml", `key = "OO1"`, `key = "%s"`},
	}
	files, tried := fullFiles(t), trials{newPress(t), map[string]bool{}}
	for n, place := range places {
		before := string(files[place.file].Data)
		if !strings.Contains(before, place.from) {
			t.Fatalf("%s has no %s", place.file, place.from)
		}
		for i, word := range paths() {
			if every := chances(3, 1); (i+n)%every > 0 {
				continue
			}
			line := fmt.Sprintf(place.to, strings.ReplaceAll(word, `\`, `\\`))
			files[place.file] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(before, place.from, line))}
			tried.staysInside(t, files, place.name+" "+word)
		}
		files[place.file] = &fstest.MapFile{Data: []byte(before)}
	}
	for _, word := range paths() {
		name := path.Clean("/" + word + ".md")[1:]
		files[name] = &fstest.MapFile{Data: []byte("+++\ncode = \"BB\"\nname = \"B\"\n\n[[sources]]\nkey = \"k\"\ntitle = \"t\"\nlink = \"https://b.example\"\nseen = 2024-01-01\n+++\n")}
		tried.staysInside(t, files, "file "+name)
		delete(files, name)
	}
}

// trials are builds whose addresses nobody should trust. Where files are written
// depends on addresses alone, so each list of them is built once.
type trials struct {
	press
	built map[string]bool
}

// staysInside builds the site, if the files may be built, and looks at what came
// out, and that nothing came out elsewhere.
func (tried trials) staysInside(t *testing.T, files fstest.MapFS, what string) {
	t.Helper()
	state := tried.of(files)
	if state.Err != nil {
		t.Errorf("%s: %v", what, state.Err)
		return
	}
	if state.Atlas == nil {
		for _, p := range state.Problems {
			if p.File == "" || p.Line < 1 {
				t.Errorf("%s: a fault without a place: %+v", what, p)
			}
		}
		return
	}
	addresses := ""
	for p := range state.Site.Files() {
		addresses += p.Address + "\n"
	}
	if tried.built[addresses] {
		return
	}
	tried.built[addresses] = true
	in, root := tried.in, t.TempDir()
	in.Regions = files
	_, err := generator.Build(in, generator.Target{Out: filepath.Join(root, "deep", "site")})
	if err != nil {
		if !strings.Contains(err.Error(), "cannot be written") { // the folder's own refusal, the last of three walls
			t.Errorf("%s: %v", what, err)
		}
		return
	}
	for name := range filesIn(t, root) {
		inside, found := strings.CutPrefix(name, "deep/site/")
		if !found || strings.ContainsFunc(inside, func(r rune) bool { return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789-_./", r) }) || strings.Contains(inside, "..") {
			t.Errorf("%s: the file %s", what, name)
		}
	}
}

// What a spreadsheet takes for a formula is a text like any other; in tables for
// spreadsheets it has an apostrophe before it.
func TestFormulasStayText(t *testing.T) {
	t.Parallel()
	for _, formula := range []string{`=HYPERLINK("https://evil.example","x")`, `=cmd|'/c calc'!A1`, "+1+1", "-2+3", "@SUM(A1:A9)"} {
		same := "x"
		if !strings.ContainsFunc(formula, unicode.IsLetter) {
			same = "1" // what has no letter is of no language
		}
		want := skeletons(t, pagesWith(t, strings.Repeat(same, len(formula)), harmless)) // whether a name fits on a map depends on its length
		got := skeletons(t, pagesWith(t, formula, harmless))
		for _, address := range sortedKeys(want) { // a sign comes before letters in the order of names
			if !slices.Equal(slices.Sorted(slices.Values(got[address])), slices.Sorted(slices.Values(want[address]))) {
				t.Errorf("%q: %s: %s", formula, address, firstDifference(got[address], want[address]))
			}
		}
	}
	guarded := 0
	for address, text := range pagesWith(t, "=1+1", harmless) {
		if path.Ext(address) != ".csv" {
			continue
		}
		reader := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
		if strings.HasSuffix(address, "-eu.csv") {
			reader.Comma = ';'
		}
		rows, err := reader.ReadAll()
		must(t, err)
		for _, cell := range slices.Concat(rows...) {
			_, notANumber := strconv.ParseFloat(strings.Replace(cell, ",", ".", 1), 64)
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) && notANumber != nil {
				t.Errorf("%s holds %q, which a spreadsheet runs", address, cell)
			}
			if cell == "'=1+1" {
				guarded++
			}
		}
	}
	if guarded < 50 {
		t.Errorf("only %d texts are guarded", guarded)
	}
}
