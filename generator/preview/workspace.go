package preview

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"regional-atlas/generator"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
)

// workspace is the files of a site with the session that follows them.
type workspace struct {
	regions, layouts, assets folder
	session                  *generator.Session
	today                    region.Date

	unread map[string]bool // region files that changed since the session read them
	frame  bool            // layouts or assets have changed since
	base   bool            // the map data has
}

// holdsTexts holds for folders of pages, words, photographs, and texts in another language.
func holdsTexts(name string) bool {
	return slices.Contains([]string{source.PagesFolder, path.Dir(source.WordsFile("en")),
		generator.PhotosFolder}, name) || region.IsLanguage(name)
}

func newWorkspace(in generator.Input) workspace {
	return workspace{
		regions: folder{fsys: in.Regions, kinds: []string{".md", ".toml", ".jpg", ".jpeg", ".png"},
			below: holdsTexts, tree: &tree{}},
		layouts: folder{fsys: in.Layouts, tree: &tree{}},
		assets:  folder{fsys: in.Assets, tree: &tree{}},
		session: new(generator.Session),
		unread:  map[string]bool{},
	}
}

// look looks at all folders, and names what has changed.
func (w *workspace) look(now time.Time) []string {
	w.today = region.DateOf(now)
	regions, layouts, assets := w.regions.look(now), w.layouts.look(now), w.assets.look(now)
	for _, name := range regions {
		w.unread[name] = true
	}
	w.frame = w.frame || len(layouts)+len(assets) > 0
	// Map data lies in a folder of its own.
	isBase := func(name string) bool { return strings.Contains(name, "/") || name == "." }
	w.base = w.base || slices.ContainsFunc(assets, isBase)
	return slices.Concat(below("regions", regions), below("layouts", layouts),
		below("assets", assets))
}

func below(dir string, names []string) []string {
	var list []string
	for _, name := range names {
		list = append(list, strings.TrimSuffix(dir+"/"+name, "/."))
	}
	return list
}

// update makes a site of the files, or says why it stays as it was.
func (w *workspace) update() generator.State {
	change := generator.Change{Region: func(name string) bool { return w.unread[name] },
		Frame: w.frame, Base: w.base}
	state := w.session.Update(generator.Input{Regions: w.regions.tree, Layouts: w.layouts.tree,
		Assets: w.assets.tree, Today: w.today}, change)
	if gone := w.regions.tree.err; gone != nil {
		state.Problems = nil
		state.Err = fmt.Errorf("the regions folder cannot be read: %w", problem.Reason(gone))
		return state
	}
	w.unread, w.frame, w.base = map[string]bool{}, false, false
	return state
}
