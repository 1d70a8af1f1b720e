package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"regional-atlas/generator/format"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
)

// fmtFlags is what the command line of fmt says.
type fmtFlags struct {
	regions     string
	check, diff bool
}

func (l *fmtFlags) flags() *flag.FlagSet {
	flags := flag.NewFlagSet("fmt", flag.ContinueOnError)
	flags.StringVar(&l.regions, "regions", "regions", "folder of the region files and atlas.toml")
	flags.BoolVar(&l.check, "check", false,
		"write nothing; name the files that differ, and end with 1 if there are any")
	flags.BoolVar(&l.diff, "diff", false, "write nothing; show what would change")
	return flags
}

func fmtCommand() command {
	c := command{name: "fmt", args: "[FLAGS] [FILE…]", example: "atlas fmt --diff regions/BE2.md",
		summary: "Lay region files out: order of keys, spaces, line ends. What they say stays the same."}
	c.run = func(t terminal, args []string) int {
		var l fmtFlags
		files, code, ok := parseWith(t, c, l.flags(), args)
		if !ok {
			return code
		}
		return l.run(t, files)
	}
	return c
}

func (l *fmtFlags) run(t terminal, files []string) int {
	edition, problems, err := readEdition(l.regions)
	if err != nil {
		return fail(t, err)
	}
	if problem.Fatal(problems) > 0 {
		t.errInk.report(t.err, l.regions, problems)
		fmt.Fprintf(
			t.err,
			"%s in %s, which gives the order of keys. Nothing was written.\n",
			tally(problems),
			source.EditionFile,
		)
		return faulty
	}
	if files, err = l.files(files); err != nil {
		return fail(t, err)
	}
	return l.all(t, &edition, files)
}

// readEdition reads atlas.toml alone.
func readEdition(regions string) (region.Edition, []problem.Problem, error) {
	fsys, err := folder("regions", regions)
	if err != nil {
		return region.Edition{}, nil, err
	}
	d := source.Open(fsys)
	edition, faults, err := d.Edition()
	if err != nil {
		return region.Edition{}, nil, err
	}
	return edition, problem.Sort(d.Place(faults)), nil
}

// files are those named on the command line, or all of the folder.
func (l *fmtFlags) files(named []string) ([]string, error) {
	for _, name := range named {
		if base := filepath.Base(name); base == source.EditionFile || base == source.ReleasesFile {
			return nil, fmt.Errorf("%q is no region file; it is laid out by hand", name)
		}
		if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf(
				"there is no file %q here; name it with its folder, such as %s",
				name,
				filepath.Join(l.regions, "BE2.md"),
			)
		}
	}
	if len(named) > 0 {
		return slices.Compact(slices.Sorted(slices.Values(named))), nil
	}
	fsys, err := folder("regions", l.regions)
	if err != nil {
		return nil, err
	}
	names, err := source.Open(fsys).List()
	for i := range names {
		names[i] = filepath.Join(l.regions, names[i])
	}
	return names, err
}

// all lays out one file after the other; a file with faults does not keep the
// others from it.
func (l *fmtFlags) all(t terminal, e *region.Edition, files []string) int {
	changed, refused := 0, 0
	for _, name := range files {
		differs, problems, err := l.one(t, e, name)
		if err != nil {
			return fail(t, err)
		}
		if len(problems) > 0 {
			t.errInk.report(t.err, filepath.Dir(name), problems)
			refused++
		}
		if differs {
			changed++
		}
	}
	l.tell(t, len(files), changed, refused)
	if refused > 0 || l.check && changed > 0 {
		return faulty
	}
	return done
}

func (l *fmtFlags) one(t terminal, e *region.Edition,
	name string) (differs bool, problems []problem.Problem, err error) {
	fsys, err := folder("regions", filepath.Dir(name))
	if err != nil {
		return false, nil, err
	}
	d, base := source.Open(fsys), filepath.Base(name)
	before, faults := d.Raw(base)
	after := before
	if len(faults) == 0 {
		after, faults = format.Format(e, base, before)
	}
	if len(faults) > 0 {
		return false, problem.Sort(d.Place(faults)), nil
	}
	if after == before {
		return false, nil, nil
	}
	shown := shownPath("", name)
	if l.diff {
		fmt.Fprint(t.out, format.Diff(shown, before, after))
	} else {
		fmt.Fprintln(t.out, shown)
	}
	if !l.check && !l.diff {
		err = rewrite(name, after)
	}
	return true, nil, err
}

func (l *fmtFlags) tell(t terminal, files, changed, refused int) {
	if refused > 0 {
		fmt.Fprintf(t.err, "%s with faults left alone.\n", number(refused, "file"))
	}
	switch {
	case l.check && changed > 0:
		fmt.Fprintf(t.err, "%d of %s not laid out. Run \"atlas fmt\".\n", changed,
			number(files, "file"))
	case !l.check && !l.diff && changed > 0:
		fmt.Fprintf(t.out, "%s laid out, %d right already.\n", number(changed, "file"),
			files-changed-refused)
	case !l.diff && refused == 0:
		fmt.Fprintf(t.out, "%s, all laid out.\n", number(files, "file"))
	}
}
