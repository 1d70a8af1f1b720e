package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
)

// Modes of what we write, whatever the umask: a web server of another user must be able
// to read a site.
const (
	fileMode   = 0o644
	folderMode = 0o755
)

// stage is the sibling of the folder in which the next one grows: ".NAME.atlas-build"
// with "new" in it, and "old" for the moment of the change where the system has no
// exchange.
type stage struct {
	out, root string
	lock      *lock
	exchange  func(a, b string) error // the system's; a test may take it away
	disk      disk

	mu      sync.Mutex
	folders map[string]bool // slash paths of the folders made in new, "." the first
	written int             // files whose bytes we wrote, rather than linked
	dirty   []string        // their names
}

// newStage makes and locks the sibling of out, mends a change of folders that a killed
// build left half done and clears what else it left.
func newStage(out string) (*stage, error) {
	parent := filepath.Dir(out)
	if err := os.MkdirAll(parent, folderMode); err != nil {
		return nil, fmt.Errorf("cannot make the folder of the output: %w", err)
	}
	s := &stage{out: out, root: filepath.Join(parent, "."+filepath.Base(out)+".atlas-build"),
		exchange: exchange, disk: systemDisk(), folders: map[string]bool{}}
	var err error
	if s.lock, err = takeLock(s.root); err != nil {
		return nil, err
	}
	if err := s.recover(); err != nil {
		s.lock.release()
		return nil, fmt.Errorf(
			"cannot clear what an earlier build left in %s: %w; remove it by hand",
			s.root,
			err,
		)
	}
	if err := s.folder("."); err != nil {
		s.lock.release()
		return nil, fmt.Errorf("cannot make the folder in which the new site grows: %w", err)
	}
	return s, nil
}

func (s *stage) new() string { return filepath.Join(s.root, "new") }
func (s *stage) old() string { return filepath.Join(s.root, "old") }

// path is where the file name lies in the new folder.
func (s *stage) path(name string) string { return s.root + newInStage + filepath.FromSlash(name) }

const newInStage = string(filepath.Separator) + "new" + string(filepath.Separator)

// recover puts the old site back when a build was killed between two renames, then
// removes leftovers.
func (s *stage) recover() error {
	if _, err := os.Lstat(s.out); os.IsNotExist(err) {
		if err := os.Rename(s.old(), s.out); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	return s.clear()
}

func (s *stage) clear() error {
	if err := removeTree(s.new()); err != nil {
		return err
	}
	return removeTree(s.old())
}

// removeTree removes a folder with all in it, folders that somebody closed to writing too.
func removeTree(root string) error {
	err := os.RemoveAll(root)
	if !errors.Is(err, fs.ErrPermission) {
		return err
	}
	_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, _ error) error {
		if d != nil && d.IsDir() {
			_ = os.Chmod(path, 0o700) // before it is read; what cannot be mended is told below
		}
		return nil
	})
	return os.RemoveAll(root)
}

// close removes the stage with all in it and gives the lock back. An old site that could
// not be put back stays for the next build to mend.
func (s *stage) close() error {
	err := s.recover()
	s.lock.release()
	if err != nil {
		return fmt.Errorf("cannot remove the folder of an unfinished build: %w", err)
	}
	return nil
}

// put makes the file name in the new folder: by a hard link to the file as it is when
// that is the same, so that nothing is written and the time stamp stays, else by writing
// the data.
func (s *stage) put(name string, data []byte, same bool, current string) error {
	if err := s.folder(path.Dir(name)); err != nil {
		return err
	}
	target := s.path(name)
	if same && keep(current, target) == nil {
		return os.Chmod(target, fileMode)
	}
	if err := writeFile(target, data); err != nil {
		return err
	}
	s.note(name)
	return nil
}

// create opens a file of the new folder that comes in pieces.
func (s *stage) create(name string) (*os.File, error) {
	if err := s.folder(path.Dir(name)); err != nil {
		return nil, err
	}
	return newFile(s.path(name))
}

// settle keeps a file that came in pieces, or the one as it is when that is the same.
func (s *stage) settle(name string, same bool, current string) error {
	if !same {
		s.note(name)
		return nil
	}
	target := s.path(name)
	if err := os.Remove(target); err != nil {
		return err
	}
	if err := keep(current, target); err != nil {
		return err
	}
	return os.Chmod(target, fileMode)
}

// note remembers a file that was written.
func (s *stage) note(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.written++
	s.dirty = append(s.dirty, name)
}

// folder makes a folder of the new site and those above it, once.
func (s *stage) folder(name string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.mkdir(name)
}

func (s *stage) mkdir(name string) error {
	if s.folders[name] {
		return nil
	}
	if name != "." {
		if err := s.mkdir(path.Dir(name)); err != nil {
			return err
		}
	}
	full := filepath.Join(s.new(), filepath.FromSlash(name))
	if err := os.Mkdir(full, folderMode); err != nil {
		return err
	}
	s.folders[name] = true
	return os.Chmod(full, folderMode)
}

// writeFile makes a new file.
func writeFile(path string, data []byte) error {
	file, err := newFile(path)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	return finished(file, err)
}

// newFile opens a new file; one that is there already is an error.
func newFile(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
}

// finished closes a new file, whose writing may have failed.
func finished(file *os.File, err error) error {
	var info fs.FileInfo
	if err == nil {
		info, err = file.Stat()
	}
	if err == nil && info.Mode().Perm() != fileMode { // the umask took some
		err = file.Chmod(fileMode)
	}
	if e := file.Close(); err == nil {
		err = e
	}
	return err
}

// busy is the refusal of a second build.
func busy(root string) error {
	return fmt.Errorf(
		"another build is writing this folder (%s is locked): wait until it has ended",
		root,
	)
}
