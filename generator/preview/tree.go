package preview

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// tree is a folder as it was at one look, in memory: a file system that never
// changes, so that what is checked and what is shown are the same text. Folders
// are read with ReadDir, not with Open.
type tree struct {
	files   map[string]file // and folders, by slash path
	err     error           // why the folder cannot be listed
	doubted bool            // it could be listed at the look before
}

// file is a file, or a folder, of a tree.
type file struct {
	info    fs.FileInfo // of what a link leads to
	data    []byte
	err     error // why it cannot be read
	doubted bool  // it has just vanished or become empty, as happens while an editor saves
}

func (t *tree) find(op, name string) (file, error) {
	f, found := t.files[name]
	if !found {
		return f, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
	}
	return f, f.err
}

// Stat tells of a file; one that is there but may not be read is told of.
func (t *tree) Stat(name string) (fs.FileInfo, error) {
	if name == "." {
		return root{}, t.err
	}
	f, err := t.find("stat", name)
	if f.info == nil {
		return nil, err
	}
	return f.info, nil
}

// ReadFile returns a copy: a tree does not change.
func (t *tree) ReadFile(name string) ([]byte, error) {
	f, err := t.find("open", name)
	return bytes.Clone(f.data), err
}

// ReadDir lists a folder by name.
func (t *tree) ReadDir(name string) ([]fs.DirEntry, error) {
	if t.err != nil {
		return nil, t.err
	}
	var list []fs.DirEntry
	for at, f := range t.files {
		switch {
		case path.Dir(at) != name:
		case f.info == nil:
			list = append(list, lost{path.Base(at), f.err})
		default:
			list = append(list, fs.FileInfoToDirEntry(f.info))
		}
	}
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list, nil
}

// Open opens a file.
func (t *tree) Open(name string) (fs.File, error) {
	f, err := t.find("open", name)
	if err != nil {
		return nil, err
	}
	return opened{bytes.NewReader(f.data), f.info}, nil
}

type opened struct {
	io.Reader
	info fs.FileInfo
}

func (o opened) Stat() (fs.FileInfo, error) { return o.info, nil }
func (o opened) Close() error               { return nil }

// root is the folder itself, from which walks begin.
type root struct{}

func (root) Name() string       { return "." }
func (root) Size() int64        { return 0 }
func (root) Mode() fs.FileMode  { return fs.ModeDir | 0o555 }
func (root) ModTime() time.Time { return time.Time{} }
func (root) IsDir() bool        { return true }
func (root) Sys() any           { return nil }

// lost is a name of which nothing more is known, such as a link in a circle.
type lost struct {
	name string
	err  error
}

func (l lost) Name() string               { return l.name }
func (l lost) IsDir() bool                { return false }
func (l lost) Type() fs.FileMode          { return fs.ModeIrregular }
func (l lost) Info() (fs.FileInfo, error) { return nil, l.err }
