package generator_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"regional-atlas/generator"
	"regional-atlas/layouts"
)

// Reading again after any change gives what reading afresh gives, whether the
// folder was well or broken before.
func TestAgainIsRead(t *testing.T) {
	in := generator.Input{Regions: os.DirFS("testdata/good/full/regions"), Layouts: layouts.Files, Assets: tinyAssets(t), Today: today()}
	files := inMemory(t, in.Regions)
	land, err := generator.ReadLand(in.Assets)
	if err != nil {
		t.Fatal(err)
	}
	draft := new(generator.Draft)
	for i, c := range []struct{ file, old, new string }{
		{"AA11.md", "", ""},
		{"AA11.md", `name = "North"`, `name = "Northern"`},
		{"AA11.md", `code = "AA11"`, `code = "AA12"`},
		{"AA12.md", `name =`, `nmae =`},
		{"atlas.toml", `[site]`, `[sight`},
		{"AA11.md", `code = "AA12"`, `code = "AA11"`},
		{"atlas.toml", `[sight`, `[site]`},
		{"AA12.md", `nmae =`, `name =`},
		{"atlas.toml", `"first"`, `"foremost"`},
		{"atlas.toml", `"foremost"`, `"first"`},
		{"BB10.md", "", "gone"},
	} {
		next := fstest.MapFS{}
		for name, f := range files {
			next[name] = f
		}
		switch {
		case c.new == "gone":
			delete(next, c.file)
		case !bytes.Contains(files[c.file].Data, []byte(c.old)):
			t.Fatalf("%d: no %q in %s", i, c.old, c.file)
		default:
			next[c.file] = &fstest.MapFile{Data: bytes.Replace(files[c.file].Data, []byte(c.old), []byte(c.new), 1)}
		}
		files, in.Regions = next, &counted{FS: next}
		changed := func(name string) bool { return name == c.file }
		if draft, err = draft.Again(in, changed); err != nil {
			t.Fatal(err)
		}
		if read := in.Regions.(*counted).read; i > 0 && slices.ContainsFunc(read, func(name string) bool { return name != "atlas.toml" && name != c.file }) {
			t.Errorf("%d: only %s has changed, and %v were read", i, c.file, read)
		}
		afresh, err := generator.Read(in)
		if err != nil {
			t.Fatal(err)
		}
		model, problems := draft.CheckOn(land, false)
		want, wanted := afresh.CheckOn(land, false)
		if fmt.Sprint(problems) != fmt.Sprint(wanted) || (model == nil) != (want == nil) {
			t.Errorf("%d: got\n%v\nwant\n%v", i, problems, wanted)
		}
		if model == nil || want == nil {
			continue
		}
		if got, want := regionsPage(t, model, in), regionsPage(t, want, in); got != want {
			t.Errorf("%d: the first page is another", i)
		}
	}
}

func regionsPage(t *testing.T, m *generator.Model, in generator.Input) string {
	t.Helper()
	site, err := m.Plan(in)
	if err != nil {
		t.Fatal(err)
	}
	data, found, err := site.File("index.html")
	if err != nil || !found {
		t.Fatal(found, err)
	}
	return string(data)
}

// counted notes which files are read.
type counted struct {
	fs.FS
	sync.Mutex
	read []string
}

func (c *counted) Open(name string) (fs.File, error) {
	if strings.Contains(name, ".") && name != "." {
		c.Lock()
		c.read = append(c.read, name)
		c.Unlock()
	}
	return c.FS.Open(name)
}

// One file of a site is the same bytes alone and in the whole.
func TestFileIsWritten(t *testing.T) {
	in := generator.Input{Regions: os.DirFS("testdata/good/full/regions"), Layouts: layouts.Files, Assets: tinyAssets(t), Today: today()}
	site := planned(t, in)
	for address, want := range builtFrom(t, in) {
		if address == ".nojekyll" || address == "manifest.txt" { // of the folder, not of the site
			continue
		}
		if data, found, err := site.File(address); !found || err != nil || string(data) != want {
			t.Errorf("%s: %v, %v, %d bytes instead of %d", address, found, err, len(data), len(want))
		}
	}
	if _, found, err := site.File("none.html"); found || err != nil {
		t.Error(found, err)
	}
}
