package layout

import (
	"html/template"
	"reflect"
)

// call is a call of a function: one that layouts are given, or one of html/template.
func (b *body) call(name string, args []expr) expr {
	if function, given := b.functions[name]; given {
		return offered(function, args)
	}
	f, known := builtins[name]
	if !known || len(args) < f.least || len(args) > f.most {
		unknown()
	}
	return func(r *run, dot reflect.Value) reflect.Value { return f.of(r, dot, args) }
}

// builtin is a function of html/template, with how many arguments it takes.
type builtin struct {
	least, most int
	of          func(r *run, dot reflect.Value, args []expr) reflect.Value
}

const many = 1 << 10

// builtins are those that our layouts call.
var builtins = map[string]builtin{
	"and": {1, many, func(r *run, dot reflect.Value, args []expr) reflect.Value {
		return firstThat(r, dot, args, false)
	}},
	"or": {1, many, func(r *run, dot reflect.Value, args []expr) reflect.Value {
		return firstThat(r, dot, args, true)
	}},
	"not": {1, 1, func(r *run, dot reflect.Value, args []expr) reflect.Value {
		return reflect.ValueOf(!isTrue(args[0](r, dot)))
	}},
	"len": {1, 1, func(r *run, dot reflect.Value, args []expr) reflect.Value {
		return reflect.ValueOf(indirect(args[0](r, dot)).Len())
	}},
	"eq": {2, many, func(r *run, dot reflect.Value, args []expr) reflect.Value {
		return reflect.ValueOf(isAny(r, dot, args))
	}},
	"ne": {2, 2, func(r *run, dot reflect.Value, args []expr) reflect.Value {
		return reflect.ValueOf(!isAny(r, dot, args))
	}},
	"gt": {2, 2, func(r *run, dot reflect.Value, args []expr) reflect.Value {
		a, b := plain(args[0](r, dot)), plain(args[1](r, dot))
		return reflect.ValueOf(a.Int() > b.Int())
	}},
}

// firstThat is the first value that is true, or that is not, else the last.
func firstThat(r *run, dot reflect.Value, args []expr, truth bool) (v reflect.Value) {
	for _, arg := range args {
		if v = arg(r, dot); isTrue(v) == truth {
			break
		}
	}
	return v
}

// isAny holds where the first value is the same as any of the others.
func isAny(r *run, dot reflect.Value, args []expr) bool {
	first := plain(args[0](r, dot))
	for _, arg := range args[1:] {
		if same(first, plain(arg(r, dot))) {
			return true
		}
	}
	return false
}

func same(a, b reflect.Value) bool {
	switch {
	case a.Kind() == reflect.String && b.Kind() == reflect.String:
		return a.String() == b.String()
	case a.CanInt() && b.CanInt():
		return a.Int() == b.Int()
	}
	return a.Bool() == b.Bool()
}

// plain is what an interface holds.
func plain(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Interface {
		return v.Elem()
	}
	return v
}

// offered is a call of a function that layouts are given. Those of the usual shapes are
// called as they are, others by reflection.
func offered(function any, args []expr) expr {
	switch f := function.(type) {
	case func(string, ...any) (string, error):
		return func(r *run, dot reflect.Value) reflect.Value {
			list := make([]any, len(args)-1)
			for i, arg := range args[1:] {
				list[i] = free(arg(r, dot))
			}
			return checked(f(text(args[0](r, dot)), list...))
		}
	case func(string, any, ...string) (template.HTML, error):
		return func(r *run, dot reflect.Value) reflect.Value {
			list := make([]string, len(args)-2)
			for i, arg := range args[2:] {
				list[i] = text(arg(r, dot))
			}
			return checked(f(text(args[0](r, dot)), free(args[1](r, dot)), list...))
		}
	}
	called := reflect.ValueOf(function)
	return func(r *run, dot reflect.Value) reflect.Value {
		list := make([]reflect.Value, len(args))
		for i, arg := range args {
			list[i] = plain(arg(r, dot))
		}
		return result(called.Call(list)) // what does not fit panics
	}
}

func checked[V any](v V, err error) reflect.Value {
	if err != nil {
		unknown()
	}
	return reflect.ValueOf(v)
}

// text is an argument that must be a text.
func text(v reflect.Value) string {
	if v = plain(v); v.Type() != stringType {
		unknown()
	}
	return v.String()
}

// free is an argument that may be anything, or nothing.
func free(v reflect.Value) any {
	if !v.IsValid() {
		return nil
	}
	return v.Interface()
}
