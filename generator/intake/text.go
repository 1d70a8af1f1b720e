package intake

import (
	"fmt"
	"path"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/slip"
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

// dashCut cuts a text at its last dash that has a blank at one side at least:
// "IMEC- academic". ok is false without such a dash.
func dashCut(text string) (before, after string, ok bool) {
	runes := []rune(text)
	for i := len(runes) - 1; i >= 0; i-- {
		if slip.IsDash(runes[i]) && (i == 0 || runes[i-1] == ' ' || i+1 < len(runes) &&
			runes[i+1] == ' ') {
			return strings.TrimSpace(string(runes[:i])),
				strings.TrimSpace(string(runes[i+1:])), true
		}
	}
	return text, "", false
}

// dashSplit is dashCut at the first such dash.
func dashSplit(text string) (before, after string, ok bool) {
	runes := []rune(text)
	for i, r := range runes {
		if slip.IsDash(r) && i > 0 && (runes[i-1] == ' ' || i+1 < len(runes) && runes[i+1] == ' ') {
			return strings.TrimSpace(string(runes[:i])),
				strings.TrimSpace(string(runes[i+1:])), true
		}
	}
	return text, "", false
}
