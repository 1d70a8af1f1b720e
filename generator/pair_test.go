package generator_test

import (
	"slices"
	"testing"

	"regional-atlas/generator/match"
	"regional-atlas/generator/region"
)

// What the two whole pages of the sources say of Brussels and Flanders together.
func TestBriefOfBrusselsAndFlanders(t *testing.T) {
	t.Parallel()
	a := checked(t, inputOf(richRegions())).Atlas
	b := match.NewShared(a).Brief(a.Region("BE2"), a.Region("BE1"))
	networks := map[match.StandingKind][]string{}
	for _, s := range b.Networks {
		networks[s.Kind] = append(networks[s.Kind], s.Network.Key)
	}
	for kind, want := range map[match.StandingKind][]string{
		match.BothIn:    {"cebr", "errin"},
		match.ByCountry: {"genome"},
		match.OnlyA:     nil,
		match.OnlyB:     {"clussport", "euregha", "pm_ec", "s3medtech", "s3p4pm", "vanguard"},
		match.PerhapsA:  nil,
		match.PerhapsB:  nil,
	} {
		if got := networks[kind]; !slices.Equal(slices.Sorted(slices.Values(got)), want) && len(got)+len(want) > 0 {
			t.Errorf("standing %d: %v, want %v", kind, got, want)
		}
	}
	if len(b.Overlap.Topics) != 3 {
		t.Errorf("%d topics in common", len(b.Overlap.Topics))
	}
	codes := map[string][2][]string{}
	for _, c := range b.Overlap.Codes {
		codes[c.Classification.Key] = [2][]string{c.Exact, c.Above}
	}
	if c := codes["objectives"]; !slices.Equal(c[0], []string{"G", "I.59"}) || !slices.Equal(c[1], []string{"I"}) {
		t.Errorf("objectives %v", c)
	}
	if c := codes["nace"]; len(c[0]) != 0 || !slices.Equal(c[1], []string{"M"}) {
		t.Errorf("NACE %v", c)
	}
	if !slices.ContainsFunc(b.Ties, func(t match.Tie) bool {
		return t.Title == "Biobank Brussels Health Campus" && t.Kind == match.InitiativeTie
	}) {
		t.Errorf("ties %+v", b.Ties)
	}
	if b.A.Code != "BE1" || b.Known == 0 || b.Known >= b.Asked || b.B.Collaboration.Looking != region.Yes {
		t.Errorf("%s, %d of %d", b.A.Code, b.Known, b.Asked)
	}
}
