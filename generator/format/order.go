package format

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// schema knows the order of the fields of a region file: the order in which
// room region declares them, and for a table by a vocabulary the order of its
// words in atlas.toml.
type schema struct{ edition *region.Edition }

// field is a place in the schema; its zero value is a place the schema does
// not have.
type field struct {
	of    reflect.Type
	keys  string // the vocabulary of a table's keys
	short string // the key of the field that a bare value stands for
}

func (s schema) top() field { return field{of: reflect.TypeFor[region.Region]()} }

// last is the rank of what the schema does not know.
const last = 1 << 20

// below is the field with the name, and its rank among its neighbours.
func (s schema) below(f field, name string) (rank int, at field) {
	if f.of == nil {
		return last, field{}
	}
	switch f.of.Kind() {
	case reflect.Struct:
		return s.member(f.of, name)
	case reflect.Map:
		if i := slices.Index(s.edition.Vocabulary(f.keys), name); i >= 0 {
			return i, described(f.of.Elem(), "")
		}
		return last, described(f.of.Elem(), "")
	case reflect.Slice:
		return 0, described(f.of.Elem(), "")
	}
	return last, field{}
}

func (s schema) member(t reflect.Type, name string) (rank int, at field) {
	table := region.TableOf(t)
	if i := table.Rank(name); i >= 0 {
		return i, described(table[i].Type, table[i].Keys)
	}
	return last, field{}
}

func described(t reflect.Type, keys string) field {
	short, _ := region.TableOf(t).Short()
	return field{t, keys, short.Key}
}

// hasBlocks holds for a list whose entries are written as [[…]]; the native
// names are short and stand in brackets.
func hasBlocks(key string, t reflect.Type) bool {
	return t.Kind() == reflect.Slice && region.TableOf(t.Elem()) != nil && key != "names"
}

// at is the place of a key in the schema.
func (s schema) at(key problem.Key) field {
	f := s.top()
	for _, step := range key.Steps() {
		_, f = s.below(f, step)
	}
	return f
}

// step is where one part of a key stands among its neighbours.
type step struct {
	rank int
	name string
}

// rank places a key in the order of the schema; what the schema does not know
// comes last, by name.
func (s schema) rank(key problem.Key) []step {
	var ranks []step
	f := s.top()
	for _, name := range key.Steps() {
		if f.of != nil && f.of.Kind() == reflect.Slice || isNumber(name) && f.of == nil {
			ranks = append(ranks, step{rank: number(name)})
			_, f = s.below(f, name)
			continue
		}
		rank, next := s.below(f, name)
		ranks = append(ranks, step{rank, name})
		f = next
	}
	return ranks
}

func compareRanks(a, b []step) int {
	return slices.CompareFunc(a, b, func(x, y step) int {
		return cmp.Or(cmp.Compare(x.rank, y.rank), cmp.Compare(x.name, y.name))
	})
}

func isNumber(text string) bool {
	return text != "" && len(text) < 10 && strings.Trim(text, "0123456789") == ""
}

// number reads digits; what is no number is far away.
func number(text string) int {
	if !isNumber(text) {
		return last
	}
	n := 0
	for _, r := range text {
		n = n*10 + int(r-'0')
	}
	return n
}
