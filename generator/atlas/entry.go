package atlas

import (
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"regional-atlas/generator/digest"
	"regional-atlas/generator/region"
)

// Entry is a region of an atlas: its card at hand, and all it says in few
// bytes, opened when a page asks. A hundred thousand regions fit in memory so.
// An Entry never changes.
type Entry struct {
	region.Card
	shelf  *Shelf
	packed region.Packed // "" when it lies in the spool
	at     int64         // where it lies there
	size   int
	sum    digest.Sum
	whole  bool // Open fills every part
}

// NewEntry packs a region.
func NewEntry(codec *region.Codec, r *region.Region) *Entry { return NewShelf(codec, nil).Put(r) }

// Entries packs regions.
func Entries(codec *region.Codec, regions []*region.Region) []*Entry {
	shelf := NewShelf(codec, nil)
	list := make([]*Entry, len(regions))
	for i, r := range regions {
		list[i] = shelf.Put(r)
	}
	return list
}

var cardParts = region.PartsOf("code", "name", "file", "shape")

// Packed is what Shelf.Unpack takes.
func (e *Entry) Packed() region.Packed {
	if e.packed == "" {
		return e.shelf.fetch(e)
	}
	return e.packed
}

// Sum names all that the region says: two entries of an edition have the same
// only when they say the same.
func (e *Entry) Sum() digest.Sum { return e.sum }

// Region is all that a region says.
func (e *Entry) Region() *region.Region { return e.Open(everything) }

// Open is a region of which only the wanted parts are filled, with code, name,
// file and shape: to ask it for more would find nothing reported.
func (e *Entry) Open(want region.Parts) *region.Region {
	if e.whole {
		want = everything
	}
	r, err := e.shelf.codec.Open(e.Packed(), want|cardParts)
	if err != nil { // what we packed ourselves opens, unless the disk failed
		e.shelf.fail(fmt.Errorf("the region %s cannot be opened again: %w", e.Code, err))
		return &region.Region{Code: e.Code, Name: e.Name, File: e.File, Shape: e.Shape}
	}
	return r
}

// Whole is the same entry, but opened in full whatever is wanted: tests hold that
// nobody forgets to want a part, since the atlas looks the same from such entries.
func (e *Entry) Whole() *Entry {
	whole := *e
	whole.whole = true
	return &whole
}

// everything is all parts of a region.
const everything = ^region.Parts(0)

// Each opens regions, many at a time, and hands them on in their order, one at a
// time.
func Each(entries []*Entry, want region.Parts, do func(e *Entry, r *region.Region)) {
	const most = 512 // open at once
	opened := make([]*region.Region, min(most, len(entries)))
	for part := range slices.Chunk(entries, most) {
		var wait sync.WaitGroup
		next := atomic.Int64{}
		for range runtime.GOMAXPROCS(0) {
			wait.Go(func() {
				for i := next.Add(1) - 1; i < int64(len(part)); i = next.Add(1) - 1 {
					opened[i] = part[i].Open(want)
				}
			})
		}
		wait.Wait()
		for i, e := range part {
			do(e, opened[i])
		}
	}
}
