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
	"regional-atlas/generator/page"
	"regional-atlas/generator/publish"
	"regional-atlas/generator/region"
	"regional-atlas/generator/render"
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
func checked(in generator.Input) (*generator.Model, error) {
	draft, err := generator.Read(in)
	if err != nil {
		return nil, err
	}
	model, problems, err := draft.Check(in, true)
	if err == nil && model == nil {
		err = fmt.Errorf("the made regions have %d problems, the first: %s: %s",
			len(problems), problems[0].File, problems[0].What)
	}
	return model, err
}

// pages lists the pages that the atlas makes of a folder of regions.
func pages(regions string) (iter.Seq[planned], error) {
	in := input(regions)
	model, err := checked(in)
	if err != nil {
		return nil, err
	}
	renderer, err := render.New(in.Layouts)
	if err != nil {
		return nil, err
	}
	sheet, err := assets.Files.ReadFile("atlas.css")
	if err != nil {
		return nil, fmt.Errorf("the style sheet cannot be read: %w", err)
	}
	return func(yield func(planned) bool) {
		for p := range page.NewPlanner(model.Atlas, model.Land, string(sheet)).Pages() {
			laid := func() ([]byte, error) { return renderer.Page(p) }
			if !yield(planned{p.Address, p.Layout, p.Make, laid}) {
				return
			}
		}
	}, nil
}

// build makes the site inside this program, so that it can be profiled.
func build(regions, out string) error {
	in := input(regions)
	model, err := checked(in)
	if err != nil {
		return err
	}
	site, err := model.Plan(in)
	if err != nil {
		return err
	}
	folder, err := publish.Begin(out)
	if err != nil {
		return err
	}
	defer folder.Abort()
	if _, err := site.Write(folder, nil, func() {}); err != nil {
		return err
	}
	_, err = folder.Commit()
	return err
}
