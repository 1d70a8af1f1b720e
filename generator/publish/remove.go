package publish

import (
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"regional-atlas/generator/parallel"
)

// removeOld removes the files of the last build from a folder that was replaced, and
// nothing else. It looks through no link that leads out of it.
func (f *Folder) removeOld(root string) error {
	top, err := os.OpenRoot(root)
	if err != nil {
		return err
	}
	defer top.Close()
	folders := map[string][]string{".": {manifestName}}
	for name := range f.old {
		dir := path.Dir(name)
		folders[dir] = append(folders[dir], path.Base(name))
	}
	return f.eachFolder(folders, func(dir string, names []string) error {
		inside, err := top.OpenRoot(filepath.FromSlash(dir))
		if err != nil {
			return nil // gone, or replaced by hand
		}
		defer inside.Close()
		for _, base := range names {
			_ = inside.Remove(base) // what stays is looked at later
		}
		return nil
	})
}

// portion is how many files of a folder a worker takes at a time.
const portion = 500

// eachFolder calls do with portions of the files of every folder, several at a time, and
// returns the first error. The portions of different folders alternate, since the system
// lets one at a time change a folder.
func (f *Folder) eachFolder(folders map[string][]string,
	do func(dir string, names []string) error) error {
	type part struct {
		dir   string
		names []string
	}
	var parts []part
	dirs := slices.Sorted(maps.Keys(folders))
	for start := 0; len(dirs) > 0; start += portion {
		dirs = slices.DeleteFunc(dirs, func(dir string) bool { return len(folders[dir]) <= start })
		for _, dir := range dirs {
			names := folders[dir][start:]
			parts = append(parts, part{dir, names[:min(len(names), portion)]})
		}
	}
	errs := make([]error, len(parts))
	parallel.For(len(parts), func(i int) { errs[i] = do(parts[i].dir, parts[i].names) })
	return firstOf(errs)
}

func firstOf(errs []error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
