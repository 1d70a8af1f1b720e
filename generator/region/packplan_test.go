package region

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"
)

// A field of a type without a packed form is told by its place when the codec
// is made, which is before anything can be lost.
func TestTypesWithoutAForm(t *testing.T) {
	for place, v := range map[string]any{
		"X.Answers": struct{ Answers map[int]string }{},
		"X.Next":    struct{ Next *Source }{},
		"X.Seen.wall": struct {
			Name string
			Seen time.Time
		}{},
		"X.Lists": struct{ Lists [][]chan int }{},
	} {
		func() {
			defer func() {
				if said := fmt.Sprint(recover()); !strings.Contains(said, place) {
					t.Errorf("%s: %s", place, said)
				}
			}()
			newPlanner(edition()).form(reflect.TypeOf(v), "", "X")
		}()
	}
}

// Types that the schema may come to use are packed already.
func TestFormsOfOtherTypes(t *testing.T) {
	type other struct {
		Flags  []bool
		Small  int8
		Deep   map[string]map[string][]float64
		Nested struct{ Truth, Other bool }
		Lists  [][]string
	}
	o := other{Flags: []bool{true, false}, Small: -7, Deep: map[string]map[string][]float64{"a": {"b": {1, -0.5, 20.2}}, "c": nil}, Lists: [][]string{nil, {}, {"yes"}}}
	o.Nested.Other = true
	back := other{}
	if bad := through(reflect.ValueOf(&o).Elem(), reflect.ValueOf(&back).Elem()); bad || !reflect.DeepEqual(back, o) {
		t.Errorf("%+v\n%+v", back, o)
	}
	wide, narrow := 128, int8(0)
	if !through(reflect.ValueOf(&wide).Elem(), reflect.ValueOf(&narrow).Elem()) {
		t.Errorf("128 is %d in a byte", narrow)
	}
}

// through packs a value of any type and reads it into another.
func through(v, into reflect.Value) (bad bool) {
	w, p := new(packWriter), newPlanner(edition())
	p.form(v.Type(), "", "").write(w, v)
	r := &packReader{all: string(w.body), end: len(w.body)}
	r.key = reflect.ValueOf(&r.name).Elem()
	p.form(into.Type(), "", "").read(r, into)
	return r.bad || r.at != r.end
}

// A number comes back with all its bits, and the usual ones are short.
func TestNumbersKeepTheirBits(t *testing.T) {
	for x, most := range map[float64]int{0: 1, 1: 1, -3: 1, 20.2: 2, 0.07: 1, -12.34: 2, 487: 2, 6_596_233: 4, 1 << 49: 8, 1 << 50: 9, 1 << 61: 9, -1 << 62: 9,
		math.Pi: 9, 0.1 + 0.2: 9, math.Copysign(0, -1): 9, math.NaN(): 9, math.Inf(-1): 9, math.MaxFloat64: 9, math.SmallestNonzeroFloat64: 9} {
		w := new(packWriter)
		w.float(x)
		r := &packReader{all: string(w.body), end: len(w.body)}
		if back := r.float(); math.Float64bits(back) != math.Float64bits(x) || r.bad || len(w.body) > most {
			t.Errorf("%v comes back as %v from %d bytes", x, back, len(w.body))
		}
	}
}

// Words take a byte or two, a text that stands in the region already too, and
// the texts of an opened region lie in its bytes.
func TestTextsAreSmall(t *testing.T) {
	size := func(r *Region) int { return len(NewCodec(edition()).Pack(r)) }
	one := size(&Region{Topics: []string{"research"}})
	if two := size(&Region{Topics: []string{"research", "prevention"}}); two != one+1 {
		t.Errorf("a topic more takes %d bytes", two-one)
	}
	long := strings.Repeat("a long text ", 20)
	once := size(&Region{Name: "x", Also: []string{long}})
	if twice := size(&Region{Name: "x", Also: []string{long, long}}); twice > once+2 {
		t.Errorf("the same text again takes %d bytes", twice-once)
	}
	codec := NewCodec(edition())
	p := codec.Pack(&Region{Body: strings.Repeat(long, 1000)})
	if opening := testing.AllocsPerRun(100, func() { _, _ = codec.Region(p) }); opening > 3 {
		t.Errorf("opening one text takes %v allocations", opening)
	}
}
