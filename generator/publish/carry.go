package publish

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"regional-atlas/generator/parallel"
)

// keep makes target the same file as source: by a hard link, or by a copy with mode and
// time stamp where there are none.
func keep(source, target string) error {
	if os.Link(source, target) == nil {
		return nil
	}
	return copyFile(source, target)
}

func copyFile(source, target string) (err error) {
	in, err := os.Open(source)
	if err != nil {
		return err
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return err
	}
	out, err := os.OpenFile(target, os.O_WRONLY|os.O_CREATE|os.O_EXCL, info.Mode().Perm())
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	err = errors.Join(err, out.Chmod(info.Mode().Perm()), out.Sync(), out.Close())
	if err != nil {
		return errors.Join(err, os.Remove(target))
	}
	return os.Chtimes(target, info.ModTime(), info.ModTime())
}

// stranger is something in the folder that no build wrote.
type stranger struct {
	name string // slash path
	mode fs.FileMode
}

// strangers returns what is in the folder root and not in the manifest, folders before
// what they hold. A folder that holds files of ours is not strange; an empty one is. A
// root that is not there holds nothing.
func (f *Folder) strangers(root string) ([]stranger, error) {
	found, err := f.strangersIn(root, "", f.ourFolders())
	if err != nil {
		return nil, fmt.Errorf("cannot read the output folder: %w", err)
	}
	return found, nil
}

// strangersIn looks into one folder, then into those in it, many at a time. One that goes
// meanwhile holds nothing.
func (f *Folder) strangersIn(root, dir string, ourFolders map[string]bool) ([]stranger, error) {
	entries, err := os.ReadDir(root + string(filepath.Separator) + filepath.FromSlash(dir))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var found []stranger
	var inner []string
	for _, d := range entries {
		name := path.Join(dir, d.Name())
		if name == lostAndFound {
			continue // only the system reads it, and it stays where it is
		}
		if d.IsDir() {
			inner = append(inner, name)
		}
		if !d.IsDir() && !f.ours(name) || d.IsDir() && !ourFolders[name] {
			found = append(found, stranger{name, d.Type()})
		}
	}
	below, errs := make([][]stranger, len(inner)), make([]error, len(inner))
	parallel.For(
		len(inner),
		func(i int) { below[i], errs[i] = f.strangersIn(root, inner[i], ourFolders) },
	)
	return slices.Concat(found, slices.Concat(below...)), firstOf(errs)
}

func (f *Folder) ours(name string) bool {
	_, listed := f.old[name]
	return listed || name == manifestName || name == partName
}

// IsForeign reports whether a file with the name lies in the folder that no build wrote:
// somebody put it there.
func (f *Folder) IsForeign(name string) bool {
	_, err := os.Lstat(f.path(name))
	return err == nil && !f.ours(name)
}

// ourFolders returns the folders that hold files of the last build; the folder itself has
// the name "".
func (f *Folder) ourFolders() map[string]bool {
	folders := map[string]bool{"": true, ".": true}
	for name := range f.old {
		for dir := path.Dir(name); !folders[dir]; dir = path.Dir(dir) {
			folders[dir] = true
		}
	}
	return folders
}

// carry brings strangers from one folder into another as they are. What this build wrote
// itself stays.
func (f *Folder) carry(strangers []stranger, from, to string) error {
	for _, s := range strangers {
		if _, adopted := f.files[s.name]; adopted && s.mode.IsRegular() {
			continue
		}
		local := filepath.FromSlash(s.name)
		err := carryOne(s.mode, filepath.Join(from, local), filepath.Join(to, local))
		if err != nil && !errors.Is(err, fs.ErrNotExist) { // what went meanwhile is not missed
			return fmt.Errorf("cannot keep %s, which was put there by hand: %w",
				filepath.Join(f.out, local), err)
		}
	}
	return nil
}

func carryOne(mode fs.FileMode, source, target string) error {
	if mode.IsDir() {
		return carryFolder(source, target)
	}
	if err := os.MkdirAll(filepath.Dir(target), folderMode); err != nil {
		return err
	}
	switch {
	case mode.IsRegular():
		return keep(source, target)
	case mode&fs.ModeSymlink != 0:
		to, err := os.Readlink(source)
		if err != nil {
			return err
		}
		return os.Symlink(to, target)
	}
	return errors.New("it is neither a file, a folder nor a link")
}

func carryFolder(source, target string) error {
	info, err := os.Stat(source)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(target, folderMode); err != nil {
		return err
	}
	return os.Chmod(target, info.Mode().Perm()|0o700) // we still have to write into it
}
