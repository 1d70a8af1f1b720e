package carto

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"regional-atlas/generator/geometry"
)

// The sum of costs is the least of all ways to share out, of equal ones always the same.
func TestAssignIsCheapest(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		n := 1 + random.IntN(5)
		m := n + random.IntN(3)
		costs := make([][]int, n)
		for i := range costs {
			for range m {
				costs[i] = append(costs[i], random.IntN(30))
			}
		}
		cost := func(taker, thing int) int { return costs[taker][thing] }
		got := assign(n, m, cost)
		if again := assign(n, m, cost); !slices.Equal(got, again) {
			t.Fatalf("%v, then %v", got, again)
		}
		sum := 0
		for taker, thing := range got {
			sum += cost(taker, thing)
			if slices.Index(got, thing) != taker {
				t.Fatalf("%d is given twice: %v", thing, got)
			}
		}
		if want := cheapest(costs, 0, make([]bool, m)); sum != want {
			t.Fatalf("%v: %v costs %d, the cheapest %d", costs, got, sum, want)
		}
	}
}

// cheapest tries every way.
func cheapest(costs [][]int, taker int, taken []bool) int {
	if taker == len(costs) {
		return 0
	}
	best := 1 << 30
	for thing := range taken {
		if !taken[thing] {
			taken[thing] = true
			best = min(best, costs[taker][thing]+cheapest(costs, taker+1, taken))
			taken[thing] = false
		}
	}
	return best
}

// Every point has a cell of its own in few columns, those of a grid stay where they
// are, and the order of the points of the compass is kept but for near neighbours.
func TestTileGridKeepsGeography(t *testing.T) {
	var square []geometry.Point
	for n := range 36 {
		square = append(square, geometry.Point{X: 100 * (n % 6), Y: 100 * (n / 6)})
	}
	for n, c := range tileGrid(square) {
		if c.column != n%6 {
			t.Errorf("point %d of a square lies in column %d", n, c.column)
		}
	}
	m := onEurope(t, someRegions(t, 90)...)
	points := m.tilePoints()
	cells := tileGrid(points)
	seen, pairs, turned := map[cell]bool{}, 0, 0
	for i, c := range cells {
		if seen[c] || c.column < 0 || c.column >= tileColumns || c.row < 0 {
			t.Fatalf("two in cell %+v, or outside", c)
		}
		seen[c] = true
		for j := range cells[:i] {
			if dx := points[j].X - points[i].X; dx > 200 || dx < -200 { // 500 km apart
				pairs++
				if d := cells[j].column - c.column; d != 0 && (d > 0) != (dx > 0) {
					turned++
				}
			}
			if dy := points[j].Y - points[i].Y; dy > 200 || dy < -200 {
				pairs++
				if d := cells[j].row - c.row; d != 0 && (d > 0) != (dy > 0) {
					turned++
				}
			}
		}
	}
	if turned*50 > pairs || pairs < 1000 {
		t.Errorf("%d of %d pairs that lie 500 km apart are turned round", turned, pairs)
	}
}

// A grid holds what there is: one tile, two that are one place, all far away.
func TestTileGridOfFew(t *testing.T) {
	for n := range 9 {
		points := make([]geometry.Point, n)
		if cells := tileGrid(points); len(cells) != n {
			t.Errorf("%d points have %d cells", n, len(cells))
		}
	}
	if got := tileGrid([]geometry.Point{{X: 900, Y: 900}}); got[0] != (cell{}) {
		t.Errorf("one point lies at %+v", got[0])
	}
}

// someRegions are codes of shapes all over the countries that europe knows.
func someRegions(t *testing.T, most int) []string {
	t.Helper()
	var some []string
	for _, code := range topology(t, "europe").Codes() {
		for _, country := range []string{"DE", "PL", "AT", "PT", "BE"} {
			if len(some) < most && strings.HasPrefix(code, country) && len(code) > 3 {
				some = append(some, code)
			}
		}
	}
	return some
}
