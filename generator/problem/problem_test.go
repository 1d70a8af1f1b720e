package problem

import (
	"slices"
	"strings"
	"testing"
)

func TestNearestMendsOrdinarySlips(t *testing.T) {
	known := []string{"population", "density", "share65", "organisations", "initiatives", "memberships",
		"icpermed", "regions4pm", "s3p4pm", "vanguard", "country-level member", "not reported"}
	for typed, want := range map[string]string{
		"populaton": "population", "poplation": "population", "densty": "density", "desnity": "density",
		"organizations": "organisations", "organisation": "organisations", "Initiatives": "initiatives",
		"membership": "memberships", "icpermd": "icpermed", "region4pm": "regions4pm", "s3p4p": "s3p4pm",
		"vangaurd": "vanguard", "country level member": "country-level member", "not_reported": "not reported",
		"notreported": "not reported",
		"colour":      "", "xyz": "", "bananas": "", "": "", strings.Repeat("a", 10000): "",
	} {
		if got := Nearest(typed, known); got != want {
			t.Errorf("Nearest(%.20q) = %q, want %q", typed, got, want)
		}
	}
}

func TestKeyEscapesLikeAPointer(t *testing.T) {
	key := Key("").Field("codes").Field("a/b~c").Item(2)
	if key != "/codes/a~1b~0c/2" {
		t.Errorf("key = %q", key)
	}
	if key.Parent() != "/codes/a~1b~0c" || Key("").Parent() != "" || Key("/a").Parent() != "" {
		t.Errorf("parent of %q = %q", key, key.Parent())
	}
}

func TestSortOrdersAndDropsDoubles(t *testing.T) {
	at := func(file string, line, col int) Problem {
		return Problem{Fault: Fault{File: file, Line: line, Col: col}}
	}
	got := Sort([]Problem{at("b.md", 1, 1), at("a.md", 9, 1), at("a.md", 2, 5), at("a.md", 2, 1), at("a.md", 9, 1)})
	want := []Problem{at("a.md", 2, 1), at("a.md", 2, 5), at("a.md", 9, 1), at("b.md", 1, 1)}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestFatalAndStrict(t *testing.T) {
	problems := []Problem{{Fault: Fault{Warning: true}}, {}}
	if Fatal(problems) != 1 || Fatal(Strict(problems)) != 2 || Fatal(problems) != 1 {
		t.Error("a warning is fatal only when strict, and Strict leaves its argument alone")
	}
}
