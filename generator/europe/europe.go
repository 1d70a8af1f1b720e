// Package europe knows official figures of all regions of Europe, so that a region can
// be placed among those of its level, most of which have no page, and maps can show them.
//
// A value is only placed among values of its own year, and a region only among regions
// of its own level of NUTS.
package europe

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"regional-atlas/generator/nuts"
	"slices"
	"strconv"
	"strings"
)

// The names of the tables among the assets. An atlas may have none.
const (
	File  = "europe/figures.csv"
	Names = "europe/names.csv"
)

// small is the level of the regions that maps show one by one.
const small = 2

// series is the values of one indicator in one year, at one level of NUTS.
type series struct {
	indicator   string
	level, year int
}

// Figures is the table. The zero table, and nil, knows of none.
type Figures struct {
	values map[series][]float64 // ascending
	newest map[subject]Value
	names  map[string]string // by code
	since  *nuts.Changes     // what became of codes since the table; nil knows nothing
}

// subject is what one region of level 2 is asked.
type subject struct{ indicator, code string }

// Value is the newest figure of a region.
type Value struct {
	Code, Name string // of the region when the figure was taken; its code where no name is known
	Number     float64
	Year       int
}

// Read reads the table. It fails when a row has another form than the table's.
func Read(data []byte) (*Figures, error) {
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read as a table: %w", File, err)
	}
	f := &Figures{values: map[series][]float64{}, newest: map[subject]Value{},
		names: map[string]string{}}
	for n, row := range rows {
		if n == 0 {
			continue // the heads of the columns
		}
		s, value, err := valueOf(row)
		if err != nil {
			return nil, fmt.Errorf("line %d of %s: %w", n+1, File, err)
		}
		f.values[s] = append(f.values[s], value)
		key := subject{s.indicator, row[0]}
		if s.level == small && s.year >= f.newest[key].Year {
			f.newest[key] = Value{Code: row[0], Number: value, Year: s.year}
		}
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
func (f *Figures) Place(indicator string, level, year int, value float64) (
	place, of int, holds bool,
) {
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

// ReadNames adds the names of regions.
func (f *Figures) ReadNames(data []byte) error {
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil {
		return fmt.Errorf("%s cannot be read as a table: %w", Names, err)
	}
	const columns = 2
	for n, row := range rows {
		if len(row) != columns {
			return fmt.Errorf("line %d of %s: %d columns, not %d", n+1, Names, len(row), columns)
		}
		f.names[row[0]] = row[1]
	}
	return nil
}

// Since lets regions be known by the codes that they have now.
func (f *Figures) Since(changes *nuts.Changes) { f.since = changes }

// Of is the newest figure of a region of level 2. Where its code is younger than the
// table, it is that of the one region that all its people belonged to before.
func (f *Figures) Of(indicator, code string) (v Value, known bool) {
	if f == nil {
		return v, false
	}
	v, known = f.newest[subject{indicator, code}]
	if known {
		v.Name = cmp.Or(f.names[code], code)
		return v, true
	}
	if before := f.since.CameFrom(code); len(before) == 1 {
		return f.Of(indicator, before[0].From)
	}
	return v, false
}

// Quartiles are the values below which a quarter, a half and three quarters of the
// regions of a level lie in a year. They do not hold where fewer than four have a value.
func (f *Figures) Quartiles(indicator string, level, year int) (quartiles [3]float64, holds bool) {
	if f == nil {
		return quartiles, false
	}
	values := f.values[series{indicator, level, year}]
	const parts = 4
	if len(values) < parts {
		return quartiles, false
	}
	for n := range quartiles {
		quartiles[n] = between(values, float64(n+1)/parts)
	}
	return quartiles, true
}

// between is the value at a share of the way through ascending values, between two of
// them where it falls there.
func between(values []float64, share float64) float64 {
	at := share * float64(len(values)-1)
	low := int(at)
	high := min(low+1, len(values)-1)
	return values[low] + (at-float64(low))*(values[high]-values[low])
}
