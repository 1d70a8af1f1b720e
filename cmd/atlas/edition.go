package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"regional-atlas/generator"
	"regional-atlas/generator/changes"
	"regional-atlas/generator/format"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
)

// editionsFolder holds the facts of each edition, inside the folder of the regions.
const editionsFolder = "editions"

func editionCommand() command {
	c := command{name: "edition",
		summary: "Take the facts down as an edition, with what changed since the last.",
		example: "atlas edition --date 2026-11-26"}
	c.run = func(t terminal, args []string) int {
		var f folders
		var date, note string
		flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
		flags.StringVar(&f.regions, "regions", "regions",
			"folder of the region files and atlas.toml")
		flags.StringVar(&date, "date", "", "`DAY` of the edition, such as 2026-11-26")
		flags.StringVar(&note, "note", "", "what readers should know of it, in one or two `WORDS`")
		if code, ok := parse(t, c, flags, args); !ok {
			return code
		}
		day, err := dayOf(date)
		if err != nil {
			return fail(t, err)
		}
		return takeDown(t, f, day, note)
	}
	return c
}

// dayOf reads a day of the command line.
func dayOf(text string) (region.Date, error) {
	if text == "" {
		return region.Date{}, errors.New("edition needs a day, such as atlas edition --date 2026-11-26. " +
			"Run \"atlas help edition\" for more")
	}
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return region.Date{}, fmt.Errorf("%s is not a day; write it as 2026-11-26",
			problem.Quote(text))
	}
	return region.DateOf(day), nil
}

// takeDown writes the facts of an edition, and what changed since the one before.
func takeDown(t terminal, f folders, day region.Date, note string) int {
	in, err := f.input(t.today())
	if err != nil {
		return fail(t, err)
	}
	state := new(generator.Session).Update(in, generator.Everything())
	if state.Err != nil {
		return fail(t, state.Err)
	}
	if state.Atlas == nil {
		t.errInk.report(t.err, f.regions, state.Problems)
		fmt.Fprintf(t.err, "%s. Nothing was written.\n", tally(state.Problems))
		return faulty
	}
	last, err := newestEdition(f.regions)
	if err == nil {
		err = mayFollow(day, last, t.today())
	}
	if err != nil {
		return fail(t, err)
	}
	now := changes.Of(state.Atlas, day)
	var list []region.Change
	if last != nil {
		if list = changes.Between(*last, now); list == nil {
			fmt.Fprintf(t.out, "Nothing has changed since the edition of %s. Nothing was written.\n",
				last.Date)
			return done
		}
	}
	if note == "" && last == nil {
		note = "First edition."
	}
	if err := writeEdition(f.regions, now, block(day, note, list)); err != nil {
		return fail(t, err)
	}
	fmt.Fprintf(t.out,
		"Wrote the edition of %s, with %s, and %s.\nLook at them there: put minor = true under what no reader need know, "+
			"text = \"…\" where you know better words, and change kind to \"corrected\" where only the print was wrong. Then run \"atlas build\".\n",
		day.ISO(), number(len(list), "change"),
		shownPath("", filepath.Join(f.regions, source.ReleasesFile)))
	return done
}

// mayFollow refuses an edition that would not be the newest, or has not come yet.
func mayFollow(day region.Date, last *changes.Snapshot, today region.Date) error {
	tomorrow := region.DateOf(time.Date(today.Year, time.Month(today.Month), today.Day+1, 0, 0, 0,
		0, time.UTC))
	if day.After(tomorrow) {
		return fmt.Errorf("%s has not come yet; name a day up to today", day.ISO())
	}
	if last != nil && last.Date >= day.ISO() {
		return fmt.Errorf("there is an edition of %s already; name a later day", last.Date)
	}
	return nil
}

// newestEdition is the edition with the latest day; nil where there is none.
func newestEdition(regions string) (*changes.Snapshot, error) {
	names, err := filepath.Glob(filepath.Join(regions, editionsFolder, "????-??-??.json"))
	if err != nil || len(names) == 0 {
		return nil, nil // the pattern is well formed, so there is none
	}
	name := slices.Max(names)
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("the edition %s cannot be read: %w", shownPath("", name), cause(err))
	}
	s, err := changes.Read(data)
	if err != nil {
		return nil, fmt.Errorf("%s %w", shownPath("", name), err)
	}
	return &s, nil
}

// writeEdition writes both files, or neither.
func writeEdition(regions string, s changes.Snapshot, entry string) error {
	data, err := s.Encode()
	if err != nil {
		return err
	}
	list := filepath.Join(regions, source.ReleasesFile)
	old, err := os.ReadFile(list)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("the file %q cannot be read: %w", list, cause(err))
	}
	const forAll = 0o755
	if err := os.MkdirAll(filepath.Join(regions, editionsFolder), forAll); err != nil {
		return fmt.Errorf("the folder of editions cannot be made: %w", cause(err))
	}
	snapshot := filepath.Join(regions, editionsFolder, s.Date+".json")
	if err := create(snapshot, string(data)); err != nil {
		return err
	}
	if old == nil {
		err = create(list, head+entry)
	} else {
		err = rewrite(list, inserted(string(old), entry))
	}
	if err != nil {
		os.Remove(snapshot) // it would stand for an edition that nobody published
	}
	return err
}

// head explains a new changes.toml.
const head = `# The editions of the facts and what changed from one to the next, the newest first. "atlas edition" adds to it; pages
# and the feed print it. An entry may be worded (text), marked as minor, or removed.

`

// inserted puts an entry before the first edition, behind what stands above it.
func inserted(old, entry string) string {
	at := 0
	if !strings.HasPrefix(old, "[[editions]]") {
		if at = strings.Index(old, "\n[[editions]]") + 1; at == 0 {
			return strings.TrimRight(old, "\n") + "\n\n" + entry
		}
	}
	return old[:at] + entry + "\n" + old[at:]
}

// block is an edition as TOML.
func block(day region.Date, note string, list []region.Change) string {
	var out strings.Builder
	fmt.Fprintf(&out, "[[editions]]\ndate = %s\n", day.ISO())
	if note != "" {
		fmt.Fprintf(&out, "note = %s\n", format.Text(note))
	}
	for _, c := range list {
		fmt.Fprintf(&out, "\n[[editions.changes]]\nregion = %s\n", format.Text(c.Region))
		for _, field := range []struct{ key, value string }{
			{"section", c.Section}, {"key", c.Key}, {"kind", c.Kind}, {"from", c.From},
			{"to", c.To},
		} {
			if field.value != "" {
				fmt.Fprintf(&out, "%s = %s\n", field.key, format.Text(field.value))
			}
		}
	}
	return out.String()
}

// sinceEdition says how many facts differ from the newest edition, "" when none does or
// there is no edition.
func sinceEdition(regions string, a *profile.Atlas, today region.Date) string {
	last, err := newestEdition(regions)
	if err != nil {
		return err.Error()
	}
	if last == nil {
		return ""
	}
	n := len(changes.Between(*last, changes.Of(a, today)))
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("the facts differ from the edition of %s in %s; \"atlas edition --date %s\" takes them down for readers.",
		last.Date, number(n, "place"), today.ISO())
}
