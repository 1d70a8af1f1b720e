package region_test

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"

	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
)

// published is the atlas that this project publishes, with the sizes of its
// files in bytes.
func published(t testing.TB) (e *region.Edition, regions []*region.Region, sizes []int) {
	t.Helper()
	fsys := os.DirFS("../../regions")
	folder := source.Open(fsys)
	edition, faults, err := folder.Edition()
	names, listErr := folder.List()
	if err != nil || listErr != nil || len(faults) > 0 || len(names) < 32 {
		t.Fatal(err, listErr, faults, len(names))
	}
	for _, name := range names {
		r, _ := folder.Region(name)
		file, err := os.Stat("../../regions/" + name)
		if err != nil {
			t.Fatal(err)
		}
		regions, sizes = append(regions, &r), append(sizes, int(file.Size()))
	}
	return &edition, regions, sizes
}

func TestPublishedRegionsComeBack(t *testing.T) {
	edition, regions, sizes := published(t)
	codec := region.NewCodec(edition)
	packed, written := 0, 0
	for i, r := range regions {
		p := codec.Pack(r)
		comesBack(t, codec, r)
		packed, written = packed+len(p), written+sizes[i]
	}
	if share := 100 * packed / written; share >= 60 {
		t.Errorf("%d bytes packed are %d %% of %d bytes of files", packed, share, written)
	}
}

func comesBack(t *testing.T, codec *region.Codec, r *region.Region) {
	t.Helper()
	p := codec.Pack(r)
	back, err := codec.Region(p)
	if err != nil {
		t.Fatalf("%.20q: %v", r.File, err)
	}
	want := *r
	want.Unread = nil
	if !reflect.DeepEqual(back, &want) {
		t.Fatalf("%.20q comes back with %s", r.File, changed(back, &want))
	}
	if again := codec.Pack(back); again != p {
		t.Fatalf("%.20q: packed again it has other bytes", r.File)
	}
}

// changed names the first field in which two regions differ.
func changed(a, b *region.Region) string {
	x, y := reflect.ValueOf(a).Elem(), reflect.ValueOf(b).Elem()
	for i := range x.NumField() {
		if one, other := x.Field(i).Interface(), y.Field(i).Interface(); !reflect.DeepEqual(one, other) {
			return fmt.Sprintf("%s = %.200q, not %.200q", x.Type().Field(i).Name, fmt.Sprint(one), fmt.Sprint(other))
		}
	}
	return "no change"
}

// A region with every field set, at every depth, and others with any of them.
func TestEveryFieldIsPacked(t *testing.T) {
	edition, _, _ := published(t)
	codec := region.NewCodec(edition)
	for _, chance := range []int{100, 80, 50, 10} {
		for seed := range uint64(100) {
			f := filler{rand.New(rand.NewPCG(seed, 1)), chance, words(edition)}
			r := &region.Region{}
			f.fill(reflect.ValueOf(r).Elem())
			if chance == 100 {
				everySet(t, reflect.ValueOf(*r), "Region")
			}
			comesBack(t, codec, r)
		}
	}
}

func words(e *region.Edition) []string {
	return append(e.Vocabulary("networks"), append(e.Vocabulary("topics"), region.Yes, region.NotReported, "de", "Strong +")...)
}

// filler sets fields of any type with the chance in percent.
type filler struct {
	*rand.Rand
	chance int
	words  []string
}

func (f filler) fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(f.text())
	case reflect.Int:
		v.SetInt(f.Int64()>>f.IntN(63)*int64(1-2*f.IntN(2)) | 1)
	case reflect.Float64:
		v.SetFloat([]float64{1, -3, 20.2, 0.07, 487, 6_596_233, math.Pi, math.Copysign(0, -1), 1e300, math.Inf(1), 1 << 50}[f.IntN(11)])
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Struct:
		for i := range v.NumField() {
			if f.IntN(100) < f.chance {
				f.fill(v.Field(i))
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), f.length(), 5))
		for i := range v.Len() {
			f.fill(v.Index(i))
		}
	case reflect.Map:
		f.fillMap(v)
	default:
		panic("no filling for " + v.Type().String())
	}
}

func (f filler) fillMap(v reflect.Value) {
	v.Set(reflect.MakeMap(v.Type()))
	for range f.length() {
		item := reflect.New(v.Type().Elem()).Elem()
		if f.IntN(100) < f.chance { // or a nil list
			f.fill(item)
		}
		v.SetMapIndex(reflect.ValueOf(f.text()), item)
	}
}

func (f filler) length() int {
	if f.chance == 100 {
		return 1 + f.IntN(3)
	}
	return f.IntN(4) // also lists and tables that are there and empty
}

// text repeats itself now and then, and is a known word now and then.
func (f filler) text() string {
	switch f.IntN(4) {
	case 0:
		return f.words[f.IntN(len(f.words))]
	case 1:
		return fmt.Sprint("be2-", f.IntN(3))
	case 2:
		return strings.Repeat("ä\xff", 1+f.IntN(200))
	}
	return fmt.Sprint(f.Uint64())
}

// everySet holds that no field below v is zero, so that a form that forgets one
// is found.
func everySet(t *testing.T, v reflect.Value, place string) {
	t.Helper()
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			everySet(t, v.Field(i), place+"."+v.Type().Field(i).Name)
		}
	case reflect.Slice:
		for i := range v.Len() {
			everySet(t, v.Index(i), place)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			everySet(t, v.MapIndex(key), place)
		}
	}
	if v.Kind() != reflect.Float64 && v.IsZero() || (v.Kind() == reflect.Slice || v.Kind() == reflect.Map) && v.Len() == 0 {
		t.Errorf("%s was not filled", place)
	}
}

// Lists and tables that are there and empty are not the same as none.
func TestEmptyIsNotNil(t *testing.T) {
	codec := region.NewCodec(&region.Edition{})
	comesBack(t, codec, &region.Region{})
	comesBack(t, codec, &region.Region{
		Names: []region.NativeName{}, Also: []string{""}, Topics: []string{}, Codes: map[string][]string{"a": nil, "b": {}},
		Figures: map[string][]region.Figure{"x": {{}}, "y": {}, "z": nil}, Memberships: map[string]region.Membership{},
		Initiatives: []region.Initiative{{Partners: []string{}}, {}}, Gaps: map[string]region.Gap{"topics": {Numbers: []int{}}},
	})
}

func TestOpenReadsTheWantedPartsOnly(t *testing.T) {
	edition, regions, _ := published(t)
	codec := region.NewCodec(edition)
	f := filler{rand.New(rand.NewPCG(1, 1)), 100, words(edition)}
	rich := &region.Region{}
	f.fill(reflect.ValueOf(rich).Elem())
	keys := partKeys()
	for _, r := range append(regions, rich) {
		p := codec.Pack(r)
		for i, key := range keys {
			opensTo(t, codec, p, region.PartsOf(key), only(r, key))
			other := keys[(i+7)%len(keys)]
			opensTo(t, codec, p, region.PartsOf(key, other), only(r, key, other))
		}
		opensTo(t, codec, p, 0, &region.Region{})
		opensTo(t, codec, p, region.PartsOf(keys...), only(r, keys...))
	}
}

func opensTo(t *testing.T, codec *region.Codec, p region.Packed, want region.Parts, whole *region.Region) {
	t.Helper()
	if got, err := codec.Open(p, want); err != nil || !reflect.DeepEqual(got, whole) {
		t.Fatalf("parts %b: %v, %s", want, err, changed(cmp.Or(got, &region.Region{}), whole))
	}
}

// partKeys names the fields of Region as an editor does, the file and the body
// as PartsOf does.
func partKeys() []string {
	keys := []string{"file", "body"}
	for i, of := 0, reflect.TypeFor[region.Region](); i < of.NumField(); i++ {
		if name, _, _ := strings.Cut(of.Field(i).Tag.Get("toml"), ","); name != "-" {
			keys = append(keys, name)
		}
	}
	return keys
}

// only is the region with all fields zero but those of the keys.
func only(r *region.Region, keys ...string) *region.Region {
	part := &region.Region{}
	from, into := reflect.ValueOf(r).Elem(), reflect.ValueOf(part).Elem()
	for i := range from.NumField() {
		field := from.Type().Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("toml"), ",")
		for _, key := range keys {
			if name == key || name == "-" && strings.EqualFold(field.Name, key) {
				into.Field(i).Set(from.Field(i))
			}
		}
	}
	return part
}

func TestPartsOfAnUnknownKey(t *testing.T) {
	for _, key := range []string{"", "-", "unread", "Code", "memberships.errin"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q is taken for a part", key)
				}
			}()
			region.PartsOf("code", key)
		}()
	}
}

// What one set of words packed must not be opened by another.
func TestDialects(t *testing.T) {
	edition, _, _ := published(t)
	dialect := region.NewCodec(edition).Dialect()
	if again := region.NewCodec(edition).Dialect(); again != dialect || len(dialect) < 16 {
		t.Errorf("%q and %q", dialect, again)
	}
	for what, change := range map[string]func(e *region.Edition){
		"topic":    func(e *region.Edition) { e.Topics = append(e.Topics, region.Term{Key: "new"}) },
		"networks": func(e *region.Edition) { e.Networks = e.Networks[1:] },
		"country":  func(e *region.Edition) { e.Countries = append(e.Countries, region.Country{Name: "New"}) },
		"group": func(e *region.Edition) {
			e.Indicators = append(e.Indicators, region.Indicator{Scales: []region.Scale{{Groups: []string{"New"}}}})
		},
	} {
		other := *edition
		if change(&other); region.NewCodec(&other).Dialect() == dialect {
			t.Errorf("another %s, and the same dialect", what)
		}
	}
}
