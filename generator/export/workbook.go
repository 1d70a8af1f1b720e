package export

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"regional-atlas/generator/dataset"
	"regional-atlas/generator/region"
)

// workbook is all tables as sheets of one file for spreadsheets, after a sheet that
// explains them. It encodes itself, the same bytes each time.
type workbook struct{ *Export }

// The widths of columns, in characters.
const (
	narrowest, widest = 8, 60
	explaining        = "about"
)

// styles are the looks of cells, by their numbers in the workbook.
type styles struct{ head, day, title int }

// Encode writes the workbook.
func (w workbook) Encode(to io.Writer) error {
	f := excelize.NewFile().SetZipWriter(newOrdered)
	defer f.Close()
	looks, err := newStyles(f)
	if err == nil {
		err = w.explain(f, looks)
	}
	for _, t := range w.tables {
		if err == nil {
			err = w.sheet(f, t, looks)
		}
	}
	if err != nil {
		return fmt.Errorf("the workbook cannot be written: %w", err)
	}
	if err := f.Write(to); err != nil {
		return fmt.Errorf("the workbook cannot be written: %w", err)
	}
	return nil
}

func newStyles(f *excelize.File) (s styles, err error) {
	isoDay := "yyyy-mm-dd"
	for _, style := range []struct {
		number *int
		look   excelize.Style
	}{
		{&s.head, excelize.Style{Font: &excelize.Font{Bold: true},
			Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}},
		{&s.day, excelize.Style{CustomNumFmt: &isoDay}},
		{&s.title, excelize.Style{Font: &excelize.Font{Bold: true, Size: 16}}},
	} {
		if *style.number, err = f.NewStyle(&style.look); err != nil {
			return s, err
		}
	}
	return s, nil
}

// explain fills the first sheet: whose data it is, and what each column holds.
func (w workbook) explain(f *excelize.File, looks styles) error {
	if err := f.SetSheetName("Sheet1", explaining); err != nil {
		return err
	}
	rows := [][]any{{w.site.Title}, {w.site.Tagline}, {}}
	for _, m := range w.about()[2:] {
		rows = append(rows, []any{w.words.Say("data.about." + m.name), m.value})
	}
	rows = append(rows, []any{}, []any{w.words.Say("data.unknown")}, []any{})
	head := len(rows) + 1
	rows = append(rows, []any{w.words.Say("data.head.table"), w.words.Say("data.head.column"),
		w.words.Say("data.head.means")})
	for _, t := range w.tables {
		rows = append(rows, []any{t.Name, nil, t.Means(w.words)})
		for _, c := range t.Columns {
			rows = append(rows, []any{t.Name, c.Name, t.ColumnMeans(w.words, c)})
		}
	}
	to, err := f.NewStreamWriter(explaining)
	if err != nil {
		return err
	}
	if err := setWidths(to, []int{18, 26, widest}); err != nil {
		return err
	}
	for i, row := range rows {
		var look excelize.RowOpts
		switch i + 1 {
		case 1:
			look.StyleID = looks.title
		case head:
			look.StyleID = looks.head
		}
		if err := to.SetRow(cellAt(1, i+1), row, look); err != nil {
			return err
		}
	}
	return to.Flush()
}

// sheet is one table, with a head that stays in sight and filters. Its rows are written at
// once: a workbook of cells that can still be changed takes three times as long.
func (w workbook) sheet(f *excelize.File, t *dataset.Table, looks styles) error {
	if _, err := f.NewSheet(t.Name); err != nil {
		return err
	}
	to, err := f.NewStreamWriter(t.Name)
	if err != nil {
		return err
	}
	head, rows, widths := w.cells(t, looks)
	if err := setWidths(to, widths); err != nil {
		return err
	}
	if err := to.SetPanes(panesOf(t)); err != nil {
		return err
	}
	if err := to.SetRow("A1", head, excelize.RowOpts{StyleID: looks.head}); err != nil {
		return err
	}
	for i, row := range rows {
		if err := to.SetRow(cellAt(1, i+2), row); err != nil {
			return err
		}
	}
	all := "A1:" + cellAt(len(t.Columns), len(rows)+1)
	if err := f.AutoFilter(t.Name, all, nil); err != nil {
		return err
	}
	return to.Flush()
}

// cells are the head and the rows of a table, and how wide its columns are.
func (w workbook) cells(t *dataset.Table, looks styles) (head []any, rows [][]any, widths []int) {
	head, widths = make([]any, len(t.Columns)), make([]int, len(t.Columns))
	for i, c := range t.Columns {
		head[i], widths[i] = c.Name, utf8.RuneCountInString(c.Name)+3 // for the sign of the filter
	}
	for row := range t.Rows(w.atlas) {
		cells := make([]any, len(row))
		for i, v := range row {
			cells[i] = typed(v, looks)
			widths[i] = max(widths[i], widthOf(v))
		}
		rows = append(rows, cells)
	}
	return head, rows, widths
}

// panesOf keeps the head in sight, and the names of regions.
func panesOf(t *dataset.Table) *excelize.Panes {
	panes := excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	if t.IsOfRegions() {
		panes.XSplit, panes.TopLeftCell, panes.ActivePane = ofRegion, cellAt(ofRegion+1, 2), "bottomRight"
	}
	return &panes
}

// ordered is a zip whose files come by their names. Those of sheets come in any order.
type ordered struct {
	*zip.Writer
	files map[string]*bytes.Buffer
}

func newOrdered(to io.Writer) excelize.ZipWriter {
	return ordered{zip.NewWriter(to), map[string]*bytes.Buffer{}}
}

// Create keeps a file until all are there.
func (o ordered) Create(name string) (io.Writer, error) {
	file := &bytes.Buffer{}
	o.files[name] = file
	return file, nil
}

// Close writes the files.
func (o ordered) Close() error {
	for _, name := range slices.Sorted(maps.Keys(o.files)) {
		to, err := o.Writer.Create(name)
		if err == nil {
			_, err = o.files[name].WriteTo(to)
		}
		if err != nil {
			return err
		}
	}
	return o.Writer.Close()
}

// typed is a value as a cell holds it: a text stays a text, whatever it begins with.
func typed(v dataset.Value, looks styles) any {
	if d, isDay := v.(region.Date); isDay {
		at := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
		return excelize.Cell{StyleID: looks.day, Value: at}
	}
	return v
}

func widthOf(v dataset.Value) int {
	const ofOthers = 11 // a day, a number
	if text, isText := v.(string); isText {
		return utf8.RuneCountInString(text) + 1
	}
	return ofOthers
}

func setWidths(to *excelize.StreamWriter, widths []int) error {
	for i, width := range widths {
		if err := to.SetColWidth(i+1, i+1, float64(min(max(width, narrowest), widest))); err != nil {
			return err
		}
	}
	return nil
}

// cellAt is the name of a cell by its column and row, from 1.
func cellAt(column, row int) string {
	name, _ := excelize.CoordinatesToCellName(column, row) // both are above 0
	return name
}
