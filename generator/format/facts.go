package format

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
)

// leaves lists every value below raw that is no table and no list, as text.
func leaves(raw any, key problem.Key, into map[problem.Key]string) map[problem.Key]string {
	switch v := reflect.ValueOf(raw); v.Kind() {
	case reflect.Map:
		for name, below := range raw.(map[string]any) {
			leaves(below, key.Field(name), into)
		}
	case reflect.Slice:
		for i := range v.Len() {
			leaves(v.Index(i).Interface(), key.Item(i), into)
		}
	default:
		into[key] = fmt.Sprintf("%T %v", raw, raw)
	}
	return into
}

// firstDifference is the first key outside except whose value differs, or "".
func firstDifference(before, after map[string]any, except problem.Key) problem.Key {
	a, b := leaves(before, "", map[problem.Key]string{}),
		leaves(after, "", map[problem.Key]string{})
	different := func(keys, others map[problem.Key]string) (list []problem.Key) {
		for key, value := range keys {
			if other, there := others[key]; (!there || other != value) && !within(key, except) {
				list = append(list, key)
			}
		}
		return list
	}
	list := append(different(a, b), different(b, a)...)
	if len(list) == 0 {
		return ""
	}
	return slices.Min(list)
}

// within reports whether a key is another one or stands below it.
func within(key, other problem.Key) bool {
	return key == other || strings.HasPrefix(string(key), string(other)+"/")
}

// says reports whether a file has the value at the key, be it as the one word
// that stands for a whole table.
func says(facts map[string]any, key problem.Key, want any, s schema) bool {
	have, there := follow(facts, key)
	if there && same(have, want) {
		return true
	}
	if name := s.at(key).short; name != "" {
		if have, there := follow(facts, key.Field(name)); there && same(have, want) {
			return true
		}
	}
	list := key.Steps()
	if parent := s.at(key.Parent()); parent.short != "" && parent.short == list[len(list)-1] {
		have, there := follow(facts, key.Parent())
		return there && same(have, want)
	}
	return false
}

// same compares what the values say: one list of tables may be written in two
// ways.
func same(a, b any) bool {
	x, y := leaves(a, "", map[problem.Key]string{}), leaves(b, "", map[problem.Key]string{})
	return maps.Equal(x, y)
}

// follow goes along a key.
func follow(raw any, key problem.Key) (any, bool) {
	for _, step := range key.Steps() {
		switch v := reflect.ValueOf(raw); v.Kind() {
		case reflect.Map:
			below, there := raw.(map[string]any)[step]
			if !there {
				return nil, false
			}
			raw = below
		case reflect.Slice:
			if !isNumber(step) || number(step) >= v.Len() {
				return nil, false
			}
			raw = v.Index(number(step)).Interface()
		default:
			return nil, false
		}
	}
	return raw, true
}
