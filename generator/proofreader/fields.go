package proofreader

import (
	"reflect"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// form is what the schema wants at a place of a file.
type form int

const (
	anything form = iota // the schema has no such place
	aText
	aNumber // of any indicator: a number, or the word of a class
	aWhole
	aDecimal
	aTruth
	aDay
	aList
	aTable
)

// place is what the schema has at a key.
type schemaPlace struct {
	form  form
	field region.Field // the nearest one that it belongs to
	of    reflect.Type // nil where the schema has nothing
}

// schemaAt follows a key from the top of a kind of file.
func schemaAt(top reflect.Type, key problem.Key) schemaPlace {
	p := schemaPlace{form: aTable, of: top}
	for _, step := range key.Steps() {
		if p = p.below(step); p.of == nil {
			break
		}
	}
	return p
}

// below is the place of a field, an entry of a list or a key of a table.
func (p schemaPlace) below(step string) schemaPlace {
	if p.of.Kind() == reflect.Slice || p.of.Kind() == reflect.Map {
		return schemaPlace{formOf(p.of.Elem()), p.field, p.of.Elem()}
	}
	table := region.TableOf(p.of)
	i := table.Rank(step)
	if i < 0 {
		return schemaPlace{}
	}
	return schemaPlace{formOf(table[i].Type), table[i], table[i].Type}
}

func formOf(t reflect.Type) form {
	switch t.Kind() {
	case reflect.String:
		return aText
	case reflect.Int:
		return aWhole
	case reflect.Float64:
		return aDecimal
	case reflect.Bool:
		return aTruth
	case reflect.Slice:
		return aList
	case reflect.Map:
		return aTable
	}
	switch {
	case t == reflect.TypeFor[region.Value]():
		return aNumber
	case t == reflect.TypeFor[region.Date]():
		return aDay
	}
	return aTable
}

// scalar is the form of the value that a bare word at the place would have: of a
// table, that of the field which may stand for the whole.
func (p schemaPlace) scalar() form {
	if p.form != aTable {
		return p.form
	}
	if short, ok := region.TableOf(p.of).Short(); ok {
		return formOf(short.Type)
	}
	return aTable
}
