package generator_test

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/generator"
	"regional-atlas/generator/page"
	"regional-atlas/generator/publish"
	"regional-atlas/layouts"
)

// edits is how many random edits each of four editors tries the memory with;
// ATLAS_EDITS in the environment asks for more.
const edits = 25

// A build with a memory writes the same bytes as one without, whatever was
// edited, renamed, removed or broken since: after each random edit, the site is
// built with the memory, and then a build without one, which writes nothing,
// must find every byte in its place.
func TestMemoryIsNeverWrong(t *testing.T) {
	for _, seed := range []uint64{1, 2, 3, 4} {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			n := edits
			if more, err := strconv.Atoi(os.Getenv("ATLAS_EDITS")); err == nil {
				n = more
			}
			newEditor(t, seed).work(n)
		})
	}
}

// A layout that is saved while a build goes on is not taken for the one that
// the pages were made with.
func TestLayoutSavedDuringABuild(t *testing.T) {
	e := newEditor(t, 7)
	e.between = func() { e.layout() }
	folder, err := publish.Begin(e.out)
	if err != nil {
		t.Fatal(err)
	}
	made, _ := e.write(folder, nil)
	e.remember(made, folder)
	e.build()
}

// editor is somebody who edits a small atlas at random.
type editor struct {
	*testing.T
	rand    *rand.Rand
	out     string
	land    *page.Land
	files   map[string]string // region files and atlas.toml
	regions map[string]*madeUp
	layouts fstest.MapFS
	assets  fstest.MapFS
	day     int
	program int
	memory  []byte
	log     []string
	kept    int
	between func() // what happens once, after the layouts were read and before pages are made
}

// madeUp is a region: a number for each of its facts, from which the text of
// the fact is made.
type madeUp struct {
	facts   [len(factNames)]int
	aliases []string
}

var factNames = [...]string{"name", "names", "also", "shape", "topics", "people", "class", "density", "first", "second", "terrain", "documents", "codes", "strategy", "initiatives", "organisations", "evaluation", "gaps", "image", "mended", "body", "websites", "sources"}

func newEditor(t *testing.T, seed uint64) *editor {
	edition, err := os.ReadFile("testdata/good/full/regions/atlas.toml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(edition)
	if seed > 1 { // pictures take long
		text = strings.Replace(text, "pictures = true", "pictures = false", 1)
	}
	e := &editor{T: t, rand: rand.New(rand.NewPCG(seed, 0)), out: filepath.Join(t.TempDir(), "site"), assets: tinyAssets(t), layouts: inMemory(t, layouts.Files),
		files: map[string]string{"atlas.toml": text}, regions: map[string]*madeUp{}}
	if e.land, err = generator.ReadLand(e.assets); err != nil {
		t.Fatal(err)
	}
	for range 5 {
		e.add()
	}
	return e
}

func (e *editor) work(n int) {
	e.build()
	for range n {
		e.edit()
		e.build()
		if e.Failed() {
			e.Fatalf("after these edits: %s", strings.Join(e.log[max(0, len(e.log)-4):], "; "))
		}
	}
	if e.kept == 0 {
		e.Error("nothing was ever kept: the memory was not tried")
	}
}

// edit does one thing, as an editor or the world might.
func (e *editor) edit() {
	kinds := []struct {
		often int
		what  string
		do    func() string
	}{
		{60, "change", e.change}, {8, "add", e.add}, {6, "remove", e.remove}, {6, "recode", e.recode}, {4, "rename the file", e.rename},
		{4, "swap", e.swap}, {2, "word", e.word}, {1, "layout", e.layout}, {1, "style", e.style}, {2, "another day", e.dayAfter},
		{1, "another program", func() string { e.program++; return "" }}, {3, "edit the site", e.editSite}, {2, "remove from the site", e.removeFromSite},
		{1, "forget", func() string { e.memory = nil; return "" }}, {2, "damage the memory", e.damage}, {2, "touch", e.touch},
	}
	total := 0
	for _, k := range kinds {
		total += k.often
	}
	at := e.rand.IntN(total)
	for _, k := range kinds {
		if at -= k.often; at < 0 {
			e.log = append(e.log, k.what+" "+k.do())
			return
		}
	}
}

// some is a region of the atlas, by its file.
func (e *editor) some() string {
	return slices.Sorted(maps.Keys(e.regions))[e.rand.IntN(len(e.regions))]
}

func (e *editor) change() string {
	file, fact := e.some(), e.rand.IntN(len(factNames))
	e.regions[file].facts[fact] = e.rand.IntN(7)
	return file + " " + factNames[fact]
}

// free is a code that nothing has or had.
func (e *editor) free() string {
	for {
		code := []string{"AA", "BB"}[e.rand.IntN(2)] + fmt.Sprint(10+e.rand.IntN(90))
		used := false
		for file, r := range e.regions {
			used = used || file == code+".md" || codeIn(file) == code || slices.Contains(r.aliases, strings.ToLower(code))
		}
		if !used {
			return code
		}
	}
}

func codeIn(file string) string { return strings.TrimSuffix(strings.TrimPrefix(file, "x-"), ".md") }

func (e *editor) add() string {
	if len(e.regions) > 9 {
		return e.remove()
	}
	r := &madeUp{}
	for i := range r.facts {
		r.facts[i] = e.rand.IntN(7)
	}
	file := e.free() + ".md"
	e.regions[file] = r
	return file
}

func (e *editor) remove() string {
	if len(e.regions) < 3 {
		return e.change()
	}
	file := e.some()
	delete(e.regions, file)
	return file
}

// recode gives a region another code, half the time with an alias.
func (e *editor) recode() string {
	file := e.some()
	r := e.regions[file]
	delete(e.regions, file)
	if e.rand.IntN(2) == 0 {
		r.aliases = append(r.aliases, strings.ToLower(codeIn(file)))
	}
	to := e.free() + ".md"
	e.regions[to] = r
	return file + " to " + to
}

// rename moves the file and leaves the code.
func (e *editor) rename() string {
	file := e.some()
	to := "x-" + file
	if strings.HasPrefix(file, "x-") {
		to = strings.TrimPrefix(file, "x-")
	}
	e.regions[to] = e.regions[file]
	delete(e.regions, file)
	return file
}

func (e *editor) swap() string {
	a, b := e.some(), e.some()
	e.regions[a], e.regions[b] = e.regions[b], e.regions[a]
	return a + " and " + b
}

func (e *editor) word() string {
	old := e.files["atlas.toml"]
	pairs := [][2]string{{"Second Network", "Other Network"}, {"Water and rivers", "Rivers"}, {`name = "Low"`, `name = "Lowish"`}, {"Beeland\"", "Bayland\""}, {`address = "https://example.org/everything/"`, `address = ""`}, {"An atlas with everything", "An atlas"}}
	pair := pairs[e.rand.IntN(len(pairs))]
	if !strings.Contains(old, pair[0]) {
		pair[0], pair[1] = pair[1], pair[0]
	}
	e.files["atlas.toml"] = strings.Replace(old, pair[0], pair[1], 1)
	return pair[1]
}

func (e *editor) layout() string {
	file := []string{"topic.html", "region.html", "parts/bottom.html", "strip.svg"}[e.rand.IntN(4)]
	data := e.layouts[file].Data
	if changed := bytes.Replace(data, []byte("<p"), []byte(`<p title="x"`), 1); !bytes.Equal(changed, data) && !bytes.Contains(data, []byte(`title="x"`)) {
		e.layouts[file] = &fstest.MapFile{Data: changed}
		return file
	}
	e.layouts[file] = &fstest.MapFile{Data: bytes.Replace(data, []byte(` title="x"`), nil, 1)}
	return file
}

func (e *editor) style() string {
	e.assets["atlas.css"] = &fstest.MapFile{Data: append(slices.Clone(e.assets["atlas.css"].Data), fmt.Sprintf("\np{margin:%dpx}", e.rand.IntN(9))...)}
	return ""
}

func (e *editor) dayAfter() string { e.day = (e.day + 1) % 5; return "" }

// published names a file of the site.
func (e *editor) published() string {
	var names []string
	err := filepath.WalkDir(e.out, func(name string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && d.Name() != "manifest.txt" {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		e.Fatal(err)
	}
	return names[e.rand.IntN(len(names))]
}

// editSite changes a file of the site by hand: to another length, or to the
// same with the time stamp that it had.
func (e *editor) editSite() string {
	name := e.published()
	data, err := os.ReadFile(name)
	if err != nil {
		e.Fatal(err)
	}
	info, err := os.Stat(name)
	if err != nil {
		e.Fatal(err)
	}
	if e.rand.IntN(2) == 0 || len(data) == 0 {
		data = append(data, 'x')
	} else {
		data[e.rand.IntN(len(data))] ^= 1
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		e.Fatal(err)
	}
	if e.rand.IntN(2) == 0 {
		if err := os.Chtimes(name, info.ModTime(), info.ModTime()); err != nil {
			e.Fatal(err)
		}
	}
	return filepath.Base(name)
}

func (e *editor) removeFromSite() string {
	name := e.published()
	if err := os.Remove(name); err != nil {
		e.Fatal(err)
	}
	return filepath.Base(name)
}

// damage changes or cuts the memory: it is then as if there were none.
func (e *editor) damage() string {
	if len(e.memory) == 0 {
		return ""
	}
	e.memory = slices.Clone(e.memory)
	if at := e.rand.IntN(len(e.memory)); e.rand.IntN(2) == 0 {
		e.memory[at] ^= 1 << e.rand.IntN(8)
	} else {
		e.memory = e.memory[:at]
	}
	return ""
}

// touch gives all files of the site other time stamps, as a clone has.
func (e *editor) touch() string {
	err := filepath.WalkDir(e.out, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		later := info.ModTime().Add(-1e9)
		return os.Chtimes(name, later, later)
	})
	if err != nil {
		e.Fatal(err)
	}
	return ""
}

// build makes the site with the memory and checks it against a build without.
func (e *editor) build() {
	e.Helper()
	var before *generator.Memory
	if e.memory != nil {
		before, _ = generator.ReadMemory(bytes.NewReader(e.memory), int64(len(e.memory))) // nil when it is damaged
	}
	folder, err := publish.Begin(e.out)
	if err != nil {
		e.Fatal(err)
	}
	made, summary := e.write(folder, before)
	e.kept += summary.Unchanged
	e.remember(made, folder)

	rehearsal, err := publish.Rehearse(e.out)
	if err != nil {
		e.Fatal(err)
	}
	if _, clean := e.write(rehearsal, nil); !clean.Same() || len(clean.Edited) > 0 || clean.Files != summary.Files {
		e.Errorf("a build without the memory changes the site: %+v, after %+v", clean, summary)
	}
}

// remember leaves the memory of a build.
func (e *editor) remember(made *generator.Memory, folder *publish.Folder) {
	e.Helper()
	made.Seal(folder)
	var left bytes.Buffer
	if err := made.Write(&left); err != nil {
		e.Fatal(err)
	}
	e.memory = left.Bytes()
}

func (e *editor) write(folder *publish.Folder, before *generator.Memory) (*generator.Memory, publish.Summary) {
	e.Helper()
	defer folder.Abort()
	regions := fstest.MapFS{}
	for name, text := range e.files {
		regions[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for file, r := range e.regions {
		regions[file] = &fstest.MapFile{Data: []byte(r.text(codeIn(file)))}
	}
	today := today()
	today.Day += e.day
	in := generator.Noting(generator.Input{Regions: regions, Layouts: e.layouts, Assets: e.assets, Today: today, Program: fmt.Sprint(e.program)})
	draft, err := before.Read(in)
	if err != nil {
		e.Fatal(err)
	}
	model, problems := draft.CheckOn(e.land, false)
	if model == nil {
		e.Fatalf("the made-up regions have a fault: %+v", problems[0])
	}
	site, err := model.Plan(in)
	if err != nil {
		e.Fatal(err)
	}
	if e.between != nil {
		e.between()
		e.between = nil
	}
	before.Trust(folder)
	made, err := site.Write(folder, before, func() {})
	if err != nil {
		e.Fatal(err)
	}
	summary, err := folder.Commit()
	if err != nil {
		e.Fatal(err)
	}
	return made, summary
}

// text writes the file of a region: 0 is nothing reported.
func (r *madeUp) text(code string) string {
	var b strings.Builder
	fact := func(name, form string, values ...any) {
		if n := r.facts[slices.Index(factNames[:], name)]; n > 0 {
			fmt.Fprintf(&b, form+"\n", append(values, n)...)
		}
	}
	fmt.Fprintf(&b, "+++\ncode = %q\n", code)
	fmt.Fprintf(&b, "name = \"Place %s %d\"\n", code, r.facts[0])
	if len(r.aliases) > 0 {
		fmt.Fprintf(&b, "aliases = [\"%s\"]\n", strings.Join(r.aliases, `", "`))
	}
	fmt.Fprintf(&b, "shape = %q\n", []string{"AA11", "AA12", "AA13", "BB10"}[r.facts[3]%4])
	fact("names", "names = [{ name = \"Ort %d\", lang = \"de\" }]")
	fact("also", "also = [\"Also %d\"]")
	if n := r.facts[4]; n > 0 {
		fmt.Fprintf(&b, "topics = [%s]\n", []string{`"water"`, `"air"`, `"water", "air"`}[n%3])
	}
	fact("mended", "mended = [\"Slip %d.\"]")
	fact("image", "image = { title = \"Picture %d\" }")
	fact("websites", "websites = [{ title = \"Site %d\", kind = \"agency\", link = \"https://example.org/%[1]d\" }]")
	b.WriteString("[figures]\nshare = [{ status = \"not reported\" }]\n")
	fact("people", "people = [{ value = %d_000, year = 202%[1]d, source = \"page\" }]")
	fact("density", "density = [{ value = %d.5, year = 2021, source = \"page\" }]")
	if n := r.facts[6]; n > 0 {
		fmt.Fprintf(&b, "class = [{ value = %q, year = 2019, source = \"page\" }]\n", []string{"High +", "High", "Low"}[n%3])
	}
	for _, i := range []string{"people", "density", "class"} {
		if r.facts[slices.Index(factNames[:], i)] == 0 {
			fmt.Fprintf(&b, "%s = [{ status = \"not reported\" }]\n", i)
		}
	}
	b.WriteString("[memberships]\n")
	for i, network := range []string{"first", "second"} {
		fmt.Fprintf(&b, "%s = %q\n", network, []string{"yes", "no", "not reported", "planned", "country-level member", "no", "yes"}[r.facts[8+i]])
	}
	fmt.Fprintf(&b, "terrain = %q\n[strategy]\nplan = %q\n", []string{"flat", "steep", "not reported"}[r.facts[10]%3], []string{"yes", "no", "not reported"}[r.facts[13]%3])
	fact("documents", "[[documents]]\ntitle = \"Plan %d\"\nkind = \"plan\"")
	if n := r.facts[12]; n > 0 {
		fmt.Fprintf(&b, "[codes]\nlist = [%s]\n", []string{`"A"`, `"A.1"`, `"A.1", "B"`}[n%3])
	}
	fact("initiatives", "[[initiatives]]\ntitle = \"Weir %d\"\nkind = \"project\"")
	fact("organisations", "[[organisations]]\nname = \"School %d\"\nkind = \"academic\"")
	if n := r.facts[16]; n > 0 {
		fmt.Fprintf(&b, "[evaluation]\nneed = %q\n", []string{"low", "high"}[n%2])
	}
	fact("gaps", "[gaps]\ninitiatives = { lost = %d }")
	fact("sources", "[[sources]]\nkey = \"other\"\ntitle = \"Source %d\"")
	b.WriteString("[[sources]]\nkey = \"page\"\ntitle = \"A page\"\n+++\n")
	fact("body", "It has **%d** rivers.")
	return b.String()
}
