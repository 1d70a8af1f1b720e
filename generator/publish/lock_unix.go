//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package publish

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// lock is held on the folder of the stage itself, so that nothing is left when it goes. The system drops it when the
// process ends, however it ends.
type lock struct {
	dir *os.File
}

// takeLock makes the folder root if need be and locks it, or says that another build holds it.
func takeLock(root string) (*lock, error) {
	for try := range 100 {
		dir, err := openRoot(root)
		if errors.Is(err, os.ErrNotExist) && try < 99 { // the holder removed the folder between our steps
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("cannot make the folder in which the new site grows: %w", err)
		}
		err = unix.Flock(int(dir.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		if err == nil && stillThere(dir, root) {
			return &lock{dir}, nil
		}
		dir.Close()
		if errors.Is(err, unix.EWOULDBLOCK) {
			return nil, busy(root)
		}
		if err != nil {
			return nil, fmt.Errorf("cannot lock %s: %w", root, err)
		}
	}
	return nil, busy(root)
}

func openRoot(root string) (*os.File, error) {
	if err := os.Mkdir(root, 0o700); err != nil && !errors.Is(err, os.ErrExist) {
		return nil, err
	}
	return os.OpenFile(root, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_NOFOLLOW, 0)
}

func stillThere(dir *os.File, root string) bool {
	held, errHeld := dir.Stat()
	named, errNamed := os.Lstat(root)
	return errHeld == nil && errNamed == nil && os.SameFile(held, named)
}

// release removes the folder, which fails when something foreign lies in it, and gives the lock back.
func (l *lock) release() {
	_ = os.Remove(l.dir.Name())
	_ = l.dir.Close()
}
