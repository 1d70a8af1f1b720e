package intake

import (
	"fmt"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/sheet"
)

// wholes asks, for each dimension beside the values, whether they are of the whole.
// Where a table tells the whole from its parts, the parts are set aside; where it
// does not, it is asked once what the dimension means.
func (t *table) wholes() {
	t.dims = t.dimensions()
	for _, head := range t.dims {
		if t.isChosen(head) {
			continue
		}
		var words []string
		whole := false
		for _, c := range t.claims {
			if a, ok := c.aside(head); ok {
				whole = whole || a.IsWhole()
				words = append(words, a.Word)
			}
		}
		ask := t.askAside(head, words)
		t.keep(func(c *claim) bool {
			a, ok := c.aside(head)
			switch {
			case !ok || a.IsWhole():
				return true
			case whole:
				t.drop(c, Beside, "%s is %s on this row, not the whole", head,
					problem.Quote(a.Word))
			default:
				t.drop(c, Doubtful, "%s", ask)
			}
			return false
		})
	}
}

// dimensions are the heads of the dimensions of all values, in their order.
func (t *table) dimensions() []string {
	var heads []string
	for _, c := range t.claims {
		for _, a := range c.Aside {
			if !slices.Contains(heads, a.Head) {
				heads = append(heads, a.Head)
			}
		}
	}
	return heads
}

func (c *claim) aside(head string) (sheet.Aside, bool) {
	i := slices.IndexFunc(c.Aside, func(a sheet.Aside) bool { return a.Is(head) })
	if i < 0 {
		return sheet.Aside{}, false
	}
	return c.Aside[i], true
}

// isChosen holds when it was said which rows of a column are meant.
func (t *table) isChosen(head string) bool {
	for chosen := range t.Only {
		if compared(chosen) == compared(head) {
			return true
		}
	}
	return false
}

// askAside asks what a dimension means whose words are not those of a whole.
func (t *table) askAside(head string, words []string) string {
	if len(words) == 0 {
		return ""
	}
	first := words[0]
	slices.Sort(words)
	said := problem.Quote(first)
	if n := len(slices.Compact(words)); n > 1 {
		said = fmt.Sprintf("%s and %d other words", said, n-1)
	}
	return fmt.Sprintf("the column %s says %s: give --only %s=%s if that is what is meant, "+
		"or --skip %s if it says nothing about the values",
		problem.Quote(head), said, shell(head), shell(first), shell(head))
}

// shell is a word as it is typed behind a flag.
func shell(word string) string {
	if strings.ContainsAny(word, " \"'()&;|<>*?$") {
		return "'" + strings.ReplaceAll(word, "'", "'\\''") + "'"
	}
	return word
}

// units compares the units of all figures with those of their indicators, and
// finds what to multiply by.
func (t *table) units() {
	fits := map[string]bool{} // indicators that have values in their own unit
	for _, c := range t.claims {
		if !c.network && t.measure(c) == "" {
			fits[c.key] = true
		}
	}
	t.keep(func(c *claim) bool {
		if c.network {
			return true
		}
		doubt := t.measure(c)
		switch {
		case doubt == "":
			t.multiplied(c)
			return true
		case fits[c.key]:
			t.drop(c, Beside, "in another unit, %s",
				problem.Quote(strings.TrimSpace(c.Times+" "+c.Unit)))
		default:
			t.drop(c, Doubtful, "%s", doubt)
		}
		return false
	})
}

// multiplied notes once what the values of a unit were multiplied by.
func (t *table) multiplied(c *claim) {
	said := strings.TrimSpace(c.Times + " " + orWord(c.Unit, t.Unit))
	note := fmt.Sprintf("values in %q were multiplied by %.0f", said, c.times)
	if c.times != 1 && !slices.Contains(t.report.Notes, note) {
		t.report.Notes = append(t.report.Notes, note)
	}
}

// measure finds the multiplier of a figure; doubt is the question to ask when its
// unit is not known to be that of its indicator.
func (t *table) measure(c *claim) (doubt string) {
	i := t.indicatorNamed(c.key)
	if i.Kind == region.Class {
		return ""
	}
	written := c.Unit
	if written == "" {
		written = t.Unit
	}
	unit := sheet.UnitOf(written)
	times, ok := sheet.TimesOf(c.Times, c.Power)
	c.times = unit.Times * times
	switch scale := t.sheet.Scale(); {
	case !ok:
		return problem.Quote(c.Times) + " is no multiplier that is known; write 1000, or THS"
	case written == "" && scale != "":
		return fmt.Sprintf("a row above the heads speaks of %q, and no column says it: "+
			"give --unit %s if the values are counted so, or --unit %s if they are not",
			scale, shell(scale), shell(orWord(i.Unit, "number")))
	case written == "" || t.isChosen(t.sheet.UnitHead()) && c.Unit != "" || sameUnit(i, unit):
		return ""
	}
	return fmt.Sprintf("the unit %s is not known to be that of %s, %s: give %s if it is, "+
		"or add it to its units in atlas.toml", problem.Quote(written), c.key,
		problem.Quote(orWord(i.Unit, "a number")), t.unitFlag(c, i))
}

// unitFlag is what to type when the unit of a figure is right.
func (t *table) unitFlag(c *claim, i region.Indicator) string {
	if head := t.sheet.UnitHead(); head != "" && c.Unit != "" {
		return "--only " + shell(head) + "=" + shell(c.Unit)
	}
	return "--unit " + shell(orWord(i.Unit, "number"))
}

func orWord(word, other string) string {
	if word == "" {
		return other
	}
	return word
}

// sameUnit holds when a unit is one of an indicator's, or says more than that: % of
// employment, for %. What is counted may have any word for a number.
func sameUnit(i region.Indicator, unit sheet.Unit) bool {
	if unit.Words == "" && (i.Kind == region.Total || i.Unit == "") {
		return true
	}
	for _, own := range append([]string{i.Unit}, i.Units...) {
		words := sheet.UnitOf(own).Words
		if own != "" && (unit.Words == words || words != "" &&
			strings.HasPrefix(unit.Words, words+" ")) {
			return true
		}
	}
	return false
}
