package source

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"

	"regional-atlas/generator/problem"
)

// shut is the fault of a file that the system does not hand out.
func shut(name string, err error) *problem.Fault {
	why := problem.Reason(err).Error()
	switch {
	case errors.Is(err, fs.ErrPermission):
		return unreadable(name, "this file cannot be read: permission denied",
			"Check that the file is there and may be read.")
	case strings.Contains(why, "too many levels of symbolic links"),
		strings.Contains(why, "too many symbolic links"):
		return unreadable(name, "this file is a symbolic link that leads back to itself",
			"Remove the link, and put the file itself here.")
	case strings.Contains(why, "escapes from parent"):
		return unreadable(name, "this file is a symbolic link to a place outside the regions folder",
			"Remove the link, and put the file itself here.")
	}
	return unreadable(name, "this file cannot be read: "+why,
		"Check that the file is there and may be read.")
}

// NotText finds the first byte of a text that does not belong into UTF-8, tells
// what it is and how to put it right; at is -1 when there is none.
func NotText(text string) (at int, what, remedy string) {
	for i, r := range text {
		if r == 0 || r == utf8.RuneError && !strings.HasPrefix(text[i:], string(utf8.RuneError)) {
			what, remedy = foreign(text, i)
			return i, what, remedy
		}
	}
	return -1, "", ""
}

// western are the characters of the bytes 0x80 to 0x9F in Windows-1252, the
// encoding that older Windows programs save; a blank where there is none.
const western = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ"

// foreign says what the byte at i is that does not belong into UTF-8 text. From
// 0xA0 on, a single byte is most often a letter of the older encoding Latin-1.
func foreign(text string, i int) (what, remedy string) {
	b := text[i]
	const save, check = "Save the file as UTF-8", ", and check its accented letters."
	what = fmt.Sprintf("the byte 0x%02X is not UTF-8 text", b)
	switch {
	case i == 0 && (strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff")):
		return what + "; this file is saved as UTF-16", save + "."
	case b == 0:
		return "the byte 0x00 (NUL) does not belong into a text",
			"Remove it, or save the file as UTF-8 if the whole file looks broken."
	case partOfUTF8(text[i:]):
		return fmt.Sprintf("the byte 0x%02X begins a character of UTF-8 text that is cut off", b),
			"Remove it, and retype the letter that stood here."
	case b >= 0xA0:
		return what + fmt.Sprintf("; it may be the Latin-1 letter %q", rune(b)), save + check
	}
	if letter := []rune(western)[b-0x80]; letter != ' ' && !continues(text, i) {
		return what + fmt.Sprintf("; it may be the Windows-1252 character %q", letter), save + check
	}
	return what, save + "."
}

// partOfUTF8 holds for two bytes or more of a longer character.
func partOfUTF8(text string) bool {
	return len(text) > 1 && text[0] >= 0xE0 && text[0] < 0xF5 && text[1] >= 0x80 && text[1] < 0xC0
}

// continues holds for a byte that follows a character of several bytes: a piece
// of broken UTF-8 rather than an older encoding.
func continues(text string, i int) bool { return i > 0 && text[i-1] >= 0x80 }
