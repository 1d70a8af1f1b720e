package intake

import (
	"fmt"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/sheet"
)

// claim is one value of a table, and what of the atlas it is about.
type claim struct {
	sheet.Reading
	code    string // of the region
	written string // the code as the table has it, where it is another one
	network bool   // else the key is an indicator's
	key     string
	times   float64 // what the value is to be multiplied by

	figure     region.Figure
	membership region.Membership
}

// table is a table on its way into the files.
type table struct {
	*desk
	sheet    *sheet.Table
	claims   []*claim
	dims     []string            // heads of the dimensions beside the values
	renamed  map[string][]string // other codes of regions, by the code of the atlas
	absent   map[string]bool     // codes that the atlas does not have
	datasets []string            // that values were taken from
}

// table reads a table and merges it into the files of its regions.
func (d *desk) table(text string) (*Outcome, error) {
	d.report.lines = strings.Count(strings.TrimRight(text, "\n"), "\n") + 1
	s, err := sheet.Read(d.name, text, sheet.Choice{Known: d.knows, Skip: d.Skip})
	if err != nil {
		return nil, err
	}
	t := &table{desk: d, sheet: s, renamed: map[string][]string{}, absent: map[string]bool{}}
	if s.Unnamed() && d.Indicator == "" {
		return nil, t.which()
	}
	for head := range d.Only {
		if len(s.Rows) == 0 {
			break
		}
		if _, ok := s.Cell(s.Rows[0], head); !ok {
			return nil, fmt.Errorf("%s has no column %s; its columns are: %s",
				d.name, problem.Quote(head), s.Words)
		}
	}
	t.heads()
	for _, row := range s.Rows {
		t.row(row)
	}
	t.wholes()
	t.units()
	t.values()
	t.tell()
	d.asked = t.given()
	return d.finish(t.byRegion())
}

// which asks for the indicator of a table that names none.
func (t *table) which() error {
	return fmt.Errorf("%s does not say which indicator it is about; "+
		"say it with --indicator: one of %s",
		t.name, strings.Join(t.Edition.Vocabulary("indicators"), ", "))
}

// knows holds for the name of an indicator or a network.
func (d *desk) knows(name string) bool {
	_, _, ok := d.named(name)
	return ok
}

// named finds the indicator or network with a name.
func (d *desk) named(name string) (key string, network, ok bool) {
	if key, ok = d.words["indicators"].exact(name); ok {
		return key, false, true
	}
	key, ok = d.words["networks"].exact(name)
	return key, true, ok
}

// heads accounts for the heads of the columns and what stands around them.
func (t *table) heads() {
	t.account(t.sheet.Heads, Heading, "heads of the columns: "+t.sheet.Words)
	for _, line := range t.sheet.Lines {
		switch {
		case line.Use != "":
			t.account(line.Row, Heading, line.Use)
		default:
			t.account(line.Row, LeftOver, "above the heads of the columns")
		}
	}
	for _, head := range t.sheet.Unread {
		t.report.add(t.sheet.Heads.From, LeftOver, "",
			"the column %s is neither an indicator nor a network of atlas.toml. "+
				"%sAdd it there, or its words under also",
			problem.Quote(head), t.words["indicators"].hint(head))
	}
}

// account tells what became of a row as a whole, and of its further lines.
func (t *table) account(row sheet.Row, state State, note string) {
	t.report.add(row.From, state, "", "%s", note)
	t.goesOn(row)
}

// goesOn accounts for the further lines of a row whose cells have line ends.
func (t *table) goesOn(row sheet.Row) {
	for n := row.From + 1; n <= min(row.To, t.report.lines); n++ {
		t.report.add(n, Heading, "", "goes on from the line before")
	}
}

// row takes the values of one row, if it is of a region of the atlas.
func (t *table) row(row sheet.Row) {
	code, written, state, note := t.region(t.sheet.Region(row))
	switch {
	case state != Blank:
		t.account(row, state, note)
		return
	case t.sheet.Empty():
		t.account(row, LeftOver, "no column of this table holds a value that the atlas knows")
		return
	}
	t.goesOn(row)
	for head, words := range t.Only {
		word, _ := t.sheet.Cell(row, head)
		if !slices.ContainsFunc(words,
			func(w string) bool { return compared(w) == compared(word) }) {
			t.report.add(row.From, Beside, "", "left out by --only: %s is %s", head,
				problem.Quote(word))
			return
		}
	}
	before := len(t.claims) + len(t.report.Entries)
	for _, reading := range t.sheet.Readings(row) {
		t.claim(&claim{Reading: reading, code: code, written: written, times: 1})
	}
	if len(t.claims)+len(t.report.Entries) == before {
		t.report.add(row.From, Silent, "", "%s: no value on this row", code)
	}
}

// claim finds what a value is about.
func (t *table) claim(c *claim) {
	var known bool
	switch {
	case c.About != "":
		if c.key, c.network, known = t.named(c.About); !known {
			t.drop(c, LeftOver, "%s", t.unknown(c.About))
			return
		}
	case t.Indicator != "":
		c.key = t.Indicator
	default:
		if c.key, c.network, known = t.named(c.Dataset); !known {
			t.drop(c, LeftOver, "no indicator of atlas.toml has the words %s under also; "+
				"say which one it is with --indicator", problem.Quote(c.Dataset))
			return
		}
	}
	if c.network && c.Text == "" {
		return
	}
	t.claims = append(t.claims, c)
}

// given are the indicators and networks of which the table gives values.
func (t *table) given() []string {
	var keys []string
	for _, c := range t.claims {
		if (c.network || c.figure.Value.Given) && !slices.Contains(keys, c.key) {
			keys = append(keys, c.key)
		}
	}
	slices.Sort(keys)
	return keys
}

// unknown says why a name is that of no indicator and no network.
func (t *table) unknown(name string) string {
	if keys := t.words["indicators"].all(name); len(keys) > 1 {
		return fmt.Sprintf("%s may be %s of atlas.toml: write the key that is meant",
			problem.Quote(name), strings.Join(keys, " or "))
	}
	return fmt.Sprintf("%s is neither an indicator nor a network of atlas.toml. %s",
		problem.Quote(name), t.words["indicators"].hint(name))
}

// drop tells why a value is not taken.
func (t *table) drop(c *claim, state State, note string, args ...any) {
	t.report.add(c.Line, state, "", note, args...)
}

// keep goes through the claims, and keeps those of which it is told so.
func (t *table) keep(of func(c *claim) bool) {
	t.claims = slices.DeleteFunc(t.claims, func(c *claim) bool { return !of(c) })
}

// tell says what holds for the table as a whole.
func (t *table) tell() {
	var renamed []string
	for _, code := range sortedKeys(t.renamed) {
		renamed = append(renamed, strings.Join(t.renamed[code], " and ")+" as "+code)
	}
	if len(renamed) > 0 {
		t.report.Notes = append(t.report.Notes,
			"other codes of the same regions were read: "+strings.Join(renamed, ", "))
	}
	t.tellAbsent()
}
