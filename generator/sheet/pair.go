package sheet

import (
	"fmt"
	"strings"
)

// pairFlags finds for each column of things the column of its flags: the one
// right behind it, or the one of its year. A column behind several things may be
// those of the last or of all.
func (t *Table) pairFlags() {
	if t.Long {
		return
	}
	for i, c := range t.columns {
		if c.is != isFlags {
			continue
		}
		things := t.before(i)
		if c.year != 0 {
			things = t.ofYear(c.year)
		}
		if len(things) == 0 {
			things = t.ofYear(0)
		}
		for _, n := range things {
			if len(things) == 1 {
				t.columns[n].flags = i
			} else {
				t.columns[n].shared = i
			}
		}
	}
}

// before are the things of which the last stands right before a column.
func (t *Table) before(i int) []int {
	var run []int
	for n := i - 1; n >= 0 && t.columns[n].is == isThing; n-- {
		run = append(run, n)
	}
	return run
}

// ofYear are the things of a year, or all for the year 0.
func (t *Table) ofYear(year int) []int {
	var list []int
	for n, c := range t.columns {
		if c.is == isThing && (year == 0 || c.year == year) {
			list = append(list, n)
		}
	}
	return list
}

// describe says what each column is.
func (t *Table) describe() {
	words := []string{"one value a row"}
	if !t.Long {
		n := len(t.ofYear(0))
		words[0] = fmt.Sprintf("a column for each value, %d in all", n)
	}
	for _, part := range []struct {
		is   role
		name string
	}{
		{isRegion, "regions"}, {isAbout, "what is counted"}, {isYear, "year"}, {isValue, "value"},
		{isThing, "values"},
		{isFlags, "firmness"}, {isUnit, "unit"}, {isTimes, "multiplier"}, {isDataset, "data set"},
		{isRemark, "remark"},
		{isAside, "dimensions"}, {isNeedless, "not needed"},
	} {
		if heads := t.titles(part.is); heads != "" {
			words = append(words, part.name+": "+heads)
		}
	}
	t.Words = strings.Join(words, "; ")
}

// titles are the heads of the columns of a role; those without one are numbered.
func (t *Table) titles(is role) string {
	var heads []string
	const most = 12
	for i, c := range t.columns {
		if c.is == is {
			heads = append(heads, c.title(i))
		}
	}
	if len(heads) > most {
		heads = append(heads[:most], fmt.Sprintf("and %d more", len(heads)-most))
	}
	return strings.Join(heads, ", ")
}
