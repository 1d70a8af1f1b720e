package tomltree

// slab hands out values that are allocated many at a time: a tree has hundreds
// of small ones, which live and go together.
type slab[T any] struct{ free []T }

// next is a pointer to a new value.
func (s *slab[T]) next(value T) *T {
	p := &s.list(1)[0]
	*p = value
	return p
}

// list is a new list of n values.
func (s *slab[T]) list(n int) []T {
	const many = 32
	if len(s.free) < n {
		s.free = make([]T, max(n, many))
	}
	list := s.free[:n:n]
	s.free = s.free[n:]
	return list
}
