package picture

import (
	"image"
	"math"
	"testing"
)

// area adds up what outlines cover, in pixels.
func area(bounds image.Rectangle, outlines ...[]Point) float64 {
	var m mask
	m.over(bounds)
	for _, outline := range outlines {
		m.ring(outline)
	}
	return sum(m)
}

func sum(m mask) float64 {
	total := 0
	for tile := range m.tiles {
		for _, part := range m.covered(tile) {
			total += int(part)
		}
	}
	return float64(total) / 255
}

func TestArea(t *testing.T) {
	bounds := image.Rect(3, 5, 23, 25)
	square := func(x, y, side int) []Point {
		return []Point{{X: x, Y: y}, {X: x + side, Y: y}, {X: x + side, Y: y + side}, {X: x, Y: y + side}}
	}
	hole := func(x, y, side int) []Point {
		return []Point{{X: x, Y: y}, {X: x, Y: y + side}, {X: x + side, Y: y + side}, {X: x + side, Y: y}}
	}
	for _, test := range []struct {
		name  string
		rings [][]Point
		want  float64 // in parts of a pixel
	}{
		{"a part of a pixel", [][]Point{square(330, 450, 7)}, 49},
		{"pixels and parts", [][]Point{square(330, 450, 333)}, 333 * 333},
		{"a hole", [][]Point{square(330, 450, 333), hole(400, 520, 100)}, 333*333 - 100*100},
		{"a hole that comes first", [][]Point{hole(400, 520, 100), square(330, 450, 333)}, 333*333 - 100*100},
		{"no hole", [][]Point{square(330, 450, 333), square(400, 520, 100)}, 333 * 333},
		{"a triangle", [][]Point{{{X: 320, Y: 400}, {X: 960, Y: 400}, {X: 320, Y: 1040}}}, 640 * 640 / 2},
		{"cut at all sides", [][]Point{square(-9000, -9000, 30000)}, 20 * 20 * pixel * pixel},
		{"outside", [][]Point{square(5000, 0, 300), square(0, 5000, 300), square(-900, 400, 300)}, 0},
	} {
		// A byte for each pixel rounds by half a step, along an edge of 20 pixels.
		if got := area(bounds, test.rings...); math.Abs(got-test.want/(pixel*pixel)) > .3 {
			t.Errorf("%s covers %.3f pixels, want %.3f", test.name, got, test.want/(pixel*pixel))
		}
	}
}

// What is too large for one tile is covered whole, without a seam and without what lies
// beside a tile.
func TestTiles(t *testing.T) {
	bounds := image.Rect(7, 3, 7+2*mostSide+90, 3+mostSide+1)
	whole := []Point{{X: 0, Y: 0}, {X: 4 * mostSide * pixel, Y: 0}, {X: 4 * mostSide * pixel, Y: 4 * mostSide * pixel}, {X: 0, Y: 4 * mostSide * pixel}}
	if got, want := area(bounds, whole), float64(bounds.Dx()*bounds.Dy()); got != want {
		t.Errorf("%v is covered by %.1f, want %.1f", bounds, got, want)
	}
	var m mask
	m.over(bounds)
	m.ring([]Point{{X: 100 * pixel, Y: 100 * pixel}, {X: 100 * pixel, Y: 400 * pixel}, {X: 700 * pixel, Y: 400 * pixel}, {X: 700 * pixel, Y: 100 * pixel}})
	m.circle(Point{X: 900 * pixel, Y: 250 * pixel}, 90*pixel, 1)
	if got, want := sum(m), 600*300+math.Pi*90*90; math.Abs(got-want) > 60 { // a circle is true to a thousandth of its radius
		t.Errorf("a square and a circle cover %.1f, want %.1f", got, want)
	}
}

// A ring of two circles has the area between them.
func TestCircle(t *testing.T) {
	var m mask
	m.over(image.Rect(0, 0, 100, 100))
	middle := Point{X: 50 * pixel, Y: 50 * pixel}
	m.circle(middle, 40*pixel, 1)
	m.circle(middle, 30*pixel, -1)
	if got, want := sum(m), math.Pi*(40*40-30*30); math.Abs(got-want) > 5 {
		t.Errorf("the ring covers %.1f pixels, want %.1f", got, want)
	}
}

func TestScaled(t *testing.T) {
	for _, test := range [][4]int{{7, 1, 2, 4}, {-7, 1, 2, -3}, {7, 1, -2, -3}, {6, 5, 10, 3}, {-5, 3, 4, -4}, {1 << 30, 1 << 30, 1, 1 << 30}} {
		if got := scaled(test[0], test[1], test[2]); got != test[3] {
			t.Errorf("scaled(%d, %d, %d) = %d, want %d", test[0], test[1], test[2], got, test[3])
		}
	}
}
