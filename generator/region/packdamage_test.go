package region_test

import (
	"encoding/binary"
	"math/rand/v2"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"

	"regional-atlas/generator/region"
)

func TestNoRegionInNoBytes(t *testing.T) {
	if r, err := region.NewCodec(&region.Edition{}).Region(""); err == nil || r != nil {
		t.Errorf("%+v, %v", r, err)
	}
}

// A packed region that lost its end, has more than its end, or claims a count
// that it has no bytes for, is an error.
func TestDamageIsFound(t *testing.T) {
	edition, regions, _ := published(t)
	codec := region.NewCodec(edition)
	for _, r := range regions {
		p := codec.Pack(r)
		for n := range len(p) {
			if _, err := codec.Region(p[:n]); err == nil {
				t.Fatalf("%s: %d of %d bytes are a region", r.File, n, len(p))
			}
		}
		if _, err := codec.Region(p + "\x00"); err == nil {
			t.Errorf("%s: a byte more is still a region", r.File)
		}
	}
}

// Bytes that no codec writes, part by part.
func TestMadeUpBytesAreFound(t *testing.T) {
	codec := region.NewCodec(&region.Edition{})
	opens := func(p string) bool { _, err := codec.Region(region.Packed(p)); return err == nil }
	if !opens(made("name", "\x02a")) || !opens(made("codes", "\x03\x02a\x01\x02b\x01")) {
		t.Fatal("the bytes are made up wrongly")
	}
	most := strings.Repeat("\xff", 9) + "\x01"
	for what, p := range map[string]string{
		"more than the text":               made("name", "\x02ab"),
		"less than the text":               made("name", "\x04a"),
		"a word that is not there":         made("name", "\xf1\xff\x03"),
		"a word where none may stand":      made("websites", "\x02\x04\x01"),
		"a text that stands further on":    made("name", "\x13"),
		"a text that stands at a word":     made("also", "\x03\x01\x07"),
		"a text that ends further on":      made("also", "\x03\x02\x0c\x0b"),
		"a field more than there are":      made("shape", "\x10"),
		"more items than bytes":            made("also", "\x80\x80\x80\x80\x04"),
		"more keys than bytes":             made("codes", "\x80\x80\x80\x80\x04"),
		"the same key twice":               made("codes", "\x03\x02a\x01\x02a\x01"),
		"keys out of order":                made("codes", "\x03\x02b\x01\x02a\x01"),
		"a number above 64 bits":           made("nuts_version", most[:9]+"\x02"),
		"a number without end":             made("nuts_version", most[:9]+"\x80\x01"),
		"half a number with decimals":      made("shape", "\x02\x03\x00\x00"),
		"a part more than there are":       string(binary.AppendUvarint(nil, 1<<40)) + "\x00",
		"every part and no lengths":        most,
		"a length beyond the end":          "\x01\x02",
		"a length beyond all":              "\x01" + most,
		"two lengths that overflow as one": "\x03" + most + "\x01\x00",
	} {
		if opens(p) {
			t.Errorf("%s: %q is a region", what, p)
		}
	}
}

// made is a packed region of one part with these bytes.
func made(key, bytes string) string {
	head := binary.AppendUvarint(nil, uint64(region.PartsOf(key)))
	return string(binary.AppendUvarint(head, uint64(len(bytes)))) + bytes
}

// TestDamageCostsLittle changes bytes at random: nothing may panic, nor ask for
// much more memory than the bytes could hold.
func TestDamageCostsLittle(t *testing.T) {
	edition, regions, _ := published(t)
	codec, rnd := region.NewCodec(edition), rand.New(rand.NewPCG(1, 2))
	bytes, before, after := 0, runtime.MemStats{}, runtime.MemStats{}
	runtime.ReadMemStats(&before)
	for range 500 {
		for _, r := range regions {
			p := []byte(codec.Pack(r))
			for range 1 + rnd.IntN(4) {
				bits := rnd.Uint32() // more of them set than not: large counts
				p[rnd.IntN(len(p))] = byte(bits) | byte(bits>>8)
			}
			bytes += len(p)
			_, _ = codec.Region(region.Packed(p)) // an error, or some region
		}
	}
	runtime.ReadMemStats(&after)
	if asked := after.TotalAlloc - before.TotalAlloc; asked > uint64(bytes)*mostPerByte {
		t.Errorf("%d bytes asked for %d bytes packed", asked, bytes)
	}
}

// The dearest region for its bytes is one of empty items.
func TestEmptyItemsCostLittle(t *testing.T) {
	codec, many := region.NewCodec(&region.Edition{}), 100_000
	p := codec.Pack(&region.Region{Initiatives: make([]region.Initiative, many), Organisations: make([]region.Organisation, many)})
	claim := region.Packed(made("initiatives", "\x80\x80\x80\x02")) // four million, and none of them
	for _, p := range []region.Packed{p, p[:len(p)-1], claim} {
		before, after := runtime.MemStats{}, runtime.MemStats{}
		runtime.ReadMemStats(&before)
		_, _ = codec.Region(p)
		runtime.ReadMemStats(&after)
		if asked := after.TotalAlloc - before.TotalAlloc; asked > 64<<10+uint64(len(p))*mostPerByte {
			t.Errorf("%d bytes asked for %d bytes packed", asked, len(p))
		}
	}
}

// mostPerByte bounds the memory for each byte of a packed region: an empty item
// of a list takes one, and about a hundred when it is opened.
const mostPerByte = 400

func FuzzOpen(f *testing.F) {
	edition, regions, _ := published(f)
	codec := region.NewCodec(edition)
	for _, r := range regions {
		f.Add(string(codec.Pack(r)), uint64(1<<5))
	}
	f.Fuzz(func(t *testing.T, packed string, want uint64) {
		before, after := runtime.MemStats{}, runtime.MemStats{}
		runtime.ReadMemStats(&before)
		whole, err := codec.Region(region.Packed(packed))
		runtime.ReadMemStats(&after)
		if asked := after.TotalAlloc - before.TotalAlloc; asked > 64<<10+uint64(len(packed))*mostPerByte {
			t.Fatalf("%d bytes asked for %d bytes packed", asked, len(packed))
		}
		part, partErr := codec.Open(region.Packed(packed), region.Parts(want))
		if err != nil {
			return
		}
		if partErr != nil || part == nil {
			t.Fatalf("a whole region has a part that is damaged: %v", partErr)
		}
		back, err := codec.Region(codec.Pack(whole))
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(back, whole) && !hasNaN(whole) {
			t.Fatal(changed(back, whole))
		}
	})
}

// hasNaN holds for a region with a number that is not equal to itself.
func hasNaN(r *region.Region) bool { return !reflect.DeepEqual(*r, *r) }

// Many may use one codec at once; the race detector watches.
func TestOneCodecForMany(t *testing.T) {
	edition, regions, _ := published(t)
	codec := region.NewCodec(edition)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for _, r := range regions {
				if back, err := codec.Region(codec.Pack(r)); err != nil || !reflect.DeepEqual(back, r) {
					t.Errorf("%s: %v", r.File, err)
				}
			}
		})
	}
	all.Wait()
}

func BenchmarkPack(b *testing.B) {
	edition, regions, _ := published(b)
	codec := region.NewCodec(edition)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if codec.Pack(regions[i%len(regions)]) == "" {
			b.Fatal("no bytes")
		}
	}
}

func BenchmarkNewCodec(b *testing.B) {
	edition, _, _ := published(b)
	b.ReportAllocs()
	for b.Loop() {
		region.NewCodec(edition)
	}
}

func BenchmarkOpen(b *testing.B) {
	for name, want := range map[string]region.Parts{
		"whole":   ^region.Parts(0),
		"three":   region.PartsOf("code", "name", "figures"),
		"answers": region.PartsOf("code", "memberships"),
		"lists":   region.PartsOf("code", "name", "initiatives", "organisations"),
		"code":    region.PartsOf("code"),
	} {
		b.Run(name, func(b *testing.B) { open(b, want) })
	}
}

func open(b *testing.B, want region.Parts) {
	edition, regions, _ := published(b)
	codec := region.NewCodec(edition)
	packed := make([]region.Packed, len(regions))
	for i, r := range regions {
		packed[i] = codec.Pack(r)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if _, err := codec.Open(packed[i%len(packed)], want); err != nil {
			b.Fatal(err)
		}
	}
}
