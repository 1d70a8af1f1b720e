package picture

import (
	"cmp"
	"math/bits"
	"slices"
)

// code is a Huffman code: its length in bits (0: none), and the bits as written.
type code struct{ length, bits uint32 }

// codesFor gives often used symbols short codes, none longer than the limit.
func codesFor(counts []int, limit int) []code {
	counts = slices.Clone(counts)
	for {
		lengths := depths(counts)
		if slices.Max(lengths) <= limit {
			return canonical(lengths)
		}
		for i, n := range counts { // flatter counts make a flatter tree
			counts[i] = (n + 1) / 2
		}
	}
}

// depths builds the tree of Huffman 1952 and returns how deep each symbol is.
func depths(counts []int) []int {
	type node struct{ count, symbol, left, right int }
	var nodes []node
	for symbol, n := range counts {
		if n > 0 {
			nodes = append(nodes, node{n, symbol, -1, -1})
		}
	}
	slices.SortStableFunc(nodes, func(a, b node) int { return cmp.Compare(a.count, b.count) })
	lengths := make([]int, len(counts))
	leaf, branch, leaves := 0, len(nodes), len(nodes)
	if leaves == 1 {
		lengths[nodes[0].symbol] = 1
		return lengths
	}
	least := func() int {
		if leaf < leaves && (branch == len(nodes) || nodes[leaf].count <= nodes[branch].count) {
			leaf++
			return leaf - 1
		}
		branch++
		return branch - 1
	}
	for range leaves - 1 {
		a, b := least(), least()
		nodes = append(nodes, node{nodes[a].count + nodes[b].count, -1, a, b})
	}
	deep := make([]int, len(nodes))
	for i := len(nodes) - 1; i >= leaves; i-- {
		deep[nodes[i].left], deep[nodes[i].right] = deep[i]+1, deep[i]+1
	}
	for i := range leaves {
		lengths[nodes[i].symbol] = deep[i]
	}
	return lengths
}

// canonical numbers codes of given lengths (RFC 1951, 3.2.2).
func canonical(lengths []int) []code {
	codes := make([]code, len(lengths))
	next := uint32(0)
	for length := 1; length <= 15; length++ {
		for symbol, n := range lengths {
			if n == length {
				codes[symbol] = code{uint32(length), bits.Reverse32(next) >> (32 - length)}
				next++
			}
		}
		next <<= 1
	}
	return codes
}
