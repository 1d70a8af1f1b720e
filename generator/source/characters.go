package source

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/tomltree"
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

// mostHidden is how many hidden characters of a file are told: they come in
// swarms, from one paste.
const mostHidden = 20

// hidden reports characters that nobody can see. Those that turn a text around
// make it read otherwise than it is, and are faults; so is any left of an equals
// sign, where a key would never be found. Joiners between letters beyond
// ASCII are spelling, in Persian or in an emoji of a family.
func hidden(file, text string) []problem.Fault {
	var faults []problem.Fault
	before := rune(0)
	for i, r := range text {
		joins := (r == 0x200C || r == 0x200D) && before > unicode.MaxASCII
		before = r
		if r < 0xAD || joins || len(faults) >= mostHidden {
			continue
		}
		turns := turning(r)
		name := turns + unseen(r)
		if turns != "" {
			name = turns
		}
		if name == "" {
			continue
		}
		inKey := isLeftOfEquals(text, i)
		line, col := place(text, i)
		what := fmt.Sprintf("%s (U+%04X), which nobody can see, stands here", name, r)
		if turns != "" {
			what = fmt.Sprintf("%s (U+%04X), which changes the direction of the text, stands here", name, r)
		}
		faults = append(faults, problem.Fault{
			File: file, Line: line, Col: col, Width: 1, Code: problem.Hidden, What: what,
			Remedy:  "Remove it; deleting and retyping the words around it is the surest way.",
			Warning: turns == "" && !inKey})
	}
	return faults
}

// escapes finds characters written by their number inside double quotes.
var escapes = regexp.MustCompile(`\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})`)

// written reports characters that turn a text around and are written by their
// number, as a page would show them.
func written(file string, f front) []problem.Fault {
	var faults []problem.Fault
	for _, m := range escapes.FindAllStringIndex(f.toml, mostHidden) {
		code, _ := strconv.ParseUint(f.toml[m[0]+2:m[1]], 16, 32)
		if name := turning(rune(code)); name != "" {
			const form = "%s (U+%04X), which changes the direction of the text, is written here"
			fault := mark(file, f, tomltree.Between(m[0], m[1]), fmt.Sprintf(form, name, code), "Remove it.")
			fault.Code = problem.Hidden
			faults = append(faults, fault)
		}
	}
	return faults
}

// isLeftOfEquals holds for what stands in a key: before it on the line there is
// no equals sign, and after it there is one.
func isLeftOfEquals(text string, i int) bool {
	left, right := text[lineStart(text, i):i], text[i:lineEnd(text, i)]
	return !strings.ContainsAny(left, "=# ") && strings.Contains(right, "=")
}

// oddSpace is the name of the space at the start of a text that looks like an
// ordinary one and is not, or "".
func oddSpace(text string) string {
	r, _ := utf8.DecodeRuneInString(text)
	switch {
	case r == 0xA0, r == 0x202F:
		return fmt.Sprintf("a no-break space (U+%04X)", r)
	case r > unicode.MaxASCII && unicode.IsSpace(r):
		return fmt.Sprintf("an unusual space (U+%04X)", r)
	}
	return ""
}
