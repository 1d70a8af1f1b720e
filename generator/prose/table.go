package prose

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// table writes a table in a box that scrolls by itself and that the keyboard can reach.
// The second and later tables of a text are numbered, as two landmarks of one page should
// not share a name.
func (w *writer) table(n *east.Table) {
	w.tables++
	label := "Table"
	if w.tables > 1 {
		label += " " + strconv.Itoa(w.tables)
	}
	w.tag(`<div class="scroll" tabindex="0" role="region" aria-label="` + label + "\">\n<table>\n")
	body := false
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		head := row.Kind() == east.KindTableHeader
		if !head && !body {
			body = true
			w.tag("<tbody>\n")
		}
		w.row(row, head)
	}
	if body {
		w.tag("</tbody>\n")
	}
	w.tag("</table>\n</div>\n")
}

func (w *writer) row(row ast.Node, head bool) {
	if head {
		w.tag("<thead>\n")
	}
	w.tag("<tr>\n")
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		w.cell(c.(*east.TableCell), head)
	}
	w.tag("</tr>\n")
	if head {
		w.tag("</thead>\n")
	}
	w.endLine()
}

// cell writes one cell. A head cell without words is a td: an empty th would announce
// nothing for its whole column.
func (w *writer) cell(n *east.TableCell, head bool) {
	class := ""
	if n.Alignment == east.AlignRight || n.Alignment == east.AlignCenter {
		class = ` class="` + n.Alignment.String() + `"`
	}
	before, words := len(w.html), len(w.plain)
	name := "td"
	if head {
		name = "th"
		class += ` scope="col"`
	}
	w.tag("<" + name + class + ">")
	w.inline(n)
	if head && w.wordless(words) {
		w.html = append(w.html[:before], "<td>"...)
		name = "td"
	}
	w.tag("</" + name + ">\n")
	w.space()
}
