package main

import (
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"
	"unicode"

	"regional-atlas/generator/problem"
)

// report prints problems as a person reads them: where, what, the line as
// typed with a caret under it, and how to mend it.
func report(w io.Writer, regions string, problems []problem.Problem) {
	for _, p := range problems {
		kind := ""
		if p.Warning {
			kind = "warning: "
		}
		fmt.Fprintf(w, "%s:%d:%d: %s%s [%s]\n", path.Join(filepath.ToSlash(regions), p.File), p.Line, p.Col, kind, p.What, p.Code)
		if strings.TrimSpace(p.Text) != "" {
			text, caret := underline(p)
			fmt.Fprintf(w, "%5d | %s\n      | %s\n", p.Line, text, caret)
		}
		fmt.Fprintf(w, "        %s\n\n", p.Remedy)
	}
}

// longest is how much of a line is shown.
const longest = 120

// underline cuts a long line around its fault and draws the caret below.
func underline(p problem.Problem) (text, caret string) {
	line := []rune(p.Text)
	from := 0
	if start := p.Col - 1; start > longest/2 {
		from = min(start-longest/4, max(0, len(line)-1))
	}
	to := min(len(line), from+longest)
	var blank strings.Builder
	for _, r := range line[from:min(max(p.Col-1, from), to)] {
		if r == '\t' {
			blank.WriteRune(r)
			continue
		}
		blank.WriteByte(' ')
	}
	width := max(1, min(p.Width, to-(p.Col-1)))
	return printable(string(line[from:to])), blank.String() + strings.Repeat("^", width)
}

// printable keeps control characters from playing tricks on a terminal.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			return '�'
		}
		return r
	}, text)
}

// tally counts faults and warnings in words.
func tally(problems []problem.Problem) string {
	fatal := problem.Fatal(problems)
	warnings := len(problems) - fatal
	text := number(fatal, "fault")
	switch {
	case fatal == 0:
		return number(warnings, "warning")
	case warnings > 0:
		text += " and " + number(warnings, "warning")
	}
	return text
}

func number(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
