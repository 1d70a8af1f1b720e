package export

import (
	"regional-atlas/generator/dataset"
)

const draft = "https://json-schema.org/draft/2020-12/schema"

// regionSchema is the JSON Schema of the facts of a region.
func (x *Export) regionSchema() object {
	return append(object{{"$schema", draft}, {"title", x.words.Say("data.schema.region")}},
		x.regionShape(true)...)
}

// factsSchema is that of the facts of all regions.
func (x *Export) factsSchema() object {
	list := func(items object) object { return object{{"type", "array"}, {"items", items}} }
	texts := object{}
	for _, m := range x.about() {
		texts = append(texts, member{m.name, object{{"type", "string"}}})
	}
	return object{{"$schema", draft}, {"title", x.words.Say("data.schema.atlas")}, {"type", "object"},
		{"required", []string{"site", "vocabulary", "regions"}}, {"properties", object{
			{"$schema", object{{"type", "string"}}},
			{"site", object{{"type", "object"}, {"properties", texts}}},
			{"vocabulary", list(x.rowShape(dataset.Named(x.tables, "vocabulary"), 0))},
			{"regions", list(x.regionShape(false))},
		}}, {"additionalProperties", false}}
}

// regionShape is what the facts of a region look like; a file of its own names its schema.
func (x *Export) regionShape(ownFile bool) object {
	properties, required := object{}, []string{}
	if ownFile {
		properties = append(properties, member{"$schema", object{{"type", "string"}}})
	}
	for _, t := range x.tables {
		switch {
		case !isFact(t):
			continue
		case t.Name == "regions":
			for _, c := range t.Columns {
				properties = append(properties, member{c.Name, x.valueShape(t, c)})
				required = append(required, c.Name)
			}
			continue
		case t.One:
			properties = append(properties, member{t.Name, x.rowShape(t, ofRegion)})
		default:
			properties = append(properties,
				member{t.Name, object{{"type", "array"}, {"description", t.Means(x.words)},
					{"items", x.rowShape(t, ofRegion)}}})
		}
		required = append(required, t.Name)
	}
	return object{{"type", "object"}, {"required", required}, {"properties", properties},
		{"additionalProperties", false}}
}

// rowShape is what a row looks like, without its first columns.
func (x *Export) rowShape(t *dataset.Table, from int) object {
	properties, required := object{}, []string{}
	for _, c := range t.Columns[from:] {
		properties = append(properties, member{c.Name, x.valueShape(t, c)})
		required = append(required, c.Name)
	}
	return object{{"type", "object"}, {"required", required}, {"properties", properties},
		{"additionalProperties", false}}
}

// valueShape is what a value looks like; one that is no key may be null.
func (x *Export) valueShape(t *dataset.Table, c dataset.Column) object {
	kind := map[dataset.Type]string{dataset.Number: "number", dataset.Whole: "integer",
		dataset.Year: "integer", dataset.Truth: "boolean"}[c.Type]
	if kind == "" {
		kind = "string"
	}
	o := object{{"description", t.ColumnMeans(x.words, c)}}
	switch {
	case c.Key:
		o = append(o, member{"type", kind})
	default:
		o = append(o, member{"type", []string{kind, "null"}})
	}
	if c.Type == dataset.Day {
		o = append(o, member{"format", "date"})
	}
	if c.OneOf != nil {
		words := make([]any, 0, len(c.OneOf)+1)
		for _, w := range c.OneOf {
			words = append(words, w)
		}
		if !c.Key {
			words = append(words, nil)
		}
		o = append(o, member{"enum", words})
	}
	return o
}
