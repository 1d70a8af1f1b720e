package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"regional-atlas/generator"
	"regional-atlas/generator/atlas"
	"regional-atlas/generator/carto"
	"regional-atlas/generator/format"
	"regional-atlas/generator/nuts"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

func newCommand() command {
	c := command{
		name:    "new",
		args:    "CODE [FLAGS]",
		summary: "Begin the file of a region; with --explain every field and its words.",
		example: "atlas new BE25",
	}
	c.run = func(t terminal, args []string) int {
		var f folders
		var explained bool
		flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
		flags.StringVar(&f.regions, "regions", "regions",
			"folder of the region files and atlas.toml")
		flags.StringVar(
			&f.assets,
			"assets",
			"",
			"folder of assets that win over the built-in ones (default: assets, if it is there)",
		)
		flags.BoolVar(&explained, "explain", false,
			"explain every field, with the words that it allows and an example")
		rest, code, ok := parseWith(t, c, flags, args)
		if !ok {
			return code
		}
		if len(rest) != 1 {
			return fail(t,
				fmt.Errorf("new needs one code, such as atlas new BE25. Run \"atlas help new\" for more"))
		}
		write := format.Lean
		if explained {
			write = format.Sample
		}
		return begin(t, f, rest[0], write)
	}
	return c
}

// lettersOfLevel2 is how long a code of NUTS 2 is: the map and the table of changes know
// all that there are.
const lettersOfLevel2 = 4

// begin writes the file of a new region.
func begin(t terminal, f folders, code string,
	write func(e *region.Edition, code, shape string) string) int {
	edition, problems, err := readEdition(f.regions)
	if err == nil {
		err = allowed(&edition, problems, f.regions, code)
	}
	if err != nil {
		return fail(t, err)
	}
	in, err := f.input(t.today())
	if err != nil {
		return fail(t, err)
	}
	base, err := generator.ReadBasemap(in.Assets)
	if err != nil {
		return fail(t, err)
	}
	changes, err := generator.ReadChanges(in.Assets)
	if err != nil {
		return fail(t, err)
	}
	if err := nameRegion(&edition, in.Assets, code); err != nil {
		return fail(t, err)
	}
	name, dropped := filepath.Join(f.regions, code+".md"), droppedWords(changes, code)
	shape := strings.TrimSpace(shapeWords(base, code) + " " + dropped)
	if err := create(name, write(&edition, code, shape)); err != nil {
		return fail(t, err)
	}
	fmt.Fprintf(
		t.out,
		"Wrote %s. Fill it in, and run \"atlas check\": it tells what is still missing.\n",
		shownPath("", name),
	)
	tellOdd(t, base, code, dropped)
	return done
}

// nameRegion gives the edition the name that NUTS has for a code, where atlas.toml has none.
func nameRegion(e *region.Edition, assets fs.FS, code string) error {
	if _, own := e.RegionNames[code]; own {
		return nil
	}
	names, err := generator.ReadNames(assets)
	if name, known := names[code]; known {
		e.RegionNames = map[string]region.NativeName{code: {Name: name.Text, Lang: name.Lang}}
	}
	return err
}

// tellOdd says what is odd about the code of a file that was begun.
func tellOdd(t terminal, base *carto.Basemap, code, dropped string) {
	switch {
	case dropped != "":
		fmt.Fprintf(t.out, "%s To begin the file of one of these instead, remove this one.\n", dropped)
	case !base.Draws(code) && region.IsOwn(code):
		const unknown = "The map has no shape for %s: codes like this come with boundaries that \"atlas shapes\" reads. %s"
		fmt.Fprintln(t.out, strings.TrimSpace(fmt.Sprintf(unknown, code,
			drawableWords(base.Nearby(code)))))
	case !base.Draws(code) && len(code) <= lettersOfLevel2: // of level 3 nobody here knows all codes
		const unknown = "The map has no shape for %s, and no edition of NUTS that it knows of had the code: check it. %s"
		fmt.Fprintln(t.out, strings.TrimSpace(fmt.Sprintf(unknown, code,
			drawableWords(base.Nearby(code)))))
	}
}

// allowed tells in one sentence why a file for the code cannot be begun.
func allowed(e *region.Edition, problems []problem.Problem, regions, code string) error {
	const looks = "a code is two capital letters for the country and up to three capital letters or digits, such as BE2 or FI1C"
	if problem.Fatal(problems) > 0 {
		return fmt.Errorf("atlas.toml has %s, and a new file needs its words; run \"atlas check\" first",
			tally(problems))
	}
	if !region.IsCode(code) {
		if upper := strings.ToUpper(code); region.IsCode(upper) {
			return fmt.Errorf("%s is not a NUTS code; did you mean %s", problem.Quote(code), upper)
		}
		return fmt.Errorf("%s is not a NUTS code: %s", problem.Quote(code), looks)
	}
	if !slices.ContainsFunc(e.Countries,
		func(c region.Country) bool { return c.Code == code[:2] }) {
		return fmt.Errorf(
			"no country of this atlas has the code %s (Greece is EL, the United Kingdom UK); add it to atlas.toml first, or check the code",
			code[:2],
		)
	}
	return unclaimed(regions, code)
}

// unclaimed refuses a code whose file is there, in small letters or capitals.
func unclaimed(regions, code string) error {
	entries, err := fs.ReadDir(os.DirFS(regions), ".")
	if err != nil {
		return fmt.Errorf("the folder %q cannot be read", regions)
	}
	for _, entry := range entries {
		if strings.EqualFold(entry.Name(), code+".md") {
			return fmt.Errorf("the file %q is there already, and was left as it is",
				filepath.Join(regions, entry.Name()))
		}
	}
	return nil
}

// droppedWords says that NUTS does not have a code any more, and who has its people; ""
// for a code that it has, or never had.
func droppedWords(changes *nuts.Changes, code string) string {
	parts := changes.Became(code)
	if len(parts) == 0 {
		return ""
	}
	return fmt.Sprintf("NUTS %d has no code %s. %s", parts[0].Edition, code,
		atlas.Heirs(changes, code))
}

// shapeWords says what the map draws for a code.
func shapeWords(base *carto.Basemap, code string) string {
	near := base.Nearby(code)
	switch note := base.Approximate(code); {
	case !base.Draws(code):
		return strings.TrimSpace("The map has no shape for it: see shape below. " +
			drawableWords(near))
	case !slices.Equal(near, []string{code}):
		return fmt.Sprintf("The map draws it, put together from %s.", someOf(near))
	case note != "":
		return "The map draws it, though not exactly: " + note
	}
	return "The map draws it."
}

// drawableWords says which codes the map draws, "" for none.
func drawableWords(codes []string) string {
	if len(codes) == 0 {
		return ""
	}
	return fmt.Sprintf("It can draw %s.", someOf(codes))
}

// someOf lists codes, of many the first.
func someOf(codes []string) string {
	const few = 12
	list := strings.Join(codes[:min(few, len(codes))], ", ")
	if len(codes) > few {
		list += " …"
	}
	return list
}
