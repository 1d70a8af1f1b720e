// Package nuts knows what became of region codes between the editions of NUTS:
// which code another one replaced with the same land and people, and which were
// split, joined or moved.
//
// Two codes mean one region when the newer edition only renamed it (PL11 is
// PL71), and when the longer one ends in a zero, by which NUTS says that a region
// is not divided: EE0 and EE00 are Estonia, BE10 is BE1. All else is a change of
// the region, of which only the shares of its people can be told.
//
// It also has the names of regions at home, which the file of a new region begins with.
//
// The package is a ground room: it imports none of ours, and it does not say
// which codes exist today.
package nuts

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// File is the name of the table among the assets.
const File = "nuts/changes.csv"

// Part is a share of the people of one region that another code has.
type Part struct {
	Edition int    // that made the change, 2016
	From    string // the code before it
	To      string // a code after it
	Share   float64
}

// Changes is the table of all changes. The zero table knows of none, as does nil of what
// codes came from.
type Changes struct {
	from, to map[string][]Part // in the order of editions
}

// Read reads the table. It fails when a row has another form than the table's.
func Read(data []byte) (*Changes, error) {
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read as a table: %w", File, err)
	}
	c := &Changes{from: map[string][]Part{}, to: map[string][]Part{}}
	for n, row := range rows {
		if n == 0 {
			continue // the heads of the columns
		}
		p, err := partOf(row)
		if err != nil {
			return nil, fmt.Errorf("line %d of %s: %w", n+1, File, err)
		}
		c.from[p.From] = append(c.from[p.From], p)
		c.to[p.To] = append(c.to[p.To], p)
	}
	for _, side := range []map[string][]Part{c.from, c.to} {
		for _, parts := range side {
			slices.SortStableFunc(parts, func(a, b Part) int { return a.Edition - b.Edition })
		}
	}
	return c, nil
}

// partOf reads a row: from_version, to_version, level, from_code, to_code,
// population_share.
func partOf(row []string) (Part, error) {
	const columns = 6
	if len(row) != columns {
		return Part{}, fmt.Errorf("%d columns, not %d", len(row), columns)
	}
	edition, err := strconv.Atoi(row[1])
	if err != nil {
		return Part{}, fmt.Errorf("%q is no edition", row[1])
	}
	share, err := strconv.ParseFloat(row[5], 64)
	if err != nil || share <= 0 || share > 1 {
		return Part{}, fmt.Errorf("%q is no share", row[5])
	}
	return Part{Edition: edition, From: row[3], To: row[4], Share: share}, nil
}

// Became lists what the last edition that dropped a code made of it, the largest
// share first; none when no edition did.
func (c *Changes) Became(code string) []Part {
	parts := c.from[code]
	if len(parts) == 0 {
		return nil
	}
	last := parts[len(parts)-1].Edition
	parts = within(parts, last)
	if slices.ContainsFunc(parts, func(p Part) bool { return p.To == code }) {
		return nil // it lost or won people, and stayed
	}
	if slices.ContainsFunc(c.to[code], func(p Part) bool { return p.Edition > last }) {
		return nil // a newer edition has it again
	}
	sortByShare(parts)
	return parts
}

func sortByShare(parts []Part) {
	slices.SortStableFunc(parts, func(a, b Part) int { return int(1e6 * (b.Share - a.Share)) })
}

// Heirs lists the codes of today that have the people of a code that was dropped, through
// all editions since, the largest share first; none for a code that is still there.
func (c *Changes) Heirs(code string) []Part {
	var heirs []Part
	add := func(p Part) {
		if at := slices.IndexFunc(heirs, func(other Part) bool { return other.To == p.To }); at >= 0 {
			heirs[at].Share += p.Share
			heirs[at].Edition = max(heirs[at].Edition, p.Edition)
			return
		}
		heirs = append(heirs, p)
	}
	for _, p := range c.Became(code) {
		later := c.Became(p.To)
		if len(later) == 0 || later[0].Edition <= p.Edition {
			add(p)
			continue
		}
		for _, heir := range c.Heirs(p.To) {
			add(Part{heir.Edition, code, heir.To, p.Share * heir.Share})
		}
	}
	sortByShare(heirs)
	return heirs
}

// CameFrom lists the codes whose people a new code took over in the edition that
// made it; none for a code that always was.
func (c *Changes) CameFrom(code string) []Part {
	if c == nil {
		return nil
	}
	parts := c.to[code]
	if len(parts) == 0 {
		return nil
	}
	first := parts[0].Edition
	parts = within(parts, first)
	if c.was(code, first) {
		return nil
	}
	return parts
}

func within(parts []Part, edition int) []Part {
	return slices.DeleteFunc(slices.Clone(parts), func(p Part) bool { return p.Edition != edition })
}

// was holds when a code stands in the table for an edition before one.
func (c *Changes) was(code string, edition int) bool {
	return slices.ContainsFunc(c.from[code], func(p Part) bool { return p.Edition <= edition })
}

// Same is the one code that stands for all that mean a region of the same land
// and people; two codes are of one region when theirs is the same.
func (c *Changes) Same(code string) string {
	const longest = 20 // changes and zeros, so that a wrong table cannot turn in a circle
	for range longest {
		switch parts := c.Became(code); {
		case len(parts) == 1 && c.alone(parts[0]):
			code = parts[0].To
		case len(code) > 2 && code[len(code)-1] == '0':
			code = code[:len(code)-1]
		default:
			return code
		}
	}
	return code
}

// alone holds when a change only renamed a region: all of its people went to one
// code, which was new and took over nobody else's.
func (c *Changes) alone(p Part) bool {
	const all = 0.99 // the shares are measured on a grid
	return p.Share >= all && len(within(c.to[p.To], p.Edition)) == 1 &&
		len(c.CameFrom(p.To)) == 1 &&
		c.CameFrom(p.To)[0] == p
}

// Standard is a code with the letters that NUTS has for its country: EL for Greece,
// where others write GR, and UK for GB.
func Standard(code string) string {
	for iso, country := range map[string]string{"GR": "EL", "GB": "UK"} {
		if rest, ok := strings.CutPrefix(code, iso); ok {
			return country + rest
		}
	}
	return code
}
