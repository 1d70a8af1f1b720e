package geometry

import "slices"

// outline returns the rings around some features together: arcs used in both
// directions lie inside and are dropped, what remains is joined to rings.
// Several features that do not touch keep their rings.
func (t *Topology) outline(features []int) [][]int {
	if len(features) == 1 {
		return t.features[features[0]].rings
	}
	var refs []int
	ahead, back := map[int]int{}, map[int]int{}
	for _, f := range features {
		for _, ring := range t.features[f].rings {
			for _, ref := range ring {
				refs = append(refs, ref)
				if ref < 0 {
					back[^ref]++
				} else {
					ahead[ref]++
				}
			}
		}
	}
	return t.rings(slices.DeleteFunc(refs, func(ref int) bool {
		return ahead[arcOf(ref)] > 0 && back[arcOf(ref)] > 0
	}))
}

// rings joins directed arcs to closed rings, in the order given. It relies on
// every node having as many arcs in as out, which closed rings always have.
func (t *Topology) rings(refs []int) [][]int {
	from := map[int][]int{} // node to the references that start there
	for _, ref := range refs {
		n, _ := t.ends(ref)
		from[n] = append(from[n], ref)
	}
	var rings [][]int
	used := map[int]bool{}
	for _, first := range refs {
		var ring []int
		start, _ := t.ends(first)
		for ref := first; !used[ref]; {
			used[ref] = true
			ring = append(ring, ref)
			_, at := t.ends(ref)
			if at == start {
				break
			}
			if i := slices.IndexFunc(from[at], func(r int) bool { return !used[r] }); i >= 0 {
				ref = from[at][i]
			}
		}
		if len(ring) > 0 {
			rings = append(rings, ring)
		}
	}
	return rings
}

// chains joins undirected arcs to lines as long as possible: first from the nodes where
// an odd number of arcs meet, for a line must end there, then the rest.
func (t *Topology) chains(arcs []int) [][]int {
	at := map[int][]int{} // node to the references that start there
	for _, a := range arcs {
		at[t.arcs[a].from] = append(at[t.arcs[a].from], a)
		at[t.arcs[a].to] = append(at[t.arcs[a].to], ^a)
	}
	var starts []int
	for _, a := range arcs {
		for _, ref := range [2]int{a, ^a} {
			if n, _ := t.ends(ref); len(at[n])%2 == 1 {
				starts = append(starts, ref)
			}
		}
	}
	used := make(map[int]bool, len(arcs))
	var lines [][]int
	for _, ref := range append(starts, arcs...) {
		if line := t.walk(ref, at, used); len(line) > 0 {
			lines = append(lines, line)
		}
	}
	return lines
}

// walk follows unused arcs from a reference on as far as they go, and marks them used.
func (t *Topology) walk(ref int, at map[int][]int, used map[int]bool) []int {
	var line []int
	for !used[arcOf(ref)] {
		used[arcOf(ref)] = true
		line = append(line, ref)
		_, node := t.ends(ref)
		for _, next := range at[node] {
			if !used[arcOf(next)] {
				ref = next
				break
			}
		}
	}
	return line
}
