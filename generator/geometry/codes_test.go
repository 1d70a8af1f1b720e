package geometry

import (
	"maps"
	"reflect"
	"slices"
	"testing"
)

func TestCodes(t *testing.T) {
	top := tiny(t)
	if got, want := top.Codes(), []string{"AA11", "AA12", "AA13", "BB10"}; !slices.Equal(got, want) {
		t.Errorf("Codes: got %v, want %v", got, want)
	}
	for code, want := range map[string]bool{"AA11": true, "AA1": true, "AA": true, "BB1": true, "BB": true,
		"A": false, "": false, "AA2": false, "AA111": false, "aa": false, "_CC": false, "CC": false, "_": false, "__": false} {
		if got := top.Draws(code); got != want {
			t.Errorf("Draws(%q): got %v, want %v", code, got, want)
		}
	}
	for code, want := range map[string]string{"AA12": "drawn by hand", "AA1": "", "AA11": "", "ZZ": ""} {
		if got := top.Approximate(code); got != want {
			t.Errorf("Approximate(%q): got %q, want %q", code, got, want)
		}
	}
	for code, want := range map[string]string{"AA1": "AA", "BB10": "BB", "ZZ": "", "_CC": ""} {
		if got := top.Country(code); got != want {
			t.Errorf("Country(%q): got %q, want %q", code, got, want)
		}
	}
	all := []string{"AA11", "AA12", "AA13"}
	for code, want := range map[string][]string{"AA14": all, "AA29": all, "AA": all, "AA121": {"AA12"}, "BB99": {"BB10"}, "ZZ": nil, "": nil, "_CD": nil} {
		if got := top.Nearby(code); !slices.Equal(got, want) {
			t.Errorf("Nearby(%q): got %v, want %v", code, got, want)
		}
	}
}

func TestNeighbours(t *testing.T) {
	cases := []struct {
		codes []string
		want  map[string][]string
	}{
		{[]string{"BB10", "AA12", "AA13", "AA11"}, map[string][]string{
			"AA11": {"AA12", "AA13"}, "AA12": {"AA11", "BB10"}, "AA13": {"AA11"}, "BB10": {"AA12"}}},
		{[]string{"AA", "BB"}, map[string][]string{"AA": {"BB"}, "BB": {"AA"}}},
		{[]string{"AA", "AA12", "AA12", "BB"}, map[string][]string{"AA": {"BB"}, "AA12": {"BB"}, "BB": {"AA", "AA12"}}},
		{[]string{"AA13", "BB10", "ZZ99"}, map[string][]string{}},
	}
	for _, c := range cases {
		if got := tiny(t).Neighbours(c.codes); !reflect.DeepEqual(got, c.want) {
			t.Errorf("Neighbours(%v): got %v, want %v", c.codes, got, c.want)
		}
	}
}

func TestNeighboursOfEurope(t *testing.T) {
	got := europe(t).Neighbours([]string{"BE1", "BE2", "BE3", "NL", "FR", "LU0", "DE", "AT13", "AT12"})
	want := map[string][]string{"BE1": {"BE2"}, "BE2": {"BE1", "BE3", "FR", "NL"}, "AT13": {"AT12"}}
	for code := range maps.Keys(want) {
		if !slices.Equal(got[code], want[code]) {
			t.Errorf("neighbours of %s: got %v, want %v", code, got[code], want[code])
		}
	}
}
