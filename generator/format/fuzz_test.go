package format

import (
	"slices"
	"testing"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/source"
)

// FuzzApply promises that an edit of a value that is there works or is refused,
// and that an edit to what stands there already changes no byte.
func FuzzApply(f *testing.F) {
	for i, front := range awkward {
		f.Add(front, i, "1", "x")
	}
	edition := words()
	f.Fuzz(func(t *testing.T, front string, nth int, value, name string) {
		text := "+++\n" + front + "\n+++\nText\n"
		facts, faults := source.Facts("", text)
		tree, ok := read(text)
		if len(faults) > 0 || !ok {
			return
		}
		var keys []problem.Key
		for key := range leaves(facts, "", map[problem.Key]string{}) {
			keys = append(keys, key)
		}
		if len(keys) == 0 {
			return
		}
		slices.Sort(keys)
		key := keys[int(uint(nth)%uint(len(keys)))]
		v, found := tree.find(key)
		if !found {
			t.Fatalf("no place for %q", key)
		}
		if same, err := Apply(edition, text, []Edit{{key, tree.Raw(v.Span)}}); err != nil || plain(same) != plain(text) {
			t.Fatalf("%s: %v\n%q became\n%q", key, err, text, same)
		}
		for _, edit := range []Edit{{key, value}, {key, ""}, {key.Parent().Field("-"), value}, {key.Parent().Field(name), value}, {key.Parent(), ""}} {
			after, err := Apply(edition, text, []Edit{edit})
			if err == nil == (after == "") {
				t.Fatalf("%+v gives %q and %v", edit, after, err)
			}
		}
	})
}
