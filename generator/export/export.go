// Package export prints the tables of the facts as files that leave the site: values
// separated by commas, a workbook, JSON with its schema, shapes for maps, and the
// descriptors by which programs and portals find them. All of them walk the same
// tables, so that none says what another does not.
//
// Addresses last: a re-user writes them down once.
package export

import (
	"regional-atlas/generator/carto"
	"regional-atlas/generator/dataset"
	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
)

// Export is the data of an atlas in one language.
type Export struct {
	atlas  *profile.Atlas
	tables []*dataset.Table
	base   *carto.Basemap
	words  *words.Language
	site   region.Site
	credit string // of the shapes
}

// New prepares the data of an atlas; credit names whose shapes it is drawn with.
func New(a *profile.Atlas, base *carto.Basemap, w *words.Language, credit string) *Export {
	return &Export{a, dataset.Tables(a), base, w, a.Edition().Site, credit}
}

// Files lists all files of data.
func (x *Export) Files() output.Files {
	return output.Concat(x.separated(), x.inOne(), x.regions(), output.List(
		output.File{Address: output.RegionSchema, Content: func() any { return x.regionSchema() }},
		output.File{Address: output.Shapes, Content: func() any { return x.shapes() }},
		output.File{Address: output.DataPackage, Content: func() any { return x.dataPackage() }},
	), x.catalogue())
}

// separated lists each table in its two editions.
func (x *Export) separated() output.Files {
	return func(yield func(output.File) bool) {
		for _, t := range x.tables {
			for _, european := range []bool{false, true} {
				f := output.File{Address: output.Table(t.Name, european),
					Content: func() any { return separated{x.atlas, t, european} }}
				if !yield(f) {
					return
				}
			}
		}
	}
}

// inOne lists the files that hold all facts, unless they are too many for one.
func (x *Export) inOne() output.Files {
	if len(x.atlas.Regions()) > dataset.MostInOne {
		return output.List()
	}
	return output.List(
		output.File{Address: output.Workbook, Content: func() any { return workbook{x} }},
		output.File{Address: output.AllFacts, Content: func() any { return x.allFacts() }},
		output.File{Address: output.FactsSchema, Content: func() any { return x.factsSchema() }},
	)
}

// regions lists the facts of each region.
func (x *Export) regions() output.Files {
	return func(yield func(output.File) bool) {
		for _, r := range x.atlas.Regions() {
			if !yield(output.File{Address: output.Facts(r.Code),
				Content: func() any { return x.factsOf(r) }}) {
				return
			}
		}
	}
}
