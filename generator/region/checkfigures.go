package region

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/slip"
)

func (c *checker) figures(r *Region) {
	key := top.Field("figures")
	c.eachIndicator(r, key)
	for _, indicator := range c.edition.Indicators {
		series := r.Figures[indicator.Key]
		for i, figure := range series {
			c.figure(r, indicator, figure, key.Field(indicator.Key).Item(i))
		}
		silentBeside(c, series, key.Field(indicator.Key))
		c.agreement(r, indicator, key.Field(indicator.Key))
	}
}

// silentBeside finds entries that say that nothing is reported, beside values of the same
// part. One for a year says that this year has none, and may stand.
func silentBeside(c *checker, series []Figure, key problem.Key) {
	for i, f := range series {
		isOther := func(g Figure) bool { return g.Value.Given && g.Part == f.Part }
		if f.Status == NotReported && !f.Value.Given && f.Year == 0 && slices.ContainsFunc(series, isOther) {
			c.report(key.Item(i), problem.Contradicts, `"not reported" stands beside a value`,
				"Remove this entry, or give the year that has no value.")
		}
	}
}

func (c *checker) eachIndicator(r *Region, key problem.Key) {
	words := c.edition.Vocabulary("indicators")
	without := absent(c, key, words, given(r.Figures, words))
	if len(without) > 0 {
		c.report(key, problem.Missing, "no figure for "+strings.Join(without, ", "),
			fmt.Sprintf("Write %s = [{ status = %q }] under [figures], and so for each, "+
				"until a value is known.", without[0], NotReported))
	}
}

// given leaves out series without any value.
func given(figures map[string][]Figure, words []string) map[string][]Figure {
	full := maps.Clone(figures)
	maps.DeleteFunc(full, func(name string, series []Figure) bool {
		return len(series) == 0 && slices.Contains(words, name)
	})
	return full
}

func (c *checker) figure(r *Region, indicator Indicator, f Figure, key problem.Key) {
	switch {
	case !f.Value.Given && f.Status != NotReported:
		c.report(key, problem.Missing, indicator.Label()+" has no value here",
			fmt.Sprintf("Add value = …, or status = %q.", NotReported))
	case f.Value.Given && f.Status == NotReported:
		c.report(key, problem.Contradicts, "this figure has a value and yet says \"not reported\"",
			"Remove the value, or the status.")
	case f.Value.Given && indicator.Kind == Class:
		c.class(indicator, f, key)
	case f.Value.Given:
		c.number(indicator, f, key)
	}
	c.pastYear(f.Year, key.Field("year"), "")
	c.fourDigits(f.Year, key.Field("year"), "statistics")
	if f.Value.Given && f.Source == "" && len(r.Sources) > 1 {
		c.report(key, problem.Missing, "it is not said which source this value is from",
			"Add source = \"…\" with the key of one of the sources.")
	}
	c.cited(r, f.Source, key.Field("source"))
	c.cited(r, f.Second, key.Field("second_source"))
	if f.Second != "" && f.Second == f.Source {
		c.report(key.Field("second_source"), problem.Repeated,
			"both sources of this value are the same",
			"Write the key of the other source, or leave it out.")
	}
}

func (c *checker) class(indicator Indicator, f Figure, key problem.Key) {
	if f.Value.Word == "" {
		c.report(key.Field("value"), problem.WrongType, indicator.Name+" is a class, not a number",
			fmt.Sprintf("Write one of its classes in quotes%s.", firstClass(indicator)))
		return
	}
	scale := indicator.ScaleOf(f.Year)
	if scale == nil && f.Year == 0 {
		c.report(key, problem.Missing,
			indicator.Name+" has no year here, and the year chooses the scale of its classes",
			fmt.Sprintf("Add year = … (%s).", scaleYears(indicator)))
		return
	}
	if scale == nil {
		c.report(key.Field("year"), problem.UnknownWord,
			fmt.Sprintf("%s has no scale for the year %d", indicator.Name, f.Year),
			"Write one of its years ("+scaleYears(indicator)+"), or add a scale to atlas.toml.")
		return
	}
	if !slices.Contains(scale.Groups, f.Value.Word) {
		word := problem.Quote(f.Value.Word)
		c.report(key.Field("value"), problem.UnknownWord,
			fmt.Sprintf("%s is not a class of %s in %d", word, indicator.Name, f.Year),
			offer(f.Value.Word, scale.Groups))
	}
}

func firstClass(indicator Indicator) string {
	for _, s := range indicator.Scales {
		if len(s.Groups) > 0 {
			return fmt.Sprintf(", such as %q", s.Groups[0])
		}
	}
	return ""
}

func scaleYears(indicator Indicator) string {
	var years []string
	for _, s := range indicator.Scales {
		for _, year := range s.Years {
			years = append(years, fmt.Sprint(year))
		}
	}
	return strings.Join(years, ", ")
}

func (c *checker) number(indicator Indicator, f Figure, key problem.Key) {
	key = key.Field("value")
	if f.Value.Word != "" {
		what := fmt.Sprintf("%s is a text, not a number", problem.Quote(f.Value.Word))
		c.report(key, problem.WrongType, what, inDigits(f.Value.Word))
		return
	}
	if math.IsNaN(f.Value.Number) || math.IsInf(f.Value.Number, 0) {
		c.report(key, problem.OutOfBounds,
			indicator.Name+" must be a number that can be written in digits",
			fmt.Sprintf("Write the number, or status = %q without a value.", NotReported))
		return
	}
	lowest, highest := indicator.Bounds()
	wrong := indicator.Name + " cannot be " + spokenValue(f.Value, indicator.Decimals)
	if indicator.IsCounted() && f.Value.Number != math.Trunc(f.Value.Number) {
		c.report(key, problem.OutOfBounds, wrong+": it is counted in whole numbers",
			"Write a whole number; thousands may be parted by underscores: 1_234.")
	}
	if f.Value.Number < lowest {
		c.report(key, problem.OutOfBounds, wrong,
			fmt.Sprintf("Write a number of at least %s.", spokenNumber(lowest, 0)))
	}
	if f.Value.Number > highest {
		c.report(key, problem.OutOfBounds, wrong,
			fmt.Sprintf("Write a number of at most %s.", spokenNumber(highest, 0)))
	}
}

// inDigits is the remedy for a number that is written as a text.
func inDigits(word string) string {
	if slip.IsAbsence(word) {
		return fmt.Sprintf("Write status = %q instead of value = %s.", NotReported,
			problem.Quote(word))
	}
	if m, ok := slip.Number(word); ok {
		return m.Remedy()
	}
	if _, err := strconv.ParseFloat(word, 64); err == nil {
		return fmt.Sprintf("Write %s.", word)
	}
	return "Write the number without quotes and without commas, with a point before decimals: 20.2."
}

// agreement warns of figures that do not fit together: two values for one
// year, or a total and its ratio that imply another area from year to year.
func (c *checker) agreement(r *Region, indicator Indicator, key problem.Key) {
	series := r.Figures[indicator.Key]
	type point struct {
		year int
		part string
	}
	first := map[point]Value{}
	for i, f := range series {
		if !f.Value.Given || f.Remark != "" {
			continue
		}
		earlier, again := first[point{f.Year, f.Part}]
		if again && f.Value != earlier {
			one, other := spokenValue(earlier, indicator.Decimals),
				spokenValue(f.Value, indicator.Decimals)
			c.warn(key.Item(i), problem.Disagrees,
				indicator.Name+" has two values for "+yearOr(f.Year)+": "+one+" and "+other,
				"Remove one, or say in a remark why both stand here.")
		}
		if !again {
			first[point{f.Year, f.Part}] = f.Value
		}
	}
	if indicator.Of != "" && areasDiffer(series, r.Figures[indicator.Of]) {
		c.warn(key, problem.Disagrees,
			indicator.Name+" and "+indicator.Of+" imply an area that changes by more than a fifth",
			"Compare the figures with the source: one of them may belong to another region or year.")
	}
}

func yearOr(year int) string {
	if year == 0 {
		return "an unknown year"
	}
	return fmt.Sprint(year)
}

// areasDiffer reports whether totals divided by their ratios give areas, of one
// part of the region, of which the largest exceeds the smallest by over a fifth.
func areasDiffer(ratios, totals []Figure) bool {
	dense, many := ranges(ratios), ranges(totals)
	for part, d := range dense {
		if m, both := many[part]; both && m.high/d.low > 1.2*(m.low/d.high) {
			return true
		}
	}
	return false
}

type bounds struct{ low, high float64 }

// ranges gives the least and the greatest positive value of each part.
func ranges(series []Figure) map[string]bounds {
	out := map[string]bounds{}
	for _, f := range series {
		n := f.Value.Number
		if n <= 0 {
			continue
		}
		b, seen := out[f.Part]
		if !seen {
			b = bounds{n, n}
		}
		out[f.Part] = bounds{min(b.low, n), max(b.high, n)}
	}
	return out
}

// borrowed warns of texts that are still worded as their source has them.
func (c *checker) borrowed(r *Region) {
	for i, text := range r.Rewrite {
		c.warn(top.Field("rewrite").Item(i), problem.Borrowed,
			fmt.Sprintf("the text of %s is still worded as its source has it", text),
			"Write it anew in your own words, and remove its name here.")
	}
}

// substance warns of a region of which a reader learns next to nothing, unless
// even what is required is missing: its editor has only begun.
func (c *checker) substance(r *Region) {
	if slices.ContainsFunc(c.faults,
		func(f problem.Fault) bool { return f.Code == problem.Missing }) {
		return
	}
	if strings.TrimSpace(r.Body) == "" {
		c.warn(top, problem.NoText, "this region has no description",
			"Write two to five plain sentences below the second +++ line.")
	}
	const few = 3
	if n, of := reportedSections(r, c.edition); n < few {
		c.warn(top, problem.Thin,
			fewReport(n, of),
			"Add what the sources say; a page this short helps nobody.")
	}
}

func fewReport(n, of int) string {
	if n == 0 {
		return fmt.Sprintf("none of the %d sections reports anything", of)
	}
	return fmt.Sprintf("only %d of %d sections report anything", n, of)
}
