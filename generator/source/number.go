package source

import (
	"fmt"
	"regexp"
	"strings"

	"regional-atlas/generator/tomltree"
)

// wording is the two sentences of a fault.
type wording struct{ what, remedy string }

var (
	commas   = regexp.MustCompile(`^[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$`)
	decimals = regexp.MustCompile(`^[0-9]+,[0-9]+$`)
	points   = regexp.MustCompile(`^[0-9]{1,3}(\.[0-9]{3}){2,}$`)
	european = regexp.MustCompile(`^[0-9]{1,3}(\.[0-9]{3})+,[0-9]+$`)
	spaced   = regexp.MustCompile(`^[0-9]{1,3}([ '’\x{a0}\x{2009}\x{202f}][0-9]{3})+$`)

	parted = regexp.MustCompile(`[ '’\x{a0}\x{2009}\x{202f}]`)
)

// partsOfNumbers are the characters that people put between digits.
const partsOfNumbers = "0123456789.,'’ \u00a0\u2009\u202f"

// foreignNumber recognises a number around the offset that is written as people
// write it and TOML does not: 20,20 and 6,596,233 and 6 596 233.
func foreignNumber(text string, offset int) (tomltree.Span, wording, bool) {
	isPart := func(r rune) bool { return strings.ContainsRune(partsOfNumbers, r) }
	offset = min(offset, len(text))
	left := text[:offset]
	start := len(strings.TrimRightFunc(left, isPart))
	right := text[offset:]
	end := offset + len(right) - len(strings.TrimLeftFunc(right, isPart))
	const around = ",.'’ \u00a0\u2009\u202f"
	token := strings.TrimLeft(text[start:end], around)
	start = end - len(token)
	token = strings.TrimRight(token, around)
	if !strings.HasSuffix(strings.TrimRight(text[:start], " \t"), "=") {
		return tomltree.Span{}, wording{}, false // in a list a comma stands between two numbers
	}
	w, ok := numberWords(token)
	return tomltree.Between(start, start+len(token)), w, ok
}

func numberWords(token string) (wording, bool) {
	whole, point := strings.ReplaceAll(token, ",", "_"), strings.ReplaceAll(token, ",", ".")
	const noCommas, notAComma = "a number is written without commas", "decimals stand after a point, not a comma"
	switch {
	case commas.MatchString(token) && decimals.MatchString(token):
		return wording{noCommas, fmt.Sprintf("Write %s, or %s if the comma stands before decimals.", whole, point)}, true
	case commas.MatchString(token):
		return wording{noCommas, fmt.Sprintf("Write %s.", whole)}, true
	case decimals.MatchString(token):
		return wording{notAComma, fmt.Sprintf("Write %s.", point)}, true
	case european.MatchString(token):
		return wording{notAComma, fmt.Sprintf("Write %s.", strings.ReplaceAll(strings.ReplaceAll(token, ".", "_"), ",", "."))}, true
	case points.MatchString(token):
		return wording{"a point stands before decimals only, so not twice", fmt.Sprintf("Write %s.", strings.ReplaceAll(token, ".", "_"))}, true
	case spaced.MatchString(token):
		return wording{"a number is written without spaces", fmt.Sprintf("Write %s.", parted.ReplaceAllString(token, "_"))}, true
	}
	return wording{}, false
}
