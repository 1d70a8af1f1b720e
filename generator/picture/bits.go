package picture

// bitWriter writes bits, the lowest first.
type bitWriter struct {
	out  []byte
	held uint64
	n    uint32
}

func (w *bitWriter) bits(value, count uint32) {
	w.held |= uint64(value) << w.n
	for w.n += count; w.n >= 8; w.n -= 8 {
		w.out = append(w.out, byte(w.held))
		w.held >>= 8
	}
}

func (w *bitWriter) code(c code) { w.bits(c.bits, c.length) }

func (w *bitWriter) close() []byte {
	if w.n > 0 {
		w.out = append(w.out, byte(w.held))
	}
	return w.out
}

// order is how the lengths of the codes of code lengths follow each other.
var order = [19]int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// header opens the last block and tells the codes, without runs: a picture has
// one header, so that shorter ones would not pay.
func (w *bitWriter) header(long, near []code) {
	counts := make([]int, len(order))
	for _, list := range [][]code{long, near} {
		for _, c := range list {
			counts[c.length]++
		}
	}
	lengths := codesFor(counts, 7)
	w.bits(1|2<<1, 3)
	w.bits(uint32(len(long)-257), 5)
	w.bits(uint32(len(near)-1), 5)
	w.bits(uint32(len(order)-4), 4)
	for _, symbol := range order {
		w.bits(lengths[symbol].length, 3)
	}
	for _, list := range [][]code{long, near} {
		for _, c := range list {
			w.code(lengths[c.length])
		}
	}
}

func (w *bitWriter) token(t token, long, near []code) {
	if t.distance == 0 {
		w.code(long[t.value])
		return
	}
	symbol, extra, value := lengthCode(int(t.value))
	w.code(long[symbol])
	w.bits(uint32(value), uint32(extra))
	symbol, extra, value = distanceCode(int(t.distance))
	w.code(near[symbol])
	w.bits(uint32(value), uint32(extra))
}
