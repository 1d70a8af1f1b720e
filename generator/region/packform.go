package region

import (
	"cmp"
	"reflect"
	"slices"
)

// form is how values of one type stand in a packed region. Every value takes at
// least one byte, so that a count of values is never above the bytes left.
type form interface {
	write(w *packWriter, v reflect.Value)
	read(r *packReader, into reflect.Value) // into is zero
}

// partForm is a field of Region with its form.
type partForm struct {
	field int
	form  form
}

// textForm is a text, by its number where the lexicon has it.
type textForm struct{ lexicon *lexicon }

func (f textForm) write(w *packWriter, v reflect.Value)   { w.text(v.String(), f.lexicon) }
func (f textForm) read(r *packReader, into reflect.Value) { into.SetString(r.text(f.lexicon)) }

type intForm struct{}

func (intForm) write(w *packWriter, v reflect.Value) { w.int(v.Int()) }

func (intForm) read(r *packReader, into reflect.Value) {
	n := r.int()
	r.bad = r.bad || into.OverflowInt(n)
	into.SetInt(n)
}

type floatForm struct{}

func (floatForm) write(w *packWriter, v reflect.Value)   { w.float(v.Float()) }
func (floatForm) read(r *packReader, into reflect.Value) { into.SetFloat(r.float()) }

type boolForm struct{}

func (boolForm) write(w *packWriter, v reflect.Value) {
	n := int64(0)
	if v.Bool() {
		n = 1
	}
	w.int(n)
}

func (boolForm) read(r *packReader, into reflect.Value) { into.SetBool(r.int() == 1) }

// structForm is the set of the fields that are not zero, and then those fields.
// A field that is true has said all by being in the set.
type structForm struct{ fields []form }

func (f *structForm) write(w *packWriter, v reflect.Value) {
	given := uint64(0)
	for i := range f.fields {
		if !v.Field(i).IsZero() {
			given |= 1 << i
		}
	}
	w.uint(given)
	for i, field := range f.fields {
		if _, truth := field.(boolForm); !truth && given&(1<<i) != 0 {
			field.write(w, v.Field(i))
		}
	}
}

func (f *structForm) read(r *packReader, into reflect.Value) {
	given := r.uint()
	if given>>len(f.fields) != 0 {
		r.bad = true
	}
	for i := 0; given != 0 && !r.bad; i, given = i+1, given>>1 {
		if given&1 == 0 {
			continue
		}
		if _, truth := f.fields[i].(boolForm); truth {
			into.Field(i).SetBool(true)
			continue
		}
		f.fields[i].read(r, into.Field(i))
	}
}

// sliceForm is the length and one, 0 for nil, and then the items.
type sliceForm struct {
	of   reflect.Type
	item form
}

func (f *sliceForm) write(w *packWriter, v reflect.Value) {
	if w.count(v) {
		return
	}
	for i := range v.Len() {
		f.item.write(w, v.Index(i))
	}
}

func (f *sliceForm) read(r *packReader, into reflect.Value) {
	n, isNil := r.count(1)
	if isNil {
		return
	}
	if n == 0 {
		into.Set(reflect.MakeSlice(f.of, 0, 0))
		return
	}
	into.Grow(n)
	into.SetLen(n)
	for i := 0; i < n && !r.bad; i++ {
		f.item.read(r, into.Index(i))
	}
}

// mapForm is the length and one, 0 for nil, and then each key with its item, in
// the order of the keys.
type mapForm struct {
	of      reflect.Type
	entries reflect.Type // a slice of the items
	lexicon *lexicon     // of the keys
	item    form
}

type mapKey struct {
	name string
	item int
}

func (f *mapForm) write(w *packWriter, v reflect.Value) {
	if w.count(v) {
		return
	}
	keys, items := f.sorted(v)
	for _, key := range keys {
		w.text(key.name, f.lexicon)
		f.item.write(w, items.Index(key.item))
	}
}

func (f *mapForm) sorted(v reflect.Value) ([]mapKey, reflect.Value) {
	keys, items := make([]mapKey, v.Len()), reflect.MakeSlice(f.entries, v.Len(), v.Len())
	name := ""
	at := reflect.ValueOf(&name).Elem()
	for i, entries := 0, v.MapRange(); entries.Next(); i++ {
		at.SetIterKey(entries)
		items.Index(i).SetIterValue(entries)
		keys[i] = mapKey{name, i}
	}
	slices.SortFunc(keys, func(a, b mapKey) int { return cmp.Compare(a.name, b.name) })
	return keys, items
}

func (f *mapForm) read(r *packReader, into reflect.Value) {
	n, isNil := r.count(2)
	if isNil {
		return
	}
	into.Set(reflect.MakeMapWithSize(f.of, n))
	item, last := reflect.New(f.of.Elem()).Elem(), ""
	for i := 0; i < n && !r.bad; i++ {
		name := r.text(f.lexicon)
		r.bad = r.bad || i > 0 && name <= last
		item.SetZero()
		f.item.read(r, item)
		r.key.SetString(name)
		into.SetMapIndex(r.key, item)
		last = name
	}
}
