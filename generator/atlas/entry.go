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
	codec  *region.Codec
	packed region.Packed
	sum    digest.Sum
	whole  bool // Open fills every part
}

// NewEntry packs a region.
func NewEntry(codec *region.Codec, r *region.Region) *Entry {
	e := &Entry{codec: codec, packed: codec.Pack(r)}
	return e.named()
}

// named takes the card from what is packed: the texts of a region that was just
// read would keep its whole file in memory.
func (e *Entry) named() *Entry {
	e.Card, e.sum = e.Open(0).Card(), digest.Of(string(e.packed))
	return e
}

// Entries packs regions.
func Entries(codec *region.Codec, regions []*region.Region) []*Entry {
	list := make([]*Entry, len(regions))
	for i, r := range regions {
		list[i] = NewEntry(codec, r)
	}
	return list
}

// Unpack is the entry of a region that was packed before, as Packed gives it.
func Unpack(codec *region.Codec, packed region.Packed) (*Entry, error) {
	if _, err := codec.Open(packed, cardParts); err != nil {
		return nil, err
	}
	e := &Entry{codec: codec, packed: packed}
	return e.named(), nil
}

var cardParts = region.PartsOf("code", "name", "file", "shape")

// Packed is what Unpack takes.
func (e *Entry) Packed() region.Packed { return e.packed }

// Sum names all that the region says: two entries of an edition have the same
// only when they say the same.
func (e *Entry) Sum() digest.Sum { return e.sum }

// Region is all that a region says.
func (e *Entry) Region() *region.Region { return e.opened(e.codec.Region(e.packed)) }

// Open is a region of which only the wanted parts are filled, with code, name,
// file and shape: to ask it for more would find nothing reported.
func (e *Entry) Open(want region.Parts) *region.Region {
	if e.whole {
		return e.Region()
	}
	return e.opened(e.codec.Open(e.packed, want|cardParts))
}

// Whole is the same entry, but opened in full whatever is wanted: tests hold that
// nobody forgets to want a part, since the atlas looks the same from such entries.
func (e *Entry) Whole() *Entry {
	whole := *e
	whole.whole = true
	return &whole
}

// opened hands a region on. What we packed ourselves opens: bytes from outside
// are checked before they become an Entry.
func (e *Entry) opened(r *region.Region, err error) *region.Region {
	if err != nil {
		panic(fmt.Sprintf("the region %s was packed badly: %v", e.Code, err))
	}
	return r
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
