package export

import (
	"bytes"
	"errors"
	"testing"

	"github.com/xuri/excelize/v2"

	"regional-atlas/generator/region"
)

// A value keeps its type in a cell: a text that looks like a formula or a number stays a
// text, a day is a day.
func TestCellsAreTyped(t *testing.T) {
	f := excelize.NewFile()
	looks, err := newStyles(f)
	if err != nil {
		t.Fatal(err)
	}
	var row []any
	for _, v := range []any{"=1+1", "007", 2.5, 3, true, nil, region.Date{Year: 2026, Month: 11, Day: 26}} {
		row = append(row, typed(v, looks))
	}
	to, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(to.SetRow("A1", row), to.Flush()); err != nil {
		t.Fatal(err)
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	if f, err = excelize.OpenReader(bytes.NewReader(out.Bytes())); err != nil {
		t.Fatal(err)
	}
	for cell, want := range map[string]struct {
		value string
		kind  excelize.CellType
	}{
		"A1": {"=1+1", excelize.CellTypeInlineString}, "B1": {"007", excelize.CellTypeInlineString},
		"C1": {"2.5", excelize.CellTypeUnset}, "D1": {"3", excelize.CellTypeUnset}, "E1": {"TRUE", excelize.CellTypeBool},
		"F1": {"", excelize.CellTypeUnset}, "G1": {"46352", excelize.CellTypeUnset},
	} {
		value, err := f.GetCellValue("Sheet1", cell, excelize.Options{RawCellValue: cell == "G1"})
		if err != nil {
			t.Fatal(err)
		}
		if kind, _ := f.GetCellType("Sheet1", cell); value != want.value || kind != want.kind {
			t.Errorf("%s holds %q of type %v, want %q of %v", cell, value, kind, want.value, want.kind)
		}
		if formula, _ := f.GetCellFormula("Sheet1", cell); formula != "" {
			t.Errorf("%s runs %q", cell, formula)
		}
	}
}

// Texts that begin like formulas get an apostrophe, numbers do not.
func TestHarmless(t *testing.T) {
	for in, want := range map[any]string{"=1": "'=1", "+49 1": "'+49 1", "-": "'-", "@x": "'@x", "\tx": "'\tx", "1=1": "1=1",
		"": "", "'=1": "'=1", -1.5: "-1.5", 3: "3"} {
		if got := (separated{}).cell(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
	if got := (separated{european: true}).cell(-1.5); got != "-1,5" {
		t.Errorf("-1.5 became %q", got)
	}
}
