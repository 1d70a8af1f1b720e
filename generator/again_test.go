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
	"regional-atlas/generator/nuts"
	"regional-atlas/generator/problem"
	"regional-atlas/layouts"
)

// A session that follows any change gives what a new one gives, whether the
// folder was well or broken before.
func TestSessionFollows(t *testing.T) {
	in := generator.Input{Regions: os.DirFS("testdata/good/full/regions"), Layouts: layouts.Files, Assets: tinyAssets(t), Today: today()}
	files := inMemory(t, in.Regions)
	session := new(generator.Session)
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
		change := generator.Change{Region: func(name string) bool { return name == c.file }}
		got := session.Update(in, change)
		if read := in.Regions.(*counted).read; i > 0 && slices.ContainsFunc(read, func(name string) bool { return !isNeeded(name, c.file, got.Problems) }) {
			t.Errorf("%d: only %s has changed, and %v were read", i, c.file, read)
		}
		want := stateOf(in)
		if fmt.Sprint(got.Problems) != fmt.Sprint(want.Problems) || (got.Atlas == nil) != (want.Atlas == nil) || got.Err != nil || want.Err != nil {
			t.Errorf("%d: got\n%v, %v\nwant\n%v, %v", i, got.Problems, got.Err, want.Problems, want.Err)
		}
		if got.Atlas != nil && want.Atlas != nil && firstPage(t, got.Site) != firstPage(t, want.Site) {
			t.Errorf("%d: the first page is another", i)
		}
	}
}

// What is no region may change too, and break: the site is the last good data in the layouts
// and colours as they are, and says what keeps it from following.
func TestSessionFollowsAll(t *testing.T) {
	regions, frames := inMemory(t, os.DirFS("testdata/good/full/regions")), inMemory(t, layouts.Files)
	in := generator.Input{Regions: regions, Layouts: frames, Assets: tinyAssets(t), Today: today()}
	session, held := new(generator.Session), in.Assets.(fstest.MapFS)
	var last string // the first page of the last good data
	for _, c := range []struct {
		what     string
		of       fstest.MapFS
		file     string
		old, new string
		isFaulty bool   // the data have a fault
		err      string // why the site cannot follow
		same     bool   // the first page is that of before
	}{
		{"a first look at a fault", regions, "AA12.md", `name =`, `nmae =`, true, "", true},
		{"mended", regions, "AA12.md", `nmae =`, `name =`, false, "", false},
		{"other colours", regions, "atlas.toml", "#a3195b", "#7a1f3d", false, "", true},
		{"a fault again", regions, "AA12.md", `name =`, `nmae =`, true, "", true},
		{"another layout beside it", frames, "index.html", "</h1>", "</h1><hr>", true, "", false},
		{"a layout that is broken beside it", frames, "index.html", "<hr>", "{{", true, "index.html", true},
		{"the fault mended", regions, "AA12.md", `nmae =`, `name =`, false, "index.html", true},
		{"the layout mended", frames, "index.html", "</h1>{{", "</h1><hr><hr>", false, "", false},
		{"no codes", held, nuts.File, ",", ";", false, nuts.File, true},
		{"another name", regions, "AA11.md", `name = "North"`, `name = "Northern"`, false, nuts.File, true},
		{"codes mended", held, nuts.File, ";", ",", false, "", false},
		{"no map", held, "geodata/europe.topo.json", "{", "[", false, "map data", true},
		{"the map mended", held, "geodata/europe.topo.json", "[", "{", false, "", true},
	} {
		data := c.of[c.file].Data
		if !bytes.Contains(data, []byte(c.old)) {
			t.Fatalf("%s: no %q in %s", c.what, c.old, c.file)
		}
		c.of[c.file] = &fstest.MapFile{Data: bytes.Replace(data, []byte(c.old), []byte(c.new), 1)}
		got := session.Update(in, generator.Change{
			Region: func(name string) bool { return name == c.file },
			Frame:  !strings.HasSuffix(c.file, ".md") && c.file != "atlas.toml",
			Base:   strings.HasPrefix(c.file, "geodata/") || c.file == nuts.File})
		if isFaulty := got.Atlas == nil && got.Err == nil; isFaulty != c.isFaulty && c.err == "" {
			t.Errorf("%s: faults %v", c.what, got.Problems)
		}
		if (got.Err == nil) != (c.err == "") || got.Err != nil && !strings.Contains(got.Err.Error(), c.err) {
			t.Errorf("%s: %v", c.what, got.Err)
		}
		if got.Site == nil {
			continue
		}
		page := firstPage(t, got.Site)
		if (page == last) != c.same {
			t.Errorf("%s: the first page is the same as before: %v", c.what, page == last)
		}
		last = page
		if fresh := stateOf(in); fresh.Err == nil && fresh.Atlas != nil && page != firstPage(t, fresh.Site) {
			t.Errorf("%s: the first page is not that of a new look", c.what)
		}
	}
}

// isNeeded holds for a file that has changed, for a photograph on its page, for the vocabularies, and for
// files with a problem, of which a line is shown.
func isNeeded(name, changed string, problems []problem.Problem) bool {
	return name == changed || name == "atlas.toml" || name == "changes.toml" || strings.HasPrefix(name, "pages/") ||
		changed == "atlas.toml" && strings.HasPrefix(name, "nl/") || // it may name a language anew
		changed == "AA12.md" && name == "photos/south.png" ||
		slices.ContainsFunc(problems, func(p problem.Problem) bool { return p.File == name })
}

func firstPage(t *testing.T, site *generator.Site) string {
	t.Helper()
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
