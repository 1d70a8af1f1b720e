package page

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/output"
)

// Gaps is the page for editors: what is filled, incomplete, old or missing in
// every section of every region.
type Gaps struct {
	Head
	Intro    string
	Sections []GapColumn
	Rows     []GapRow
	Totals   []Headline // how many sections are in each state
	Legend   []Legend
	Tools    Tools
	Pager    *Pager
}

// GapColumn is a section with how many regions report anything in it.
type GapColumn struct {
	Key          string // in addresses
	Title, Total string
}

// GapRow is a region with the state of its sections.
type GapRow struct {
	Code     string
	Region   Link
	Country  string // key
	Edit     string
	Cells    []Cell
	Reported string
}

// gapsPages plans the pages for editors.
type gapsPages struct{ *Site }

func (s gapsPages) files() output.Files {
	return paged(splitByCode("gaps.html", s.atlas.Regions(), mostRows), "gaps",
		func(x part) any { return s.page(x) })
}

// coverageClass is the colour of the state of a section: the matrices of answers
// and of gaps share a style sheet.
func coverageClass(state string) string {
	switch state {
	case atlas.Filled:
		return classYes
	case atlas.Incomplete:
		return "country-level-member"
	case atlas.Old:
		return "planned"
	}
	return classSilent
}

func (s gapsPages) page(x part) Gaps {
	regions := cut(x, 0, s.atlas.Regions())
	facts := s.atlas.CoverageTable(regions)
	intro := s.words.Say("gaps.intro")
	g := Gaps{Intro: intro, Pager: s.pager(x), Tools: s.tools("", "gaps", x, regions)}
	g.Head = s.head(x.address(), "matrix", "about.html", s.title(x, s.words.Say("gaps")), intro,
		Link{Text: s.words.Say("nav.about"), Href: "about.html"})
	for _, facts := range facts.Rows {
		r := facts.Region
		row := GapRow{Code: r.Code, Region: regionLink("", r), Country: countryKey(r),
			Edit: s.editLink(r.File), Reported: fmt.Sprint(r.Reported())}
		for _, c := range r.Coverage() {
			cell := s.coverageCell(c)
			cell.Is, cell.Sort, cell.Counts = c.State(), coverageOrder(c), c.State() != atlas.Filled
			cell.Detail = s.gap(c.Section, r.Section(c.Section).Gap)
			row.Cells = append(row.Cells, cell)
		}
		g.Rows = append(g.Rows, row)
	}
	for _, c := range facts.Columns {
		g.Sections = append(g.Sections,
			GapColumn{c.Key, s.words.Say("gaps.section." + c.Key), fmt.Sprint(c.Total)})
	}
	states := s.atlas.Sums().States
	for _, state := range []string{atlas.Filled, atlas.Incomplete, atlas.Old, atlas.Empty} {
		g.Totals = append(g.Totals, s.headline("gaps.total."+state, states[state], ""))
		word := s.words.Say("gaps." + state)
		if state == atlas.Incomplete {
			word = s.words.Say("gaps.incomplete.example")
		}
		g.Legend = append(
			g.Legend,
			Legend{state, word, coverageClass(state),
				s.words.Say("gaps."+state+".means", "years", atlas.StaleAfter)},
		)
	}
	return g
}

// coverageOrder sorts the cells of a section: the state first, and among the
// incomplete how much of it there is.
func coverageOrder(c atlas.Coverage) string {
	order := float64(slices.Index([]string{atlas.Empty, atlas.Old, atlas.Incomplete, atlas.Filled},
		c.State()))
	if c.State() == atlas.Incomplete && c.Expected > 0 {
		order += float64(c.Entries) / float64(c.Expected+1)
	}
	return strconv.FormatFloat(order, 'f', -1, 64)
}

// coverageCell says the state of a section.
func (s gapsPages) coverageCell(c atlas.Coverage) Cell {
	state := c.State()
	if state != atlas.Incomplete {
		return Cell{Text: s.words.Say("gaps." + state), Class: coverageClass(state)}
	}
	var parts []string
	if c.Expected > 0 {
		parts = append(parts, s.words.Say("gaps.of", "entries", c.Entries, "expected", c.Expected))
	}
	if c.Lost > 0 {
		parts = append(parts, s.words.Say("gaps.lost", "n", c.Lost))
	}
	if c.Cut {
		parts = append(parts, s.words.Say("gaps.cut"))
	}
	return Cell{Text: strings.Join(parts, ", "), Class: coverageClass(state)}
}
