package carto

import (
	"testing"
	"unicode/utf8"

	"regional-atlas/generator/geometry"
)

// A region beyond the map of Europe stands in a box on it, with room on all sides; the
// country that it belongs to is marked.
func TestLocatorFileOfARegionOverseas(t *testing.T) {
	m := onEurope(t, "PT30", "PT16")
	f := m.locatorFile(m.atlas.Region("PT30"))
	if f.Box == nil || f.Ground.Land == "" || f.Panel.Path == "" {
		t.Fatalf("no box on a map of Europe: %+v", f)
	}
	b := f.Box
	if b.X < 0 || b.Y < 0 || b.X+b.Side > f.Ground.Width || b.Y+b.Side > f.Ground.Height {
		t.Errorf("the box at %d, %d with a side of %d leaves the map", b.X, b.Y, b.Side)
	}
	if b.Room < 8 || b.Inner+2*b.Room != b.Side || b.Panel.Path == "" {
		t.Errorf("the region has no room in its box: %+v", b)
	}
	if f := m.locatorFile(m.atlas.Region("PT16")); f.Box != nil {
		t.Error("a region on the map stands in a box")
	}
}

// Entries of a legend that are longer than half the width stand below each other.
func TestLegendOfAMapFileFits(t *testing.T) {
	const columns = 17 // lines' heights in half a width
	for _, f := range []MapFile{
		mapFile(Map{Width: 1600, Views: []View{{Legend: []LegendEntry{{Label: "Yes", Count: "1 region"}, {Label: "No", Count: "2 regions"}}}}}, nil),
		mapFile(Map{Width: 1600, Views: []View{{Legend: []LegendEntry{{Label: "Whole country, measured apart", Count: "4 countries"}, {Label: "Not reported", Count: "13 regions"}}}}}, nil),
	} {
		for i, row := range f.Rows[1:] {
			before := f.Rows[i]
			letters := utf8.RuneCountInString(before.Label + before.Count)
			if row.Y == before.Y && float64(letters)*.55+2.2 > columns {
				t.Errorf("%q stands beside %q, which has no room", row.Label, before.Label)
			}
		}
		if f.Rows[0].Label == "Yes" && f.Rows[1].Y != f.Rows[0].Y {
			t.Error("short entries do not stand beside each other")
		}
	}
}

// Ticks of a strip are left out evenly, so that no reader takes two steps for one.
func TestTicksAreEven(t *testing.T) {
	m := onEurope(t, "BE1")
	charts, indicator := NewCharts(m.atlas, nil, m.words), &m.atlas.Edition().Indicators[0]
	for _, c := range []struct {
		scale geometry.Scale
		want  []string
	}{
		{geometry.Scale{High: 12_500_000}, []string{"0", "5,000,000", "10,000,000"}},
		{geometry.Scale{Low: 10, High: 8000, Log: true}, []string{"10", "100", "1,000"}},
		{geometry.Scale{Low: 10, High: 30}, []string{"10", "15", "20", "25", "30"}},
	} {
		var got []string
		for _, tick := range charts.ticks(indicator, c.scale) {
			got = append(got, tick.Label)
		}
		if len(got) != len(c.want) {
			t.Errorf("%v has the ticks %q, want %q", c.scale, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%v has the ticks %q, want %q", c.scale, got, c.want)
			}
		}
	}
}
