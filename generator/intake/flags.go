package intake

import (
	"fmt"
	"regexp"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// flagged is a value with the flags of a statistical office behind it: "7422 p"
// and ": c".
var flagged = regexp.MustCompile(`^([0-9.,-]*[0-9]|:)\s*([a-z]{1,4})$`)

// flagWords is what the observation flags mean, after Eurostat's list.
var flagWords = map[byte]string{
	'b': "break in time series", 'c': "confidential", 'd': "definition differs",
	'f': "forecast", 'i': "see the source's notes", 'n': "not significant", 'r': "revised",
	's': "estimate of Eurostat", 'u': "low reliability", 'z': "not applicable",
}

// conditionOf reads the status of a value: a word of the atlas, or flags, of
// which p is provisional, e estimated, and the rest goes into the remark.
func conditionOf(text string) (status, remark, doubt string) {
	text = strings.ToLower(strings.TrimSpace(text))
	switch text {
	case "", "a": // a is a normal value
		return "", "", ""
	case "estimated", "provisional":
		return text, "", ""
	case "reported":
		return "", "", ""
	case region.NotReported:
		return "", "", "the row gives a value and yet says \"not reported\""
	}
	if len(text) > 4 {
		return "", "", problem.Quote(text) +
			" is no status; write estimated or provisional, or leave it out"
	}
	var rest []string
	for i := range len(text) {
		switch words, known := flagWords[text[i]]; {
		case text[i] == 'e':
			status = "estimated"
		case text[i] == 'p' && status == "":
			status = "provisional"
		case text[i] == 'p':
			rest = append(rest, "p (provisional)")
		case known:
			rest = append(rest, fmt.Sprintf("%c (%s)", text[i], words))
		default:
			return "", "", fmt.Sprintf("%s is no flag that is known here", problem.Quote(text))
		}
	}
	if len(rest) > 0 {
		remark = "Flags of the source: " + strings.Join(rest, ", ") + "."
	}
	return status, remark, ""
}
