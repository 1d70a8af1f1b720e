package dataset

import (
	"slices"
	"strings"

	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// overview is the table for readers: one row a region, one column a question.
func (b builder) overview() *Table {
	columns := []Column{{Name: "country"}, {Name: "nuts_level", Type: Whole}}
	for _, i := range b.edition.Indicators {
		value := Column{Name: "figure_" + named(i.Key), Type: Number, Unit: i.Unit, About: i.Name}
		if i.Kind == region.Class {
			value.Type = Text
		}
		columns = append(columns, value, Column{Name: value.Name + "_year", Type: Year, About: i.Name},
			Column{Name: value.Name + "_status", About: i.Name,
				OneOf: []string{reported, estimated, provisional, parts, region.NotReported}})
	}
	for _, n := range b.edition.Networks {
		columns = append(columns, Column{Name: "network_" + named(n.Key), About: n.Name})
	}
	if b.atlas.Asks("topics") {
		columns = append(columns, Column{Name: "topics"},
			Column{Name: "topics_status", OneOf: statusWords()})
	}
	for _, list := range b.countedLists() {
		columns = append(columns, Column{Name: list, Type: Whole},
			Column{Name: list + "_status", OneOf: statusWords()})
	}
	if b.atlas.Asks("collaboration") {
		columns = append(columns, b.among("looking_for_partners", "answers"))
	}
	t := ofRegions("overview", columns, func(r *profile.Region) []Row {
		row := Row{r.Country.Name, nutsLevel(r)}
		for i := range r.Figures {
			row = append(row, newest(&r.Figures[i])...)
		}
		for i := range r.Memberships {
			row = append(row, r.Memberships[i].Status)
		}
		if b.atlas.Asks("topics") {
			row = append(row, coveredTopics(r)...)
		}
		for _, list := range b.countedLists() {
			n := map[string]int{"documents": len(r.Documents), "initiatives": len(r.Initiatives),
				"organisations": len(r.Organisations)}[list]
			row = append(row, whole(n), status(n > 0))
		}
		if b.atlas.Asks("collaboration") {
			row = append(row, region.OrNotReported(r.Collaboration.Looking))
		}
		return []Row{row}
	})
	t.One = true
	return t
}

// countedLists are the lists whose entries the overview counts.
func (b builder) countedLists() []string {
	return slices.DeleteFunc([]string{"documents", "initiatives", "organisations"},
		func(list string) bool { return !b.atlas.Asks(list) })
}

func statusWords() []string { return []string{reported, region.NotReported} }

// named is a key as a column's name.
func named(key string) string { return strings.ReplaceAll(region.Slug(key), "-", "_") }

// newest is the newest value of an indicator, its year and status.
func newest(f *profile.Figure) Row {
	switch {
	case !f.IsReported():
		return Row{nil, nil, region.NotReported}
	case len(f.Latest) > 1:
		return Row{nil, whole(f.Latest[0].Year), parts}
	}
	v := f.Latest[0]
	row := Row{v.Number, whole(v.Year), stateWord(v.State)}
	if f.Indicator.Kind == region.Class {
		row[0] = text(v.Class)
	}
	return row
}

func coveredTopics(r *profile.Region) Row {
	var covered []string
	for _, t := range r.Topics {
		if t.Listing == profile.Covered {
			covered = append(covered, t.Term.Key)
		}
	}
	return Row{joined(covered), status(len(covered) > 0)}
}
