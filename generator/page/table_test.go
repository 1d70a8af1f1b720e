package page

import (
	"testing"

	"regional-atlas/generator/atlas"
)

// Numbers with fewer decimals get the width of those that they lack, words and what
// is not reported none.
func TestAlignPoints(t *testing.T) {
	cells := []ValueCell{{Sort: 7527}, {Sort: 11.5}, {Sort: -1}, {Sort: 17.33}, {None: true}, {Sort: 3, Words: true}}
	rows := make([]RegionRow, len(cells))
	for i, c := range cells {
		rows[i].Cells = []ValueCell{c}
	}
	alignPoints(rows, 0, 0)
	for i, want := range []string{".00", "0", ".00", "", "", ""} {
		if got := rows[i].Cells[0].Pad; got != want {
			t.Errorf("%v has the pad %q, want %q", cells[i].Sort, got, want)
		}
	}
	alone := []RegionRow{{Cells: []ValueCell{{Sort: 20.2}}}, {Cells: []ValueCell{{Sort: 3}}}}
	alignPoints(alone, 0, 2)
	if alone[0].Cells[0].Pad != "" || alone[1].Cells[0].Pad != "" {
		t.Errorf("numbers that are written with two decimals anyway are padded: %+v", alone)
	}
}

// What is missing comes before what is old, incomplete and filled; of two that are
// incomplete the emptier.
func TestCoverageOrder(t *testing.T) {
	ascending := []atlas.Coverage{
		{}, {Entries: 3, Expected: 3, Old: true}, {Entries: 1, Expected: 22}, {Entries: 21, Expected: 22}, {Entries: 22, Expected: 22},
	}
	for i := range ascending[1:] {
		if a, b := coverageOrder(ascending[i]), coverageOrder(ascending[i+1]); a >= b {
			t.Errorf("%+v is sorted as %s, %+v as %s", ascending[i], a, ascending[i+1], b)
		}
	}
}
