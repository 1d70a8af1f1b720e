// Package sheet reads tables as statistical offices and spreadsheets give them:
// long ones with a value a row, wide ones with a column for each thing or year,
// and downloads that pack their dimensions into the first cell.
//
// It promises that nothing beside a value is dropped: each column is known for
// what it is, and a reading carries all that its row and its column say about the
// value: year, flags, unit, multiplier, remark, and every dimension (sex, age …)
// by which the table tells values apart. What a column or row is not known for
// is said as well, so that somebody can be asked.
//
// The room knows the words of statistics, and no atlas: its caller says which
// names are those of indicators and networks, and what they mean.
package sheet

import (
	"fmt"
	"slices"
	"strings"
)

// Choice is what the caller knows about the table.
type Choice struct {
	Known func(name string) bool // whether a name is that of an indicator or a network
	Skip  []string               // heads of columns that say nothing about the values
}

// Table is a table of which each column is known for what it is.
type Table struct {
	Machine bool   // a download: numbers have a point before decimals and no other mark
	Long    bool   // one value a row
	Heads   Row    // the row of the heads
	Words   string // what the columns are, for a report
	Lines   []Line // rows that are not of a region: above the heads, and below them
	Rows    []Row  // the rows below the heads
	Unread  []string

	columns []column
	notes   string // what stands above the heads
}

// Line is a row that says something about the table.
type Line struct {
	Row
	Use string // what was made of it, or "" for nothing
}

// Row is one row, from its first line to its last.
type Row struct {
	From, To int
	cells    []string
}

// Reading is one value with all that its row and column say about it.
type Reading struct {
	Line    int
	About   string // what it is the value of, as the table names it; "" when it does not
	Year    int    // 0 when the table gives none
	When    string // what stands in the place of the year, where it is none
	Text    string
	Flags   string
	Unit    string
	Times   string // the word of a column of multipliers
	Power   bool   // the multiplier is a power of ten
	Dataset string
	Remark  string
	Aside   []Aside
	Doubt   string // why it cannot be told what belongs to the value
}

// Aside is what a dimension says about a value.
type Aside struct{ Head, Word string }

// Region is what the row says in its column of regions.
func (t *Table) Region(r Row) string { return at(r.cells, t.one(isRegion)) }

// Readings are the values of a row.
func (t *Table) Readings(r Row) []Reading {
	row := t.wholeRow(r)
	if t.Long {
		row.Text = at(r.cells, t.one(isValue))
		row.Flags = at(r.cells, t.one(isFlags))
		return []Reading{row}
	}
	var list []Reading
	for i, c := range t.columns {
		if c.is == isThing && at(r.cells, i) != "" {
			list = append(list, t.thing(row, r, i))
		}
	}
	return list
}

// wholeRow is what a row says about all of its values.
func (t *Table) wholeRow(r Row) Reading {
	row := Reading{
		Line: r.From, About: at(r.cells, t.one(isAbout)), Unit: at(r.cells, t.one(isUnit)),
		Times: at(r.cells, t.one(isTimes)), Dataset: at(r.cells, t.one(isDataset)),
		Remark: at(r.cells, t.one(isRemark)),
	}
	if i := t.one(isTimes); i >= 0 {
		row.Power = strings.HasPrefix(folded(t.columns[i].head), "unitmult")
	}
	if text := at(r.cells, t.one(isYear)); text != "" {
		row.Year = yearOf(text)
		if row.Year == 0 {
			row.When = text
		}
	}
	for i, c := range t.columns {
		if c.is == isAside && at(r.cells, i) != "" {
			row.Aside = append(row.Aside, Aside{c.head, at(r.cells, i)})
		}
	}
	return row
}

// thing is the value of one column of a wide table.
func (t *Table) thing(reading Reading, r Row, i int) Reading {
	c := t.columns[i]
	reading.Text = at(r.cells, i)
	if c.name != "" {
		reading.About = c.name
	}
	if c.year != 0 {
		reading.Year, reading.When = c.year, ""
	}
	if c.unit != "" {
		reading.Unit = c.unit
	}
	if c.flags >= 0 {
		reading.Flags = at(r.cells, c.flags)
	}
	if word := at(r.cells, c.shared); word != "" && word != "a" {
		reading.Doubt = fmt.Sprintf("the column %q says %q, and not of which value",
			t.columns[c.shared].head, word)
	}
	return reading
}

// one is the place of the column that is something, or -1.
func (t *Table) one(is role) int {
	return slices.IndexFunc(t.columns, func(c column) bool { return c.is == is })
}

// Unnamed holds when neither the heads nor a column says what the values are of.
func (t *Table) Unnamed() bool {
	return t.unnamed() && t.one(isAbout) < 0 && t.one(isDataset) < 0
}

func (t *Table) unnamed() bool {
	return t.Long || slices.ContainsFunc(t.columns, func(c column) bool {
		return c.is == isThing && c.name == ""
	})
}

// Empty holds when no column has values.
func (t *Table) Empty() bool { return !t.Long && len(t.ofYear(0)) == 0 }

// Scale is a multiplier that a row above the heads speaks of, though no column
// says it, or "".
func (t *Table) Scale() string {
	if t.one(isUnit) >= 0 || t.one(isTimes) >= 0 {
		return ""
	}
	return scaleIn(t.notes)
}

// Cell is what a row says in the column with a head; ok is false without such a
// column.
func (t *Table) Cell(r Row, head string) (word string, ok bool) {
	i := slices.IndexFunc(t.columns, func(c column) bool { return folded(c.head) == folded(head) })
	return at(r.cells, i), i >= 0
}

// UnitHead is the head of the column of units, or "".
func (t *Table) UnitHead() string {
	if i := t.one(isUnit); i >= 0 {
		return t.columns[i].head
	}
	return ""
}

func at(cells []string, i int) string {
	if i < 0 || i >= len(cells) {
		return ""
	}
	return cells[i]
}
