package picture

import "image"

// The map on the card, and its lines in sixty-fourths of a pixel.
var mapBox = image.Rect(Width-mapSide, 0, Width, Height)

const (
	edgeWidth    = pixel * 3 / 4
	borderWidth  = pixel * 5 / 4
	haloWidth    = pixel * 3 / 2
	markWidth    = pixel * 3
	markRadius   = 20 * pixel // at least, and
	markFurthest = 52 * pixel // at most
	markMargin   = 8 * pixel
	dotRadius    = 5 * pixel
	insetSide    = 168 // pixels
	insetMargin  = 24
)

// scale turns units of a map into positions: first moved, then multiplied by over/under.
type scale struct{ x, y, over, under, left, top int }

// cover scales a map so that it fills the square of the card.
func cover(width, height int) scale {
	return scale{
		x: -tame(width) / 2, y: -tame(height) / 2, over: mapSide * pixel,
		under: tame(min(width, height)),
		left:  (mapBox.Min.X + mapSide/2) * pixel, top: mapSide / 2 * pixel,
	}
}

// within scales rings so that they fit into a box of the card.
func within(box image.Rectangle, rings [][]Point) scale {
	low, high := extent(rings)
	wide, tall := max(high.X-low.X, 1), max(high.Y-low.Y, 1)
	s := scale{x: -(low.X + high.X) / 2, y: -(low.Y + high.Y) / 2, over: box.Dx() * pixel,
		under: wide}
	if int64(wide)*int64(box.Dy()) < int64(tall)*int64(box.Dx()) {
		s.over, s.under = box.Dy()*pixel, tall
	}
	s.left, s.top = (box.Min.X+box.Max.X)*pixel/2, (box.Min.Y+box.Max.Y)*pixel/2
	return s
}

func (s scale) point(p Point) Point {
	return Point{X: s.left + scaled(tame(p.X)+s.x, s.over, s.under),
		Y: s.top + scaled(tame(p.Y)+s.y, s.over, s.under)}
}

func (s scale) points(line []Point) []Point {
	list := make([]Point, len(line))
	for i, p := range line {
		list[i] = s.point(p)
	}
	return list
}

// tame keeps a coordinate so small that no product overflows.
func tame(n int) int { return min(max(n, -1<<28), 1<<28) }

// extent is the box around rings.
func extent(rings [][]Point) (low, high Point) {
	first := true
	for _, ring := range rings {
		for _, p := range ring {
			p = Point{X: tame(p.X), Y: tame(p.Y)}
			if first {
				low, high, first = p, p, false
			}
			low = Point{X: min(low.X, p.X), Y: min(low.Y, p.Y)}
			high = Point{X: max(high.X, p.X), Y: max(high.Y, p.Y)}
		}
	}
	return low, high
}

// region paints the shape, its mark and its inset on the map.
func (b *Base) region(d *desk, c Card) {
	d.mask.over(mapBox)
	closed := make([][]Point, len(c.Shape))
	for i, ring := range c.Shape {
		if len(ring) > 0 {
			closed[i] = append(append([]Point(nil), ring...), ring[0])
		}
	}
	b.lines(&d.mask, closed, 2*haloWidth).paint(d.canvas, b.inks.paper)
	b.rings(&d.mask, c.Shape).paint(d.canvas, b.inks.accent)
	if c.Mark != nil {
		b.mark(d, c)
	}
	if len(c.Inset) > 0 {
		b.inset(d, c.Inset)
	}
}

// mark paints a ring with room for the shape, or around a dot when there is
// none. A shape that needs no ring to be found has none.
func (b *Base) mark(d *desk, c Card) {
	at := held(b.scale.point(*c.Mark))
	radius := max(markRadius, b.reach(at, c.Shape)+markMargin)
	if radius > markFurthest {
		return
	}
	for _, hoop := range []struct {
		width int
		with  *ink
	}{{markWidth + 2*haloWidth, b.inks.paper}, {markWidth, b.inks.accent}} {
		d.mask.circle(at, radius+hoop.width/2, 1)
		d.mask.circle(at, radius-hoop.width/2, -1)
		d.mask.paint(d.canvas, hoop.with)
	}
	if len(c.Shape) == 0 {
		d.mask.circle(at, dotRadius, 1)
		d.mask.paint(d.canvas, b.inks.accent)
	}
}

// reach is how far a shape extends from a place.
func (b *Base) reach(at Point, shape [][]Point) int {
	furthest := 0
	for _, ring := range shape {
		for _, p := range b.scale.points(ring) {
			p = held(p)
			furthest = max(furthest, distance(p.X-at.X, p.Y-at.Y))
		}
	}
	return furthest
}

// inset paints rings by themselves in a box in the corner of the map.
func (b *Base) inset(d *desk, rings [][]Point) {
	at := mapBox.Min.Add(image.Pt(insetMargin, insetMargin))
	box := image.Rect(0, 0, insetSide, insetSide).Add(at)
	b.inks.border.box(d.canvas, box)
	b.inks.sea.box(d.canvas, box.Inset(1))
	s := within(box.Inset(insetMargin), rings)
	for _, ring := range rings {
		d.mask.ring(s.points(ring))
	}
	d.mask.paint(d.canvas, b.inks.accent)
}
