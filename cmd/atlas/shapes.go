package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"regional-atlas/generator/boundaries"
	"regional-atlas/generator/geometry"
)

func shapesCommand() command {
	c := command{name: "shapes", args: `FILE --credit "WORDS" [FLAGS]`,
		summary: "Make map data of boundaries of your own, in GeoJSON or TopoJSON.",
		example: `atlas shapes municipalities.geojson --country BE --code nis --credit "© Statbel 2024, CC BY 4.0"`}
	c.run = func(t terminal, args []string) int {
		var o boundaries.Options
		var assets string
		flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
		flags.StringVar(&o.Credit, "credit", "", "`WORDS` that name who drew the boundaries; every map prints them")
		flags.StringVar(&o.Code, "code", "", "`NAME` of the property with the codes (default: code, NUTS_ID or id)")
		flags.StringVar(&o.Country, "country", "",
			"`LETTERS` of the country: they and a hyphen come before codes that are not of NUTS")
		flags.Float64Var(&o.Detail, "detail", 0,
			"`METRES` by which a line may be moved to be shorter (default: what maps can show)")
		flags.StringVar(&assets, "assets", "assets",
			"folder of the assets; the map data goes into geodata there")
		rest, code, ok := parseWith(t, c, flags, args)
		switch {
		case !ok:
			return code
		case len(rest) != 1:
			return fail(t,
				errors.New("shapes needs one file, such as atlas shapes areas.geojson. Run \"atlas help shapes\" for more"))
		case o.Detail < 0:
			return fail(t, errors.New("--detail is a length in metres, and cannot be below 0"))
		}
		return makeShapes(t, rest[0], assets, o)
	}
	return c
}

// makeShapes writes the map data of a file of boundaries, over that of an earlier run.
func makeShapes(t terminal, name, assets string, o boundaries.Options) int {
	data, err := os.ReadFile(name)
	if err != nil {
		return fail(t, fmt.Errorf("the file %q cannot be read: %w", name, cause(err)))
	}
	woven, err := boundaries.Read(data, o)
	if err != nil {
		return fail(t, fmt.Errorf("%s: %w", shownPath("", name), err))
	}
	out := filepath.Join(assets, filepath.FromSlash(boundaries.File))
	if err := store(out, woven.TopoJSON); err != nil {
		return fail(t, err)
	}
	tellShapes(t, shownPath("", out), woven)
	return done
}

// store writes a file into a folder that may not be there yet.
func store(name string, data []byte) error {
	const forAll = 0o755
	if err := os.MkdirAll(filepath.Dir(name), forAll); err != nil {
		return fmt.Errorf("the folder %q cannot be made: %w", filepath.Dir(name), cause(err))
	}
	if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
		return create(name, string(data))
	}
	return rewrite(name, string(data))
}

// tellShapes says what the map data holds, and what is odd about it.
func tellShapes(t terminal, name string, w geometry.Woven) {
	fmt.Fprintf(t.out, "Wrote %s: %s, %s, %d bytes.\n", name, number(len(w.Codes), "area"),
		number(w.Borders, "border")+" between them", len(w.TopoJSON))
	if len(w.Codes) > 1 && w.Borders == 0 {
		fmt.Fprintln(t.out,
			"No two areas have a border in common, so none has neighbours: they lie apart, or each was simplified by "+
				"itself. Take the boundaries as they were published, if they should touch.")
	}
	fmt.Fprintf(t.out,
		"The codes are %s. Begin the file of a region with \"atlas new %s\", or draw a region with one of them: "+
			"shape = %q.\n", someOf(w.Codes), w.Codes[0], w.Codes[0])
}
