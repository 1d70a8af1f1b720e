package main

import (
	"regexp"
	"strconv"
	"strings"

	"regional-atlas/generator/problem"
)

// ofDoubt are remedies of warnings. Where one asks for a fact that only an editor can
// know, the clinic makes one up.
func ofDoubt() []form {
	years := regexp.MustCompile(`of (\d+), (\d+) years? before`)
	return []form{
		says(`Rename it to ([A-Z0-9]+\.md),`, func(g *page, p problem.Problem, m []string) { g.name = m[1] }),
		says(`Add what the sources say`, func(g *page, p problem.Problem, m []string) {
			at := g.find(1, "[figures]")
			g.above(at, `topics = ["prevention"]`)
			line := g.find(1, "ris3 = ")
			g.lines[line-1] = `ris3 = "yes"`
			line = g.find(1, "errin = ")
			g.lines[line-1] = `errin = "yes"`
		}),
		says(`Write two to five plain sentences below the second \+\+\+ line`, func(g *page, p problem.Problem, m []string) {
			g.lines = append(g.lines, "", "Flanders works on personalised medicine.")
		}),
		says(`Look for a newer value`, func(g *page, p problem.Problem, m []string) {
			found := years.FindStringSubmatch(p.What)
			old, _ := strconv.Atoi(found[1])
			later, _ := strconv.Atoi(found[2])
			line := &g.lines[p.Line-1]
			*line = strings.Replace(*line, found[1], strconv.Itoa(old+later), 1)
		}),
		says(`Remove one, or say in a remark why both stand here`, func(g *page, p problem.Problem, m []string) {
			line := &g.lines[p.Line-1]
			first, _, _ := strings.Cut(*line, "}, {")
			*line = first + "}]"
		}),
		says(`Make sure that both names are right`, func(g *page, p problem.Problem, m []string) {
			g.lines[p.Line-1] = `name = "Quite Another Region"`
		}),
		says(`Write it anew in your own words, and remove its name here`, func(g *page, p problem.Problem, m []string) {
			g.without(p.Line, p.Line)
		}),
		says(`Begin its lines at the edge`, func(g *page, p problem.Problem, m []string) {
			g.lines[p.Line-1] = strings.TrimSpace(g.lines[p.Line-1])
		}),
		says(`In NUTS \d+ .*Take the new code, or write .*, such as (nuts_version = \d+)\.`, func(g *page, p problem.Problem, m []string) {
			g.above(p.Line+1, m[1])
		}),
	}
}
