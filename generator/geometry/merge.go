package geometry

import "slices"

// slot numbers references from 0: those of an arc follow each other.
func slot(ref int) int {
	if ref < 0 {
		return 2*^ref + 1
	}
	return 2 * ref
}

// stops lists, for the nodes of a map, the references that start there, in the order in
// which they were given.
type stops struct {
	first []int32 // by node: a place in refs and 1, 0 for none
	next  []int32 // by place in refs: the next that starts at the same node
	refs  []int
}

func (t *Topology) stops(refs []int) stops {
	s := stops{make([]int32, t.nodes), make([]int32, len(refs)), refs}
	for i, ref := range slices.Backward(refs) {
		n, _ := t.ends(ref)
		s.next[i], s.first[n] = s.first[n], int32(i+1)
	}
	return s
}

// at goes through the references that start at a node.
func (s stops) at(node int) func(yield func(ref int) bool) {
	return func(yield func(ref int) bool) {
		for i := s.first[node]; i > 0 && yield(s.refs[i-1]); i = s.next[i-1] {
		}
	}
}

// outline returns the rings around some features together: arcs used in both
// directions lie inside and are dropped, what remains is joined to rings.
// Several features that do not touch keep their rings.
func (t *Topology) outline(features []int) [][]int {
	if len(features) == 1 {
		return t.features[features[0]].rings
	}
	var refs []int
	has := make([]bool, 2*len(t.arcs))
	for _, f := range features {
		for _, ring := range t.features[f].rings {
			for _, ref := range ring {
				refs = append(refs, ref)
				has[slot(ref)] = true
			}
		}
	}
	return t.rings(slices.DeleteFunc(refs, func(ref int) bool { return has[slot(^ref)] }))
}

// rings joins directed arcs to closed rings, in the order given. It relies on
// every node having as many arcs in as out, which closed rings always have.
func (t *Topology) rings(refs []int) [][]int {
	from, used := t.stops(refs), make([]bool, 2*len(t.arcs))
	var rings [][]int
	for _, first := range refs {
		var ring []int
		start, _ := t.ends(first)
		for ref := first; !used[slot(ref)]; {
			used[slot(ref)] = true
			ring = append(ring, ref)
			_, at := t.ends(ref)
			if at == start {
				break
			}
			for next := range from.at(at) {
				if !used[slot(next)] {
					ref = next
					break
				}
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
	both, meeting := make([]int, 0, 2*len(arcs)), make([]int, t.nodes)
	for _, a := range arcs {
		both = append(both, a, ^a)
		meeting[t.arcs[a].from]++
		meeting[t.arcs[a].to]++
	}
	var starts []int
	for _, ref := range both {
		if n, _ := t.ends(ref); meeting[n]%2 == 1 {
			starts = append(starts, ref)
		}
	}
	at, used := t.stops(both), make([]bool, len(t.arcs))
	var lines [][]int
	for _, ref := range append(starts, arcs...) {
		if line := t.walk(ref, at, used); len(line) > 0 {
			lines = append(lines, line)
		}
	}
	return lines
}

// walk follows unused arcs from a reference on as far as they go, and marks them used.
func (t *Topology) walk(ref int, from stops, used []bool) []int {
	var line []int
	for !used[arcOf(ref)] {
		used[arcOf(ref)] = true
		line = append(line, ref)
		_, node := t.ends(ref)
		for next := range from.at(node) {
			if !used[arcOf(next)] {
				ref = next
				break
			}
		}
	}
	return line
}
