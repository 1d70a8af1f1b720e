package match

import (
	"iter"
	mathbits "math/bits"
	"slices"

	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// set is a set of small numbers, one bit for each.
type set []uint64

func (s *set) add(n int) {
	for len(*s) <= n/64 {
		*s = append(*s, 0)
	}
	(*s)[n/64] |= 1 << (n % 64)
}

// word is the i-th word of bits; beyond the last one nothing is in the set.
func (s set) word(i int) uint64 {
	if i < len(s) {
		return s[i]
	}
	return 0
}

// shared goes through the numbers that are in both sets, in their order.
func shared(a, b set) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range min(len(a), len(b)) {
			for w := a[i] & b[i]; w != 0; w &= w - 1 {
				if !yield(64*i + mathbits.TrailingZeros64(w)) {
					return
				}
			}
		}
	}
}

// countShared counts the numbers that are in both sets.
func countShared(a, b set) int {
	n := 0
	for i := range min(len(a), len(b)) {
		n += mathbits.OnesCount64(a[i] & b[i])
	}
	return n
}

// traits are what a region is compared by with every other, as sets: what stands in
// lists of words would be compared word by word, for every pair of regions.
type traits struct {
	networks set // places of those that it is a member of, without networks of place
	topics   set // places of those that it covers
	codes    set // numbers of the codes that it states, in all classifications
	above    set // numbers of the codes right above them
	several  set // of those above two of them or more
}

// codeNumbers gives every code that is stated, or that stands right above one, a number.
type codeNumbers struct {
	numbers map[string]int // by classification and code
	above   []int          // the number of the code right above each; -1 for none
}

func (c *codeNumbers) number(of *region.Classification, code string) int {
	key := of.Key + "\n" + code
	n, known := c.numbers[key]
	if !known {
		n = len(c.above)
		c.numbers[key], c.above = n, append(c.above, -1)
		if parent := of.Parent(code); parent != "" {
			above := c.number(of, parent)
			c.above[n] = above
		}
	}
	return n
}

func (c *codeNumbers) traitsOf(r *profile.Region) traits {
	var t traits
	for n := range r.Memberships {
		if m := &r.Memberships[n]; !m.Network.Area && m.IsMember() {
			t.networks.add(n)
		}
	}
	for n := range r.Topics {
		if r.Topics[n].Listing == profile.Covered {
			t.topics.add(n)
		}
	}
	for _, list := range r.Codes {
		for _, code := range list.Stated() {
			n := c.number(list.Classification, code)
			t.codes.add(n)
			if up := c.above[n]; up >= 0 {
				if t.above.word(up/64)&(1<<(up%64)) != 0 {
					t.several.add(up)
				}
				t.above.add(up)
			}
		}
	}
	return t
}

// extent is how much two regions have in common, for an order: a topic and an exact code
// count two, a code one level up one. It counts what between lists.
func (c *codeNumbers) extent(a, b *traits) int {
	return 2*countShared(a.topics, b.topics) + 2*countShared(a.codes, b.codes) + c.meetings(a, b)
}

// meetings counts the codes one level up at which different codes of two regions meet,
// without those that both state.
func (c *codeNumbers) meetings(a, b *traits) int {
	var same set // codes above a code that both state
	for n := range shared(a.codes, b.codes) {
		if up := c.above[n]; up >= 0 {
			same.add(up)
		}
	}
	n := 0
	for i := range max(len(a.codes), len(b.codes), len(a.above), len(b.above)) {
		x, y := a.above.word(i), b.above.word(i)
		// Where each has one code below, and it is the same, no different codes meet.
		alone := same.word(i) &^ a.several.word(i) &^ b.several.word(i)
		meet := x&y&^alone | x&b.codes.word(i) | a.codes.word(i)&y
		n += mathbits.OnesCount64(meet &^ (a.codes.word(i) & b.codes.word(i)))
	}
	return n
}

// best keeps the first so many of what is added, in an order; what was added before
// comes before its equals.
type best[T any] struct {
	most  int
	order func(a, b T) int
	list  []T
}

func (b *best[T]) add(x T) {
	if len(b.list) >= b.most {
		if b.most <= 0 || b.order(b.list[b.most-1], x) <= 0 {
			return
		}
		b.list = b.list[:b.most-1]
	}
	at := len(b.list)
	for at > 0 && b.order(b.list[at-1], x) > 0 {
		at--
	}
	b.list = slices.Insert(b.list, at, x)
}
