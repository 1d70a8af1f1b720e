package picture

// stroke adds an open line of a width. Each piece is longer by half the width
// at both ends, so that corners are closed.
func (m *mask) stroke(line []Point, width int) {
	for i := 1; i < len(line); i++ {
		a, b := held(line[i-1]), held(line[i])
		dx, dy := b.X-a.X, b.Y-a.Y
		length := root(int64(dx)*int64(dx) + int64(dy)*int64(dy))
		if length == 0 {
			continue
		}
		x, y := scaled(dx, width, 2*length), scaled(dy, width, 2*length)
		a, b = Point{a.X - x, a.Y - y}, Point{b.X + x, b.Y + y}
		m.ring([]Point{{a.X - y, a.Y + x}, {b.X - y, b.Y + x}, {b.X + y, b.Y - x}, {a.X + y, a.Y - x}})
	}
}

// curve adds a quadratic curve as edges that stay within a sixteenth of a pixel.
func (m *mask) curve(a, control, b Point) {
	bend := max(abs(a.X-2*control.X+b.X), abs(a.Y-2*control.Y+b.Y))
	steps := 1 + root(int64(bend)/(pixel/4))
	at := a
	for i := 1; i <= steps; i++ {
		s := steps - i
		next := Point{
			scaled(a.X*s*s+2*control.X*s*i+b.X*i*i, 1, steps*steps),
			scaled(a.Y*s*s+2*control.Y*s*i+b.Y*i*i, 1, steps*steps),
		}
		m.edge(at, next)
		at = next
	}
}

// The cosine of 45 and the tangent of 22.5 degrees, times 65,536.
const cosine45, tangent22 = 46341, 27146

// circle adds a circle as eight curves, true to a thousandth of the radius.
func (m *mask) circle(middle Point, radius int) {
	far, near := scaled(radius, cosine45, 1<<16), scaled(radius, tangent22, 1<<16)
	on := [8]Point{{radius, 0}, {far, far}, {0, radius}, {-far, far}, {-radius, 0}, {-far, -far}, {0, -radius}, {far, -far}}
	off := [8]Point{{radius, near}, {near, radius}, {-near, radius}, {-radius, near}, {-radius, -near}, {-near, -radius}, {near, -radius}, {radius, -near}}
	for i := range on {
		m.curve(sum(middle, on[i]), sum(middle, off[i]), sum(middle, on[(i+1)%8]))
	}
}

func sum(p, q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }

func abs(n int) int { return max(n, -n) }
