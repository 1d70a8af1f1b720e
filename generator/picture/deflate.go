package picture

import (
	"encoding/binary"
	"math/bits"
)

// The limits of the format: RFC 1951.
const (
	window    = 32 << 10
	longest   = 258
	shortest  = 3
	endOfData = 256
	symbols   = 286
	distances = 30
)

// press compresses one picture at a time and keeps its memory for the next.
type press struct {
	raw, packed []byte
	tokens      []token
	recent      [1 << 14]int32 // the last place, plus one, where three bytes with this hash began
	before      [window]int32  // the place, plus one, before this one with the same hash
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

// find cuts the data into tokens. A repetition is taken when it saves bits, and
// waits when the one that begins a byte later saves more.
func (p *press) find(data []byte, width int) {
	p.tokens = p.tokens[:0]
	clear(p.recent[:])
	best := p.best(data, 0, width)
	for at := 0; at < len(data); {
		next := match{}
		if best.length < enough {
			next = p.best(data, at+1, width)
		}
		if best.gain <= 0 || next.gain > best.gain+literalBits/2 {
			p.tokens = append(p.tokens, token{value: uint16(data[at])})
			at++
			best = next
			continue
		}
		p.tokens = append(p.tokens, token{uint16(best.length), uint16(best.distance)})
		for i := at + 2; i < at+min(best.length, inside); i++ {
			p.remember(data, i)
		}
		at += best.length
		best = p.best(data, at, width)
	}
}

// literalBits is about what a byte costs.
const literalBits = 5
const enough, patience, inside = 32, 8, 64

type match struct{ length, distance, gain int }

// best is the repetition at a place that saves most: of the byte before, of the
// row above, or of where the same bytes were met lately.
func (p *press) best(data []byte, at, width int) match {
	var best match
	if at >= len(data) {
		return best
	}
	try := func(back int) {
		if back > at || best.length == longest {
			return
		}
		n := same(data, at, back)
		if gain := n*literalBits - matchBits - bits.Len(uint(back)-1); n >= shortest && gain > best.gain {
			best = match{n, back, gain}
		}
	}
	try(1)
	try(width)
	if best.length >= enough {
		return best
	}
	place := p.remember(data, at)
	for tries := 0; tries < patience && place > 0 && at+1-place <= window; tries++ {
		try(at + 1 - place)
		place = int(p.before[(place-1)%window])
	}
	return best
}

// remember returns one more than where the next three bytes were met last, 0
// for nowhere, and notes this place.
func (p *press) remember(data []byte, at int) int {
	if at+4 > len(data) {
		return 0
	}
	hash := binary.LittleEndian.Uint32(data[at:]) << 8 * 2654435761 >> (32 - 14)
	last := p.recent[hash]
	p.recent[hash], p.before[at%window] = int32(at+1), last
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
