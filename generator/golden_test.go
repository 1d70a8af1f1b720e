package generator_test

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/assets"
	"regional-atlas/generator"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
	"regional-atlas/layouts"
)

var update = flag.Bool("update", false, "rewrite the golden folders from what is built now; read the difference")

// Each folder of testdata/good is an atlas on a tiny map: regions go in, the
// pages named here come out. Only pages that show something special are kept.
func TestGoldenFolders(t *testing.T) {
	t.Parallel()
	for name, addresses := range map[string][]string{
		"minimal":       {"index.html", "regions/aa11.html", "memberships.html", "codes.html"},
		"full":          {"index.html", "regions/aa12.html", "maps/regions-aa12.svg", "figures/aa12.svg", "figures/strip-density.svg", "memberships.html", "codes/list-a-1.html", "credits.html", "404.html", "sitemap.xml", "pages/news.html", "changes.html", "data.html"},
		"other-subject": {"index.html", "regions/aa11.html", "topics.html", "self-evaluation.html", "organisations/museum.html"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join("testdata/good", name)
			site := built(t, os.DirFS(filepath.Join(dir, "regions")), tinyAssets(t))
			for _, address := range addresses {
				sameBytes(t, filepath.Join(dir, "want", filepath.FromSlash(address)), readable(site[address]))
			}
			noOthers(t, filepath.Join(dir, "want"), addresses)
		})
	}
}

func sameBytes(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	is, was := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range min(len(is), len(was)) {
		if is[i] != was[i] {
			t.Fatalf("%s:%d\ngot  %s\nwant %s", file, i+1, is[i], was[i])
		}
	}
	t.Fatalf("%s has %d lines, got %d", file, len(was), len(is))
}

// noOthers wants no forgotten file in a golden folder.
func noOthers(t *testing.T, want string, addresses []string) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(want), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && !slices.Contains(addresses, name) {
			t.Errorf("%s/%s is compared with nothing", want, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

var blockStart = regexp.MustCompile(`\n*<(section|article|header|footer|main|nav|figure|table|caption|thead|tbody|tfoot|tr|td|th|h\d|p|ul|ol|li|dl|dt|dd|div|svg|g|path|a|body|meta|link|title|script|url)([ >])`)

// readable breaks a page before its elements, so that a difference is a line,
// and leaves out the style sheet, which is no matter of a region.
func readable(page string) string {
	if head, rest, found := strings.Cut(page, "<style>"); found && strings.HasPrefix(page, "<!doctype") {
		_, rest, _ = strings.Cut(rest, "</style>")
		page = head + "<style></style>" + rest
	}
	page = regexp.MustCompile(`'sha256-[^']+'`).ReplaceAllString(page, "'sha256-…'")
	return strings.TrimPrefix(blockStart.ReplaceAllString(page, "\n<$1$2"), "\n") + "\n"
}

// The full region fills every field of the schema, and the full edition too:
// a field that is added to the schema is added here.
func TestFullIsFull(t *testing.T) {
	folder := source.Open(os.DirFS("testdata/good/full/regions"))
	r, faults := folder.Region("AA12.md")
	edition, more, err := folder.Edition()
	if len(faults)+len(more) > 0 || err != nil {
		t.Fatal(faults, more, err)
	}
	filled := map[string]bool{}
	fill(filled, reflect.ValueOf(r))
	fill(filled, reflect.ValueOf(edition))
	for _, field := range sortedKeys(filled) {
		if !filled[field] && field != "Shape.lon" && field != "Shape.lat" { // a shape is a code or a point; BB10 is a point
			t.Errorf("testdata/good/full leaves out %s", field)
		}
	}
}

// fill notes for every field of every table below v whether any value of it is
// not empty.
func fill(filled map[string]bool, v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		note := func(name string, value reflect.Value) {
			field := v.Type().Name() + "." + name
			filled[field] = filled[field] || !value.IsZero()
			fill(filled, value)
		}
		table := region.TableOf(v.Type())
		for _, f := range table {
			note(f.Key, f.In(v))
		}
		for i := 0; table == nil && i < v.NumField(); i++ { // a number, a date
			note(v.Type().Field(i).Name, v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			fill(filled, v.Index(i))
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			fill(filled, v.MapIndex(key))
		}
	}
}

// Another subject is another atlas.toml: no word of the first one is left in
// layouts or code.
func TestOtherSubjectShowsNothingOfTheFirst(t *testing.T) {
	site := built(t, os.DirFS("testdata/good/other-subject/regions"), tinyAssets(t))
	for _, address := range sortedKeys(site) {
		text := strings.ToLower(site[address])
		for _, word := range []string{"personalised", "medicine", "health", "genom", "saphire", "innovation", "errin", "nace", "nabs"} {
			if i := strings.Index(text, word); i >= 0 && strings.HasSuffix(address, ".html") {
				t.Errorf("%s says %q: …%s…", address, word, text[max(0, i-60):min(len(text), i+60)])
			}
		}
	}
}

// today is the day of all builds of these tests.
func today() region.Date { return region.Date{Year: 2026, Month: 11, Day: 21} }

// built is every file of the site of a folder of regions, by address, made
// with the layouts in the binary.
func built(t testing.TB, regions, assetFiles fs.FS) map[string]string {
	t.Helper()
	return builtFrom(t, generator.Input{Regions: regions, Layouts: layouts.Files, Assets: assetFiles, Today: today()})
}

func builtFrom(t testing.TB, in generator.Input) map[string]string {
	t.Helper()
	files, err := planned(t, in).Written()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func planned(t testing.TB, in generator.Input) *generator.Site {
	t.Helper()
	return checked(t, in).Site
}

// stateOf is what comes of an input at the first look.
func stateOf(in generator.Input) generator.State {
	if in.Layouts == fs.FS(layouts.Files) && in.Assets == fs.FS(assets.Files) {
		return shippedSession().Update(in, allRegions())
	}
	return new(generator.Session).Update(in, generator.Everything())
}

// checked is stateOf for an input that must be without fault.
func checked(t testing.TB, in generator.Input) generator.State {
	t.Helper()
	state := stateOf(in)
	if state.Err != nil || state.Atlas == nil {
		t.Fatal(state.Err, state.Problems)
	}
	return state
}

func filesIn(t testing.TB, dir string) map[string]string {
	t.Helper()
	site := map[string]string{}
	root := os.DirFS(dir)
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		site[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return site
}

// inMemory is a copy of a file system that a test may change.
func inMemory(t testing.TB, fsys fs.FS) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// tinyAssets is the assets with a map of four regions instead of Europe.
func tinyAssets(t testing.TB) fstest.MapFS {
	t.Helper()
	files := inMemory(t, assets.Files)
	for name, from := range map[string]string{
		"geodata/europe.topo.json":   "geometry/testdata/tiny.topo.json",
		"geodata/overseas.topo.json": "testdata/map/overseas.topo.json",
	} {
		data, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	return files
}
