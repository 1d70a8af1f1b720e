package geometry

// side is one edge of a window: an axis, a limit and which side of it is inside.
type side struct {
	upright bool // the limit is an x
	limit   int
	above   bool // inside is at or above the limit
}

func (b Box) sides() [4]side {
	return [4]side{{true, b.MinX, true}, {true, b.MaxX, false}, {false, b.MinY, true},
		{false, b.MaxY, false}}
}

func (s side) inside(p Point) bool {
	v := p.Y
	if s.upright {
		v = p.X
	}
	return v == s.limit || v > s.limit == s.above
}

// cross returns where the way between two points meets the limit, rounded. The
// way is always followed from the lesser point, so that two neighbours that run
// along it in opposite directions are cut at the same place.
func (s side) cross(p, q Point) Point {
	if q.before(p) {
		p, q = q, p
	}
	if s.upright {
		return Point{s.limit, p.Y + divide((q.Y-p.Y)*(s.limit-p.X), q.X-p.X)}
	}
	return Point{p.X + divide((q.X-p.X)*(s.limit-p.Y), q.Y-p.Y), s.limit}
}

// divide rounds a quotient to the nearest whole number.
func divide(a, b int) int {
	if b < 0 {
		a, b = -a, -b
	}
	if a < 0 {
		return -((-a + b/2) / b)
	}
	return (a + b/2) / b
}

// clipRing cuts a ring at a window by Sutherland and Hodgman's method. A ring
// that leaves and comes back is closed along the edge of the window, which lies in
// the bleed and is not seen. Nil when nothing of the ring is inside.
func clipRing(ring []Point, window Box) []Point {
	if len(ring) == 0 || boxOf(ring).within(window) {
		return ring
	}
	if window.misses(boxOf(ring)) {
		return nil
	}
	for _, s := range window.sides() {
		var kept []Point
		for i, p := range ring {
			q := ring[(i+1)%len(ring)]
			if s.inside(p) {
				kept = join(kept, p)
			}
			if s.inside(p) != s.inside(q) {
				kept = join(kept, s.cross(p, q))
			}
		}
		for len(kept) > 1 && kept[0] == kept[len(kept)-1] {
			kept = kept[:len(kept)-1]
		}
		ring = kept
	}
	return ring
}

// clipLine cuts an open line at a window into the pieces inside it. Pieces that only
// run along the edge of the window are left out.
func clipLine(line []Point, window Box) [][]Point {
	if len(line) == 0 || boxOf(line).within(window) {
		return [][]Point{line}
	}
	var pieces [][]Point
	var piece []Point
	flush := func() {
		if len(piece) > 1 {
			pieces = append(pieces, piece)
		}
		piece = nil
	}
	for i := 1; i < len(line); i++ {
		p, q, ok := clipStep(line[i-1], line[i], window)
		if !ok {
			flush()
			continue
		}
		if len(piece) > 0 && piece[len(piece)-1] != p {
			flush()
		}
		piece = join(join(piece, p), q)
	}
	flush()
	return pieces
}

// clipStep cuts one step of a line at each side of the window in turn.
func clipStep(p, q Point, window Box) (Point, Point, bool) {
	for _, s := range window.sides() {
		in, out := s.inside(p), s.inside(q)
		switch {
		case !in && !out:
			return p, q, false
		case !in:
			p = s.cross(p, q)
		case !out:
			q = s.cross(p, q)
		}
	}
	return p, q, true
}
