// Package format rewrites region files without changing what they say. It
// promises three things: Format brings order and spacing into a file and loses
// no comment; Apply changes single values and touches no other byte; Sample is
// a file for a new region that explains itself. Both rewritings are proved
// before they are handed out: the new text is read again and must say what the
// old one said.
//
// What stands where in a file, room tomltree says; what is TOML and what is not,
// only source decides.
package format

import (
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/source"
	"regional-atlas/generator/tomltree"
)

// Format lays a region file out: keys in the order of the schema, those of a
// vocabulary in the order of the edition, one space around equals signs, a
// blank line between tables, underscores in numbers from five digits on, plain
// line ends and no byte order mark. Comments stay with the key that they stand
// above, behind or right under; the description stays as it is.
//
// A file that is laid out already comes back the same, byte for byte. A file
// that cannot be read comes back as it is, with its faults.
func Format(e *region.Edition, file, text string) (string, []problem.Fault) {
	before, faults := source.Facts(file, text)
	if len(faults) > 0 {
		return text, faults
	}
	t, ok := read(plain(text))
	if !ok {
		return text, []problem.Fault{unusual(file)}
	}
	p := &printer{schema: schema{e}, tree: t}
	after := p.file()
	facts, faults := source.Facts(file, after)
	if len(faults) > 0 || firstDifference(before, facts, nowhere) != "" {
		return text, []problem.Fault{unusual(file)}
	}
	return after, nil
}

// nowhere is a key that no value has.
const nowhere = problem.Key("\n")

func unusual(file string) problem.Fault {
	return problem.Fault{
		File:   file,
		Line:   1,
		Col:    1,
		Width:  1,
		Code:   problem.Syntax,
		What:   "the facts of this file are written in a way that cannot be laid out safely, so they were left alone",
		Remedy: "Write each table once, under one heading.",
	}
}

// plain is a text with plain line ends and without a byte order mark.
func plain(text string) string {
	text = strings.TrimPrefix(text, "\ufeff")
	for strings.Contains(text, "\r\n") {
		text = strings.ReplaceAll(text, "\r\n", "\n")
	}
	return text
}

// printer writes a tree.
type printer struct {
	schema
	tree tree
	out  strings.Builder
	left string // of what is written, the last two bytes
}

const fence = "+++\n"

func (p *printer) file() string {
	p.write(fence)
	p.left = "\n\n" // no blank line after the fence
	p.groups(p.tree.Head)
	p.blocks()
	if len(p.tree.Tail) > 0 {
		p.gap()
		p.groups(p.tree.Tail)
	}
	facts := strings.TrimRight(p.out.String(), "\n") + "\n"
	_, body, _ := strings.Cut(p.tree.Text[p.tree.Part.End:], "\n")
	if body = strings.TrimRight(body, "\n"); body != "" {
		body += "\n"
	}
	return facts + fence + body
}

func (p *printer) write(text string) {
	p.out.WriteString(text)
	p.left = (p.left + text)[max(0, len(p.left)+len(text)-2):]
}

// gap makes sure that a blank line stands before what comes next.
func (p *printer) gap() {
	if p.left != "\n\n" {
		p.write("\n")
	}
}

func (p *printer) groups(groups []tomltree.Group) {
	for _, g := range groups {
		for _, line := range g.Lines {
			p.write(p.text(line) + "\n")
		}
		if g.Gap {
			p.gap()
		}
	}
}

func (p *printer) text(s tomltree.Span) string { return p.tree.Raw(s) }

func (p *printer) blocks() {
	for i, b := range p.sorted() {
		if i > 0 {
			p.gap()
			p.groups(b.Above)
			p.write(p.heading(b))
			p.endOfItem(b.Item)
		}
		for j, pair := range inOrder(p.schema, b.Pairs, (*tomltree.Pair).Key) {
			if pair.Blank && j > 0 {
				p.gap()
			}
			p.groups(pair.Above)
			p.write(p.names(pair.Names) + " = " + p.value(pair.Value, ""))
			p.endOfItem(pair.Item)
		}
	}
}

// endOfItem writes the comment behind a statement, the line end and the
// comments right under it, which a blank line keeps from what follows.
func (p *printer) endOfItem(it tomltree.Item) {
	if it.Note.End > 0 {
		p.write(" " + p.text(it.Note))
	}
	p.write("\n")
	if len(it.Below) > 0 {
		p.groups(it.Below)
		p.gap()
	}
}

func (p *printer) heading(b *tomltree.Table) string {
	text := "[" + p.names(b.Names) + "]"
	if b.IsList {
		text = "[" + text + "]"
	}
	return text
}

func (p *printer) names(names []tomltree.Name) string {
	var raw []string
	for _, n := range names {
		raw = append(raw, p.text(n.Span))
	}
	return strings.Join(raw, ".")
}
