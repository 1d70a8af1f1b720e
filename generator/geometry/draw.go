package geometry

import (
	"math"
	"sync"
)

// Drawing is a map seen through a frame: simplified, rounded, ready to be
// written. It is made by Topology.Draw and never changes.
type Drawing struct {
	frame  Frame
	top    *Topology
	arcs   [][]Point // on the grid, by arc number
	boxes  []Box     // around them
	island float64   // single rings below this many square units are left out

	centres sync.Map // what Centre found, by code
	paths   sync.Map // path data that was asked for, by the key of path
}

// Frame returns the frame it was drawn for.
func (d *Drawing) Frame() Frame { return d.frame }

// Draw simplifies the map to a tolerance (metres; details narrower than it go) and
// puts it on the grid of the frame. Arc ends stay, so borders stay closed; small
// regions keep more detail than the tolerance asks for, so that none loses its shape.
func (t *Topology) Draw(frame Frame, tolerance float64) *Drawing {
	scale, tolerance := frame.scale(), max(0, tolerance)
	d := &Drawing{frame: frame, top: t, arcs: make([][]Point, len(t.arcs)),
		island: max(1, tolerance*tolerance/2*scale*scale)}
	fine := make([]float64, len(t.arcs))
	for i := range t.arcs {
		fine[i] = tolerance
		d.arcs[i] = t.arcs[i].grid(frame, tolerance)
	}
	for _, f := range t.features {
		d.refine(t.largest(f.rings), fine)
	}
	d.boxes = make([]Box, len(d.arcs))
	for i, line := range d.arcs {
		if len(line) > 0 { // the map of an inset has no points for arcs of others
			d.boxes[i] = boxOf(line)
		}
	}
	return d
}

// isAway holds for arcs that lie outside the picture, all on one side of it. In the
// picture of a country that is most of Europe.
func (d *Drawing) isAway(refs []int) bool {
	box := d.boxes[arcOf(refs[0])]
	for _, ref := range refs[1:] {
		box = box.With(d.boxes[arcOf(ref)])
	}
	return d.frame.window().misses(box)
}

// refine halves the tolerance of the arcs of a ring until its area is right within
// a third. Four times is enough: what is then still wrong is smaller than the grid.
func (d *Drawing) refine(ring []int, fine []float64) {
	scale := d.frame.scale()
	want := math.Abs(d.top.area(ring)) * scale * scale
	for range 4 {
		if got := math.Abs(float64(d.area2(ring))) / 2; got > want*0.67 && got < want*1.5 {
			return
		}
		for _, ref := range ring {
			i := arcOf(ref)
			fine[i] /= 2
			d.arcs[i] = d.top.arcs[i].grid(d.frame, fine[i])
		}
	}
}

// grid picks the points that weigh enough, rounds them, and drops what rounding
// made double or straight.
func (a arc) grid(frame Frame, tolerance float64) []Point {
	least := threshold(tolerance)
	line := make([]Point, 0, 8)
	for i, p := range a.places {
		if a.weight[i] < least {
			continue
		}
		line = join(line, frame.Point(p.x, p.y))
	}
	return line
}

// join appends a point to a line, unless it repeats the last; a last point that lies
// straight between its neighbours is dropped first.
func join(line []Point, p Point) []Point {
	n := len(line)
	if n > 0 && line[n-1] == p {
		return line
	}
	if n > 1 && between(line[n-2], line[n-1], p) {
		n--
	}
	return append(line[:n], p)
}

// between says whether b lies on the straight way from a to c.
func between(a, b, c Point) bool {
	ux, uy, vx, vy := b.X-a.X, b.Y-a.Y, c.X-b.X, c.Y-b.Y
	return ux*vy == uy*vx && ux*vx+uy*vy > 0
}

// area2 is twice the signed area of a ring, added up arc by arc.
func (d *Drawing) area2(refs []int) int {
	sum := 0
	for _, ref := range refs {
		line, swept := d.arcs[arcOf(ref)], 0
		for i := 1; i < len(line); i++ {
			swept += line[i-1].X*line[i].Y - line[i].X*line[i-1].Y
		}
		if ref < 0 {
			swept = -swept
		}
		sum += swept
	}
	return sum
}

// ring puts the arcs of a ring end to end. The first point is not repeated at the end.
func (d *Drawing) ring(refs []int) []Point {
	size := 0
	for _, ref := range refs {
		size += len(d.arcs[arcOf(ref)])
	}
	ring := make([]Point, 0, size)
	for _, ref := range refs {
		line := d.arcs[arcOf(ref)]
		for i := range line {
			p := line[i]
			if ref < 0 {
				p = line[len(line)-1-i]
			}
			if len(ring) == 0 || ring[len(ring)-1] != p {
				ring = append(ring, p)
			}
		}
	}
	for len(ring) > 1 && ring[0] == ring[len(ring)-1] {
		ring = ring[:len(ring)-1]
	}
	return ring
}
