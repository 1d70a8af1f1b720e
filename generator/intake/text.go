package intake

import (
	"fmt"
	"path"
	"strings"
	"unicode"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/source"
)

// Limit is how many bytes a source may have.
const Limit = 32 << 20

// plain is a source as UTF-8 text with plain line ends and no byte order mark.
func plain(name string, data []byte) (string, error) {
	name = problem.Quote(path.Base(name))
	if len(data) > Limit {
		return "", fmt.Errorf("%s has more than %d MB, which is no page and no table of regions; "+
			"cut it to the regions and years that you need", name, Limit>>20)
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	if at, what, remedy := source.NotText(text); at >= 0 {
		line := strings.Count(text[:at], "\n") + 1
		remedy = strings.TrimSuffix(remedy, ".")
		return "", fmt.Errorf("line %d of %s: %s. %s", line, name, what, remedy)
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), nil
}

// tidy collapses blanks of every kind, and drops characters that nobody sees.
func tidy(text string) string {
	seen := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(seen), " ")
}

// isDash holds for every sign that people type for a hyphen, dash or minus.
func isDash(r rune) bool { return strings.ContainsRune("-‐‑‒–—−", r) }

// dashed writes every dash as a hyphen.
func dashed(text string) string {
	return strings.Map(func(r rune) rune {
		if isDash(r) {
			return '-'
		}
		return r
	}, text)
}

// dashCut cuts a text at its last dash that has a blank at one side at least:
// "IMEC- academic". ok is false without such a dash.
func dashCut(text string) (before, after string, ok bool) {
	runes := []rune(text)
	for i := len(runes) - 1; i >= 0; i-- {
		if isDash(runes[i]) && (i == 0 || runes[i-1] == ' ' || i+1 < len(runes) && runes[i+1] == ' ') {
			return strings.TrimSpace(string(runes[:i])), strings.TrimSpace(string(runes[i+1:])), true
		}
	}
	return text, "", false
}

// dashSplit is dashCut at the first such dash.
func dashSplit(text string) (before, after string, ok bool) {
	runes := []rune(text)
	for i, r := range runes {
		if isDash(r) && i > 0 && (runes[i-1] == ' ' || i+1 < len(runes) && runes[i+1] == ' ') {
			return strings.TrimSpace(string(runes[:i])), strings.TrimSpace(string(runes[i+1:])), true
		}
	}
	return text, "", false
}
