package layout

import (
	"reflect"
	"sync/atomic"
)

// chain reads a field, or calls a method without arguments, of what the one before gave.
func chain(value expr, names []string) expr {
	for _, name := range names {
		from, at := value, &field{name: name}
		value = func(r *run, dot reflect.Value) reflect.Value { return at.of(from(r, dot)) }
	}
	return value
}

// field is a place in a layout where a field is read. It remembers where the field is in
// the type that it met last: mostly there is but one.
type field struct {
	name string
	last atomic.Pointer[found]
}

// found is where a type has a field or a method of a name.
type found struct {
	in      reflect.Type
	pointer bool  // the value can be pointed to, so that it has the methods of its pointer
	method  int   // -1 for none
	index   []int // of the field
}

func (f *field) of(v reflect.Value) reflect.Value {
	v = indirect(v)
	if !v.IsValid() {
		unknown()
	}
	at := f.last.Load()
	if at == nil || at.in != v.Type() || at.pointer != v.CanAddr() {
		at = find(v, f.name)
		f.last.Store(at)
	}
	switch {
	case at.method >= 0 && at.pointer:
		return result(v.Addr().Method(at.method).Call(nil))
	case at.method >= 0:
		return result(v.Method(at.method).Call(nil))
	case len(at.index) == 1:
		return v.Field(at.index[0])
	}
	return v.FieldByIndex(at.index)
}

// find looks a name up: a method hides a field.
func find(v reflect.Value, name string) *found {
	at := &found{in: v.Type(), pointer: v.CanAddr(), method: -1}
	with := at.in
	if at.pointer {
		with = reflect.PointerTo(at.in)
	}
	if m, ok := with.MethodByName(name); ok {
		at.method = m.Index
		return at
	}
	if at.in.Kind() != reflect.Struct {
		unknown()
	}
	field, ok := at.in.FieldByName(name)
	if !ok || !field.IsExported() {
		unknown()
	}
	at.index = field.Index
	return at
}

// result is what a call gave. Its error is told by html/template, which calls again.
func result(out []reflect.Value) reflect.Value {
	if len(out) == 2 && !out[1].IsNil() || out[0].Type() == valueType {
		unknown()
	}
	return out[0]
}

var valueType = reflect.TypeFor[reflect.Value]()

// indirect follows pointers and interfaces to what they lead to, nothing if to nothing.
func indirect(v reflect.Value) reflect.Value {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	return v
}

// isTrue holds for what is not empty.
func isTrue(v reflect.Value) bool {
	switch v = plain(v); v.Kind() {
	case reflect.Invalid:
		return false
	case reflect.Bool:
		return v.Bool()
	case reflect.String, reflect.Slice, reflect.Array, reflect.Map:
		return v.Len() > 0
	case reflect.Struct:
		return true
	case reflect.Pointer, reflect.Func:
		return !v.IsNil()
	}
	return v.Int() != 0 // what is no number panics
}
