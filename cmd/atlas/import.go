package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"regional-atlas/assets"
	"regional-atlas/generator"
	"regional-atlas/generator/format"
	"regional-atlas/generator/intake"
	"regional-atlas/generator/nuts"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
)

// importing is what the command line of import says.
type importing struct {
	regions, assets string
	dryRun          bool
	order           intake.Order
}

func (i *importing) flags() *flag.FlagSet {
	flags := flag.NewFlagSet("import", flag.ContinueOnError)
	flags.StringVar(&i.regions, "regions", "regions", "folder of the region files and atlas.toml")
	flags.BoolVar(&i.dryRun, "dry-run", false, "write nothing; show what would change")
	flags.BoolVar(&i.order.Replace, "replace", false,
		"where a file says something else, take what the source says")
	flags.StringVar(
		&i.assets,
		"assets",
		"",
		"folder of assets that win over the built-in ones (default: assets, if it is there)",
	)
	flags.StringVar(
		&i.order.Source,
		"source",
		"",
		"`KEY` to cite the source by in region files (default: made from the page or the name of the table)",
	)
	flags.StringVar(&i.order.Title, "title", "", "`TITLE` of the source")
	flags.StringVar(&i.order.Link, "link", "", "`ADDRESS` of the source")
	flags.Func("year", "`YEAR` of figures that the source gives no year for",
		func(text string) (err error) {
			i.order.Year, err = strconv.Atoi(text)
			return err
		})
	flags.StringVar(&i.order.Indicator, "indicator", "",
		"`KEY` of the indicator that a table with one data set is about")
	flags.StringVar(&i.order.Unit, "unit", "",
		"`UNIT` of a table that has no column for it, such as thousand")
	flags.Func("missing", "`MARK` that stands for a missing value; may be repeated",
		func(text string) error {
			i.order.Missing = append(i.order.Missing, text)
			return nil
		})
	flags.Func("skip", "`COLUMN` that says nothing about the values; may be repeated",
		func(text string) error {
			i.order.Skip = append(i.order.Skip, text)
			return nil
		})
	flags.Func("only", "`COLUMN=WORD` of the rows that are meant, such as age=TOTAL; may be repeated", i.only)
	return flags
}

// only notes which rows are meant.
func (i *importing) only(text string) error {
	column, word, ok := strings.Cut(text, "=")
	if !ok || column == "" {
		return errors.New("a column and a word, such as sex=T")
	}
	if i.order.Only == nil {
		i.order.Only = map[string][]string{}
	}
	i.order.Only[column] = append(i.order.Only[column], word)
	return nil
}

func importCommand() command {
	c := command{
		name:    "import",
		args:    "[FLAGS] FILE…",
		example: "atlas import --dry-run --indicator population figures.csv",
		summary: "Take facts from a page's text (.txt) or a table (.csv, .tsv) into region files. Exits with 1 when something is left for you to decide.",
	}
	c.run = func(t terminal, args []string) int {
		var i importing
		files, code, ok := parseWith(t, c, i.flags(), args)
		if !ok {
			return code
		}
		return i.run(t, files)
	}
	return c
}

func (i *importing) run(t terminal, files []string) int {
	if err := i.allowed(t, files); err != nil {
		return fail(t, err)
	}
	edition, problems, err := readEdition(i.regions)
	if err != nil {
		return fail(t, err)
	}
	if problem.Fatal(problems) > 0 || hasFaults(&edition) {
		t.errInk.report(t.err, i.regions, problems)
		return fail(t,
			fmt.Errorf("atlas.toml has faults, and import recognises words by it; run \"atlas check\" first"))
	}
	fsys, err := folder("regions", i.regions)
	if err != nil {
		return fail(t, err)
	}
	if i.order.Changes, err = codeChanges(i.assets); err != nil {
		return fail(t, err)
	}
	i.order.Edition, i.order.Today = &edition, t.today()
	return i.all(t, fsys, files)
}

// codeChanges is what became of codes between editions of NUTS; none where a
// folder of assets has no table of them.
func codeChanges(dir string) (*nuts.Changes, error) {
	files, err := over("assets", dir, assets.Files)
	if err != nil {
		return nil, err
	}
	return generator.ReadChanges(files)
}

func (i *importing) allowed(t terminal, files []string) error {
	year := i.order.Year
	switch {
	case len(files) == 0:
		return fmt.Errorf("import needs a file, such as atlas import figures.csv. Run \"atlas help import\" for more")
	case year != 0 && (year < region.FirstYear || year > t.today().Year):
		return fmt.Errorf("--year needs a year from %d to %d, not %d", region.FirstYear,
			t.today().Year, year)
	case i.order.Link != "" && !region.IsWebLink(i.order.Link):
		return fmt.Errorf(
			"--link needs the whole address of a page, starting with https:// or http://, not %s",
			problem.Quote(i.order.Link),
		)
	case i.order.Source != "" && region.Slug(i.order.Source) != i.order.Source:
		return fmt.Errorf(
			"--source needs a key of small letters, digits and hyphens, such as %s, not %s",
			cmp.Or(region.Slug(i.order.Source), "page-2026"),
			problem.Quote(i.order.Source),
		)
	}
	return nil
}

// all takes in one source after the other; each finds what those before it
// changed. Nothing is written before all of them could be read.
func (i *importing) all(t terminal, fsys fs.FS, files []string) int {
	var changes []intake.Change
	var faults []problem.Problem
	complete := true
	for _, name := range files {
		data, err := readSource(name)
		if err != nil {
			return fail(t, err)
		}
		i.order.Regions = intake.Over(fsys, changes)
		out, err := intake.Read(i.order, filepath.ToSlash(name), data)
		if err != nil {
			return fail(t, err)
		}
		out.Report.Write(t.out)
		complete = complete && out.Report.Complete()
		faults = append(standing(faults, out.Changes), out.Faults...)
		changes = together(changes, out.Changes)
	}
	if len(faults) > 0 {
		t.errInk.report(t.err, i.regions, faults)
		fmt.Fprintf(t.err, "The files would have %s. Nothing was written.\n", tally(faults))
		return faulty
	}
	if err := i.write(t, changes); err != nil {
		return fail(t, err)
	}
	if !complete {
		fmt.Fprintln(t.err,
			"Some lines need a person: see \"left over\", \"doubtful\" and \"differs\" above.")
		return faulty
	}
	return done
}

// standing are the faults of files that a further source did not change: those of the
// others were looked for again.
func standing(faults []problem.Problem, changes []intake.Change) []problem.Problem {
	return slices.DeleteFunc(faults, func(f problem.Problem) bool {
		return slices.ContainsFunc(changes, func(c intake.Change) bool { return c.File == f.File })
	})
}

// together is every change once, from the file as it was to the newest text.
func together(changes, more []intake.Change) []intake.Change {
	for _, c := range more {
		n := slices.IndexFunc(changes,
			func(earlier intake.Change) bool { return earlier.File == c.File })
		if n < 0 {
			changes = append(changes, c)
			continue
		}
		changes[n].After = c.After
	}
	return changes
}

// write brings the changes into the folder, each file whole or not at all.
func (i *importing) write(t terminal, changes []intake.Change) error {
	slices.SortFunc(changes, func(a, b intake.Change) int { return cmp.Compare(a.File, b.File) })
	for n, c := range changes {
		name := filepath.Join(i.regions, filepath.FromSlash(c.File))
		shown := shownPath("", name)
		if i.dryRun {
			fmt.Fprint(t.out, format.Diff(shown, c.Before, c.After))
			continue
		}
		write := rewrite
		if c.Before == "" {
			write = create
		}
		if err := write(name, c.After); err != nil {
			return fmt.Errorf("%w; %d of %s were written before it", err, n,
				number(len(changes), "file"))
		}
		fmt.Fprintf(t.out, "Wrote %s.\n", shown)
	}
	if len(changes) == 0 {
		fmt.Fprintln(t.out, "No file changes.")
	} else if i.dryRun {
		fmt.Fprintf(t.out, "%s would change. Nothing was written.\n", number(len(changes), "file"))
	}
	return nil
}

// readSource reads a file of the command line, and one byte more than a source
// may have.
func readSource(name string) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no file %q here", name)
	case err == nil && !info.Mode().IsRegular():
		return nil, fmt.Errorf("%q is not a file", name)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("the file %q cannot be read: %w", name, errors.Unwrap(err))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, intake.Limit+1))
	if err != nil {
		return nil, fmt.Errorf("the file %q cannot be read", name)
	}
	return data, nil
}

// hasFaults reports whether atlas.toml says what cannot be; a warning is none.
func hasFaults(e *region.Edition) bool {
	return slices.ContainsFunc(region.CheckEdition(source.EditionFile, e),
		func(f problem.Fault) bool { return !f.Warning })
}
