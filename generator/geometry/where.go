package geometry

import "math"

// Bounds returns the box of a code in the picture; false when it is not in it.
func (d *Drawing) Bounds(code string) (Box, bool) {
	rings := d.Rings(code)
	if len(rings) == 0 {
		return Box{}, false
	}
	var all []Point
	for _, ring := range rings {
		all = append(all, ring...)
	}
	return boxOf(all), true
}

// Area returns the area of a code in the picture, in square viewBox units.
func (d *Drawing) Area(code string) float64 {
	sum := 0
	for _, ring := range d.Rings(code) {
		sum += area2(ring) // holes run the other way round, so they subtract
	}
	return math.Abs(float64(sum)) / 2
}

// Centre returns the point inside the largest part of a code that is farthest from
// its outline: where a mark sits best. False when the code is not in the picture.
func (d *Drawing) Centre(code string) (Point, bool) {
	known, found := d.centres.Load(code)
	if !found {
		p, drawn := d.centre(code)
		known, _ = d.centres.LoadOrStore(code, centre{p, drawn})
	}
	c := known.(centre)
	return c.at, c.drawn
}

// centre is what Centre found for a code: the search is dear, and a drawing
// never changes.
type centre struct {
	at    Point
	drawn bool
}

func (d *Drawing) centre(code string) (Point, bool) {
	rings := d.Rings(code)
	if len(rings) == 0 {
		return Point{}, false
	}
	p, _ := innermost(rings, 1)
	return p, true
}

// Holds reports whether a point of the picture lies inside a code.
func (d *Drawing) Holds(code string, p Point) bool {
	rings := d.Rings(code)
	return len(rings) > 0 && depth(rings, place{float64(p.X), float64(p.Y)}, 1) > 0
}

// Meets reports whether a code lies, with a part at least, in a box of the picture.
func (d *Drawing) Meets(code string, box Box) bool {
	rings := d.Rings(code)
	if len(rings) == 0 {
		return false
	}
	middle := place{float64(box.MinX+box.MaxX) / 2, float64(box.MinY+box.MaxY) / 2}
	return touches(rings, box) || depth(rings, middle, 1) > 0
}

// Label returns the middle of the place where a name of a width and height (viewBox
// units) sits best inside a code, on none of the excepted ones; false when there is
// no place large enough.
func (d *Drawing) Label(code string, width, height int, except ...string) (Point, bool) {
	rings := d.shape(d.top.without(d.top.members(code), except))
	if width <= 0 || height <= 0 || !hasRoom(rings, width, height) {
		return Point{}, false
	}
	// Squeezed so that the name becomes a square, the deepest point has the most room for it.
	p, deep := innermost(rings, float64(height)/float64(width))
	box := Box{p.X - width/2, p.Y - height/2, p.X + width/2, p.Y + height/2}
	return p, deep > 0 && !touches(rings, box)
}

// hasRoom is false where no box of a size can lie inside the rings: none is as wide and
// as high, or the land is smaller. To look for the place of a name is dear.
func hasRoom(rings [][]Point, width, height int) bool {
	width, height = width/2*2, height/2*2 // as the box around a whole point
	area, isFit := 0, false
	for _, ring := range rings {
		area += area2(ring)
		box := boxOf(ring)
		isFit = isFit || box.Width() >= width && box.Height() >= height
	}
	return isFit && abs(area) >= 2*width*height
}

// touches says whether any ring passes through a box.
func touches(rings [][]Point, box Box) bool {
	for _, ring := range rings {
		last := ring[len(ring)-1]
		for _, p := range ring {
			if _, _, ok := clipStep(last, p, box); ok {
				return true
			}
			last = p
		}
	}
	return false
}

// innermost looks for the point deepest inside the rings after x is multiplied by
// squeeze, within the box of the largest ring: a coarse grid, then ever finer ones around
// the best so far, until the step is below half a unit. It returns the depth too.
func innermost(rings [][]Point, squeeze float64) (Point, float64) {
	const steps = 10
	box := boxOf(largestOf(rings))
	w, h := float64(box.Width()), float64(box.Height())
	best, deepest, in := place{}, math.Inf(-1), outline{rings: rings, squeeze: squeeze}
	middle := place{float64(box.MinX) + w/2, float64(box.MinY) + h/2}
	for range 12 {
		for i := range steps * steps {
			p := place{middle.x + w*((float64(i%steps)+0.5)/steps-0.5),
				middle.y + h*((float64(i/steps)+0.5)/steps-0.5)}
			if d, more := in.deeper(p, deepest); more {
				best, deepest = p, d
			}
		}
		if w, h = w/4, h/4; w < 1 && h < 1 {
			break
		}
		middle = best
	}
	return in.whole(best)
}

func largestOf(rings [][]Point) []Point {
	largest := rings[0]
	for _, ring := range rings {
		if abs(area2(ring)) > abs(area2(largest)) {
			largest = ring
		}
	}
	return largest
}

// whole rounds a place to the whole point around it that lies deepest inside.
func (o *outline) whole(p place) (best Point, deepest float64) {
	deepest = math.Inf(-1)
	for _, x := range []float64{math.Floor(p.x), math.Ceil(p.x)} {
		for _, y := range []float64{math.Floor(p.y), math.Ceil(p.y)} {
			if d, more := o.deeper(place{x, y}, deepest); more {
				best, deepest = Point{int(x), int(y)}, d
			}
		}
	}
	return best, deepest
}

// depth is the distance of a place from the rings, negative outside (even-odd rule).
func depth(rings [][]Point, p place, squeeze float64) float64 {
	o := outline{rings: rings, squeeze: squeeze}
	d, _ := o.deeper(p, math.Inf(-1))
	return d
}

// outline is rings that places are looked for in, after x is multiplied by squeeze.
type outline struct {
	rings   [][]Point
	squeeze float64

	isLeft bool
	left   [2]place // the side that was too near to the place before
}

// deeper is the depth of a place if it lies deeper than another. Most places of a search
// do not: they are left at the first side of a ring that is too near, often the same as
// for the place before, which is a neighbour.
func (o *outline) deeper(p place, than float64) (float64, bool) {
	inside, nearest, enough := false, math.Inf(1), -1.0
	if than > 0 {
		const rounding = 1e-12
		enough = than * than * (1 - rounding)
	}
	p.x *= o.squeeze
	if o.isLeft && distance2(p, o.left[0], o.left[1]) < enough {
		return 0, false
	}
	for _, ring := range o.rings {
		last := ring[len(ring)-1]
		a := place{float64(last.X) * o.squeeze, float64(last.Y)}
		for _, q := range ring {
			b := place{float64(q.X) * o.squeeze, float64(q.Y)}
			if (a.y > p.y) != (b.y > p.y) && p.x < (b.x-a.x)*(p.y-a.y)/(b.y-a.y)+a.x {
				inside = !inside
			}
			if nearest = min(nearest, distance2(p, a, b)); nearest < enough {
				o.isLeft, o.left = true, [2]place{a, b}
				return 0, false
			}
			a = b
		}
	}
	d := math.Sqrt(nearest)
	if !inside {
		d = -d
	}
	return d, d > than
}

// distance2 is the square of the distance of a place from a segment.
func distance2(p, a, b place) float64 {
	dx, dy := b.x-a.x, b.y-a.y
	t := 0.0
	if long := dx*dx + dy*dy; long > 0 {
		t = max(0, min(1, ((p.x-a.x)*dx+(p.y-a.y)*dy)/long))
	}
	ex, ey := p.x-a.x-t*dx, p.y-a.y-t*dy
	return ex*ex + ey*ey
}
