// Package archive puts the files of a site into one zip: the same bytes on every
// machine, whoever packs it and when. Names and their order, times and the way of
// packing hang on nothing but the files. The packing itself is a module's, since that of
// the standard library may change from one release of Go to the next.
package archive

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"io"
	"maps"
	"path"
	"slices"
	"sync"
	"time"

	"github.com/klauspost/compress/flate"
)

// Archive is files that will lie in one folder. Any number of goroutines may write to it.
type Archive struct {
	folder string
	day    time.Time

	mu    sync.Mutex
	files map[string]packed
}

// packed is a file as it lies in the archive.
type packed struct {
	data   []byte
	method uint16
	size   int
	sum    uint32
}

// New is an empty archive whose files will lie in a folder, and be of a day.
func New(folder string, year int, month time.Month, day int) *Archive {
	return &Archive{
		folder: folder,
		day:    time.Date(year, month, day, 12, 0, 0, 0, time.UTC),
		files:  map[string]packed{},
	}
}

// Write adds a file; name is a slash path. A name may be written once.
func (a *Archive) Write(name string, data []byte) error {
	p, err := pack(name, data)
	if err != nil {
		return err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if _, twice := a.files[name]; twice {
		return fmt.Errorf("two files want the name %s", name)
	}
	a.files[name] = p
	return nil
}

// Stream is Write for a file that writes itself.
func (a *Archive) Stream(name string, content func(to io.Writer) error) error {
	var data bytes.Buffer
	if err := content(&data); err != nil {
		return err
	}
	return a.Write(name, data.Bytes())
}

// IsForeign reports whether somebody else put a file there: nobody can.
func (a *Archive) IsForeign(string) bool { return false }

// isPacked holds for files that are compressed by themselves.
func isPacked(name string) bool {
	return slices.Contains([]string{".png", ".jpg", ".webp", ".xlsx", ".zip"}, path.Ext(name))
}

func pack(name string, data []byte) (packed, error) {
	p := packed{bytes.Clone(data), zip.Store, len(data), crc32.ChecksumIEEE(data)}
	if isPacked(name) {
		return p, nil
	}
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.DefaultCompression)
	if err == nil {
		if _, err = w.Write(data); err == nil {
			err = w.Close()
		}
	}
	if err != nil {
		return p, fmt.Errorf("%s cannot be packed: %w", name, err)
	}
	p.data, p.method = out.Bytes(), zip.Deflate
	return p, nil
}

// header says what lies in the archive under a name.
func (a *Archive) header(name string, p packed) *zip.FileHeader {
	h := &zip.FileHeader{Name: a.folder + "/" + name, Method: p.method, CRC32: p.sum,
		CompressedSize64: uint64(len(p.data)), UncompressedSize64: uint64(p.size)}
	const noon, firstYear = 12 << 11, 1980
	//lint:ignore SA1019 CreateRaw takes the time from these fields alone
	h.ModifiedDate = uint16(a.day.Day() | int(a.day.Month())<<5 | (a.day.Year()-firstYear)<<9)
	//lint:ignore SA1019 see above
	h.ModifiedTime = noon
	return h
}

// Encode writes the archive.
func (a *Archive) Encode(to io.Writer) error {
	z := zip.NewWriter(to)
	for _, name := range slices.Sorted(maps.Keys(a.files)) {
		p := a.files[name]
		w, err := z.CreateRaw(a.header(name, p))
		if err == nil {
			_, err = w.Write(p.data)
		}
		if err != nil {
			return fmt.Errorf("%s cannot be packed: %w", name, err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("the archive cannot be closed: %w", err)
	}
	return nil
}
