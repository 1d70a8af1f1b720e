package region

import (
	"fmt"
	"slices"

	"regional-atlas/generator/problem"
)

// Rule is what a group of regions must be to answer a call. Rules change with every
// call, so each says when the call closes, and where and when that was read.
type Rule struct {
	Term
	_      inherited `toml:"key" eg:"\"interreg-europe-1\""`
	_      inherited `toml:"name" doc:"name of the call" eg:"\"Interreg Europe, first call\""`
	_      inherited `toml:"short"`
	_      inherited `toml:"about" doc:"what else must be known, such as exceptions"`
	_      inherited `toml:"link" doc:"address of the source"`
	Closes Date      `toml:"closes" need:"yes" doc:"the last day of the call" eg:"2022-05-31"`
	Source string    `toml:"source" spoken:"yes" need:"yes" doc:"title of the source" eg:"\"Announcement of the call\""`
	Seen   Date      `toml:"seen" doc:"the day when it was read" eg:"2026-11-26"`
	Needs  []Need    `toml:"needs" need:"yes" doc:"what must hold, each by itself"`
}

// Need is one thing that a group must be: it has so many regions, or countries; it has a
// region in so many areas; so many of its regions are in one of some classes.
type Need struct {
	Count string   `toml:"count" one:"counts" doc:"what there must be enough of: regions or countries" eg:"\"countries\""`
	Areas []Area   `toml:"areas" doc:"groups of countries, of which enough must have a region"`
	Class string   `toml:"class" doc:"an indicator of the kind class" eg:"\"cohesion\""`
	Any   []string `toml:"any" doc:"its classes of which enough regions must have one" eg:"[\"less developed\"]"`
	Min   int      `toml:"min" need:"yes" doc:"how many are enough" eg:"3"`
}

// Area is a group of countries.
type Area struct {
	Name      string   `toml:"name" spoken:"yes" need:"yes" doc:"name" eg:"\"North\""`
	Countries []string `toml:"countries" need:"yes" doc:"the first two letters of region codes" eg:"[\"DK\", \"EE\"]"`
}

// The things that a Need counts.
const (
	CountRegions   = "regions"
	CountCountries = "countries"
)

// checkNeed wants a need to ask for one thing, and for something that can be.
func checkNeed(c *checker, n Need, key problem.Key) {
	asked := 0
	for _, asks := range []bool{n.Count != "", len(n.Areas) > 0, n.Class != ""} {
		if asks {
			asked++
		}
	}
	if asked != 1 {
		c.report(key, problem.Contradicts,
			fmt.Sprintf("a need asks for one thing, and this one for %d", asked),
			"Keep one of count, areas and class; write another need for another thing.")
	}
	if n.Min < 1 || len(n.Areas) > 0 && n.Min > len(n.Areas) {
		c.report(key.Field("min"), problem.OutOfBounds,
			fmt.Sprintf("%d is no number that can be enough", n.Min),
			fmt.Sprintf("Write a number from 1 to %d.", max(1, len(n.Areas))))
	}
	if n.Class == "" {
		return
	}
	at := slices.IndexFunc(c.edition.Indicators,
		func(i Indicator) bool { return i.Key == n.Class && i.Kind == Class })
	if at < 0 {
		c.report(
			key.Field("class"),
			problem.UnknownWord,
			fmt.Sprintf("%s is not an indicator of the kind class", problem.Quote(n.Class)),
			"Write the key of one, or add it to the indicators.",
		)
		return
	}
	for i, class := range n.Any {
		if !slices.ContainsFunc(
			c.edition.Indicators[at].Scales,
			func(s Scale) bool { return slices.Contains(s.Groups, class) },
		) {
			c.report(
				key.Field("any").Item(i),
				problem.UnknownWord,
				fmt.Sprintf("%s is not a class of %s", problem.Quote(class), n.Class),
				"Write a class of its scales.",
			)
		}
	}
}
