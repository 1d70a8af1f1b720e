package intake

import (
	"fmt"
	"slices"
	"strings"

	"regional-atlas/generator/format"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// figures brings the values of indicators, each by its year.
func (m *merger) figures() {
	for _, i := range m.Edition.Indicators {
		for n, f := range m.s.Figures[i.Key] {
			where := m.s.at[top.Field("figures").Field(i.Key).Item(n)]
			m.figure1(where, top.Field("figures").Field(i.Key), i.Key, f)
		}
	}
}

func (m *merger) figure1(where spot, key problem.Key, indicator string, want region.Figure) {
	series := m.have.Figures[indicator]
	if m.isPart() && want.Value.Given {
		if !m.ofWhole(&want, series) {
			m.say(where, LeftOver, key, "%s: %s is of a part of %s and has a value of that part, "+
				"and the table's value is of the whole", yearNote(want.Year), m.file, m.s.Code)
			return
		}
	}
	isPeer := func(f region.Figure) bool { return f.Year == want.Year && f.Part == "" }
	n := slices.IndexFunc(series, func(f region.Figure) bool { return isPeer(f) && f.Value.Given })
	isSaid := slices.ContainsFunc(series, func(f region.Figure) bool {
		return isPeer(f) && sameFigure(f, want)
	})
	shown := fmt.Sprintf("%s = %s", yearNote(want.Year), valueNote(want))
	switch {
	case isSaid:
		m.say(where, Same, key, "%s", shown)
	case !want.Value.Given && n < 0:
		m.say(where, Silent, key, "%s, so nothing is written", shown)
	case !want.Value.Given:
		m.say(where, Kept, key, "%s, the file says %s", shown, valueNote(series[n]))
	case n >= 0 && !m.Replace:
		m.say(where, Kept, key, "%s, the file says %s", shown, valueNote(series[n]))
	case far(series, want):
		m.say(where, Doubtful, key,
			"%s, more than ten times off the other years of the file; "+
				"write it there by hand, if it is right", shown)
	case n >= 0:
		m.say(where, Written, key, "%s instead of %s", shown, valueNote(series[n]))
		m.putFigure(key.Item(n), indicator, n, want)
	default:
		m.say(where, Written, key, "%s", shown)
		m.addFigure(key, indicator, want)
	}
}

// isPart holds where a file is of a part of the region that its code stands for: a
// table by codes says nothing of the part.
func (m *merger) isPart() bool {
	shape := m.have.Shape
	return !m.s.isNew && shape.Larger && (shape.Code == "" || shape.Code == m.s.Code)
}

// ofWhole says in a remark that a value is of the whole region. It is false where the
// file has a value of the part, beside which that one would mislead.
func (m *merger) ofWhole(f *region.Figure, series []region.Figure) bool {
	words := fmt.Sprintf("For the whole of %s.", m.s.Code)
	f.Remark = strings.TrimSpace(words + " " + f.Remark)
	return !slices.ContainsFunc(series, func(have region.Figure) bool {
		return have.Value.Given && !strings.HasPrefix(have.Remark, words)
	})
}

// far holds when a number differs from every number of the series by more than
// ten times: a mark for thousands or decimals may have been misread.
func far(series []region.Figure, want region.Figure) bool {
	const times = 10
	others := 0
	for _, f := range series {
		if f.Part != "" || f.Value.Number <= 0 || want.Value.Number <= 0 {
			continue
		}
		if f.Value.Number < want.Value.Number*times && want.Value.Number < f.Value.Number*times {
			return false
		}
		others++
	}
	return others > 0
}

// addFigure adds a value at the end of its series, or in the place of the words
// that there is none.
func (m *merger) addFigure(key problem.Key, indicator string, want region.Figure) {
	series := m.have.Figures[indicator]
	empty := slices.Index(series, region.Figure{Status: region.NotReported})
	if empty < 0 {
		empty = slices.Index(series, region.Figure{Status: region.NotReported, Year: want.Year})
	}
	if empty >= 0 {
		m.putFigure(key.Item(empty), indicator, empty, want)
		return
	}
	want.Source = m.source
	m.edit(key.Field("-"), figureTable(want))
	m.have.Figures[indicator] = append(series, want)
}

func (m *merger) putFigure(key problem.Key, indicator string, n int, want region.Figure) {
	want.Source = m.source
	m.edit(key, figureTable(want))
	m.have.Figures[indicator][n] = want
}

// sameFigure holds when two figures say the same value, as firmly.
func sameFigure(a, b region.Figure) bool {
	if !a.Value.Given && !b.Value.Given {
		return true
	}
	return a.Value == b.Value && firmness(a) == firmness(b)
}

// firmness is a figure's status; "reported" is what is meant without one.
func firmness(f region.Figure) string {
	if f.Status == "reported" {
		return ""
	}
	return f.Status
}

func figureTable(f region.Figure) string {
	fields := []format.Field{{Key: "value", Value: format.Value(f.Value)}}
	if f.Year != 0 {
		fields = append(fields, format.Field{Key: "year", Value: fmt.Sprint(f.Year)})
	}
	for _, text := range [][2]string{
		{"source", f.Source}, {"status", f.Status}, {"remark", f.Remark},
	} {
		if text[1] != "" {
			fields = append(fields, format.Field{Key: text[0], Value: format.Text(text[1])})
		}
	}
	return format.Table(fields...)
}

func yearNote(year int) string {
	if year == 0 {
		return ""
	}
	return fmt.Sprintf(" (%d)", year)
}

func valueNote(f region.Figure) string {
	if !f.Value.Given {
		return region.NotReported
	}
	if status := firmness(f); status != "" {
		return format.Value(f.Value) + ", " + status
	}
	return format.Value(f.Value)
}
