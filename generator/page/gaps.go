package page

import (
	"fmt"
	"strings"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/region"
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

func (p *Planner) gaps(x part) Gaps {
	intro := "For editors: what each region reports, section by section, and what is still missing. The same numbers come from the command check."
	g := Gaps{Head: p.head(x.address(), "matrix", "about.html", x.title("Gaps"), intro, Link{Text: "About", Href: "about.html"}), Intro: intro, Legend: []Legend{
		{"filled", "yes", "Filled: the section reports something, and nothing is known to be missing."},
		{"2 of 4", "country-level-member", "Incomplete: some answers are missing, entries were lost, or the list breaks off."},
		{"old", "planned", fmt.Sprintf("Old: a figure lies more than %d years behind the newest of the atlas.", atlas.StaleAfter)},
		{"missing", "not-reported", "Missing: the section reports nothing."},
	}}
	g.Pager = x.pager(p.edition.CountryNamed)
	for _, e := range cut(x, 0, p.atlas.Regions()) {
		r := e
		row := GapRow{Code: r.Code, Region: regionLink("", e), Edit: p.editLink(r.File)}
		for _, c := range p.atlas.Covered(r) {
			row.Cells = append(row.Cells, coverageCell(c))
		}
		row.Reported = fmt.Sprint(region.Reported(r))
		g.Rows = append(g.Rows, row)
	}
	sums := p.coverage()
	for _, s := range region.Sections() {
		g.Sections = append(g.Sections, GapColumn{first(s), fmt.Sprint(sums.Reported[s])})
	}
	for _, state := range []string{atlas.Filled, atlas.Incomplete, atlas.Old, atlas.Empty} {
		g.Totals = append(g.Totals, headline(sums.States[state], "section "+state, "sections "+state, ""))
	}
	return g
}

// coverageCell words the state of a section.
func coverageCell(c atlas.Coverage) Cell {
	class := map[string]string{atlas.Filled: "yes", atlas.Incomplete: "country-level-member", atlas.Old: "planned", atlas.Empty: "not-reported"}[c.State()]
	text := c.State()
	if c.State() == atlas.Incomplete {
		var parts []string
		if c.Expected > 0 {
			parts = append(parts, fmt.Sprintf("%d of %d", c.Entries, c.Expected))
		}
		if c.Lost > 0 {
			parts = append(parts, fmt.Sprintf("%d lost", c.Lost))
		}
		if c.Cut {
			parts = append(parts, "cut")
		}
		text = strings.Join(parts, ", ")
	}
	return Cell{Text: text, Class: class}
}
