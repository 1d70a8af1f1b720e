package geometry

import "math"

// weigh gives each point of a line the weight at which it may go: Visvalingam
// and Whyatt's effective area (1993), in square units of the map, with flat
// corners counting more than spikes. The weights rise in the order of removal, so every
// tolerance gives a subset of a finer one's points. The ends never go; a closed
// line keeps two more points, so that it keeps an area.
func (q *queue) weigh(line []place) []float64 {
	w := make([]float64, len(line))
	q.begin(line)
	for i := range line {
		w[i] = math.Inf(1)
	}
	keep := 0
	if line[0] == line[len(line)-1] {
		keep = 2
	}
	for highest := 0.0; len(q.items) > keep; {
		next := q.pop()
		highest = max(highest, next.area)
		w[next.point] = highest
		b, a := q.before[next.point], q.after[next.point]
		q.after[b], q.before[a] = a, b
		q.renew(b)
		q.renew(a)
	}
	return w
}

type item struct {
	point int
	area  float64
}

// comesBefore breaks ties by position, so that equal areas always go in the same order.
func (a item) comesBefore(b item) bool {
	return a.area < b.area || a.area == b.area && a.point < b.point
}

// queue is a heap of inner points, smallest area first, over a linked line. One serves
// many lines in turn: thousands are weighed when a map is read.
type queue struct {
	line                []place
	before, after, spot []int // spot: where in items a point stands
	items               []item
}

// begin takes a line.
func (q *queue) begin(line []place) {
	q.line, q.items = line, q.items[:0]
	for i := len(q.spot); i < len(line); i++ {
		q.before, q.after, q.spot = append(q.before, 0), append(q.after, 0), append(q.spot, 0)
	}
	for i := range line {
		q.before[i], q.after[i] = i-1, i+1
	}
	for i := 1; i < len(line)-1; i++ {
		q.items = append(q.items, item{i, q.area(i)})
	}
	for i, it := range q.items {
		q.spot[it.point] = i
	}
	for i := len(q.items)/2 - 1; i >= 0; i-- {
		q.sink(i)
	}
}

// area is the triangle of a point and its neighbours, weighted by the angle: a
// spike (cosine near 1) counts 0.3 times, a nearly straight passage 1.7 times.
func (q *queue) area(i int) float64 {
	a, b, c := q.line[q.before[i]], q.line[i], q.line[q.after[i]]
	ux, uy, vx, vy := a.x-b.x, a.y-b.y, c.x-b.x, c.y-b.y
	long := math.Hypot(ux, uy) * math.Hypot(vx, vy)
	if long == 0 {
		return 0
	}
	return math.Abs(ux*vy-uy*vx) / 2 * (1 - 0.7*(ux*vx+uy*vy)/long)
}

// renew puts a point in its place when its neighbours are others.
func (q *queue) renew(i int) {
	if i == 0 || i == len(q.line)-1 {
		return
	}
	at := q.spot[i]
	q.items[at].area = q.area(i)
	q.sink(q.rise(at))
}

// pop takes out the item that comes first.
func (q *queue) pop() item {
	first, last := q.items[0], len(q.items)-1
	q.put(0, q.items[last])
	q.items = q.items[:last]
	if last > 0 {
		q.sink(0)
	}
	return first
}

func (q *queue) put(at int, it item) { q.items[at], q.spot[it.point] = it, at }

// rise moves an item before those that it comes before, and tells where it is then.
func (q *queue) rise(at int) int {
	it := q.items[at]
	for at > 0 {
		above := (at - 1) / 2
		if !it.comesBefore(q.items[above]) {
			break
		}
		q.put(at, q.items[above])
		at = above
	}
	q.put(at, it)
	return at
}

// sink moves an item behind those that come before it.
func (q *queue) sink(at int) {
	it := q.items[at]
	for {
		below := 2*at + 1
		if below >= len(q.items) {
			break
		}
		if other := below + 1; other < len(q.items) && q.items[other].comesBefore(q.items[below]) {
			below = other
		}
		if !q.items[below].comesBefore(it) {
			break
		}
		q.put(at, q.items[below])
		at = below
	}
	q.put(at, it)
}

// threshold turns a tolerance (a length) into the weight below which points go.
// A triangle of that weight is about as wide as the tolerance.
func threshold(tolerance float64) float64 {
	side := tolerance / 0.65
	return side * side
}
