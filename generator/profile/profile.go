// Package profile answers each question about a region once: its newest values,
// its answers, its rank, its neighbours. What comes out are typed facts in no
// language, each with its state, year and source, and tables of typed cells. All
// printers (pages, maps, charts, pictures, files to download) read these and
// derive nothing again.
//
// Unknown is a state. It is never a zero, never an empty text and never a no.
package profile

import (
	"cmp"
	"slices"
	"strings"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/parallel"
	"regional-atlas/generator/prose"
	"regional-atlas/generator/region"
)

// Atlas is all profiles together. It never changes after New, so any number of
// goroutines may read it.
type Atlas struct {
	edition   *region.Edition
	regions   []*Region       // by code
	countries []Country       // by name
	asked     map[string]bool // sections that the atlas asks for, or a region reports
	index     index
	names     names
	touching  map[string][]string  // shape -> shapes that border on it
	owners    map[string][]*Region // shape -> the regions drawn with it, by code
}

// Country is a country with its regions in the atlas, by code.
type Country struct {
	region.Country
	Regions []*Region
}

// New resolves every region of an atlas, many at a time. text is the description of a
// region, taken apart; any number of goroutines call it.
func New(a *atlas.Atlas, text func(*region.Region) prose.Text) *Atlas {
	p := &Atlas{edition: a.Edition(), touching: a.Touching(), owners: map[string][]*Region{}}
	regions := a.Regions()
	resolved, bare := make([]*Region, len(regions)), bareAnswers(a.Edition())
	parallel.For(len(regions), func(i int) {
		resolved[i] = resolve(a, regions[i], i, text(regions[i]), bare)
	})
	for _, r := range resolved {
		p.add(r)
	}
	p.setApart()
	p.ask()
	p.rank()
	p.index = newIndex(p.edition, p.regions)
	p.countries = p.countriesInUse()
	p.names = newNames(p)
	return p
}

// setApart sets countries apart, unless the atlas is one of countries.
func (a *Atlas) setApart() {
	if slices.ContainsFunc(a.regions, func(r *Region) bool { return r.Level > 0 }) {
		for _, r := range a.regions {
			r.apart = r.Level == 0
		}
	}
}

// ask finds the sections that the atlas is about: those that it has words for, and those
// that a region reports. Nothing is missing in the others.
func (a *Atlas) ask() {
	a.asked = map[string]bool{}
	for _, s := range region.Sections() {
		a.asked[s.Key] = s.IsAsked(a.edition) ||
			slices.ContainsFunc(a.regions, func(r *Region) bool { return !r.Section(s.Key).Empty })
	}
	for _, r := range a.regions {
		r.coverage = slices.DeleteFunc(r.coverage,
			func(c atlas.Coverage) bool { return !a.asked[c.Section] })
	}
}

// Asks reports whether the atlas is about a section, such as "documents".
func (a *Atlas) Asks(section string) bool { return a.asked[section] }

// HasImages reports whether a source page of any region is known to have shown a picture.
func (a *Atlas) HasImages() bool {
	return slices.ContainsFunc(a.regions, func(r *Region) bool { return r.Image != (region.Credit{}) })
}

func (a *Atlas) add(r *Region) {
	a.regions = append(a.regions, r)
	if !r.IsPoint() {
		a.owners[r.ShapeCode()] = append(a.owners[r.ShapeCode()], r)
	}
}

// Edition is the title page and the vocabularies.
func (a *Atlas) Edition() *region.Edition { return a.edition }

// Regions lists all regions by code. The slice must not be changed.
func (a *Atlas) Regions() []*Region { return a.regions }

// Region is the region with the code, or nil.
func (a *Atlas) Region(code string) *Region {
	i, found := slices.BinarySearchFunc(a.regions, code,
		func(r *Region, code string) int { return strings.Compare(r.Code, code) })
	if !found {
		return nil
	}
	return a.regions[i]
}

func (a *Atlas) countriesInUse() []Country {
	var list []Country
	for _, c := range a.edition.Countries {
		if regions := a.InCountry(c.Code); len(regions) > 0 {
			list = append(list, Country{c, regions})
		}
	}
	slices.SortFunc(list, func(x, y Country) int { return strings.Compare(x.Name, y.Name) })
	return list
}

// Countries lists the countries that have regions, by name.
func (a *Atlas) Countries() []Country { return a.countries }

// InCountry lists the regions whose code starts with a country's code.
func (a *Atlas) InCountry(country string) []*Region {
	from, _ := slices.BinarySearchFunc(a.regions, country,
		func(r *Region, c string) int { return cmp.Compare(r.Country.Code, c) })
	to := from
	for to < len(a.regions) && a.regions[to].Country.Code == country {
		to++
	}
	return a.regions[from:to:to]
}

// Neighbours lists the regions that border on a region, by code, at most so many.
func (a *Atlas) Neighbours(r *Region, most int) []*Region {
	if r.IsPoint() {
		return nil
	}
	var list []*Region
	for _, shape := range a.touching[r.ShapeCode()] {
		owners := a.owners[shape] // by code: the first of all are among the first of each
		for _, owner := range owners[:min(most+1, len(owners))] {
			if !owner.IsCountry() {
				list = append(list, owner)
			}
		}
	}
	slices.SortFunc(list, func(x, y *Region) int { return x.Place - y.Place })
	return list[:min(most, len(list))]
}

// Before is the region before another in the order of codes, nil for the first.
func (a *Atlas) Before(r *Region) *Region {
	if r.Place == 0 {
		return nil
	}
	return a.regions[r.Place-1]
}

// After is the region after another in the order of codes, nil for the last.
func (a *Atlas) After(r *Region) *Region {
	if r.Place == len(a.regions)-1 {
		return nil
	}
	return a.regions[r.Place+1]
}
