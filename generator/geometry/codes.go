package geometry

import (
	"slices"
	"strings"
)

// Codes returns the codes of the coded features, ascending.
func (t *Topology) Codes() []string {
	var codes []string
	for _, f := range t.features {
		if f.coded() {
			codes = append(codes, f.id)
		}
	}
	return codes
}

// members returns the features that a code stands for: the one of that id, or
// all whose id begins with it (BE1 is BE10; DE is every DE...). It is empty when
// the code cannot be drawn.
func (t *Topology) members(code string) []int {
	if len(code) < 2 || strings.HasPrefix(code, "_") {
		return nil
	}
	start, exact := slices.BinarySearchFunc(
		t.features,
		code,
		func(f feature, id string) int { return strings.Compare(f.id, id) },
	)
	if exact {
		return []int{start}
	}
	var found []int
	for i := start; i < len(t.features) && strings.HasPrefix(t.features[i].id, code); i++ {
		found = append(found, i)
	}
	if len(code) == 2 {
		return t.wholeCountry(found)
	}
	return found
}

// wholeCountry leaves out of the areas of a country those that lie on others: areas of
// its own codes over the regions of a map of all countries.
func (t *Topology) wholeCountry(found []int) []int {
	isOver := func(i int) bool { return t.features[i].isOver() }
	if !slices.ContainsFunc(found, func(i int) bool { return !isOver(i) }) {
		return found
	}
	return slices.DeleteFunc(found, isOver)
}

// Draws says whether a code has a shape, of its own or merged from the features below it.
func (t *Topology) Draws(code string) bool { return len(t.members(code)) > 0 }

// Approximate returns the sentence that says how the shape of exactly this code
// differs from the official one, or "" when it does not. A merged code has
// none: the doubtful lines are those inside it.
func (t *Topology) Approximate(code string) string {
	if m := t.members(code); len(m) == 1 {
		return t.features[m[0]].approximate
	}
	return ""
}

// Country returns the country of a code that can be drawn, else "".
func (t *Topology) Country(code string) string {
	if m := t.members(code); len(m) > 0 {
		return t.features[m[0]].country
	}
	return ""
}

// Nearby returns the codes that share the longest beginning with a code, of at
// least its country's two characters: what an editor may have meant. Ascending.
func (t *Topology) Nearby(code string) []string {
	for n := len(code); n >= 2; n-- {
		var found []string
		for _, f := range t.members(code[:n]) {
			found = append(found, t.features[f].id)
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// Neighbours returns, for each of the codes that has any, those of the others
// that share a border with it, ascending. A code is no neighbour of one that contains it.
func (t *Topology) Neighbours(codes []string) map[string][]string {
	within := make([][]string, len(t.features)) // codes that contain a feature
	for _, code := range slices.Compact(slices.Sorted(slices.Values(codes))) {
		for _, f := range t.members(code) {
			within[f] = append(within[f], code)
		}
	}
	found := map[string][]string{}
	for _, a := range t.arcs {
		for _, f := range a.users {
			for _, g := range a.users {
				meet(found, within[f], within[g])
			}
		}
	}
	for code := range found {
		slices.Sort(found[code])
		found[code] = slices.Compact(found[code])
	}
	return found
}

// meet notes the codes on the far side of an arc for those on the near side.
func meet(found map[string][]string, near, far []string) {
	for _, a := range near {
		for _, b := range far {
			if !slices.Contains(far, a) && !slices.Contains(near, b) {
				found[a] = append(found[a], b)
			}
		}
	}
}
