// Package slip knows how people write numbers, days, signs and the absence of a
// value where a file wants them otherwise, and which characters come along that
// nobody meant. It promises to say only what was meant beyond doubt: what may be
// two things comes back as both, and what may be anything not at all.
//
// It knows nothing of atlases, nor of what a field wants.
package slip

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Meant is a value that was written otherwise than a file has it.
type Meant struct {
	What  string // one clause: what is not written so
	Write string // the value as a file has it
	Or    string // another value that may be meant, or ""
	If    string // one clause: when it is meant
}

// Remedy is one sentence: what to write.
func (m Meant) Remedy() string {
	if m.Or == "" {
		return fmt.Sprintf("Write %s.", m.Write)
	}
	return fmt.Sprintf("Write %s, or %s if %s.", m.Write, m.Or, m.If)
}

// dashes are the characters that people take for a hyphen or a minus sign: the
// hyphens, dashes and minus signs of Unicode, but those of East Asian scripts.
const dashes = "-\u00ad\u02d7\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2796\ufe58\ufe63\uff0d"

// IsDash holds for every sign that people type for a hyphen, a dash or a minus: they
// are one sign for reading.
func IsDash(r rune) bool { return strings.ContainsRune(dashes, r) }

// Signs is a text with one sign for all that look like a hyphen, and one for all
// that look like a plus sign.
func Signs(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case IsDash(r):
			return '-'
		case r == '＋', r == '﹢', r == '➕':
			return '+'
		}
		return r
	}, text)
}

// absences are the words and signs that stand for nothing known, in small
// letters, as offices and their tables write them.
const absences = "|-|--|---|.|..|...|…|?|??|x|:|*|/|n|na|n/a|n.a.|n.a|nd|n.d.|n.d|k.a.|none|null|nil|nothing|" +
	"unknown|not known|missing|not available|unavailable|no data|no value|not reported|" +
	"tbd|tba|to do|todo|" +
	"xx|xxx|unbekannt|inconnu|"

// IsAbsence holds for a text that says that nothing is known.
func IsAbsence(text string) bool {
	text = strings.ToLower(strings.TrimSpace(Signs(text)))
	return text != "" && !strings.Contains(text, "|") && strings.Contains(absences, "|"+text+"|")
}

// latin are letters of other scripts that look like Latin ones, with those.
const (
	others = "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονɑ"
	latin  = "ABESIJKMHOPCTYXaesijopcyxdqwABEZHIKMNOPTYXova"
)

// Latin is a text with Latin letters for those of other scripts that look alike,
// and with letters and digits of their usual width.
func Latin(text string) string {
	from, to := []rune(others), []rune(latin)
	return strings.Map(func(r rune) rune {
		if i := slices.Index(from, r); i >= 0 {
			return to[i]
		}
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, text)
}

// Lookalike is a clause about the first letter of a text that only looks like a
// Latin one, to stand behind what is said of the text; "" without such a letter.
func Lookalike(text string) string {
	for _, r := range text {
		if Latin(string(r)) == string(r) {
			continue
		}
		script := "wide"
		switch {
		case unicode.Is(unicode.Cyrillic, r):
			script = "Cyrillic"
		case unicode.Is(unicode.Greek, r):
			script = "Greek"
		}
		return fmt.Sprintf(": its \"%c\" is a %s letter (U+%04X)", r, script, r)
	}
	return ""
}

// LeavesNoMark holds for a character that nobody sees: blanks of all kinds, and
// letters that are empty.
func LeavesNoMark(r rune) bool {
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) ||
		strings.ContainsRune("\u115f\u1160\u2800\u3164\uffa0", r)
}
