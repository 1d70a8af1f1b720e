package dataset

import (
	"slices"

	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// Tables lists the tables of an atlas, the one for readers first.
func Tables(a *profile.Atlas) []*Table {
	b := builder{a, a.Edition()}
	list := []*Table{
		b.overview(), b.regions(), b.figures(), b.memberships(), b.collaboration(), b.topics(), b.codes(),
		b.strategy(), b.evaluation(), b.documents(), b.support(), b.initiatives(), b.represented(),
		b.organisations(), b.websites(), b.profiles(), b.gaps(), b.mended(), b.sources(), b.vocabulary(),
	}
	isSection := func(name string) bool {
		return slices.ContainsFunc(region.Sections(),
			func(s region.Section) bool { return s.Key == name })
	}
	return slices.DeleteFunc(list, func(t *Table) bool { return isSection(t.Name) && !a.Asks(t.Name) })
}

// Named is the table with a name, or nil.
func Named(tables []*Table, name string) *Table {
	for _, t := range tables {
		if t.Name == name {
			return t
		}
	}
	return nil
}

// builder makes the tables of one atlas.
type builder struct {
	atlas   *profile.Atlas
	edition *region.Edition
}

// ofRegions is a table whose rows belong to regions. rows gives them without the code
// and the name of the region.
func ofRegions(name string, columns []Column, rows func(r *profile.Region) []Row) *Table {
	head := []Column{{Name: "code", Key: true}, {Name: "region"}}
	return &Table{Name: name, Columns: append(head, columns...), of: func(r *profile.Region) []Row {
		list := rows(r)
		for i, row := range list {
			list[i] = append(Row{r.Code, r.Name}, row...)
		}
		return list
	}}
}

// listed is a table of the entries of a list, each with its number in the region's
// file; row gives an entry without number and status.
func listed[T any](name string, columns []Column, list func(r *profile.Region) []T,
	row func(r *profile.Region, entry T) Row) *Table {
	columns = append([]Column{{Name: "number", Type: Whole, Key: true}}, columns...)
	columns = append(columns, statusColumn(reported, region.NotReported))
	return ofRegions(name, columns, func(r *profile.Region) []Row {
		var rows []Row
		for i, entry := range list(r) {
			rows = append(rows, append(append(Row{i + 1}, row(r, entry)...), reported))
		}
		if rows == nil {
			silent := make(Row, len(columns))
			silent[0], silent[len(silent)-1] = 0, region.NotReported
			rows = []Row{silent}
		}
		return rows
	})
}

func statusColumn(words ...string) Column { return Column{Name: "status", OneOf: words} }

// among is a column of words of a vocabulary.
func (b builder) among(name, vocabulary string) Column {
	return Column{Name: name, OneOf: b.edition.Vocabulary(vocabulary)}
}

// sourceOf is the key of the source of a fact: its own, or those of its section.
func sourceOf(r *profile.Region, own, section string) Value {
	if own != "" {
		return own
	}
	var keys []string
	for _, n := range r.Section(section).Sources {
		keys = append(keys, r.Sources[n-1].Key)
	}
	return joined(keys)
}
