package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// lock is held on a file in the folder of the stage. The system drops it when the
// process ends, however it ends. A system without such locks gets none: there two
// builds at once must be avoided.
type lock struct {
	root string
	file *flock.Flock
}

// takeLock makes the folder root if need be and locks it, or says that another
// build holds it.
func takeLock(root string) (*lock, error) {
	for range 100 {
		if err := makeRoot(root); err != nil {
			return nil, fmt.Errorf("cannot make %s, in which the new site grows: %w; "+
				"name an output folder inside one that may be written to", root, bare(err))
		}
		l := &lock{root, flock.New(filepath.Join(root, "lock"), flock.SetPermissions(0o600))}
		held, err := l.file.TryLock()
		switch {
		case errors.Is(err, errors.ErrUnsupported):
			return l, nil
		case errors.Is(err, fs.ErrNotExist): // the holder removed the folder between our steps
			continue
		case err != nil:
			return nil, fmt.Errorf("cannot lock %s: %w", root, err)
		case !held:
			return nil, busy(root)
		case l.stillThere():
			return l, nil
		}
		_ = l.file.Close()
	}
	return nil, busy(root)
}

// bare is an error of the system without its call and path.
func bare(err error) error {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		return path.Err
	}
	return err
}

// makeRoot makes a folder unless it is there; a link to one is none.
func makeRoot(root string) error {
	if err := os.Mkdir(root, 0o700); err == nil || !errors.Is(err, fs.ErrExist) {
		return err
	}
	info, err := os.Lstat(root)
	if err == nil && !info.IsDir() {
		return fmt.Errorf("%s is no folder", root)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil // its holder has just gone; the lock will say so
	}
	return err
}

// stillThere says whether the locked file is the one that others would lock, and
// not one that its last holder has removed.
func (l *lock) stillThere() bool {
	held, errHeld := l.file.Stat()
	named, errNamed := os.Lstat(l.file.Path())
	return errHeld == nil && errNamed == nil && os.SameFile(held, named)
}

// release removes the file and the folder, which fails when something foreign lies
// in it, and gives the lock back. The file goes while it is locked, so that nobody
// can lock it and lose it; where the system keeps open files, it goes afterwards,
// unless somebody else has opened it.
func (l *lock) release() {
	removed := os.Remove(l.file.Path()) == nil
	_ = l.file.Close()
	if !removed {
		_ = os.Remove(l.file.Path())
	}
	_ = os.Remove(l.root)
}
