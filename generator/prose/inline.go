package prose

import (
	"bytes"
	"html"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	ghtml "github.com/yuin/goldmark/renderer/html"
)

// inline writes the children of a block or of an inline element.
func (w *writer) inline(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.phrase(n)
	}
}

func (w *writer) phrase(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.text(n)
	case *ast.String:
		w.escaped(n.Value)
	case *ast.CodeSpan:
		w.codeSpan(n)
	case *ast.Emphasis:
		if n.Level == 2 {
			w.element("strong", n)
		} else {
			w.element("em", n)
		}
	case *east.Strikethrough:
		w.element("del", n)
	case *ast.Link:
		w.link(target(n.Destination), n.Title, n)
	case *ast.Image:
		w.image(n)
	case *ast.AutoLink:
		w.autoLink(n)
	case *ast.RawHTML:
		if first := n.Segments.At(0); !bytes.HasPrefix(first.Value(w.source), []byte("</")) {
			w.note(Markup, first.Start, first.Stop)
		}
		for i := range n.Segments.Len() {
			segment := n.Segments.At(i)
			w.escapedRaw(segment.Value(w.source))
		}
	default: // an inline that we do not know still keeps its words
		w.inline(n)
	}
}

// element writes an inline element, or only its words when too many are open.
func (w *writer) element(name string, n ast.Node) {
	if w.inlines >= maxInlineIn {
		w.inline(n)
		return
	}
	w.inlines++
	w.tag("<" + name + ">")
	w.inline(n)
	w.tag("</" + name + ">")
	w.inlines--
}

func (w *writer) text(n *ast.Text) {
	if n.IsRaw() {
		w.escapedRaw(n.Segment.Value(w.source))
	} else {
		w.escaped(n.Segment.Value(w.source))
	}
	switch {
	case n.HardLineBreak():
		w.tag("<br>\n")
		w.space()
	case n.SoftLineBreak():
		w.tag("\n")
		w.space()
	}
}

func (w *writer) codeSpan(n ast.Node) {
	w.tag("<code>")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			w.escapedRaw(t.Segment.Value(w.source))
		}
	}
	w.tag("</code>")
}

// link writes a link with n's children as its words, or the words alone where a link may not stand.
func (w *writer) link(to string, title []byte, n ast.Node) {
	if w.isNote(n.Pos()) {
		w.note(LostNote, n.Pos(), 0)
	} else {
		w.links = append(w.links, found{to, n.Pos()})
	}
	w.anchor(to, title, func() { w.inline(n) })
}

// image writes the alternative text of an image, as a link to the image when that is on the web.
func (w *writer) image(n *ast.Image) {
	to := target(n.Destination)
	w.links = append(w.links, found{to, n.Pos()})
	href, ok := address(to)
	if ok && external(href) {
		w.note(Picture, n.Pos(), 0)
		w.anchor(to, n.Title, func() { w.inline(n) })
		return
	}
	w.words(to, func() { w.inline(n) })
}

func (w *writer) autoLink(n *ast.AutoLink) {
	to := string(n.URL(w.source))
	if n.AutoLinkType == ast.AutoLinkEmail {
		to = "mailto:" + to
	}
	w.links = append(w.links, found{to, n.Pos()})
	w.anchor(to, nil, func() { w.escapedRaw(n.Label(w.source)) })
}

func (w *writer) anchor(to string, title []byte, words func()) {
	href, ok := "", false
	if w.lead != nil {
		href, ok = w.lead(to)
	}
	if !ok {
		href, ok = address(to)
	}
	if !ok || w.inLink {
		w.words(to, words)
		return
	}
	w.inLink = true
	w.tag(`<a href="` + html.EscapeString(href) + `"`)
	if external(href) {
		w.tag(` rel="noopener"`)
	}
	if len(title) > 0 {
		w.tag(` title="` + w.resolved(title) + `"`)
	}
	w.tag(">")
	w.words(to, words)
	w.tag("</a>")
	w.inLink = false
}

// words writes the words of a link, and its address when it has none: a link must have a
// name, and a link that was dropped must leave something to see.
func (w *writer) words(to string, write func()) {
	before := len(w.plain)
	write()
	if w.wordless(before) {
		w.escapedRaw([]byte(to))
	}
}

// escaped writes text of the source in which backslash escapes and character references
// are still to be resolved.
func (w *writer) escaped(raw []byte) {
	s := w.resolved(raw)
	w.html = append(w.html, s...)
	w.plain = append(w.plain, html.UnescapeString(s)...)
}

// escapedRaw writes text of the source as it stands.
func (w *writer) escapedRaw(raw []byte) {
	w.html = append(w.html, html.EscapeString(string(raw))...)
	w.plain = append(w.plain, raw...)
}

// resolved returns Markdown text as HTML text, fit for an element and for a quoted
// attribute. References may have named characters that HTML forbids, so it is cleaned
// once more.
func (w *writer) resolved(raw []byte) string {
	w.scratch.Reset()
	ghtml.DefaultWriter.Write(w.buffer, raw)
	_ = w.buffer.Flush() // a bytes.Buffer does not fail
	return html.EscapeString(clean(html.UnescapeString(w.scratch.String())))
}
