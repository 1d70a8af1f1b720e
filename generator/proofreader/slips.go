// Package proofreader reads a front matter as a proofreader does: it finds what is
// plainly a slip, tells each once where it is made, with what to write for this
// field, and puts right what was meant, so that the rest can be read.
//
// It promises to put right only what was meant beyond doubt; what it cannot know
// it leaves out, and says so. It never makes a text of TOML another one: it is
// asked about texts that the parser of room source refuses, or that make no sense
// by the schema.
package proofreader

import (
	"fmt"
	"reflect"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/tomltree"
)

// correction is a fault whose cause is plain, and what puts it right in a draft.
type correction struct {
	at           tomltree.Span
	what, remedy string
	code         problem.Code // "" for one of syntax
	key          problem.Key  // what it is about, "" when it is read all the same
	changes      []change
}

// slips are those of a draft. They are found by one look at its brackets and
// headings, one at its values, and one at what stands under which heading; each
// look is at a tree of the text as the one before has left it.
type slips struct {
	draft *Draft
	text  string
	tree  *tomltree.Tree
	top   reflect.Type // of the schema
	found []correction
}

func (s *slips) tell(at tomltree.Span, what, remedy string, key problem.Key, changes ...change) {
	s.found = append(s.found,
		correction{at: at, what: what, remedy: remedy, key: key, changes: changes})
}

func (s *slips) raw(at tomltree.Span) string { return s.text[at.Start:at.End] }

// put is a change of a stretch.
func put(at tomltree.Span, text string) change { return change{at, text} }

// insert is a change that takes nothing away.
func insert(at int, text string) change { return change{tomltree.Between(at, at), text} }

// looks are made one after the other.
func looks() []func(*slips) {
	return []func(*slips){
		func(s *slips) { brackets{s, map[string]bool{}}.look() },
		func(s *slips) { values{s}.look() },
		func(s *slips) { sections{s}.look() },
	}
}

// Correct tells the slips of a draft, whose tree it is given, and puts them right
// by the schema that begins with top. It tells as many as the most, and of the
// last how many there are beyond. What is not read as it stands comes back as
// unread; any is false when nothing was put right.
func (d *Draft) Correct(tree *tomltree.Tree, top reflect.Type, most int) (r Report, any bool) {
	for _, look := range looks() {
		if tree == nil {
			tree = tomltree.Read(d.Text)
		}
		if tree.Refusal != nil {
			break
		}
		s := &slips{draft: d, text: d.Text, tree: tree, top: top}
		look(s)
		if r.take(d, s.found, most) {
			tree, any = nil, true
		}
	}
	return r, any
}

// Report is what came of a correction.
type Report struct {
	Faults []problem.Fault
	Unread []problem.Key
}

// mostUnread is how many keys are worth remembering.
const mostUnread = 100

// take tells slips and makes their changes, if there are any.
func (r *Report) take(d *Draft, found []correction, most int) bool {
	var changes []change
	for i, s := range found {
		changes = append(changes, s.changes...)
		if s.key != "" && len(r.Unread) < mostUnread {
			r.Unread = append(r.Unread, s.key)
		}
		if s.what == "" || len(r.Faults) >= most {
			continue
		}
		fault := d.Mark(s.at, s.what, s.remedy)
		if s.code != "" {
			fault.Code = s.code
		}
		if len(r.Faults) == most-1 {
			fault = more(fault, found[i+1:])
		}
		r.Faults = append(r.Faults, fault)
	}
	if len(changes) > 0 {
		d.revise(changes)
	}
	return len(changes) > 0
}

// more adds to the last fault that is told how many there are beyond it.
func more(last problem.Fault, others []correction) problem.Fault {
	alike, different := 0, 0
	for _, s := range others {
		switch s.what {
		case "":
		case last.What:
			alike++
		default:
			different++
		}
	}
	last.More = alike + different
	if alike > 0 {
		last.What += fmt.Sprintf("; so it is in %s below", counted(alike, "more place"))
	}
	if different > 0 {
		last.Remedy += fmt.Sprintf(" Then check again: %s left untold.",
			counted(different, "other fault"))
	}
	return last
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// lineAt is the line of the file on which a byte of the draft stands.
func (s *slips) lineAt(at int) int {
	line, _, _ := s.draft.Place(tomltree.Between(at, at))
	return line
}

// longestValue is how many bytes of a line are looked at: nobody writes a longer
// value on one, and the time that a look takes grows with the text alone.
const longestValue = 5000

// line is the rest of the line of a byte, as far as a value may go.
func (s *slips) line(at int) string {
	text, _, _ := strings.Cut(s.text[at:min(len(s.text), at+longestValue)], "\n")
	return text
}
