package intake

import (
	"fmt"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/sheet"
)

// values reads the values, once it is clear what each is about.
func (t *table) values() {
	marks := t.marks()
	t.keep(func(c *claim) bool {
		if c.network {
			return t.member(c)
		}
		return t.measured(c, marks)
	})
	for _, c := range t.claims {
		if c.Dataset != "" && !slices.Contains(t.datasets, c.Dataset) {
			t.datasets = append(t.datasets, c.Dataset)
		}
	}
	t.desk.datasets = t.datasets
}

// missing are the marks for missing values of a table: how often it has each, and
// whether all of them are understood.
type missing struct {
	count map[string]int
	known bool
}

// marks finds what stands for missing values. One mark in the whole table is taken
// for that; of several, one may mean a nil or a tick, and it is asked once.
func (t *table) marks() missing {
	m := missing{count: map[string]int{}}
	unknown := map[string]bool{}
	for _, c := range t.claims {
		value, _ := sheet.CutFlags(c.Text)
		mark := sheet.MissingMark(value)
		if c.network || mark == "" {
			continue
		}
		m.count[mark]++
		if !slices.ContainsFunc(t.Missing,
			func(s string) bool { return sheet.MissingMark(s) == mark }) {
			unknown[mark] = true
		}
	}
	m.known = len(unknown) == 0 || len(m.count) == 1
	for _, mark := range sortedKeys(m.count) {
		if m.known {
			t.report.Notes = append(t.report.Notes,
				fmt.Sprintf("%q was read as a missing value, %s", mark,
					counted(m.count[mark], "time")))
		}
	}
	return m
}

// ask is the one question about several marks.
func (m missing) ask() string {
	var quoted, flags []string
	for _, mark := range sortedKeys(m.count) {
		quoted = append(quoted, problem.Quote(mark))
		flags = append(flags, "--missing "+shell(mark))
	}
	return fmt.Sprintf("%s stand where values are missing, and one of them may mean something else, "+
		"such as none: give %s if nothing is known where they stand",
		strings.Join(quoted, " and "), strings.Join(flags, " "))
}

// member reads the answer for a network.
func (t *table) member(c *claim) bool {
	m, note := t.answerFor(c.key, c.Text)
	if note != "" {
		t.drop(c, LeftOver, "%s memberships.%s: %s", c.code, c.key, note)
		return false
	}
	c.membership = m
	if c.Remark != "" {
		c.membership.Remark = c.Remark
	}
	return true
}

// measured reads the value of an indicator.
func (t *table) measured(c *claim, marks missing) bool {
	if c.Year == 0 && c.When == "" {
		c.Year = t.Year
	}
	value, _ := sheet.CutFlags(c.Text)
	if sheet.MissingMark(value) != "" && !marks.known {
		t.drop(c, Doubtful, "%s", marks.ask())
		return false
	}
	f, doubt := t.figureIn(c)
	if doubt != "" {
		t.drop(c, Doubtful, "%s figures.%s%s = %s: %s",
			c.code, c.key, yearNote(c.Year), problem.Quote(c.Text), doubt)
		return false
	}
	c.figure = f
	return true
}

// figureIn reads a value with its year and its flags.
func (t *table) figureIn(c *claim) (f region.Figure, doubt string) {
	i := t.indicatorNamed(c.key)
	text, flags := c.Text, c.Flags
	if i.Kind != region.Class {
		behind := ""
		if text, behind = sheet.CutFlags(text); behind != "" {
			flags = strings.Trim(behind+", "+flags, ", ")
		}
	}
	f.Year, f.Remark = c.Year, c.Remark
	isMissing := slices.Contains([]string{"", ":", region.NotReported}, text) ||
		sheet.MissingMark(text) != ""
	switch firm := sheet.FirmnessOf(flags); {
	case isMissing || firm.Missing && !strings.ContainsAny(text, "0123456789"):
		return region.Figure{Year: c.Year, Status: region.NotReported}, ""
	case c.When != "":
		return f, problem.Quote(c.When) + " is not a year"
	case c.Year == 0:
		return f, "the table gives no year; give it with --year"
	case c.Year > t.Today.Year:
		return f, fmt.Sprintf("the year %d has not come yet", c.Year)
	case c.Doubt != "":
		return f, c.Doubt + "; write it behind the value, or in a column of its own behind each"
	default:
		if doubt = firmly(&f, flags, firm); doubt != "" {
			return f, doubt
		}
	}
	f.Value, doubt = t.valueOf(text, i, c)
	return f, doubt
}

// firmly gives a figure its status and what else its flags say.
func firmly(f *region.Figure, flags string, firm sheet.Firmness) (doubt string) {
	const few = 4
	switch {
	case flags == region.NotReported || firm.Missing:
		return "the row gives a value and yet says that there is none"
	case len(firm.Odd) > few:
		return problem.Quote(firm.Odd) +
			" is no status; write estimated or provisional, or leave it out"
	case firm.Odd != "":
		return problem.Quote(firm.Odd) + " is no flag that is known here"
	}
	f.Status = firm.Status
	if len(firm.Notes) > 0 {
		flags := "Flags of the source: " + strings.Join(firm.Notes, ", ") + ". "
		f.Remark = strings.TrimSpace(flags + f.Remark)
	}
	return ""
}

// valueOf reads a number or a class.
func (t *table) valueOf(text string, i region.Indicator, c *claim) (v region.Value, doubt string) {
	switch {
	case i.Kind == region.Class:
		v.Word, doubt = readClass(text, i, c.Year)
	case t.sheet.Machine:
		v.Number, doubt = scaled(text, i, c.times, machineNumber)
	default:
		v.Number, doubt = scaled(text, i, c.times, readNumber)
	}
	v.Given = doubt == ""
	return v, doubt
}
