package intake

import (
	"io"
	"io/fs"
	"strings"
	"time"
)

// overlay is a folder with some of its files replaced by texts.
type overlay struct {
	fs.FS
	texts map[string]string
}

// Over is a folder as it would be after changes: what one source changed, the
// next one finds.
func Over(folder fs.FS, changes []Change) fs.FS {
	o := overlay{folder, map[string]string{}}
	for _, c := range changes {
		o.texts[c.File] = c.After
	}
	return o
}

// Open opens a text, else the file of the folder below.
func (o overlay) Open(name string) (fs.File, error) {
	if text, ok := o.texts[name]; ok {
		return &file{strings.NewReader(text), name, int64(len(text))}, nil
	}
	return o.FS.Open(name)
}

// ReadDir lists the files of the folder below and the texts that it lacks.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.FS, name)
	if err != nil || name != "." {
		return entries, err
	}
	for text := range o.texts { // the reader of the folder sorts
		if _, err := fs.Stat(o.FS, text); err != nil {
			added := &file{name: text, size: int64(len(o.texts[text]))}
			entries = append(entries, fs.FileInfoToDirEntry(added))
		}
	}
	return entries, nil
}

// file is a text as an open file, and what is known about it.
type file struct {
	io.Reader
	name string
	size int64
}

// Close does nothing: a text stays where it is.
func (f *file) Close() error { return nil }

// Stat is the file itself.
func (f *file) Stat() (fs.FileInfo, error) { return f, nil }

// Name is the file's name in its folder.
func (f *file) Name() string { return f.name }

// Size is the length in bytes.
func (f *file) Size() int64 { return f.size }

// Mode is that of an ordinary file.
func (f *file) Mode() fs.FileMode { return 0o644 }

// ModTime is unknown.
func (f *file) ModTime() time.Time { return time.Time{} }

// IsDir is false.
func (f *file) IsDir() bool { return false }

// Sys is nothing.
func (f *file) Sys() any { return nil }
