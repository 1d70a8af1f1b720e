package source

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/proofreader"
	"regional-atlas/generator/slip"
)

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
	before, key := rune(0), keyOf{}
	for i, r := range text {
		joins := (r == 0x200C || r == 0x200D) && before > unicode.MaxASCII
		before = r
		isLetter := r >= ' ' && r < 0x7F || r > 0xFFFF && r < 0xE0000 && r&0xFFFE != 0xFFFE
		if isLetter || joins || r <= 0x7F && i < body {
			continue
		}
		if b := slip.BlemishOf(r); b.Name != "" {
			f := problem.Fault{File: file, Width: 1, Code: problem.Hidden,
				What: b.What(r, "stands"), Remedy: retype,
				Warning: b.IsOnly && (i >= body || !key.isLeftOfEquals(text, i))}
			if problem.HasRoom(faults, f.Warning, mostHidden) { // to find a place takes long
				f.Line, f.Col = place(text, i)
			}
			faults = problem.Add(faults, f, mostHidden)
		}
	}
	return faults
}

// written reports blemishes that are written by their number, as a page would
// show them: with a backslash in the texts of facts.
func written(d *proofreader.Draft) (faults []problem.Fault) {
	if !strings.Contains(d.Own.Text, `\`) {
		return nil
	}
	for at, r := range d.Own.Escapes() {
		if b := slip.BlemishOf(r); b.Name != "" {
			f := problem.Fault{File: d.File, Code: problem.Hidden, What: b.What(r, "is written"),
				Remedy: "Remove it.", Warning: b.IsOnly}
			if problem.HasRoom(faults, f.Warning, mostHidden) {
				f.Line, f.Col, f.Width = d.Own.Place(at)
				f.Line += d.Line - 1
			}
			faults = problem.Add(faults, f, mostHidden)
		}
	}
	return faults
}

// references are characters that Markdown writes by a number or a name.
var references = regexp.MustCompile(`&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|lrm|rlm|shy|zwj|zwnj|ZeroWidthSpace|NoBreak);`)

// referred reports blemishes that a description writes by number or name.
func referred(file, text string, body int) (faults []problem.Fault) {
	for _, m := range references.FindAllStringIndex(text[body:], -1) {
		r := referredTo(text[body+m[0]+1 : body+m[1]-1])
		if b := slip.BlemishOf(r); b.Name != "" {
			f := problem.Fault{File: file, Width: m[1] - m[0], Code: problem.Hidden,
				What: b.What(r, "is written"), Remedy: "Remove it.", Warning: b.IsOnly}
			if problem.HasRoom(faults, f.Warning, mostHidden) {
				f.Line, f.Col = place(text, body+m[0])
			}
			faults = problem.Add(faults, f, mostHidden)
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

// keyOf is the part of a line in which a key stands: up to the equals sign, where
// there is one and nothing but a key stands before it.
type keyOf struct{ start, end, lineEnd int }

// isLeftOfEquals holds for what stands in a key. Places come in the order of the
// text, so that each line is looked at once.
func (k *keyOf) isLeftOfEquals(text string, at int) bool {
	if at >= k.lineEnd {
		k.start, k.lineEnd = lineStart(text, at), lineEnd(text, at)
		line := text[k.start:k.lineEnd]
		k.end = k.start
		if stop := strings.IndexAny(line, "=# "); stop >= 0 && strings.Contains(line[stop:], "=") {
			k.end += stop
		}
	}
	return at < k.end
}
