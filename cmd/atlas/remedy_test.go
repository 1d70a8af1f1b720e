package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"regional-atlas/generator"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// Every remedy that an editor reads works: applied, its fault is gone, and when
// all of a file are applied, the file is right. That holds for the slips of the
// broken folders, and for the wrong examples of atlas explain, warnings among them.
func TestEveryRemedyMends(t *testing.T) {
	clinic := newClinic(t)
	folders, err := filepath.Glob("testdata/broken/*")
	if err != nil || len(folders) < 40 {
		t.Fatalf("%d broken folders, %v", len(folders), err)
	}
	for _, dir := range folders {
		files := clinic.small()
		clinic.lay(files, dir)
		t.Run(filepath.Base(dir), func(t *testing.T) { clinic.mend(t, files) })
	}
	for _, l := range problem.Lessons() {
		files := clinic.small()
		files["BE2.md"] = overlay(files["BE2.md"], l.Wrong)
		t.Run(string(l.Code), func(t *testing.T) {
			if l.Warning {
				clinic.calm(t, files, l.Code)
			} else {
				clinic.mend(t, files)
			}
		})
	}
}

// clinic checks folders of regions that lie in memory.
type clinic struct {
	t       *testing.T
	in      generator.Input
	session *generator.Session
	seen    bool
}

func newClinic(t *testing.T) *clinic {
	t.Helper()
	in, err := folders{regions: "testdata/small"}.input(region.DateOf(today()))
	if err != nil {
		t.Fatal(err)
	}
	return &clinic{t: t, in: in, session: new(generator.Session)}
}

func (c *clinic) small() map[string]string {
	files := map[string]string{}
	c.lay(files, "testdata/small")
	return files
}

// lay puts the files of a folder over others.
func (c *clinic) lay(over map[string]string, dir string) {
	c.t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		c.t.Fatal(err)
	}
	for _, entry := range entries {
		data, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		if err != nil {
			c.t.Fatal(err)
		}
		if entry.Name() != "problems.txt" {
			over[entry.Name()] = string(data)
		}
	}
}

// faults are the problems that keep a site from being made.
func (c *clinic) faults(files map[string]string) []problem.Problem {
	return slices.DeleteFunc(c.problems(files), func(p problem.Problem) bool { return p.Warning })
}

// problems are all that an editor is told.
func (c *clinic) problems(files map[string]string) []problem.Problem {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	c.in.Regions = fsys
	change := generator.Everything()
	change.Frame, change.Base = !c.seen, !c.seen
	c.seen = true
	state := c.session.Update(c.in, change)
	if state.Err != nil {
		c.t.Fatal(state.Err)
	}
	return state.Problems
}

// mend applies remedies, one after the other, until no fault is left.
func (c *clinic) mend(t *testing.T, files map[string]string) {
	faults := c.faults(files)
	if len(faults) == 0 {
		t.Fatal("there is nothing to mend")
	}
	for range 100 {
		if len(faults) == 0 {
			return
		}
		p := faults[0]
		before := files[p.File]
		if !apply(files, p) {
			t.Fatalf("nobody knows how to follow %q (%s:%d: %s)", p.Remedy, p.File, p.Line, p.What)
		}
		after := c.faults(files)
		if slices.ContainsFunc(after, func(q problem.Problem) bool {
			return q.File == p.File && q.Line == p.Line && q.Col == p.Col && q.What == p.What
		}) || len(after) > len(faults) {
			t.Fatalf("line %d: %s\n%s\nleads from %d faults to %d: %+v\n%s\n---\n%s",
				p.Line, p.What, p.Remedy, len(faults), len(after), after, before, files[p.File])
		}
		faults = after
	}
	t.Fatalf("100 remedies were not enough: %+v", faults)
}

// calm applies the remedies of the warnings with a code, until none is left, and no other
// problem has come.
func (c *clinic) calm(t *testing.T, files map[string]string, code problem.Code) {
	all := c.problems(files)
	for range 20 {
		i := slices.IndexFunc(all, func(p problem.Problem) bool { return p.Code == code })
		if i < 0 {
			return
		}
		p := all[i]
		before := files[p.File]
		if !apply(files, p) {
			t.Fatalf("nobody knows how to follow %q (%s:%d: %s)", p.Remedy, p.File, p.Line, p.What)
		}
		after := c.problems(files)
		if len(after) >= len(all) {
			t.Fatalf("line %d: %s\n%s\nleads from %d problems to %d: %+v\n%s\n---\n%s",
				p.Line, p.What, p.Remedy, len(all), len(after), after, before, files[p.File])
		}
		all = after
	}
	t.Fatalf("20 remedies were not enough: %+v", all)
}

// page is the lines of a file.
type page struct {
	name  string
	lines []string
}

// apply follows the remedy of a problem, as an editor would who does what is
// said and nothing else.
func apply(files map[string]string, p problem.Problem) bool {
	page := &page{p.File, strings.Split(files[p.File], "\n")}
	for _, f := range forms() {
		if m := f.says.FindStringSubmatch(p.Remedy); m != nil {
			if f.follow(page, p, m); page.lines == nil {
				delete(files, p.File)
				return true
			}
			delete(files, p.File) // it may have another name now
			files[page.name] = strings.Join(page.lines, "\n")
			return true
		}
	}
	return false
}

// under is what the caret of a problem stands under.
func (g *page) under(p problem.Problem) string {
	line := []rune(g.lines[p.Line-1])
	from := min(p.Col-1, len(line))
	return string(line[from:min(from+p.Width, len(line))])
}

// write puts a text where the caret of a problem stands.
func (g *page) write(p problem.Problem, text string) {
	line := []rune(g.lines[p.Line-1])
	from := min(p.Col-1, len(line))
	g.lines[p.Line-1] = string(line[:from]) + text + string(line[min(from+p.Width, len(line)):])
}

// word puts a word there, in quotes where quotes stand.
func (g *page) word(p problem.Problem, word string) {
	if strings.HasPrefix(g.under(p), `"`) {
		word = `"` + word + `"`
	}
	g.write(p, word)
}

// above puts a line above another, counted from 1.
func (g *page) above(line int, text string) { g.lines = slices.Insert(g.lines, line-1, text) }

// without takes lines away, both counted from 1 and the last included.
func (g *page) without(first, last int) { g.lines = slices.Delete(g.lines, first-1, last) }

// find is the number of the first line from one on that begins with a text.
func (g *page) find(from int, text string) int {
	for i := from; i <= len(g.lines); i++ {
		if strings.HasPrefix(g.lines[i-1], text) {
			return i
		}
	}
	return len(g.lines) + 1
}

// entry is the first line of the entry of a list that a line belongs to, and the
// last.
func (g *page) entry(line int) (first, last int) {
	for first = line; !strings.HasPrefix(g.lines[first-1], "["); first-- {
	}
	last = min(g.find(line+1, "["), g.find(line+1, "+++")) - 1
	return first, last
}
