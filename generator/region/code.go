package region

import (
	"fmt"
	"strings"

	"regional-atlas/generator/slip"
)

// IsNUTS reports whether text has the form of a NUTS code of level 0 to 3.
func IsNUTS(text string) bool {
	if len(text) < 2 || len(text) > 5 {
		return false
	}
	for i, r := range text {
		letter := r >= 'A' && r <= 'Z'
		if !letter && (i < 2 || r < '0' || r > '9') {
			return false
		}
	}
	return true
}

// IsOwn reports whether text has the form of a code of an atlas's own boundaries: two
// capital letters for the country, a hyphen, and up to twenty capital letters, digits or
// single hyphens, as ISO 3166-2 writes parts of countries.
func IsOwn(text string) bool {
	const most = 20
	country, own, found := strings.Cut(text, "-")
	if !found || len(country) != 2 || !IsNUTS(country) || own == "" || len(own) > most {
		return false
	}
	for part := range strings.SplitSeq(own, "-") {
		foreign := func(r rune) bool { return (r < 'A' || r > 'Z') && (r < '0' || r > '9') }
		if part == "" || strings.ContainsFunc(part, foreign) {
			return false
		}
	}
	return true
}

// IsCode reports whether text can be the code of a region.
func IsCode(text string) bool { return IsNUTS(text) || IsOwn(text) }

// OwnLevel is the level of regions whose codes are not those of NUTS: below all of its.
const OwnLevel = 4

// meantCode offers the code that a text becomes in capitals and without spaces
// or hyphens, as the start of a remedy, or "".
func meantCode(text string) string {
	code := strings.ToUpper(strings.NewReplacer(" ", "", "-", "", "_", "", ".",
		"").Replace(slip.Latin(text)))
	if upper := strings.ToUpper(text); !IsNUTS(code) && IsOwn(upper) {
		code = upper
	}
	if !IsCode(code) {
		return ""
	}
	return fmt.Sprintf("Did you mean %q? ", code)
}
