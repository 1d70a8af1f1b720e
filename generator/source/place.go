package source

import (
	"strings"
	"unicode/utf8"

	"regional-atlas/generator/problem"
)

// Place gives faults their lines: it reads each file that has faults once more
// and looks up the places of their keys. The order of faults is kept.
func (d *Folder) Place(faults []problem.Fault) []problem.Problem {
	pages := map[string]*page{}
	problems := make([]problem.Problem, len(faults))
	for i, f := range faults {
		if pages[f.File] == nil {
			pages[f.File] = d.page(f.File)
		}
		problems[i] = pages[f.File].place(f)
	}
	return problems
}

// page is a file's lines with the places of its keys.
type page struct {
	lines []string
	front front
	index *index // nil where nothing could be read
}

func (d *Folder) page(name string) *page {
	text, fault := d.text(name)
	p := &page{lines: strings.Split(legible(text), "\n"), front: front{toml: text, line: 1}}
	if fault != nil {
		return p
	}
	if name != EditionFile {
		if p.front, _, _ = split(name, text); p.front.line == 0 {
			return p
		}
	}
	p.index = mend(name, p.front).index
	return p
}

// legible puts a replacement character for each byte that is not text, so that
// columns stay what they are.
func legible(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	return string([]rune(text))
}

func (p *page) place(f problem.Fault) problem.Problem {
	if f.Line == 0 {
		f.Line, f.Col, f.Width = p.find(f.Key, f.Part)
	}
	text := ""
	if f.Line <= len(p.lines) {
		text = strings.TrimRight(p.lines[f.Line-1], "\r")
	}
	return problem.Problem{Fault: f, Text: text}
}

// find looks a key up; the whole file stands where it begins.
func (p *page) find(key problem.Key, part problem.Part) (line, col, width int) {
	if p.index == nil {
		return 1, 1, 1
	}
	at, found := p.index.spanOf(key, part)
	if !found {
		return 1, 1, 1
	}
	line, col, width = p.index.Place(at)
	return line + p.front.line - 1, col, width
}
