package preview

import (
	"bufio"
	"context"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"regional-atlas/assets"
	"regional-atlas/generator"
	"regional-atlas/generator/problem"
	"regional-atlas/layouts"
)

// session is a preview of an editor's folders, with the test's hand on the
// clock.
type session struct {
	*testing.T
	dir  string
	look func(time.Time)
	news chan News
	now  time.Time
	url  string
	end  func()
}

// begin serves a copy of the small atlas with its layouts and assets on disk.
func begin(t *testing.T, base string) *session {
	t.Helper()
	s := &session{T: t, dir: t.TempDir(), news: make(chan News, 100), now: time.Now()}
	s.copy("regions", os.DirFS("../testdata/good/full/regions"))
	s.copy("layouts", layouts.Files)
	s.copy("assets", assets.Files)
	s.copyFile("assets/geodata/europe.topo.json", "../geometry/testdata/tiny.topo.json")
	s.copyFile("assets/geodata/overseas.topo.json", "../testdata/map/overseas.topo.json")
	s.serve(base)
	return s
}

func (s *session) config(base string) Config {
	at := func(name string) fs.FS { return os.DirFS(filepath.Join(s.dir, name)) }
	return Config{Input: generator.Input{Regions: at("regions"), Layouts: at("layouts"), Assets: at("assets")}, Base: base, Words: words,
		Tell: func(n News) { s.news <- n }}
}

func (s *session) serve(base string) {
	p := New(s.config(base), s.now)
	listener, err := Listen(0)
	if err != nil {
		s.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- p.Serve(ctx, listener, nil) }()
	s.look = p.Look
	s.url = "http://" + listener.Addr().String()
	s.end = func() {
		cancel()
		if err := <-ended; err != nil {
			s.Error(err)
		}
	}
}

// words stands for the report of the terminal.
func words(problems []problem.Problem) string {
	text := ""
	for _, p := range problems {
		text += p.File + ": " + p.What + "\n" + p.Text + "\n" + p.Remedy + "\n"
	}
	return text
}

func (s *session) copy(to string, from fs.FS) {
	s.Helper()
	if err := os.CopyFS(filepath.Join(s.dir, to), from); err != nil {
		s.Fatal(err)
	}
}

func (s *session) copyFile(to, from string) { s.Helper(); s.write(to, s.read(from)) }

func (s *session) read(name string) string {
	s.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		s.Fatal(err)
	}
	return string(data)
}

func (s *session) write(name, text string) {
	s.Helper()
	if err := os.WriteFile(filepath.Join(s.dir, name), []byte(text), 0o644); err != nil {
		s.Fatal(err)
	}
}

func (s *session) remove(name string) {
	s.Helper()
	if err := os.RemoveAll(filepath.Join(s.dir, name)); err != nil {
		s.Fatal(err)
	}
}

func (s *session) rename(from, to string) {
	s.Helper()
	if err := os.Rename(filepath.Join(s.dir, from), filepath.Join(s.dir, to)); err != nil {
		s.Fatal(err)
	}
}

// edit replaces a text of a file, and gives what undoes it.
func (s *session) edit(name, old, new string) (undo func()) {
	s.Helper()
	text := s.read(filepath.Join(s.dir, name))
	if !strings.Contains(text, old) {
		s.Fatalf("%s has no %q", name, old)
	}
	s.write(name, strings.Replace(text, old, new, 1))
	return func() { s.write(name, text) }
}

// tick lets the preview look n times.
func (s *session) tick(n int) {
	for range n {
		s.now = s.now.Add(50 * time.Millisecond)
		s.look(s.now)
	}
}

func (s *session) get(path string) (int, string) {
	s.Helper()
	response, err := http.Get(s.url + path)
	if err != nil {
		s.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		s.Fatal(err)
	}
	return response.StatusCode, string(text)
}

// shows wants a page with every text, or without it when it starts with "!".
func (s *session) shows(path string, texts ...string) {
	s.Helper()
	_, page := s.get(path)
	for _, text := range texts {
		without, isNot := strings.CutPrefix(text, "!")
		if strings.Contains(page, without) == isNot {
			s.Errorf("%s: want %q in\n%.3000s", path, text, page)
		}
	}
}

const (
	first = "/regions/aa11.html"
	strip = `id="preview-faults"`
)

// However a file is broken, the fault shows above the last good page, and both
// go when it is mended: each way once, and fifty times in the check, without a restart
// and without a goroutine or a file left over.
func TestBreaksAndRepairs(t *testing.T) {
	s := begin(t, "/")
	http.DefaultClient.CloseIdleConnections()
	name := nameOf(s)
	breaks := []struct {
		name, says string
		do         func() (undo func())
	}{
		{"unknown key", "coed", func() func() { return s.edit("regions/AA11.md", "code", "coed") }},
		{"syntax", "AA11.md", func() func() { return s.edit("regions/AA11.md", "name =", "name == =") }},
		{"lost fence", "plus signs", func() func() { return s.edit("regions/AA11.md", "+++", "") }},
		{"twice", "already belongs", func() func() { s.copyIn("regions/AA11.md", "regions/B.md"); return func() { s.remove("regions/B.md") } }},
		{"vocabulary", "atlas.toml", func() func() { return s.edit("regions/atlas.toml", "[site]", "[sight]") }},
		{"no vocabulary", "atlas.toml", func() func() { return s.away("regions/atlas.toml") }},
		{"no folder", "cannot be read", func() func() { return s.away("regions") }},
		{"folder as file", "not one", func() func() {
			if err := os.Mkdir(filepath.Join(s.dir, "regions/X.md"), 0o755); err != nil {
				s.Fatal(err)
			}
			return func() { s.remove("regions/X.md") }
		}},
		{"layout that is no template", "region.html has a fault", func() func() { return s.edit("layouts/region.html", "{{", "{{{{") }},
		{"layout with an unknown field", "cannot be laid out", func() func() { return s.edit("layouts/region.html", "{{.Opening}}", "{{.Opnening}}") }},
		{"style", "atlas.css", func() func() { return s.away("assets/atlas.css") }},
		{"map", "map data", func() func() { return s.edit("assets/geodata/europe.topo.json", "{", "[") }},
	}
	s.get(first)
	goroutines := runtime.NumGoroutine()
	times := len(breaks)
	if os.Getenv("ATLAS_HEAVY") != "" {
		times = 50
	}
	for i := range times {
		c := breaks[i%len(breaks)]
		undo := c.do()
		s.tick(2)
		s.shows(first, strip, c.says, name)
		undo()
		s.tick(2)
		s.shows(first, "!"+strip, name)
		if t.Failed() {
			t.Fatalf("break %d: %s", i, c.name)
		}
		for len(s.news) > 0 {
			<-s.news
		}
	}
	http.DefaultClient.CloseIdleConnections()
	wants(t, func() bool { return runtime.NumGoroutine() <= goroutines })
	s.end()
}

func nameOf(s *session) string {
	s.Helper()
	_, page := s.get(first)
	_, rest, _ := strings.Cut(page, "<h1>")
	name, _, found := strings.Cut(rest, "</h1>")
	if !found || name == "" {
		s.Fatalf("no title in %s", page)
	}
	return name
}

func (s *session) copyIn(from, to string) {
	s.Helper()
	s.write(to, s.read(filepath.Join(s.dir, from)))
}

func (s *session) away(name string) (undo func()) {
	s.Helper()
	s.rename(name, "away")
	return func() { s.rename("away", name) }
}

// wants waits for what other goroutines bring about.
func wants(t *testing.T, holds func() bool) {
	t.Helper()
	for range 500 {
		if holds() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	buffer := make([]byte, 1<<16)
	t.Fatalf("never came about\n%s", buffer[:runtime.Stack(buffer, true)])
}

// A page that listens is told the state it has, and then each newer one; when
// the preview ends nothing of it is left.
func TestEvents(t *testing.T) {
	http.DefaultClient.CloseIdleConnections()
	time.Sleep(10 * time.Millisecond)
	goroutines := runtime.NumGoroutine()
	s := begin(t, "/atlas/")
	response, err := http.Get(s.url + "/atlas/_preview/events")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	lines := bufio.NewScanner(response.Body)
	next := func() string {
		for lines.Scan() {
			if version, found := strings.CutPrefix(lines.Text(), "data: "); found {
				return version
			}
		}
		return "ended"
	}
	one := next()
	s.shows("/atlas"+first, `data-version="`+one+`"`, `data-events="/atlas/_preview/events"`)
	s.tick(3) // nothing has changed, so nothing is told
	s.edit("regions/AA11.md", "code", "coed")
	s.tick(1)
	two := next()
	s.shows("/atlas"+first, `data-version="`+two+`"`, strip)
	if one == two {
		t.Errorf("%s twice", one)
	}
	s.end()
	if last := next(); last != "ended" {
		t.Errorf("%s after the end", last)
	}
	http.DefaultClient.CloseIdleConnections()
	wants(t, func() bool { return runtime.NumGoroutine() <= goroutines })
}

// With faults from the start there is no page yet, but the faults are there.
func TestFaultsFromTheStart(t *testing.T) {
	s := begin(t, "/")
	s.end()
	undo := s.edit("regions/AA11.md", "code", "coed")
	s.serve("/")
	defer s.end()
	if status, page := s.get("/"); status != http.StatusServiceUnavailable || !strings.Contains(page, "coed") || !strings.Contains(page, "_preview/preview.js") {
		t.Errorf("%d %s", status, page)
	}
	if status, page := s.get("/assets/atlas.css"); status != http.StatusServiceUnavailable || !strings.Contains(page, "coed") {
		t.Errorf("%d %s", status, page)
	}
	undo()
	s.tick(1)
	s.shows("/", "!"+strip, "<main")
}

// However an editor saves, the page follows; what it leaves beside the file
// while it works does not.
func TestWaysOfSaving(t *testing.T) {
	s := begin(t, "/")
	defer s.end()
	name, file := nameOf(s), "regions/AA11.md"
	path := filepath.Join(s.dir, file)
	text := s.read(path)
	renamed := func(to string) string { return strings.Replace(text, `"`+name+`"`, `"`+to+`"`, 1) }
	if renamed("Other") == text {
		t.Fatalf("no name %q in %s", name, text)
	}
	for _, c := range []struct {
		name string
		save func(text string)
	}{
		{"in place", func(text string) { s.write(file, text) }},
		{"renamed over", func(text string) { s.write("regions/.AA11.md.tmp", text); s.rename("regions/.AA11.md.tmp", file) }},
		{"moved away, then written", func(text string) {
			s.rename(file, file+"~")
			s.tick(1)
			s.write(file, text)
		}},
		{"emptied, then written", func(text string) { s.write(file, ""); s.tick(1); s.write(file, text) }},
		{"deleted, then made", func(text string) { s.remove(file); s.tick(1); s.write(file, text) }},
		{"folder replaced", func(text string) {
			s.copy("new", os.DirFS(filepath.Join(s.dir, "regions")))
			s.write("new/AA11.md", text)
			s.rename("regions", "old")
			s.tick(1)
			s.rename("new", "regions")
			s.remove("old")
		}},
		{"same size within the same stamp", func(text string) {
			info, err := os.Stat(path)
			if err != nil {
				t.Fatal(err)
			}
			s.write(file, strings.Replace(text, `"Name `, `"Nema `, 1))
			stamp(t, path, info.ModTime())
			s.tick(1)
			s.write(file, text)
			stamp(t, path, info.ModTime())
		}},
		{"same size and the same old stamp", func(text string) {
			old := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
			s.write(file, strings.Replace(text, `"Name `, `"Nema `, 1))
			stamp(t, path, old)
			s.tick(2)
			s.write(file, text)
			stamp(t, path, old)
			files, err := os.ReadDir(filepath.Dir(path))
			if err != nil {
				t.Fatal(err)
			}
			s.tick(len(files)/atEachLook + 1)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, to := range []string{"Name One", "Name Two"} {
				c.save(renamed(to))
				s.tick(1)
				s.shows(first, "<h1>"+to+"</h1>", "!"+strip)
			}
			for len(s.news) > 0 {
				if n := <-s.news; n.Err != nil || problem.Fatal(n.Problems) > 0 {
					t.Errorf("a fault on the way: %v %v", n.Err, n.Problems)
				}
			}
		})
	}
	for _, beside := range []string{"regions/.AA11.md.swp", "regions/4913", "regions/AA11.md~", "regions/#AA11.md#", "layouts/.region.html.swp", "assets/atlas.css~"} {
		s.write(beside, "{{ \x00")
	}
	s.tick(3)
	if len(s.news) > 0 {
		t.Errorf("news of files that editors keep beside: %v", <-s.news)
	}
}

func stamp(t *testing.T, path string, at time.Time) {
	t.Helper()
	if err := os.Chtimes(path, at, at); err != nil {
		t.Fatal(err)
	}
}

// Layouts and assets are followed too, and new ones show on the last good data.
func TestLayoutsAndAssets(t *testing.T) {
	s := begin(t, "/")
	defer s.end()
	s.edit("layouts/region.html", "<article>", "<article><p>New layout</p>")
	s.edit("layouts/parts/bottom.html", "</main>", "<p>New part</p></main>")
	s.tick(1)
	s.shows(first, "New layout", "New part")
	s.edit("assets/atlas.css", "p { margin: 0 0 .8rem; }", "p{color:teal}")
	s.write("assets/new.svg", `<svg xmlns="http://www.w3.org/2000/svg"/>`)
	s.tick(1)
	s.shows("/assets/atlas.css", "p{color:teal}")
	s.shows("/assets/new.svg", "<svg")
	s.shows("/nowhere", "p{color:teal}")
	s.edit("regions/AA11.md", "code", "coed")
	s.edit("layouts/region.html", "New layout", "Newer layout")
	s.tick(1)
	s.shows(first, "Newer layout", "coed", strip)
}
