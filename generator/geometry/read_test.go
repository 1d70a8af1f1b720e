package geometry

import (
	"os"
	"strings"
	"testing"
)

func tinyBytes(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/tiny.topo.json")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func tiny(t testing.TB) *Topology {
	t.Helper()
	top, err := ReadTopology(tinyBytes(t))
	if err != nil {
		t.Fatal(err)
	}
	return top
}

func TestReadTopologyRefusesBrokenMaps(t *testing.T) {
	cases := []struct{ name, old, new, want string }{
		{"not a topology", `"Topology"`, `"FeatureCollection"`, `its type is "FeatureCollection"`},
		{"no transform", `"transform":{"scale":[1000,1000],"translate":[4000000,3000000]},`, ``, "has no transform"},
		{"half a transform", `[4000000,3000000]`, `[4000000]`, "two numbers for scale and two for translate"},
		{"scale of nothing", `[1000,1000]`, `[0,1000]`, "scale must be greater than zero"},
		{"scale beyond numbers", `[1000,1000]`, `[1e999,1000]`, "not readable"},
		{"scale beyond the Earth", `[1000,1000]`, `[1e300,1000]`, "leaves the Earth"},
		{"NaN", `[4000000,3000000]`, `[NaN,3000000]`, "not readable"},
		{"half a point", `[5,50]`, `[5]`, "arc 0 of the map has 1 numbers instead of two at point 1"},
		{"fraction in an arc", `[5,50]`, `[5.5,50]`, "not readable"},
		{"sum over 32 bits", `[[100,0],[100,0]]`, `[[2147483647,0],[2147483647,0]]`, "leaves the Earth"},
		{"arc of one point", `[[200,0],[0,100]]`, `[[200,0]]`, "arc 2 of the map has fewer than two points"},
		{"no such arc", `[[2,5]]`, `[[2,9]]`, "region BB10 of the map uses arc 9, but there are only 9 arcs"},
		{"no such arc backwards", `[[2,5]]`, `[[2,-10]]`, "uses arc 9"},
		{"ring that does not close", `[[2,5]]`, `[[2]]`, "region BB10 of the map has a ring that does not close at arc 2"},
		{"ring without arcs", `[[2,5]]`, `[[]]`, "has a ring without arcs"},
		{"no ring", `[[2,5]]`, `[]`, "has no ring"},
		{"rings that are words", `[[2,5]]`, `"all"`, "not lists of whole numbers"},
		{"same side twice", `[[7]]`, `[[-8]]`, "on the same side"},
		{"a point", `"Polygon","id":"BB10"`, `"Point","id":"BB10"`, `region BB10 of the map is a "Point"`},
		{"no id", `"id":"BB10",`, ``, "geometry 3 of the map has no id"},
		{"the same id", `"BB10"`, `"AA11"`, "region AA11 is in the map twice"},
		{"no regions", `"regions":`, `"a":{"type":"Point"},"b":`, `has no object "regions"`},
		{"not a collection", `"GeometryCollection"`, `"Polygon"`, "is not a collection"},
	}
	whole := string(tinyBytes(t))
	for _, c := range cases {
		broken := strings.Replace(whole, c.old, c.new, 1)
		if broken == whole {
			t.Errorf("%s: %q is not in the map", c.name, c.old)
		}
		_, err := ReadTopology([]byte(broken))
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: got %v, want a sentence with %q", c.name, err, c.want)
		}
	}
}

func TestReadTopologyRefusesEveryTruncation(t *testing.T) {
	whole := []byte(strings.TrimSpace(string(tinyBytes(t))))
	for n := range whole {
		if _, err := ReadTopology(whole[:n]); err == nil {
			t.Fatalf("the first %d of %d bytes were taken for a map", n, len(whole))
		}
	}
}

func TestReadTopologyTakesTheOnlyObject(t *testing.T) {
	data := strings.Replace(string(tinyBytes(t)), `"regions"`, `"overseas"`, 1)
	if _, err := ReadTopology([]byte(data)); err != nil {
		t.Fatal(err)
	}
}

func FuzzReadTopology(f *testing.F) {
	f.Add(tinyBytes(f))
	f.Add([]byte(`{"type":"Topology","transform":{"scale":[1,1],"translate":[0,0]},"arcs":[[[0,0],[0,0]]],"objects":{"regions":{"type":"GeometryCollection","geometries":[{"type":"Polygon","id":"XX","arcs":[[0]]}]}}}`))
	f.Add([]byte(`{}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		top, err := ReadTopology(data)
		if err != nil {
			if top != nil {
				t.Error("a map and an error")
			}
			return
		}
		for _, frame := range []Frame{EuropeFrame(160), {Width: -1}, {MinX: -10, MinY: -10, MaxX: 10, MaxY: 10, Width: 50}} {
			d := top.Draw(frame, 5)
			d.Ground()
			d.Context()
			d.Borders()
			for _, code := range top.Codes() {
				d.Path(code)
				d.Label(code, 3, 1)
			}
		}
		for _, code := range top.Codes() {
			top.Inset(code, 60, 40)
			top.FrameAll([]string{code}, 0.1, 100)
		}
		top.Neighbours(top.Codes())
	})
}
