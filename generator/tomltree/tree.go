// Package tomltree takes a TOML text apart without losing a byte of it. Every
// name, value, bracket, comma and comment stands in the tree with its place in
// the text; what lies between them is white space. Every key of the text has
// its place too, entries of lists and fields of inline tables included.
//
// It promises a tree for any text, in a time that grows with the text and not
// faster, and never a panic. What is not TOML becomes a stray piece of its line,
// and the reading goes on behind it. A text that nests too deeply or names too
// much is read up to there, and the tree says so: it must not be given to a
// parser, which may take hours over it.
//
// What a value means, and whether a text is TOML at all, is not decided here.
// Room source asks the parser; room format changes texts by their trees.
package tomltree

import "regional-atlas/generator/problem"

// Span is a stretch of a text in bytes, end excluded.
type Span struct{ Start, End int }

// Between is the stretch from one byte to another.
func Between(start, end int) Span { return Span{start, end} }

// IsEmpty holds for a stretch without a byte, so also for what is not there.
func (s Span) IsEmpty() bool { return s.End <= s.Start }

// Tree is a TOML text taken apart. All spans are of the whole Text, of which
// the TOML may be a part.
type Tree struct {
	Text   string
	Part   Span     // the TOML
	Head   []Group  // comments at the top that belong to the whole text
	Tables []*Table // in the order of the text; the first is the root, which has no heading
	Tail   []Group  // comments at the end that belong to the whole text
	Rest   Span     // what was not read, after a refusal

	Top     *Node    // the key of the whole text
	Twice   []Twice  // keys that a pair writes again
	Refusal *Refusal // nil for a text that was read to its end

	lost   bool
	fields map[field]*Node
	lines  func() lines
}

// IsWhole holds for a text that is of the form of TOML from its first byte to its
// last. What the parser takes is whole; the reverse does not hold.
func (t *Tree) IsWhole() bool { return !t.lost && t.Refusal == nil }

// Raw is the text of a span.
func (t *Tree) Raw(s Span) string { return t.Text[s.Start:s.End] }

// Group is a run of comment lines.
type Group struct {
	Lines []Span
	Gap   bool // a blank line follows it
}

// Item is what headings, pairs and elements have in common.
type Item struct {
	Span       // the heading with its brackets; the key and its value; the element
	Note  Span // the comment at the end of the line
	Stray Span // what stands behind it on its line and does not belong there
	Above []Group
	Below []Group // comments right under it
	Blank bool    // a blank line stands before it and its comments
}

// Table is a heading with the pairs below it.
type Table struct {
	Item
	Names  []Name
	IsList bool // [[…]]
	Node   *Node
	Pairs  []*Pair
}

// Name is one part of a dotted key.
type Name struct {
	Span        // with its quotes
	Text string // what it says
}

// Pair is one key = value. In a text that is not TOML it may lack names, the
// equals sign or the value.
type Pair struct {
	Item
	Names  []Name
	Equals int // the byte of the equals sign, -1 without
	Value  *Value
	Node   *Node // what the pair says something about; without an equals sign, the table
}

// Kind is the form of a value.
type Kind int

// The forms of a value.
const (
	Scalar Kind = iota // a text, number, date, true or false
	List
	Inline // a table in curly brackets
)

// Value is what stands right of an equals sign or in a list.
type Value struct {
	Span
	Kind   Kind
	Closed bool // its closing bracket or quotes are there
	Node   *Node
	Pair   *Pair  // that it is the value of; nil in a list
	Host   *Value // the list or inline table that it stands in, or nil
	Nth    int    // its number in the host
	Open   Span   // the comment after the opening bracket
	Elems  []*Elem
	Tail   []Span // comments before the closing bracket
	Lines  bool   // its elements stand on several lines
}

// Elem is an element of a list, or a pair of an inline table.
type Elem struct {
	Item
	Pair  *Pair // nil in a list
	Value *Value
	Comma int // the byte of the comma after it, -1 without
}

// Twice is a key that a pair writes again.
type Twice struct {
	Name        string
	First, Next Span // its names
}

// Refusal says where and why the reading of a text was given up.
type Refusal struct {
	At  int
	Why Bound
}

// Bound is something that no text may have more of.
type Bound int

// The bounds of a text.
const (
	Depth      Bound = iota // tables and lists inside each other
	Entries                 // entries of all lists together
	Statements              // headings and pairs together
	Names                   // bytes of all keys, each with the keys that it stands below
)

// Most is the highest number that a bound allows. The schema of region files
// needs a depth of five, and the longest real file some hundred entries, some
// hundred lines and some ten thousand bytes.
func (b Bound) Most() int { return [...]int{24, 50_000, 30_000, 16 << 20}[b] }

// Read takes a TOML text apart.
func Read(text string) *Tree { return ReadPart(text, Span{0, len(text)}) }

// ReadPart takes the TOML apart that is a part of a longer text.
func ReadPart(text string, part Span) *Tree {
	return read(text, part, fresh(part.End-part.Start))
}

// ReadValue takes a value apart that stands by itself, as if it were that of a
// key. It is false when the text is not just the value.
func ReadValue(text string, key problem.Key) (*Value, bool) {
	r := newReader(text, Span{0, len(text)}, key, fresh(len(text)))
	v := r.value(r.tree.Top)
	return v, r.tree.IsWhole() && v.Span == Span{0, len(text)}
}
