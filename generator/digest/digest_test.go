package digest

import (
	"math"
	"testing"
)

type leaf struct {
	Text   string
	hidden int
}

type tree struct {
	Leaves []leaf
	By     map[string]leaf
	Next   *tree
	Any    any
	On     bool
	Size   float64
	Many   [2]uint16
	Raw    []byte
}

func full() tree {
	return tree{Leaves: []leaf{{"a", 1}, {"b", 2}}, By: map[string]leaf{"x": {"c", 3}, "y": {"d", 4}}, Next: &tree{Any: leaf{"e", 5}}, Any: 7, On: true, Size: 1.5, Many: [2]uint16{1, 2}, Raw: []byte("raw")}
}

func TestSameValuesShareASum(t *testing.T) {
	first := Of(full(), "x")
	for range 20 { // maps come in another order each time
		if Of(full(), "x") != first {
			t.Fatal("the same value has two sums")
		}
	}
}

// Every change, however deep, gives another sum; so do values that only look
// alike when they are written one after the other.
func TestEveryChangeShows(t *testing.T) {
	seen := map[Sum]string{Of(full()): "as it is"}
	for name, change := range map[string]func(*tree){
		"text": func(v *tree) { v.Leaves[1].Text = "B" }, "hidden": func(v *tree) { v.Leaves[0].hidden = 9 },
		"longer": func(v *tree) { v.Leaves = append(v.Leaves, leaf{}) }, "shorter": func(v *tree) { v.Leaves = v.Leaves[:1] },
		"key": func(v *tree) { v.By["z"] = v.By["y"]; delete(v.By, "y") }, "in map": func(v *tree) { v.By["x"] = leaf{"c", 4} },
		"swapped": func(v *tree) { v.By["x"], v.By["y"] = v.By["y"], v.By["x"] }, "pointer": func(v *tree) { v.Next = nil },
		"behind": func(v *tree) { v.Next.Any = leaf{"f", 5} }, "type": func(v *tree) { v.Any = int64(7) }, "nil": func(v *tree) { v.Any = nil },
		"bool": func(v *tree) { v.On = false }, "float": func(v *tree) { v.Size = 2.5 }, "nan": func(v *tree) { v.Size = math.NaN() },
		"array": func(v *tree) { v.Many[1] = 3 }, "bytes": func(v *tree) { v.Raw[0] = 'R' },
		"moved": func(v *tree) { v.Leaves[0].Text, v.Leaves[1].Text = "ab", "" },
	} {
		v := full()
		change(&v)
		sum := Of(v)
		if other, taken := seen[sum]; taken {
			t.Errorf("%q and %q have the same sum", name, other)
		}
		seen[sum] = name
	}
	for _, pair := range [][2]Sum{{Of("ab", "c"), Of("a", "bc")}, {Of([]string{"a"}, "b"), Of([]string{"a", "b"})}, {Of(), Of(nil)}, {Of(1), Of(uint(1))}, {Of(""), Of([]byte{})}} {
		if pair[0] == pair[1] {
			t.Error("two values that only look alike share a sum")
		}
	}
}

func TestWhatNobodyCanLookIntoPanics(t *testing.T) {
	for _, v := range []any{func() {}, make(chan int), struct{ f func() }{func() {}}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%T has a sum", v)
				}
			}()
			Of(v)
		}()
	}
}

func BenchmarkOf(b *testing.B) {
	rows := make([]tree, 250)
	for i := range rows {
		rows[i] = full()
	}
	for b.Loop() {
		Of(rows)
	}
}
