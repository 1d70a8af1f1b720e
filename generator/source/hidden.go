package source

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/tomltree"
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

// blemish is what no text of an atlas may hold, in a page, an address, a terminal
// or a file, however it is written: characters that steer a machine, and those
// that turn a text around, so that it reads otherwise than it is. What merely
// leaves no mark is a warning.
type blemish struct {
	name   string
	why    string // a clause about it
	isOnly bool   // a warning
}

// blemishOf is about a character; without a name for one that may stand anywhere.
func blemishOf(r rune) blemish {
	switch name := turning(r); {
	case name != "":
		return blemish{name, "which changes the direction of the text", false}
	case r == '\t' || r == '\n':
		return blemish{}
	case r == 0x1B:
		return blemish{"an escape character", "which no page may hold", false}
	case unicode.IsControl(r) || r&0xFFFE == 0xFFFE:
		return blemish{"a control character", "which no page may hold", false}
	}
	return blemish{unseen(r), "which nobody can see", true}
}

func (b blemish) what(r rune, stands string) string {
	return fmt.Sprintf("%s (U+%04X), %s, %s here", b.name, r, b.why, stands)
}

// mostHidden is how many hidden characters of a file are told: they come in
// swarms, from one paste.
const mostHidden = 20

const retype = "Remove it; deleting and retyping the words around it is the surest way."

// hidden reports the blemishes of a text, of which the bytes from body on are a
// description. A hidden character left of an equals sign is a fault too: there a
// key would never be found. Of control characters in the facts the parser tells.
// Joiners between letters beyond ASCII are spelling, in Persian or in an emoji
// of a family.
func hidden(file, text string, body int) []problem.Fault {
	var faults []problem.Fault
	before := rune(0)
	for i, r := range text {
		joins := (r == 0x200C || r == 0x200D) && before > unicode.MaxASCII
		before = r
		isLetter := r >= ' ' && r < 0x7F || r > 0xFFFF && r < 0xE0000 && r&0xFFFE != 0xFFFE
		if isLetter || joins || len(faults) >= mostHidden || r <= 0x7F && i < body {
			continue
		}
		if b := blemishOf(r); b.name != "" {
			line, col := place(text, i)
			isOnly := b.isOnly && (i >= body || !isLeftOfEquals(text, i))
			faults = append(faults, problem.Fault{File: file, Line: line, Col: col, Width: 1,
				Code: problem.Hidden, What: b.what(r, "stands"), Remedy: retype, Warning: isOnly})
		}
	}
	return faults
}

// written reports blemishes that are written by their number, as a page would
// show them: with a backslash in the texts of facts.
func written(file string, f front) (faults []problem.Fault) {
	if !strings.Contains(f.toml, `\`) {
		return nil
	}
	d := draft{file: file, line: f.line, own: tomltree.Read(f.toml), text: f.toml}
	for at, r := range d.own.Escapes() {
		if b := blemishOf(r); b.name != "" && len(faults) < mostHidden {
			fault := d.mark(at, b.what(r, "is written"), "Remove it.")
			fault.Code, fault.Warning = problem.Hidden, b.isOnly
			faults = append(faults, fault)
		}
	}
	return faults
}

// references are characters that Markdown writes by a number or a name.
var references = regexp.MustCompile(`&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|lrm|rlm|shy|zwj|zwnj|ZeroWidthSpace|NoBreak);`)

// referred reports blemishes that a description writes by number or name.
func referred(file, text string, body int) (faults []problem.Fault) {
	for _, m := range references.FindAllStringIndex(text[body:], mostHidden) {
		r := referredTo(text[body+m[0]+1 : body+m[1]-1])
		if b := blemishOf(r); b.name != "" {
			line, col := place(text, body+m[0])
			faults = append(faults, problem.Fault{File: file, Line: line, Col: col, Width: m[1] - m[0],
				Code: problem.Hidden, What: b.what(r, "is written"), Remedy: "Remove it.", Warning: b.isOnly})
		}
	}
	return faults
}

func referredTo(name string) rune {
	number, isNumber := strings.CutPrefix(name, "#")
	base := 10
	if hex := strings.TrimLeft(number, "xX"); hex != number {
		number, base = hex, 16
	}
	code, err := strconv.ParseInt(number, base, 32)
	switch {
	case isNumber && err == nil && code <= utf8.MaxRune:
		return rune(code)
	case isNumber:
		return utf8.RuneError
	}
	return map[string]rune{"lrm": 0x200E, "rlm": 0x200F, "shy": 0xAD, "zwj": 0x200D, "zwnj": 0x200C,
		"ZeroWidthSpace": 0x200B, "NoBreak": 0x2060}[name]
}

// isLeftOfEquals holds for what stands in a key: before it on the line there is
// no equals sign, and after it there is one.
func isLeftOfEquals(text string, i int) bool {
	left, right := text[lineStart(text, i):i], text[i:lineEnd(text, i)]
	return !strings.ContainsAny(left, "=# ") && strings.Contains(right, "=")
}
