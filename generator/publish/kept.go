package publish

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
)

// Trust tells the build what an earlier one knew of its files, before the first Keep.
func (f *Folder) Trust(seen Seen) { f.trusted = seen }

// Keep is Write for a file of which only the SHA-256 and the size are known. When the last build wrote that very file and
// the folder still holds it as it was, it stays, with its time stamp, and Keep returns true. Else it returns false: the
// name is not taken and the file has to be written. A file that bears the stamp of what Trust brought is not read; any
// other is. An error is that of a name taken twice or of an ended build. It may be called by many goroutines.
func (f *Folder) Keep(name string, sum [sha256.Size]byte, size int64) (bool, error) {
	if was, ours := f.old[name]; !ours || was != sum {
		return false, nil
	}
	info, err := os.Lstat(f.path(name))
	if err != nil || !info.Mode().IsRegular() || info.Size() != size {
		return false, nil
	}
	stamp := stampOf(info, sum)
	known := f.trusts(name, stamp)
	if !known {
		if now, err := os.ReadFile(f.path(name)); err != nil || sha256.Sum256(now) != sum {
			return false, nil
		}
		known = f.settled(stamp)
	}
	if err := f.claim(name); err != nil {
		f.fail(err)
		return false, err
	}
	f.record(name, entry{sum: sum, size: size, kept: true, private: info.Mode().Perm()&readable != readable}, false)
	if known {
		f.notice(name, stamp)
	}
	return true, nil
}

// trusts tells whether a file that bears this stamp is known without reading it.
func (f *Folder) trusts(name string, stamp Stamp) bool {
	return stamp.telling() && f.trusted[name] == stamp
}

// readable is what a web server of another user needs.
const readable = 0o044

// settled tells whether a file that was read in this build may be known by its stamp from now on. One changed after the
// build began could be changed again within the same tick of the clock, and bear the same stamp with other bytes.
func (f *Folder) settled(s Stamp) bool { return f.stage != nil && s.Modified < f.stage.began }

func (f *Folder) notice(name string, s Stamp) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.seen[name] = s
}

// Seen returns what the next build may trust, after Commit. Files that were changed while the build ran are not in it,
// nor those written in the last tick of the clock before the change of folders.
func (f *Folder) Seen() Seen {
	if !f.replaced && (f.stage == nil || f.stage.linked == 0) { // no link was made: nothing moved Changed
		return f.seen
	}
	names := make([]string, 0, len(f.seen))
	for name := range f.seen {
		names = append(names, name)
	}
	stamps := make([]Stamp, len(names))
	inParallel(len(names), 256, func(i int) {
		if info, err := os.Lstat(f.path(names[i])); err == nil && info.Mode().IsRegular() {
			stamps[i] = stampOf(info, digest{})
		}
	})
	seen := make(Seen, len(names))
	for i, name := range names {
		stamps[i].Sum = f.seen[name].Sum
		if stamps[i].sameFile(f.seen[name]) {
			seen[name] = stamps[i]
		}
	}
	return seen
}

// linkKept brings the kept files into the new folder. Links within one folder wait for each other in the system, so each
// worker takes a folder.
func (f *Folder) linkKept() error {
	folders := map[string][]string{}
	for name, e := range f.files {
		if e.kept {
			dir := path.Dir(name)
			folders[dir] = append(folders[dir], path.Base(name))
		}
	}
	return f.eachFolder(folders, func(dir string, names []string) error {
		if err := f.stage.folder(dir); err != nil {
			return err
		}
		for _, base := range names {
			if err := f.linkOne(path.Join(dir, base)); err != nil {
				return fmt.Errorf("cannot keep %s: %w", path.Join(dir, base), err)
			}
		}
		return nil
	})
}

func (f *Folder) linkOne(name string) error {
	target := f.stage.path(name)
	if err := keep(f.path(name), target); err != nil {
		return err
	}
	if f.files[name].private {
		return os.Chmod(target, fileMode)
	}
	return nil
}

// removeOld removes the files of the last build from a folder that was replaced, and nothing else. It looks through no
// link that leads out of it.
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

// eachFolder calls do with portions of the files of every folder, several at a time, and returns the first error. The
// portions of different folders alternate, since the system lets one at a time change a folder.
func (f *Folder) eachFolder(folders map[string][]string, do func(dir string, names []string) error) error {
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
	inParallel(len(parts), 1, func(i int) { errs[i] = do(parts[i].dir, parts[i].names) })
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

// inParallel calls do for every number below n, in portions, with as many workers as there are cores.
func inParallel(n, portion int, do func(i int)) {
	var group sync.WaitGroup
	next := make(chan int)
	for range min((n+portion-1)/portion, runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			for first := range next {
				for i := first; i < min(first+portion, n); i++ {
					do(i)
				}
			}
		})
	}
	for first := 0; first < n; first += portion {
		next <- first
	}
	close(next)
	group.Wait()
}
