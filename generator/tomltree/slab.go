package tomltree

// slab hands out values that are allocated many at a time: a tree has hundreds
// of small ones, which live and go together.
type slab[T any] struct {
	pieces [][]T
	piece  int // that is handed out of
	used   int // of it
}

// next is a pointer to a new value.
func (s *slab[T]) next(value T) *T {
	p := &s.list(1)[0]
	*p = value
	return p
}

// list is a list of n values, which hold what was in them before.
func (s *slab[T]) list(n int) []T {
	const many = 32
	for ; s.piece < len(s.pieces); s.piece, s.used = s.piece+1, 0 {
		if piece := s.pieces[s.piece]; s.used+n <= len(piece) {
			s.used += n
			return piece[s.used-n : s.used : s.used]
		}
	}
	s.pieces = append(s.pieces, make([]T, max(n, many)))
	s.used = n
	return s.pieces[s.piece][:n:n]
}

// again hands all values out again.
func (s *slab[T]) again() { s.piece, s.used = 0, 0 }
