package generator

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"

	"regional-atlas/generator/publish"
	"regional-atlas/generator/region"
)

// memoryForm is the beginning of a memory that was written; another form of it
// has another beginning.
const memoryForm = "regional atlas, memory of a build, form 1\n"

// Write writes the memory for ReadMemory, with a checksum at the end.
func (m *Memory) Write(to io.Writer) error {
	seen, err := m.seen.AppendBinary(nil)
	if err != nil {
		return fmt.Errorf("the memory of the build cannot be written: %w", err)
	}
	sum := sha256.New()
	buffer := bufio.NewWriterSize(io.MultiWriter(to, sum), 1<<16)
	w := memoryWriter{buffer}
	w.WriteString(memoryForm)
	w.Write(m.words[:])
	w.Write(m.shared[:])
	w.numbers(m.today.Year, m.today.Month, m.today.Day)
	w.files(m.files)
	w.numbers(len(m.targets))
	for _, target := range m.targets {
		w.text(target)
	}
	w.pages(m.pages)
	w.text(string(seen))
	if err := buffer.Flush(); err != nil { // tells the first error of all
		return err
	}
	if m.shelf != nil && m.shelf.Err() != nil {
		return m.shelf.Err()
	}
	_, err = to.Write(sum.Sum(nil))
	return err
}

// memoryWriter spells the parts of a memory; its errors show at the end.
type memoryWriter struct{ *bufio.Writer }

func (w memoryWriter) numbers(list ...int) {
	for _, n := range list {
		w.Write(binary.AppendUvarint(w.AvailableBuffer(), uint64(n)))
	}
}

func (w memoryWriter) text(text string) {
	w.numbers(len(text))
	w.WriteString(text)
}

func (w memoryWriter) files(files map[string]remembered) {
	w.numbers(len(files))
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f := files[name]
		w.text(name)
		w.Write(f.sum[:])
		if f.entry != nil {
			f.packed = f.entry.Packed()
		}
		w.text(string(f.packed))
	}
}

func (w memoryWriter) pages(pages map[string]made) {
	w.numbers(len(pages))
	for _, address := range slices.Sorted(maps.Keys(pages)) {
		p := pages[address]
		w.text(address)
		w.Write(p.key[:])
		w.Write(p.content[:])
		w.Write(p.sum[:])
		w.numbers(int(p.size))
		w.text(p.links)
	}
}

var errNoMemory = errors.New("this is not the memory of a build, or it is damaged")

// ReadMemory reads what Write wrote, of a length in bytes. Anything else is an
// error.
func ReadMemory(from io.ReaderAt, length int64) (*Memory, error) {
	whole := length - sha256.Size
	if whole < 0 {
		return nil, errNoMemory
	}
	sum, last := sha256.New(), make([]byte, sha256.Size)
	if _, err := io.Copy(sum, io.NewSectionReader(from, 0, whole)); err != nil {
		return nil, err
	}
	if _, err := from.ReadAt(last, whole); err != nil && err != io.EOF {
		return nil, err
	}
	if !bytes.Equal(sum.Sum(nil), last) {
		return nil, errNoMemory
	}
	r := memoryReader{from: bufio.NewReaderSize(io.NewSectionReader(from, 0, whole), 1<<16), left: whole}
	if m := r.memory(); r.err == nil && r.left == 0 {
		return m, nil
	}
	return nil, errNoMemory
}

// memoryReader reads the parts of a memory; after an error all is empty.
type memoryReader struct {
	from *bufio.Reader
	left int64
	err  error
}

func (r *memoryReader) memory() *Memory {
	form := make([]byte, len(memoryForm))
	if r.fill(form); string(form) != memoryForm {
		r.err = errNoMemory
	}
	m := &Memory{}
	r.fill(m.words[:])
	r.fill(m.shared[:])
	m.today = region.Date{Year: r.number(), Month: r.number(), Day: r.number()}
	n := r.count()
	m.files = make(map[string]remembered, n)
	for range n {
		name, f := r.text(), remembered{}
		r.fill(f.sum[:])
		f.packed = region.Packed(r.text())
		m.files[name] = f
	}
	m.targets = make([]string, r.count())
	for i := range m.targets {
		m.targets[i] = r.text()
	}
	r.pages(m)
	seen, err := publish.ParseSeen([]byte(r.text()))
	if r.err == nil {
		m.seen, r.err = seen, err
	}
	return m
}

func (r *memoryReader) pages(m *Memory) {
	n := r.count()
	m.pages = make(map[string]made, n)
	for range n {
		address, p := r.text(), made{}
		r.fill(p.key[:])
		r.fill(p.content[:])
		r.fill(p.sum[:])
		p.size = int64(r.number())
		p.links = r.text()
		for _, n := range unpackNumbers(p.links) {
			if int(n) >= len(m.targets) {
				r.err = errNoMemory
			}
		}
		m.pages[address] = p
	}
}

// count is the length of a list, which is never longer than what is left.
func (r *memoryReader) count() int {
	n := r.number()
	if r.err != nil || int64(n) > r.left {
		r.err = errNoMemory
		return 0
	}
	return n
}

func (r *memoryReader) text() string {
	b := make([]byte, r.count())
	r.fill(b)
	return string(b)
}

func (r *memoryReader) number() int {
	n, err := binary.ReadUvarint(r)
	if err != nil || n > math.MaxInt {
		r.err = errNoMemory
		return 0
	}
	return int(n)
}

// ReadByte reads one byte of a number.
func (r *memoryReader) ReadByte() (byte, error) {
	r.left--
	return r.from.ReadByte()
}

func (r *memoryReader) fill(b []byte) {
	if r.err != nil {
		return
	}
	n, err := io.ReadFull(r.from, b)
	r.left -= int64(n)
	if err != nil {
		r.err = errNoMemory
	}
}
