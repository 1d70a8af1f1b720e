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

// A hint never says the reverse of what was written.
func TestNearestNeverReversesAMeaning(t *testing.T) {
	classes := []string{"Leader +", "Leader", "Leader -", "Strong +", "Strong", "Strong -"}
	for _, c := range []struct {
		typed string
		known []string
		want  string
	}{
		{"Strong –", classes, "Strong -"}, {"Strong −", classes, "Strong -"}, {"Strng +", classes, "Strong +"}, {"Strongg", classes, "Strong"},
		{"Leader−", classes, "Leader -"}, {"Stron -", []string{"Strong +", "Strong"}, ""}, {"Strong", []string{"Strong +", "Strong -"}, ""},
		{"no mountain", []string{"mountain", "mixed"}, ""}, {"non mountain", []string{"mountain", "non-mountain"}, "non-mountain"},
		{"unreported", []string{"reported", "estimated"}, ""}, {"unmixed", []string{"mixed"}, ""}, {"reportd", []string{"reported", "not reported"}, "reported"},
		{"nt reported", []string{"reported", "not reported"}, "not reported"}, {"mountain", []string{"non-mountain"}, ""},
		{"errin-", []string{"errin", "cebr"}, "errin"},
	} {
		if got := Nearest(c.typed, c.known); got != c.want {
			t.Errorf("%q among %q: %q, want %q", c.typed, c.known, got, c.want)
		}
	}
}

// A full list counts what it has no room for, each with its own weight.
func TestAddCounts(t *testing.T) {
	var list []Fault
	for i := range 10 {
		list = Add(list, Fault{Line: i + 1}, 3)
	}
	list = Add(list, Fault{Line: 11, Warning: true}, 3)
	list = Add(list, Fault{Line: 12, Warning: true}, 3)
	if len(list) != 4 || list[2].More != 7 || list[3].More != 1 {
		t.Errorf("%+v", list)
	}
	if HasRoom(list, false, 3) || HasRoom(list, true, 3) || !HasRoom(list, true, 5) || !HasRoom(list[:3], true, 3) {
		t.Error("room where none is, or none where there is")
	}
	var problems []Problem
	for _, f := range list {
		problems = append(problems, Problem{Fault: f})
	}
	if n, isAll := Untold(problems, false); n != 7 || !isAll {
		t.Errorf("%d faults untold, all: %v", n, isAll)
	}
	problems[0].Cut = true
	if n, isAll := Untold(problems, false); n != 7 || isAll {
		t.Errorf("%d faults untold, all: %v", n, isAll)
	}
	if n, isAll := Untold(problems, true); n != 1 || !isAll {
		t.Errorf("%d warnings untold, all: %v", n, isAll)
	}
}
