package prose

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// The bounds. A description of a region has a few kilobytes, two levels of list and some dozen links; each bound is far
// above that, and low enough that the worst text we could make up is converted in seconds (see TestWorstCases).
const (
	// maxBytes is the longest text that Convert takes.
	maxBytes = 1 << 20

	maxNesting  = 20     // quotes and lists inside each other; deeper markers are text
	maxInlines  = 1_000  // inline marks ( * _ [ ] ! < ` ~ ) read in one block; goldmark compares them pair by pair
	maxMarks    = 50_000 // the same in the whole text
	maxRun      = 32     // equal marks side by side: a thousand asterisks would nest five hundred elements
	maxCells    = 10_000 // cells of one table, as short rows are filled up to the width of the head
	maxInlineIn = 20     // inline elements inside each other; deeper ones keep their words
	maxDefs     = 500    // lines of one paragraph that begins as a link definition
)

// boundedParser is goldmark's CommonMark parser with tables and strikethrough, every parser whose work can grow faster
// than the text wrapped in a bound.
func boundedParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(boundedBlocks()...),
		parser.WithInlineParsers(boundedInlines()...),
		parser.WithParagraphTransformers(
			util.Prioritized(shortDefinitions{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(smallTables{extension.NewTableParagraphTransformer()}, 200),
		),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
}

func boundedBlocks() []util.PrioritizedValue {
	blocks := parser.DefaultBlockParsers()
	for i, b := range blocks {
		if p, ok := b.Value.(parser.BlockParser); ok && nests(p) {
			blocks[i].Value = shallow{p}
		}
	}
	return blocks
}

func nests(p parser.BlockParser) bool {
	return p == parser.NewListParser() || p == parser.NewBlockquoteParser()
}

// tallyKey is made once, since the library numbers its keys without a lock.
var tallyKey = parser.NewContextKey()

func boundedInlines() []util.PrioritizedValue {
	inlines := append(parser.DefaultInlineParsers(), util.Prioritized(extension.NewStrikethroughParser(), 500))
	for i, v := range inlines {
		inlines[i].Value = counted{v.Value.(parser.InlineParser), tallyKey}
	}
	return inlines
}

// shallow opens no container at maxNesting or deeper.
type shallow struct{ parser.BlockParser }

func (s shallow) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	depth := 0
	for n := parent; n != nil; n = n.Parent() {
		if n.Kind() == ast.KindList || n.Kind() == ast.KindBlockquote {
			depth++
		}
	}
	if depth >= maxNesting {
		return nil, parser.NoChildren
	}
	return s.BlockParser.Open(parent, reader, pc)
}

// counted reads at most maxInlines marks in a block and maxMarks in a text; further ones stay text.
type counted struct {
	parser.InlineParser
	key parser.ContextKey // of the tally in the context of one conversion
}

type tally struct {
	block, total int
	parent       ast.Node
}

func (c counted) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	t := pc.ComputeIfAbsent(c.key, func() any { return &tally{} }).(*tally)
	if t.parent != parent {
		t.parent, t.block = parent, 0
	}
	t.block++
	t.total++
	if t.block > maxInlines || t.total > maxMarks {
		return nil
	}
	if n := longRun(block); n != nil {
		return n
	}
	return c.InlineParser.Parse(parent, block, pc)
}

// CloseBlock passes the end of a block on to the parsers that wait for it; the link parser does.
func (c counted) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	if p, ok := c.InlineParser.(parser.CloseBlocker); ok {
		p.CloseBlock(parent, block, pc)
	}
}

// longRun takes a run of more than maxRun equal emphasis marks as text.
func longRun(block text.Reader) ast.Node {
	line, segment := block.PeekLine()
	if line[0] != '*' && line[0] != '_' && line[0] != '~' {
		return nil
	}
	n := len(line) - len(bytes.TrimLeft(line, string(line[:1])))
	if n <= maxRun {
		return nil
	}
	block.Advance(n)
	return ast.NewTextSegment(segment.WithStop(segment.Start + n))
}

// smallTables leaves a paragraph as it is when it would make a table of more than maxCells.
type smallTables struct{ parser.ParagraphTransformer }

func (s smallTables) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	widest, lines := 0, node.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		widest = max(widest, bytes.Count(line.Value(reader.Source()), []byte("|"))+1)
	}
	if int64(widest)*int64(lines.Len()) <= maxCells { // which a small machine cannot count in an int
		s.ParagraphTransformer.Transform(node, reader, pc)
	}
}

// shortDefinitions leaves a paragraph of more than maxDefs lines as it is: goldmark copies the rest of the lines for
// each definition that it finds.
type shortDefinitions struct{ parser.ParagraphTransformer }

func (s shortDefinitions) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	if node.Lines().Len() <= maxDefs {
		s.ParagraphTransformer.Transform(node, reader, pc)
	}
}
