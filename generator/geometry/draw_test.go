package geometry

import (
	"math"
	"slices"
	"testing"
)

// tinyFrame has one unit a kilometre; the lower left corner of AA11 is at 50 250.
func tinyFrame() Frame {
	return Frame{MinX: 3.95e6, MaxX: 4.35e6, MinY: 2.95e6, MaxY: 3.25e6, Width: 400}
}

func TestPathsOfATinyMap(t *testing.T) {
	d := tiny(t).Draw(tinyFrame(), 1000)
	cases := []struct{ name, got, want string }{
		{"a region with a hole", d.Path("AA11"), "M150 250l-100 0 0-100 100 0 5 50zm-60-40 20 0 0-20-20 0z"},
		{"a region with an island", d.Path("AA12"), "M150 250l5-50-5-50 100 0 0 100zm20 40 0-20 20 0 0 20z"},
		{"an enclave", d.Path("AA13"), "M90 210l0-20 20 0 0 20z"},
		{"merged: no inner border, no hole", d.Path("AA"), "M150 250l-100 0 0-100 100 0 100 0 0 100zm20 40 0-20 20 0 0 20z"},
		{"merged from one", d.Path("BB"), d.Path("BB10")},
		{"all but one", d.Ground("BB"), d.Path("AA")},
		{"context", d.Context(), "M150 150l0-100 100 0 0 100z"},
		{"borders of countries", d.Borders(), "M250 250l0-100-100 0"},
		{"borders of regions", d.RegionBorders(), "M150 250l5-50-5-50m-60 60 0-20 20 0 0 20-20 0"},
		{"nothing", d.Path("ZZ"), ""},
		{"context has no path of its own", d.Path("_CC"), ""},
	}
	for _, c := range cases {
		if c.got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, c.got, c.want)
		}
	}
}

// At 40 km a unit the enclave is half a unit wide: it must be seen, and the island may go.
func TestNoRegionVanishes(t *testing.T) {
	frame := tinyFrame()
	frame.Width = 10
	d := tiny(t).Draw(frame, 100e3)
	for _, code := range d.top.Codes() {
		rings := d.Rings(code)
		if len(rings) != 1 || area2(rings[0]) == 0 {
			t.Errorf("%s: got %v, want one ring with an area", code, rings)
		}
	}
	for _, f := range []Frame{{}, {MinX: 5, MaxX: 5, Width: 10}, {MinX: math.NaN(), MaxX: 5, Width: 10}, {MaxX: 9, Width: -1}} {
		tiny(t).Draw(f, math.NaN()).Ground() // no panic
		if f.Height() < 1 {
			t.Errorf("height of %v is %d", f, f.Height())
		}
	}
}

func TestClippingAtTheFrame(t *testing.T) {
	top := tiny(t)
	frame := Frame{MinX: 4.05e6, MaxX: 4.15e6, MinY: 3.05e6, MaxY: 3.15e6, Width: 100} // one unit a kilometre
	d := top.Draw(frame, 0)
	b := Box{-frame.Bleed(), -frame.Bleed(), 100 + frame.Bleed(), 100 + frame.Bleed()}
	if got, want := d.Path("AA12"), "M55 102l0-2-5-50 52 0 0 52z"; got != want {
		t.Errorf("a cut region: got %s, want %s", got, want)
	}
	if got := d.Path("BB10"); got != "" {
		t.Errorf("a region outside: got %s", got)
	}
	if _, ok := d.Bounds("BB10"); ok {
		t.Error("a region outside has bounds")
	}
	if _, ok := d.Centre("BB10"); ok {
		t.Error("a region outside has a centre")
	}
	for _, line := range slices.Concat(d.BorderLines(), d.RegionBorderLines(), d.ContextRings(), d.GroundRings()) {
		for _, p := range line {
			if (Box{p.X, p.Y, p.X, p.Y}).misses(b) {
				t.Errorf("%v is outside %v", p, b)
			}
		}
	}
	if got, want := d.Borders(), "M102 50l-52 0"; got != want {
		t.Errorf("a cut border: got %s, want %s", got, want)
	}
}

func TestCutsAgreeInBothDirections(t *testing.T) {
	window := Box{0, 0, 100, 100}
	for i := range 200 {
		p, q := Point{-37 + i, -11 - i%7}, Point{133 - i/3, 61 + i%13}
		a, b, ok := clipStep(p, q, window)
		c, d, back := clipStep(q, p, window)
		if ok != back || ok && (a != d || b != c) {
			t.Fatalf("%v to %v: %v %v %v, back %v %v %v", p, q, a, b, ok, c, d, back)
		}
	}
}

func TestWhere(t *testing.T) {
	d := tiny(t).Draw(tinyFrame(), 1000)
	if got, want := d.Area("AA11"), 100*100+250-400.0; got != want {
		t.Errorf("area with a hole: got %v, want %v", got, want)
	}
	if got, want := d.Area("AA"), 200*100+400.0; got != want {
		t.Errorf("merged area: got %v, want %v", got, want)
	}
	if got, ok := d.Bounds("AA12"); !ok || got != (Box{150, 150, 250, 290}) {
		t.Errorf("bounds: got %v", got)
	}
	if got, ok := d.Centre("BB10"); !ok || abs(got.X-300) > 1 || abs(got.Y-200) > 1 {
		t.Errorf("centre of a square: got %v", got)
	}
	if got, _ := d.Centre("AA11"); got.X > 88 && got.X < 112 && got.Y > 188 && got.Y < 212 {
		t.Errorf("centre lies in the hole: %v", got)
	}
	for box, want := range map[Box]bool{{0, 0, 50, 50}: false, {60, 160, 70, 170}: true, {40, 140, 60, 160}: true, {20, 120, 300, 300}: true, {92, 192, 108, 208}: false} {
		if got := d.Meets("AA11", box); got != want {
			t.Errorf("AA11 lies in %v: got %v", box, got)
		}
	}
	if _, ok := d.Label("BB10", 80, 40); !ok {
		t.Error("a name of 80 x 40 does not fit a square of 100")
	}
	if _, ok := d.Label("BB10", 104, 40); ok {
		t.Error("a name of 104 x 40 fits a square of 100")
	}
	if _, ok := d.Label("AA13", 80, 40); ok {
		t.Error("a name of 80 x 40 fits a square of 20")
	}
}

func TestFrames(t *testing.T) {
	top := tiny(t)
	f, ok := top.FrameAll([]string{"BB"}, 0.1, 600)
	if want := (Frame{4.19e6, 2.99e6, 4.31e6, 3.11e6, 600}); !ok || f != want {
		t.Errorf("around BB: got %v, want %v", f, want)
	}
	if f, ok = top.FrameAll([]string{"AA", "ZZ"}, 0, 100); !ok || f.Height() != 70 || f.Shaped(1).Height() != 100 || f.Shaped(2).Height() != 50 {
		t.Errorf("around AA: got %v, height %d", f, f.Height())
	}
	if f, _ = top.FrameAll([]string{"AA13"}, 0, 120); f.MaxX-f.MinX != SmallestFrame || f.Metre() != 0.001 {
		t.Errorf("around a small region: got %v", f)
	}
	if _, ok = top.FrameAll([]string{"ZZ"}, 0, 100); ok {
		t.Error("a frame around nothing")
	}
	if e := EuropeFrame(1600); e.Height() != 1600 || e.Point(2.5e6, 5.45e6) != (Point{}) || e.Shows(e.Point(2.4e6, 5e6)) {
		t.Errorf("the frame of Europe is wrong: %v", e)
	}
}

func TestSimplifyingKeepsSubsets(t *testing.T) {
	for i, a := range europe(t).arcs {
		last := len(a.places) - 1
		if !math.IsInf(a.weight[0], 1) || !math.IsInf(a.weight[last], 1) {
			t.Fatalf("arc %d may lose an end", i)
		}
		if a.from == a.to && last >= 3 {
			if kept := slices.IndexFunc(a.weight[1:last], func(w float64) bool { return math.IsInf(w, 1) }); kept < 0 {
				t.Fatalf("ring %d may collapse", i)
			}
		}
	}
}

func TestWeigh(t *testing.T) {
	// Of a low bump and a high one, the low one goes first; a point on a straight line weighs nothing.
	w := new(queue).weigh([]place{{0, 0}, {10, 0}, {20, 2}, {30, 0}, {40, 20}, {50, 0}})
	if !(w[1] < w[2] && w[2] < w[4]) || w[0] != math.Inf(1) || w[5] != math.Inf(1) {
		t.Errorf("weights are %v", w)
	}
	if w := new(queue).weigh([]place{{0, 0}, {5, 0}, {9, 0}}); w[1] != 0 {
		t.Errorf("a straight point weighs %v", w[1])
	}
}
