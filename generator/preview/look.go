package preview

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"
)

// A file that was changed less than young ago may change again within the same
// stamp, since clocks of file systems are coarse: it is compared byte by byte.
const young = 2 * time.Second

// atEachLook is how many files are read again at each look, though their stamps are old
// and the same, one after the other: a file may be replaced by one of its size and time.
const atEachLook = 16

// largest is how much of a file is kept in memory, far above what any reader
// of region files accepts; of a larger file only the size is known.
const largest = 16 << 20

// folder is a folder that is looked at again and again.
type folder struct {
	fsys  fs.FS
	kinds []string // extensions that matter; nil for all, folders below included
	below []string // folders in it that are looked into as well, whatever matters
	tree  *tree
	turn  int // of the file that is the next to be read again, in the order of names
}

// look brings the tree up to date and names the files that have changed. Those are
// read, and a few of the others.
func (f *folder) look(now time.Time) []string {
	l := &looking{folder: f, now: now, before: f.tree,
		files: make(map[string]file, len(f.tree.files))}
	if err := l.list("."); err != nil {
		return f.vanish(err)
	}
	l.vanished()
	if f.turn += atEachLook; f.turn >= l.regular {
		f.turn = 0
	}
	returned := f.tree.err != nil
	f.tree = &tree{files: l.files}
	if returned && len(l.changed) == 0 {
		return []string{"."}
	}
	slices.Sort(l.changed)
	return l.changed
}

// vanish believes that a folder is gone at the second look: one that is being
// replaced is gone for a moment.
func (f *folder) vanish(err error) []string {
	switch {
	case f.tree.err != nil:
		return nil
	case len(f.tree.files) > 0 && !f.tree.doubted:
		f.tree = &tree{files: f.tree.files, doubted: true}
		return nil
	}
	gone := slices.Sorted(maps.Keys(f.tree.files))
	f.tree = &tree{err: err}
	return append(gone, ".")
}

// looking is one look at a folder.
type looking struct {
	*folder
	now     time.Time
	before  *tree
	files   map[string]file
	regular int // files seen so far
	changed []string
}

func (l *looking) list(dir string) error {
	entries, err := fs.ReadDir(l.fsys, dir)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if l.matters(entry) {
			l.see(path.Join(dir, entry.Name()), entry)
		}
	}
	return nil
}

// matters leaves out what editors put beside a file while they work on it.
func (l *looking) matters(entry fs.DirEntry) bool {
	name := entry.Name()
	if strings.ContainsAny(name[:1], ".#") || strings.HasSuffix(name, "~") {
		return false
	}
	return l.kinds == nil || slices.Contains(l.below, name) && entry.IsDir() ||
		slices.Contains(l.kinds, path.Ext(name))
}

func (l *looking) see(name string, entry fs.DirEntry) {
	info, err := entry.Info()
	if errors.Is(err, fs.ErrNotExist) {
		return // just gone
	}
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		info, err = fs.Stat(l.fsys, name)
	}
	switch {
	case err != nil:
		l.keep(name, file{err: err})
	case info.IsDir():
		l.keep(name, file{info: info})
		if l.kinds == nil || slices.Contains(l.below, name) {
			_ = l.list(name) // what cannot be listed is empty
		}
	default:
		l.read(name, info)
	}
}

// read takes a file from the tree when its stamp is old and the same, else
// from disk.
func (l *looking) read(name string, info fs.FileInfo) {
	known, found := l.before.files[name]
	isDue := l.regular >= l.turn && l.regular < l.turn+atEachLook
	l.regular++
	if found && known.err == nil && known.info != nil && sameStamp(known.info, info) &&
		l.now.Sub(info.ModTime()).Abs() > young && !isDue {
		known.doubted = false
		l.files[name] = known
		return
	}
	f := file{info: info}
	switch {
	case info.Size() > largest:
		f.err = &fs.PathError{Op: "open", Path: name, Err: errors.New("file too large")}
	case info.Mode().IsRegular():
		f.data, f.err = fs.ReadFile(l.fsys, name)
	}
	if len(f.data) == 0 && len(known.data) > 0 && !known.doubted {
		known.doubted = true // an editor empties a file before it writes
		l.files[name] = known
		return
	}
	l.keep(name, f)
}

func sameStamp(a, b fs.FileInfo) bool {
	return a.Size() == b.Size() && a.Mode() == b.Mode() && a.ModTime().Equal(b.ModTime())
}

// keep puts a file into the tree and notes whether it says something new.
func (l *looking) keep(name string, f file) {
	known, found := l.before.files[name]
	l.files[name] = f
	if !found || !same(known, f) {
		l.changed = append(l.changed, name)
	}
}

func same(a, b file) bool {
	if (a.err == nil) != (b.err == nil) || a.err != nil && a.err.Error() != b.err.Error() ||
		(a.info == nil) != (b.info == nil) {
		return false
	}
	if a.info == nil || a.info.IsDir() && b.info.IsDir() {
		return true
	}
	// The size counts only where there is no text: one that was told in the midst of
	// saving may be another's.
	return a.info.Mode().Type() == b.info.Mode().Type() && bytes.Equal(a.data, b.data) &&
		(a.err == nil || a.info.Size() == b.info.Size())
}

// vanished believes at the second look that a file is gone: an editor that
// saves by renaming takes the old one away first.
func (l *looking) vanished() {
	for name, f := range l.before.files {
		if _, there := l.files[name]; there {
			continue
		}
		if f.doubted {
			l.changed = append(l.changed, name)
			continue
		}
		f.doubted = true
		l.files[name] = f
	}
}
