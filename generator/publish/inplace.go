package publish

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
)

// fixed tells whether a folder cannot change places with another because of where it
// lies: a mount point, such as the volume of a container, or a folder that came with the
// image of one.
func fixed(err error) bool { return errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.EXDEV) }

// partName is what a file is called in a fixed folder until all its bytes are there.
const partName = ".atlas-part"

// placing brings a finished new site into a folder that cannot change places with it.
type placing struct {
	*Folder
	top *os.Root // nothing is written through a link that leads out of it
}

// inPlace replaces the files of a fixed folder one by one, so that each is the old or the
// new one whole. The list of files first names those of both sites: a build that is
// killed in between leaves nothing that the next would not know.
func (f *Folder) inPlace() error {
	top, err := os.OpenRoot(f.out)
	if err != nil {
		return fmt.Errorf("cannot open the output folder: %w", err)
	}
	defer top.Close()
	p := placing{f, top}
	if err := errors.Join(p.list(p.both()), top.Chmod(".", folderMode)); err != nil {
		return fmt.Errorf("cannot write into the output folder, which cannot be exchanged: %w", err)
	}
	f.placed = true
	err = p.remove()
	if err == nil {
		err = p.write()
	}
	if err == nil {
		err = p.list(f.files)
	}
	f.stands = err == nil
	if err != nil {
		return fmt.Errorf(
			"the site in %s is partly the old one and partly the new one: %w; build again when that is mended",
			f.out,
			err,
		)
	}
	return nil
}

// both are the files of the last build and of this one.
func (p placing) both() map[string]entry {
	all := maps.Clone(p.files)
	for name, sum := range p.old {
		if _, still := all[name]; !still {
			all[name] = entry{sum: sum}
		}
	}
	return all
}

// list writes the list of files.
func (p placing) list(files map[string]entry) error {
	return p.file(manifestName, formatManifest(files))
}

// remove takes the files away that only the last build wrote, and the folders that are empty then.
func (p placing) remove() error {
	folders := map[string]bool{}
	for name := range p.old {
		if _, still := p.files[name]; still {
			continue
		}
		if err := p.top.Remove(filepath.FromSlash(name)); err != nil && !missing(err) {
			return err
		}
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			folders[dir] = true
		}
	}
	for _, dir := range slices.Backward(slices.Sorted(maps.Keys(folders))) {
		_ = p.top.Remove(filepath.FromSlash(dir)) // it stays when something lies in it
	}
	return nil
}

// missing holds where a file is not there, or what should be its folder is none.
func missing(err error) bool {
	return errors.Is(err, os.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}

// write puts the files in place that are new or changed: what pages load before the pages.
func (p placing) write() error {
	var names []string
	for name, e := range p.files {
		if e.changed {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		switch {
		case isPage(a) && !isPage(b):
			return 1
		case isPage(b) && !isPage(a):
			return -1
		}
		return strings.Compare(a, b)
	})
	for _, name := range names {
		data, err := os.ReadFile(p.stage.path(name))
		if err == nil {
			err = p.folder(path.Dir(name))
		}
		if err == nil {
			err = p.file(name, data)
		}
		if err != nil {
			return err
		}
	}
	return p.sync(names)
}

// folder makes a folder and those above it.
func (p placing) folder(name string) error {
	if name == "." {
		return nil
	}
	err := p.top.Mkdir(filepath.FromSlash(name), folderMode)
	switch {
	case errors.Is(err, os.ErrExist):
		return nil
	case errors.Is(err, os.ErrNotExist):
		if err := p.folder(path.Dir(name)); err != nil {
			return err
		}
		return p.folder(name)
	case err != nil:
		return err
	}
	return p.top.Chmod(filepath.FromSlash(name), folderMode)
}

// file writes a file beside its place, and moves it there.
func (p placing) file(name string, data []byte) error {
	if err := p.top.WriteFile(partName, data, fileMode); err != nil {
		return err
	}
	return errors.Join(p.top.Chmod(partName, fileMode),
		p.top.Rename(partName, filepath.FromSlash(name)))
}

// sync brings the files that were written to the disk, before the list says that they are there.
func (p placing) sync(names []string) error {
	if p.stage.disk.whole != nil {
		return p.stage.disk.whole(p.out)
	}
	for _, name := range names {
		if err := p.stage.disk.file(p.path(name)); err != nil {
			return err
		}
	}
	return nil
}
