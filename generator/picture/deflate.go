package picture

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
)

// The limits of the format: RFC 1951.
const (
	window    = 32 << 10
	longest   = 258
	shortest  = 4 // the format allows 3, which seldom pays
	endOfData = 256
	symbols   = 286
	distances = 30
)

// press compresses one picture at a time and keeps its memory for the next.
type press struct {
	raw, packed []byte
	tokens      []token
	recent      [1 << 12]int32 // the last place, plus one, of four bytes with this hash
}

// token is a byte (distance 0), or a repetition.
type token struct{ value, distance uint16 }

// deflate appends the data as one block with its own codes (RFC 1951, 3.2.7).
// Width is the length of a row: most repetitions are of the row above.
func (p *press) deflate(out, data []byte, width int) []byte {
	p.find(data, width)
	literals, places := make([]int, symbols), make([]int, distances)
	for _, t := range p.tokens {
		if t.distance == 0 {
			literals[t.value]++
			continue
		}
		symbol, _, _ := lengthCode(int(t.value))
		literals[symbol]++
		symbol, _, _ = distanceCode(int(t.distance))
		places[symbol]++
	}
	literals[endOfData]++
	places[0]++ // at least one code, as decoders expect
	w := bitWriter{out: out}
	long, near := codesFor(literals, 15), codesFor(places, 15)
	w.header(long, near)
	for _, t := range p.tokens {
		w.token(t, long, near)
	}
	w.code(long[endOfData])
	return w.close()
}

// find cuts the data into tokens: greedily, from three places where a
// repetition is likely.
func (p *press) find(data []byte, width int) {
	p.tokens = p.tokens[:0]
	clear(p.recent[:])
	for at := 0; at < len(data); {
		length, distance := 0, 0
		for _, back := range [...]int{1, width, at + 1 - p.seen(data, at)} {
			if back <= at && back <= window && length < longest {
				if n := same(data, at, back); n > length {
					length, distance = n, back
				}
			}
		}
		if length < shortest {
			p.tokens = append(p.tokens, token{value: uint16(data[at])})
			at++
			continue
		}
		p.tokens = append(p.tokens, token{uint16(length), uint16(distance)})
		at += length
	}
}

// seen returns one more than where the next four bytes were met last, 0 for
// nowhere, and remembers this place.
func (p *press) seen(data []byte, at int) int {
	if at+4 > len(data) {
		return 0
	}
	hash := binary.LittleEndian.Uint32(data[at:]) * 2654435761 >> 20
	last := p.recent[hash]
	p.recent[hash] = int32(at + 1)
	return int(last)
}

// same is how far the data repeats what stands some bytes before.
func same(data []byte, at, back int) int {
	end := min(len(data), at+longest)
	n := at
	for n+8 <= end {
		if x := binary.LittleEndian.Uint64(data[n:]) ^ binary.LittleEndian.Uint64(data[n-back:]); x != 0 {
			return n - at + bits.TrailingZeros64(x)/8
		}
		n += 8
	}
	for n < end && data[n] == data[n-back] {
		n++
	}
	return n - at
}

// lengthCode gives the symbol of a length with its extra bits (RFC 1951, 3.2.5).
func lengthCode(length int) (symbol, extra, value int) {
	n := length - 3
	switch {
	case length == longest:
		return 285, 0, 0
	case n < 8:
		return 257 + n, 0, 0
	}
	extra = bits.Len(uint(n)) - 3
	return 257 + 4*extra + n>>extra, extra, n & (1<<extra - 1)
}

// distanceCode does the same for a distance.
func distanceCode(distance int) (symbol, extra, value int) {
	n := distance - 1
	if n < 4 {
		return n, 0, 0
	}
	extra = bits.Len(uint(n)) - 2
	return 2*extra + n>>extra, extra, n & (1<<extra - 1)
}

// code is a Huffman code: its length in bits (0: none), and the bits as written.
type code struct{ length, bits uint32 }

// codesFor gives often used symbols short codes, none longer than the limit.
func codesFor(counts []int, limit int) []code {
	counts = slices.Clone(counts)
	for {
		lengths := depths(counts)
		if slices.Max(lengths) <= limit {
			return canonical(lengths)
		}
		for i, n := range counts { // flatter counts make a flatter tree
			counts[i] = (n + 1) / 2
		}
	}
}

// depths builds the tree of Huffman 1952 and returns how deep each symbol is.
func depths(counts []int) []int {
	type node struct{ count, symbol, left, right int }
	var nodes []node
	for symbol, n := range counts {
		if n > 0 {
			nodes = append(nodes, node{n, symbol, -1, -1})
		}
	}
	slices.SortStableFunc(nodes, func(a, b node) int { return cmp.Compare(a.count, b.count) })
	lengths := make([]int, len(counts))
	leaf, branch, leaves := 0, len(nodes), len(nodes)
	if leaves == 1 {
		lengths[nodes[0].symbol] = 1
		return lengths
	}
	least := func() int {
		if leaf < leaves && (branch == len(nodes) || nodes[leaf].count <= nodes[branch].count) {
			leaf++
			return leaf - 1
		}
		branch++
		return branch - 1
	}
	for range leaves - 1 {
		a, b := least(), least()
		nodes = append(nodes, node{nodes[a].count + nodes[b].count, -1, a, b})
	}
	deep := make([]int, len(nodes))
	for i := len(nodes) - 1; i >= leaves; i-- {
		deep[nodes[i].left], deep[nodes[i].right] = deep[i]+1, deep[i]+1
	}
	for i := range leaves {
		lengths[nodes[i].symbol] = deep[i]
	}
	return lengths
}

// canonical numbers codes of given lengths (RFC 1951, 3.2.2).
func canonical(lengths []int) []code {
	codes := make([]code, len(lengths))
	next := uint32(0)
	for length := 1; length <= 15; length++ {
		for symbol, n := range lengths {
			if n == length {
				codes[symbol] = code{uint32(length), bits.Reverse32(next) >> (32 - length)}
				next++
			}
		}
		next <<= 1
	}
	return codes
}
