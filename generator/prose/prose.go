// Package prose turns an editor's Markdown into HTML that is safe to place in a page.
//
// The promise, whatever the input:
//
//   - the HTML is built from a closed list of elements and attributes; there is no script, no event handler, no style,
//     no id and no raw HTML. Raw HTML in the Markdown comes out as text that the reader sees, so nothing is lost in silence;
//   - a link leads to http, https, mailto, a #fragment or a relative path. Any other link leaves its text behind and is
//     still reported in Text.Links, so that a check can complain;
//   - nothing is loaded: an image comes out as its alternative text, with a link when its address is http or https;
//   - headings begin at h3 and never skip a level; every cell of a table has its row, every open tag its end;
//   - characters that HTML forbids (NUL, other controls, broken UTF-8) come out as U+FFFD;
//   - the same Markdown gives the same bytes, and time and memory grow with the length of the text, not faster: past the
//     bounds in bound.go a construct is no longer read as Markdown and comes out as plain text.
//
// The package knows nothing of regions or pages and imports none of our rooms. It is the
// only door to goldmark.
package prose

import (
	"fmt"

	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Text is converted Markdown.
type Text struct {
	Lang  string // of the text, where it is not that of the pages that show it
	HTML  string // a sequence of block elements, valid inside <main>, <section> or <div>; empty for an empty text
	Plain string // the visible words without mark-up, one line a block, for search and summaries; not escaped
	Links []Link // every link, autolink and image address in the order of the text, also those that were dropped
	Odd   []Odd  // what a writer of plain sentences can hardly have meant, in the order of the text
}

// Link is an address as the editor wrote it, with escapes resolved.
type Link struct {
	Target string // as written, for instance "javascript:alert(1)"; may be empty
	Line   int    // line of the link's first character, from 1, inside the Markdown
	Col    int    // column in characters (not bytes), from 1
}

// Converter turns Markdown into Text. It keeps no state between calls: one may serve many
// goroutines.
type Converter struct {
	parser parser.Parser
	lead   func(target string) (href string, ok bool)
}

// New returns a Converter for CommonMark with tables and strikethrough. Bare addresses in
// the text do not become links.
func New() *Converter {
	return &Converter{parser: boundedParser()}
}

// NewLeading is New with names that links may have for an address: lead gives the address
// of such a name. It must be safe beside itself.
func NewLeading(lead func(target string) (href string, ok bool)) *Converter {
	return &Converter{parser: boundedParser(), lead: lead}
}

// Convert returns the markdown as safe HTML. The only error is a text longer than maxBytes.
func (c *Converter) Convert(markdown string) (Text, error) {
	if len(markdown) > maxBytes {
		return Text{}, fmt.Errorf("the text is %d bytes long, and a text may have at most %d",
			len(markdown), maxBytes)
	}
	source := []byte(clean(markdown))
	w := newWriter(source)
	w.lead = c.lead
	w.blocks(c.parser.Parse(text.NewReader(source)))
	return Text{HTML: string(w.html), Plain: plainText(w.plain), Links: locate(source, w.links),
		Odd: w.oddities()}, nil
}
