package intake

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// cell is one value of a table with what it is about.
type cell struct {
	line       int
	code       string // of the region
	network    bool   // else the key is an indicator's
	key        string
	figure     region.Figure
	membership region.Membership
	others     []string // the cells of columns that say nothing to the atlas
}

// table is a table on its way into the files.
type table struct {
	*desk
	layout layout
	cells  []cell
	absent map[string]bool // codes that the atlas does not have
}

// table reads a table and merges it into the files of its regions.
func (d *desk) table(text string) (*Outcome, error) {
	d.report.lines = strings.Count(strings.TrimRight(text, "\n"), "\n") + 1
	t := &table{desk: d, absent: map[string]bool{}}
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma = delimiter(text)
	reader.FieldsPerRecord = -1
	reader.LazyQuotes = reader.Comma == '\t' // downloads with tabs do not quote
	at, ends := int64(0), 0                  // how far the rows reach, in bytes and line ends
	for {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, quoteError(d.name, err)
		}
		line, _ := reader.FieldPos(0)
		ends += strings.Count(text[at:reader.InputOffset()], "\n")
		at = reader.InputOffset()
		if t.goesOn(line, ends); !strings.HasSuffix(text[:at], "\n") {
			t.goesOn(max(line, ends), ends+1) // the last line has no end
		}
		if err := t.record(line, record); err != nil {
			return nil, err
		}
	}
	if !t.layout.ready {
		return nil, fmt.Errorf("no column of %s has the codes of regions: "+
			"its head must be one of code, nuts, geo or region", d.name)
	}
	t.tellAbsent()
	return d.finish(t.byRegion())
}

func quoteError(name string, err error) error {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return fmt.Errorf("line %d of %s has a quote that is not closed, or one inside a cell; "+
			"double the quotes inside a cell, and put the cell in quotes", parse.StartLine, name)
	}
	return fmt.Errorf("%s cannot be read as a table", name)
}

// goesOn accounts for the further lines of a row whose cells have line ends.
func (t *table) goesOn(line, end int) {
	for n := line + 1; n <= min(end, t.report.lines); n++ {
		t.report.add(n, Heading, "", "goes on from the line before")
	}
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

// record takes one row: above the header, the header, or below it.
func (t *table) record(line int, record []string) error {
	for i := range record {
		record[i] = tidy(record[i])
	}
	switch {
	case strings.Join(record, "") == "":
		return nil
	case !t.layout.ready:
		return t.header(line, record)
	}
	record = t.layout.spread(record)
	written, _, _ := strings.Cut(cellAt(record, t.layout.code), ":")
	code := strings.ToUpper(strings.TrimSpace(written))
	switch {
	case code == "":
		t.report.add(line, LeftOver, "", "this row has no region code")
	case !region.IsNUTS(code) && t.layout.machine:
		t.report.add(line, Absent, "",
			"%s is not a NUTS code; downloads have rows for groups of countries too",
			problem.Quote(written))
	case !region.IsNUTS(code):
		t.report.add(line, LeftOver, "", "%s is not a NUTS code", problem.Quote(written))
	case t.files[code] == "":
		t.absent[code] = true
		t.report.add(line, Absent, "", "a region that the atlas does not have")
	default:
		t.row(line, code, record)
	}
	return nil
}

func cellAt(record []string, i int) string {
	if i < 0 || i >= len(record) {
		return ""
	}
	return record[i]
}

// header finds out what the columns are; rows above it are left over.
func (t *table) header(line int, record []string) error {
	l, err := t.layoutOf(record)
	if err != nil {
		return err
	}
	if !l.ready {
		t.report.add(line, LeftOver, "", "above the heads of the columns")
		return nil
	}
	t.layout = l
	t.report.add(line, Heading, "", "heads of the columns: %s", l.words)
	for _, name := range l.unknown {
		t.report.add(line, LeftOver, "", "the column %s is neither an indicator nor a network "+
			"of atlas.toml. %sAdd it there, or its words under also",
			problem.Quote(name), t.words["indicators"].hint(name))
	}
	return nil
}

// row takes the values of one row.
func (t *table) row(line int, code string, record []string) {
	before := len(t.cells) + len(t.report.Entries)
	for _, c := range t.layout.columnsOf(t, record) {
		t.value(line, code, c, record)
	}
	if len(t.cells)+len(t.report.Entries) == before {
		t.report.add(line, Same, "", "%s: no value on this row", code)
	}
}

// value takes one cell.
func (t *table) value(line int, code string, c column, record []string) {
	text := cellAt(record, c.at)
	switch {
	case c.problem != "":
		t.report.add(line, c.state, "", "%s", c.problem)
	case text == "" && t.layout.value < 0:
		// an empty cell of a wide table says nothing
	case c.network:
		t.member(line, code, c.key, text)
	default:
		t.measured(line, code, c, text, record)
	}
}

func (t *table) member(line int, code, key, text string) {
	if text == "" {
		return
	}
	m, note := t.answerFor(key, text)
	if note != "" {
		t.report.add(line, LeftOver, "", "%s memberships.%s: %s", code, key, note)
		return
	}
	t.cells = append(t.cells, cell{line: line, code: code, network: true, key: key, membership: m})
}

// measured takes the value of an indicator.
func (t *table) measured(line int, code string, c column, text string, record []string) {
	i := t.indicatorNamed(c.key)
	f, doubt := t.figureIn(i, text, cellAt(record, t.layout.status), c.year)
	if doubt != "" {
		t.report.add(line, Doubtful, "", "%s figures.%s%s = %s: %s", code, c.key, yearNote(c.year),
			problem.Quote(text), doubt)
		return
	}
	others := t.layout.others(record)
	t.cells = append(t.cells, cell{line: line, code: code, key: c.key, figure: f, others: others})
}

// figureIn reads a value with the flags behind it or in a column of their own.
func (t *table) figureIn(
	i region.Indicator, text, status string, year int,
) (f region.Figure, doubt string) {
	f.Year = year
	if i.Kind != region.Class {
		if m := flagged.FindStringSubmatch(text); m != nil {
			text, status = m[1], m[2]+status
		}
	}
	if text == "" || text == ":" || text == region.NotReported {
		f.Status = region.NotReported
		return f, ""
	}
	switch {
	case year == 0:
		return f, "the table gives no year; give it with --year"
	case year > t.Today.Year:
		return f, fmt.Sprintf("the year %d has not come yet", year)
	}
	if f.Status, f.Remark, doubt = conditionOf(status); doubt != "" {
		return f, doubt
	}
	if t.layout.machine && i.Kind != region.Class {
		f.Value.Number, doubt = machineNumber(text, i)
		f.Value.Given = doubt == ""
		return f, doubt
	}
	f.Value, doubt = readValue(text, i, year)
	return f, doubt
}
