package carto

import (
	"slices"
	"testing"

	"regional-atlas/generator/geometry"
	"regional-atlas/generator/region"
)

// The maps of all regions show the land that these lie in, all of Europe where that is
// most of it, or what atlas.toml says.
func TestTheFrameFollowsTheRegions(t *testing.T) {
	regions := region.MapDesign{}
	for _, c := range []struct {
		name   string
		design region.MapDesign
		codes  []string
		holds  []string // of these
		not    []string
		height int // of a width of 1600, about
	}{
		{"the north", regions, []string{"DK01", "FI1C", "SE33", "NO0A", "IS00"}, []string{"DK01", "SE33", "IS00"}, []string{"ES51", "IT"}, 1150},
		{"one country", regions, []string{"AT11", "AT33"}, []string{"AT11", "AT33"}, []string{"PL", "FR10"}, 1150},
		{"Europe", regions, []string{"PT15", "FI1D", "RO11"}, []string{"CY00", "IS00", "SE33"}, nil, 1600},
		{"one town", regions, []string{"BE10"}, []string{"BE10"}, []string{"BE34", "NL11"}, 1600},
		{"Europe by choice", region.MapDesign{Frame: "europe"}, []string{"AT11"}, []string{"CY00", "IS00"}, nil, 1600},
		{"a box", region.MapDesign{Box: []float64{5, 49, 15, 55}}, []string{"PT15"}, []string{"DE30", "DE71"}, []string{"PT15", "SE33"}, 1550},
	} {
		m := framedBy(t, c.design, c.codes...)
		d := m.wide.drawing
		for _, code := range c.holds {
			if share := d.Share(code); share < .9 {
				t.Errorf("%s: %.2f of %s is shown", c.name, share, code)
			}
		}
		for _, code := range c.not {
			if share := d.Share(code); share > 0 {
				t.Errorf("%s: %.2f of %s is shown", c.name, share, code)
			}
		}
		if h := d.Frame().Height(); h < c.height-150 || h > c.height+150 {
			t.Errorf("%s: %d units high, not about %d", c.name, h, c.height)
		}
		if title := m.Index().Title; (title == "Map of Europe with the regions of this atlas") != isEurope(d.Frame()) {
			t.Errorf("%s: the title is %q", c.name, title)
		}
	}
}

// What lies beyond the frame has a box of its own, Svalbard too; in its place the map
// marks nothing, and boxes never lie on each other.
func TestInsetsAreOfTheAtlasAndApart(t *testing.T) {
	for name, m := range map[string]Map{
		"index":    onEurope(t, "FRY1", "FRY2", "FRY3", "FRY4", "FRY5", "ES70", "PT20", "PT30", "NO0B", "FR10", "NO08").Index(),
		"France":   countryMap(t, "FR", "FR10", "FRY1", "FRY2", "FRY3", "FRY4", "FRY5"),
		"Norway":   countryMap(t, "NO", "NO08", "NO0B"),
		"in a box": framedBy(t, region.MapDesign{Box: []float64{5, 49, 15, 55}}, "DE30", "PT15", "NO0B").Index(),
	} {
		want := map[string]int{"index": 9, "France": 5, "Norway": 1, "in a box": 2}[name]
		if len(m.Insets) != want {
			t.Errorf("%s: %d insets, want %d", name, len(m.Insets), want)
		}
		var boxes []geometry.Box
		for _, i := range m.Insets {
			box := geometry.Box{MinX: i.X, MinY: i.Y, MaxX: i.X + max(i.Size, widthOf(i.Name, i.Size/6)), MaxY: i.Y + i.Size*7/6}
			if i.Path == "" || overlapsAny(box, boxes) || box.MaxX > m.Width || box.MaxY > m.Height {
				t.Errorf("%s: %s at %v, beside %v, in %d x %d", name, i.Name, box, boxes, m.Width, m.Height)
			}
			boxes = append(boxes, box)
		}
		if slices.ContainsFunc(m.Places, func(p Marker) bool { return p.Code == "NO0B" }) {
			t.Errorf("%s: Svalbard is marked in its place, which is not on the map", name)
		}
	}
}

func countryMap(t *testing.T, country string, codes ...string) Map {
	t.Helper()
	m := onEurope(t, codes...)
	for _, c := range m.atlas.Countries() {
		if c.Code == country {
			return *m.Country("", c)
		}
	}
	t.Fatal("no country ", country)
	return Map{}
}

// The locator of Svalbard shows Svalbard, not the islet that the map of Europe has of it.
func TestSvalbardIsMarked(t *testing.T) {
	m := onEurope(t, "NO0B", "NO08")
	l := m.Locator("", m.atlas.Region("NO0B"))
	if l.Near == nil || l.Near.Ground != "" || l.Near.Path == "" {
		t.Fatalf("%+v", l.Near)
	}
	if ground := m.countryCanvas("NO").drawing; ground.Share("NO0B") > .05 {
		t.Errorf("the map of Norway reaches to Svalbard: %v", ground.Frame())
	}
	if l.Near.Width < countryWidth/2 || l.Near.Height < countryWidth/2 {
		t.Errorf("it is %d x %d", l.Near.Width, l.Near.Height)
	}
}
