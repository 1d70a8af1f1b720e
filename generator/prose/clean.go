package prose

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// clean returns the text with line ends as "\n" and every character that HTML forbids as
// U+FFFD. Each bad byte becomes one character, so that columns stay those of the editor's
// file.
func clean(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.ReplaceAll(s, "\r", "\n")
	return strings.Map(allowed, s) // ranges over bad bytes as U+FFFD, one each
}

// allowed maps the characters that are parse errors in HTML to U+FFFD: controls other
// than tab and newline, surrogates and noncharacters
// (https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream).
func allowed(r rune) rune {
	switch {
	case r == '\t' || r == '\n':
		return r
	case r < 0x20, r >= 0x7F && r <= 0x9F:
		return utf8.RuneError
	case r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
		return utf8.RuneError
	}
	return r
}

// plainText joins the words of each line with single spaces and drops empty lines.
func plainText(raw []byte) string {
	var lines []string
	for line := range bytes.Lines(raw) {
		if words := strings.Fields(string(line)); len(words) > 0 {
			lines = append(lines, strings.Join(words, " "))
		}
	}
	return strings.Join(lines, "\n")
}
