// Package atlas is all regions together: who is a member of what, who borders
// whom, how often a topic occurs. An Atlas is made once, from checked regions
// only, and never changes, so any number of goroutines may read it.
package atlas

import (
	"maps"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// Shapes is what the relations need to know of the map.
type Shapes interface {
	// Draws reports whether the map has a shape for a code.
	Draws(code string) bool
	// Nearby lists codes that the map can draw and that resemble the code.
	Nearby(code string) []string
	// IsNear reports whether a point lies in a country or around it.
	IsNear(country string, lon, lat float64) bool
	// Neighbours lists, for each of the codes, those of the others that share
	// a border with it.
	Neighbours(codes []string) map[string][]string
}

// Atlas is a checked edition with its regions.
type Atlas struct {
	edition  *region.Edition
	regions  []*region.Region    // by code
	at       map[string]int      // place of each code in regions
	touching map[string][]string // shape -> shapes that border on it
	newest   map[string]int      // year of the newest figure of each indicator
}

// New makes an atlas from regions without faults of their own, or returns the
// faults of relation that keep it from being made. Warnings come back with it.
func New(edition *region.Edition, regions []*region.Region,
	shapes Shapes) (*Atlas, []problem.Fault) {
	newest := newestYears(regions)
	faults := check(edition, regions, newest, shapes)
	if slices.ContainsFunc(faults, func(f problem.Fault) bool { return !f.Warning }) {
		return nil, faults
	}
	a := &Atlas{edition: edition, regions: slices.Clone(regions),
		at: make(map[string]int, len(regions)), newest: newest}
	slices.SortFunc(a.regions, byCode)
	for i, r := range a.regions {
		a.at[r.Code] = i
	}
	a.findBorders(shapes)
	return a, faults
}

// In is the atlas as pages in another language than its own show it.
func (a *Atlas) In(lang string) *Atlas {
	in := *a
	in.edition = a.edition.In(lang)
	in.regions = make([]*region.Region, len(a.regions))
	for i, r := range a.regions {
		in.regions[i] = r.In(lang, a.edition.Site.Lang)
	}
	return &in
}

func byCode(x, y *region.Region) int { return strings.Compare(x.Code, y.Code) }

// findBorders notes which shapes touch. Many regions may be drawn with one shape.
func (a *Atlas) findBorders(shapes Shapes) {
	drawn := map[string]bool{}
	for _, r := range a.regions {
		if !r.IsPoint() {
			drawn[r.ShapeCode()] = true
		}
	}
	a.touching = shapes.Neighbours(slices.Sorted(maps.Keys(drawn)))
}

// Edition is the title page and the vocabularies.
func (a *Atlas) Edition() *region.Edition { return a.edition }

// Regions lists all regions by code. The slice must not be changed.
func (a *Atlas) Regions() []*region.Region { return a.regions }

// Region is the region with the code, or nil.
func (a *Atlas) Region(code string) *region.Region {
	if i, known := a.at[code]; known {
		return a.regions[i]
	}
	return nil
}

// Touching lists, for each shape that a region is drawn with, those of the others
// that border on it. Regions that are drawn as points have no shape.
func (a *Atlas) Touching() map[string][]string { return a.touching }
