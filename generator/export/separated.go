package export

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"regional-atlas/generator/dataset"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// separated is a table as values separated by commas, or in its European edition by
// semicolons, with commas before decimals. It encodes itself.
type separated struct {
	atlas    *profile.Atlas
	table    *dataset.Table
	european bool
}

// byteOrderMark tells spreadsheets that a file is UTF-8.
const byteOrderMark = "\ufeff"

// Encode writes the table with its head.
func (s separated) Encode(to io.Writer) error {
	out := bufio.NewWriter(to)
	out.WriteString(byteOrderMark)
	w := csv.NewWriter(out)
	if s.european {
		w.Comma = ';'
	}
	cells := make([]string, len(s.table.Columns))
	for i, c := range s.table.Columns {
		cells[i] = c.Name
	}
	w.Write(cells) // errors of writing come at the end
	for row := range s.table.Rows(s.atlas) {
		for i, v := range row {
			cells[i] = s.cell(v)
		}
		w.Write(cells)
	}
	w.Flush()
	if err := w.Error(); err != nil {
		return fmt.Errorf("the table %s cannot be written: %w", s.table.Name, err)
	}
	return nil
}

func (s separated) cell(v dataset.Value) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return harmless(v)
	case float64:
		number := strconv.FormatFloat(v, 'f', -1, 64)
		if s.european {
			number = strings.Replace(number, ".", ",", 1)
		}
		return number
	case region.Date:
		return v.ISO()
	}
	return fmt.Sprint(v)
}

// harmless is a text that no spreadsheet takes for a formula: one that begins like a
// formula gets an apostrophe, and the descriptor says so.
func harmless(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r\n", rune(text[0])) {
		return "'" + text
	}
	return text
}
