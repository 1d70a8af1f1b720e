package profile_test

import (
	"math"
	"slices"
	"testing"

	"regional-atlas/generator/profile"
)

// What is not reported is neither found nor ruled out, and "not reported" can be
// asked for itself.
func TestFindKeepsTheSilentApart(t *testing.T) {
	list := []profile.Facet{
		{Key: "network", Options: []profile.Option{{Key: "yes"}, {Key: "no"}, {Key: "not-reported", Unknown: true}}, One: []int{0, 1, 2}},
		{Key: "topic", Kind: profile.AnyOf, Options: []profile.Option{{Key: "a"}, {Key: "b"}},
			Many: [][]int{{0, 1}, {0}, nil}, Silent: []bool{false, false, true}},
		{Key: "size", Kind: profile.Between, Number: []float64{-1, 0, math.NaN()}},
		{Key: "need", Kind: profile.AtLeast, Options: []profile.Option{{Key: "low"}, {Key: "high"}}, One: []int{1, 0, -1}},
	}
	none := math.NaN()
	for name, c := range map[string]struct {
		choice         profile.Choice
		found, unknown []int
	}{
		"nothing":            {nil, []int{0, 1, 2}, nil},
		"one answer":         {profile.Choice{"network": {Options: []string{"yes"}}}, []int{0}, []int{2}},
		"any of two":         {profile.Choice{"network": {Options: []string{"yes", "no"}}}, []int{0, 1}, []int{2}},
		"the silent":         {profile.Choice{"network": {Options: []string{"not-reported"}}}, []int{2}, nil},
		"any topic":          {profile.Choice{"topic": {Options: []string{"a", "b"}}}, []int{0, 1}, []int{2}},
		"all topics":         {profile.Choice{"topic": {Options: []string{"a", "b"}, All: true}}, []int{0}, []int{2}},
		"below zero":         {profile.Choice{"size": {From: none, To: -0.5}}, []int{0}, []int{2}},
		"at least zero":      {profile.Choice{"size": {From: 0, To: none}}, []int{1}, []int{2}},
		"at least low":       {profile.Choice{"need": {Options: []string{"low"}}}, []int{0, 1}, []int{2}},
		"at least high":      {profile.Choice{"need": {Options: []string{"high"}}}, []int{0}, []int{2}},
		"two, one rules out": {profile.Choice{"network": {Options: []string{"no"}}, "need": {Options: []string{"high"}}}, nil, []int{2}},
	} {
		found, unknown := profile.Find(list, 3, c.choice)
		if !slices.Equal(found, c.found) || !slices.Equal(unknown, c.unknown) {
			t.Errorf("%s: found %v, not reported %v; want %v, %v", name, found, unknown, c.found, c.unknown)
		}
	}
	all := profile.Choice{"topic": {Options: []string{"b"}, All: true}}
	if n := profile.Count(list, 3, all, &list[1], "a"); n != 1 {
		t.Errorf("all of a and b: %d, want 1", n)
	}
	if n := profile.Count(list, 3, all, &list[1], "b"); n != 1 {
		t.Errorf("b, which is picked already: %d, want 1", n)
	}
}
