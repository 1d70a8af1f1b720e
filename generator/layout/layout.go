// Package layout executes layouts: templates of html/template, with what it does to
// escape words, compiled once into functions. html/template looks every field and every
// function up by its name each time, and calls its escapers by reflection, which took a
// third of a build.
//
// Its promise: a layout writes byte for byte what html/template writes. What this room
// does not know (a loop that is left by break, a method with arguments, a fault of any
// kind) it leaves to html/template, which begins again and has the last word, with its
// own faults. So nothing here tells faults, and nothing here need be complete.
//
// A layout that never ends is ended: a Sheet counts bytes and turns.
package layout

import (
	"errors"
	"html/template"
	"reflect"
	"sync"
	"sync/atomic"
)

// Layout is a layout that is ready to be executed, by any number of goroutines at once.
type Layout struct {
	template  *template.Template
	functions template.FuncMap
	compile   sync.Once
	program   *program // nil where html/template does it all
	left      atomic.Bool
}

// New makes a layout of a template, which may call the functions. All templates that it
// may place are read by then.
func New(t *template.Template, functions template.FuncMap) *Layout {
	return &Layout{template: t, functions: functions}
}

// Execute fills an empty sheet. The error is that of html/template.
func (l *Layout) Execute(to *Sheet, data any) error {
	l.compile.Do(func() { l.program = l.compiled() })
	if l.program != nil && l.program.run(to, data) {
		return nil
	}
	l.left.Store(true)
	to.Begin(to.most)
	return l.template.Execute(to, data)
}

// IsLeft tells whether an execution was left to html/template, which is slow.
func (l *Layout) IsLeft() bool { return l.left.Load() }

// compiled has html/template escape the template, which it does before it writes, and
// compiles what it made of it.
func (l *Layout) compiled() (p *program) {
	if !errors.Is(l.template.Execute(refusing{}, nil), errRefused) {
		return nil // the template has a fault, to be told when it is executed
	}
	defer func() {
		if recover() != nil { // something is not known here
			p = nil
		}
	}()
	c := compiler{set: l.template, functions: l.functions, programs: map[string]*program{}}
	return c.program(l.template.Name())
}

// refusing takes no word of a template.
type refusing struct{}

var errRefused = errors.New("nothing is wanted yet")

func (refusing) Write([]byte) (int, error) { return 0, errRefused }

// program is a template, compiled.
type program struct {
	body  node
	slots int // how many variables it has at once
}

// node writes a piece of a template; expr is a value in it.
type (
	node func(r *run, dot reflect.Value)
	expr func(r *run, dot reflect.Value) reflect.Value
)

// run is one execution.
type run struct {
	to    *Sheet
	slots []reflect.Value // the variables of the program that runs, $ the first
	depth int
}

// deepest is how many parts may be placed in each other.
const deepest = 1000

// run fills a sheet, unless it meets something that is not known here.
func (p *program) run(to *Sheet, data any) (done bool) {
	defer func() {
		if recover() != nil {
			done = false
		}
	}()
	r := run{to: to}
	r.place(p, reflect.ValueOf(data))
	return true
}

// place runs a program for a value, with variables of its own.
func (r *run) place(p *program, dot reflect.Value) {
	if r.depth++; r.depth > deepest {
		unknown()
	}
	outer := r.slots
	r.slots = make([]reflect.Value, p.slots)
	r.slots[0] = dot
	p.body(r, dot)
	r.slots = outer
	r.depth--
}

// unknown leaves the template to html/template.
func unknown() { panic("not known here") }
