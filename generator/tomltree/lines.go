package tomltree

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// lines finds the line and the column of each byte of a text of UTF-8, at once
// wherever it is.
type lines struct {
	text   string
	starts []int // the first byte of each line
	runes  []int // characters before each step of the text
}

// step is after how many bytes characters are counted anew.
const step = 256

// newLines counts the lines of a text.
func newLines(text string) lines {
	l := lines{text: text}
	l.starts = make([]int, 1, strings.Count(text, "\n")+1)
	l.runes = make([]int, 1, len(text)/step+1)
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
		l.starts = append(l.starts, at)
	}
	for at := step; at <= len(text); at += step {
		l.runes = append(l.runes, l.runes[len(l.runes)-1]+characters(text[at-step:at]))
	}
	return l
}

// characters counts those that start in a piece of a text.
func characters(piece string) int {
	n := 0
	for i := range len(piece) {
		if utf8.RuneStart(piece[i]) {
			n++
		}
	}
	return n
}

// before is how many characters start before a byte.
func (l lines) before(offset int) int {
	return l.runes[offset/step] + characters(l.text[offset/step*step:offset])
}

// Position is the line and the column, in characters, both from 1, of a byte,
// or of the end for one behind it.
func (l lines) Position(offset int) (line, col int) {
	offset = min(offset, len(l.text))
	line, _ = slices.BinarySearch(l.starts, offset+1)
	return line, l.before(offset) - l.before(l.starts[line-1]) + 1
}

// Place is the position of a span, and its width in characters on its first
// line, at least 1: a caret never reaches beyond its line.
func (l lines) Place(s Span) (line, col, width int) {
	line, col = l.Position(s.Start)
	end := min(s.End, len(l.text))
	if line < len(l.starts) {
		end = min(end, l.starts[line]-1)
	}
	return line, col, max(1, l.before(max(end, s.Start))-l.before(s.Start))
}

// Position is the line and the column of a byte of the text.
func (t *Tree) Position(offset int) (line, col int) { return t.lines().Position(offset) }

// Place is the line, the column and the width of a span of the text.
func (t *Tree) Place(s Span) (line, col, width int) { return t.lines().Place(s) }
