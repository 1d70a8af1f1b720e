package generator

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/prose"
	"regional-atlas/generator/region"
)

// lead is a link from a description to the page of another region.
type lead struct {
	code  string
	fault problem.Fault // for a code that no region has
}

// pageOf lets a description lead to another region by its code.
func pageOf(target string) (href string, ok bool) {
	return strings.ToLower(target) + ".html", region.IsCode(target)
}

// describe takes the description of a region apart, and checks what is written in it.
func (d *draft) describe(r *region.Region) (text prose.Text, faults []problem.Fault, leads []lead) {
	return d.taken(d.prose, r.File, r.Body)
}

// taken takes the Markdown of a file apart, and checks what is written in it.
func (d *draft) taken(converter *prose.Converter, file, body string) (
	text prose.Text, faults []problem.Fault, leads []lead,
) {
	if fault := d.tooLong(file, body); fault != nil {
		return text, []problem.Fault{*fault}, nil
	}
	text, err := converter.Convert(body)
	if err != nil {
		return text, []problem.Fault{{File: file, Code: problem.Unreadable,
			What: "the description cannot be read", Remedy: "Keep it to a few plain paragraphs."}}, nil
	}
	above := sync.OnceValue(func() int { return d.folder.BodyLine(file) - 1 })
	for _, link := range text.Links {
		if region.IsWebLink(link.Target) {
			continue
		}
		place := problem.Fault{File: file, Code: problem.BadLink, Line: above() + link.Line,
			Col: link.Col, Width: 1}
		switch {
		case region.IsCode(link.Target):
			leads = append(leads, lead{link.Target, place})
		default:
			faults = append(faults, notALink(place, link.Target))
		}
	}
	for _, odd := range text.Odd {
		place := problem.Fault{File: file, Line: above() + odd.Line, Col: odd.Col,
			Width: utf8.RuneCountInString(odd.Text)}
		faults = append(faults, oddly(place, odd))
	}
	return text, faults, leads
}

// notALink is the fault of an address that a page may not link to.
func notALink(f problem.Fault, target string) problem.Fault {
	f.What = fmt.Sprintf("%s is not an address that a page may link to", problem.Quote(target))
	f.Remedy = "Write the whole address, starting with https://, http:// or mailto:."
	base := path.Base(target)
	code := strings.ToUpper(strings.TrimSuffix(base, path.Ext(base)))
	if region.IsCode(code) && slices.Contains([]string{"", ".md", ".html"}, path.Ext(base)) &&
		!strings.Contains(target, ":") {
		f.Remedy = fmt.Sprintf("Write the code alone, (%s), for the page of that region.", code)
	}
	return f
}

// oddly says what an odd piece of a description becomes, and what to write.
func oddly(f problem.Fault, odd prose.Odd) problem.Fault {
	f.Code, f.Warning = problem.Unmeant, true
	switch odd.Kind {
	case prose.Indented:
		f.What = "a paragraph that begins with a tab or four spaces is printed as a piece of a program"
		f.Remedy = "Begin its lines at the edge; a list begins with a hyphen and one space."
	case prose.Markup:
		f.What = fmt.Sprintf("HTML is printed as it is written: %s", problem.Quote(odd.Text))
		f.Remedy = "Remove the marks; *words* are set in italics, **words** in bold."
	case prose.Picture:
		f.What = "no picture is shown: its words become a link to it"
		f.Remedy = "Write a link, [words](address), or remove it."
	case prose.Unlinked:
		f.What = fmt.Sprintf("this is no link, and is printed as it is written: %s",
			problem.Quote(odd.Text))
		f.Remedy = "Write the address without spaces: %20 stands for one."
	case prose.Note:
		f.What = fmt.Sprintf("notes are not read: %s is printed as it is written",
			problem.Quote(odd.Text))
		f.Remedy = "Write the words of the note into the text, in brackets."
	case prose.LostNote:
		f.Code, f.Warning = problem.BadLink, false
		f.What = "notes are not read: the words of this one would be lost"
		f.Remedy = "Write the words of the note into the text, in brackets."
	}
	return f
}

// astray are the links to regions that the atlas does not have.
func (d *draft) astray() (faults []problem.Fault) {
	var codes []string
	for _, r := range d.regions {
		codes = append(codes, r.Code)
	}
	for name := range d.files { // one with a fault has a page as soon as it is mended
		codes = append(codes, strings.TrimSuffix(name, ".md"))
	}
	slices.Sort(codes)
	leads := slices.Clone(d.leads)
	for _, r := range d.regions {
		leads = append(leads, d.files[r.File].leads...)
	}
	for _, l := range leads {
		if _, found := slices.BinarySearch(codes, l.code); found || len(codes) == 0 {
			continue
		}
		l.fault.What = fmt.Sprintf("no region of this atlas has the code %s", problem.Quote(l.code))
		like := cmp.Or(problem.Nearest(l.code, codes), codes[0])
		l.fault.Remedy = fmt.Sprintf("Write the code of one, such as (%s), or the whole address of another page.", like)
		faults = append(faults, l.fault)
	}
	return faults
}

// tooLong is the fault of a description that no page can show.
func (d *draft) tooLong(file, body string) *problem.Fault {
	most, n := region.Length("prose"), utf8.RuneCountInString(body)
	if n <= most {
		return nil
	}
	return &problem.Fault{File: file, Line: d.folder.BodyLine(file), Col: 1, Width: 1,
		Code: problem.TooLong, What: region.LongText("the description", n, most),
		Remedy: region.LongRemedy(most)}
}
