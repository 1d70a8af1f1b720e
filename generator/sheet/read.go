package sheet

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// Read reads a text as a table; name is how messages call it. It fails when
// quotes are not closed, or no row is one of heads.
func Read(name, text string, choice Choice) (*Table, error) {
	rows, err := rowsOf(name, text)
	if err != nil {
		return nil, err
	}
	for i, row := range rows {
		t := &Table{Heads: row}
		if !t.heads(choice) {
			continue
		}
		t.surround(rows[:i], rows[i+1:], choice)
		return t, nil
	}
	return nil, fmt.Errorf("no column of %s has the codes of regions: "+
		"its head must be one of code, nuts, geo or region", name)
}

// mostColumns is more than any table of regions has.
const mostColumns = 2000

// rowsOf are the rows that are not empty.
func rowsOf(name, text string) ([]Row, error) {
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma = delimiter(text)
	reader.FieldsPerRecord = -1
	reader.LazyQuotes = reader.Comma == '\t' // downloads with tabs do not quote
	var rows []Row
	ends, offset := 0, int64(0) // lines and bytes before the row that comes next
	for {
		cells, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, quoteError(name, err)
		}
		from, _ := reader.FieldPos(0)
		part := text[offset:reader.InputOffset()]
		offset = reader.InputOffset()
		ends += strings.Count(part, "\n")
		to := ends
		if !strings.HasSuffix(part, "\n") {
			to++ // the last line has no end
		}
		for i := range cells {
			cells[i] = Tidy(cells[i])
		}
		if len(cells) > mostColumns {
			return nil, fmt.Errorf("line %d of %s has more than %d columns; "+
				"cut the table to those that you need", from, name, mostColumns)
		}
		if strings.Join(cells, "") != "" {
			rows = append(rows, Row{from, max(from, to), cells})
		}
	}
}

func quoteError(name string, err error) error {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return fmt.Errorf("line %d of %s has a quote that is not closed, or one inside a cell; "+
			"double the quotes inside a cell, and put the cell in quotes", parse.StartLine, name)
	}
	return fmt.Errorf("%s cannot be read as a table", name)
}

// delimiter is a tab where at least half of the first lines have one, else the
// comma or the semicolon, whichever comes more often outside quotes.
func delimiter(text string) rune {
	lines := strings.SplitN(text, "\n", 21)
	counts, tabbed := map[rune]int{}, 0
	lines = lines[:min(len(lines), 20)]
	for _, line := range lines {
		quoted := false
		for _, r := range line {
			if quoted = quoted != (r == '"'); !quoted {
				counts[r]++
			}
		}
		if strings.Contains(line, "\t") {
			tabbed++
		}
	}
	switch {
	case tabbed > 0 && 2*tabbed >= len(lines)-1:
		return '\t'
	case counts[';'] > counts[','], counts[';'] > 0 && counts[';'] >= len(lines)-1:
		return ';'
	}
	return ','
}

// Tidy collapses blanks of every kind, and drops characters that nobody sees.
func Tidy(text string) string {
	seen := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(seen), " ")
}
