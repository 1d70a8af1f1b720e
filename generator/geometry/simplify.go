package geometry

import (
	"container/heap"
	"math"
)

// weigh gives each point of a line the weight at which it may go: Visvalingam
// and Whyatt's effective area (1993), in square units of the map, with flat
// corners counting more than spikes. The weights rise in the order of removal, so every
// tolerance gives a subset of a finer one's points. The ends never go; a closed
// line keeps two more points, so that it keeps an area.
func weigh(line []place) []float64 {
	w := make([]float64, len(line))
	q := &queue{line: line, before: make([]int, len(line)), after: make([]int, len(line)),
		spot: make([]int, len(line))}
	for i := range line {
		q.before[i], q.after[i], w[i] = i-1, i+1, math.Inf(1)
	}
	for i := 1; i < len(line)-1; i++ {
		q.spot[i] = len(q.items)
		q.items = append(q.items, item{i, q.area(i)})
	}
	heap.Init(q)
	keep := 0
	if line[0] == line[len(line)-1] {
		keep = 2
	}
	for highest := 0.0; q.Len() > keep; {
		next := heap.Pop(q).(item)
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

// queue is a heap of inner points, smallest area first, over a linked line.
type queue struct {
	line                []place
	before, after, spot []int // spot: where in items a point stands
	items               []item
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

func (q *queue) renew(i int) {
	if i == 0 || i == len(q.line)-1 {
		return
	}
	q.items[q.spot[i]].area = q.area(i)
	heap.Fix(q, q.spot[i])
}

func (q *queue) Len() int { return len(q.items) }

// Less breaks ties by position, so that equal areas always go in the same order.
func (q *queue) Less(i, j int) bool {
	a, b := q.items[i], q.items[j]
	return a.area < b.area || a.area == b.area && a.point < b.point
}

func (q *queue) Swap(i, j int) {
	q.items[i], q.items[j] = q.items[j], q.items[i]
	q.spot[q.items[i].point], q.spot[q.items[j].point] = i, j
}

func (q *queue) Push(any) {} // nothing is ever added

func (q *queue) Pop() any {
	last := q.items[len(q.items)-1]
	q.items = q.items[:len(q.items)-1]
	return last
}

// threshold turns a tolerance (a length) into the weight below which points go.
// A triangle of that weight is about as wide as the tolerance.
func threshold(tolerance float64) float64 {
	side := tolerance / 0.65
	return side * side
}
