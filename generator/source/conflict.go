package source

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/tomltree"
)

// The lines that a merge leaves around two versions of the same lines.
const (
	ours   = "<<<<<<<"
	base   = "|||||||"
	theirs = "======="
	merged = ">>>>>>>"
)

// conflicts reports what a merge has left for a person to decide. The text comes
// back with the first of two versions only, each byte in its place, so that what
// follows from the conflict is not told too.
func conflicts(file, text string) (string, []problem.Fault) {
	if !strings.Contains(text, ours) && !strings.Contains(text, merged) {
		return text, nil
	}
	c := &conflict{file: file, text: text}
	for at, number := 0, 1; at < len(text); number++ {
		line, _, _ := strings.Cut(text[at:], "\n")
		c.line(line, at, number)
		at += len(line) + 1
	}
	return c.text, c.faults
}

// conflict goes along the lines of a text.
type conflict struct {
	file, text string
	faults     []problem.Fault
	isOpen     bool
	second     int // where the second version begins, 0 outside of one
}

func (c *conflict) line(line string, at, number int) {
	whole := tomltree.Between(at, at+len(line))
	switch {
	case isMark(line, ours):
		c.isOpen, c.second = true, 0
		c.faults = append(c.faults,
			problem.Fault{File: c.file, Line: number, Col: 1, Code: problem.Syntax,
				Width: utf8.RuneCountInString(line),
				What:  "two versions of the same lines stand here, as a merge left them",
				Remedy: "Keep one of the two, and remove the lines that begin with <<<<<<<, ======= and " +
					">>>>>>>."})
	case c.isOpen && c.second == 0 && (isMark(line, base) || isMark(line, theirs)):
		c.second = at
	case isMark(line, merged):
		if !c.isOpen {
			c.faults = append(c.faults,
				problem.Fault{File: c.file, Line: number, Col: 1, Code: problem.Syntax,
					Width:  utf8.RuneCountInString(line),
					What:   "a line that a merge has left stands here",
					Remedy: "Remove it, once the lines above are as they should be."})
		} else if last := &c.faults[len(c.faults)-1]; c.second > 0 {
			last.What += fmt.Sprintf(", up to line %d", number)
			c.text = blanked(c.text, tomltree.Between(c.second, whole.End))
		}
		c.isOpen, c.second = false, 0
	default:
		return
	}
	c.text = blanked(c.text, whole)
}

func isMark(line, mark string) bool {
	rest, isMark := strings.CutPrefix(line, mark)
	return isMark && (rest == "" || rest[0] == ' ')
}

// pastedAgain reports a second region file inside the description of the first.
func pastedAgain(file, text string, body int) []problem.Fault {
	for at := body; at < len(text); {
		line, rest, _ := strings.Cut(text[at:], "\n")
		if isFence(line) && beginsFacts(rest) {
			number, _ := place(text, at)
			return []problem.Fault{{File: file, Line: number, Col: 1, Width: len(fence),
				Code: problem.Syntax,
				What: "the facts of a region begin here a second time",
				Remedy: "Remove one of the two copies: a file holds one region, its facts first and then " +
					"its description."}}
		}
		at += len(line) + 1
	}
	return nil
}

// beginsFacts says whether the first line that is not blank is one of facts.
func beginsFacts(text string) bool {
	text = strings.TrimLeft(text, " \t\n")
	return begins.MatchString(text[:min(len(text), lineEnd(text, 0))])
}
