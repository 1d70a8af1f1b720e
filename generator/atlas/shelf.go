package atlas

import (
	"fmt"
	"io"
	"sync"

	"regional-atlas/generator/digest"
	"regional-atlas/generator/region"
)

// Spool is a place outside memory, such as a file: bytes that were written at
// an offset can be read there.
type Spool interface {
	io.WriterAt
	io.ReaderAt
}

// mostHeld is how many bytes of packed regions a shelf holds in memory, those of
// some fifteen hundred regions; the others go to the spool.
const mostHeld = 4 << 20

// Shelf is where packed regions lie. Any number of goroutines may use it.
type Shelf struct {
	codec *region.Codec
	spool Spool // nil: all in memory

	mu   sync.Mutex
	held int
	end  int64 // of what was written to the spool
	err  error // the first failure of the spool
}

// NewShelf makes an empty shelf. Without a spool it holds everything in memory.
func NewShelf(codec *region.Codec, spool Spool) *Shelf { return &Shelf{codec: codec, spool: spool} }

// Put packs a region.
func (s *Shelf) Put(r *region.Region) *Entry {
	packed := s.codec.Pack(r)
	e, err := s.Unpack(packed)
	if err != nil { // what was packed just now opens
		s.fail(err)
		return &Entry{Card: r.Card(), shelf: s}
	}
	s.keep(e, packed)
	return e
}

// Unpack is the entry of a region that was packed before, as Packed gave it. Who
// has the bytes in memory goes on holding them.
func (s *Shelf) Unpack(packed region.Packed) (*Entry, error) {
	r, err := s.codec.Open(packed, cardParts)
	if err != nil {
		return nil, err
	}
	return &Entry{Card: r.Card(), shelf: s, packed: packed, size: len(packed), sum: digest.Of(string(packed))}, nil
}

// keep leaves the bytes of an entry in memory, or brings them to the spool. The
// card of an entry that went there has texts of its own.
func (s *Shelf) keep(e *Entry, packed region.Packed) {
	s.mu.Lock()
	if s.spool == nil || s.held+len(packed) <= mostHeld {
		s.held += len(packed)
		s.mu.Unlock()
		return
	}
	e.at, e.packed = s.end, ""
	s.end += int64(len(packed))
	s.mu.Unlock()
	e.Card = e.Card.Clone()
	if _, err := s.spool.WriteAt([]byte(packed), e.at); err != nil {
		s.fail(fmt.Errorf("regions cannot be put aside: %w", err))
	}
}

// fetch reads the bytes of an entry back.
func (s *Shelf) fetch(e *Entry) region.Packed {
	bytes := make([]byte, e.size)
	if _, err := s.spool.ReadAt(bytes, e.at); err != nil && err != io.EOF {
		s.fail(fmt.Errorf("regions that were put aside cannot be read: %w", err))
	}
	return region.Packed(bytes)
}

func (s *Shelf) fail(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err == nil {
		s.err = err
	}
}

// Err is the first failure of the spool. What was opened after it may be empty:
// nothing made from it may be published.
func (s *Shelf) Err() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.err
}
