package intake

import (
	"strings"
	"testing"

	"regional-atlas/generator/region"
)

var (
	total   = region.Indicator{Term: region.Term{Key: "population", Name: "Population"}, Kind: region.Total, Min: 1, Max: 100_000_000}
	density = region.Indicator{Term: region.Term{Key: "density", Name: "Density"}, Kind: region.Ratio, Max: 30_000}
	share   = region.Indicator{Term: region.Term{Key: "share65", Name: "Share"}, Kind: region.Share, Unit: "%", Decimals: 2, Max: 100}
	rate    = region.Indicator{Term: region.Term{Key: "rate", Name: "Rate"}, Kind: region.Ratio, Min: 1000, Max: 9000}
	balance = region.Indicator{Term: region.Term{Key: "balance", Name: "Balance"}, Kind: region.Ratio, Min: -50, Max: 50}
)

func TestNumbersAreReadByTheRules(t *testing.T) {
	for _, c := range []struct {
		text  string
		of    region.Indicator
		want  float64
		doubt string // a part of the question; "" when there must be none
	}{
		// 1: digits alone
		{"1875957", total, 1875957, ""},
		{"487", density, 487, ""},
		{"00487", density, 0, "begins with a zero"},
		{"0", density, 0, ""},
		// 2: blanks and apostrophes
		{"6 596 233", total, 6596233, ""},
		{"6\u00a0596\u202f233", total, 6596233, ""},
		{"6'596'233", total, 6596233, ""},
		{"6’596’233", total, 6596233, ""},
		{"1 234,5", density, 1234.5, ""},
		{"1 234,567", density, 1234.567, ""},
		{"12 34", density, 0, "no known form"},
		{"6 5962 33", total, 0, "no known form"},
		// 3: comma and point together
		{"1,215,290.5", balanceTo(total, 2), 1215290.5, ""},
		{"1.215.290,5", balanceTo(total, 2), 1215290.5, ""},
		{"1,234.567", density, 1234.567, ""},
		{"1.234,567", density, 1234.567, ""},
		{"1,23.456", density, 0, "no known form"},
		// 4: one mark more than once
		{"4,077,937", total, 4077937, ""},
		{"1.215.290", total, 1215290, ""},
		{"1,2,3", total, 0, "no known form"},
		{"1,234.567,890", total, 0, "no known form"},
		// 5: one mark once
		{"20,34%", share, 20.34, ""},
		{"20.34 %", share, 20.34, ""},
		{"11,5", density, 11.5, ""},
		{"13,06", share, 13.06, ""},
		{"0,123", density, 0.123, ""},
		{"1234,567", density, 1234.567, ""},
		{"012,345", density, 0, "begins with a zero"},
		// 6: three digits after one mark
		{"1,234", density, 0, "write 1234 or 1.234"},
		{"7.422", density, 0, "write 7422 or 7.422"},
		{"487,123", density, 487.123, ""}, // thousands would be beyond the bounds
		{"13,060", share, 13.06, ""},      // the same
		{"1,234", total, 1234, ""},        // whole things are counted
		{"1.234", total, 1234, ""},
		{"1,234", rate, 1234, ""}, // decimals would be below the bounds
		// 7: percent, bounds
		{"20%", density, 0, "not counted in %"},
		{"101", share, 0, "at most 100"},
		{"0", total, 0, "at least 1"},
		{"999999999", total, 0, "at most 100,000,000"},
		{"-3", density, 0, "at least 0"},
		{"−3,5", balance, -3.5, ""},
		{"– 3.5", balance, -3.5, ""},
		{strings.Repeat("9", 30), region.Indicator{Kind: region.Ratio}, 0, "too long"},
		// no numbers
		{"1.2 million", total, 0, "not a number"},
		{"=1+1", total, 0, "not a number"},
		{"1e6", total, 0, "not a number"},
		{"", total, 0, "not a number"},
		{"-", total, 0, "not a number"},
		{"١٢٣", total, 0, "not a number"},
		{"12.", density, 0, "no known form"},
	} {
		got, doubt := readNumber(c.text, c.of)
		if c.doubt == "" && (doubt != "" || got != c.want) || c.doubt != "" && !strings.Contains(doubt, c.doubt) {
			t.Errorf("%q as %s: %v, %q; want %v, %q", c.text, c.of.Key, got, doubt, c.want, c.doubt)
		}
		if doubt != "" && got != 0 {
			t.Errorf("%q is doubtful and yet %v", c.text, got)
		}
	}
}

func balanceTo(i region.Indicator, decimals int) region.Indicator {
	i.Decimals = decimals
	return i
}

func TestDownloadsHaveAPointBeforeDecimals(t *testing.T) {
	for text, want := range map[string]float64{"7422": 7422, "1.234": 1.234, "1.2E3": 1200, "487.5": 487.5, "7 422": 7422, "1\u00a0234.5": 1234.5, "1’234": 1234} {
		if got, doubt := machineNumber(text, density); got != want || doubt != "" {
			t.Errorf("%q: %v, %q", text, got, doubt)
		}
	}
	for _, text := range []string{"1,234", "NaN", "Inf", "-inf", "0x1p4", "1_000", "1 00", "1 234,5", "", "=1", "99999"} {
		if got, doubt := machineNumber(text, density); doubt == "" {
			t.Errorf("%q was read as %v", text, got)
		}
	}
}

func TestClassesAreReadInTheScaleOfTheirYear(t *testing.T) {
	i := richEdition(t).Indicators[0]
	for _, c := range []struct {
		text  string
		year  int
		want  string
		doubt string
	}{
		{"Leader -", 2019, "Leader -", ""}, {"leader –", 2019, "Leader -", ""}, {"Strong+", 2021, "Strong +", ""},
		{"Modest", 2019, "Modest", ""}, {"Modest", 2021, "", "not a class"}, {"Emerging", 2021, "Emerging", ""},
		{"Leader", 0, "", "depend on the year"}, {"Leader", 1999, "", "no scale for 1999"}, {"Best", 2019, "", "not a class"},
	} {
		if got, doubt := readClass(c.text, i, c.year); got != c.want || (doubt == "") != (c.doubt == "") || !strings.Contains(doubt, c.doubt) {
			t.Errorf("%q in %d: %q, %q", c.text, c.year, got, doubt)
		}
	}
}
