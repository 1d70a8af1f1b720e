package generator_test

import (
	"io/fs"
	"os"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/assets"
	"regional-atlas/generator"
	"regional-atlas/generator/output"
	"regional-atlas/generator/page"
	"regional-atlas/generator/palette"
	"regional-atlas/generator/prose"
	"regional-atlas/generator/region"
	"regional-atlas/generator/render"
	"regional-atlas/generator/source"
	"regional-atlas/generator/words"
	"regional-atlas/layouts"
)

// html/template notices a field that does not exist only when the line with it
// runs. So every layout runs with its page struct empty, full, and full but for
// what is true or false.
func TestLayoutsRunWithAnyValue(t *testing.T) {
	t.Parallel()
	renderer, err := render.New(layouts.Files, siteColours(t), words.English())
	if err != nil {
		t.Fatal(err)
	}
	for layout, kind := range pageKinds(t) {
		for name, content := range map[string]any{
			"empty":            emptied(t, layout, kind),
			"full, all true":   filledIn(kind, true),
			"full, none true":  filledIn(kind, false),
			"one of each list": oneOfEach(filledIn(kind, false)),
		} {
			data, err := renderer.File(output.File{Address: name, Layout: layout, Content: func() any { return content }})
			if err != nil {
				t.Errorf("%s with %s: %v", layout, kind, err)
			}
			if name == "full, none true" && kind.Field(0).Name == "Head" && !strings.Contains(string(data), word) {
				t.Errorf("%s places no word of a full %s", layout, kind)
			}
			if strings.Contains(string(data), "<no value>") || strings.Contains(string(data), "ZgotmplZ") || strings.Contains(string(data), "%!") {
				t.Errorf("%s, %s: a value is placed where it has no meaning:\n%s", layout, name, data)
			}
		}
	}
	if left := renderer.Left(); left != nil {
		t.Errorf("%s say something that only html/template knows: they are slow", left)
	}
}

// Every file of the layouts is used: a layout by a page, a part by a layout.
func TestEveryLayoutIsUsed(t *testing.T) {
	kinds := pageKinds(t)
	all := ""
	err := fs.WalkDir(layouts.Files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(layouts.Files, name)
		all += string(data)
		if _, used := kinds[strings.TrimSuffix(name, ".html")]; path.Dir(name) == "." && !used {
			t.Errorf("no page uses the layout %s", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	parts, err := fs.Glob(layouts.Files, "parts/*")
	if err != nil || len(parts) == 0 {
		t.Fatal(parts, err)
	}
	for _, part := range parts {
		name := strings.TrimSuffix(path.Base(part), ".html")
		if !regexp.MustCompile(`{{-? ?(template|one|each) "` + name + `"`).MatchString(all) {
			t.Errorf("no layout places the part %s", part)
		}
	}
}

// What lies in the folders is in the binary too, so that it works alone.
func TestEmbedded(t *testing.T) {
	for _, pattern := range []string{"*.html", "*.svg", "*.xml", "*.css", "*.js", "*.txt", "*.json", "parts/*.html"} {
		onDisk, err := fs.Glob(os.DirFS("../layouts"), pattern)
		if err != nil {
			t.Fatal(err)
		}
		inside, err := fs.Glob(layouts.Files, pattern)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(onDisk, inside) {
			t.Errorf("layouts/%s: on disk %v, in the binary %v", pattern, onDisk, inside)
		}
	}
}

// A layout that asks for what its page does not have fails, and names itself.
func TestUnknownFieldFails(t *testing.T) {
	for text, want := range map[string]string{
		"{{.Headline}}":              "Headline",
		"{{.Table.Nope}}":            "Nope",
		`{{template "missing"}}`:     "missing",
		"{{range .Counts}}{{.Nope}}": "topic.html",
	} {
		files := fstest.MapFS{"topic.html": {Data: []byte(text)}}
		renderer, err := render.New(files, siteColours(t), words.English())
		if err == nil {
			_, err = renderer.File(output.File{Address: "a.html", Layout: "topic", Content: func() any { return page.Index{Counts: []page.Headline{{}}} }})
		}
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "topic.html") {
			t.Errorf("%s gave %v; want an error about %s in topic.html", text, err, want)
		}
	}
	renderer, err := render.New(fstest.MapFS{}, siteColours(t), words.English())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := renderer.File(output.File{Address: "a.html", Layout: "region", Content: func() any { return nil }}); err == nil || !strings.Contains(err.Error(), `no layout "region" for a.html`) {
		t.Errorf("a missing layout gave %v", err)
	}
}

// pageKinds is the type of the content that each layout is given, as the pages
// of the full atlas show it.
func pageKinds(t *testing.T) map[string]reflect.Type {
	t.Helper()
	kinds := map[string]reflect.Type{}
	site := fullSite(t)
	for p := range output.Concat(site.Files(), output.List(site.Start())) {
		if p.Layout == "" {
			continue // a picture, which draws itself
		}
		kind := reflect.TypeOf(p.Content())
		if known := kinds[p.Layout]; known != nil && known != kind {
			t.Errorf("the layout %s is given a %s and a %s", p.Layout, known, kind)
		}
		kinds[p.Layout] = kind
	}
	return kinds
}

// siteColours are those of the style sheet in the binary.
func siteColours(t testing.TB) palette.Palette {
	t.Helper()
	sheet, err := assets.Files.ReadFile("atlas.css")
	if err != nil {
		t.Fatal(err)
	}
	return palette.Read(sheet)
}

// Colours are chosen in the style sheet alone: no drawing and no other line of
// the sheet has one of its own, and a drawing that names one that is not there
// is refused.
func TestColoursAreChosenOnce(t *testing.T) {
	own := regexp.MustCompile(`#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl)a?\(`)
	for name, files := range map[string]fs.FS{"layouts": layouts.Files, "assets": assets.Files} {
		drawings, err := fs.Glob(files, "*.svg")
		if err != nil || len(drawings) == 0 {
			t.Fatal(name, drawings, err)
		}
		for _, drawing := range drawings {
			data, err := fs.ReadFile(files, drawing)
			if found := own.Find(data); err != nil || found != nil {
				t.Errorf("%s/%s chooses a colour of its own: %s, %v", name, drawing, found, err)
			}
		}
	}
	sheet, _ := assets.Files.ReadFile("atlas.css")
	for line := range strings.Lines(string(sheet)) {
		if rule, _, _ := strings.Cut(line, "--"); own.MatchString(rule) {
			t.Errorf("atlas.css chooses a colour outside of its list: %s", line)
		}
	}
	files := fstest.MapFS{"a.svg": {Data: []byte(`<svg><style>a{fill:var(--inc)}</style></svg>`)}}
	if _, err := render.New(files, siteColours(t), words.English()); err == nil || !strings.Contains(err.Error(), "a.svg has a fault: the style sheet has no colour for var(--inc)") {
		t.Errorf("a colour that is not there gives %v", err)
	}
}

func fullSite(t testing.TB) *generator.Site {
	t.Helper()
	edition, regions := fullAtlas(t)
	return siteOf(t, edition, regions)
}

// fullAtlas is the golden folder with every field of the schema filled.
func fullAtlas(t testing.TB) (*region.Edition, []*region.Region) {
	t.Helper()
	folder := source.Open(os.DirFS("testdata/good/full/regions"))
	edition, faults, err := folder.Edition()
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	edition.Translated = nil // a test puts other texts into their place
	releases, faults := folder.Releases()
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	edition.Releases = releases
	own, err := folder.Pages()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range own {
		p, faults := folder.Page(name)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		if p.Text, err = prose.New().Convert(p.Body); err != nil {
			t.Fatal(err)
		}
		edition.Pages = append(edition.Pages, p)
	}
	names, err := folder.List()
	if err != nil {
		t.Fatal(err)
	}
	var regions []*region.Region
	for _, name := range names {
		r, faults := folder.Region(name)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		regions = append(regions, &r)
	}
	return &edition, regions
}

// emptied is the zero value of the content of a layout, but for what no page
// leaves nil.
func emptied(t *testing.T, layout string, kind reflect.Type) any {
	t.Helper()
	v := reflect.New(kind).Elem()
	pointers(v, func(field reflect.Value, _ ...int) { field.Set(reflect.New(field.Type().Elem())) })
	for p := range fullSite(t).Files() {
		if p.Layout != layout {
			continue
		}
		made := reflect.ValueOf(p.Content())
		pointers(v, func(field reflect.Value, at ...int) {
			if made.FieldByIndex(at).IsNil() {
				field.SetZero()
			}
		})
	}
	return v.Interface()
}

// pointers visits the pointers of a struct and of those embedded in it.
func pointers(v reflect.Value, visit func(field reflect.Value, at ...int)) {
	for _, field := range reflect.VisibleFields(v.Type()) {
		if field.Type.Kind() == reflect.Pointer && field.IsExported() {
			visit(v.FieldByIndex(field.Index), field.Index...)
		}
	}
}

// word is what fills every text. It would do as a class, an address or a path.
const word = "Mword"

// filledIn is a value of a type with every text, number and pointer set, two
// elements in every list, and truth for everything that is true or false.
func filledIn(kind reflect.Type, truth bool) any {
	v := reflect.New(kind).Elem()
	set(v, truth)
	return v.Interface()
}

func set(v reflect.Value, truth bool) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(word)
	case reflect.Bool:
		v.SetBool(truth)
	case reflect.Int, reflect.Int64:
		v.SetInt(7)
	case reflect.Float64:
		v.SetFloat(7.5)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		set(v.Elem(), truth)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		set(v.Index(0), truth)
		set(v.Index(1), truth)
	case reflect.Map:
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		set(key, truth)
		set(value, truth)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(key, value)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				set(v.Field(i), truth)
			}
		}
	}
}

// oneOfEach shortens every list to its first element: where layouts join
// entries, the first is the last.
func oneOfEach(content any) any {
	v := reflect.New(reflect.TypeOf(content)).Elem()
	v.Set(reflect.ValueOf(content))
	shorten(v)
	return v.Interface()
}

func shorten(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		v.Set(v.Slice(0, min(1, v.Len())))
		for i := range v.Len() {
			shorten(v.Index(i))
		}
	case reflect.Pointer:
		shorten(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				shorten(v.Field(i))
			}
		}
	}
}

// The parts are trees of the same words, so a check of the text finds a field
// that no page has even where no branch runs: every name after a point that
// begins with a capital is a field or method of some page.
func TestLayoutsNameFieldsThatExist(t *testing.T) {
	known := map[string]bool{}
	for _, kind := range pageKinds(t) {
		namesIn(known, kind)
	}
	action := regexp.MustCompile(`{{[^}]*}}`)
	field := regexp.MustCompile(`\.([A-Z]\w*)`)
	literal := regexp.MustCompile(`"[^"]*"|/\*.*?\*/`)
	err := fs.WalkDir(layouts.Files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(layouts.Files, name)
		for _, a := range action.FindAllString(string(data), -1) {
			for _, f := range field.FindAllStringSubmatch(literal.ReplaceAllString(a, ""), -1) {
				if !known[f[1]] {
					t.Errorf("%s asks for .%s, which no page has: %s", name, f[1], a)
				}
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func namesIn(known map[string]bool, kind reflect.Type) {
	for i := range kind.NumMethod() {
		known[kind.Method(i).Name] = true
	}
	switch kind.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		namesIn(known, kind.Elem())
	case reflect.Struct:
		for i := range kind.NumField() {
			known[kind.Field(i).Name] = true
			namesIn(known, kind.Field(i).Type)
		}
	}
}

// A layout says nothing itself: each of its words comes from the catalogue, so that a
// site can speak another language. Names of formats and files are no words.
func TestLayoutsSayNothingThemselves(t *testing.T) {
	unsaid := regexp.MustCompile(`(?s)<style>.*?</style>|\{\{.*?\}\}|<!.*?>`)
	spoken := regexp.MustCompile(`\b(?:aria-label|title|alt|placeholder|data-label|data-failed)="([^"]*)"`)
	tag := regexp.MustCompile(`(?s)<[^>]*>`)
	letters := regexp.MustCompile(`\pL{2,}`)
	names := []string{"nbsp", "CSV", "JSON", "csv", "eu"}
	looked := 0
	err := fs.WalkDir(layouts.Files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".html" && path.Ext(name) != ".svg" {
			return err
		}
		looked++
		data, err := fs.ReadFile(layouts.Files, name)
		text := unsaid.ReplaceAllString(string(data), "")
		said := tag.ReplaceAllString(text, " ")
		for _, m := range spoken.FindAllStringSubmatch(text, -1) {
			said += " " + m[1]
		}
		for _, word := range letters.FindAllString(said, -1) {
			if !slices.Contains(names, word) {
				t.Errorf("%s says %q itself: write it into the catalogue of words", name, word)
			}
		}
		return err
	})
	if err != nil || looked < 60 {
		t.Fatal(looked, err)
	}
}
