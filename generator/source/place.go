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
	spots map[problem.Key]spot
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
	p.spots = mend(name, p.front).index.spots
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

// find looks a key up; what is not written stands where its nearest parent does.
func (p *page) find(key problem.Key, part problem.Part) (line, col, width int) {
	s, found := p.spots[key]
	for !found && key != "" {
		key, part = key.Parent(), problem.Value
		s, found = p.spots[key]
	}
	if !found {
		return 1, 1, 1
	}
	where := s.value
	if part == problem.Name {
		where = s.name
	}
	line, col = place(p.front.toml, where.start)
	text := p.front.toml[where.start:where.end]
	text, _, _ = strings.Cut(text, "\n") // a caret never reaches beyond its line
	return line + p.front.line - 1, col, max(1, utf8.RuneCountInString(text))
}
