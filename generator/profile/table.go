package profile

import (
	"slices"

	"regional-atlas/generator/region"
)

// Table is regions by columns of facts. It is what a matrix, a spreadsheet and a
// list of values for a map have in common.
type Table struct {
	Columns []Column
	Rows    []Row // in the order of the regions asked for
}

// Column is what a column holds. One of the pointers says it, or Section.
type Column struct {
	Kind      Kind
	Key       string // in its vocabulary
	Indicator *region.Indicator
	Network   *region.Network
	Topic     *region.Term
	Question  *region.Question
	Total     int  // regions of the whole atlas that count in it
	Totals    bool // whether a total has a meaning
}

// Kind is what a cell holds.
type Kind int

// The kinds of cells.
const (
	NumberCell   Kind = iota // Number, in the unit of the indicator
	ClassCell                // Term is a word of a scale, Number its place from the lowest
	StatusCell               // Term is a status of membership, Number its place from the least
	CategoryCell             // Term is a category of the network, Number its place from the last
	ListingCell              // Term is covered or absent, Number 1 or 0
	RatingCell               // Term is a rating, Number its step on the scale from 0
	CoverageCell             // Term is the state of a section, Number its entries
)

// Row is the cells of a region.
type Row struct {
	Region *Region
	Cells  []Cell // one for each column
	Count  int    // cells that count
	Silent bool   // no cell reports anything
}

// Cell is one fact.
type Cell struct {
	Kind   Kind
	State  State // NotReported: nothing below holds
	Number float64
	Term   string
	Year   int
	Part   string
	Body   string
	Note   string
	Source string
	Counts bool    // in the totals of its row and column
	Values []Value // of a figure: one, or one for each part
}

// The terms of ListingCell.
const (
	TermCovered = "covered"
	TermAbsent  = "not listed"
)

func table(columns []Column, regions []*Region, cell func(r *Region, column int) Cell) Table {
	t := Table{Columns: columns, Rows: make([]Row, len(regions))}
	cells := make([]Cell, len(regions)*len(columns))
	for i, r := range regions {
		row := Row{Region: r, Silent: true, Cells: cells[:len(columns):len(columns)]}
		cells = cells[len(columns):]
		for c := range columns {
			row.Cells[c] = cell(r, c)
			if row.Cells[c].Counts {
				row.Count++
			}
			row.Silent = row.Silent && row.Cells[c].State == NotReported
		}
		t.Rows[i] = row
	}
	return t
}

// FigureTable is regions by main indicators, with the newest values.
func (a *Atlas) FigureTable(regions []*Region) Table {
	var columns []Column
	places := a.edition.Columns()
	for _, i := range places {
		indicator := &a.edition.Indicators[i]
		kind := NumberCell
		if indicator.Kind == region.Class {
			kind = ClassCell
		}
		columns = append(columns, Column{Kind: kind, Key: indicator.Key, Indicator: indicator})
	}
	return table(columns, regions, func(r *Region, c int) Cell {
		return r.Figures[places[c]].cell(columns[c].Kind)
	})
}

func (f *Figure) cell(kind Kind) Cell {
	c := Cell{Kind: kind, Values: f.Latest}
	if !f.IsReported() {
		return c
	}
	first := f.Latest[0]
	c.State, c.Number, c.Term, c.Year = first.State, first.Order, first.Class, first.Year
	c.Part, c.Note, c.Source, c.Counts = first.Part, first.Remark, first.Source, true
	return c
}

// MembershipTable is regions by the networks of a group; by all of them for "".
func (a *Atlas) MembershipTable(group string, regions []*Region) Table {
	var columns []Column
	var at []int // of each column among the memberships of a region
	for i := range a.edition.Networks {
		n := &a.edition.Networks[i]
		if group != "" && n.Group != group {
			continue
		}
		at = append(at, i)
		columns = append(columns, Column{Kind: StatusCell, Key: n.Key, Network: n,
			Total: CountRegions(a.Members(n.Key)), Totals: len(n.Categories) == 0})
	}
	return table(columns, regions, func(r *Region, c int) Cell { return r.Memberships[at[c]].Cell() })
}

// Cell is the answer as a cell of a table.
func (m *Membership) Cell() Cell {
	c := Cell{Kind: StatusCell, Term: m.Status, Year: m.Year, Part: m.Part, Body: m.Body,
		Note: m.Remark, Source: m.Source, Counts: m.IsMember()}
	if m.IsReported() {
		c.State, c.Number = Reported, float64(m.place())
	}
	if m.Category != nil {
		c.Kind, c.Counts = CategoryCell, false
	}
	return c
}

// place is that of the answer among those that the network allows, counted from the
// last.
func (m *Membership) place() int {
	if categories := m.Network.Categories; m.Category != nil {
		same := func(c region.Term) bool { return c.Key == m.Status }
		return len(categories) - 1 - slices.IndexFunc(categories, same)
	}
	statuses := region.Statuses()
	same := func(s region.Status) bool { return s.Key == m.Status }
	return len(statuses) - 1 - slices.IndexFunc(statuses, same)
}

// TopicTable is regions by topics of policies.
func (a *Atlas) TopicTable(regions []*Region) Table {
	var columns []Column
	for i := range a.edition.Topics {
		t := &a.edition.Topics[i]
		columns = append(columns, Column{Kind: ListingCell, Key: t.Key, Topic: t,
			Total: CountRegions(a.Covering(t.Key)), Totals: true})
	}
	return table(columns, regions, func(r *Region, c int) Cell { return r.Topics[c].Cell() })
}

// Cell is the listing of a topic as a cell of a table.
func (t Topic) Cell() Cell {
	switch t.Listing {
	case Covered:
		return Cell{Kind: ListingCell, State: Reported, Number: 1, Term: TermCovered, Counts: true}
	case Absent:
		return Cell{Kind: ListingCell, State: Reported, Term: TermAbsent}
	}
	return Cell{Kind: ListingCell}
}

// RatingTable is regions by questions of the self-evaluation.
func (a *Atlas) RatingTable(regions []*Region) Table {
	var columns []Column
	for i := range a.edition.Questions {
		q := &a.edition.Questions[i]
		columns = append(columns, Column{Kind: RatingCell, Key: q.Key, Question: q,
			Total: a.Rated(i), Totals: true})
	}
	return table(columns, regions, func(r *Region, c int) Cell {
		rating := r.Evaluation[c]
		if !rating.IsReported() {
			return Cell{Kind: RatingCell}
		}
		return Cell{Kind: RatingCell, State: Reported, Number: float64(rating.Step),
			Term: a.edition.Ratings[rating.Step].Key, Counts: true}
	})
}

// CoverageTable is regions by sections of their files: how much each reports.
func (a *Atlas) CoverageTable(regions []*Region) Table {
	var columns []Column
	sums := a.Sums()
	for _, section := range region.Sections() {
		if !a.Asks(section.Key) {
			continue
		}
		columns = append(columns, Column{Kind: CoverageCell, Key: section.Key,
			Total: sums.Reporting[section.Key], Totals: true})
	}
	return table(columns, regions, func(r *Region, c int) Cell {
		coverage := r.coverage[c]
		cell := Cell{Kind: CoverageCell, Number: float64(coverage.Entries), Term: coverage.State(),
			Counts: coverage.Entries > 0}
		if coverage.Entries > 0 {
			cell.State = Reported
		}
		return cell
	})
}
