package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// lock is held on a file in the folder of the stage. The system drops it when the process ends, however it ends.
type lock struct {
	root string
	file *os.File
}

// takeLock makes the folder root if need be and locks it, or says that another build holds it.
func takeLock(root string) (*lock, error) {
	if err := os.MkdirAll(root, 0o700); err != nil {
		return nil, fmt.Errorf("cannot make the folder in which the new site grows: %w", err)
	}
	file, err := os.OpenFile(filepath.Join(root, "lock"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("cannot lock %s: %w", root, err)
	}
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	err = windows.LockFileEx(windows.Handle(file.Fd()), flags, 0, 1, 0, &windows.Overlapped{})
	if err == nil {
		return &lock{root, file}, nil
	}
	file.Close()
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return nil, busy(root)
	}
	return nil, fmt.Errorf("cannot lock %s: %w", root, err)
}

// release gives the lock back and removes the folder, which fails when something foreign lies in it.
func (l *lock) release() {
	name := l.file.Name()
	_ = l.file.Close()
	_ = os.Remove(name)
	_ = os.Remove(l.root)
}
