package main

// This file alone enters the rooms of the atlas. All other measurements run the
// built command as a process, as users do.

import (
	"fmt"
	"iter"
	"os"
	"time"

	"regional-atlas/assets"
	"regional-atlas/generator"
	"regional-atlas/generator/palette"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
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

// coloured gives the layout of a drawing the colours that it names.
func coloured(layout []byte) ([]byte, error) {
	sheet, err := assets.Files.ReadFile("atlas.css")
	if err != nil {
		return nil, fmt.Errorf("the style sheet cannot be read: %w", err)
	}
	return palette.Read(sheet).Drawing(layout)
}

// build makes the site inside this program, so that it can be profiled.
func build(regions, out string) error {
	report, err := generator.Build(input(regions), generator.Target{Out: out})
	if err == nil && report.Atlas == nil {
		err = fault(report.Problems)
	}
	return err
}
