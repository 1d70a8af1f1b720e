package geometry

import (
	"math"
	"reflect"
	"regexp"
	"slices"
	"testing"
)

func TestProject(t *testing.T) {
	// The second is the worked example of EPSG guidance note 7-2; the others were computed with PROJ.
	cases := []struct{ lon, lat, x, y float64 }{
		{10, 52, 4321000, 3210000},
		{5, 50, 3962799.451, 2999718.853},
		{-21.9, 64.1, 2820576.238, 4906172.996},
		{33.4, 35.2, 6437557.643, 1674265.987},
		{-9.14, 38.72, 2665402.840, 1946531.124},
		{25.8, 71.1, 4894484.503, 5394816.551},
	}
	for _, c := range cases {
		if x, y := Project(c.lon, c.lat); math.Hypot(x-c.x, y-c.y) > 0.01 {
			t.Errorf("Project(%v, %v): got %.3f %.3f, want %.3f %.3f", c.lon, c.lat, x, y, c.x, c.y)
		}
	}
}

func TestPlacesLieInTheirRegions(t *testing.T) {
	d := index(t)
	for code, at := range map[string][2]float64{"BE10": {4.36, 50.85}, "AT13": {16.37, 48.21}, "ITC4": {9.19, 45.46},
		"RO11": {23.6, 46.77}, "PT15": {-7.9, 37.1}, "FI19": {23.76, 61.5}, "UA": {30.5, 50.45}} {
		p := d.frame.Point(Project(at[0], at[1]))
		rings := d.Rings(code)
		if code == "UA" {
			rings = d.ContextRings()
		}
		if depth(rings, place{float64(p.X), float64(p.Y)}, 1) < 0 {
			t.Errorf("%v is drawn outside %s", at, code)
		}
	}
}

func TestInsets(t *testing.T) {
	top := mapFile(t, "overseas.topo.json")
	want := []string{"ES70", "FRY1", "FRY2", "FRY3", "FRY4", "FRY5", "PT20", "PT30"}
	if got := top.Codes(); !slices.Equal(got, want) {
		t.Fatalf("overseas codes are %v, want %v", got, want)
	}
	plain := regexp.MustCompile(`^M\d+ \d+l[-\d mz]+z$`)
	for _, code := range want {
		in, ok := top.Inset(code, 120, 80)
		if !ok || !plain.MatchString(in.Path) || in.Width > 120 || in.Height > 80 || in.Width < 119 && in.Height < 79 {
			t.Errorf("%s: got %+v", code, in)
		}
		if again, _ := top.Inset(code, 120, 80); !reflect.DeepEqual(again, in) {
			t.Errorf("%s is drawn in two ways", code)
		}
	}
	if _, ok := top.Inset("BE10", 120, 80); ok {
		t.Error("an inset of a region that is not there")
	}
	if _, ok := top.Inset("FRY1", 2, 80); ok {
		t.Error("an inset in a box without room")
	}
}

// Réunion is 63 km from north-west to south-east and 2,500 km² large.
func TestInsetsAreToScale(t *testing.T) {
	top := mapFile(t, "overseas.topo.json")
	in, _ := top.Inset("FRY4", 400, 400)
	if wide := float64(in.Width) / in.Metre; wide < 55e3 || wide > 75e3 {
		t.Errorf("Réunion is %.0f m wide", wide)
	}
}
