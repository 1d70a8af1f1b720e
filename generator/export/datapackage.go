package export

import (
	"path"
	"strings"

	"regional-atlas/generator/dataset"
	"regional-atlas/generator/output"
	"regional-atlas/generator/region"
)

// dataPackage describes the files for programs: Data Package version 2
// (https://datapackage.org/standard/data-package/).
func (x *Export) dataPackage() object {
	o := object{{"$schema", "https://datapackage.org/profiles/2.0/datapackage.json"},
		{"name", region.Slug(x.site.Name())}, {"title", x.site.Title},
		{"description",
			x.site.Tagline + " " + x.words.Say("data.unknown") + " " + x.words.Say("data.apostrophe")}}
	if x.site.Address != "" {
		o = append(o, member{"homepage", x.site.Address})
	}
	if newest := x.atlas.Edition().Releases.Newest(); newest.Known() {
		o = append(o, member{"version", newest.ISO()})
	}
	if l := x.site.Licence; l.Given() {
		licence := object{{"name", l.Name}, {"path", l.Link}}
		if l.Title != "" {
			licence = append(licence, member{"title", l.Title})
		}
		o = append(o, member{"licenses", []object{licence}})
	}
	if p := x.site.Publisher; p.Name != "" {
		publisher := object{{"title", p.Name}, {"roles", []string{"publisher"}}}
		if p.Link != "" {
			publisher = append(publisher, member{"path", p.Link})
		}
		o = append(o, member{"contributors", []object{publisher}})
	}
	for _, m := range []member{{"rights", x.site.Rights}, {"attribution", x.site.Attribution},
		{"citation", x.site.Citation}, {"shapes", x.credit}} {
		if m.value != "" {
			o = append(o, m)
		}
	}
	return append(o, member{"resources", x.resources()})
}

// resources are the tables in both editions, and the files of other kinds.
func (x *Export) resources() []object {
	var list []object
	for _, t := range x.tables {
		for _, european := range []bool{false, true} {
			address := output.Table(t.Name, european)
			o := object{{"name", strings.TrimSuffix(path.Base(address), ".csv")}, {"type", "table"},
				{"path", inFolder(address)}, {"title", t.Title(x.words)}, {"description", t.Means(x.words)},
				{"format", "csv"}, {"mediatype", "text/csv"}, {"encoding", "utf-8"}}
			if european {
				o = append(o, member{"dialect", object{{"delimiter", ";"}}})
			}
			list = append(list, append(o, member{"schema", x.tableSchema(t, european)}))
		}
	}
	for _, f := range x.others() {
		list = append(list, object{{"name", f.name}, {"path", inFolder(f.address)},
			{"title", x.words.Say("data.file." + f.name)}, {"format", f.format}, {"mediatype", f.media}})
	}
	return list
}

// inFolder is an address as the descriptor, which lies beside it, gives it.
func inFolder(address string) string {
	return strings.TrimPrefix(address, path.Dir(output.DataPackage)+"/")
}

// other is a file that is no table by itself.
type other struct{ name, address, format, media string }

func (x *Export) others() []other {
	shapes := other{"shapes", output.Shapes, "geojson", "application/geo+json"}
	if len(x.atlas.Regions()) > dataset.MostInOne {
		return []other{shapes}
	}
	return []other{
		{"workbook", output.Workbook, "xlsx",
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
		{"facts", output.AllFacts, "json", "application/json"},
		shapes,
	}
}

// tableSchema is a table as Table Schema has it.
func (x *Export) tableSchema(t *dataset.Table, european bool) object {
	var fields []object
	var keys []string
	for _, c := range t.Columns {
		if c.Key {
			keys = append(keys, c.Name)
		}
		fields = append(fields, x.tableField(t, c, european))
	}
	if t.One {
		keys = []string{t.Columns[0].Name}
	}
	return object{{"fields", fields}, {"primaryKey", keys}, {"missingValues", []string{""}}}
}

func (x *Export) tableField(t *dataset.Table, c dataset.Column, european bool) object {
	o := object{{"name", c.Name}, {"type", fieldTypes()[c.Type]},
		{"description", t.ColumnMeans(x.words, c)}}
	if european && c.Type == dataset.Number {
		o = append(o, member{"decimalChar", ","})
	}
	var limits object
	if c.Key {
		limits = append(limits, member{"required", true})
	}
	if c.OneOf != nil {
		limits = append(limits, member{"enum", c.OneOf})
	}
	if limits != nil {
		o = append(o, member{"constraints", limits})
	}
	return o
}

// fieldTypes are the types of Table Schema, by ours.
func fieldTypes() []string {
	return []string{dataset.Text: "string", dataset.Number: "number", dataset.Whole: "integer",
		dataset.Year: "year", dataset.Day: "date", dataset.Truth: "boolean", dataset.Address: "string"}
}
