package page

import (
	"slices"
	"strconv"
	"strings"

	"regional-atlas/generator/carto"
	"regional-atlas/generator/phrase"
	"regional-atlas/generator/profile"
)

// RegionTable is a table of regions with their newest figures.
type RegionTable struct {
	Caption string
	Columns []Column // one for each indicator
	Members bool     // there is a column of memberships
	Rows    []RegionRow
	Tools   Tools
}

// Column is the head of an indicator's column.
type Column struct {
	Key         string // in addresses
	Label, Unit string
	Words       bool // its values are words, not numbers
}

// RegionRow is one region in a table.
type RegionRow struct {
	Code        string
	Region      Link
	Native      Link // first native name where it differs
	Country     Link
	CountryKey  string
	Note        string // how it differs from what its code stands for, "" when it does not
	Find        string // other names that people search for
	Cells       []ValueCell
	Memberships ValueCell
	Signature   carto.Signature
}

// ValueCell is a value with the number that sorts it, which says nothing where the
// value is not reported.
type ValueCell struct {
	Text, Note string
	Sort       float64
	Pad        string // the end of a number with more decimals, ".0", as wide as what it lacks
	None       bool   // not reported
	Words      bool   // a word, not a number
}

// regionTable lists regions with every indicator; root leads to the site.
func (s *Site) regionTable(root, caption string, x part, regions []*profile.Region) RegionTable {
	facts := s.atlas.FigureTable(regions)
	t := RegionTable{Caption: caption, Members: s.countNetworks() > 0 &&
		s.edition.Site.MembershipColumn(), Tools: s.tools(root, "", x, regions)}
	for _, c := range facts.Columns {
		t.Columns = append(t.Columns,
			Column{c.Key, c.Indicator.Label(), c.Indicator.Unit, c.Kind == profile.ClassCell})
	}
	for _, row := range facts.Rows {
		t.Rows = append(t.Rows, s.regionRow(root, facts.Columns, row))
	}
	for i, c := range facts.Columns {
		alignPoints(t.Rows, i, c.Indicator.Decimals)
	}
	return t
}

// alignPoints gives the numbers of a column, which have at least so many decimals,
// the width of those that they lack: digits stand under digits of the same worth.
func alignPoints(rows []RegionRow, column, least int) {
	most, counts := 0, make([]int, len(rows))
	for i := range rows {
		if c := &rows[i].Cells[column]; !c.None && !c.Words {
			_, fraction, _ := strings.Cut(strconv.FormatFloat(c.Sort, 'f', -1, 64), ".")
			counts[i] = max(least, len(fraction))
			most = max(most, counts[i])
		}
	}
	for i := range rows {
		c := &rows[i].Cells[column]
		if c.None || c.Words || counts[i] == most {
			continue
		}
		c.Pad = strings.Repeat("0", most-counts[i])
		if counts[i] == 0 {
			c.Pad = "." + c.Pad
		}
	}
}

func (s *Site) regionRow(root string, columns []profile.Column, facts profile.Row) RegionRow {
	r := facts.Region
	row := RegionRow{
		Find:       otherNames(r),
		Code:       r.Code,
		Region:     regionLink(root, r),
		Native:     nativeName(r),
		Note:       phrase.Standing(s.words, r),
		Country:    countryLink(root, r.Country),
		CountryKey: countryKey(r),
		Signature:  s.charts.Signature(r),
	}
	for i, place := range s.edition.Columns() {
		cell := facts.Cells[i]
		row.Cells = append(row.Cells,
			s.valueCell(&r.Figures[place], cell, columns[i].Kind == profile.ClassCell))
	}
	row.Memberships = ValueCell{Text: s.words.Whole(r.Members), Sort: float64(r.Members),
		Note: s.words.Say("memberships.of", "answered", r.Answered)}
	if r.Answered == 0 {
		row.Memberships = s.missingCell()
	}
	return row
}

// otherNames are the names of a region that its row does not show.
func otherNames(r *profile.Region) string {
	names := slices.Clone(r.Also)
	for _, n := range r.Names[min(1, len(r.Names)):] {
		names = append(names, n.Name)
	}
	return strings.Join(names, " ")
}

func nativeName(r *profile.Region) Link {
	if len(r.Names) == 0 || r.Names[0].Name == r.Name {
		return Link{}
	}
	return Link{Text: r.Names[0].Name, Lang: r.Names[0].Lang}
}

func (s *Site) missingCell() ValueCell {
	return ValueCell{Text: s.words.Say("not-reported"), None: true}
}

func (s *Site) valueCell(f *profile.Figure, c profile.Cell, isWord bool) ValueCell {
	cell := s.missingCell()
	if c.State != profile.NotReported {
		cell = ValueCell{Text: phrase.Values(s.words, f), Sort: c.Number}
		if c.Year != 0 {
			cell.Note = strconv.Itoa(c.Year)
		}
	}
	cell.Words = isWord
	return cell
}
