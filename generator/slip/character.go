package slip

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// unseen are the characters that leave no mark, with their names in Unicode.
func unseen(r rune) string {
	switch r {
	case 0x00AD:
		return "a soft hyphen"
	case 0x200B:
		return "a zero width space"
	case 0x200C:
		return "a zero width non-joiner"
	case 0x200D:
		return "a zero width joiner"
	case 0x2060:
		return "a word joiner"
	case 0xFEFF:
		return "a byte order mark"
	case 0x180E:
		return "a Mongolian vowel separator"
	case 0x2028:
		return "a line separator"
	case 0x2029:
		return "a paragraph separator"
	}
	if unicode.Is(unicode.Cf, r) {
		return "an invisible character"
	}
	return ""
}

// turning are the characters that change the direction of a text, by name.
func turning(r rune) string {
	switch r {
	case 0x061C:
		return "an Arabic letter mark"
	case 0x200E:
		return "a left-to-right mark"
	case 0x200F:
		return "a right-to-left mark"
	case 0x202A:
		return "a left-to-right embedding"
	case 0x202B:
		return "a right-to-left embedding"
	case 0x202C:
		return "a pop directional formatting"
	case 0x202D:
		return "a left-to-right override"
	case 0x202E:
		return "a right-to-left override"
	case 0x2066:
		return "a left-to-right isolate"
	case 0x2067:
		return "a right-to-left isolate"
	case 0x2068:
		return "a first strong isolate"
	case 0x2069:
		return "a pop directional isolate"
	}
	return ""
}

// Blemish is what no text of an atlas may hold, in a page, an address, a terminal
// or a file, however it is written: characters that steer a machine, and those
// that turn a text around, so that it reads otherwise than it is. What merely
// leaves no mark is a warning.
type Blemish struct {
	Name   string // "" for what is none
	IsOnly bool   // it merely leaves no mark
	why    string // a clause about it
}

// BlemishOf is about a character; without a name for one that may stand anywhere.
func BlemishOf(r rune) Blemish {
	switch name := turning(r); {
	case name != "":
		return Blemish{name, false, "which changes the direction of the text"}
	case r == '\t' || r == '\n':
		return Blemish{}
	case r == 0x1B:
		return Blemish{"an escape character", false, "which no page may hold"}
	case r >= 0xE000 && r <= 0xF8FF: // the program marks languages with some of them
		return Blemish{"a character for private use", false, "which means nothing outside one font"}
	case unicode.IsControl(r) || r&0xFFFE == 0xFFFE:
		return Blemish{"a control character", false, "which no page may hold"}
	}
	return Blemish{unseen(r), true, "which nobody can see"}
}

// What is a clause that tells of the character: that it stands here, or is written
// here.
func (b Blemish) What(r rune, stands string) string {
	return fmt.Sprintf("%s (U+%04X), %s, %s here", b.Name, r, b.why, stands)
}

// OddSpace is the name of the space at the start of a text that looks like an
// ordinary one and is not, or "".
func OddSpace(text string) string {
	r, _ := utf8.DecodeRuneInString(text)
	switch {
	case r == 0xA0, r == 0x202F:
		return fmt.Sprintf("a no-break space (U+%04X)", r)
	case r > unicode.MaxASCII && unicode.IsSpace(r):
		return fmt.Sprintf("an unusual space (U+%04X)", r)
	}
	return ""
}
