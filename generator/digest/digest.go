// Package digest names a value by what it holds. It promises that two values
// have the same Sum only when they are of the same type and hold the same, deep
// down; so what was made from the one can stand for what would be made from the
// other.
package digest

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
	"slices"
)

// Sum is half of a SHA-256: still far too long for two values to share one by
// chance.
type Sum [16]byte

// Of is the sum of some values: booleans, numbers, texts, and structs, slices,
// arrays, maps, pointers and interfaces of these, without cycles. It panics on
// a function or a channel, which nobody can look into.
func Of(values ...any) Sum {
	w := writer{bytes: make([]byte, 0, 4096)}
	for _, v := range values {
		w.dynamic(reflect.ValueOf(v))
	}
	whole := sha256.Sum256(w.bytes)
	return Sum(whole[:len(Sum{})])
}

// writer spells a value so that no two values are spelt alike.
type writer struct{ bytes []byte }

func (w *writer) number(n uint64) { w.bytes = binary.AppendUvarint(w.bytes, n) }

func (w *writer) text(s string) {
	w.number(uint64(len(s)))
	w.bytes = append(w.bytes, s...)
}

// dynamic spells a value whose type nobody knows beforehand.
func (w *writer) dynamic(v reflect.Value) {
	if !v.IsValid() {
		w.text("")
		return
	}
	w.text(v.Type().String())
	w.value(v)
}

func (w *writer) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		w.text(v.String())
	case reflect.Bool:
		w.number(map[bool]uint64{true: 1}[v.Bool()])
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		w.bytes = binary.AppendVarint(w.bytes, v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		w.number(v.Uint())
	case reflect.Float32, reflect.Float64:
		w.bytes = binary.BigEndian.AppendUint64(w.bytes, math.Float64bits(v.Float()))
	case reflect.Struct:
		for i := range v.NumField() {
			w.value(v.Field(i))
		}
	case reflect.Slice, reflect.Array:
		w.list(v)
	case reflect.Map:
		w.table(v)
	case reflect.Pointer:
		w.pointer(v)
	case reflect.Interface:
		w.dynamic(v.Elem())
	default:
		panic(fmt.Sprintf("digest: nobody can look into a %s", v.Type()))
	}
}

func (w *writer) list(v reflect.Value) {
	w.number(uint64(v.Len()))
	if v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8 {
		w.bytes = append(w.bytes, v.Bytes()...)
		return
	}
	for i := range v.Len() {
		w.value(v.Index(i))
	}
}

// table spells a map in the order of its spelt keys.
func (w *writer) table(v reflect.Value) {
	type pair struct {
		key   []byte
		value reflect.Value
	}
	pairs := make([]pair, 0, v.Len())
	for each := v.MapRange(); each.Next(); {
		var key writer
		key.value(each.Key())
		pairs = append(pairs, pair{key.bytes, each.Value()})
	}
	slices.SortFunc(pairs, func(a, b pair) int { return cmp.Compare(string(a.key), string(b.key)) })
	w.number(uint64(len(pairs)))
	for _, p := range pairs {
		w.bytes = append(w.bytes, p.key...)
		w.value(p.value)
	}
}

func (w *writer) pointer(v reflect.Value) {
	if v.IsNil() {
		w.number(0)
		return
	}
	w.number(1)
	w.value(v.Elem())
}
