package picture

import (
	"image"
	"math/bits"
)

// Positions inside the room are in sixty-fourths of a pixel, as in fonts.
const (
	shift = 6
	pixel = 1 << shift
	whole = 2 * pixel * pixel // the coverage of a full pixel
)

// far is where positions are held, so that products stay small on any machine.
const far = 1 << 20

// A rule says what a winding number means.
type rule bool

const (
	nonZero rule = false // letters and strokes, whose pieces overlap
	evenOdd rule = true  // rings of a map, in any direction
)

// mask adds up how much of each pixel a closed outline covers: exactly, by the
// area that each edge cuts off, and in whole numbers only, so that every
// machine comes to the same sum.
type mask struct {
	bounds      image.Rectangle
	stride      int     // one column more than the bounds, for what lies to the right
	cover, area []int32 // by pixel: the height of the edges in it, and twice the area left of them
	top, bottom int     // the rows touched since the last painting
}

// over sets the mask, empty after the last painting, on a part of the picture.
func (m *mask) over(bounds image.Rectangle) {
	m.bounds, m.stride = bounds, bounds.Dx()+1
	if n := m.stride * bounds.Dy(); len(m.cover) < n {
		m.cover, m.area = make([]int32, n), make([]int32, n)
	}
	m.top, m.bottom = bounds.Dy(), 0
}

// ring adds a closed outline.
func (m *mask) ring(points []Point) {
	for i, p := range points {
		m.edge(p, points[(i+1)%len(points)])
	}
}

// edge adds one edge. Beyond the left and right side it runs along that side.
func (m *mask) edge(a, b Point) {
	a, b = held(a), held(b)
	left, top := m.bounds.Min.X<<shift, m.bounds.Min.Y<<shift
	m.split(Point{a.X - left, a.Y - top}, Point{b.X - left, b.Y - top})
}

func held(p Point) Point {
	return Point{min(max(p.X, -far), far), min(max(p.Y, -far), far)}
}

func (m *mask) split(a, b Point) {
	right := m.bounds.Dx() << shift
	for _, side := range [2]int{0, right} {
		if a.X < side && b.X > side || a.X > side && b.X < side {
			middle := Point{side, a.Y + scaled(b.Y-a.Y, side-a.X, b.X-a.X)}
			m.split(a, middle)
			m.split(middle, b)
			return
		}
	}
	a.X, b.X = min(max(a.X, 0), right), min(max(b.X, 0), right)
	if a.Y < b.Y {
		m.rows(a, b, 1)
	} else if a.Y > b.Y {
		m.rows(b, a, -1)
	}
}

// rows cuts a falling edge into rows of pixels.
func (m *mask) rows(a, b Point, sign int) {
	from, to := max(a.Y, 0), min(b.Y, m.bounds.Dy()<<shift)
	if from >= to {
		return
	}
	m.top, m.bottom = min(m.top, from>>shift), max(m.bottom, (to+pixel-1)>>shift)
	x := a.X + scaled(b.X-a.X, from-a.Y, b.Y-a.Y)
	for from < to {
		row := from >> shift
		y := min(to, (row+1)<<shift)
		next := a.X + scaled(b.X-a.X, y-a.Y, b.Y-a.Y)
		m.cells(row*m.stride, min(x, next), max(x, next), y-from, sign)
		from, x = y, next
	}
}

// cells cuts the part of an edge in one row into pixels.
func (m *mask) cells(start, left, right, height, sign int) {
	done := 0
	for cell := left >> shift; cell <= right>>shift; cell++ {
		enter, leave := max(left-cell<<shift, 0), min(right-cell<<shift, pixel)
		part := height - done
		if leave == pixel && right > left {
			part = scaled(height, (cell+1)<<shift-left, right-left) - done
		}
		done += part
		m.cover[start+cell] += int32(sign * part)
		m.area[start+cell] += int32(sign * part * (enter + leave))
	}
}

// paint lays an ink on the picture where the mask is covered and empties the mask.
func (m *mask) paint(on *image.Paletted, with *ink, by rule) {
	for row := m.top; row < m.bottom; row++ {
		cover, area := m.cover[row*m.stride:(row+1)*m.stride], m.area[row*m.stride:(row+1)*m.stride]
		pixels := on.Pix[on.PixOffset(m.bounds.Min.X, m.bounds.Min.Y+row):]
		sum := int32(0)
		for x := range m.stride - 1 {
			sum += cover[x]
			if level := by.level(sum*2*pixel - area[x]); level > 0 {
				pixels[x] = with[level][pixels[x]]
			}
		}
		clear(cover)
		clear(area)
	}
	m.top, m.bottom = m.bounds.Dy(), 0
}

// level rounds a covered area to one of the few steps that the palette has.
func (r rule) level(area int32) int32 {
	if area < 0 {
		area = -area
	}
	if r == evenOdd {
		if area &= 2*whole - 1; area > whole {
			area = 2*whole - area
		}
	}
	return (min(area, whole)*levels + whole/2) / whole
}

// scaled is a*b/c rounded to the nearest, halves upwards, in 64 bits and held
// to what every machine can count.
func scaled(a, b, c int) int {
	n, d := int64(a)*int64(b), int64(c)
	if d < 0 {
		n, d = -n, -d
	}
	n += d / 2
	q := n / d
	if n%d < 0 {
		q--
	}
	return int(min(max(q, -1<<30), 1<<30))
}

// root is the whole square root.
func root(n int64) int {
	if n <= 0 {
		return 0
	}
	r := int64(1) << ((bits.Len64(uint64(n)) + 1) / 2)
	for {
		next := (r + n/r) / 2
		if next >= r {
			return int(r)
		}
		r = next
	}
}
