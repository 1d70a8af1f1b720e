package main

import (
	"strings"
	"unicode"

	"regional-atlas/generator/problem"
)

// longest is how many characters of a line are shown.
const longest = 120

// underline cuts a long line around its fault and draws the caret below.
func underline(p problem.Problem) (text, caret string) {
	line := []rune(p.Text)
	start := max(0, p.Col-1)
	from, to := window(len(line), start)
	width := max(1, min(p.Width, to-start))
	shown, blank, marks := "", "", 0
	if from > 0 {
		shown, blank = "…", " "
	}
	for i := from; i < to; i++ {
		r := printable(line[i])
		shown += string(r)
		switch {
		case i >= start && i < start+width:
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
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == '\u2028', r == '\u2029':
		return '�'
	}
	return r
}

// cells is how many columns of a terminal a character takes: none when it sits
// on the one before, two for the wide ones of East Asia and for pictures
// (Unicode Standard Annex 11).
func cells(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case unicode.Is(wide, r):
		return 2
	}
	return 1
}

var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x1100, Hi: 0x115F, Stride: 1}, {Lo: 0x231A, Hi: 0x231B, Stride: 1}, {Lo: 0x23E9, Hi: 0x23EC, Stride: 1},
		{Lo: 0x2614, Hi: 0x2615, Stride: 1}, {Lo: 0x26A1, Hi: 0x26A1, Stride: 1}, {Lo: 0x2705, Hi: 0x2705, Stride: 1},
		{Lo: 0x274C, Hi: 0x274C, Stride: 1}, {Lo: 0x2753, Hi: 0x2755, Stride: 1}, {Lo: 0x2B50, Hi: 0x2B50, Stride: 1},
		{Lo: 0x2E80, Hi: 0x303E, Stride: 1}, {Lo: 0x3041, Hi: 0x33FF, Stride: 1}, {Lo: 0x3400, Hi: 0x4DBF, Stride: 1},
		{Lo: 0x4E00, Hi: 0x9FFF, Stride: 1}, {Lo: 0xA000, Hi: 0xA4CF, Stride: 1}, {Lo: 0xA960, Hi: 0xA97F, Stride: 1},
		{Lo: 0xAC00, Hi: 0xD7A3, Stride: 1}, {Lo: 0xF900, Hi: 0xFAFF, Stride: 1}, {Lo: 0xFE30, Hi: 0xFE6F, Stride: 1},
		{Lo: 0xFF00, Hi: 0xFF60, Stride: 1}, {Lo: 0xFFE0, Hi: 0xFFE6, Stride: 1},
	},
	R32: []unicode.Range32{
		{Lo: 0x1F300, Hi: 0x1F64F, Stride: 1}, {Lo: 0x1F680, Hi: 0x1F6FF, Stride: 1}, {Lo: 0x1F900, Hi: 0x1F9FF, Stride: 1},
		{Lo: 0x1FA70, Hi: 0x1FAFF, Stride: 1}, {Lo: 0x20000, Hi: 0x3FFFD, Stride: 1},
	},
}
