package profile

import (
	"slices"
	"strings"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/prose"
	"regional-atlas/generator/region"
)

// Region is all that the atlas can say of one region, resolved, ranked and cited.
// Lists are in the order of the file, answers in that of the vocabularies.
type Region struct {
	Place       int // in the order of codes, from 0
	Code        string
	Name        string // English
	File        string // slash path inside the regions folder
	Level       int    // of NUTS, 0 for a country
	NUTSVersion int    // edition of NUTS, 0 when not said
	Country     region.Country
	Names       []region.NativeName
	Also        []string // other names
	Aliases     []string // former codes and addresses
	Shape       region.Shape
	Text        prose.Text // the description

	Figures       []Figure     // one for each indicator
	Memberships   []Membership // one for each network
	Members       int          // networks that the region itself is a member of
	Answered      int          // networks that it gave any answer for
	Topics        []Topic      // one for each topic
	Strategy      []Answer     // one for each question on strategy
	Evaluation    []Rating     // one for each question of the self-evaluation
	Codes         []CodeList   // one for each classification
	Collaboration region.Cooperation
	Documents     []region.Document
	Support       []region.Support
	Initiatives   []region.Initiative
	Represented   []region.Representation
	Organisations []region.Organisation
	Profiles      []region.Profile
	Websites      []region.Website

	Sources  []region.Source // cited by their number, from 1
	Photos   []region.Photo
	Image    region.Credit // of the picture that the source page showed
	Mended   []string      // errors of a source that were put right
	Reviewed region.Date

	apart    bool
	sections []section // in the order of the file
	coverage []atlas.Coverage
}

// Section is what holds for a section of a region file as a whole.
type Section struct {
	Empty   bool       // it reports nothing
	Gap     region.Gap // how it falls short of its source
	Sources []int      // numbers of the sources behind it
}

// section is a Section as it is kept: few have a gap, and a gap is large.
type section struct {
	key     string
	empty   bool
	gap     *region.Gap // nil for none
	sources []int
}

// Section is the section of a region file with the key, such as "documents".
func (r *Region) Section(key string) Section {
	for _, s := range r.sections {
		if s.key == key {
			whole := Section{Empty: s.empty, Sources: s.sources}
			if s.gap != nil {
				whole.Gap = *s.gap
			}
			return whole
		}
	}
	return Section{}
}

// Coverage is how much the region reports in each section.
func (r *Region) Coverage() []atlas.Coverage { return r.coverage }

// Reported counts the sections that report anything.
func (r *Region) Reported() int {
	n := 0
	for _, s := range r.sections {
		if !s.empty {
			n++
		}
	}
	return n
}

// SourceNumber is the number of the source with a key, 0 when there is none.
func (r *Region) SourceNumber(key string) int {
	return 1 + slices.IndexFunc(r.Sources, func(s region.Source) bool { return s.Key == key })
}

// Slug is the region's part of addresses: the code in lower case.
func (r *Region) Slug() string { return strings.ToLower(r.Code) }

// ShapeCode is the code of the shape that maps draw.
func (r *Region) ShapeCode() string {
	if r.Shape.Code != "" {
		return r.Shape.Code
	}
	return r.Code
}

// IsCountry reports whether it is a whole country beside the regions of the others: it
// is counted, ranked and compared apart.
func (r *Region) IsCountry() bool { return r.apart }

// IsPoint reports whether maps draw the region as a point.
func (r *Region) IsPoint() bool { return r.Shape.Lon != 0 || r.Shape.Lat != 0 }

// IsBorrowed reports whether maps draw the shape of another code.
func (r *Region) IsBorrowed() bool { return r.Shape.Code != "" && r.Shape.Code != r.Code }

// resolve answers every question about a region, but those that need the others.
func resolve(a *atlas.Atlas, r *region.Region, place int, text prose.Text,
	bare map[string]*region.Membership) *Region {
	e := a.Edition()
	p := &Region{Place: place, Code: r.Code, Name: r.Name, File: r.File, Level: r.Level(),
		NUTSVersion: r.NUTSVersion, Country: countryOf(e, r.Country()), Names: r.Names,
		Also: r.Also, Aliases: r.Aliases, Shape: r.Shape, Text: text,
		Collaboration: r.Cooperation, Documents: r.Documents, Support: r.Support,
		Initiatives: r.Initiatives, Represented: r.Represented, Organisations: r.Organisations,
		Profiles: r.Profiles, Websites: r.Websites, Sources: r.Sources, Image: r.Image, Photos: r.Photos,
		Mended: r.Mended, Reviewed: r.Reviewed, coverage: a.Covered(r)}
	p.sections = sectionsOf(r, p)
	p.Figures = figuresOf(e, r)
	p.Memberships = membershipsOf(e, r, bare)
	p.countMemberships()
	p.Topics = topicsOf(e, r)
	p.Strategy = strategyOf(e, r)
	p.Evaluation = evaluationOf(e, r)
	p.Codes = codesOf(e, r)
	return p
}

// countryOf is a country of the edition; one that it lacks is named by its code.
func countryOf(e *region.Edition, code string) region.Country {
	for _, c := range e.Countries {
		if c.Code == code {
			return c
		}
	}
	return region.Country{Code: code, Name: code}
}

func sectionsOf(r *region.Region, p *Region) []section {
	all := region.Sections()
	sections := make([]section, 0, len(all))
	for _, one := range all {
		s := section{key: one.Key, empty: one.Reported(r) == 0}
		if gap, found := r.Gaps[one.Key]; found {
			s.gap = &gap
		}
		for _, source := range r.From[one.Key] {
			if n := p.SourceNumber(source); n > 0 {
				s.sources = append(s.sources, n)
			}
		}
		sections = append(sections, s)
	}
	return sections
}
