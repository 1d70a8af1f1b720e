package prose

import (
	"bufio"
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// writer builds HTML and plain words from a parsed text. Every tag it can write stands in
// this package as a constant string; nothing of the source reaches the HTML but through
// escaped or escapedRaw.
type writer struct {
	source      []byte
	html, plain []byte
	links       []found
	odd         []oddity
	lead        func(target string) (href string, ok bool) // nil where links have no names
	outline     []int                                      // Markdown levels of the headings that are open, outermost first
	tables      int
	inlines     int  // inline elements that are open
	inLink      bool // a link may not hold a link
	scratch     bytes.Buffer
	buffer      *bufio.Writer // writes into scratch
}

func newWriter(source []byte) *writer {
	w := &writer{source: source}
	w.buffer = bufio.NewWriterSize(&w.scratch, 512)
	return w
}

func (w *writer) tag(s string)           { w.html = append(w.html, s...) }
func (w *writer) space()                 { w.plain = append(w.plain, ' ') }
func (w *writer) endLine()               { w.plain = append(w.plain, '\n') }
func (w *writer) wordless(from int) bool { return len(bytes.TrimSpace(w.plain[from:])) == 0 }

// blocks writes the children of a document, a quote or a list item.
func (w *writer) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.block(n)
	}
}

func (w *writer) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		w.heading(n)
	case *ast.Paragraph:
		w.paragraph(n)
	case *ast.TextBlock: // the words of a tight list item
		w.inline(n)
		w.endLine()
	case *ast.Blockquote:
		w.wrap("<blockquote>\n", n, "</blockquote>\n")
	case *ast.List:
		w.list(n)
	case *ast.ThematicBreak:
		w.tag("<hr>\n")
	case *ast.CodeBlock:
		w.note(Indented, n.Lines().At(0).Start, 0)
		w.code(n)
	case *ast.FencedCodeBlock:
		w.code(n)
	case *ast.HTMLBlock:
		w.note(Markup, n.Lines().At(0).Start, 0)
		w.rawBlock(n)
	case *east.Table:
		w.table(n)
	}
}

func (w *writer) wrap(open string, n ast.Node, end string) {
	w.tag(open)
	w.blocks(n)
	w.tag(end)
}

func (w *writer) paragraph(n ast.Node) {
	before, words := len(w.html), len(w.plain)
	w.tag("<p>")
	w.inline(n)
	if w.wordless(words) {
		w.html = w.html[:before]
		return
	}
	w.tag("</p>\n")
	w.endLine()
}

// heading writes h3 for the outermost level in use and one more for each level inside it,
// so that no level is skipped: readers who jump from heading to heading meet a proper
// outline whatever signs the editor chose. A heading without words is left out, as it
// would be an empty stop for them.
func (w *writer) heading(n *ast.Heading) {
	open := w.outline
	for len(open) > 0 && open[len(open)-1] >= n.Level {
		open = open[:len(open)-1]
	}
	level := strconv.Itoa(min(3+len(open), 6))
	before, words := len(w.html), len(w.plain)
	w.tag("<h" + level + ">")
	w.inline(n)
	if w.wordless(words) {
		w.html = w.html[:before]
		return
	}
	w.outline = append(open, n.Level)
	w.tag("</h" + level + ">\n")
	w.endLine()
}

func (w *writer) list(n *ast.List) {
	open, end := "<ul>\n", "</ul>\n"
	if n.IsOrdered() {
		open, end = "<ol>\n", "</ol>\n"
		if n.Start != 1 {
			open = `<ol start="` + strconv.Itoa(n.Start) + "\">\n"
		}
	}
	w.tag(open)
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		w.wrap("<li>", item, "</li>\n")
	}
	w.tag(end)
}

func (w *writer) code(n ast.Node) {
	w.tag("<pre><code>")
	w.rawLines(n)
	w.tag("</code></pre>\n")
	w.endLine()
}

// rawBlock shows a block of raw HTML as the text that it is.
func (w *writer) rawBlock(n *ast.HTMLBlock) {
	w.tag("<p>")
	w.rawLines(n)
	if n.HasClosure() {
		closure := n.ClosureLine
		w.escapedRaw(closure.Value(w.source))
	}
	w.tag("</p>\n")
	w.endLine()
}

func (w *writer) rawLines(n ast.Node) {
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		w.escapedRaw(line.Value(w.source))
	}
}
