package format

import (
	"strings"

	"github.com/rogpeppe/go-internal/diff"
)

// Diff shows how a text changes, in the unified form: the lines that go with a
// minus, those that come with a plus, and three lines around them. It is ""
// when nothing changes. A line end that is not a plain one is part of its line.
func Diff(name, before, after string) string {
	found := string(diff.Diff(name, []byte(before), name, []byte(after)))
	_, found, _ = strings.Cut(found, "\n") // a line that says the name twice
	return found
}
