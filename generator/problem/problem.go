// Package problem says what is wrong in an editor's files, where, and how to
// mend it. It promises one shape for every fault of every check, so that all
// of them can be sorted, printed and counted together.
//
// A Fault is what a check finds: it knows the file and the key, not yet the
// line. A Problem is a fault with its place, ready to be read by a person.
package problem

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Key names a value inside a file as a JSON Pointer (RFC 6901):
// "/organisations/1/link" is the link of the second organisation. The empty
// Key is the whole file.
type Key string

var (
	pointer = strings.NewReplacer("~", "~0", "/", "~1")
	plain   = strings.NewReplacer("~1", "/", "~0", "~")
)

// Field is the key of the named member below k.
func (k Key) Field(name string) Key { return k + "/" + Key(pointer.Replace(name)) }

// Item is the key of the element i, counted from 0, of the list k.
func (k Key) Item(i int) Key { return k + "/" + Key(strconv.Itoa(i)) }

// Parent is the key of what holds k; the parent of the whole file is itself.
func (k Key) Parent() Key {
	i := strings.LastIndexByte(string(k), '/')
	return k[:max(i, 0)]
}

// Steps are the names and numbers that a key consists of.
func (k Key) Steps() []string {
	if k == "" {
		return nil
	}
	steps := strings.Split(string(k[1:]), "/")
	for i := range steps {
		steps[i] = plain.Replace(steps[i])
	}
	return steps
}

// Part tells which part of a key's line a fault is about.
type Part int

// The parts of a line that a caret can stand under.
const (
	Value Part = iota // what stands right of the equals sign
	Name              // the key itself
)

// Fault is one thing that is wrong, not yet placed on a line.
type Fault struct {
	File    string // slash path inside the regions folder
	Key     Key    // where in the file; "" when the whole file is meant
	Part    Part   // the value or the name
	Line    int    // counted from 1; 0 lets Key decide
	Col     int    // counted in characters from 1; 0 lets Key decide
	Width   int    // characters under the caret, where Line is given
	Code    Code   // the kind of fault
	What    string // one sentence: what is wrong
	Remedy  string // one sentence: what to write instead
	Warning bool   // true when a site can still be made

	More int  // so many of this weight stand further down, and are not told
	Cut  bool // the look for faults ended here: nobody knows how many follow
}

// Problem is a fault with its place: what an editor reads.
type Problem struct {
	Fault
	Text string // the line as typed, without its line end
}

// Sort puts problems in the order of files, lines and columns, each once.
func Sort(problems []Problem) []Problem {
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col),
			cmp.Compare(a.Code, b.Code), cmp.Compare(a.What, b.What))
	})
	return slices.Compact(problems)
}

// Fatal counts the problems that keep a site from being made.
func Fatal(problems []Problem) int {
	n := 0
	for _, p := range problems {
		if !p.Warning {
			n++
		}
	}
	return n
}

// Untold counts the faults, or the warnings, that are not among the problems since
// others of their file are; isAll is false when there may be still more.
func Untold(problems []Problem, warnings bool) (n int, isAll bool) {
	isAll = true
	for _, p := range problems {
		if p.Warning == warnings {
			n += p.More
			isAll = isAll && !p.Cut
		}
	}
	return n, isAll
}

// HasRoom tells whether a list that is to have at most some faults takes one more,
// rather than counting it with the last of its weight.
func HasRoom(list []Fault, warning bool, most int) bool {
	return len(list) < most || lastOf(list, warning) < 0
}

// Add puts a fault at the end of a list, or counts it there: whoever has so many
// has made one mistake many times.
func Add(list []Fault, f Fault, most int) []Fault {
	if HasRoom(list, f.Warning, most) {
		return append(list, f)
	}
	list[lastOf(list, f.Warning)].More++
	return list
}

func lastOf(list []Fault, warning bool) int {
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].Warning == warning {
			return i
		}
	}
	return -1
}

// Strict is the same problems with every warning made fatal.
func Strict(problems []Problem) []Problem {
	strict := slices.Clone(problems)
	for i := range strict {
		strict[i].Warning = false
	}
	return strict
}
