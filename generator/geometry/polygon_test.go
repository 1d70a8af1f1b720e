package geometry

import (
	"math"
	"testing"
)

// The way to metres and back ends where it began, to a centimetre.
func TestUnprojectIsTheWayBack(t *testing.T) {
	for lon := -30.0; lon <= 45; lon += 2.5 {
		for lat := 27.0; lat <= 72; lat += 2.5 {
			back := Unproject(Project(lon, lat))
			if math.Abs(back.Lon-lon) > 1e-7 || math.Abs(back.Lat-lat) > 1e-7 {
				t.Errorf("%v, %v came back as %v", lon, lat, back)
			}
		}
	}
	if got := Unproject(4321000, 3210000); got != (LonLat{10, 52}) {
		t.Errorf("the origin is %v", got)
	}
}

// A ring in a ring is a hole, a ring in that an island of its own; outer rings go
// against the clock, holes with it.
func TestRingsBecomePolygons(t *testing.T) {
	square := func(low, high float64, against bool) []LonLat {
		ring := []LonLat{{low, low}, {high, low}, {high, high}, {low, high}, {low, low}}
		if !against {
			ring = []LonLat{{low, low}, {low, high}, {high, high}, {high, low}, {low, low}}
		}
		return ring
	}
	got := nested([][]LonLat{square(3, 4, false), square(0, 10, false), square(1, 9, true), square(20, 21, true)})
	if len(got) != 3 || len(got[0]) != 1 || len(got[1]) != 2 || len(got[2]) != 1 {
		t.Fatalf("made %v", got)
	}
	for _, polygon := range got {
		for i, ring := range polygon {
			if against := turn(ring) > 0; against != (i == 0) {
				t.Errorf("ring %d of %v turns the wrong way", i, polygon)
			}
		}
	}
}
