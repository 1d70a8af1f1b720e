package sheet

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"regional-atlas/generator/fold"
	"regional-atlas/generator/slip"
)

// Firmness is how firm a value is.
type Firmness struct {
	Status  string   // estimated, provisional, or "" for an ordinary value
	Missing bool     // there is no value
	Notes   []string // flags that are neither, each with its meaning
	Odd     string   // what is no flag, or ""
}

// flagWords are the flags of observations: those of Eurostat and of SDMX.
var flagWords = map[byte]string{
	'a': "normal value", 'b': "break in time series", 'c': "confidential",
	'd': "definition differs", 'e': "estimated", 'f': "forecast", 'g': "experimental",
	'i': "see the source's notes", 'k': "included elsewhere", 'l': "missing", 'm': "missing",
	'n': "not significant", 'o': "missing", 'p': "provisional", 'r': "revised",
	's': "estimate of Eurostat", 'u': "low reliability", 'v': "not validated",
	'z': "not applicable",
}

// spelt are flags that are written out, beside their meanings above.
var spelt = map[string]byte{
	"estimate": 'e', "estimatedvalue": 'e', "estimatedfigure": 'e',
	"provisionalvalue": 'p', "provisionaldata": 'p', "preliminary": 'p',
	"reported": 'a', "normal": 'a', "final": 'a', "break": 'b', "forecastvalue": 'f',
	"missingvalue": 'm', "notavailable": 'm', "unreliable": 'u', "confidentialvalue": 'c',
	"revisedvalue": 'r',
}

// between writes what stands around and between flags as blanks and commas.
var between = strings.NewReplacer("(", " ", ")", " ", "[", " ", "]", " ", "+", ",", "/",
	",", ";", ",")

// FirmnessOf reads the flags of a value as they are written: p, be, "b, p", (p),
// "p: provisional", "estimated value".
func FirmnessOf(text string) Firmness {
	var f Firmness
	for _, item := range strings.Split(between.Replace(text), ",") {
		if item = strings.TrimSpace(item); item == "" {
			continue
		}
		letters := lettersOf(item)
		if letters == "" {
			f.Odd = item
			return f
		}
		for i := range len(letters) {
			f.add(letters[i])
		}
	}
	return f
}

// single are flags that no other stands beside, so that words such as man are none.
const single = "aglmokv"

// mostLetters is more flags than one value has.
const mostLetters = 4

// lettersOf are the flags of one item, or "" when it has none.
func lettersOf(item string) string {
	code, meaning, hasMeaning := strings.Cut(item, ":")
	if hasMeaning && isLetters(code) && meaning != "" {
		return strings.ToLower(strings.TrimSpace(code))
	}
	words := strings.Join(fold.Words(item), "")
	if letter, known := spelt[words]; known {
		return string(letter)
	}
	for letter, meaning := range flagWords {
		if strings.Join(fold.Words(meaning), "") == words && letter != 'o' && letter != 'l' {
			return string(letter)
		}
	}
	first, rest, _ := strings.Cut(item, " ")
	if rest != "" && isLetters(first) && lettersOf(rest) != "" {
		if isLetters(rest) {
			return strings.ToLower(first + rest)
		}
		return strings.ToLower(first) // p (provisional)
	}
	if isLetters(item) {
		return strings.ToLower(item)
	}
	return ""
}

func isLetters(text string) bool {
	text = strings.ToLower(strings.TrimSpace(text))
	for i, r := range text {
		isFlag := r <= 'z' && flagWords[byte(r)] != ""
		isAlone := len(text) == 1 || !strings.ContainsRune(single, r)
		if !isFlag || !isAlone || strings.ContainsRune(text[:i], r) {
			return false
		}
	}
	return text != "" && len(text) <= mostLetters
}

func (f *Firmness) add(letter byte) {
	switch {
	case letter == 'a':
	case letter == 'e':
		if f.Status == "provisional" {
			f.note("p (provisional)")
		}
		f.Status = "estimated"
	case letter == 'p' && f.Status == "":
		f.Status = "provisional"
	case slices.Contains([]byte("lmo"), letter):
		f.Missing = true
	default:
		f.note(fmt.Sprintf("%c (%s)", letter, flagWords[letter]))
	}
}

func (f *Firmness) note(text string) {
	if !slices.Contains(f.Notes, text) {
		f.Notes = append(f.Notes, text)
	}
}

// flagged is a value with flags behind it: "7422 p", "594 323 (e)", ": c". What is
// missing in SDMX is left out: 5 m may be five million.
var flagged = regexp.MustCompile(`^([-+]?[0-9][0-9.,'’ ]*%?|:)\s*` +
	`\(?((?:[a-finprsuz][, ]{0,2}){1,4}|[A-Za-z]{1,2}: ?[a-z ]+|` +
	`(?i:estimated|provisional|estimate|preliminary))\)?$`)

// CutFlags parts a value from the flags behind it.
func CutFlags(text string) (value, flags string) {
	if m := flagged.FindStringSubmatch(slip.Signs(text)); m != nil && FirmnessOf(m[2]).Odd == "" {
		return strings.TrimSpace(m[1]), strings.TrimSpace(m[2])
	}
	return text, ""
}

// missing are the marks that stand for a missing value. Some offices write them
// for a nil, or for a tick.
var missing = []string{
	"..", ".", "...", "-", "--", "---", "x", "xx", "n.a.", "n.a", "na", "n/a", "#n/a", "n.d.",
	"nd", "n.v.", "k.a.", "k. a.",
	"c", "nan", "null", "none", "*", "/", "//", "///", "not available",
}

// MissingMark is the mark for a missing value that a text is, as it is compared
// with others, or "".
func MissingMark(text string) string {
	mark := strings.ToLower(strings.ReplaceAll(slip.Signs(text), "…", "..."))
	if slices.Contains(missing, mark) {
		return mark
	}
	return ""
}
