package socialcard

import (
	"slices"
	"testing"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/picture"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/prose"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
)

// everywhere has a shape for every code.
type everywhere struct{}

func (everywhere) Draws(string) bool                       { return true }
func (everywhere) Nearby(string) []string                  { return nil }
func (everywhere) IsNear(string, float64, float64) bool    { return true }
func (everywhere) Neighbours([]string) map[string][]string { return nil }

// A card shows the main figures; where a region reports few, others fill it, each with
// its name.
func TestLinesOfACard(t *testing.T) {
	edition := &region.Edition{Countries: []region.Country{{Code: "BE", Name: "Belgium"}},
		Indicators: []region.Indicator{
			{Term: region.Term{Key: "age", Name: "Median age"}, Kind: region.Ratio, Unit: "years"},
			{Term: region.Term{Key: "population", Name: "Population"}, Kind: region.Total, Unit: "inhabitants", Main: true},
			{Term: region.Term{Key: "old", Name: "Over 65"}, Kind: region.Share, Unit: "%", Main: true},
		}}
	figure := func(n float64) []region.Figure {
		return []region.Figure{{Value: region.Value{Number: n, Given: true}, Year: 2019}}
	}
	full := &region.Region{File: "BE1.md", Code: "BE1", Name: "Full",
		Figures: map[string][]region.Figure{"population": figure(1200), "old": figure(20), "age": figure(41)}}
	sparse := &region.Region{File: "BE2.md", Code: "BE2", Name: "Sparse",
		Figures: map[string][]region.Figure{"age": figure(41)}}
	a, faults := atlas.New(edition, []*region.Region{full, sparse}, everywhere{})
	if a == nil {
		t.Fatal(faults)
	}
	profiles := profile.New(a, func(*region.Region) prose.Text { return prose.Text{} })
	cards := New(profiles, nil, words.English(), picture.Colours{}, "")
	for code, want := range map[string][]string{
		"BE1": {"1,200 inhabitants (2019)", "Over 65: 20 % (2019)", "Median age: 41 years (2019)"},
		"BE2": {"Median age: 41 years (2019)"},
	} {
		if got := cards.lines(profiles.Region(code)); !slices.Equal(plain(got), want) {
			t.Errorf("the card of %s says %q, want %q", code, got, want)
		}
	}
}

func plain(lines []string) []string {
	var list []string
	for _, line := range lines {
		text := []rune(line)
		for i, r := range text {
			if r == '\u00a0' {
				text[i] = ' '
			}
		}
		list = append(list, string(text))
	}
	return list
}
