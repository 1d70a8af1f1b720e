package sheet

import (
	"fmt"
	"regexp"
	"regional-atlas/generator/slip"
	"slices"
	"strings"
)

// packed is the first head of a tab-separated download of Eurostat:
// freq,unit,geo\TIME_PERIOD.
var packed = regexp.MustCompile(`(?i)^([^\\]*)\\time(_period)?$`)

// heads takes a row for that of the heads, when one of them is of a column of
// regions and it is not alone.
func (t *Table) heads(choice Choice) bool {
	heads := t.Heads.cells
	if m := packed.FindStringSubmatch(heads[0]); m != nil {
		dimensions := strings.Split(m[1], ",")
		t.Machine = true
		heads = append(dimensions, heads[1:]...)
	}
	if len(heads) < 2 {
		return false
	}
	t.assign(heads, choice.Skip)
	return t.one(isRegion) >= 0
}

// surround says what the rows above and below the heads are, and then what the
// columns are that their heads alone do not tell.
func (t *Table) surround(above, below []Row, choice Choice) {
	if extra := len(t.columns) - len(t.Heads.cells); extra > 0 {
		for i := range below {
			below[i].cells = spread(below[i].cells, extra+1)
		}
	}
	for _, row := range above {
		t.Lines = append(t.Lines, Line{Row: row})
		t.notes += strings.Join(row.cells, " ") + "\n"
	}
	t.underYears(choice)
	t.Long = t.isLong()
	t.Rows = below
	if !t.Long {
		t.things(choice)
		t.over(choice)
		t.under(choice)
		t.thingsAreUnnamed()
	}
	t.leftColumns()
	t.pairFlags()
	t.Machine = t.Machine || slices.ContainsFunc(t.columns, func(c column) bool {
		return slices.Contains([]string{"structureid", "dataflow", "obsvalue"}, folded(c.head))
	})
	t.describe()
}

// spread takes the first cell apart, in which n columns stand.
func spread(cells []string, n int) []string {
	first := strings.SplitN(cells[0], ",", n)
	for len(first) < n {
		first = append(first, "")
	}
	return append(first, cells[1:]...)
}

// isLong tells a table with a value a row from a wide one. Where what is counted
// has a column, and the value none, the status is the value: that of a membership.
func (t *Table) isLong() bool {
	if t.one(isValue) < 0 && t.one(isAbout) >= 0 && t.one(isFlags) >= 0 && !t.hasYears() {
		t.columns[t.one(isFlags)].is = isValue
	}
	return t.one(isValue) >= 0
}

func (t *Table) hasYears() bool {
	return slices.ContainsFunc(t.columns, func(c column) bool {
		return c.is == isOther && yearOf(c.head) != 0
	})
}

// things finds the columns whose heads name a thing, a year, or both.
func (t *Table) things(choice Choice) {
	for i := range t.columns {
		c := &t.columns[i]
		if c.is == isOther && c.head != "" {
			c.named(c.head, choice)
		}
	}
}

// named takes a text for what a column holds: a name that is known, with or without
// a year and a unit, or a year alone.
func (c *column) named(text string, choice Choice) {
	bare, unit := cutUnit(text)
	name, year := cutYear(text)
	nameBare, nameUnit := cutUnit(name)
	bareName, bareYear := cutYear(bare)
	for _, can := range []column{
		{name: text}, {name: name, year: year}, {name: bare, unit: unit},
		{name: nameBare, year: year, unit: nameUnit}, {name: bareName, year: bareYear, unit: unit},
	} {
		if choice.Known(can.name) || can.name == "" && can.year != 0 {
			c.is, c.name, c.year, c.unit = isThing, can.name, can.year, can.unit
			return
		}
	}
}

// over reads the row right above the heads, where years or names stand over
// several columns: a cell holds as far as the next one, as merged cells do.
func (t *Table) over(choice Choice) {
	if len(t.Lines) == 0 || len(t.columns) != len(t.Heads.cells) {
		return
	}
	line := &t.Lines[len(t.Lines)-1]
	var carried column
	for i := range t.columns {
		own := at(line.cells, i)
		if own != "" {
			carried = column{}
			carried.named(own, choice)
		}
		c := &t.columns[i]
		if carried.is != isThing || own == "" && c.head == "" {
			continue
		}
		switch {
		case c.is == isThing && c.name == "" && carried.name != "":
			c.name = carried.name
			if c.unit == "" {
				c.unit = carried.unit
			}
		case c.is == isThing && c.year == 0 && carried.year != 0:
			c.year = carried.year
		case c.is == isOther && c.head == "":
			c.is, c.name, c.year, c.unit = isThing, carried.name, carried.year, carried.unit
		default:
			continue
		}
		line.Use = "what stands over the columns was read with their heads"
	}
}

// under reads a row right below the heads that has no region and says the years
// or the units of the columns.
func (t *Table) under(choice Choice) {
	if len(t.Rows) == 0 || t.Region(t.Rows[0]) != "" {
		return
	}
	row := t.Rows[0]
	var found []func()
	for i := range t.columns {
		c, text := &t.columns[i], at(row.cells, i)
		switch {
		case text == "" || c.is == isNeedless:
		case c.is != isThing:
			return
		case c.year == 0 && yearOf(text) != 0:
			found = append(found, func() { c.year = yearOf(text) })
		case c.unit == "" && !startsWithDigit(text) || scaleIn(text) != "":
			found = append(found, func() { c.unit = text })
		default:
			return
		}
	}
	for _, set := range found {
		set()
	}
	if len(found) > 0 {
		t.Rows = t.Rows[1:]
		t.Lines = append(t.Lines, Line{row, "years or units of the columns above it"})
	}
}

func startsWithDigit(text string) bool {
	text = strings.TrimLeft(slip.Signs(text), "-+ ")
	return text != "" && isDigit(text[0])
}

// thingsAreUnnamed lets columns of years alone be told apart by a column that says
// what is counted.
func (t *Table) thingsAreUnnamed() {
	if about := t.one(isAbout); about >= 0 && !t.unnamed() {
		t.columns[about].is = isAside
	}
}

// leftColumns says what the columns are that nothing else told: flags without a
// head, dimensions, numbers that nobody asked for.
func (t *Table) leftColumns() {
	for i := range t.columns {
		c := &t.columns[i]
		if c.is != isOther {
			continue
		}
		words := t.wordsOf(i)
		name, year := cutYear(c.head)
		is, _ := roleOf(name)
		switch {
		case len(words) == 0:
			c.is = isNeedless
		case is == isFlags && year != 0:
			c.is, c.year = isFlags, year
		case c.head == "" && i > 0 && allFlags(words):
			c.is = isFlags
		case !t.Long && allNumbers(words):
			t.Unread = append(t.Unread, c.title(i))
		default:
			c.is, c.head = isAside, c.title(i)
		}
	}
}

// title is a column's head, or its number where it has none.
func (c *column) title(i int) string {
	if c.head != "" {
		return c.head
	}
	return fmt.Sprintf("column %d", i+1)
}

// wordsOf are the different words of a column, as far as they tell what it is.
func (t *Table) wordsOf(i int) []string {
	const enough = 50
	var words []string
	for _, row := range t.Rows {
		if word := at(row.cells, i); word != "" && !slices.Contains(words, word) {
			words = append(words, word)
		}
		if len(words) == enough {
			break
		}
	}
	return words
}

func allFlags(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return FirmnessOf(w).Odd != "" })
}

func allNumbers(words []string) bool {
	numbers := 0
	for _, w := range words {
		value, _ := CutFlags(w)
		switch {
		case startsWithDigit(value):
			numbers++
		case MissingMark(w) == "":
			return false
		}
	}
	return numbers > 0
}
