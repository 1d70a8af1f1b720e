package picture

import (
	"image"
	"testing"
)

// covered adds up the area of an outline in pixels of 2*pixel*pixel.
func covered(bounds image.Rectangle, by rule, rings ...[]Point) (total int64) {
	var m mask
	m.over(bounds)
	for _, ring := range rings {
		m.ring(ring)
	}
	for y := range bounds.Dy() {
		sum := int32(0)
		for x := range m.stride - 1 {
			sum += m.cover[y*m.stride+x]
			area := sum*2*pixel - m.area[y*m.stride+x]
			if by == evenOdd {
				if area = max(area, -area) & (2*whole - 1); area > whole {
					area = 2*whole - area
				}
			}
			total += int64(min(max(area, -area), whole))
		}
	}
	return total
}

func TestExactArea(t *testing.T) {
	bounds := image.Rect(3, 5, 23, 25)
	square := func(x, y, side int) []Point {
		return []Point{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}
	}
	for _, test := range []struct {
		name  string
		by    rule
		rings [][]Point
		want  int64 // twice the area
	}{
		{"a part of a pixel", nonZero, [][]Point{square(330, 450, 7)}, 2 * 49},
		{"pixels and parts", nonZero, [][]Point{square(330, 450, 333)}, 2 * 333 * 333},
		{"a hole", evenOdd, [][]Point{square(330, 450, 333), square(400, 520, 100)}, 2 * (333*333 - 100*100)},
		{"no hole", nonZero, [][]Point{square(330, 450, 333), square(400, 520, 100)}, 2 * 333 * 333},
		{"a triangle", nonZero, [][]Point{{{320, 400}, {960, 400}, {320, 1040}}}, 640 * 640},
		{"cut at all sides", evenOdd, [][]Point{square(-9000, -9000, 30000)}, 20 * 20 * whole},
		{"outside", evenOdd, [][]Point{square(5000, 0, 300), square(0, 5000, 300), square(-900, 400, 300)}, 0},
	} {
		if got := covered(bounds, test.by, test.rings...); got != test.want {
			t.Errorf("%s covers %d, want %d", test.name, got, test.want)
		}
	}
}

func TestScaled(t *testing.T) {
	for _, test := range [][4]int{{7, 1, 2, 4}, {-7, 1, 2, -3}, {7, 1, -2, -3}, {6, 5, 10, 3}, {-5, 3, 4, -4}, {1 << 30, 1 << 30, 1, 1 << 30}} {
		if got := scaled(test[0], test[1], test[2]); got != test[3] {
			t.Errorf("scaled(%d, %d, %d) = %d, want %d", test[0], test[1], test[2], got, test[3])
		}
	}
	for n := range int64(5000) {
		if r := int64(root(n)); r*r > n || (r+1)*(r+1) <= n {
			t.Fatalf("root(%d) = %d", n, r)
		}
	}
}
