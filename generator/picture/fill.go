package picture

import (
	"encoding/binary"
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/vector"
)

// Positions inside the room are in sixty-fourths of a pixel, as in fonts.
const (
	shift = 6
	pixel = 1 << shift
)

// far is where positions are held, so that products stay small on any machine.
const far = 1 << 20

// mask collects closed outlines and paints what they cover. Outlines that run in
// the same direction cover once where they overlap; one in the other direction
// cuts a hole, as rings of maps and outlines of letters do.
type mask struct {
	clip     image.Rectangle // what may be painted
	steps    []step
	outlines []outline

	raster vector.Rasterizer
	cover  []uint8 // memory for covered
}

// An outline is a part of the steps, closed.
type outline struct {
	first, end int   // of the steps
	low, high  Point // the corners of a box around it
}

// mostSide is the longest side of a tile, which the rasterizer fills at once: beyond, it
// counts in fractions of another kind, and takes twenty times as long for each pixel.
const mostSide = 512

// A step begins an outline, or goes on by a line or by a quadratic curve.
type step struct {
	kind        kind
	to, control Point
}

type kind int

const (
	begin kind = iota
	straight
	bent
)

// over sets the empty mask on a part of the picture.
func (m *mask) over(clip image.Rectangle) {
	m.clip, m.steps, m.outlines = clip, m.steps[:0], m.outlines[:0]
}

func (m *mask) move(to Point) { m.add(begin, to, to) }

func (m *mask) line(to Point) { m.add(straight, to, to) }

func (m *mask) curve(control, to Point) { m.add(bent, to, control) }

func (m *mask) add(kind kind, to, control Point) {
	to, control = held(to), held(control)
	m.steps = append(m.steps, step{kind, to, control})
	if kind == begin {
		m.outlines = append(m.outlines, outline{first: len(m.steps) - 1, low: to, high: to})
	}
	o := &m.outlines[len(m.outlines)-1]
	o.end = len(m.steps)
	o.low = Point{X: min(o.low.X, to.X, control.X), Y: min(o.low.Y, to.Y, control.Y)}
	o.high = Point{X: max(o.high.X, to.X, control.X), Y: max(o.high.Y, to.Y, control.Y)}
}

// box holds every pixel that an outline touches.
func (o outline) box() image.Rectangle {
	return image.Rect(o.low.X>>shift, o.low.Y>>shift, o.high.X>>shift+1, o.high.Y>>shift+1)
}

func held(p Point) Point {
	return Point{X: min(max(p.X, -far), far), Y: min(max(p.Y, -far), far)}
}

// ring adds a closed outline.
func (m *mask) ring(points []Point) {
	for i, p := range points {
		if i == 0 {
			m.move(p)
		} else {
			m.line(p)
		}
	}
}

// stroke adds an open line of a width. Each piece is longer by half the width
// at both ends, so that corners are closed.
func (m *mask) stroke(line []Point, width int) {
	for i := 1; i < len(line); i++ {
		a, b := held(line[i-1]), held(line[i])
		dx, dy := b.X-a.X, b.Y-a.Y
		length := distance(dx, dy)
		if length == 0 {
			continue
		}
		x, y := scaled(dx, width, 2*length), scaled(dy, width, 2*length)
		a, b = Point{X: a.X - x, Y: a.Y - y}, Point{X: b.X + x, Y: b.Y + y}
		m.ring([]Point{{X: a.X - y, Y: a.Y + x}, {X: b.X - y, Y: b.Y + x}, {X: b.X + y, Y: b.Y - x},
			{X: a.X + y, Y: a.Y - x}})
	}
}

// The cosine of 45 and the tangent of 22.5 degrees, times 65,536.
const cosine45, tangent22 = 46341, 27146

// circle adds a circle as eight curves, true to a thousandth of the radius. A
// turn of -1 makes it run the other way, to cut a hole.
func (m *mask) circle(middle Point, radius, turn int) {
	far, near := scaled(radius, cosine45, 1<<16), scaled(radius, tangent22, 1<<16)
	on := [8]Point{{X: radius, Y: 0}, {X: far, Y: far}, {X: 0, Y: radius}, {X: -far, Y: far},
		{X: -radius, Y: 0}, {X: -far, Y: -far}, {X: 0, Y: -radius}, {X: far, Y: -far}}
	off := [8]Point{{X: radius, Y: near}, {X: near, Y: radius}, {X: -near, Y: radius}, {X: -radius, Y: near},
		{X: -radius, Y: -near}, {X: -near, Y: -radius}, {X: near, Y: -radius}, {X: radius, Y: -near}}
	at := func(p Point) Point { return Point{X: middle.X + p.X, Y: middle.Y + turn*p.Y} }
	m.move(at(on[0]))
	for i := range on {
		m.curve(at(off[i]), at(on[(i+1)%8]))
	}
}

// box holds all that is covered at all.
func (m *mask) box() image.Rectangle {
	var box image.Rectangle
	for _, o := range m.outlines {
		box = box.Union(o.box())
	}
	return box.Intersect(m.clip)
}

// tiles are the box in pieces that the rasterizer is quick with, alike as far as they can be.
func (m *mask) tiles(yield func(image.Rectangle) bool) {
	box := m.box()
	columns, rows := (box.Dx()+mostSide-1)/mostSide, (box.Dy()+mostSide-1)/mostSide
	for row := range rows {
		for column := range columns {
			piece := image.Rect(
				box.Min.X+box.Dx()*column/columns, box.Min.Y+box.Dy()*row/rows,
				box.Min.X+box.Dx()*(column+1)/columns, box.Min.Y+box.Dy()*(row+1)/rows,
			)
			if !yield(piece) {
				return
			}
		}
	}
}

// covered says how much of each pixel of a tile is covered, row by row; 255 is all of it.
// Positions are whole numbers for the rasterizer, which comes to the same sum on every
// machine.
func (m *mask) covered(tile image.Rectangle) []uint8 {
	size := tile.Size()
	if n := size.X * size.Y; len(m.cover) < n {
		m.cover = make([]uint8, n)
	}
	m.raster.Reset(size.X, size.Y)
	m.raster.DrawOp = draw.Src
	for _, o := range m.outlines {
		if o.box().Overlaps(tile) { // what lies beside it, being closed, covers nothing of it
			m.trace(m.steps[o.first:o.end], tile.Min)
		}
	}
	alpha := image.Alpha{Pix: m.cover, Stride: size.X, Rect: image.Rectangle{Max: size}}
	m.raster.Draw(&alpha, alpha.Rect, image.Opaque, image.Point{})
	return m.cover[:size.X*size.Y]
}

// trace hands an outline to the rasterizer, seen from a corner, and closes it.
func (m *mask) trace(steps []step, corner image.Point) {
	place := func(p Point) (x, y float32) {
		return float32(p.X-corner.X<<shift) / pixel, float32(p.Y-corner.Y<<shift) / pixel
	}
	for _, s := range steps {
		x, y := place(s.to)
		switch s.kind {
		case begin:
			m.raster.MoveTo(x, y)
		case straight:
			m.raster.LineTo(x, y)
		case bent:
			overX, overY := place(s.control)
			m.raster.QuadTo(overX, overY, x, y)
		}
	}
	m.raster.ClosePath()
}

// paint lays an ink on the picture where the mask is covered and empties the mask.
func (m *mask) paint(on *image.Paletted, with *ink) {
	for tile := range m.tiles {
		cover := m.covered(tile)
		for y := tile.Min.Y; y < tile.Max.Y; y++ {
			with.lay(on.Pix[on.PixOffset(tile.Min.X, y):], cover[:tile.Dx()])
			cover = cover[tile.Dx():]
		}
	}
	m.over(m.clip)
}

// lay puts the ink on a row of pixels, of which so much is covered. Mostly eight in a row
// are covered alike: not at all, or whole.
func (k *ink) lay(pixels, cover []uint8) {
	const whole = 1<<64 - 1
	for ; len(cover) >= 8; pixels, cover = pixels[8:], cover[8:] {
		switch binary.LittleEndian.Uint64(cover) {
		case 0:
		case whole:
			k.fill(pixels[:8])
		default:
			k.mix(pixels, cover[:8])
		}
	}
	k.mix(pixels, cover)
}

func (k *ink) mix(pixels, cover []uint8) {
	for x, part := range cover {
		if level := (int(part)*levels + 127) / 255; level > 0 {
			pixels[x] = k[level][pixels[x]]
		}
	}
}

// fill covers pixels whole: then it does not matter what is below.
func (k *ink) fill(pixels []uint8) {
	for x := range pixels {
		pixels[x] = k[levels][0]
	}
}

// box paints a rectangle of whole pixels.
func (k *ink) box(on *image.Paletted, r image.Rectangle) {
	r = r.Intersect(on.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		k.fill(on.Pix[on.PixOffset(r.Min.X, y):][:r.Dx()])
	}
}

// distance is the length of a way, rounded down.
func distance(dx, dy int) int {
	return int(math.Sqrt(float64(int64(dx)*int64(dx) + int64(dy)*int64(dy))))
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
