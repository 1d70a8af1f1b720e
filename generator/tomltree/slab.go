package tomltree

// slab hands out values that are allocated many at a time: a tree has hundreds
// of small ones, which live and go together.
type slab[T any] struct {
	pieces [][]T
	piece  int // that is handed out of
	used   int // of it
}

// many are the values of a piece.
const many = 32

// next is a pointer to a new value.
func (s *slab[T]) next(value T) *T {
	p := &s.one()[0]
	*p = value
	return p
}

// one is a list of one value, which holds what was in it before.
func (s *slab[T]) one() []T {
	if s.used == many {
		s.piece, s.used = s.piece+1, 0
	}
	if s.piece == len(s.pieces) {
		s.pieces = append(s.pieces, make([]T, many))
	}
	s.used++
	return s.pieces[s.piece][s.used-1 : s.used : s.used]
}

// count is how many values there are, handed out or not.
func (s *slab[T]) count() int { return len(s.pieces) * many }

// again hands all values out again.
func (s *slab[T]) again() { s.piece, s.used = 0, 0 }
