package words

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Whole writes a whole number with a mark between thousands.
func (l *Language) Whole(n int) string {
	sign, digits := "", strconv.Itoa(n)
	if rest, negative := strings.CutPrefix(digits, "-"); negative {
		sign, digits = minus, rest
	}
	return sign + l.grouped(digits)
}

// minus is the sign of a number below zero: a hyphen is too short for it.
const minus = "−"

// Number writes a number with at least the given number of decimals, more where
// the number has more, and a mark between thousands.
func (l *Language) Number(number float64, decimals int) string {
	number += 0 // no "−0"
	text := strconv.FormatFloat(number, 'f', -1, 64)
	if _, fraction, _ := strings.Cut(text, "."); len(fraction) < decimals {
		text = strconv.FormatFloat(number, 'f', decimals, 64)
	}
	sign := ""
	if strings.HasPrefix(text, "-") {
		sign, text = minus, text[1:]
	}
	whole, fraction, _ := strings.Cut(text, ".")
	if fraction != "" {
		fraction = l.point + fraction
	}
	return sign + l.grouped(whole) + fraction
}

func (l *Language) grouped(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + l.thousands + digits[i:]
	}
	return digits
}

// Day writes a day of the calendar: 21 November 2026. Months count from 1.
func (l *Language) Day(year, month, day int) string {
	name := strconv.Itoa(month)
	if month >= 1 && month <= len(l.months) {
		name = l.months[month-1]
	}
	return strings.NewReplacer("{day}", strconv.Itoa(day), "{month}", name,
		"{year}", strconv.Itoa(year)).Replace(l.dayFormat)
}

// List joins words with commas and an "and" before the last.
func (l *Language) List(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	last := len(list) - 1
	return strings.Join(list[:last], ", ") + " " + l.and + " " + list[last]
}

// Capital writes a text with a capital at its beginning.
func (l *Language) Capital(text string) string {
	if before, lang, rest, marked := Unmark(text); marked && before == "" && lang != "" {
		return text[:len(text)-len(rest)] + l.Capital(rest)
	}
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return strings.ToUpper(string(r)) + text[size:]
}

// Inside writes a name as it stands inside a sentence: in English with a small
// letter, unless it begins with an abbreviation or with what always has a capital.
func (l *Language) Inside(name string) string {
	if before, lang, rest, marked := Unmark(name); marked && before == "" && lang != "" {
		return name[:len(name)-len(rest)] + l.Inside(rest) // the mark stays where it is
	}
	r := []rune(name)
	if !l.lowers || l.capital != "" && strings.HasPrefix(name, l.capital) || len(r) == 0 ||
		len(r) > 1 && !unicode.IsLower(r[1]) {
		return name
	}
	return strings.ToLower(string(r[0])) + string(r[1:])
}
