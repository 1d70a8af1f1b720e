package geometry

import (
	"slices"
	"strings"
	"testing"
)

// box is a square of some kilometres, from its lower left corner.
func box(x, y, side float64) []Metres {
	const km = 1000
	x, y, side = 4_000_000+x*km, 3_000_000+y*km, side*km
	return []Metres{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}
}

func land(code string, rings ...[]Metres) Area { return Area{code, [][][]Metres{rings}} }

func woven(t *testing.T, detail float64, areas ...Area) (*Topology, Woven) {
	t.Helper()
	w, err := Weave(areas, detail, "© Somebody")
	if err != nil {
		t.Fatal(err)
	}
	top, err := ReadTopology(w.TopoJSON)
	if err != nil {
		t.Fatalf("%v\n%s", err, w.TopoJSON)
	}
	return top, w
}

// Two neighbours share their border whatever way round each was drawn, an enclave shares
// its with the hole around it, and the credit comes along.
func TestWeaveSharesBorders(t *testing.T) {
	against := box(10, 0, 10)
	slices.Reverse(against)
	top, w := woven(t, 10, land("BE-A", box(0, 0, 10), box(3, 3, 2)), land("BE-B", against), land("BE-C", box(3, 3, 2)))
	if w.Borders != 2 || top.Credit() != "© Somebody" {
		t.Errorf("%d borders by %q", w.Borders, top.Credit())
	}
	near := top.Neighbours([]string{"BE-A", "BE-B", "BE-C"})
	if !slices.Equal(near["BE-A"], []string{"BE-B", "BE-C"}) || len(near["BE-C"]) != 1 {
		t.Errorf("neighbours %v", near)
	}
	frame, _ := top.FrameAll([]string{"BE-A", "BE-B"}, 0, 120)
	d := top.Draw(frame, 10)
	if a, b := d.Area("BE-A"), d.Area("BE-C"); a < 23*b || a > 25*b {
		t.Errorf("areas %v and %v: 96 and 4 square kilometres", a, b)
	}
}

// Areas of one code become one, without the border between them.
func TestWeaveJoinsAreasOfOneCode(t *testing.T) {
	top, w := woven(t, 10, land("BE-A", box(0, 0, 10)), land("BE-A", box(10, 0, 10)), land("BE-B", box(20, 0, 10)))
	if !slices.Equal(w.Codes, []string{"BE-A", "BE-B"}) || w.Borders != 1 {
		t.Errorf("%v with %d borders", w.Codes, w.Borders)
	}
	if rings := top.features[0].rings; len(rings) != 1 {
		t.Errorf("BE-A has %d rings", len(rings))
	}
}

// What simplifies to nothing keeps its shape, if it is all that a code has; islets go.
func TestWeaveKeepsEveryCode(t *testing.T) {
	top, _ := woven(t, 3000, land("BE-A", box(0, 0, 40)), land("BE-B", box(40, 0, 1)), land("BE-C", box(60, 0, 40)),
		land("BE-C", box(110, 0, 1)))
	frame, _ := top.FrameAll([]string{"BE-A", "BE-C"}, .1, 1000)
	d := top.Draw(frame, 0)
	if area := d.Area("BE-B"); area < 30 {
		t.Errorf("the small region has %v square units", area)
	}
	if rings := top.features[2].rings; len(rings) != 1 {
		t.Errorf("BE-C has %d rings: its islet is smaller than the detail", len(rings))
	}
}

func TestWeaveRefuses(t *testing.T) {
	flat := []Metres{{4e6, 3e6}, {4.1e6, 3e6}, {4.2e6, 3e6}}
	for _, c := range []struct {
		want  string
		areas []Area
	}{
		{"has no area", nil},
		{"no land under BE-A", []Area{land("BE-A", flat)}},
		{"land of both BE-A and BE-B on one side", []Area{land("BE-A", box(0, 0, 10)), land("BE-B", box(0, 0, 10))}},
		{"the same land twice under BE-A", []Area{land("BE-A", box(0, 0, 10)), land("BE-A", box(0, 0, 10))}},
	} {
		if _, err := Weave(c.areas, 10, ""); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, want %q", err, c.want)
		}
	}
}

// Over all of Europe, own areas take the place of those that they divide, and only of
// those; a country is drawn whole once.
func TestOver(t *testing.T) {
	below, _ := woven(t, 10, land("BE10", box(0, 0, 10)), land("BE21", box(10, 0, 10)), land("NL11", box(20, 0, 10)))
	over, _ := woven(t, 10, land("BE100", box(1, 1, 8)), land("NL-1", box(21, 1, 8)))
	both := over.Over(below)
	if got := both.Codes(); !slices.Equal(got, []string{"BE100", "BE21", "NL-1", "NL11"}) {
		t.Errorf("codes %v", got)
	}
	frame, _ := both.FrameAll([]string{"BE", "NL"}, .1, 1000)
	d := both.Draw(frame, 0)
	if d.Area("NL") != d.Area("NL11") || d.Path("NL") == "" || d.Path("NL-1") == "" || d.Context() == "" {
		t.Errorf("NL has %v, NL11 %v", d.Area("NL"), d.Area("NL11"))
	}
	near := both.Neighbours([]string{"BE21", "NL11"})
	if len(near["BE21"]) != 1 {
		t.Errorf("neighbours %v", near)
	}
}
