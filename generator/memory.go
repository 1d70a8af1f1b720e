package generator

import (
	"encoding/binary"
	"slices"
	"strings"
	"sync"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/digest"
	"regional-atlas/generator/page"
	"regional-atlas/generator/publish"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
)

// Memory is what a build leaves for the next one into the same folder, so that
// only what has changed is read, made and written. A build with a memory gives
// the same bytes as one without: a region file is taken from it only when its
// bytes are the same, and a page only when all that it is made from is the same
// (its key or its content, with what every page shares). It holds only files
// without a problem; a nil Memory knows nothing.
type Memory struct {
	words  digest.Sum // program and edition: how region files are read
	shared digest.Sum // program, edition, layouts and assets: what every page shares
	today  region.Date

	files   map[string]remembered
	pages   map[string]made
	targets []string // of the links of pages, by number
	seen    publish.Seen
	shelf   *atlas.Shelf // of the entries of files
}

// remembered is a region file as it was read.
type remembered struct {
	sum    source.Sum
	packed region.Packed
	entry  *atlas.Entry // instead of packed, while the build goes on
}

// made is a page as it was written.
type made struct {
	key     digest.Sum // of all that it depends on
	content digest.Sum // of what it says
	sum     [32]byte   // SHA-256 of its bytes
	size    int64
	links   string // numbers of the targets of its links, packed
	kept    bool   // by this build
}

// Read is generator.Read for a folder of which much may be known already.
func (m *Memory) Read(in Input) (*Draft, error) {
	d, err := start(in)
	if err != nil {
		return nil, err
	}
	read := d.read
	if m != nil && in.Program != "" && m.words == d.words {
		read = func(name string) reading { return d.recall(m, name) }
	}
	if err := d.readRegions(read); err != nil {
		return nil, err
	}
	return d, nil
}

// recall is read for a file that may be in the memory.
func (d *Draft) recall(m *Memory, name string) reading {
	known := m.files[name]
	r, form, sum, same := d.folder.RegionUnless(name, known.sum)
	if !same {
		return d.taken(&r, form, sum)
	}
	entry, err := d.shelf.Unpack(known.packed)
	if err != nil { // the memory is damaged: as if there were none
		return d.read(name)
	}
	found := reading{entry: entry, sum: sum, placed: true}
	if m.today != d.today {
		return d.judge(found, found.whole())
	}
	return found
}

// keyOf is the sum of what a page depends on; zero where that takes as long to
// say as its content, or nothing is remembered.
func (r *recorder) keyOf(p page.Page) digest.Sum {
	if p.Key == nil || !r.remembers {
		return digest.Sum{}
	}
	return digest.Of(r.shared, p.Layout, p.Key())
}

// contentOf is the sum of what a page says.
func (r *recorder) contentOf(p page.Page, content any) digest.Sum {
	if p.Layout == "" || !r.remembers {
		return digest.Sum{} // a picture draws itself
	}
	return digest.Of(r.shared, p.Layout, content)
}

// recorder compares what a build makes with the memory of the build before, and
// makes the memory of this one.
type recorder struct {
	links     *links
	remembers bool       // whether there will be a next build
	shared    digest.Sum // of all that every page shares

	before  *Memory  // nil when it is of no use
	numbers []uint32 // of the targets of before among those of links

	sync.Mutex
	pages map[string]made
}

func (s *Site) newRecorder(before *Memory) *recorder {
	r := &recorder{links: newLinks(), pages: map[string]made{}}
	inputs, known := s.inputs()
	if r.remembers = known && s.model.draft.program != ""; !r.remembers {
		return r
	}
	r.shared = digest.Of(s.model.draft.words, inputs)
	if before != nil && before.shared == r.shared {
		r.before, r.numbers = before, r.links.adopt(before.targets)
	}
	return r
}

// keep takes a page over as it is, when the memory says that it would be made
// the same: it has the same key or the same content; the zero sum is no sum.
func (r *recorder) keep(folder *publish.Folder, address string, now made) (bool, error) {
	if r.before == nil {
		return false, nil
	}
	was, known := r.before.pages[address]
	if !known || !isSame(was.key, now.key) && !isSame(was.content, now.content) {
		return false, nil
	}
	kept, err := folder.Keep(address, was.sum, was.size)
	if !kept || err != nil {
		return false, err
	}
	numbers := unpackNumbers(was.links)
	for i, n := range numbers {
		numbers[i] = r.numbers[n]
	}
	slices.Sort(numbers)
	now.links = packNumbers(numbers)
	if now.content == (digest.Sum{}) {
		now.content = was.content
	}
	now.kept = true
	r.links.wrote(address)
	r.links.again(address, numbers)
	r.note(address, now)
	return true, nil
}

// packNumbers writes rising numbers as the steps between them: most pages lead to
// pages that were met one after the other.
func packNumbers(numbers []uint32) string {
	b := make([]byte, 0, 2*len(numbers))
	before := uint32(0)
	for _, n := range numbers {
		b = binary.AppendUvarint(b, uint64(n-before))
		before = n
	}
	return string(b)
}

// unpackNumbers reads what packNumbers wrote.
func unpackNumbers(packed string) []uint32 {
	numbers, before := make([]uint32, 0, len(packed)), uint32(0)
	for rest := []byte(packed); len(rest) > 0; {
		step, size := binary.Uvarint(rest)
		if size <= 0 {
			break
		}
		before += uint32(step)
		numbers, rest = append(numbers, before), rest[size:]
	}
	return numbers
}

func isSame(a, b digest.Sum) bool { return a == b && a != digest.Sum{} }

func (r *recorder) note(address string, m made) {
	r.Lock()
	defer r.Unlock()
	r.pages[address] = m
}

// stands reports whether an anchor is known to stand on a page: the build
// before has seen it there, and the page was kept.
func (r *recorder) stands(target string) bool {
	address, _, _ := strings.Cut(target, "#")
	return r.pages[address].kept && slices.Contains(r.before.targets, target)
}

// memory is what this build knows, as yet without the folder.
func (r *recorder) memory(s *Site) *Memory {
	m := &Memory{words: s.model.draft.words, shared: r.shared, today: s.model.draft.today, files: map[string]remembered{}, pages: r.pages, targets: r.links.met(), shelf: s.model.draft.shelf}
	for name, f := range s.model.draft.files {
		if f.placed && len(f.faults) == 0 {
			m.files[name] = remembered{sum: f.sum, entry: f.entry}
		}
	}
	return m
}

// Seal completes the memory of a build with what its folder knows, after Commit.
func (m *Memory) Seal(folder *publish.Folder) {
	for address, page := range m.pages {
		page.sum, page.size, _ = folder.Written(address)
		m.pages[address] = page
	}
	m.seen = folder.Seen()
}

// Trust tells a folder, before it is written, how the build before left it.
func (m *Memory) Trust(folder *publish.Folder) {
	if m != nil {
		folder.Trust(m.seen)
	}
}
