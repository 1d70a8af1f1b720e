package atlas

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"regional-atlas/generator/region"
)

// shapes is a map of a few codes, and pairs of them that touch.
type shapes struct {
	known []string
	touch [][2]string
}

func (s shapes) Draws(code string) bool { return slices.Contains(s.known, code) }

// IsNear knows one country, Portugal.
func (s shapes) IsNear(country string, lon, lat float64) bool {
	return country == "PT" && lon < -6 && lon > -10 && lat > 36 && lat < 43
}

func (s shapes) Nearby(code string) []string {
	var near []string
	for _, k := range s.known {
		if strings.HasPrefix(k, code[:2]) {
			near = append(near, k)
		}
	}
	return near
}

func (s shapes) Neighbours(codes []string) map[string][]string {
	out := map[string][]string{}
	for _, pair := range s.touch {
		if slices.Contains(codes, pair[0]) && slices.Contains(codes, pair[1]) {
			out[pair[0]] = append(out[pair[0]], pair[1])
			out[pair[1]] = append(out[pair[1]], pair[0])
		}
	}
	return out
}

var land = shapes{
	known: []string{"BE1", "BE2", "BE3", "EL30", "PL9", "RO11"},
	touch: [][2]string{{"BE1", "BE2"}, {"BE2", "BE3"}, {"PL9", "RO11"}, {"BE3", "PL9"}},
}

func edition() *region.Edition {
	return &region.Edition{
		Countries:  []region.Country{{Code: "BE", Name: "Belgium"}, {Code: "PL", Name: "Poland"}, {Code: "EL", Name: "A land"}, {Code: "FR", Name: "France"}},
		Indicators: []region.Indicator{{Term: region.Term{Key: "population", Name: "Population"}}, {Term: region.Term{Key: "share65", Name: "Share of people", Short: "Aged 65+"}}},
		Networks: []region.Network{{Term: region.Term{Key: "errin"}}, {Term: region.Term{Key: "cebr"}}, {Term: region.Term{Key: "baltic"}},
			{Term: region.Term{Key: "mountain"}, Categories: []region.Term{{Key: "mixed"}}}},
		Classifications: []region.Classification{{Term: region.Term{Key: "nace"}, Labels: map[string]string{"C": "", "C.21": "", "C.2": "", "M": "", "Q": ""}}},
	}
}

func at(code string) *region.Region {
	return &region.Region{File: code + ".md", Code: code, Name: "Region of " + strings.Repeat(code, 3)}
}

func figure(n float64, year int) region.Figure {
	return region.Figure{Value: region.Value{Number: n, Given: true}, Year: year}
}

func made(t *testing.T, regions ...*region.Region) *Atlas {
	t.Helper()
	a, faults := New(edition(), regions, land)
	if a == nil || len(faults) > 0 {
		t.Fatalf("faults: %+v", faults)
	}
	return a
}

func codes(list []*region.Region) string {
	var out []string
	for _, e := range list {
		out = append(out, e.Code)
	}
	return strings.Join(out, " ")
}

func TestFaultsOfRelation(t *testing.T) {
	with := func(r *region.Region, change func(*region.Region)) *region.Region { change(r); return r }
	const draw = `Check the code, or add shape = "CODE" to draw another shape, or shape = { lon = 4.4, lat = 50.8 } to draw a point.`
	for name, c := range map[string]struct {
		regions []*region.Region
		want    []string
	}{
		"none": {[]*region.Region{at("BE1"), at("BE2")}, nil},
		"code twice": {[]*region.Region{with(at("BE2"), func(r *region.Region) { r.File, r.Name = "be2.md", "Other words" }), at("BE2")},
			[]string{"be2.md /code A020 the code BE2 already belongs to BE2.md | Give one of the two files another code, or remove one."}},
		"a copy": {[]*region.Region{with(at("BE2"), func(r *region.Region) { r.File, r.Name = "BE2 - Copy.md", "Other words" }),
			with(at("BE2"), func(r *region.Region) { r.File, r.Name = "BE2 (1).md", "Still others" }), at("BE2")},
			[]string{"BE2 (1).md /code A020 the code BE2 already belongs to BE2.md | Give one of the two files another code, or remove one.",
				"BE2 - Copy.md /code A020 the code BE2 already belongs to BE2.md | Give one of the two files another code, or remove one."}},
		"a copy with an alias": {[]*region.Region{with(at("BE1"), func(r *region.Region) { r.File, r.Aliases = "Copy.md", []string{"old"} }),
			with(at("BE2"), func(r *region.Region) { r.Aliases = []string{"old"} })},
			[]string{"Copy.md /aliases/0 A021 the address regions/old.html already belongs to BE2.md | Remove the alias here, or the other claim there.",
				"Copy.md /code A023 warning the name of this file is not its region's code, BE1 | Rename it to BE1.md, so that everybody finds it."}},
		"no code": {[]*region.Region{{File: "a.md"}, {File: "b.md"}, {File: "c.md", Code: "nuts"}}, nil},
		"alias of another": {[]*region.Region{at("BE1"), with(at("BE2"), func(r *region.Region) { r.Aliases = []string{"old", "be1"} })},
			[]string{"BE2.md /aliases/1 A021 the address regions/be1.html already belongs to BE1.md | Remove the alias here, or the other claim there."}},
		"alias twice": {[]*region.Region{with(at("BE1"), func(r *region.Region) { r.Aliases = []string{"Old"} }), with(at("BE2"), func(r *region.Region) { r.Aliases = []string{"old"} })},
			[]string{"BE2.md /aliases/0 A021 the address regions/old.html already belongs to BE1.md | Remove the alias here, or the other claim there."}},
		"alias of itself": {[]*region.Region{with(at("BE1"), func(r *region.Region) { r.Aliases = []string{"be1", "x", "X", "?"} })},
			[]string{"BE1.md /aliases/0 A021 this page has the address regions/be1.html anyway | Remove this alias.", "BE1.md /aliases/2 A021 this page has the address regions/x.html anyway | Remove this alias."}},
		"no shape": {[]*region.Region{at("BE4")}, []string{"BE4.md /code A022 the map has no shape for BE4 | " + draw + " The map can draw BE1, BE2, BE3."}},
		"no such shape": {[]*region.Region{with(at("PL91"), func(r *region.Region) { r.Shape.Code = "XX9" })},
			[]string{"PL91.md /shape/code A022 the map has no shape for XX9 | " + draw}},
		"other shape": {[]*region.Region{with(at("PL91"), func(r *region.Region) { r.Shape.Code = "PL9" })}, nil},
		"a point":     {[]*region.Region{with(at("PT16"), func(r *region.Region) { r.Shape.Lon, r.Shape.Lat = -8, 40 })}, nil},
		"a point the other way round": {[]*region.Region{with(at("PT16"), func(r *region.Region) { r.Shape.Lon, r.Shape.Lat = 40.2, -8.4 })},
			[]string{"PT16.md /shape A012 lon and lat are exchanged: the point lies far from its country | Write { lon = -8.4, lat = 40.2 } (lon is east, lat north)."}},
		"a point of an unknown country": {[]*region.Region{with(at("BE2"), func(r *region.Region) { r.Shape.Lon, r.Shape.Lat = 50.8, 4.4 })}, nil},
		"file name": {[]*region.Region{with(at("BE1"), func(r *region.Region) { r.File = "brussels.md" })},
			[]string{"brussels.md /code A023 warning the name of this file is not its region's code, BE1 | Rename it to BE1.md, so that everybody finds it."}},
		"small letters": {[]*region.Region{with(at("BE1"), func(r *region.Region) { r.File = "be1.md" })}, nil},
		"stale": {[]*region.Region{with(at("BE1"), func(r *region.Region) { r.Figures = map[string][]region.Figure{"population": {figure(1, 2021)}} }),
			with(at("BE2"), func(r *region.Region) {
				r.Figures = map[string][]region.Figure{"population": {figure(1, 2015), figure(1, 2010)}, "share65": {figure(1, 1999), {Year: 2050, Status: region.NotReported}}}
			}), with(at("BE3"), func(r *region.Region) { r.Figures = map[string][]region.Figure{"population": {figure(1, 0)}} })},
			[]string{"BE2.md /figures/population A032 warning the newest population is of 2015, 6 years before the newest of another region | Look for a newer value; if there is none, leave it."}},
		"near names": {[]*region.Region{with(at("BE1"), func(r *region.Region) { r.Name = "Overijssel" }), with(at("BE2"), func(r *region.Region) { r.Name = "Overijsel" }), with(at("BE3"), func(r *region.Region) { r.Name = "Overijland" })},
			[]string{`BE2.md /name A034 warning the name "Overijsel" is almost that of BE1.md, "Overijssel" | Make sure that both names are right.`}},
		"one name": {[]*region.Region{with(at("BE1"), func(r *region.Region) { r.Name = "Limburg" }), with(at("BE2"), func(r *region.Region) { r.Name = "Limburg" })},
			[]string{`BE2.md /name A034 warning this region has the same name as BE1.md, "Limburg" | Make sure that both names are right.`}},
		"short names": {[]*region.Region{with(at("BE1"), func(r *region.Region) { r.Name = "Paris" }), with(at("BE2"), func(r *region.Region) { r.Name = "Baris" })}, nil},
	} {
		for range 2 { // the order of files does not matter
			slices.Reverse(c.regions)
			a, faults := New(edition(), c.regions, land)
			var got []string
			fatal := false
			for _, f := range faults {
				warning := ""
				if fatal = fatal || !f.Warning; f.Warning {
					warning = "warning "
				}
				got = append(got, fmt.Sprintf("%s %s %s %s%s | %s", f.File, f.Key, f.Code, warning, f.What, f.Remedy))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%s:\n got  %q\n want %q", name, got, c.want)
			}
			if fatal != (a == nil) {
				t.Errorf("%s: fatal %v, atlas %v", name, fatal, a)
			}
		}
	}
}

func TestNewLeavesItsInputAlone(t *testing.T) {
	entries := []*region.Region{at("EL30"), at("BE1")}
	a, faults := New(edition(), entries, land)
	if a == nil || len(faults) > 0 {
		t.Fatalf("faults: %+v", faults)
	}
	if codes(entries) != "EL30 BE1" || codes(a.Regions()) != "BE1 EL30" || a.Region("EL30") != entries[0] || a.Region("XX") != nil || a.Edition().Countries[0].Code != "BE" {
		t.Errorf("%s, %s", codes(entries), codes(a.Regions()))
	}
}

func TestBordersGoByShape(t *testing.T) {
	west, east, point := at("PL91"), at("PL92"), at("PT16")
	west.Shape.Code, east.Shape.Code = "PL9", "PL9"
	point.Shape.Lon, point.Shape.Lat = 4, 50
	touching := made(t, at("BE3"), at("BE2"), at("BE1"), at("RO11"), west, east, point).Touching()
	for shape, want := range map[string]string{"BE1": "BE2", "BE2": "BE1 BE3", "BE3": "BE2 PL9", "PL9": "RO11 BE3", "RO11": "PL9", "PT16": ""} {
		if got := strings.Join(touching[shape], " "); got != want {
			t.Errorf("%s touches %q, want %q", shape, got, want)
		}
	}
}
