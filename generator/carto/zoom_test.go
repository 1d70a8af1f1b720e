package carto

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"regional-atlas/generator/geometry"
	"regional-atlas/generator/region"
)

// A part that can be brought near has the form of the whole map, lies in it, and holds
// what it is named after; a part that no shape is of is not offered.
func TestZoomsHoldWhatTheyName(t *testing.T) {
	p := onEurope(t, "BE1", "BE2", "PL22", "PT16", "PT30")
	p.atlas.Edition().MapViews = []region.MapView{
		{Term: region.Term{Key: "low", Name: "Low countries"}, Codes: []string{"BE", "NL"}},
		{Term: region.Term{Key: "north", Name: "North"}, Codes: []string{"NO"}},
		{Term: region.Term{Key: "lost", Name: "Lost"}, Codes: []string{"XX"}},
		{Term: region.Term{Key: "small", Name: "Small"}, Codes: []string{"MT"}},
	}
	m := p.Index()
	d := p.drawingOf("", p.wide, p.scene.views...)
	want := map[string][]string{"low": {"BE", "NL"}, "north": {"NO"}, "small": {"MT"}, "be": {"BE"}, "pl": {"PL"}, "pt": {"PT"}}
	all := append(slices.Clone(m.Zooms), m.Countries...)
	for _, z := range all {
		var x, y, w, h int
		if _, err := fmt.Sscan(z.Box, &x, &y, &w, &h); err != nil {
			t.Fatalf("%s: %q: %v", z.Key, z.Box, err)
		}
		if off := w*m.Height - h*m.Width; x < 0 || y < 0 || x+w > m.Width || y+h > m.Height || off < -m.Width || off > m.Width {
			t.Errorf("%s: %s does not lie in %d x %d, or has another form", z.Key, z.Box, m.Width, m.Height)
		}
		if w < m.Width/nearest {
			t.Errorf("%s: %s is too near", z.Key, z.Box)
		}
		box, _ := d.around(want[z.Key])
		if box.MinX < x || box.MinY < y || box.MaxX > x+w || box.MaxY > y+h {
			t.Errorf("%s: %s does not hold %v", z.Key, z.Box, box)
		}
	}
	if len(all) != len(want) {
		t.Errorf("parts are %+v", all)
	}
	if c := p.Country("", p.atlas.Countries()[0]); len(c.Zooms)+len(c.Countries) != 0 || c.Tiles != nil {
		t.Error("the map of a country has parts or tiles")
	}
}

// The names that come out nearer have room on their own land at that zoom.
func TestNamesComeOutWhereTheyFit(t *testing.T) {
	p := onEurope(t, someRegions(t, 90)...)
	m := p.Index()
	froms := map[int]int{}
	for _, l := range m.Names {
		froms[l.From]++
		code := strings.TrimPrefix(l.Text, "Region ")
		w, h := widthOf(l.Text, p.wide.text)/l.From/2, p.wide.text/l.From/2
		for _, at := range []geometry.Point{{X: l.X - w, Y: l.Y}, {X: l.X + w, Y: l.Y}, {X: l.X, Y: l.Y - h}, {X: l.X, Y: l.Y + h}} {
			if !p.wide.drawing.Holds(code, at) {
				t.Errorf("%+v reaches beyond its land at %v", l, at)
			}
		}
	}
	if len(froms) < 3 || froms[1] > 0 {
		t.Errorf("names come out at %v", froms)
	}
}

// The lengths beside a title cut the name and every value out of it, in letters as a
// script counts them.
func TestPartsOfWhatIsSaid(t *testing.T) {
	p := europeWith(t, func(regions map[string]*region.Region) {
		regions["BE1"].Name = "𝔹russels  \n Region"
		delete(regions["BE1"].Figures, "density")
		regions["PL22"].Figures = nil
	}, "BE1", "PL22")
	want := map[string][]string{"BE1": {"𝔹russels Region (BE1)", "", "", "1,000 inhabitants (2019)"}, "PL22": {"Region PL22 (PL22)", "", "", ""}}
	for _, place := range p.Index().Places {
		units, at := utf16.Encode([]rune(place.Label)), 0
		var got []string
		for _, length := range strings.Fields(place.Said) {
			var n int
			if _, err := fmt.Sscan(length, &n); err != nil {
				t.Fatal(err)
			}
			got = append(got, string(utf16.Decode(units[at:at+n])))
			if n > 0 {
				at += n + 2
			}
		}
		if !slices.Equal(got, want[place.Code]) {
			t.Errorf("%q with %q: %q", place.Label, place.Said, got)
		}
	}
}

// Every place has its tile, with the shade and the circles of its shape; tiles come row
// by row.
func TestTilesAreThePlaces(t *testing.T) {
	p := onEurope(t, "BE1", "BE2", "PL22", "PT16", "PT30", "DE1")
	m := p.Index()
	shades := map[string]string{}
	for _, place := range m.Places {
		shades[place.Code] = place.Class
	}
	for i, tile := range m.Tiles.List {
		if shade := shades[tile.Code]; shade != "" && shade != tile.Class || len(tile.Totals) != 1 || tile.Name == "" {
			t.Errorf("%+v beside %q", tile, shade)
		}
		if r := tile.Totals[0].R; 2*r > m.Tiles.Size-m.Tiles.Foot {
			t.Errorf("%s: a circle of %d covers the code", tile.Code, r)
		}
		if i > 0 && (tile.Y < m.Tiles.List[i-1].Y || tile.Y == m.Tiles.List[i-1].Y && tile.X <= m.Tiles.List[i-1].X) {
			t.Errorf("%s comes late", tile.Code)
		}
		if tile.X+m.Tiles.Size > m.Tiles.Width || tile.Y+m.Tiles.Size > m.Tiles.Height {
			t.Errorf("%s lies outside", tile.Code)
		}
	}
	if len(m.Tiles.List) != 6 {
		t.Errorf("%d tiles", len(m.Tiles.List))
	}
	sizes := m.Views[slices.IndexFunc(m.Views, func(v View) bool { return len(v.Sizes) > 0 })].TileSizes
	last := m.Tiles.List[5]
	if len(sizes) != 2 || sizes[0].R <= sizes[1].R || sizes[0].Y-sizes[0].R < last.Y+m.Tiles.Size || sizes[0].Y+sizes[0].R > m.Tiles.Height {
		t.Errorf("legend %+v below %+v", sizes, last)
	}
}
