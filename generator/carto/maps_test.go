package carto

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/geometry"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/prose"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
)

// onEurope is a planner for regions with the given codes on the real map.
func onEurope(t testing.TB, codes ...string) *Maps {
	t.Helper()
	return europeWith(t, func(map[string]*region.Region) {}, codes...)
}

// framedBy is onEurope with what atlas.toml says of the map.
func framedBy(t testing.TB, design region.MapDesign, codes ...string) *Maps {
	t.Helper()
	return designed(t, design, func(map[string]*region.Region) {}, codes...)
}

// europeWith is onEurope after a change to its regions, by code.
func europeWith(t testing.TB, change func(map[string]*region.Region), codes ...string) *Maps {
	t.Helper()
	return designed(t, region.MapDesign{Frame: region.FrameEurope}, change, codes...)
}

func designed(t testing.TB, design region.MapDesign, change func(map[string]*region.Region), codes ...string) *Maps {
	t.Helper()
	land := NewBasemap(topology(t, "europe"), topology(t, "overseas"))
	edition := &region.Edition{Site: region.Site{Title: "Test", Lang: "en"}, Map: design,
		Countries: []region.Country{{Code: "DE", Name: "Germany"}, {Code: "BE", Name: "Belgium"}, {Code: "PT", Name: "Portugal"}, {Code: "PL", Name: "Poland"}, {Code: "AT", Name: "Austria"}, {Code: "MT", Name: "Malta"}},
		Indicators: []region.Indicator{
			{Term: region.Term{Key: "density", Name: "Density"}, Kind: region.Ratio, Unit: "per km²"},
			{Term: region.Term{Key: "population", Name: "Population"}, Kind: region.Total, Unit: "inhabitants"},
			{Term: region.Term{Key: "group", Name: "Group"}, Kind: region.Class, Scales: []region.Scale{{Years: []int{2019}, Groups: []string{"High +", "High", "Low"}}, {Years: []int{2021}, Groups: []string{"High +", "High", "Poor"}}}},
		}}
	var regions []*region.Region
	byCode := map[string]*region.Region{}
	for i, code := range codes {
		if country := code[:2]; !slices.ContainsFunc(edition.Countries, func(c region.Country) bool { return c.Code == country }) {
			edition.Countries = append(edition.Countries, region.Country{Code: country, Name: country})
		}
		r := &region.Region{File: code + ".md", Code: code, Name: "Region " + code, Figures: map[string][]region.Figure{}}
		r.Figures["density"] = []region.Figure{{Value: region.Value{Number: float64(10 * (i + 1)), Given: true}, Year: 2019}}
		r.Figures["population"] = []region.Figure{{Value: region.Value{Number: float64(1000 * (i + 1)), Given: true}, Year: 2019}}
		regions, byCode[code] = append(regions, r), r
	}
	change(byCode)
	a, faults := atlas.New(edition, regions, land)
	if a == nil {
		t.Fatal(faults)
	}
	return mapsOf(a, land)
}

func topology(t testing.TB, name string) *geometry.Topology {
	t.Helper()
	data, err := os.ReadFile("../../assets/geodata/" + name + ".topo.json")
	if err != nil {
		t.Fatal(err)
	}
	top, err := geometry.ReadTopology(data)
	if err != nil {
		t.Fatal(err)
	}
	return top
}

// The land around and the places together draw every coded shape of the frame
// exactly once.
func TestIndexMapDrawsEveryShapeOnce(t *testing.T) {
	p := onEurope(t, "BE1", "BE2", "DE", "PT16", "PL22")
	times := map[string]int{}
	for _, s := range p.base.wide.Shapes(p.wide.shapesOf(p.scene.places)...) {
		times[s.Code]++
	}
	for _, r := range p.atlas.Regions() {
		for _, code := range p.base.europe.Codes() {
			if strings.HasPrefix(code, r.Code) {
				times[code]++
			}
		}
	}
	for _, code := range p.base.europe.Codes() {
		_, inFrame := p.base.wide.Bounds(code)
		if want := map[bool]int{true: 1}[inFrame]; times[code] != want {
			t.Errorf("%s is drawn %d times, want %d", code, times[code], want)
		}
	}
}

// Nothing that an index map draws lies outside the frame by more than a cut
// shape may.
func TestIndexMapStaysInItsFrame(t *testing.T) {
	m := onEurope(t, "BE1", "BE2", "DE", "PT16", "PL22").Index()
	bleed := onEurope(t, "BE1").base.wide.Frame().Bleed()
	paths := []string{m.Land.Context, m.Land.Borders}
	for _, shape := range m.Land.Shapes {
		paths = append(paths, shape.Path)
	}
	for _, place := range m.Places {
		paths = append(paths, place.Path)
	}
	for _, path := range paths {
		for _, at := range absolute(t, path) {
			if at[0] < -bleed || at[1] < -bleed || at[0] > wideWidth+bleed || at[1] > wideWidth+bleed {
				t.Fatalf("a point at %v is outside: %.60s", at, path)
			}
		}
	}
}

var step = regexp.MustCompile(`[Mmlz]|-?\d+`)

// absolute follows a path of whole relative steps.
func absolute(t *testing.T, path string) [][2]int {
	t.Helper()
	var points [][2]int
	var at, start [2]int
	var numbers []int
	command := ""
	for _, m := range step.FindAllString(path, -1) {
		n, err := strconv.Atoi(m)
		if err != nil {
			command = m
			if m == "z" {
				at = start
			}
			continue
		}
		if numbers = append(numbers, n); len(numbers) < 2 {
			continue
		}
		if command == "M" {
			at = [2]int{}
		}
		at = [2]int{at[0] + numbers[0], at[1] + numbers[1]}
		if command == "M" || command == "m" {
			start, command = at, "l"
		}
		points, numbers = append(points, at), nil
	}
	return points
}

// A country lies under the regions inside it, so that it takes neither their
// pointer nor their click.
func TestCountriesLieUnderTheirRegions(t *testing.T) {
	m := onEurope(t, "DE", "DE1", "DED").Index()
	var order []string
	for _, place := range m.Places {
		order = append(order, place.Code)
	}
	if !slices.Equal(order, []string{"DE", "DE1", "DED"}) {
		t.Errorf("drawn in the order %v", order)
	}
}

// The Tab key visits regions by code, whatever their level; only those in rings, which lie
// on top, come behind.
func TestPlacesComeByCode(t *testing.T) {
	m := onEurope(t, "AT31", "BE1", "BE2", "DE1", "PL22", "PT16").Index()
	var order []string
	for _, place := range m.Places {
		order = append(order, place.Code)
	}
	if want := []string{"AT31", "BE2", "DE1", "PL22", "PT16", "BE1"}; !slices.Equal(order, want) {
		t.Errorf("in the order %v, want %v", order, want)
	}
}

// Small places can be hit: their circle is 24 pixels across where the map is
// shown 800 wide.
func TestSmallPlacesHaveACircle(t *testing.T) {
	m := onEurope(t, "BE1", "AT13", "MT", "BE2").Index()
	for _, place := range m.Places {
		small := place.Code != "BE2"
		if (place.Mark != nil) != small {
			t.Errorf("%s: circle %v", place.Code, place.Mark)
		}
		if small && place.Mark.R*2*800/m.Width < 24 {
			t.Errorf("%s: a circle of %d units", place.Code, place.Mark.R)
		}
	}
}

// A circle lies on top of the shape around it.
func TestCirclesLieOnTop(t *testing.T) {
	m := onEurope(t, "BE1", "BE2", "BE3").Index()
	if last := m.Places[len(m.Places)-1]; last.Code != "BE1" || last.Mark == nil {
		t.Errorf("on top lies %s", last.Code)
	}
}

// A total is a circle and never a shade.
func TestTotalsAreCircles(t *testing.T) {
	p := onEurope(t, "BE1", "BE2")
	m := p.Index()
	n := slices.IndexFunc(p.scene.views, func(v view) bool { return v.totals })
	for _, place := range m.Places {
		if !strings.Contains(place.Class, fmt.Sprintf("v%dt", n)) {
			t.Errorf("%s is of %q", place.Code, place.Class)
		}
	}
	if len(m.Totals) != 2 || m.Totals[0].View != n || m.Totals[0].Of != "regions/be2.html" || m.Totals[1].R >= m.Totals[0].R {
		t.Errorf("2,000 and 1,000 are %+v", m.Totals)
	}
}

// The counts of a legend add up, not reported has its box even when empty, and
// parts that differ have a box of their own.
func TestLegendCounts(t *testing.T) {
	word := func(w, part string) region.Figure {
		return region.Figure{Value: region.Value{Word: w, Given: true}, Year: 2021, Part: part}
	}
	p := europeWith(t, func(regions map[string]*region.Region) {
		regions["BE1"].Figures["group"] = []region.Figure{word("High +", "")}
		regions["BE2"].Figures["group"] = []region.Figure{word("High +", "North"), word("High", "South")}
		regions["PL22"].Figures["group"] = []region.Figure{word("High", "North"), word("Poor", "South")}
	}, "BE1", "BE2", "PL22", "PT16")
	v := p.classView(p.scene, 2)
	got := p.legend(&v, p.scene.places)
	want := []LegendEntry{{"c0", "High", "2 regions", ""}, {"c4", "Low or Poor", "0 regions", ""},
		{"m", "Differs between parts", "1 region", ""}, {"n", "Not reported", "1 region", ""}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// A country beside regions is no region: legends count it apart.
func TestLegendCountsCountriesApart(t *testing.T) {
	class := []region.Figure{{Value: region.Value{Word: "High", Given: true}, Year: 2021}}
	p := europeWith(t, func(regions map[string]*region.Region) {
		regions["BE2"].Figures["group"], regions["DE"].Figures["group"] = class, class
		delete(regions["DE"].Figures, "population")
	}, "BE1", "BE2", "DE", "PT16")
	v := p.classView(p.scene, 2)
	want := []LegendEntry{{"c0", "High", "1 region", ""}, {"c4", "Low or Poor", "0 regions", ""},
		{"a", "Whole country, measured apart", "1 country", ""}, {"n", "Not reported", "2 regions", ""}}
	if got := p.legend(&v, p.scene.places); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	v = p.totalView(p.scene, 1)
	v.readings["BE1"] = reading{class: missing}
	got := p.legend(&v, p.scene.places)
	if last := got[len(got)-1]; last.Count != "1 region, 1 country" {
		t.Errorf("a class of both is counted as %q", last.Count)
	}
}

// Classes hold every value, with limits said in words.
func TestNumbersAreBinned(t *testing.T) {
	p := onEurope(t, "BE1", "BE2", "PL22", "PT16", "DE1", "DED", "AT13")
	v := p.numberView(p.scene, 0)
	if len(v.classes) != mostClasses {
		t.Fatalf("classes %q", v.classes)
	}
	for _, r := range p.atlas.Regions() {
		if c := v.readings[r.Code].class; c < 0 || c >= mostClasses {
			t.Errorf("%s is in class %d", r.Code, c)
		}
	}
	want := []string{"60 and more", "50 to under 60", "30 to under 50", "20 to under 30", "under 20"}
	if !slices.Equal(v.classes, want) || v.median != "median 40" || v.middle != 2 {
		t.Errorf("classes %q, %s in class %d", v.classes, v.median, v.middle)
	}
}

// Classes of counts say their first and last: nobody is a member one and a half times.
func TestCountsAreBinned(t *testing.T) {
	p := onEurope(t, "BE1", "BE2", "PL22", "PT16", "DE1", "DED", "AT13")
	var v view
	counts := []float64{0, 1, 1, 2, 3, 5, 9}
	p.bin(&v, p.scene, 0, true, func(at *place) float64 { return counts[slices.Index(p.scene.places, at)] },
		func(*place) string { return "" })
	if want := []string{"5 to 9", "3 to 4", "1 to 2", "0"}; !slices.Equal(v.classes, want) || v.median != "median 2" {
		t.Errorf("classes %q, %s", v.classes, v.median)
	}
}

// A shape that is not the region's own is said to be so.
func TestShapesThatAreNotOwnSaySo(t *testing.T) {
	p := europeWith(t, func(regions map[string]*region.Region) {
		regions["PL22"].Shape = region.Shape{Code: "PL9"}
		regions["BE2"].Shape = region.Shape{Lon: 4, Lat: 51}
	}, "PT16", "PL22", "BE2")
	for code, want := range map[string]string{"PT16": "Approximate shape: ", "PL22": "Drawn with the shape of PL9", "BE2": "Drawn as a point"} {
		if got := p.Locator("", p.atlas.Region(code)).Note; !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q", code, got)
		}
	}
}

// With many regions the links of a map are no stops of the Tab key.
func TestManyRegionsAreQuiet(t *testing.T) {
	codes := topology(t, "europe").Codes()
	var some []string
	for _, c := range codes {
		if strings.HasPrefix(c, "DE") || strings.HasPrefix(c, "PL") || strings.HasPrefix(c, "AT") {
			some = append(some, c)
		}
	}
	m := onEurope(t, some...).Index()
	if len(some) <= tabStops || !m.Quiet || !m.Places[0].Quiet {
		t.Errorf("%d regions: quiet %v", len(some), m.Quiet)
	}
	if m := onEurope(t, "BE1").Index(); m.Quiet || m.Places[0].Quiet {
		t.Error("one region is quiet")
	}
}

// Every answer has a mark of its own form, and the order is that of the groups.
func TestSignatureMarksDiffer(t *testing.T) {
	seen := map[string]string{}
	for _, status := range region.Statuses() {
		g := glyph(status.Key, 0)
		if other, twice := seen[g]; twice {
			t.Errorf("%s looks like %s", status.Key, other)
		}
		seen[g] = status.Key
	}
}

func TestRanksInWords(t *testing.T) {
	shared := func(regions map[string]*region.Region) { regions["BE2"].Figures["density"][0].Value.Number = 10 }
	if got := rankingOf(europeWith(t, shared, "BE1", "BE2", "PL22"), "BE1").Words; got != "Place\u00a02\u00a0of\u00a03, highest first, shared with 1 other" {
		t.Errorf("got %q", got)
	}
	silent := func(regions map[string]*region.Region) { delete(regions["PL22"].Figures, "density") }
	if rankingOf(europeWith(t, silent, "BE1", "BE2", "PL22"), "PL22") != nil {
		t.Error("a region without a value has a place")
	}
}

func rankingOf(m *Maps, code string) *Ranking {
	return NewCharts(m.atlas, nil, m.words).Ranking("", m.atlas.Region(code), 0)
}

func mapsOf(a *atlas.Atlas, base *Basemap) *Maps {
	silent := func(*region.Region) prose.Text { return prose.Text{} }
	p := profile.New(a, silent)
	return New(p, base.For(p), nil, words.English(), "")
}

// Boxes below the map are for places of the atlas that lie beyond the frame, and for no
// others.
func TestBoxesAreForPlacesOfTheAtlas(t *testing.T) {
	if boxes := onEurope(t, "BE2").Index().Insets; len(boxes) > 0 {
		t.Errorf("an atlas of one region in Europe has the boxes %+v", boxes)
	}
	if boxes := onEurope(t, "BE2", "PT30", "FRY1").Index().Insets; len(boxes) != 2 || boxes[0].Place == nil || boxes[1].Place == nil ||
		boxes[0].Name != "Region FRY1" {
		t.Errorf("two places beyond the frame have the boxes %+v", boxes)
	}
}
