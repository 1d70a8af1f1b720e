package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// comparison is what the folder holds now, held against what is to be there.
type comparison struct {
	sum    digest // of the new bytes
	same   bool   // the folder holds these very bytes in a plain file
	edited bool   // the last build wrote something else than what is there, or it is gone
}

// compare reads the file that is at a name now.
func (f *Folder) compare(name string, data []byte) (comparison, error) {
	now, err := readPlain(f.path(name))
	old := func() (digest, error) { return sha256.Sum256(now), nil }
	return f.judge(
		name,
		sha256.Sum256(data),
		present{err, err == nil && bytes.Equal(now, data), old},
	)
}

// present is the file that is at a name now.
type present struct {
	err  error                  // there is none, or it is no plain file
	same bool                   // its bytes are the new ones
	sum  func() (digest, error) // of its bytes
}

// judge says what becomes of the file that is at a name now. A file in our way that no
// build wrote is a reason to stop: replacing it would lose it.
func (f *Folder) judge(name string, sum digest, now present) (comparison, error) {
	c := comparison{sum: sum}
	was, ours := f.old[name]
	switch {
	case errors.Is(now.err, fs.ErrNotExist):
		c.edited = ours
		return c, nil
	case now.err != nil && ours:
		c.edited = true // replaced by a folder, a link or something that cannot be read
		return c, nil
	case now.err != nil:
		return c, fmt.Errorf("%s is in the way of a page: %w", f.path(name), now.err)
	}
	c.same = now.same
	if !c.same && !ours && name != noJekyll {
		return c, fmt.Errorf(
			"%s was put there by hand and a page now needs its place: move it away",
			f.path(name),
		)
	}
	if c.same {
		c.edited = ours && was != sum
		return c, nil
	}
	old, err := now.sum()
	c.edited = ours && (err != nil || was != old)
	return c, nil
}

// readPlain returns the bytes of a plain file.
func readPlain(path string) ([]byte, error) {
	if err := plain(path); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}

// plain holds for a plain file. A symbolic link is not followed. A path through a file
// that is no folder leads to nothing, as a path through a missing folder does.
func plain(path string) error {
	info, err := os.Lstat(path)
	if errors.Is(err, syscall.ENOTDIR) {
		return fs.ErrNotExist
	}
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("it is not a plain file")
	}
	return err
}
