// Package dataset lays the facts of an atlas out as tables: rows of typed values
// under named columns, in no language and in no format. It is the one descriptor of
// what leaves the atlas: CSV, workbook, JSON, their schemas, the page that explains
// them and the comparison of two editions all walk the same tables.
//
// A fact stands beside its status: an empty value is never a "no". A list that a
// region does not report is one row with the number 0 and the status "not reported".
package dataset

import (
	"iter"

	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
)

// MostInOne is up to how many regions an atlas has all its facts in one workbook and in
// one file of JSON; a larger one has the tables, and a file for each region.
const MostInOne = 500

// HasCatalogue reports whether an atlas can be described to portals: that needs whole
// addresses and a licence.
func HasCatalogue(site region.Site) bool { return site.Address != "" && site.Licence.Given() }

// Type is what the values of a column are.
type Type int

// The types of columns, and how their values are held.
const (
	Text    Type = iota // string
	Number              // float64, in the unit that the row or the column gives
	Whole               // int
	Year                // int
	Day                 // region.Date
	Truth               // bool
	Address             // string: http, https or mailto, or a path inside the site
)

// Value is a string, float64, int, bool or region.Date, as its column says; nil where
// nothing is known.
type Value any

// Row is one value for each column.
type Row []Value

// Column is one column of a table.
type Column struct {
	Name  string // lower-case letters, digits and _
	Type  Type
	Key   bool     // together with the other keys it names a row; never empty
	OneOf []string // the words that may stand in it, nil for any text
	Unit  string   // of the numbers of a wide table
	About string   // of a wide table: what the column holds, where no catalogue says it
}

// Table is rows of one kind.
type Table struct {
	Name    string // of its files
	Columns []Column
	One     bool // a region has one row, without a number or a key of its own

	of   func(r *profile.Region) []Row // the rows of a region
	rest func() []Row                  // rows that belong to no region; nil for none
}

// Of lists the rows of one region.
func (t *Table) Of(r *profile.Region) []Row {
	if t.of == nil {
		return nil
	}
	return t.of(r)
}

// IsOfRegions reports whether the rows belong to regions: their first two columns are
// the code and the name of the region.
func (t *Table) IsOfRegions() bool { return t.of != nil }

// Rows lists all rows of an atlas: by region, in the order of codes.
func (t *Table) Rows(a *profile.Atlas) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for _, r := range a.Regions() {
			for _, row := range t.Of(r) {
				if !yield(row) {
					return
				}
			}
		}
		if t.rest == nil {
			return
		}
		for _, row := range t.rest() {
			if !yield(row) {
				return
			}
		}
	}
}

// Title is the name of the table for readers.
func (t *Table) Title(w *words.Language) string { return w.Say("data.table." + t.Name) }

// Means says what a row is.
func (t *Table) Means(w *words.Language) string { return w.Say("data.table." + t.Name + ".means") }

// ColumnMeans says what a column holds.
func (t *Table) ColumnMeans(w *words.Language, c Column) string {
	if c.About != "" {
		return c.About
	}
	if own := "data.column." + t.Name + "." + c.Name; w.Has(own) {
		return w.Say(own)
	}
	return w.Say("data.column." + c.Name)
}

// The words of the status beside a value.
const (
	reported    = "reported"
	estimated   = "estimated"
	provisional = "provisional"
	parts       = "reported by part"
)

// status is the word for whether anything is reported.
func status(isReported bool) string {
	if isReported {
		return reported
	}
	return region.NotReported
}

// text is a text as a value, an empty one as none.
func text(s string) Value {
	if s == "" {
		return nil
	}
	return s
}

// whole is a number that is never 0 as a value.
func whole(n int) Value {
	if n == 0 {
		return nil
	}
	return n
}

func day(d region.Date) Value {
	if !d.Known() {
		return nil
	}
	return d
}
