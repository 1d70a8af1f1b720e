package region

import (
	"errors"
	"fmt"
	"math/bits"
	"reflect"
	"strings"
	"sync"
)

// Packed is a region in few bytes: the words of the vocabularies as numbers,
// every other text as it is. The texts of a region that is opened are parts of
// its Packed. The empty one is no region.
type Packed string

// Codec turns regions into few bytes and back. It is only read after NewCodec:
// any number of goroutines may use it.
type Codec struct {
	parts   []partForm
	dialect string
	writers sync.Pool
}

// NewCodec makes the codec of an atlas, which writes the words of the edition's
// vocabularies as small numbers. It panics when the schema holds a type that
// has no packed form, whatever the edition.
func NewCodec(e *Edition) *Codec {
	p := newPlanner(e)
	c := &Codec{parts: p.parts(), dialect: p.dialect()}
	c.writers.New = func() any { return new(packWriter) }
	return c
}

// Dialect names the schema and the words that the codec writes by: what one
// codec packed, only a codec of the same dialect can open. It suits a file name.
func (c *Codec) Dialect() string { return c.dialect }

// Parts is a set of the fields of Region.
type Parts uint64

// PartsOf is the set of the fields with the keys: keys of a region file, "file"
// or "body". It panics when the schema does not have a key.
func PartsOf(keys ...string) Parts {
	known, set := partNumbers(), Parts(0)
	for _, key := range keys {
		i, is := known[key]
		if !is {
			panic("region: no part of a region is called " + key)
		}
		set |= 1 << i
	}
	return set
}

var partNumbers = sync.OnceValue(func() map[string]int {
	numbers := map[string]int{}
	for i, field := range partFields() {
		numbers[partName(field)] = i
	}
	return numbers
})

// partFields lists the fields of Region that are packed: all but Unread, which
// tells of a file and not of the region.
func partFields() []reflect.StructField {
	var fields []reflect.StructField
	for _, field := range reflect.VisibleFields(reflect.TypeFor[Region]()) {
		if field.Name != "Unread" {
			fields = append(fields, field)
		}
	}
	return fields
}

func partName(field reflect.StructField) string {
	name, _, _ := strings.Cut(field.Tag.Get("toml"), ",")
	if name == "-" {
		return strings.ToLower(field.Name)
	}
	return name
}

// The bytes of a region: the set of the parts that are not zero, the length of
// each of them, and then the parts, in the order of the schema.

// Pack writes a region. The same region gives the same bytes each time.
func (c *Codec) Pack(r *Region) Packed {
	w := c.writers.Get().(*packWriter)
	defer c.writers.Put(w)
	w.reset()
	v, given := reflect.ValueOf(r).Elem(), Parts(0)
	for i, part := range c.parts {
		if field := v.Field(part.field); !field.IsZero() {
			given |= 1 << i
			start := len(w.body)
			part.form.write(w, field)
			w.lengths = append(w.lengths, len(w.body)-start)
		}
	}
	return w.packed(given)
}

// Region reads a whole region, all but Unread. Bytes that Pack of this dialect
// did not write give an error or some region.
func (c *Codec) Region(p Packed) (*Region, error) { return c.Open(p, ^Parts(0)) }

// Open reads the wanted parts of a region; all others are zero.
func (c *Codec) Open(p Packed, want Parts) (*Region, error) {
	lengths := [64]int{}
	r, given := startReading(p, len(c.parts), &lengths)
	into := new(Region)
	v := reflect.ValueOf(into).Elem()
	for set := given; set != 0 && !r.bad; set &= set - 1 {
		i := bits.TrailingZeros64(uint64(set))
		r.end = r.at + lengths[i]
		if want&(1<<i) != 0 {
			c.parts[i].form.read(r, v.Field(c.parts[i].field))
			r.bad = r.bad || r.at != r.end
		}
		r.at = r.end
	}
	if r.bad {
		return nil, fmt.Errorf("opening a packed region of %d bytes: %w", len(p), errDamaged)
	}
	return into, nil
}

var errDamaged = errors.New("the bytes are damaged")
