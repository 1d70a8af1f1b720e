package source

import (
	"reflect"
	"strings"
	"unicode/utf8"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
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
	lines  []string
	mended mended // without an index where nothing could be read
}

func (d *Folder) page(name string) *page {
	text, fault := d.text(name)
	p := &page{lines: strings.Split(legible(text), "\n")}
	if fault != nil {
		return p
	}
	text, _ = conflicts(name, text)
	f, top := front{toml: text, line: 1}, reflect.TypeFor[region.Edition]()
	switch name {
	case EditionFile:
	case ReleasesFile:
		top = reflect.TypeFor[region.Releases]()
	default:
		f, _, _ = split(name, text)
		top = reflect.TypeFor[region.Region]()
		if strings.HasPrefix(name, PagesFolder+"/") {
			top = reflect.TypeFor[region.Page]()
		}
	}
	if f.line > 0 {
		p.mended = mend(name, f, newIndex(f.toml), top, true)
	}
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
	if p.mended.index == nil {
		return 1, 1, 1
	}
	at, found := p.mended.index.spanOf(key, part)
	if !found {
		return 1, 1, 1
	}
	return p.mended.draft.Place(at)
}
