// Package europe knows official figures of all regions of Europe, so that a region can
// be placed among those of its level, most of which have no page.
//
// A value is only placed among values of its own year, and a region only among regions
// of its own level of NUTS.
package europe

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// File is the name of the table among the assets. An atlas may have none.
const File = "europe/figures.csv"

// series is the values of one indicator in one year, at one level of NUTS.
type series struct {
	indicator   string
	level, year int
}

// Figures is the table. The zero table, and nil, knows of none.
type Figures struct {
	values map[series][]float64 // ascending
}

// Read reads the table. It fails when a row has another form than the table's.
func Read(data []byte) (*Figures, error) {
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read as a table: %w", File, err)
	}
	f := &Figures{values: map[series][]float64{}}
	for n, row := range rows {
		if n == 0 {
			continue // the heads of the columns
		}
		s, value, err := valueOf(row)
		if err != nil {
			return nil, fmt.Errorf("line %d of %s: %w", n+1, File, err)
		}
		f.values[s] = append(f.values[s], value)
	}
	for _, values := range f.values {
		slices.Sort(values)
	}
	return f, nil
}

// valueOf reads a row: code, level, indicator, year, value.
func valueOf(row []string) (s series, value float64, err error) {
	const columns = 5
	if len(row) != columns {
		return s, 0, fmt.Errorf("%d columns, not %d", len(row), columns)
	}
	s.indicator = row[2]
	if s.level, err = strconv.Atoi(row[1]); err != nil {
		return s, 0, fmt.Errorf("%q is no level", row[1])
	}
	if s.year, err = strconv.Atoi(row[3]); err != nil {
		return s, 0, fmt.Errorf("%q is no year", row[3])
	}
	if value, err = strconv.ParseFloat(row[4], 64); err != nil {
		return s, 0, fmt.Errorf("%q is no value", row[4])
	}
	return s, value, nil
}

// Place says how many regions of a level have a value of an indicator in a year, and at
// which place among them a value stands, the largest first; equal values share the better
// place. It does not hold where fewer than two have one.
func (f *Figures) Place(indicator string, level, year int, value float64) (place, of int, holds bool) {
	if f == nil {
		return 0, 0, false
	}
	values := f.values[series{indicator, level, year}]
	if len(values) < 2 {
		return 0, 0, false
	}
	at, _ := slices.BinarySearchFunc(values, value, func(v, value float64) int {
		if v <= value {
			return -1
		}
		return 1
	})
	return len(values) - at + 1, len(values), true
}
