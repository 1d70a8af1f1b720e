package export

import (
	"regional-atlas/generator/dataset"
	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// plain is a value as JSON has it.
func plain(v dataset.Value) any {
	if d, isDay := v.(region.Date); isDay {
		return d.ISO()
	}
	return v
}

// named is a row as an object; the first columns are left out.
func named(t *dataset.Table, row dataset.Row, from int) object {
	o := make(object, 0, len(row))
	for i := from; i < len(row); i++ {
		o = append(o, member{t.Columns[i].Name, plain(row[i])})
	}
	return o
}

// ofRegion is how many columns of a table say which region a row is of.
const ofRegion = 2

// isFact reports whether a table belongs into the facts of a region: the overview says
// nothing that the others do not.
func isFact(t *dataset.Table) bool { return t.IsOfRegions() && t.Name != "overview" }

// factsOf is all that the atlas says of a region.
func (x *Export) factsOf(r *profile.Region) object {
	return append(object{{"$schema", output.Root(output.Facts(r.Code)) + output.RegionSchema}},
		x.facts(r)...)
}

func (x *Export) facts(r *profile.Region) object {
	var o object
	for _, t := range x.tables {
		if !isFact(t) {
			continue
		}
		rows := t.Of(r)
		switch {
		case t.Name == "regions":
			o = append(named(t, rows[0], 0), o...)
		case t.One:
			o = append(o, member{t.Name, named(t, rows[0], ofRegion)})
		default:
			list := make([]object, 0, len(rows))
			for _, row := range rows {
				list = append(list, named(t, row, ofRegion))
			}
			o = append(o, member{t.Name, list})
		}
	}
	return o
}

// allFacts is the facts of all regions, with the words that they are told in.
func (x *Export) allFacts() object {
	vocabulary := dataset.Named(x.tables, "vocabulary")
	var terms, regions []object
	for row := range vocabulary.Rows(x.atlas) {
		terms = append(terms, named(vocabulary, row, 0))
	}
	for _, r := range x.atlas.Regions() {
		regions = append(regions, x.facts(r))
	}
	return object{{"$schema", "atlas.schema.json"}, {"site", x.about()}, {"vocabulary", terms},
		{"regions", regions}}
}

// about says what the data is, whose, and what may be done with it; what is not known
// is not there.
func (x *Export) about() object {
	o := object{{"title", x.site.Title}, {"description", x.site.Tagline}, {"language", x.site.Lang}}
	for _, m := range []member{{"edition", x.atlas.Edition().Releases.Newest().ISO()},
		{"address", x.site.Address}, {"licence", x.site.Licence.Name},
		{"licence_link", x.site.Licence.Link}, {"rights", x.site.Rights},
		{"attribution", x.site.Attribution},
		{"citation", x.site.Citation}, {"contact", x.site.Contact.Title},
		{"contact_link", x.site.Contact.Link},
		{"publisher", x.site.Publisher.Name}} {
		if m.value != "" {
			o = append(o, m)
		}
	}
	return append(o, member{"shapes", x.credit})
}
