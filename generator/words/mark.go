package words

import (
	"bytes"
	"strings"
)

// A text that is not in the language of its page carries its own language with it, so
// that a page can say so wherever the text comes to stand. The language is written in
// characters for private use, which no text of an editor may hold: one for each
// character of its tag.
const (
	firstMark = '\uF700' // the first character of tagCharacters
	inside    = '\uF73E' // ends the tag; the text follows
	ended     = '\uF73F' // ends the text
)

const tagCharacters = "abcdefghijklmnopqrstuvwxyz0123456789-"

// marked is how every mark begins in UTF-8, and no other character.
const marked = "\xEF\x9C"

// In marks a text as being of a language.
func In(tag, text string) string {
	if tag == "" || text == "" {
		return text
	}
	var out strings.Builder
	for _, c := range strings.ToLower(tag) {
		if at := strings.IndexRune(tagCharacters, c); at >= 0 {
			out.WriteRune(firstMark + rune(at))
		}
	}
	out.WriteRune(inside)
	out.WriteString(text)
	out.WriteRune(ended)
	return out.String()
}

// isMark holds for the characters that marks are made of.
func isMark(r rune) bool { return r >= firstMark && r <= ended }

// HasMarks reports whether some of a text is marked.
func HasMarks(text []byte) bool { return bytes.Contains(text, []byte(marked)) }

// Plain is a text without its marks.
func Plain(text string) string {
	if !strings.Contains(text, marked) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if isMark(r) {
			return -1
		}
		return r
	}, text)
}

// Unmark takes the next mark of a text: what stands before it, the language that begins
// with it, "" where a marked text ends, and what follows. found is false when there is none.
func Unmark(text string) (before, lang, rest string, found bool) {
	at := strings.Index(text, marked)
	if at < 0 {
		return text, "", "", false
	}
	tag := []byte(nil)
	for i, r := range text[at:] {
		after := at + i + len(marked) + 1
		switch {
		case r == inside || r == ended:
			return text[:at], string(tag), text[after:], true
		case int(r-firstMark) < len(tagCharacters):
			tag = append(tag, tagCharacters[r-firstMark])
		}
	}
	return text[:at], "", "", true // a mark that is cut off
}
