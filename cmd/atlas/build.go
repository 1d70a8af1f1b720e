package main

import (
	"cmp"
	"flag"
	"fmt"
	"sync"
	"time"

	"regional-atlas/generator"
	"regional-atlas/generator/page"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/publish"
)

// job is what build and check have in common.
type job struct {
	folders folders
	cache   string
	strict  bool
	format  string   // text, or what a program reads
	changed []string // where to put first the problems of these files
}

func (j *job) flags(name string) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.StringVar(&j.folders.regions, "regions", "regions", "folder of the region files and atlas.toml")
	flags.StringVar(&j.folders.layouts, "layouts", "", "folder of layouts that win over the built-in ones (default: layouts, if it is there)")
	flags.StringVar(&j.folders.assets, "assets", "", "folder of assets that win over the built-in ones (default: assets, if it is there)")
	flags.StringVar(&j.folders.out, "out", "public", "folder that the site is written to")
	flags.StringVar(&j.cache, "cache", "", "folder for what a build remembers for the next one (default: that of the user); "+forget+" to build all anew")
	flags.BoolVar(&j.strict, "strict", false, "take every warning as a fault")
	j.format = "text"
	if name == "check" {
		flags.StringVar(&j.format, "format", "text", "write the result as `FORMAT`: text, json, github or sarif")
		flags.Func("changed", "show problems of `FILE` first, a file of the change; may be repeated, - reads names from standard input, @FILE from a file", func(name string) error {
			j.changed = append(j.changed, name)
			return nil
		})
	}
	return flags
}

func buildCommand() command {
	c := command{name: "build", summary: "Check the region files and write the site.", example: "atlas build --regions regions --out public"}
	c.run = func(t terminal, args []string) int { return runJob(t, c, args, publish.Begin) }
	return c
}

func checkCommand() command {
	c := command{name: "check", summary: "Do all that build does, but write nothing.", example: "atlas check --strict"}
	c.run = func(t terminal, args []string) int { return runJob(t, c, args, publish.Rehearse) }
	return c
}

type opener func(out string, guard ...string) (*publish.Folder, error)

func runJob(t terminal, c command, args []string, open opener) int {
	var j job
	if code, ok := parse(t, c, j.flags(c.name), args); !ok {
		return code
	}
	changed, err := j.machine()
	if err != nil {
		return fail(t, err)
	}
	start := t.now()
	in, err := j.folders.input(t.today())
	if err != nil {
		return fail(t, err)
	}
	notes := memoryFor(j.folders.out, cmp.Or(j.cache, t.cache))
	got, err := j.read(in, notes)
	if err != nil {
		return fail(t, err)
	}
	model := got.model
	problems, first := changedFirst(got.problems, j.folders.regions, changed)
	if j.format == "text" {
		t.errInk.report(t.err, j.folders.regions, problems)
	}
	if model == nil {
		fmt.Fprintf(t.err, "%s. Nothing was written.\n", tally(problems))
		return j.tellMachine(t, finding{problems: problems, changed: first}, faulty)
	}
	if got.unframed != nil {
		return fail(t, got.unframed)
	}
	if c.name == "check" {
		notes = memory{} // what is not written is not remembered
	}
	summary, err := write(t, j, got.frame.Of(model), open, notes, got.before)
	if err != nil {
		return fail(t, err)
	}
	if j.format == "text" {
		tell(t, c, j, summary, len(model.Atlas.Entries()), problems, t.now().Sub(start))
	}
	return j.tellMachine(t, finding{problems: problems, changed: first, model: model}, done)
}

// input is all that the folders hold, read and checked; no model comes of faults.
type input struct {
	prepared
	before   *generator.Memory
	model    *generator.Model
	problems []problem.Problem
}

func (j job) read(in generator.Input, notes memory) (input, error) {
	in = generator.Noting(in)
	ready := prepare(in)
	program := make(chan string, 1)
	go func() { program <- notes.program() }()
	got := input{before: notes.read()}
	in.Spool, in.Program = newSpool(), <-program
	draft, err := got.before.Read(in)
	if err != nil {
		return got, err
	}
	if got.prepared = <-ready; got.noLand != nil {
		return got, got.noLand
	}
	got.model, got.problems = draft.CheckOn(got.land, j.strict)
	return got, draft.Err()
}

// prepared is what depends on no region.
type prepared struct {
	land     *page.Land
	frame    *generator.Frame
	noLand   error
	unframed error // layouts or assets are broken
}

// prepare reads what depends on no region, while these are read.
func prepare(in generator.Input) <-chan prepared {
	done := make(chan prepared, 1)
	go func() {
		var p prepared
		p.land, p.noLand = generator.ReadLand(in.Assets)
		p.frame, p.unframed = generator.NewFrame(in)
		done <- p
	}()
	return done
}

// tellMachine writes the finding for a program, where one asked for it.
func (j job) tellMachine(t terminal, f finding, code int) int {
	if j.format == "text" {
		return code
	}
	f.regions = j.folders.regions
	if err := f.write(t.out, j.format); err != nil {
		return fail(t, err)
	}
	return code
}

// write brings the pages of a site into the folder, or leaves it as it was.
func write(t terminal, j job, site *generator.Site, open opener, notes memory, before *generator.Memory) (publish.Summary, error) {
	folder, err := open(j.folders.out, j.folders.guards()...)
	if err != nil {
		return publish.Summary{}, err
	}
	defer folder.Abort() // does nothing after Commit
	before.Trust(folder)
	bar := newProgress(t, site.Count)
	made, err := site.Write(folder, before, bar.step)
	bar.clear()
	if err != nil {
		return publish.Summary{}, err
	}
	plan, err := folder.Plan()
	if err != nil {
		return publish.Summary{}, err
	}
	for _, name := range plan.Edited {
		fmt.Fprintf(t.err, "note: %s/%s was changed by hand; the build replaces it, since pages are made from region files.\n", j.folders.out, name)
	}
	summary, err := folder.Commit()
	if err == nil {
		notes.keep(made, folder, t.now()) // or not: the next build takes longer then
	}
	return summary, err
}

func tell(t terminal, c command, j job, s publish.Summary, regions int, problems []problem.Problem, took time.Duration) {
	what := fmt.Sprintf("Wrote %s/", j.folders.out)
	if c.name == "check" {
		what = "All well, nothing written"
	}
	fmt.Fprintf(t.out, "%s: %s, %d files, %d bytes, %.1f seconds", what, number(regions, "region"), s.Files, s.Bytes, took.Seconds())
	if len(problems) > 0 {
		fmt.Fprintf(t.out, "; %s", tally(problems))
	}
	fmt.Fprintln(t.out, ".")
	if c.name == "build" {
		fmt.Fprintf(t.out, "%d files new or changed, %d as before, %d removed. Open %s/index.html.\n", s.Changed, s.Unchanged, s.Removed, j.folders.out)
	}
}

// progress shows how far a build is, on a terminal, once it takes longer than
// a second.
type progress struct {
	sync.Mutex
	t     terminal
	start time.Time
	done  int
	all   func() int // counted when it is first shown: few builds take so long
	shown time.Time
}

func newProgress(t terminal, count func() int) *progress {
	return &progress{t: t, start: t.now(), all: sync.OnceValue(count)}
}

func (p *progress) step() {
	p.Lock()
	defer p.Unlock()
	p.done++
	if !p.t.live {
		return
	}
	now := p.t.now()
	if now.Sub(p.start) < time.Second || now.Sub(p.shown) < 100*time.Millisecond {
		return
	}
	p.shown = now
	fmt.Fprintf(p.t.err, "\r%d of %d pages", p.done, p.all())
}

func (p *progress) clear() {
	if !p.shown.IsZero() {
		fmt.Fprint(p.t.err, "\r\033[K")
	}
}
