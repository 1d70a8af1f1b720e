package geometry

// Point is a position in the picture, in viewBox units.
type Point struct{ X, Y int }

// Box is a rectangle in the picture, in viewBox units; Min is the upper left corner.
type Box struct{ MinX, MinY, MaxX, MaxY int }

// Width is the width of the box.
func (b Box) Width() int { return b.MaxX - b.MinX }

// Height is the height of the box.
func (b Box) Height() int { return b.MaxY - b.MinY }

func (b Box) misses(c Box) bool {
	return c.MaxX < b.MinX || c.MinX > b.MaxX || c.MaxY < b.MinY || c.MinY > b.MaxY
}

// within says whether the box lies wholly inside c.
func (b Box) within(c Box) bool {
	return b.MinX >= c.MinX && b.MaxX <= c.MaxX && b.MinY >= c.MinY && b.MaxY <= c.MaxY
}

// With is the box around two.
func (b Box) With(c Box) Box {
	return Box{min(b.MinX, c.MinX), min(b.MinY, c.MinY), max(b.MaxX, c.MaxX), max(b.MaxY, c.MaxY)}
}

// boxOf returns the box of some points; there must be at least one.
func boxOf(points []Point) Box {
	b := Box{points[0].X, points[0].Y, points[0].X, points[0].Y}
	for _, p := range points[1:] {
		b = Box{min(b.MinX, p.X), min(b.MinY, p.Y), max(b.MaxX, p.X), max(b.MaxY, p.Y)}
	}
	return b
}

// area2 is twice the signed area of a ring.
func area2(ring []Point) int {
	sum := 0
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		sum += p.X*q.Y - q.X*p.Y
	}
	return sum
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// before orders points by x, then y.
func (p Point) before(q Point) bool { return p.X < q.X || p.X == q.X && p.Y < q.Y }
