package prose

import (
	"bytes"
	"regexp"
	"slices"
	"unicode/utf8"
)

// Odd is a piece of Markdown that a writer of plain sentences can hardly have meant: it becomes something else than it
// looks like.
type Odd struct {
	Kind Kind
	Text string // the piece, as far as its line shows it
	Line int    // of its first character, from 1, inside the Markdown
	Col  int    // column in characters (not bytes), from 1
}

// Kind is a kind of odd piece.
type Kind int

// The kinds.
const (
	Indented Kind = iota // lines that begin with a tab or four spaces: they become code
	Markup               // HTML: it is printed as it is written
	Picture              // an image: its words become a link
	Unlinked             // a link that is none: it is printed as it is written
	Note                 // a footnote: its marks are printed as they are written
	LostNote             // a footnote whose words are taken for an address, and lost
)

// oddity is an odd piece at a byte offset into the cleaned source.
type oddity struct {
	kind        Kind
	offset, end int
}

// mostOdd is how many odd pieces of a text are worth telling.
const mostOdd = 50

// note keeps an odd piece; without a known end it goes to the end of its line.
func (w *writer) note(kind Kind, offset, end int) {
	if len(w.odd) < mostOdd && offset >= 0 {
		w.odd = append(w.odd, oddity{kind, offset, max(end, offset)})
	}
}

func (w *writer) isNote(offset int) bool {
	return offset >= 0 && offset < len(w.source) && bytes.HasPrefix(w.source[offset:], []byte("[^"))
}

var (
	notLinked = regexp.MustCompile(`\[[^\[\]\n]{1,200}\]\((?:https?:|www\.|mailto:)[^()\n]{0,250}[ \t][^()\n]{0,250}\)`)
	notNoted  = regexp.MustCompile(`\[\^[^\[\]\s]{1,50}\]`)
)

// oddities are the odd pieces with their places, and those that the parser took for plain words.
func (w *writer) oddities() []Odd {
	w.printed(notLinked, Unlinked)
	w.printed(notNoted, Note)
	slices.SortStableFunc(w.odd, func(a, b oddity) int { return a.offset - b.offset })
	at := make([]found, len(w.odd))
	for i, o := range w.odd {
		at[i] = found{offset: o.offset}
	}
	var out []Odd
	for i, l := range locate(w.source, at) {
		o := w.odd[i]
		piece := w.source[o.offset:o.end]
		if len(piece) == 0 {
			piece = w.source[o.offset:]
		}
		piece, _, _ = bytes.Cut(piece, []byte("\n"))
		out = append(out, Odd{Kind: o.kind, Text: short(string(bytes.TrimSpace(piece))), Line: l.Line,
			Col: l.Col})
	}
	return out
}

// printed notes what matches in the source and came out as it is written.
func (w *writer) printed(pattern *regexp.Regexp, kind Kind) {
	for _, m := range pattern.FindAllIndex(w.source, mostOdd) {
		isLink := slices.ContainsFunc(w.links, func(l found) bool { return l.offset == m[0] })
		isTold := slices.ContainsFunc(w.odd, func(o oddity) bool { return o.offset == m[0] })
		isCode := m[0] > 0 && w.source[m[0]-1] == '`' || w.isIndented(m[0])
		if !isLink && !isTold && !isCode && bytes.Contains(w.plain, w.source[m[0]:m[1]]) {
			w.note(kind, m[0], m[1])
		}
	}
}

// isIndented holds for a line of code, as far as that is to be seen from it alone.
func (w *writer) isIndented(offset int) bool {
	line := w.source[bytes.LastIndexByte(w.source[:offset], '\n')+1:]
	return bytes.HasPrefix(line, []byte("\t")) || bytes.HasPrefix(line, []byte("    "))
}

// short is the beginning of a text, as long as a message can show.
func short(text string) string {
	const most = 40
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most]) + "…"
}
