package geometry

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

var nan = math.NaN()

func TestScale(t *testing.T) {
	cases := []struct {
		name   string
		values []float64
		log    bool
		want   Scale
		ticks  []float64
	}{
		{"shares", []float64{15.2, 23.9, nan}, false, Scale{14, 24, false}, []float64{14, 16, 18, 20, 22, 24}},
		{"one value", []float64{20}, false, Scale{18, 22, false}, []float64{18, 19, 20, 21, 22}},
		{"zero alone", []float64{0}, false, Scale{0, 1, false}, []float64{0, 0.2, 0.4, 0.6, 0.8, 1}},
		{"below zero", []float64{-3, 4}, false, Scale{-4, 4, false}, []float64{-4, -2, 0, 2, 4}},
		{"densities", []float64{3.4, 7500}, true, Scale{3, 8000, true}, []float64{10, 100, 1000}},
		{"small range by powers", []float64{40, 900}, true, Scale{40, 900, true}, []float64{50, 100, 200, 500}},
		{"log with a zero", []float64{0, 10}, true, Scale{0, 10, false}, []float64{0, 2, 4, 6, 8, 10}},
	}
	for _, c := range cases {
		got, ok := ScaleOf(c.values, c.log)
		if !ok || got != c.want || !slices.Equal(got.Ticks(), c.ticks) {
			t.Errorf("%s: got %v, ticks %v; want %v, %v", c.name, got, got.Ticks(), c.want, c.ticks)
		}
	}
	if _, ok := ScaleOf([]float64{nan, math.Inf(1)}, false); ok {
		t.Error("a scale without values")
	}
	s := Scale{Low: 1, High: 100, Log: true}
	for v, want := range map[float64]float64{1: 0, 10: 0.5, 100: 1, -5: 0, 1e9: 1} {
		if got := s.Position(v); math.Abs(got-want) > 1e-12 {
			t.Errorf("Position(%v): got %v, want %v", v, got, want)
		}
	}
}

func TestStrip(t *testing.T) {
	got := StripOf([]float64{50, nan, 0, 50, 100, 52, 50}, Scale{Low: 0, High: 100}, 110, 10)
	want := []Dot{{2, 0, Point{5, 25}}, {0, 50, Point{55, 25}}, {3, 50, Point{55, 15}}, {6, 50, Point{55, 5}},
		{5, 52, Point{57, -5}}, {4, 100, Point{105, 25}}}
	for i := range want { // four dots stand in the highest stack
		want[i].Point.Y += 10
	}
	if !reflect.DeepEqual(got.Dots, want) || got.Height != 40 {
		t.Errorf("got %v, height %d; want %v", got.Dots, got.Height, want)
	}
	if empty := StripOf([]float64{nan}, Scale{}, 100, 10); len(empty.Dots) != 0 || empty.Height != 10 {
		t.Errorf("nothing reported: got %v", empty)
	}
}

func TestDotsOfAStripNeverCoverEachOther(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	values := make([]float64, 300)
	for i := range values {
		values[i] = math.Round(random.ExpFloat64()*300) / 10
	}
	scale, _ := ScaleOf(values, false)
	s := StripOf(values, scale, 600, 8)
	if len(s.Dots) != len(values) {
		t.Fatalf("%d dots for %d values", len(s.Dots), len(values))
	}
	for i, a := range s.Dots {
		if a.Value != values[a.Index] || a.Point.X < 4 || a.Point.X > 596 || a.Point.Y < 4 || a.Point.Y > s.Height-4 {
			t.Errorf("dot %v is in the wrong place", a)
		}
		for _, b := range s.Dots[:i] {
			if abs(a.Point.X-b.Point.X) < 8 && abs(a.Point.Y-b.Point.Y) < 8 {
				t.Errorf("%v covers %v", a, b)
			}
		}
	}
}

func TestLine(t *testing.T) {
	got, ok := LineOf([]Sample{{2020, 8}, {2010, 3}, {2015, nan}, {2012, 13}}, 104, 24, 2)
	want := Line{Points: []Point{{2, 17}, {22, 2}, {102, 10}}, Path: "M2 17l20-15 80 8", Width: 104, Height: 24, Base: 22, High: 13}
	if !ok || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	for _, c := range []struct {
		values [2]float64
		path   string
		base   int
	}{
		{[2]float64{5, 5}, "M0 0l100 0", 100},
		{[2]float64{487, 493}, "M0 1l100-1", 100}, // one part in a hundred
		{[2]float64{-5, 5}, "M0 100l100-100", 50},
		{[2]float64{-2, -4}, "M0 50l100 50", 0},
		{[2]float64{0, 0}, "M0 50l100 0", 50},
	} {
		got, _ := LineOf([]Sample{{1, c.values[0]}, {2, c.values[1]}}, 100, 100, 0)
		if got.Path != c.path || got.Base != c.base {
			t.Errorf("%v: got %s above %d, want %s above %d", c.values, got.Path, got.Base, c.path, c.base)
		}
	}
	for _, few := range [][]Sample{nil, {{1, 5}}, {{1, 5}, {nan, 6}}, {{1, 5}, {1, 6}}} {
		if l, ok := LineOf(few, 10, 10, 0); ok {
			t.Errorf("%v: got the line %v", few, l)
		}
	}
}

func TestClasses(t *testing.T) {
	cases := []struct {
		name string
		got  Classes
		want Classes
	}{
		{"five of ten", Quantiles([]float64{10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, 5), Classes{[]float64{1, 3, 5, 7, 9, 10}, []int{2, 2, 2, 2, 2}}},
		{"round limits", Quantiles([]float64{3.41, 12.7, 88.2, 131.9, 402.1, 7441}, 3), Classes{[]float64{3.41, 50, 400, 7441}, []int{2, 2, 2}}},
		{"ties stay together", Quantiles([]float64{1, 1, 1, 1, 1, 2, 3, 3}, 4), Classes{[]float64{1, 2, 3, 3}, []int{5, 1, 2}}},
		{"parted where it is round", Quantiles([]float64{10, 20, 30, 41, 43, 47, 53, 61, 67, 88, 93, 99, 104, 105, 107, 111}, 2), Classes{[]float64{10, 50, 111}, []int{6, 10}}},
		{"one value", Quantiles([]float64{4, 4, nan}, 5), Classes{[]float64{4, 4}, []int{2}}},
		{"nothing", Quantiles([]float64{nan}, 5), Classes{}},
	}
	for _, c := range cases {
		if !reflect.DeepEqual(c.got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, c.got, c.want)
		}
	}
}

func TestClassesHoldTheirValues(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for n := 1; n < 60; n++ {
		values := make([]float64, n)
		for i := range values {
			values[i] = math.Round(random.NormFloat64()*float64(n)) / 4
		}
		c := Quantiles(values, 5)
		counts := make([]int, len(c.Counts))
		for _, v := range values {
			counts[c.Class(v)]++
		}
		if !slices.Equal(counts, c.Counts) || !slices.IsSorted(c.Limits) || slices.Contains(counts, 0) {
			t.Errorf("%v: %v hold %v", values, c, counts)
		}
	}
	c := Quantiles([]float64{1, 2, 3}, 3)
	if c.Class(nan) != -1 || c.Class(-7) != 0 || c.Class(99) != 2 || (Classes{}).Class(1) != -1 {
		t.Errorf("values beyond the ends of %v", c)
	}
}

func TestRadius(t *testing.T) {
	for total, want := range map[float64]float64{400: 20, 100: 10, 0: 0, -4: 0, nan: 0} {
		if got := Radius(total, 400, 20); got != want {
			t.Errorf("Radius(%v): got %v, want %v", total, got, want)
		}
	}
}
