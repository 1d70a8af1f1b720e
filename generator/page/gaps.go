package page

import (
	"fmt"
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
	Pager    *Pager
}

// GapColumn is a section with how many regions report anything in it.
type GapColumn struct{ Title, Total string }

// GapRow is a region with the state of its sections.
type GapRow struct {
	Code     string
	Region   Link
	Edit     string
	Cells    []Cell
	Reported string
}

// gapsPages plans the pages for editors.
type gapsPages struct{ *Site }

func (s gapsPages) files() output.Files {
	return paged(splitByCode("gaps.html", s.atlas.Regions(), mostRows), "gaps", func(x part) any { return s.page(x) })
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
	facts := s.atlas.CoverageTable(cut(x, 0, s.atlas.Regions()))
	intro := s.words.Say("gaps.intro")
	g := Gaps{Intro: intro, Pager: s.pager(x)}
	g.Head = s.head(x.address(), "matrix", "about.html", s.title(x, s.words.Say("gaps")), intro,
		Link{Text: s.words.Say("nav.about"), Href: "about.html"})
	for _, facts := range facts.Rows {
		r := facts.Region
		row := GapRow{Code: r.Code, Region: regionLink("", r), Edit: s.editLink(r.File), Reported: fmt.Sprint(r.Reported())}
		for _, c := range r.Coverage() {
			row.Cells = append(row.Cells, s.coverageCell(c))
		}
		g.Rows = append(g.Rows, row)
	}
	for _, c := range facts.Columns {
		g.Sections = append(g.Sections, GapColumn{s.words.Say("gaps.section." + c.Key), fmt.Sprint(c.Total)})
	}
	states := s.atlas.Sums().States
	for _, state := range []string{atlas.Filled, atlas.Incomplete, atlas.Old, atlas.Empty} {
		g.Totals = append(g.Totals, s.headline("gaps.total."+state, states[state], ""))
		word := s.words.Say("gaps." + state)
		if state == atlas.Incomplete {
			word = s.words.Say("gaps.incomplete.example")
		}
		g.Legend = append(g.Legend, Legend{word, coverageClass(state), s.words.Say("gaps."+state+".means", "years", atlas.StaleAfter)})
	}
	return g
}

// coverageCell says the state of a section.
func (s gapsPages) coverageCell(c atlas.Coverage) Cell {
	state := c.State()
	if state != atlas.Incomplete {
		return Cell{s.words.Say("gaps." + state), coverageClass(state)}
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
	return Cell{strings.Join(parts, ", "), coverageClass(state)}
}
