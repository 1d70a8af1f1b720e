package main

// This file alone enters the rooms of the atlas. All other measurements run the
// built command as a process, as users do.

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"path"
	"runtime"
	"runtime/debug"
	"sync"
	"time"

	"regional-atlas/assets"
	"regional-atlas/generator"
	"regional-atlas/generator/linkcheck"
	"regional-atlas/generator/output"
	"regional-atlas/generator/palette"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/publish"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
	"regional-atlas/layouts"
)

// planned is a page that the atlas makes: words finds its words, and laid
// places them as well.
type planned struct {
	address, layout string
	words           func() any
	laid            func() ([]byte, error)
}

func input(regions string) generator.Input {
	return generator.Input{
		Regions: os.DirFS(regions), Layouts: layouts.Files, Assets: assets.Files,
		Today: region.DateOf(time.Now()),
	}
}

// checked reads a folder of made regions, which must be without fault.
func checked(in generator.Input) (*generator.Site, error) {
	in.Strict = true
	state := new(generator.Session).Update(in, generator.Everything())
	if state.Err == nil && state.Atlas == nil {
		return nil, fault(state.Problems)
	}
	return state.Site, state.Err
}

func fault(problems []problem.Problem) error {
	return fmt.Errorf("the made regions have %d problems, the first: %s: %s",
		len(problems), problems[0].File, problems[0].What)
}

// pages lists the pages that the atlas makes of a folder of regions.
func pages(regions string) (iter.Seq[planned], error) {
	site, err := checked(input(regions))
	if err != nil {
		return nil, err
	}
	return func(yield func(planned) bool) {
		for p := range site.Files() {
			laid := func() ([]byte, error) { return site.Bytes(p) }
			if !yield(planned{p.Address, p.Layout, p.Content, laid}) {
				return
			}
		}
	}, nil
}

// sentence is a sentence of the catalogue in the language of the made regions, with what
// stands in its holes.
func sentence(key string, holes ...any) string { return words.English().Say(key, holes...) }

// coloured gives the layout of a drawing the colours that it names.
func coloured(layout []byte) ([]byte, error) {
	sheet, err := assets.Files.ReadFile("atlas.css")
	if err != nil {
		return nil, fmt.Errorf("the style sheet cannot be read: %w", err)
	}
	return palette.Read(sheet).Drawing(layout)
}

// pagesAlone makes the pages and drawings of a site and nothing else: those that a peer
// makes too. They are checked, laid out and brought into a folder as a build does it.
func pagesAlone(regions, out string) error {
	debug.SetGCPercent(400) // as the command does
	debug.SetMemoryLimit(528 << 20)
	site, err := checked(input(regions))
	if err != nil {
		return err
	}
	folder, err := publish.Begin(out)
	if err != nil {
		return err
	}
	defer folder.Abort() // does nothing after Commit
	links, files := linkcheck.New(), make(chan output.File, 4096)
	errs := make([]error, runtime.GOMAXPROCS(0))
	var wait sync.WaitGroup
	for worker := range errs {
		wait.Go(func() {
			for f := range files {
				errs[worker] = errors.Join(errs[worker], page(site, f, links, folder))
			}
		})
	}
	for f := range site.Files() {
		if ext := path.Ext(f.Address); ext == ".html" || ext == ".svg" {
			files <- f
		}
	}
	close(files)
	wait.Wait()
	if err := errors.Join(errs...); err != nil {
		return err
	}
	_, err = folder.Commit()
	return err
}

func page(site *generator.Site, f output.File, links *linkcheck.Checker, folder *publish.Folder) error {
	return site.Lend(f, func(data []byte) error {
		if path.Ext(f.Address) != ".html" {
			links.File(f.Address, data)
		} else if err := links.Page(f.Address, data); err != nil {
			return err
		}
		return folder.Write(f.Address, data)
	})
}

// build makes the site inside this program, so that it can be profiled.
func build(regions, out string) error {
	report, err := generator.Build(input(regions), generator.Target{Out: out})
	if err == nil && report.Atlas == nil {
		err = fault(report.Problems)
	}
	return err
}
