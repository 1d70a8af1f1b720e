package intake

import (
	"bytes"
	"fmt"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"regional-atlas/generator/problem"
)

// Limit is how many bytes a source may have.
const Limit = 32 << 20

// plain is a source as UTF-8 text with plain line ends and no byte order mark.
func plain(name string, data []byte) (string, error) {
	name = problem.Quote(path.Base(name))
	switch {
	case len(data) > Limit:
		return "", fmt.Errorf("%s has more than %d MB, which is no page and no table of regions; cut it to the regions and years that you need", name, Limit>>20)
	case bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")):
		return "", fmt.Errorf("%s is saved as UTF-16; save it as UTF-8", name)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if at := foreign(data); at >= 0 {
		line := bytes.Count(data[:at], []byte("\n")) + 1
		b := data[at]
		if b < 0xa0 {
			return "", fmt.Errorf("line %d of %s has the byte 0x%02X, which is no text; save the file as UTF-8 text", line, name, b)
		}
		return "", fmt.Errorf("line %d of %s has the byte 0x%02X, which is not UTF-8; it may be the Latin-1 letter %q. Save the file as UTF-8, and check its accented letters", line, name, b, rune(b))
	}
	return strings.ReplaceAll(strings.ReplaceAll(string(data), "\r\n", "\n"), "\r", "\n"), nil
}

// foreign is the offset of the first byte that is no UTF-8 text, or -1.
func foreign(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == 0 || r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
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
