package page

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
)

// published is the atlas that this project publishes.
func published(t testing.TB) (*region.Edition, []*region.Region) {
	t.Helper()
	folder := source.Open(os.DirFS("../../regions"))
	edition, faults, err := folder.Edition()
	names, listErr := folder.List()
	if err != nil || listErr != nil || len(faults) > 0 || len(names) < 32 {
		t.Fatal(err, listErr, faults, len(names))
	}
	var regions []*region.Region
	for _, name := range names {
		r, faults := folder.Region(name)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		regions = append(regions, &r)
	}
	return &edition, regions
}

func realLand(t testing.TB) *Land {
	t.Helper()
	return NewLand(topology(t, "europe"), topology(t, "overseas"))
}

// chance changes regions at random, by their fields and the tags of these: words
// are those of the vocabularies, so that what is written is also read.
type chance struct {
	*rand.Rand
	edition *region.Edition
	codes   []string // that the map can draw
}

// setField gives the field of a region with a number another value: a new one,
// or the old one with something in it changed.
func (c chance) setField(r *region.Region, field int) {
	v := reflect.ValueOf(r).Elem().Field(field)
	if f := reflect.TypeFor[region.Region]().Field(field); c.IntN(2) == 0 {
		c.fill(v, f)
	} else {
		c.touch(v, f)
	}
	c.cite(r)
}

// cite adds the sources that a region names: a checked region has them all.
func (c chance) cite(r *region.Region) {
	for _, section := range slices.Sorted(maps.Keys(r.From)) {
		for _, key := range r.From[section] {
			if r.SourceNamed(key) == nil {
				r.Sources = append(r.Sources, region.Source{Key: key, Title: c.text()})
			}
		}
	}
}

// fill sets a value of which f is the field that it stands in.
func (c chance) fill(v reflect.Value, f reflect.StructField) {
	switch v.Interface().(type) {
	case region.Value:
		v.Set(reflect.ValueOf(c.value()))
		return
	case region.Date:
		v.Set(reflect.ValueOf(region.Date{Year: 2020 + c.IntN(7), Month: 1 + c.IntN(12), Day: 1 + c.IntN(28)}))
		return
	case region.Shape:
		v.Set(reflect.ValueOf(c.shape()))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(c.word(f))
	case reflect.Int:
		v.SetInt(int64(c.number(f)))
	case reflect.Bool:
		v.SetBool(c.IntN(2) == 0)
	case reflect.Struct:
		for i := range v.NumField() {
			if c.IntN(3) > 0 {
				c.fill(v.Field(i), v.Type().Field(i))
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), c.IntN(5), 5))
		for i := range v.Len() {
			c.fill(v.Index(i), f)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range c.IntN(8) {
			c.put(v, f, c.key(f))
		}
	default:
		panic("no chance for " + v.Type().String())
	}
}

// touch changes one thing somewhere in a value.
func (c chance) touch(v reflect.Value, f reflect.StructField) {
	_, isValue := v.Interface().(region.Value)
	_, isShape := v.Interface().(region.Shape)
	switch {
	case v.Kind() == reflect.Struct && !isValue && !isShape && v.Type() != reflect.TypeFor[region.Date]():
		i := c.IntN(v.NumField())
		c.touch(v.Field(i), v.Type().Field(i))
	case v.Kind() == reflect.Slice && v.Len() > 0 && c.IntN(4) > 0:
		c.touch(v.Index(c.IntN(v.Len())), f)
	case v.Kind() == reflect.Slice && v.Len() > 0:
		i := c.IntN(v.Len())
		v.Set(reflect.AppendSlice(v.Slice(0, i), v.Slice(i+1, v.Len())))
	case v.Kind() == reflect.Map && v.Len() > 0 && c.IntN(4) > 0:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		key := keys[c.IntN(len(keys))]
		item := reflect.New(v.Type().Elem()).Elem()
		item.Set(v.MapIndex(key))
		c.touch(item, f)
		v.SetMapIndex(key, item)
	default:
		c.fill(v, f)
	}
}

func (c chance) put(v reflect.Value, f reflect.StructField, key string) {
	item := reflect.New(v.Type().Elem()).Elem()
	c.fill(item, f)
	v.SetMapIndex(reflect.ValueOf(key), item)
}

func (c chance) key(f reflect.StructField) string {
	return c.one(c.edition.Vocabulary(f.Tag.Get("keys")))
}

func (c chance) one(words []string) string { return words[c.IntN(len(words))] }

// word is a text that may stand in a field.
func (c chance) word(f reflect.StructField) string {
	switch key, _, _ := strings.Cut(f.Tag.Get("toml"), ","); {
	case f.Tag.Get("one") != "":
		return c.one(c.edition.Vocabulary(f.Tag.Get("one")))
	case key == "code":
		return c.one(c.codes)
	case key == "codes":
		list := c.edition.Classifications[c.IntN(len(c.edition.Classifications))]
		return c.one(list.Codes())
	case key == "from" || key == "source":
		return fmt.Sprint("source", c.IntN(3))
	case key == "status":
		return region.Statuses()[c.IntN(len(region.Statuses()))].Key
	case key == "aliases":
		return fmt.Sprint("old-", c.Uint64())
	case c.IntN(4) == 0 && f.Name != "Name":
		return ""
	}
	return c.text()
}

func (c chance) text() string { return fmt.Sprint("Text ", c.IntN(1_000_000)) }

func (c chance) number(f reflect.StructField) int {
	if f.Name == "Year" {
		return 2015 + c.IntN(8)
	}
	return c.IntN(9)
}

// value is a number, a class, or nothing.
func (c chance) value() region.Value {
	switch c.IntN(5) {
	case 0:
		return region.Value{}
	case 1, 2:
		var words []string
		for _, i := range c.edition.Indicators {
			for _, s := range i.Scales {
				words = append(words, s.Groups...)
			}
		}
		return region.Value{Word: c.one(words), Given: true}
	}
	if c.IntN(2) == 0 { // values that are the same, or almost: one place on a strip
		return region.Value{Number: 100 + float64(c.IntN(3))/1000, Given: true}
	}
	return region.Value{Number: float64(c.IntN(2_000_000)) / 100, Given: true}
}

func (c chance) shape() region.Shape {
	switch c.IntN(3) {
	case 0:
		return region.Shape{Lon: -8 + 30*c.Float64(), Lat: 38 + 20*c.Float64(), Remark: c.text()}
	case 1:
		return region.Shape{Code: c.one(c.codes), Remark: c.text()}
	}
	return region.Shape{}
}

// filled is a region with chance in every field.
func (c chance) filled(code string) *region.Region {
	r := &region.Region{}
	for _, i := range packedFields() {
		c.fill(reflect.ValueOf(r).Elem().Field(i), reflect.TypeFor[region.Region]().Field(i))
	}
	r.Code, r.File = code, code+".md"
	c.cite(r)
	return r
}

// packedFields are the numbers of the fields of a region, all but Unread.
func packedFields() []int {
	var fields []int
	for i, f := range reflect.VisibleFields(reflect.TypeFor[region.Region]()) {
		if f.Name != "Unread" {
			fields = append(fields, i)
		}
	}
	return fields
}

// plannerOf plans the pages of regions by a setting that is already there; nil
// when the regions do not go together.
func plannerOf(s *setting, entries []*atlas.Entry) *Planner {
	a, _ := atlas.New(s.edition, entries, s.land)
	if a == nil {
		return nil
	}
	p := NewPlanner(a, s.land, s.style)
	p.setting = s
	return p
}
