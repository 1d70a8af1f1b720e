package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/slip"
)

// longest is how many characters of a line are shown.
const longest = 120

// underline cuts a long line around its fault and draws the caret below.
func underline(p problem.Problem) (text, caret string) {
	line := []rune(p.Text)
	start := max(0, p.Col-1)
	from, to := window(len(line), start)
	under := max(1, min(p.Width, to-start))
	shown, blank, marks := "", "", 0
	if from > 0 {
		shown, blank = "…", " "
	}
	for i := from; i < to; i++ {
		r := printable(line[i])
		shown += string(r)
		switch {
		case i >= start && i < start+under:
			marks += cells(r)
		case i < start && r == '\t':
			blank += "\t"
		case i < start:
			blank += strings.Repeat(" ", cells(r))
		}
	}
	if to < len(line) {
		shown += "…"
	}
	return shown, blank + strings.Repeat("^", max(1, marks))
}

// window is the part of a line of n characters that shows the one at start.
func window(n, start int) (from, to int) {
	if start > longest/2 && n > longest {
		from = max(0, min(start-longest/4, n-1))
	}
	return from, min(n, from+longest)
}

// printable keeps characters that nobody sees, or that would play tricks on a
// terminal, from doing so.
func printable(r rune) rune {
	switch {
	case r == '\t':
		return r
	case unicode.IsControl(r), slip.BlemishOf(r).Name != "":
		return '�'
	}
	return r
}

// cells is how many columns of a terminal a character takes: none when it sits
// on the one before, two for the wide ones of East Asia and for pictures
// (Unicode Standard Annex 11).
func cells(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
