package sheet

// underYears lets columns with one head, such as Value or a unit, be told apart by the
// years in the row above them: a value and its flag lie under their year as far as the
// next one, as below merged cells. A table that says the year on each row is left alone.
func (t *Table) underYears(choice Choice) {
	if len(t.Lines) == 0 || len(t.columns) != len(t.Heads.cells) || t.one(isYear) >= 0 {
		return
	}
	line := &t.Lines[len(t.Lines)-1]
	years, heads := t.yearsOver(line.cells)
	if len(years) == 0 {
		return
	}
	for i := range t.columns {
		c := &t.columns[i]
		if years[i] == 0 {
			continue
		}
		switch is, _ := roleOf(c.head); {
		case is == isValue:
			c.is, c.name, c.year = isThing, "", years[i]
		case is == isFlags:
			c.is, c.year = isFlags, years[i]
		case c.is == isOther && heads[folded(c.head)] > 1 && !isNamed(c.head, choice):
			c.is, c.name, c.year, c.unit = isThing, "", years[i], c.head
		default:
			continue
		}
		line.Use = "what stands over the columns was read with their heads"
	}
}

// yearsOver are the years that a row has above the columns, and how often a head stands
// under one.
func (t *Table) yearsOver(above []string) (years map[int]int, heads map[string]int) {
	years, heads = map[int]int{}, map[string]int{}
	year := 0
	for i := range t.columns {
		if own := at(above, i); own != "" {
			year = yearOf(own)
		}
		if year != 0 {
			years[i] = year
			heads[folded(t.columns[i].head)]++
		}
	}
	return years, heads
}

// isNamed says that a head says by itself what its column holds, or says nothing.
func isNamed(head string, choice Choice) bool {
	probe := column{is: isOther}
	probe.named(head, choice)
	return head == "" || probe.is == isThing
}
