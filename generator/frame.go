package generator

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sync"

	"regional-atlas/generator/europe"
	"regional-atlas/generator/minify"
	"regional-atlas/generator/palette"
	"regional-atlas/generator/picture"
	"regional-atlas/generator/render"
	"regional-atlas/generator/words"
)

// frame is a site without its pages: the layouts and assets, which depend on no
// region.
type frame struct {
	layouts   fs.FS
	regions   fs.FS // whose photographs are a part of the site
	colours   palette.Palette
	own       palette.Own // of these, what the atlas chose
	renderers *renderers
	assets    []asset
	style     string          // the style sheet that every page loads
	pictures  picture.Colours // of the pictures of regions
	europe    *europe.Figures // nil where the assets have none
	pack      bool            // the site offers itself as one file
}

// asset is a file that browsers load, ready to be written.
type asset struct {
	name string
	data []byte
}

// styleSheet is the sheet that every page loads.
const styleSheet = "atlas.css"

// newFrame reads the layouts and assets, in the colours of the style sheet or those that
// an atlas chose. It fails when one of them is broken.
func newFrame(in Input, own palette.Own) (*frame, error) {
	colours, err := readColours(in.Assets)
	if err != nil {
		return nil, err
	}
	if !own.IsNone() {
		colours = colours.With(own)
		in.Assets = recoloured{in.Assets, colours}
	}
	assets, err := readAssets(in.Assets, colours)
	if err != nil {
		return nil, err
	}
	pictures, err := picture.ColoursOf(colours)
	if err != nil {
		return nil, fmt.Errorf("pictures cannot be drawn: %w", err)
	}
	figures, err := readEurope(in.Assets)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(assets, func(a asset) bool { return a.name == "assets/"+styleSheet })
	f := &frame{in.Layouts, in.Regions, colours, own, &renderers{}, assets, string(assets[i].data),
		pictures, figures, in.Pack}
	_, err = f.renderer(words.English(), nil) // a broken layout is told whatever the language
	return f, err
}

// renderers are the layouts in each language, read when a site first needs them.
type renderers struct {
	sync.Mutex
	of map[string]spoken
}

// spoken are the layouts in one language.
type spoken struct {
	*render.Renderer
	own []words.Entry // what the atlas says otherwise than the program
}

// renderer is the layouts in a language; own is what the atlas says otherwise in it.
func (f *frame) renderer(w *words.Language, own []words.Entry) (*render.Renderer, error) {
	f.renderers.Lock()
	defer f.renderers.Unlock()
	if known, found := f.renderers.of[w.Tag()]; found && slices.Equal(known.own, own) {
		return known.Renderer, nil
	}
	r, err := render.New(f.layouts, f.colours, w)
	if err != nil {
		return nil, err
	}
	if f.renderers.of == nil {
		f.renderers.of = map[string]spoken{}
	}
	f.renderers.of[w.Tag()] = spoken{r, own}
	return r, nil
}

// readEurope reads the figures of all regions of Europe; nil where there are none.
func readEurope(assets fs.FS) (*europe.Figures, error) {
	data, err := fs.ReadFile(assets, europe.File)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("the asset %s cannot be read", europe.File)
	}
	figures, err := europe.Read(data)
	if err != nil {
		return nil, err
	}
	names, err := fs.ReadFile(assets, europe.Names)
	if errors.Is(err, fs.ErrNotExist) {
		return figures, nil
	}
	if err != nil {
		return nil, fmt.Errorf("the asset %s cannot be read", europe.Names)
	}
	changes, err := ReadChanges(assets)
	if err != nil {
		return nil, err
	}
	figures.Since(changes)
	return figures, figures.ReadNames(names)
}

// readColours takes the colours of the site from its style sheet.
func readColours(assets fs.FS) (palette.Palette, error) {
	sheet, err := fs.ReadFile(assets, styleSheet)
	if err != nil {
		return palette.Palette{}, fmt.Errorf("the assets have no %s", styleSheet)
	}
	return palette.Read(sheet), nil
}

// recoloured is the assets with a style sheet in other colours.
type recoloured struct {
	fs.FS
	colours palette.Palette
}

// ReadFile reads a file, as fs.ReadFile does.
func (r recoloured) ReadFile(name string) ([]byte, error) {
	data, err := fs.ReadFile(r.FS, name)
	if err == nil && name == styleSheet {
		data = r.colours.Sheet(data)
	}
	return data, err
}

// ReadDir lists a folder, as fs.ReadDir does.
func (r recoloured) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(r.FS, name) }

// Stat describes a file, as fs.Stat does.
func (r recoloured) Stat(name string) (fs.FileInfo, error) { return fs.Stat(r.FS, name) }

// dataFolders are folders of the assets that the build reads; nothing in them is part of
// the site.
func dataFolders() []string { return []string{"geodata", "nuts", "europe"} }

// isLoaded holds for files that a page may use, by their ending.
func isLoaded(name string) bool {
	return slices.Contains([]string{".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif",
		".gif", ".ico", ".woff2", ".pdf"}, path.Ext(name))
}

// readAssets takes the files of the assets that pages may use, those of folders too:
// pictures and fonts of an atlas's own lie beside ours.
func readAssets(files fs.FS, colours palette.Palette) ([]asset, error) {
	var list []asset
	minifier := minify.New()
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("the asset %s cannot be read", name)
		case entry.IsDir() && slices.Contains(dataFolders(), name):
			return fs.SkipDir
		case entry.IsDir() || !isLoaded(name):
			return nil
		}
		data, err := readAsset(files, name, colours, minifier)
		list = append(list, asset{"assets/" + name, data})
		return err
	})
	return list, err
}

// readAsset reads one of them, as small as it can be.
func readAsset(files fs.FS, name string, colours palette.Palette,
	minifier *minify.Minifier) ([]byte, error) {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, fmt.Errorf("the asset %s cannot be read", name)
	}
	if path.Ext(name) == ".svg" {
		data, err = colours.Drawing(data)
	} else {
		data, err = minifier.File(name, data)
	}
	if err != nil {
		return nil, fmt.Errorf("the asset %s has a fault: %w", name, err)
	}
	return data, nil
}
