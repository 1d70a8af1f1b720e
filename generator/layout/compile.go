package layout

import (
	"html/template"
	"reflect"
	"strings"
	"text/template/parse"
)

// compiler turns the templates of a set into programs.
type compiler struct {
	set       *template.Template
	functions template.FuncMap
	programs  map[string]*program // by the names of templates, those in the making too
}

func (c *compiler) program(name string) *program {
	if p := c.programs[name]; p != nil {
		return p
	}
	t := c.set.Lookup(name)
	if t == nil || t.Tree == nil {
		unknown()
	}
	p := &program{}
	c.programs[name] = p
	b := body{compiler: c, program: p}
	b.declare("$")
	p.body = b.list(t.Tree.Root)
	return p
}

// body is a template that is being compiled, with the variables that can be seen.
type body struct {
	*compiler
	program *program
	names   []string
}

// declare makes room for a variable and returns its place.
func (b *body) declare(name string) int {
	b.names = append(b.names, name)
	b.program.slots = max(b.program.slots, len(b.names))
	return len(b.names) - 1
}

// slot is the place of a variable, the last that has the name.
func (b *body) slot(name string) int {
	for i := len(b.names) - 1; i >= 0; i-- {
		if b.names[i] == name {
			return i
		}
	}
	unknown()
	return 0
}

// within compiles something whose variables end with it.
func (b *body) within(compile func()) {
	known := len(b.names)
	compile()
	b.names = b.names[:known]
}

func (b *body) list(l *parse.ListNode) node {
	if l == nil {
		return func(*run, reflect.Value) {}
	}
	var nodes []node
	for _, n := range l.Nodes {
		nodes = append(nodes, b.node(n))
	}
	return func(r *run, dot reflect.Value) {
		for _, n := range nodes {
			n(r, dot)
		}
	}
}

func (b *body) node(n parse.Node) node {
	switch n := n.(type) {
	case *parse.TextNode:
		return func(r *run, _ reflect.Value) { r.to.put(n.Text) }
	case *parse.ActionNode:
		return b.action(n.Pipe)
	case *parse.IfNode:
		return b.branch(&n.BranchNode, false)
	case *parse.WithNode:
		return b.branch(&n.BranchNode, true)
	case *parse.RangeNode:
		return b.loop(n)
	case *parse.TemplateNode:
		return b.part(n)
	}
	unknown()
	return nil
}

// action writes a value, or gives it to a variable.
func (b *body) action(pipe *parse.PipeNode) node {
	if len(pipe.Decl) > 0 {
		value := b.pipe(pipe)
		return func(r *run, dot reflect.Value) { value(r, dot) }
	}
	commands := len(pipe.Cmds)
	for commands > 0 && isEscaper(pipe.Cmds[commands-1]) {
		commands--
	}
	if commands == 0 {
		unknown()
	}
	value, write := b.commands(pipe.Cmds[:commands]), writer(pipe.Cmds[commands:])
	return func(r *run, dot reflect.Value) { write(r.to, value(r, dot)) }
}

func isEscaper(c *parse.CommandNode) bool {
	name, ok := c.Args[0].(*parse.IdentifierNode)
	return ok && len(c.Args) == 1 && strings.HasPrefix(name.Ident, escaperPrefix)
}

func (b *body) branch(n *parse.BranchNode, sets bool) (compiled node) {
	b.within(func() {
		value, then := b.pipe(n.Pipe), node(nil)
		b.within(func() { then = b.list(n.List) })
		otherwise := b.list(n.ElseList)
		compiled = func(r *run, dot reflect.Value) {
			v := value(r, dot)
			switch {
			case !isTrue(v):
				otherwise(r, dot)
			case sets:
				then(r, v)
			default:
				then(r, dot)
			}
		}
	})
	return compiled
}

// loop is a range over a list; others are left to html/template.
func (b *body) loop(n *parse.RangeNode) (compiled node) {
	if n.Pipe.IsAssign {
		unknown()
	}
	b.within(func() {
		over := b.commands(n.Pipe.Cmds)
		index, element := -1, -1
		for i, v := range n.Pipe.Decl {
			if element = b.declare(v.Ident[0]); i == 0 && len(n.Pipe.Decl) > 1 {
				index = element
			}
		}
		var then node
		b.within(func() { then = b.list(n.List) })
		otherwise := b.list(n.ElseList)
		compiled = func(r *run, dot reflect.Value) {
			list := items(over(r, dot))
			for i := range list.Len() {
				v := list.Index(i)
				if index >= 0 {
					r.slots[index] = reflect.ValueOf(i)
				}
				if element >= 0 {
					r.slots[element] = v
				}
				then(r, v)
			}
			if list.Len() == 0 {
				otherwise(r, dot)
			}
		}
	})
	return compiled
}

var none = reflect.ValueOf([]int{})

// items are a list, which nothing is too.
func items(v reflect.Value) reflect.Value {
	switch v = indirect(v); v.Kind() {
	case reflect.Invalid:
		return none
	case reflect.Slice, reflect.Array:
		return v
	}
	unknown()
	return none
}

// part places another template.
func (b *body) part(n *parse.TemplateNode) node {
	p := b.compiler.program(n.Name)
	value := expr(func(*run, reflect.Value) reflect.Value { return reflect.Value{} })
	if n.Pipe != nil {
		value = b.pipe(n.Pipe)
	}
	return func(r *run, dot reflect.Value) { r.place(p, value(r, dot)) }
}

// pipe is the value of a pipeline, which may go to variables.
func (b *body) pipe(p *parse.PipeNode) expr {
	value := b.commands(p.Cmds)
	if len(p.Decl) == 0 {
		return value
	}
	if len(p.Decl) > 1 {
		unknown()
	}
	var slot int
	if name := p.Decl[0].Ident[0]; p.IsAssign {
		slot = b.slot(name)
	} else {
		slot = b.declare(name)
	}
	return func(r *run, dot reflect.Value) reflect.Value {
		v := value(r, dot)
		r.slots[slot] = v
		return v
	}
}

// commands hand the value of each to the next, as its last argument.
func (b *body) commands(commands []*parse.CommandNode) expr {
	var value expr
	for _, c := range commands {
		next := b.command(c, value)
		value = func(r *run, dot reflect.Value) reflect.Value { return inside(next(r, dot)) }
	}
	return value
}

// inside is what a value of any type holds.
func inside(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Interface && v.NumMethod() == 0 {
		return v.Elem()
	}
	return v
}

func (b *body) command(c *parse.CommandNode, last expr) expr {
	first, rest := c.Args[0], c.Args[1:]
	if name, ok := first.(*parse.IdentifierNode); ok {
		args := make([]expr, len(rest))
		for i, n := range rest {
			args[i] = b.value(n)
		}
		if last != nil {
			args = append(args, last)
		}
		return b.call(name.Ident, args)
	}
	if last != nil || len(rest) > 0 { // a method with arguments
		unknown()
	}
	return b.value(first)
}

// value is a value that stands for itself, or is read.
func (b *body) value(n parse.Node) expr {
	switch n := n.(type) {
	case *parse.DotNode:
		return func(_ *run, dot reflect.Value) reflect.Value { return dot }
	case *parse.FieldNode:
		return chain(func(_ *run, dot reflect.Value) reflect.Value { return dot }, n.Ident)
	case *parse.VariableNode:
		slot := b.slot(n.Ident[0])
		return chain(func(r *run, _ reflect.Value) reflect.Value { return r.slots[slot] }, n.Ident[1:])
	case *parse.PipeNode:
		return b.pipe(n)
	case *parse.StringNode:
		return constant(n.Text)
	case *parse.NumberNode:
		if n.IsInt && strings.Trim(n.Text, "-0123456789") == "" {
			return constant(int(n.Int64))
		}
	}
	unknown()
	return nil
}

func constant(value any) expr {
	v := reflect.ValueOf(value)
	return func(*run, reflect.Value) reflect.Value { return v }
}
