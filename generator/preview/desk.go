package preview

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"regional-atlas/generator"
	"regional-atlas/generator/page"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// desk is the files of a site with all that was made of them so far, so that
// only what has changed is made again.
type desk struct {
	regions, layouts, assets folder
	today                    region.Date

	unread map[string]bool // region files that changed since draft was made
	draft  *generator.Draft
	land   *page.Land       // nil when it must be read
	model  *generator.Model // the last good one
	site   *generator.Site  // of model
	frame  *generator.Frame // the layouts and assets as they are; nil when they must be read
}

// work is what came of the files.
type work struct {
	site     *generator.Site
	address  string
	problems []problem.Problem
	err      error
}

func newDesk(in generator.Input) desk {
	return desk{
		regions: folder{fsys: in.Regions, kinds: []string{".md", ".toml"}, tree: &tree{}},
		layouts: folder{fsys: in.Layouts, tree: &tree{}},
		assets:  folder{fsys: in.Assets, tree: &tree{}},
		unread:  map[string]bool{},
		draft:   new(generator.Draft),
	}
}

// look looks at all folders, and names what has changed.
func (d *desk) look(now time.Time) []string {
	d.today = region.DateOf(now)
	regions, layouts, assets := d.regions.look(now), d.layouts.look(now), d.assets.look(now)
	for _, name := range regions {
		d.unread[name] = true
	}
	if len(layouts)+len(assets) > 0 {
		d.frame = nil
	}
	if slices.ContainsFunc(assets, func(name string) bool { return strings.Contains(name, "/") || name == "." }) {
		d.land = nil // map data lies in a folder of its own
	}
	return slices.Concat(below("regions", regions), below("layouts", layouts), below("assets", assets))
}

func below(dir string, names []string) []string {
	var list []string
	for _, name := range names {
		list = append(list, strings.TrimSuffix(dir+"/"+name, "/."))
	}
	return list
}

// work makes a site of the files, or says why it stays as it was.
func (d *desk) work() work {
	in := generator.Input{Regions: d.regions.tree, Layouts: d.layouts.tree, Assets: d.assets.tree, Today: d.today}
	model, problems, err := d.check(in)
	if model == nil {
		model = d.model // new layouts show on the data as it was
	}
	if model != nil {
		err = errors.Join(err, d.lay(in, model))
	}
	w := work{site: d.site, problems: problems, err: err}
	if d.model != nil {
		w.address = d.model.Atlas.Edition().Site.Address
	}
	return w
}

// check reads the files that have changed, and brings all together.
func (d *desk) check(in generator.Input) (*generator.Model, []problem.Problem, error) {
	if gone := d.regions.tree.err; gone != nil {
		return nil, nil, fmt.Errorf("the regions folder cannot be read: %w", problem.Reason(gone))
	}
	draft, err := d.draft.Again(in, func(name string) bool { return d.unread[name] })
	if err != nil {
		return nil, nil, err
	}
	d.draft, d.unread = draft, map[string]bool{}
	if d.land == nil {
		if d.land, err = generator.ReadLand(in.Assets); err != nil {
			return nil, nil, err
		}
	}
	model, problems := draft.CheckOn(d.land, false)
	return model, problems, nil
}

// lay puts a model into the layouts.
func (d *desk) lay(in generator.Input, model *generator.Model) error {
	switch {
	case d.frame == nil:
		frame, err := generator.NewFrame(in)
		if err != nil {
			return err
		}
		d.frame, d.site = frame, frame.Of(model)
	case d.model != model:
		d.site = d.frame.Of(model)
	}
	d.model = model
	return nil
}
