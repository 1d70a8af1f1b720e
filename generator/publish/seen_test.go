package publish

import (
	"reflect"
	"testing"
)

func TestSeenAsBytes(t *testing.T) {
	for _, seen := range []Seen{{}, {"a": {}}, {"index.html": {1, 2, 3, 4, [8]byte{5}}, "regions/be1.html": {-1, -2, -3, 1 << 63, [8]byte{255}},
		"regions/be10.html": {Size: 1 << 62}, "regions/be2.html": {Modified: 1763676000123456789}}} {
		data, err := seen.AppendBinary(nil)
		if err != nil {
			t.Fatal(err)
		}
		got, err := ParseSeen(data)
		if err != nil || !reflect.DeepEqual(got, seen) {
			t.Errorf("%v became %v, %v", seen, got, err)
		}
		for n := range data {
			if got, err := ParseSeen(data[:n]); err == nil {
				t.Errorf("a part of a record was taken as %v", got)
			}
		}
		if _, err := ParseSeen(append(data, 0)); err == nil {
			t.Error("a record with something behind it was taken")
		}
	}
}

func FuzzParseSeen(f *testing.F) {
	good, _ := Seen{"regions/be1.html": {1, 2, 3, 4, [8]byte{5}}, "regions/be2.html": {Size: 6}}.AppendBinary(nil)
	f.Add(good)
	f.Add([]byte(seenHead + "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"))
	f.Add([]byte(seenHead + "\x02\x00\x01a"))
	f.Fuzz(func(t *testing.T, data []byte) {
		seen, err := ParseSeen(data)
		if err != nil {
			return
		}
		bytes, _ := seen.AppendBinary(nil)
		if back, err := ParseSeen(bytes); err != nil || !reflect.DeepEqual(back, seen) {
			t.Errorf("%v became %v, %v", seen, back, err)
		}
	})
}
