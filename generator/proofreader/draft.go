package proofreader

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/tomltree"
)

// Draft is a front matter on its way to a text that can be read. What is plainly
// a slip is put right in it, so that the rest is read as it was meant; and it
// knows where each of its bytes stands in the file.
type Draft struct {
	File string
	Line int            // of the file, on which the front matter begins
	Own  *tomltree.Tree // of the text as it is in the file
	Text string         // as it is meant

	revisions []revision // from the file's own text to this one
}

// NewDraft is a front matter as it is in a file, on a line of it.
func NewDraft(file string, line int, own *tomltree.Tree) *Draft {
	return &Draft{File: file, Line: line, Own: own, Text: own.Text}
}

// change puts a text in the place of a stretch.
type change struct {
	tomltree.Span
	text string
}

// revision is changes that were made together, in the order of the text.
type revision struct {
	changes []change
	starts  []int // of each change, in the text that came out
}

// revise makes changes. Of two that overlap, the one that begins first is made.
func (d *Draft) revise(changes []change) {
	slices.SortStableFunc(changes, func(a, b change) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	var r revision
	var out strings.Builder
	at := 0
	for _, c := range changes {
		if c.Start < at {
			continue
		}
		out.WriteString(d.Text[at:c.Start])
		r.changes, r.starts = append(r.changes, c), append(r.starts, out.Len())
		out.WriteString(c.text)
		at = c.End
	}
	out.WriteString(d.Text[at:])
	d.Text, d.revisions = out.String(), append(d.revisions, r)
}

// before is where a byte stood before the revision. What was put in stands where
// the thing stood that it took the place of.
func (r revision) before(at int) int {
	i := sort.SearchInts(r.starts, at+1) - 1
	if i < 0 {
		return at
	}
	c, behind := r.changes[i], at-r.starts[i]
	if behind < len(c.text) {
		return c.Start + min(behind, c.End-c.Start)
	}
	return c.End + behind - len(c.text)
}

// inFile is where a stretch of the draft stands in the file's own text.
func (d *Draft) inFile(at tomltree.Span) tomltree.Span {
	for _, r := range slices.Backward(d.revisions) {
		at = tomltree.Between(r.before(at.Start), r.before(at.End))
	}
	return tomltree.Between(min(at.Start, len(d.Own.Text)), min(at.End, len(d.Own.Text)))
}

// Place is the line of the file, the column and the width of a stretch of the
// draft.
func (d *Draft) Place(at tomltree.Span) (line, col, width int) {
	line, col, width = d.Own.Place(d.inFile(at))
	return line + d.Line - 1, col, width
}

// Mark is a fault of syntax at a stretch of the draft.
func (d *Draft) Mark(at tomltree.Span, what, remedy string) problem.Fault {
	line, col, width := d.Place(at)
	return problem.Fault{File: d.File, Line: line, Col: col, Width: width,
		Code: problem.Syntax, What: what, Remedy: remedy}
}
