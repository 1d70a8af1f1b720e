package sheet

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"regional-atlas/generator/fold"
)

// scales are the words for a multiplier.
var scales = map[string]float64{
	"ths": 1e3, "thsd": 1e3, "thousand": 1e3, "thousands": 1e3, "tsd": 1e3, "tausend": 1e3,
	"milliers": 1e3, "1000": 1e3, "000s": 1e3, "mio": 1e6, "mln": 1e6, "million": 1e6,
	"millions": 1e6, "millionen": 1e6, "1000000": 1e6, "bn": 1e9, "billion": 1e9, "mrd": 1e9,
	"hundred": 100, "hundreds": 100, "units": 1,
}

// counts are the words for a number of people or things.
var counts = fold.Words("nr number persons person per people pers hab inhabitants inhabitant " +
	"count counts total head heads units unit anzahl")

// A thousand and a million with blanks or marks between their groups.
var (
	thousandGroup = regexp.MustCompile(`\b1[ .,'’]000\b`)
	millionGroup  = regexp.MustCompile(`\b1000[ .,'’]000\b`)
)

// Unit is a unit without its multiplier.
type Unit struct {
	Times float64 // 1000 for thousands
	Words string  // what is left, as it is compared with others; "" where things are counted
}

// UnitOf reads a unit: THS, "1 000 persons", PC_POP, "euro per inhabitant".
func UnitOf(text string) Unit {
	u := Unit{Times: 1}
	text = millionGroup.ReplaceAllString(thousandGroup.ReplaceAllString(text, "1000"), "1000000")
	words := fold.Words(strings.NewReplacer("%", " percent ", "_", " ").Replace(text))
	var rest []string
	for i, w := range words {
		times, isScale := scales[w]
		switch {
		case isScale && !isPer(words, i):
			u.Times *= times
		case w == "pc" || w == "pct" || w == "prozent":
			rest = append(rest, "percent")
		case w != "in" && (len(rest) > 0 || !slices.Contains(counts, w) || w == "per"):
			rest = append(rest, w)
		}
	}
	if !slices.Equal(rest, []string{"per"}) { // PER is Eurostat's code for persons
		u.Words = strings.Join(rest, " ")
	}
	return u
}

// isPer holds when what stands before a word makes it a divisor: per 1000 people.
func isPer(words []string, i int) bool {
	return i > 0 && slices.Contains([]string{"per", "pro", "je", "par", "pour"}, words[i-1])
}

// TimesOf reads the multiplier of a column of its own: a power of ten, a factor, or
// a word. ok is false when it is none of them.
func TimesOf(text string, power bool) (times float64, ok bool) {
	number, err := strconv.ParseFloat(strings.ReplaceAll(text, " ", ""), 64)
	const mostZeros = 12
	switch {
	case text == "":
		return 1, true
	case err == nil && power && number == math.Trunc(number) && number >= 0 && number <= mostZeros:
		return math.Pow10(int(number)), true
	case err == nil && !power && slices.Contains([]float64{1, 1e3, 1e6, 1e9}, number):
		return number, true
	case err == nil:
		return 0, false
	}
	u := UnitOf(text)
	return u.Times, u.Words == ""
}

// inBrackets is a unit at the end of a head: "Population (thousand)".
var inBrackets = regexp.MustCompile(`^(.+?)\s*(?:\(([^()]+)\)|\[([^\[\]]+)\]|, (.+)| (in .+))$`)

// cutUnit parts a head from the unit at its end, where that says a multiplier.
func cutUnit(head string) (name, unit string) {
	m := inBrackets.FindStringSubmatch(head)
	if m == nil {
		return head, ""
	}
	unit = m[2] + m[3] + m[4] + m[5]
	if name, year := cutYear(unit); year != 0 && name != "" { // in thousand, 2024
		return m[1] + " " + strconv.Itoa(year), name
	}
	if UnitOf(unit).Times == 1 && m[5] != "" || yearOf(unit) != 0 {
		return head, ""
	}
	return m[1], unit
}

// scaleIn is the multiplier that a text speaks of, as it is written, or "".
func scaleIn(text string) string {
	joined := thousandGroup.ReplaceAllString(text, "1000")
	words := fold.Words(joined)
	for i, word := range words {
		if times, isScale := scales[word]; isScale && times > 1 && !isPer(words, i) {
			return word
		}
	}
	return ""
}

// totals are the words of a dimension that mean the whole.
var totals = []string{
	"t", "total", "totl", "tot", "all", "allages", "bothsexes", "totalpopulation", "insgesamt",
	"ensemble", "z",
}

// IsWhole holds when a dimension says of a value that it is of the whole, not of a
// part: the total of sexes and ages, a year of frequencies.
func (a Aside) IsWhole() bool {
	switch word := folded(a.Word); folded(a.Head) {
	case "freq", "frequency", "timefrequency":
		return slices.Contains([]string{"a", "annual", "yearly", "year"}, word)
	default:
		return slices.Contains(totals, word)
	}
}

// Is tells whether a head is that of the dimension.
func (a Aside) Is(head string) bool { return folded(a.Head) == folded(head) }
