package geometry

import "math"

// LonLat is a position in degrees east of Greenwich and degrees north, WGS 84.
type LonLat struct{ Lon, Lat float64 }

// Polygon is a ring around land, against the clock, and the rings around its holes,
// with the clock, as RFC 7946 wants them. Each ring ends where it begins.
type Polygon [][]LonLat

// Polygons returns the land that a code stands for in degrees; nil when the code
// cannot be drawn. tolerance is what the simplification may move a line by, in the
// units of the map; degrees turns a place of the map into longitude and latitude.
func (t *Topology) Polygons(code string, tolerance float64,
	degrees func(x, y float64) LonLat) []Polygon {
	members := t.members(code)
	if len(members) == 0 {
		return nil
	}
	var rings [][]LonLat
	for _, refs := range t.outline(members) {
		if ring := t.ringInDegrees(refs, tolerance, degrees); len(ring) >= 4 {
			rings = append(rings, ring)
		}
	}
	return nested(rings)
}

// ringInDegrees is a closed ring with the points that are worth keeping.
func (t *Topology) ringInDegrees(refs []int, tolerance float64,
	degrees func(x, y float64) LonLat) []LonLat {
	var ring []LonLat
	for _, ref := range refs {
		a := t.arcs[arcOf(ref)]
		last := len(a.places) - 1
		for n := range a.places {
			i := n
			if ref < 0 {
				i = last - n
			}
			if a.weight[i] < threshold(tolerance) {
				continue
			}
			p := degrees(a.places[i].x, a.places[i].y)
			if len(ring) == 0 || ring[len(ring)-1] != p {
				ring = append(ring, p)
			}
		}
	}
	return ring
}

// nested makes polygons of rings: one that lies in an odd number of others is a hole
// of the smallest of them.
func nested(rings [][]LonLat) []Polygon {
	around := make([]int, len(rings)) // the smallest ring around each, -1 for none
	depth := make([]int, len(rings))
	for i, ring := range rings {
		around[i] = -1
		for j, other := range rings {
			if i == j || !holds(other, midway(ring)) {
				continue
			}
			depth[i]++
			if around[i] < 0 || math.Abs(turn(other)) < math.Abs(turn(rings[around[i]])) {
				around[i] = j
			}
		}
	}
	var polygons []Polygon
	at := make([]int, len(rings))
	for i, ring := range rings {
		if depth[i]%2 == 0 {
			at[i] = len(polygons)
			polygons = append(polygons, Polygon{turned(ring, 1)})
		}
	}
	for i, ring := range rings {
		if depth[i]%2 == 1 {
			p := at[around[i]]
			polygons[p] = append(polygons[p], turned(ring, -1))
		}
	}
	return polygons
}

// midway is the middle of the first side of a ring.
func midway(ring []LonLat) LonLat {
	return LonLat{(ring[0].Lon + ring[1].Lon) / 2, (ring[0].Lat + ring[1].Lat) / 2}
}

// holds reports whether a point lies inside a ring: a line from it to the east meets
// the ring an odd number of times.
func holds(ring []LonLat, p LonLat) bool {
	inside := false
	for i := 1; i < len(ring); i++ {
		a, b := ring[i-1], ring[i]
		if (a.Lat > p.Lat) != (b.Lat > p.Lat) &&
			p.Lon < a.Lon+(p.Lat-a.Lat)/(b.Lat-a.Lat)*(b.Lon-a.Lon) {
			inside = !inside
		}
	}
	return inside
}

// turn is twice the signed area of a ring, positive against the clock.
func turn(ring []LonLat) float64 {
	sum := 0.0
	for i := 1; i < len(ring); i++ {
		sum += ring[i-1].Lon*ring[i].Lat - ring[i].Lon*ring[i-1].Lat
	}
	return sum
}

// turned is a ring in the direction of a sign.
func turned(ring []LonLat, sign float64) []LonLat {
	if turn(ring)*sign >= 0 {
		return ring
	}
	back := make([]LonLat, len(ring))
	for i, p := range ring {
		back[len(ring)-1-i] = p
	}
	return back
}
