package sheet

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"regional-atlas/generator/fold"
)

// FirstYear is before any statistics; a lower number is no year.
const firstYear = 1900

// date is a year, or a day in figures: 2024, 31.12.2021, 2021-12-31.
var date = regexp.MustCompile(`(?:[0-9]{1,2}[./-] ?[0-9]{1,2}[./-] ?)?` +
	`\b((?:19|20)[0-9]{2})(?:-[0-9]{2}-[0-9]{2})?`)

// besides are the words that stand around a day or a year and say no more.
var besides = fold.Words("stand as of on at am zum per au le en the in for year years jahr annee " +
	"end start beginning und and " +
	"january february march april may june july august september october november december " +
	"januar februar marz mai juni juli oktober dezember " +
	"janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre " +
	"jan feb mar apr jun jul aug sep oct nov dec")

// yearOf is the year that a text is, alone or of a day; 0 for anything else, such
// as a month, a quarter or a span.
func yearOf(text string) int {
	name, year := cutYear(text)
	if name != "" {
		return 0
	}
	return year
}

// cutYear parts a head from the one year that stands in it, whose words of a day
// go with it: "Population on 1 January 2024". year is 0 when there is none.
func cutYear(head string) (name string, year int) {
	all := date.FindAllStringSubmatchIndex(head, -1)
	if len(all) != 1 || touches(head, all[0]) {
		return head, 0
	}
	m := all[0]
	year, _ = strconv.Atoi(head[m[2]:m[3]])
	name = strings.TrimSpace(head[:m[0]] + " " + head[m[1]:])
	if words := fold.Words(name); !slices.ContainsFunc(words, isMore) {
		return "", year
	}
	return strings.Trim(trimDay(emptied.ReplaceAllString(name, "")), " _-–.,:;"), year
}

// emptied are brackets out of which a year was cut.
var emptied = regexp.MustCompile(`[(\[]\s*[)\]]`)

// touches holds when a digit, or a letter that makes it a quarter or a month,
// stands right beside a date.
func touches(head string, m []int) bool {
	before, after := head[:m[0]], head[m[1]:]
	return before != "" && isDigit(before[len(before)-1]) ||
		after != "" && (isDigit(after[0]) || part.MatchString(after))
}

// part is what follows a year when not the whole year is meant: a quarter, half or
// month, or another year in two figures.
var part = regexp.MustCompile(`^(?:[-/ ]?[QqSsMmHh][0-9]|[-/][0-9])`)

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func isMore(word string) bool {
	n, err := strconv.Atoi(word)
	return !slices.Contains(besides, word) && (err != nil || n < 1 || n > 31)
}

// trimDay drops what is left of a day at the end of a name: "on 1 January".
func trimDay(name string) string {
	words := strings.Fields(name)
	for n := len(words); n > 1; n-- {
		parts := fold.Words(words[n-1])
		if slices.ContainsFunc(parts, isMore) {
			break
		}
		words = words[:n-1]
	}
	return strings.Join(words, " ")
}
