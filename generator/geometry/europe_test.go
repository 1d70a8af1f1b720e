package geometry

import (
	"bytes"
	"compress/gzip"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
)

func mapFile(t testing.TB, name string) *Topology {
	t.Helper()
	top, err := ReadTopology(mapBytes(t, name))
	if err != nil {
		t.Fatal(err)
	}
	return top
}

func mapBytes(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("../../assets/geodata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func europe(t testing.TB) *Topology { return mapFile(t, "europe.topo.json") }

func index(t testing.TB) *Drawing { return europe(t).Draw(EuropeFrame(1600), 5000) }

func TestEveryCodeIsInExactlyOnePath(t *testing.T) {
	d := index(t)
	seen := map[string]int{}
	for _, s := range d.Shapes() {
		seen[s.Code]++
		if s.Path != d.Path(s.Code) || s.Country != d.top.Country(s.Code) {
			t.Errorf("%s: its shape is not its path", s.Code)
		}
	}
	for _, code := range d.top.Codes() {
		outside := d.frame.window().misses(everything(d, code))
		if want := map[bool]int{true: 0, false: 1}[outside]; seen[code] != want {
			t.Errorf("%s is in %d paths, want %d", code, seen[code], want)
		}
	}
	if len(seen) < 250 {
		t.Errorf("only %d regions are drawn", len(seen))
	}
}

// everything is the box of a code before it is cut.
func everything(d *Drawing, code string) Box {
	var all []Point
	for _, f := range d.top.members(code) {
		for _, ring := range d.top.features[f].rings {
			all = append(all, d.ring(ring)...)
		}
	}
	return boxOf(all)
}

// Along every arc with two neighbours inside the frame, both outlines must hold the very points
// of the arc, one forwards and one backwards.
func TestBordersCannotTear(t *testing.T) {
	d := index(t)
	checked := 0
	for i, a := range d.top.arcs {
		if len(a.users) != 2 || !boxOf(d.arcs[i]).within(d.frame.window()) {
			continue
		}
		back := slices.Clone(d.arcs[i])
		slices.Reverse(back)
		ahead := [2]bool{}
		for side, f := range a.users {
			rings := doubled(d, f)
			ahead[side] = runs(rings, d.arcs[i])
			if !ahead[side] && !runs(rings, back) {
				t.Errorf("%s does not follow the arc %v", d.top.features[f].id, d.arcs[i])
			}
		}
		if len(d.arcs[i]) > 2 && ahead[0] == ahead[1] {
			t.Errorf("%s and %s follow arc %d in the same direction", d.top.features[a.users[0]].id, d.top.features[a.users[1]].id, i)
		}
		checked++
	}
	if checked < 500 {
		t.Errorf("only %d arcs were checked", checked)
	}
}

// doubled returns the rings of a feature, each written twice so that a run may pass its start.
func doubled(d *Drawing, f int) [][]Point {
	var rings [][]Point
	for _, refs := range d.top.features[f].rings {
		ring := d.ring(refs)
		rings = append(rings, slices.Concat(ring, ring))
	}
	return rings
}

// runs says whether a ring contains a line as consecutive points.
func runs(rings [][]Point, line []Point) bool {
	for _, ring := range rings {
		for i := 0; i+len(line) <= len(ring); i++ {
			if slices.Equal(ring[i:i+len(line)], line) {
				return true
			}
		}
	}
	return false
}

func TestNothingIsOutsideTheFrame(t *testing.T) {
	top := europe(t)
	cyprus, _ := top.FrameAll([]string{"CY"}, 0.1, 400)
	for _, frame := range []Frame{EuropeFrame(1600), EuropeFrame(200), cyprus} {
		d := top.Draw(frame, 5000)
		lines := slices.Concat(d.ContextRings(), d.GroundRings(), d.BorderLines(), d.RegionBorderLines())
		for _, code := range top.Codes() {
			lines = append(lines, d.Rings(code)...)
		}
		for _, line := range lines {
			if b := boxOf(line); !b.within(frame.window()) {
				t.Errorf("%v is outside %v", b, frame.window())
			}
		}
	}
}

// The merged outline of a country must be all arcs that its regions use once, and no other.
func TestMergedCodesHaveNoInnerArc(t *testing.T) {
	top := europe(t)
	for _, code := range []string{"DE", "FR", "BE2", "BE", "UKI", "EL", "CH", "ITC", "PT"} {
		members := top.members(code)
		uses := map[int]int{}
		for _, f := range members {
			for _, ring := range top.features[f].rings {
				for _, ref := range ring {
					uses[arcOf(ref)]++
				}
			}
		}
		once := 0
		for _, n := range uses {
			if n == 1 {
				once++
			}
		}
		for _, ring := range top.outline(members) {
			if err := top.checkRing(ring); err != nil {
				t.Errorf("%s %v", code, err)
			}
			for _, ref := range ring {
				if uses[arcOf(ref)] != 1 {
					t.Errorf("%s has the inner arc %d", code, arcOf(ref))
				}
				once--
			}
		}
		if once != 0 {
			t.Errorf("%s lacks %d of its outer arcs", code, once)
		}
	}
}

func TestMergingKeepsTheArea(t *testing.T) {
	d := index(t)
	for _, code := range []string{"DE", "FR", "BE2", "AT", "PL", "CZ"} {
		parts := 0.0
		for _, f := range d.top.members(code) {
			parts += d.Area(d.top.features[f].id)
		}
		if got := d.Area(code); got < parts*0.995 || got > parts*1.005 {
			t.Errorf("%s has %v square units, its regions %v", code, got, parts)
		}
	}
}

// Equal area: a unit is 2,562.5 m, so areas can be compared with the real ones (Eurostat, km²).
func TestAreasAreTrue(t *testing.T) {
	d := index(t)
	for code, want := range map[string]float64{"BE10": 162, "BE2": 13625, "LU": 2595, "AT13": 415, "DE": 357569, "ITC4": 23863, "HU": 93012, "CZ01": 496} {
		got := d.Area(code) * 2.5625 * 2.5625
		if tolerance := 0.02*want + 60; got < want-tolerance || got > want+tolerance {
			t.Errorf("%s: drawn with %.0f km², is %.0f", code, got, want)
		}
	}
}

func TestCentresAreInside(t *testing.T) {
	d := index(t)
	for _, code := range append(d.top.Codes(), "DE", "EL", "NO", "UK", "HR") {
		rings := d.Rings(code)
		if c, ok := d.Centre(code); ok && depth(rings, place{float64(c.X), float64(c.Y)}, 1) < 0 && d.Area(code) > 4 {
			t.Errorf("%s: its centre %v is outside", code, c)
		}
	}
}

func TestSameBytesTwiceAndTogether(t *testing.T) {
	everything := func(d *Drawing) []any {
		centre, _ := d.Centre("FR")
		return []any{d.Shapes(), d.Ground("BE"), d.Context(), d.Borders(), d.RegionBorders(), d.Path("DE"), centre}
	}
	shared := index(t)
	want := everything(index(t))
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if got := everything(shared); !reflect.DeepEqual(got, want) {
				t.Error("two drawings of the same map differ")
			}
		})
	}
	all.Wait()
}

func TestTheOrderOfFeaturesDoesNotMatter(t *testing.T) {
	data := string(tinyBytes(t))
	a := `{"type":"Polygon","id":"BB10","arcs":[[2,5]],"properties":{}},`
	moved := strings.Replace(data, a, "", 1)
	moved = strings.Replace(moved, `{"type":"Polygon","id":"AA11"`, a+"\n"+`{"type":"Polygon","id":"AA11"`, 1)
	top, err := ReadTopology([]byte(moved))
	if err != nil || moved == data {
		t.Fatal(err)
	}
	one, two := tiny(t).Draw(tinyFrame(), 0), top.Draw(tinyFrame(), 0)
	if !reflect.DeepEqual(one.Shapes(), two.Shapes()) || one.Ground() != two.Ground() || one.Borders() != two.Borders() {
		t.Error("another order of features gives another picture")
	}
}

// The budgets of the index map and the locators, in gzipped bytes.
func TestSizes(t *testing.T) {
	d := index(t)
	var paths strings.Builder
	for _, s := range d.Shapes() {
		paths.WriteString(s.Path + "\n")
	}
	small := d.top.Draw(EuropeFrame(200), 16000)
	cases := []struct {
		name, text string
		most       int
	}{
		{"region paths", paths.String(), 20_000},
		{"context", d.Context(), 3_000},
		{"borders of countries", d.Borders(), 4_000},
		{"land of a locator", small.Ground() + small.Context(), 1_900},
	}
	for _, c := range cases {
		got := zipped(t, c.text)
		t.Logf("%s: %d bytes, %d gzipped", c.name, len(c.text), got)
		if got > c.most {
			t.Errorf("%s take %d bytes gzipped, at most %d are planned", c.name, got, c.most)
		}
	}
}

func zipped(t *testing.T, text string) int {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	w.Write([]byte(text))
	w.Close()
	return b.Len()
}

func BenchmarkReadTopology(b *testing.B) {
	data := mapBytes(b, "europe.topo.json")
	for b.Loop() {
		if _, err := ReadTopology(data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDrawEurope(b *testing.B) {
	top := europe(b)
	for b.Loop() {
		d := top.Draw(EuropeFrame(1600), 5000)
		d.Shapes()
		d.Context()
		d.Borders()
		d.RegionBorders()
	}
}

func BenchmarkCentres(b *testing.B) {
	d := index(b)
	for b.Loop() {
		for _, code := range d.top.Codes() {
			d.Centre(code)
		}
	}
}
