package region

import (
	"encoding/binary"
	"math"
	"math/bits"
	"reflect"
)

// What a text begins with tells what it is: an even number is twice the length
// of the text that follows. Otherwise the two lowest bits tell whether the rest
// is the number of a word or where in this region the text stands already,
// counted from the beginning of the first part.
const (
	isWord   = 1
	isRepeat = 3
	kindBits = 3
)

// shortestRepeat is the length from which on it pays to point at a text rather
// than to write it once more.
const shortestRepeat = 3

// packWriter writes one region after the other; its memory is used again.
type packWriter struct {
	body    []byte
	lengths []int
	head    []byte
	seen    [256]int32 // where texts stand, and one, by a hash of them
}

func (w *packWriter) reset() {
	w.body, w.lengths, w.head = w.body[:0], w.lengths[:0], w.head[:0]
	clear(w.seen[:])
}

func (w *packWriter) packed(given Parts) Packed {
	w.head = binary.AppendUvarint(w.head, uint64(given))
	for _, n := range w.lengths {
		w.head = binary.AppendUvarint(w.head, uint64(n))
	}
	return Packed(string(w.head) + string(w.body))
}

func (w *packWriter) uint(n uint64) { w.body = binary.AppendUvarint(w.body, n) }
func (w *packWriter) int(n int64)   { w.body = binary.AppendVarint(w.body, n) }

// count writes how many items a slice or a map has, and one; 0 for nil, which has
// said all.
func (w *packWriter) count(v reflect.Value) (isNil bool) {
	if v.IsNil() {
		w.uint(0)
		return true
	}
	w.uint(uint64(v.Len()) + 1)
	return false
}

func (w *packWriter) text(text string, known *lexicon) {
	if number, is := known.number(text); is {
		w.uint(uint64(number)<<2 | isWord)
		return
	}
	if at, is := w.repeats(text); is {
		w.uint(uint64(at)<<2 | isRepeat)
		return
	}
	w.uint(uint64(len(text)) << 1)
	w.body = append(w.body, text...)
}

// repeats finds where the text stands in the body already. If it does not, the
// end of the body is where it will stand.
func (w *packWriter) repeats(text string) (at int, is bool) {
	if len(text) < shortestRepeat || len(w.body) > math.MaxInt32/2 {
		return 0, false
	}
	place := &w.seen[hashOf(text)%uint32(len(w.seen))]
	if at = int(*place) - 1; at >= 0 {
		if n, size := binary.Uvarint(w.body[at:]); n == uint64(len(text))<<1 && string(w.body[at+size:at+size+len(text)]) == text {
			return at, true
		}
	}
	*place = int32(len(w.body)) + 1
	return 0, false
}

// hashOf tells most texts apart by their length and their last bytes.
func hashOf(text string) uint32 {
	const prime = 16777619
	h := uint32(len(text))
	for i := max(0, len(text)-12); i < len(text); i++ {
		h = (h ^ uint32(text[i])) * prime
	}
	return h ^ h>>15
}

// The lowest two bits of a number with decimals tell how it is written: as a
// whole number, as tenths or hundredths, or as its eight bytes.
const (
	mostScaled = 1 << 50
	asBytes    = 3
)

func (w *packWriter) float(x float64) {
	for decimals, scale := range [...]float64{1, 10, 100} {
		n := math.Round(x * scale)
		if whole := int64(n); math.Abs(n) < mostScaled && math.Float64bits(float64(whole)/scale) == math.Float64bits(x) {
			w.uint(zigzag(whole)<<2 | uint64(decimals))
			return
		}
	}
	w.uint(asBytes)
	w.body = binary.LittleEndian.AppendUint64(w.body, math.Float64bits(x))
}

func zigzag(n int64) uint64   { return uint64(n<<1) ^ uint64(n>>63) }
func unzigzag(u uint64) int64 { return int64(u>>1) ^ -int64(u&1) }

// packReader reads a packed region up to end. Once bad it stays so, and what it
// gives means nothing.
type packReader struct {
	all     string
	bodies  int // where the first part begins
	at, end int
	bad     bool
	name    string
	key     reflect.Value // of name
}

// startReading reads which parts are given, and their lengths.
func startReading(p Packed, parts int, lengths *[64]int) (*packReader, Parts) {
	r := &packReader{all: string(p), end: len(p)}
	r.key = reflect.ValueOf(&r.name).Elem()
	given := r.uint()
	r.bad = r.bad || given>>parts != 0
	left := uint64(len(p))
	for set := given; set != 0 && !r.bad; set &= set - 1 {
		n := r.uint()
		if r.bad = r.bad || n > left; !r.bad {
			lengths[bits.TrailingZeros64(set)], left = int(n), left-n
		}
	}
	r.bodies = r.at
	if uint64(len(p)-r.at) != uint64(len(p))-left {
		r.bad = true
	}
	return r, Parts(given)
}

func (r *packReader) uint() uint64 {
	if r.at < r.end && r.all[r.at] < 0x80 {
		r.at++
		return uint64(r.all[r.at-1])
	}
	n, size := uvarint(r.all[r.at:r.end])
	if size == 0 {
		r.bad = true
		return 0
	}
	r.at += size
	return n
}

// uvarint is binary.Uvarint of a string; size is 0 when there is no number.
func uvarint(text string) (n uint64, size int) {
	for i := 0; i < len(text) && i < binary.MaxVarintLen64; i++ {
		b := text[i]
		if b < 0x80 {
			if i == binary.MaxVarintLen64-1 && b > 1 {
				return 0, 0
			}
			return n | uint64(b)<<(7*i), i + 1
		}
		n |= uint64(b&0x7f) << (7 * i)
	}
	return 0, 0
}

func (r *packReader) int() int64 { return unzigzag(r.uint()) }

// count reads how many items follow, of so many bytes at least.
func (r *packReader) count(bytes int) (n int, isNil bool) {
	u := r.uint()
	if u == 0 || r.bad {
		return 0, true
	}
	if u-1 > uint64((r.end-r.at)/bytes) {
		r.bad = true
		return 0, true
	}
	return int(u - 1), false
}

func (r *packReader) take(n uint64) string {
	if n > uint64(r.end-r.at) {
		r.bad = true
		return ""
	}
	r.at += int(n)
	return r.all[r.at-int(n) : r.at]
}

func (r *packReader) text(known *lexicon) string {
	start := r.at
	u := r.uint()
	switch {
	case u&1 == 0:
		return r.take(u >> 1)
	case u&kindBits == isRepeat && u>>2 < uint64(start-r.bodies):
		return r.standing(r.bodies + int(u>>2))
	case u&kindBits == isWord && known != nil && u>>2 < uint64(len(known.words)):
		return known.words[u>>2]
	}
	r.bad = true
	return ""
}

// standing is the text that is written out at an earlier place.
func (r *packReader) standing(at int) string {
	u, size := uvarint(r.all[at:r.at])
	at += size
	if size == 0 || u&1 != 0 || u>>1 > uint64(r.at-at) {
		r.bad = true
		return ""
	}
	return r.all[at : at+int(u>>1)]
}

func (r *packReader) float() float64 {
	u := r.uint()
	n := float64(unzigzag(u >> 2))
	switch u & asBytes {
	case 1:
		n /= 10
	case 2:
		n /= 100
	case asBytes:
		eight := r.take(8)
		if r.bad {
			return 0
		}
		return math.Float64frombits(binary.LittleEndian.Uint64([]byte(eight)))
	}
	return n
}
