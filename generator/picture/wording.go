package picture

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What is read of a text: bytes, and then letters.
const mostBytes, mostLetters = 2048, 240

// hardSpace is the space at which no line ends.
const hardSpace = '\u00a0'

// clean drops what has no shape of its own (control and format characters,
// which include those that turn the direction of writing, and private and
// broken ones), turns every kind of space into one plain space, and cuts what is too long.
func clean(words string) []rune {
	if len(words) > mostBytes {
		words = words[:mostBytes]
	}
	var list []rune
	space := rune(0) // what stands between two words
	for _, r := range words {
		switch r = plain(r); {
		case r == ' ' || r == hardSpace:
			if space != 0 || len(list) == 0 {
				r = ' '
			}
			space = r
			continue
		case r == utf8.RuneError || unicode.In(r, unicode.C):
			continue
		case len(list) >= mostLetters:
			return append(list[:mostLetters-1], '…')
		}
		if space != 0 && len(list) > 0 {
			list = append(list, space)
		}
		space = 0
		list = append(list, r)
	}
	return list
}

// plain gives characters that only differ in how lines break their common form.
func plain(r rune) rune {
	switch {
	case r == '\u2011' || r == '\u2010': // hyphens
		return '-'
	case r == hardSpace:
		return r
	case unicode.IsSpace(r) || unicode.In(r, unicode.Z):
		return ' '
	}
	return r
}

// wrap breaks a text into lines of a measure (sixty-fourths of a pixel), after
// spaces, hyphens, dashes and strokes; false when a word is too long or the lines are too many.
func (t *text) wrap(size, measure, most int) ([]piece, bool) {
	var lines []piece
	for from := 0; from < len(t.runes); {
		if len(lines) == most {
			return lines, false
		}
		line, next := t.line(from, size, measure)
		if line.to == from {
			return lines, false
		}
		lines = append(lines, line)
		from = next
	}
	return lines, true
}

// line takes as many words as fit; next is where the following line begins.
func (t *text) line(from, size, measure int) (line piece, next int) {
	line, next = piece{from: from, to: from}, from
	for i := from; i < len(t.runes); i++ {
		end, after, ok := t.ending(i)
		if !ok {
			continue
		}
		if t.width(piece{from: from, to: end}, size) > measure {
			break
		}
		line.to, next = end, after
	}
	return line, next
}

// ending says whether a line may end with letter i: where, and where the next begins.
func (t *text) ending(i int) (end, next int, ok bool) {
	switch {
	case t.runes[i] == ' ':
		return i, i + 1, true
	case i == len(t.runes)-1:
		return i + 1, i + 1, true
	case strings.ContainsRune("-–—/", t.runes[i]):
		return i + 1, i + 1, t.runes[i+1] != ' ' && !t.isShort(i+1)
	}
	return 0, 0, false
}

// isShort says that a part of a word from letter i on is an abbreviation, as that of a
// country, which does not begin a line: GeoBasis-DE.
func (t *text) isShort(i int) bool {
	const shortest = 3
	end := i
	for end < len(t.runes) && unicode.IsUpper(t.runes[end]) {
		end++
	}
	return end-i < shortest && (end == len(t.runes) || !unicode.IsLetter(t.runes[end]))
}

// force breaks a text into at most so many lines wherever they are full, and
// ends in an ellipsis when words remain.
func (t *text) force(size, measure, most int) []piece {
	var lines []piece
	for from := 0; from < len(t.runes) && len(lines) < most; {
		line, next := t.line(from, size, measure)
		if line.to == from {
			line.to = t.fitting(piece{from: from}, size, measure)
			next = line.to
		}
		lines = append(lines, line)
		from = next
		if len(lines) == most && from < len(t.runes) {
			last := &lines[most-1]
			last.cut = true
			last.to = t.fitting(*last, size, measure)
		}
	}
	return lines
}

// fitting is where a line that may break inside a word is full; it has at least one letter.
func (t *text) fitting(p piece, size, measure int) int {
	p.to = p.from + 1
	for p.to < len(t.runes) {
		if p.to++; t.width(p, size) > measure {
			p.to--
			break
		}
	}
	for p.cut && p.to > p.from+1 && strings.ContainsRune(" ,.;:-–", t.runes[p.to-1]) {
		p.to--
	}
	return p.to
}

// balance narrows the measure as far as the number of lines allows, so that
// the lines become about equally long.
func (t *text) balance(size, measure int, lines []piece) []piece {
	low, high := measure/2, measure
	for high-low > pixel {
		middle := (low + high) / 2
		if narrow, ok := t.wrap(size, middle, len(lines)); ok {
			lines, high = narrow, middle
		} else {
			low = middle
		}
	}
	return lines
}
