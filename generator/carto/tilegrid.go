package carto

import (
	"cmp"
	"math"
	"slices"

	"regional-atlas/generator/geometry"
)

// cell is a place in a grid of tiles.
type cell struct{ column, row int }

// tileColumns is how many tiles stand side by side: on the narrowest phones they
// are 44 pixels wide, which a finger can hit.
const tileColumns = 6

// tileGrid gives every point a cell of its own, so that tiles lie to each other as
// the points do. Each point has a place that it would like: half of it is where the
// point lies, half is its rank among all, which makes room where many lie close. The
// cells are shared out so that the squares of the ways that all must move are least.
// All is reckoned in whole numbers, so every machine finds the same grid.
func tileGrid(points []geometry.Point) []cell {
	if len(points) == 0 {
		return nil
	}
	rows := tileRows(len(points))
	xs, ys := make([]int, len(points)), make([]int, len(points))
	for i, p := range points {
		xs[i], ys[i] = p.X, p.Y
	}
	x, y := wishes(xs, tileColumns), wishes(ys, rows)
	cells := make([]cell, 0, tileColumns*rows)
	for n := range tileColumns * rows {
		cells = append(cells, cell{n % tileColumns, n / tileColumns})
	}
	taken := assign(len(points), len(cells), func(point, n int) int {
		dx, dy := x[point]-cells[n].column*unit, y[point]-cells[n].row*unit
		return dx*dx + dy*dy
	})
	list := make([]cell, len(points))
	for i, n := range taken {
		list[i] = cells[n]
	}
	return trimmed(list)
}

// unit is the width of a cell in the reckoning.
const unit = 100

// tileRows is how many rows hold n tiles with some cells free, where the sea is.
func tileRows(n int) int {
	const spare = 30 // free cells for each hundred tiles
	rows := (n*(100+spare)/100 + tileColumns - 1) / tileColumns
	return max(rows, int(math.Ceil(math.Sqrt(float64(n)))))
}

// wishes are where some values would like to lie in so many cells.
func wishes(values []int, cells int) []int {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(values[a], values[b]) })
	least, most := values[order[0]], values[order[len(order)-1]]
	room := (cells - 1) * unit
	list := make([]int, len(values))
	for rank, i := range order {
		even := room * (2*rank + 1) / (2 * len(values))
		list[i] = even
		if most > least {
			list[i] = (even + room*(values[i]-least)/(most-least)) / 2
		}
	}
	return list
}

// trimmed moves cells up and left by the rows and columns that are empty there.
func trimmed(list []cell) []cell {
	left := slices.MinFunc(list, func(a, b cell) int { return a.column - b.column }).column
	above := slices.MinFunc(list, func(a, b cell) int { return a.row - b.row }).row
	for i := range list {
		list[i].column -= left
		list[i].row -= above
	}
	return list
}

// assign gives each of n takers one of m things, at least as many, so that the sum
// of the costs is least (the Hungarian method: takers come one by one, each along the
// cheapest chain of exchanges). Of equal things a taker has the first.
func assign(n, m int, cost func(taker, thing int) int) []int {
	a := assignment{takerOf: make([]int, m+1), takers: make([]int, n+1), things: make([]int, m+1),
		cost: cost}
	for taker := 1; taker <= n; taker++ {
		a.add(taker)
	}
	list := make([]int, n)
	for thing, taker := range a.takerOf {
		if taker > 0 && thing > 0 {
			list[taker-1] = thing - 1
		}
	}
	return list
}

// assignment numbers takers and things from 1; number 0 stands for nobody.
type assignment struct {
	takerOf        []int // by thing
	takers, things []int // what the method takes off the costs
	cost           func(taker, thing int) int
}

// add gives one more taker a thing.
func (a *assignment) add(taker int) {
	m := len(a.things)
	least, before, done := make([]int, m), make([]int, m), make([]bool, m)
	for i := range least {
		least[i] = math.MaxInt
	}
	a.takerOf[0] = taker
	at := 0
	for a.takerOf[at] != 0 {
		done[at] = true
		next := a.reach(at, least, before, done)
		a.lower(least[next], least, done)
		at = next
	}
	for at != 0 {
		a.takerOf[at] = a.takerOf[before[at]]
		at = before[at]
	}
}

// reach looks from a thing at those not done yet, and returns the nearest.
func (a *assignment) reach(at int, least, before []int, done []bool) (next int) {
	taker := a.takerOf[at]
	for thing := 1; thing < len(done); thing++ {
		if done[thing] {
			continue
		}
		if way := a.cost(taker-1, thing-1) - a.takers[taker] - a.things[thing]; way < least[thing] {
			least[thing], before[thing] = way, at
		}
		if next == 0 || least[thing] < least[next] {
			next = thing
		}
	}
	return next
}

// lower takes an amount off the costs of what was reached.
func (a *assignment) lower(amount int, least []int, done []bool) {
	for thing := range done {
		if done[thing] {
			a.takers[a.takerOf[thing]] += amount
			a.things[thing] -= amount
		} else {
			least[thing] -= amount
		}
	}
}
