package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"regional-atlas/assets"
	"regional-atlas/generator"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
	"regional-atlas/layouts"
)

// folders are the places that a command line names.
type folders struct {
	regions, layouts, assets, out string

	address, edit string // where the site is published and edited, in place of what atlas.toml says
}

// published adds the flags that say where the site is published and edited.
func (f *folders) published(flags *flag.FlagSet) {
	flags.StringVar(&f.address, "address", "",
		"web `ADDRESS` where the site is published, in place of that in atlas.toml")
	flags.StringVar(&f.edit, "edit", "",
		"web `ADDRESS` where a region's {file} is edited, in place of that in atlas.toml")
}

// checkPublished wants addresses that pages can lie below and lead to.
func (f folders) checkPublished() error {
	if f.address != "" && (!region.IsWebLink(f.address) || strings.ContainsAny(f.address, "?#") ||
		strings.HasPrefix(f.address, "mailto:")) {
		return fmt.Errorf("%s is no address that a site can be published at; write it whole, such as https://example.org/atlas/", problem.Quote(f.address))
	}
	if f.edit != "" && (!region.IsWebLink(strings.ReplaceAll(f.edit, "{file}", "BE2.md")) ||
		!strings.Contains(f.edit, "{file}")) {
		return fmt.Errorf("%s is no address of a form to edit; write it whole, with {file} where the name of a file belongs", problem.Quote(f.edit))
	}
	return nil
}

// input opens the folders. Layouts and assets that nobody named are taken from
// the folder of that name, if it is there, over the built-in ones.
func (f folders) input(today region.Date) (generator.Input, error) {
	if err := f.checkPublished(); err != nil {
		return generator.Input{}, err
	}
	regions, err := folder("regions", f.regions)
	if err != nil {
		return generator.Input{}, err
	}
	if _, err := fs.Stat(regions, source.EditionFile); errors.Is(err, fs.ErrNotExist) {
		return generator.Input{}, fmt.Errorf("the folder %q has no %s, and every atlas needs one; "+
			"name the folder that has it with --regions", f.regions, source.EditionFile)
	}
	layoutFiles, err := over("layouts", f.layouts, layouts.Files)
	if err != nil {
		return generator.Input{}, err
	}
	assetFiles, err := over("assets", f.assets, assets.Files)
	if err != nil {
		return generator.Input{}, err
	}
	return generator.Input{Regions: regions, Layouts: layoutFiles, Assets: assetFiles, Today: today,
		Address: f.address, Edit: f.edit}, nil
}

// guards are the input folders: the site must not be written into one.
func (f folders) guards() []string {
	var list []string
	for _, dir := range []string{f.regions, orDefault(f.layouts, "layouts"),
		orDefault(f.assets, "assets")} {
		if _, err := os.Stat(dir); err == nil {
			list = append(list, dir)
		}
	}
	return list
}

func orDefault(dir, name string) string {
	if dir == "" {
		return name
	}
	return dir
}

func folder(name, dir string) (fs.FS, error) {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no folder %q here; name the folder with --%s", dir, name)
	case err != nil:
		return nil, fmt.Errorf("the folder %q cannot be opened: %v", dir, errors.Unwrap(err))
	case !info.IsDir():
		return nil, fmt.Errorf("%q is not a folder; name the folder with --%s", dir, name)
	}
	root, err := os.OpenRoot(dir) // nothing outside the folder can be read, whatever links say
	if err != nil {
		return nil, fmt.Errorf("the folder %q cannot be opened: %v", dir, errors.Unwrap(err))
	}
	return root.FS(), nil
}

// over lays a folder on disk over built-in files.
func over(name, dir string, builtIn fs.FS) (fs.FS, error) {
	if _, err := os.Stat(orDefault(dir, name)); dir == "" && errors.Is(err, fs.ErrNotExist) {
		return builtIn, nil
	}
	disk, err := folder(name, orDefault(dir, name))
	if err != nil {
		return nil, err
	}
	disk = shown{disk}
	if err := checkFiles(orDefault(dir, name), disk); err != nil {
		return nil, err
	}
	return layered{disk, builtIn}, nil
}

// mostMB is what a layout or an asset may hold: one that a person wrote little,
// as every page is made with it, a picture or map data more.
func mostMB(name string) int64 {
	switch path.Ext(name) {
	case ".html", ".css", ".js":
		return 2
	case ".svg", ".png":
		return 16
	}
	return 64
}

// checkFiles refuses what is no file of the folder itself, before a build waits
// for it or takes it for one: links that lead out, pipes, endless files.
func checkFiles(dir string, files fs.FS) error {
	return fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() {
			return nil
		}
		full := path.Join(filepath.ToSlash(dir), name)
		info, errStat := fs.Stat(files, name)
		switch {
		case err != nil || errStat != nil && entry.Type()&fs.ModeSymlink == 0:
			return fmt.Errorf("%s cannot be read: %v", full,
				problem.Reason(errors.Join(err, errStat)))
		case errStat != nil && strings.Contains(errStat.Error(), "escapes from parent"):
			return fmt.Errorf("%s is a symbolic link to a place outside the folder %s: put the file itself there", full, dir)
		case errStat != nil:
			return fmt.Errorf("%s is a symbolic link that leads nowhere: put the file itself there", full)
		case info.IsDir():
			return fmt.Errorf("%s is a symbolic link to a folder: put the files themselves there", full)
		case !info.Mode().IsRegular():
			return fmt.Errorf("%s is not a plain file: move it away", full)
		case info.Size() > mostMB(name)<<20:
			return fmt.Errorf("%s has %.1f MB; at most %d MB are read: shorten it", full,
				float64(info.Size())/(1<<20), mostMB(name))
		}
		return nil
	})
}

// shown is a file system without the files whose names begin with a dot, which
// editors and systems leave behind.
type shown struct{ fs.FS }

// ReadDir lists a folder.
func (s shown) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(s.FS, name)
	return slices.DeleteFunc(list,
		func(e fs.DirEntry) bool { return strings.HasPrefix(e.Name(), ".") }), err
}

// Stat looks at a file without opening it: opening a pipe would wait.
func (s shown) Stat(name string) (fs.FileInfo, error) { return fs.Stat(s.FS, name) }

// layered is two file systems of which the upper wins.
type layered struct{ upper, lower fs.FS }

// Open opens a file of the upper file system, else of the lower.
func (l layered) Open(name string) (fs.File, error) {
	f, err := l.upper.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return l.lower.Open(name)
	}
	return f, err
}

// ReadDir lists the files of both, each name once.
func (l layered) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(l.upper, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	below, err := fs.ReadDir(l.lower, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for _, entry := range below {
		if !slices.ContainsFunc(list,
			func(e fs.DirEntry) bool { return e.Name() == entry.Name() }) {
			list = append(list, entry)
		}
	}
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list, nil
}
