package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/reference"
	"regional-atlas/generator/source"
)

func schemaCommand() command {
	c := command{
		name:    "schema",
		summary: "Write the JSON Schema that editors' tools complete and check by, or the guide.",
		example: "atlas schema --out .vscode/region.schema.json",
	}
	c.run = func(t terminal, args []string) int {
		flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
		regions := flags.String("regions", "regions",
			"folder of atlas.toml, whose vocabularies the schema lists")
		of := flags.String(
			"of",
			"region",
			"`FILE` that the schema is of: region, or atlas for atlas.toml; guide for README.md of the regions folder with its lists of fields as they are now",
		)
		out := flags.String("out", "", "write it to `FILE` rather than to standard output")
		if code, ok := parse(t, c, flags, args); !ok {
			return code
		}
		return writeSchema(t, *regions, *of, *out)
	}
	return c
}

func writeSchema(t terminal, regions, of, out string) int {
	text, problems, err := schemaOf(regions, of)
	if err != nil {
		return fail(t, err)
	}
	if problem.Fatal(problems) > 0 {
		t.errInk.report(t.err, regions, problems)
		fmt.Fprintf(t.err, "%s. Nothing was written.\n", tally(problems))
		return faulty
	}
	if out == "" {
		_, err = t.out.Write(text)
	} else {
		err = os.WriteFile(out, text, 0o644)
	}
	if err != nil {
		return fail(t, fmt.Errorf("the schema %q cannot be written: %v", out, cause(err)))
	}
	return done
}

// schemaOf is the schema of region files under the vocabularies of a folder, or
// of atlas.toml, which depends on none.
func schemaOf(regions, of string) ([]byte, []problem.Problem, error) {
	switch of {
	case "atlas":
		text, err := reference.EditionSchema()
		return text, nil, err
	case "region", "guide":
	default:
		kinds := []string{"region", "atlas", "guide"}
		return nil, nil, fmt.Errorf(
			"there is no schema of %s. %sWrite --of region, --of atlas or --of guide",
			problem.Quote(of),
			problem.DidYouMean(of, kinds),
		)
	}
	files, err := folder("regions", regions)
	if err != nil {
		return nil, nil, err
	}
	if of == "guide" {
		text, err := guideOf(files)
		return text, nil, err
	}
	folder := source.Open(files)
	edition, faults, err := folder.Edition()
	if err != nil || len(faults) > 0 {
		return nil, folder.Place(faults), err
	}
	text, err := reference.RegionSchema(&edition)
	return text, nil, err
}

// guideOf is the guide for editors with its lists of fields and codes made anew.
func guideOf(regions fs.FS) ([]byte, error) {
	const name = "README.md"
	text, err := fs.ReadFile(regions, name)
	if err != nil {
		return nil, fmt.Errorf("the regions folder has no %s to put the lists into", name)
	}
	guide, err := reference.Guide(string(text))
	return []byte(guide), err
}
