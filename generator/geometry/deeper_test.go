package geometry

import (
	"math"
	"math/rand/v2"
	"testing"
)

// A place is deeper than another exactly when its depth is more, however early the search
// leaves those that are not.
func TestDeeperIsDepth(t *testing.T) {
	source := rand.New(rand.NewPCG(1, 2))
	deeperOnes := 0
	for range 200 {
		var rings [][]Point
		for range 1 + source.IntN(3) {
			var ring []Point
			for range 3 + source.IntN(20) {
				ring = append(ring, Point{source.IntN(100), source.IntN(100)})
			}
			rings = append(rings, ring)
		}
		deepest, in := math.Inf(-1), outline{rings: rings, squeeze: 0.7}
		for range 100 {
			p := place{100 * source.Float64(), 100 * source.Float64()}
			whole := depth(rings, p, 0.7)
			d, more := in.deeper(p, deepest)
			if more != (whole > deepest) || more && d != whole {
				t.Fatalf("%v in %v: deeper than %v is %v, %v; its depth is %v", p, rings, deepest, d, more, whole)
			}
			if more {
				deepest, deeperOnes = d, deeperOnes+1
			}
			if _, more := in.deeper(p, whole); more {
				t.Fatalf("%v in %v is deeper than itself", p, rings)
			}
		}
	}
	if deeperOnes < 400 {
		t.Errorf("%d places were deeper than those before", deeperOnes)
	}
}
