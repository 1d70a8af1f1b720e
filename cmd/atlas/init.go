package main

import (
	"embed"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// starter is an atlas that builds, to begin from.
//
//go:embed starter
var starter embed.FS

func initCommand() command {
	c := command{name: "init", args: "FOLDER",
		summary: "Begin an atlas of your own: a folder that builds, with two example regions.",
		example: "atlas init my-atlas"}
	c.run = func(t terminal, args []string) int {
		rest, code, ok := parseWith(t, c, flag.NewFlagSet(c.name, flag.ContinueOnError), args)
		if !ok {
			return code
		}
		if len(rest) != 1 {
			return fail(t, fmt.Errorf("init needs the name of one folder, such as %s", c.example))
		}
		if err := unfold(rest[0]); err != nil {
			return fail(t, err)
		}
		fmt.Fprintf(t.out,
			"Wrote %s with an atlas that builds. Go there and look at it:\n\n    cd %s\n    atlas serve --open\n", rest[0], rest[0])
		return done
	}
	return c
}

// unfold writes the starter into a folder that holds nothing yet.
func unfold(folder string) error {
	entries, err := os.ReadDir(folder)
	switch {
	case err == nil && len(entries) > 0:
		return fmt.Errorf("the folder %q holds files already, such as %s; name a new one", folder,
			entries[0].Name())
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("the folder %q cannot be used: %v", folder, cause(err))
	}
	return fs.WalkDir(starter, "starter", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := starter.ReadFile(name)
		if err != nil {
			return err
		}
		to := filepath.Join(folder,
			filepath.FromSlash(placeOf(strings.TrimPrefix(name, "starter/"))))
		const forAll = 0o755
		if err := os.MkdirAll(filepath.Dir(to), forAll); err != nil {
			return fmt.Errorf("the folder %q cannot be made: %v", filepath.Dir(to), cause(err))
		}
		return create(to, string(data))
	})
}

// placeOf is where a file of the starter belongs: the workflow lies in a folder whose
// name begins with a point, which a program cannot hold.
func placeOf(name string) string {
	if below, isWorkflow := strings.CutPrefix(name, "workflows/"); isWorkflow {
		return ".github/workflows/" + below
	}
	return name
}
