package intake

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"regional-atlas/generator/region"
	"regional-atlas/generator/sheet"
	"regional-atlas/generator/slip"
	"regional-atlas/generator/words"
)

// The rules by which a number is read, in this order:
//
//  1. Digits alone are the number; a zero before others is asked about.
//  2. Blanks and apostrophes stand between groups of three digits; a comma or
//     point after them stands before decimals.
//  3. Of comma and point together, the one that comes last and only once
//     stands before decimals, the other between groups of three digits.
//  4. A mark that comes twice or more stands between groups of three digits.
//  5. A mark that comes once stands before decimals unless exactly three digits
//     follow it; also when a zero alone, or more than three digits, precede it.
//  6. What is left, 1,234, may be either. It is thousands where whole things
//     are counted (a total without decimals), and else whichever of the two
//     lies within the bounds of the indicator. When both do, it is asked about.
//  7. A percent sign may follow where the unit is %. Whatever lies outside the
//     bounds of the indicator is asked about.
//
// Asked about means: told as doubtful, with what to write, and left out.
var (
	digits      = regexp.MustCompile(`^-?[0-9]+$`)
	blanks      = regexp.MustCompile(`^(-?[0-9]{1,3}(?:_[0-9]{3})+)(?:[.,]([0-9]+))?$`)
	english     = regexp.MustCompile(`^(-?[0-9]{1,3}(?:,[0-9]{3})+)\.([0-9]+)$`)
	continental = regexp.MustCompile(`^(-?[0-9]{1,3}(?:\.[0-9]{3})+),([0-9]+)$`)
	grouped     = regexp.MustCompile(`^-?[0-9]{1,3}(?:(?:,[0-9]{3}){2,}|(?:\.[0-9]{3}){2,})$`)
	oneMark     = regexp.MustCompile(`^(-?)([0-9]+)[.,]([0-9]+)$`)
	numberLike  = regexp.MustCompile(`^[-‐‑‒–—−]?\s*[0-9][0-9.,'’\s]*%?$`)
	marks       = strings.NewReplacer(",", "", ".", "", "_", "")
)

// longestNumber is more characters than any statistic has.
const longestNumber = 40

// isNumberLike holds for what a person meant as a number.
func isNumberLike(text string) bool {
	return len(text) <= longestNumber && numberLike.MatchString(text)
}

// readNumber reads a number of an indicator as people write it. doubt is the
// question to ask when it cannot be read in one way only, else "".
func readNumber(text string, i region.Indicator) (value float64, doubt string) {
	text = slip.Signs(sheet.Tidy(text))
	plain, isPercent := strings.CutSuffix(text, "%")
	if !isNumberLike(text) {
		return 0, "this is not a number; write it in digits"
	}
	if isPercent && i.Kind != region.Share && !strings.Contains(i.Unit, "%") {
		return 0, fmt.Sprintf("%s has a percent sign, but %s is not counted in %%", text, i.Label())
	}
	isBlank := func(r rune) bool { return strings.ContainsRune(" '’\t", r) }
	plain = strings.Join(strings.FieldsFunc(plain, isBlank), "_")
	plain = strings.TrimSuffix(strings.Replace(plain, "-_", "-", 1), "_")
	written, doubt := unmarked(plain, i)
	if doubt != "" {
		return 0, doubt
	}
	return bounded(written, i)
}

// unmarked writes a number with a point before decimals and no other mark.
func unmarked(text string, i region.Indicator) (written, doubt string) {
	for _, pattern := range []*regexp.Regexp{blanks, english, continental} {
		if m := pattern.FindStringSubmatch(text); m != nil {
			return joined(m[1], m[2]), ""
		}
	}
	unsigned := strings.TrimPrefix(text, "-")
	zero := text + " begins with a zero; write the number without it, if that is what is meant"
	switch m := oneMark.FindStringSubmatch(text); {
	case digits.MatchString(text) && strings.HasPrefix(unsigned, "0") && len(unsigned) > 1:
		return "", zero
	case digits.MatchString(text):
		return text, ""
	case grouped.MatchString(text):
		return marks.Replace(text), ""
	case m == nil:
		return "", "its groups of digits are of no known form; " +
			"write it with a point before decimals and no other mark"
	case len(m[3]) != 3 || len(m[2]) > 3 || m[2] == "0":
		return joined(m[1]+m[2], m[3]), ""
	case m[2][0] == '0':
		return "", zero
	default:
		return decided(m[1]+m[2]+m[3], joined(m[1]+m[2], m[3]), i)
	}
}

func joined(whole, fraction string) string {
	whole = marks.Replace(whole)
	if fraction == "" {
		return whole
	}
	return whole + "." + fraction
}

// decided is rule 6.
func decided(thousands, decimal string, i region.Indicator) (written, doubt string) {
	_, above := bounded(thousands, i)
	_, below := bounded(decimal, i)
	switch {
	case i.IsCounted() && above == "":
		return thousands, ""
	case above == "" && below != "":
		return thousands, ""
	case above != "" && below == "":
		return decimal, ""
	}
	return "", fmt.Sprintf("this may be %[1]s or %[2]s: write %[1]s or %[2]s", thousands, decimal)
}

// bounded reads digits with a point, and asks about what the indicator cannot
// be.
func bounded(written string, i region.Indicator) (float64, string) {
	value, err := strconv.ParseFloat(written, 64)
	if err != nil || value >= 1<<53 || value <= -1<<53 {
		return 0, "this number is too long to be a statistic"
	}
	lowest, highest := i.Bounds()
	outside := fmt.Sprintf("%s cannot be %s: it is", i.Label(), written)
	switch {
	case value < lowest:
		return 0, fmt.Sprintf("%s at least %s", outside, words.English().Number(lowest, 0))
	case i.IsCounted() && value != math.Trunc(value):
		return 0, fmt.Sprintf("%s is counted in whole numbers, so it cannot be %s",
			i.Label(), written)
	case value > highest:
		return 0, fmt.Sprintf("%s at most %s", outside, words.English().Number(highest, 0))
	}
	return value, ""
}

// scaled reads a number that is to be multiplied, such as one of thousands.
func scaled(
	text string, i region.Indicator, times float64,
	read func(string, region.Indicator) (float64, string),
) (float64, string) {
	if times == 1 {
		return read(text, i)
	}
	part := i // what the number may be before it is multiplied
	part.Min, part.Max, part.Decimals = i.Min/times, i.Max/times, max(i.Decimals, 1)
	number, doubt := read(text, part)
	if doubt != "" {
		return 0, doubt
	}
	const exact = 1e6 // so that 6.821 times a thousand is 6821
	whole := strconv.FormatFloat(math.Round(number*times*exact)/exact, 'f', -1, 64)
	return bounded(whole, i)
}

// machineNumber reads a number of a statistical office's download, where a
// point always stands before decimals, and nothing or a blank between thousands.
func machineNumber(text string, i region.Indicator) (float64, string) {
	text = slip.Signs(text)
	if number, isGrouped := slip.Ungrouped(text); isGrouped {
		text = number
	}
	if _, err := strconv.ParseFloat(text, 64); err != nil ||
		strings.ContainsAny(text, "xX_pPnNiI") {
		return 0, "this is not a number; a download of statistics has digits with a point before decimals"
	}
	return bounded(text, i)
}

// readClass is the class of an indicator that a text names, in the scale of its
// year; doubt is the question to ask when there is none.
func readClass(text string, i region.Indicator, year int) (word, doubt string) {
	scale := i.ScaleOf(year)
	if scale == nil && year == 0 {
		return "", i.Label() +
			" has no year here, and its classes depend on the year; give it with --year"
	}
	if scale == nil {
		return "", fmt.Sprintf("%s has no scale for %d in atlas.toml", i.Label(), year)
	}
	bare := func(s string) string {
		return strings.ToLower(strings.ReplaceAll(slip.Signs(sheet.Tidy(s)), " ", ""))
	}
	for _, g := range scale.Groups {
		if bare(g) == bare(text) {
			return g, ""
		}
	}
	return "", fmt.Sprintf("this is not a class of %s in %d", i.Label(), year)
}

// readValue is readNumber or readClass, as the indicator demands.
func readValue(text string, i region.Indicator, year int) (region.Value, string) {
	if i.Kind == region.Class {
		word, doubt := readClass(text, i, year)
		return region.Value{Word: word, Given: doubt == ""}, doubt
	}
	number, doubt := readNumber(text, i)
	return region.Value{Number: number, Given: doubt == ""}, doubt
}
