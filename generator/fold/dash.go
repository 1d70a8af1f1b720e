package fold

import "strings"

// IsDash holds for every sign that people type for a hyphen, dash or minus: they
// are one sign for reading.
func IsDash(r rune) bool { return strings.ContainsRune("-‐‑‒–—―−﹣－", r) }

// Dashes writes every dash and minus as a hyphen.
func Dashes(text string) string {
	return strings.Map(func(r rune) rune {
		if IsDash(r) {
			return '-'
		}
		return r
	}, text)
}
