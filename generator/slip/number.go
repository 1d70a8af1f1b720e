package slip

import (
	"regexp"
	"strings"
)

// gap is what stands between groups of three digits, but commas and points.
const gap = `[ '’_\x{a0}\x{2009}\x{202f}]`

var (
	plain    = regexp.MustCompile(`^[0-9]+(_[0-9]+)*(\.[0-9]+(_[0-9]+)*)?$`)
	commas   = regexp.MustCompile(`^[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$`)
	decimals = regexp.MustCompile(`^[0-9]+,[0-9]+$`)
	points   = regexp.MustCompile(`^[0-9]{1,3}(\.[0-9]{3}){2,}$`)
	european = regexp.MustCompile(`^[0-9]{1,3}(\.[0-9]{3})+,[0-9]+$`)
	spaced   = regexp.MustCompile(`^[0-9]{1,3}(` + gap + `[0-9]{3})+([.,][0-9]+)?$`)

	gaps    = regexp.MustCompile(gap)
	percent = regexp.MustCompile(`^(.*[0-9])` + gap + `?(%|per cent|percent|p\.c\.)$`)
	scaled  = regexp.MustCompile(`^([0-9]+)([.,]([0-9]+))?` + gap +
		`?(thousand|million|millions|mio|mio\.|mn|billion|billions|bn|mrd|mrd\.)$`)
)

// What is not written so.
const (
	noCommas  = "a number is written without commas"
	notAComma = "decimals stand after a point, not a comma"
	noPoints  = "a point stands before decimals only, so not twice"
	noSpaces  = "a number is written without spaces"
	noUnit    = "a number is written without its unit"
	noWords   = "a number is written in digits"
	aMinus    = "a minus sign is written as a hyphen"
	noAbout   = "a number stands alone; that it is rounded belongs into a remark"
)

// about is what stands before a number that is not exact.
var about = regexp.MustCompile(`(?i)^(~|≈|≃|ca\.?|circa|about|around|approx\.?|approximately)\s*`)

// Ungrouped is a number without the gaps between groups of three digits, such as
// 6596233 for 6 596 233; false when it has none.
func Ungrouped(text string) (string, bool) {
	unsigned, isNegative := strings.CutPrefix(Signs(strings.TrimSpace(text)), "-")
	if !spaced.MatchString(unsigned) || strings.ContainsAny(unsigned, ",_") {
		return "", false
	}
	number := gaps.ReplaceAllString(unsigned, "")
	if isNegative {
		number = "-" + number
	}
	return number, true
}

// Number recognises a number that is written as people write it and a file does
// not: 20,20 and 6,596,233 and −8.4 and 20.2% and 6.6 million.
func Number(text string) (Meant, bool) {
	text = strings.TrimSpace(text)
	if prefix := about.FindString(text); prefix != "" {
		m, ok := positive(text[len(prefix):])
		m.What = noAbout
		return m, ok
	}
	number := strings.TrimLeft(Signs(text), " ")
	unsigned, isNegative := strings.CutPrefix(number, "-")
	m, ok := positive(strings.TrimLeft(unsigned, " \u00a0"))
	if !ok {
		return Meant{}, false
	}
	if isNegative {
		m.Write = "-" + m.Write
		if m.Or != "" {
			m.Or = "-" + m.Or
		}
		if m.What == "" && !strings.HasPrefix(text, m.Write) {
			m.What = aMinus
		}
	}
	return m, m.What != ""
}

// Whole recognises the number of a field that holds whole numbers alone: a comma
// stands before thousands there, unless nothing but zeros follow it.
func Whole(text string) (Meant, bool) {
	m, ok := Number(text)
	if !ok {
		return Meant{}, false
	}
	m.Or, m.If = "", ""
	whole, fraction, _ := strings.Cut(m.Write, ".")
	m.Write = whole
	return m, strings.Trim(fraction, "0") == ""
}

// positive recognises a number without a sign; What is "" for one that a file
// has as it is.
func positive(text string) (Meant, bool) {
	if m := percent.FindStringSubmatch(text); m != nil {
		meant, ok := positive(m[1])
		meant.What = noUnit
		return meant, ok
	}
	if m := scaled.FindStringSubmatch(strings.ToLower(text)); m != nil {
		return Meant{What: noWords, Write: inDigits(m[1], m[3], zeros(m[4]))}, true
	}
	whole, point := strings.ReplaceAll(text, ",", "_"), strings.ReplaceAll(text, ",", ".")
	const either = "the comma stands before decimals"
	switch {
	case plain.MatchString(text):
		return Meant{Write: text}, true
	case commas.MatchString(text) && decimals.MatchString(text):
		return Meant{What: noCommas, Write: whole, Or: point, If: either}, true
	case commas.MatchString(text):
		return Meant{What: noCommas, Write: whole}, true
	case decimals.MatchString(text):
		return Meant{What: notAComma, Write: point}, true
	case european.MatchString(text):
		return Meant{What: notAComma,
			Write: strings.ReplaceAll(strings.ReplaceAll(text, ".", "_"), ",", ".")}, true
	case points.MatchString(text):
		return Meant{What: noPoints, Write: strings.ReplaceAll(text, ".", "_")}, true
	case spaced.MatchString(text):
		return Meant{What: noSpaces, Write: gaps.ReplaceAllString(point, "_")}, true
	}
	return Meant{}, false
}

// zeros is how many a word stands for.
func zeros(word string) int {
	switch {
	case word == "thousand":
		return 3
	case strings.HasPrefix(word, "m") && !strings.HasPrefix(word, "mrd"):
		return 6
	}
	return 9
}

// inDigits moves the decimal point of a number to the right.
func inDigits(whole, fraction string, by int) string {
	behind := ""
	if len(fraction) > by {
		fraction, behind = fraction[:by], "."+fraction[by:]
	}
	digits := strings.TrimLeft(whole+fraction+strings.Repeat("0", by-len(fraction)), "0")
	if digits == "" {
		digits = "0"
	}
	return Grouped(digits) + behind
}

// Grouped puts underscores between the thousands of a whole number.
func Grouped(digits string) string {
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + "_" + digits[i:]
	}
	return digits
}
