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

// compare reads the file that is at a name now. A file in our way that no build wrote is
// a reason to stop: replacing it would lose it.
func (f *Folder) compare(name string, data []byte) (comparison, error) {
	c := comparison{sum: sha256.Sum256(data)}
	was, ours := f.old[name]
	now, err := readPlain(f.path(name))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		c.edited = ours
		return c, nil
	case err != nil && ours:
		c.edited = true // replaced by a folder, a link or something that cannot be read
		return c, nil
	case err != nil:
		return c, fmt.Errorf("%s is in the way of a page: %w", f.path(name), err)
	}
	c.same = bytes.Equal(now, data)
	if !c.same && !ours && name != noJekyll {
		return c, fmt.Errorf("%s was put there by hand and a page now needs its place: move it away", f.path(name))
	}
	if ours {
		c.edited = (c.same && was != c.sum) || (!c.same && was != sha256.Sum256(now))
	}
	return c, nil
}

// readPlain returns the bytes of a plain file. A symbolic link is not followed. A path
// through a file that is no folder leads to nothing, as a path through a missing folder
// does.
func readPlain(path string) ([]byte, error) {
	info, err := os.Lstat(path)
	if errors.Is(err, syscall.ENOTDIR) {
		return nil, fs.ErrNotExist
	}
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("it is not a plain file")
	}
	return os.ReadFile(path)
}
