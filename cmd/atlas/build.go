package main

import (
	"errors"
	"flag"
	"fmt"
	"sync"
	"time"

	"regional-atlas/generator"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/publish"
)

// buildFlags is what build and check have in common.
type buildFlags struct {
	folders folders
	strict  bool
	yes     bool     // remove many pages without asking
	pack    bool     // offer the whole site as one file
	format  string   // text, or what a program reads
	lang    string   // list what is left to translate into it, instead
	changed []string // where to put first the problems of these files
}

func (j *buildFlags) flags(name string) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.StringVar(&j.folders.regions, "regions", "regions",
		"folder of the region files and atlas.toml")
	flags.StringVar(
		&j.folders.layouts,
		"layouts",
		"",
		"folder of layouts that win over the built-in ones (default: layouts, if it is there)",
	)
	flags.StringVar(
		&j.folders.assets,
		"assets",
		"",
		"folder of assets that win over the built-in ones (default: assets, if it is there)",
	)
	flags.StringVar(&j.folders.out, "out", "public", "folder that the site is written to")
	j.folders.published(flags)
	flags.BoolVar(&j.strict, "strict", false, "take every warning as a fault")
	j.format = "text"
	if name == "build" {
		flags.BoolVar(&j.pack, "pack", false, "offer the whole site as one zip on its page of data")
		flags.BoolVar(&j.yes, "yes", false, "remove more than half of the pages without asking")
	}
	if name == "check" {
		flags.StringVar(&j.lang, "lang", "", "list what is missing or stale in `LANGUAGE`, instead of checking")
		flags.StringVar(&j.format, "format", "text",
			"write the result as `FORMAT`: text, json, github or sarif")
		flags.Func(
			"changed",
			"show problems of `FILE` first, a file of the change; may be repeated, - reads names from standard input, @FILE from a file",
			func(name string) error {
				j.changed = append(j.changed, name)
				return nil
			},
		)
	}
	return flags
}

func buildCommand() command {
	c := command{name: "build", summary: "Check the region files and write the site.",
		example: "atlas build --regions regions --out public"}
	c.run = func(t terminal, args []string) int { return runBuild(t, c, args) }
	return c
}

func checkCommand() command {
	c := command{name: "check", summary: "Do all that build does, but write nothing.",
		example: "atlas check --strict"}
	c.run = func(t terminal, args []string) int { return runBuild(t, c, args) }
	return c
}

func runBuild(t terminal, c command, args []string) int {
	var j buildFlags
	if code, ok := parse(t, c, j.flags(c.name), args); !ok {
		return code
	}
	if j.lang != "" {
		return tellTranslation(t, j.folders, j.lang, j.strict)
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
	in.Strict, in.Pack = j.strict, j.pack
	bar := newProgress(t)
	asked, release := t.asked()
	report, err := generator.Build(in,
		generator.Target{Out: j.folders.out, Guards: j.folders.guards(),
			Rehearse: c.name == "check", Stop: asked, Step: bar.step,
			Agree: func(s publish.Summary) error { return j.agree(t, bar, s) }})
	release()
	bar.clear()
	problems, first := changedFirst(report.Problems, j.folders.regions, changed)
	if j.format == "text" {
		t.errInk.report(t.err, j.folders.regions, problems)
	}
	found := finding{problems: problems, changed: first, atlas: report.Atlas}
	switch {
	case errors.Is(err, generator.Stopped{}):
		if t.live {
			fmt.Fprintln(t.err) // behind ^C, or a question
		}
		_ = fail(t, err)
		return ended
	case err != nil:
		return fail(t, err)
	case report.Atlas == nil:
		fmt.Fprintf(t.err, "%s. Nothing was written.\n", tally(problems))
		if note := clockNote(problems, t.today()); note != "" {
			fmt.Fprintln(t.err, "note: "+note)
		}
		return j.tellMachine(t, found, faulty)
	}
	j.tellSummary(t, c, report.Summary)
	if c.name == "check" {
		if note := sinceEdition(j.folders.regions, report.Atlas, t.today()); note != "" {
			fmt.Fprintln(t.err, "note: "+note)
		}
	}
	if j.format == "text" {
		tell(t, c, j, report, problems, t.now().Sub(start))
	}
	return j.tellMachine(t, found, done)
}

// tellSummary tells what a person should know of how the site came into place.
func (j buildFlags) tellSummary(t terminal, c command, s publish.Summary) {
	note := func(format string, values ...any) { fmt.Fprintf(t.err, "note: "+format+"\n", values...) }
	for _, name := range s.Edited {
		note("%s/%s was changed by hand; the build replaces it, since pages are made from region files.",
			j.folders.out, name)
	}
	if s.Left != "" {
		note("the new site is in place, but not all of the old one could be removed: it lies in %s; "+
			"remove that folder by hand.", s.Left)
	}
	if s.InPlace {
		note("%s/ cannot be exchanged, as it is a mount point or part of an image: its files were replaced "+
			"one by one, and a visitor may have met old and new pages together.", j.folders.out)
	}
	if s.RemovesMost() && c.name == "check" {
		note("a build would remove %s, and asks first; with --yes it does not.", j.gone(s))
	}
}

// tellMachine writes the finding for a program, where one asked for it.
func (j buildFlags) tellMachine(t terminal, f finding, code int) int {
	if j.format == "text" {
		return code
	}
	f.regions = j.folders.regions
	if err := f.write(t.out, j.format); err != nil {
		return fail(t, err)
	}
	return code
}

func tell(t terminal, c command, j buildFlags, report generator.Report,
	problems []problem.Problem, took time.Duration) {
	s := report.Summary
	what := fmt.Sprintf("Wrote %s/", j.folders.out)
	if c.name == "check" {
		what = "All well, nothing written"
	}
	fmt.Fprintf(
		t.out,
		"%s: %s, %d files, %d bytes, %.1f seconds",
		what,
		number(len(report.Atlas.Regions()), "region"),
		s.Files,
		s.Bytes,
		took.Seconds(),
	)
	if len(problems) > 0 {
		fmt.Fprintf(t.out, "; %s", tally(problems))
	}
	fmt.Fprintln(t.out, ".")
	if c.name == "build" {
		fmt.Fprintf(
			t.out,
			"%d files new or changed, %d as before, %d removed. Open %s/index.html.\n",
			s.Changed,
			s.Unchanged,
			s.Removed,
			j.folders.out,
		)
	}
}

// progress shows how far a build is, on a terminal, once it takes longer than
// a second.
type progress struct {
	sync.Mutex
	t     terminal
	start time.Time
	done  int
	all   int // 0 until it is first shown
	shown time.Time
}

func newProgress(t terminal) *progress { return &progress{t: t, start: t.now()} }

// step is told after each page; all counts the pages of the site.
func (p *progress) step(all func() int) {
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
	if p.all == 0 {
		p.all = all() // counted when it is first shown: few builds take so long
	}
	p.shown = now
	fmt.Fprintf(p.t.err, "\r%d of %d pages", p.done, p.all)
}

func (p *progress) clear() {
	if !p.shown.IsZero() {
		fmt.Fprint(p.t.err, "\r\033[K")
	}
}
