package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"

	"regional-atlas/generator"
)

func packCommand() command {
	c := command{name: "pack",
		summary: "Write the whole site as one zip, to be kept and read without a network.",
		example: "atlas pack --out atlas.zip"}
	c.run = func(t terminal, args []string) int {
		var f folders
		var out string
		flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
		flags.StringVar(&f.regions, "regions", "regions",
			"folder of the region files and atlas.toml")
		flags.StringVar(&f.layouts, "layouts", "",
			"folder of layouts that win over the built-in ones (default: layouts, if it is there)")
		flags.StringVar(&f.assets, "assets", "",
			"folder of assets that win over the built-in ones (default: assets, if it is there)")
		f.published(flags)
		flags.StringVar(&out, "out", "atlas.zip", "write it to `FILE`; an older one is replaced")
		if code, ok := parse(t, c, flags, args); !ok {
			return code
		}
		return packSite(t, f, out)
	}
	return c
}

func packSite(t terminal, f folders, out string) int {
	in, err := f.input(t.today())
	if err != nil {
		return fail(t, err)
	}
	state := new(generator.Session).Update(in, generator.Everything())
	t.errInk.report(t.err, f.regions, state.Problems)
	if state.Err != nil {
		return fail(t, state.Err)
	}
	if state.Atlas == nil {
		fmt.Fprintf(t.err, "%s. Nothing was written.\n", tally(state.Problems))
		return faulty
	}
	var data bytes.Buffer
	err = state.Site.Pack(&data)
	if err == nil {
		err = replace(out, data.Bytes())
	}
	if err != nil {
		return fail(t, err)
	}
	fmt.Fprintf(t.out, "Wrote %s: %s, %d bytes. Unpack it and open start.html.\n",
		shownPath("", out),
		number(len(state.Atlas.Regions()), "region"), data.Len())
	return done
}

// replace writes a file, over an older zip but over nothing else.
func replace(name string, data []byte) error {
	old, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return create(name, string(data))
	}
	if err != nil {
		return fmt.Errorf("the file %q cannot be replaced: %w", name, cause(err))
	}
	if len(old) > 0 && (len(old) < 4 || string(old[:2]) != "PK") {
		return fmt.Errorf("the file %q is there already and is no zip; name another with --out", name)
	}
	return rewrite(name, string(data))
}
