package words

import (
	"strconv"
	"strings"
)

// entry is one line of a catalogue: a key and its sentence, both in quotes.
type entry struct {
	key, text string
	line      int // from 1
}

// entries reads a catalogue: lines of "key" = "text", the simplest TOML there is,
// with comments and empty lines between them. Lines that are something else are
// left out; a test holds that our own catalogues have none.
func entries(catalogue string) []entry {
	var list []entry
	for i, line := range strings.Split(catalogue, "\n") {
		key, rest, isKey := quoted(strings.TrimSpace(line))
		rest, isEntry := strings.CutPrefix(strings.TrimSpace(rest), "=")
		text, rest, isText := quoted(strings.TrimSpace(rest))
		if isKey && isEntry && isText && strings.TrimSpace(rest) == "" {
			list = append(list, entry{key, text, i + 1})
		}
	}
	return list
}

// quoted takes a text in quotes from the beginning of a line.
func quoted(line string) (text, rest string, ok bool) {
	quote, err := strconv.QuotedPrefix(line)
	if err != nil {
		return "", line, false
	}
	text, err = strconv.Unquote(quote)
	return text, line[len(quote):], err == nil
}
