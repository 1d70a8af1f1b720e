package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"regional-atlas/generator/nuts"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// place is what a code in a table means: a region of the atlas, or why none.
type place struct {
	code  string
	state State
	note  string
}

// gazetteer finds the regions of the atlas by all codes that mean them.
type gazetteer struct {
	*desk
	whole map[string][]string // codes of the atlas, by the one name for all editions
	alias map[string]string   // codes of the atlas, by what their pages had before
	names map[string]string   // codes of the atlas, by their names as they are compared
	found map[string]place    // codes that were asked for before
}

// gazetteer opens the files of the regions, since aliases and names stand there.
func (d *desk) gazetteer() *gazetteer {
	g := &gazetteer{desk: d, whole: map[string][]string{}, alias: map[string]string{},
		names: map[string]string{}, found: map[string]place{}}
	for _, code := range sortedKeys(d.files) {
		g.whole[d.Changes.Same(code)] = append(g.whole[d.Changes.Same(code)], code)
		r, _ := d.folder.Region(d.files[code])
		for _, alias := range r.Aliases {
			g.alias[strings.ToUpper(alias)] = code
		}
		for _, name := range append([]string{r.Name}, r.Also...) {
			g.names[compared(name)] = code
		}
		for _, n := range r.Names {
			g.names[compared(n.Name)] = code
		}
	}
	return g
}

// coded is a cell that begins with a code in capitals: BE2, "BE2 - Flanders".
var coded = regexp.MustCompile(`^\[?([A-Z]{2}[A-Z0-9]{0,3})\]?(?:\s*[:(–-].*|\s+\S.*)?$`)

// spoilt is what spreadsheets make of a code that they take for a day: DEC01
// becomes Dec-01.
var spoilt = regexp.MustCompile(`(?i)^(?:[0-9]{1,2}[-. /]{1,2})?` +
	`(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-z]*[-. /]{0,2}[0-9]{2,4}$|` +
	`^[0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{1,4}$`)

// region is the region of the atlas that a cell means; written is its code there,
// where it is another. A state other than Blank says that there is none, and why.
func (t *table) region(cell string) (code, written string, state State, note string) {
	code = strings.ToUpper(cell)
	if m := coded.FindStringSubmatch(cell); m != nil && t.files[code] == "" {
		code = m[1]
	}
	isDay := spoilt.MatchString(cell) && t.files[code] == ""
	switch {
	case cell == "":
		return "", "", LeftOver, "this row has no region code"
	case isDay && !region.IsNUTS(cell):
		return "", "", LeftOver, problem.Quote(cell) +
			" is a day: a spreadsheet makes one of a code such as DEC01. " +
			"Read the column as text when you open the table, and save it again"
	case !region.IsCode(code):
		return t.noCode(cell)
	case t.files[code] != "":
		return code, "", Blank, ""
	}
	p := t.places().find(code)
	if p.state != Blank {
		if p.state == Absent {
			t.absent[code] = true
		}
		return "", "", p.state, p.note
	}
	if !slices.Contains(t.renamed[p.code], code) {
		t.renamed[p.code] = append(t.renamed[p.code], code)
	}
	return p.code, code, Blank, ""
}

// noCode tells what a cell is that is no code: a group of countries of a download,
// or a name.
func (t *table) noCode(cell string) (code, written string, state State, note string) {
	note = problem.Quote(cell) + " is not a NUTS code"
	if t.sheet.Machine {
		return "", "", Absent, note + "; downloads have rows for groups of countries too"
	}
	if named := t.places().names[compared(cell)]; named != "" {
		note += "; a region of that name is " + named + ": write the code, if it is meant"
	}
	return "", "", LeftOver, note
}

// find is what a code means that no file is named after.
func (g *gazetteer) find(code string) place {
	if p, known := g.found[code]; known {
		return p
	}
	p := g.look(code)
	g.found[code] = p
	return p
}

func (g *gazetteer) look(code string) place {
	if other := g.alias[code]; other != "" {
		return place{code: other}
	}
	standard := nuts.Standard(code)
	if g.files[standard] != "" {
		return place{code: standard}
	}
	switch same := g.whole[g.Changes.Same(standard)]; {
	case len(same) == 1:
		return place{code: same[0]}
	case len(same) > 1:
		return place{state: LeftOver, note: fmt.Sprintf(
			"%s may be %s, which are regions of their own here: write the code that is meant",
			code, strings.Join(same, " or "))}
	}
	if note := g.changed(standard); note != "" {
		return place{state: LeftOver, note: note}
	}
	return place{state: Absent, note: "a region that the atlas does not have"}
}

// changed tells how a code became one of the atlas, or came from one, though not
// as a whole; "" when it did neither.
func (g *gazetteer) changed(code string) string {
	const remedy = ": a figure of one is not one of the other; " +
		"write it by hand with a remark, if it may stand for it"
	parts := g.Changes.Became(code)
	if slices.ContainsFunc(parts, func(p nuts.Part) bool { return g.isHere(p.To) }) {
		var shares []string
		for _, p := range parts {
			shares = append(shares, fmt.Sprintf("%s (%s of its people)", p.To, percent(p.Share)))
		}
		return fmt.Sprintf("%s went into %s in %d%s",
			code, strings.Join(shares, " and "), parts[0].Edition, remedy)
	}
	for _, p := range g.Changes.CameFrom(code) {
		if g.isHere(p.From) {
			return fmt.Sprintf("%s took over %s of the people of %s in %d%s",
				code, percent(p.Share), p.From, p.Edition, remedy)
		}
	}
	return ""
}

func (g *gazetteer) isHere(code string) bool {
	return g.files[code] != "" || len(g.whole[g.Changes.Same(code)]) > 0
}

func percent(share float64) string { return fmt.Sprintf("%.0f %%", 100*share) }
