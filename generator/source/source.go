// Package source turns files into regions, and faults into places. It promises
// that whatever a file holds, the outcome is a region or a list of faults with
// the line and column an editor needs, never a panic; and that it reads
// nothing but the file system it is given.
//
// The TOML parser keeps positions by dotted key, which cannot tell the second
// of three tables of a list from the third. So faults carry keys, and an index
// of our own knows where each key stands. The index is made before the parser
// runs, since the parser takes hours over deep nesting and silently drops some
// values that are written twice.
//
// Door: github.com/BurntSushi/toml, the TOML parser.
package source

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// EditionFile is the name of the file with the vocabularies.
const EditionFile = "atlas.toml"

// ReleasesFile is the name of the file with the editions and what changed between them.
const ReleasesFile = "changes.toml"

// sizeLimit is what a file of facts can reasonably hold; beyond it a file is
// refused before it is parsed.
const sizeLimit = 1 << 20

// Folder is a folder of region files.
type Folder struct {
	fsys  fs.FS
	desks sync.Pool // of *desk that wait for the next file
}

// Open is the folder at the root of a file system.
func Open(fsys fs.FS) *Folder { return &Folder{fsys: fsys} }

// List names the region files of the folder in byte order: every .md file but
// README.md and those whose names start with a point or an underscore.
func (d *Folder) List() ([]string, error) {
	entries, err := fs.ReadDir(d.fsys, ".")
	if err != nil {
		return nil, fmt.Errorf("the regions folder cannot be read: %w", problem.Reason(err))
	}
	var names []string
	for _, entry := range entries {
		name := entry.Name()
		if path.Ext(name) == ".md" && !strings.ContainsAny(name[:1], "._") &&
			!strings.EqualFold(name, "README.md") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names, nil
}

// Edition reads atlas.toml, with the texts of its own language where it gives several. A
// missing file is an error, not a fault: there is no line to point at.
func (d *Folder) Edition() (region.Edition, []problem.Fault, error) {
	var e region.Edition
	text, fault := d.text(EditionFile)
	if fault != nil {
		if _, err := fs.Stat(d.fsys, EditionFile); errors.Is(err, fs.ErrNotExist) {
			return e, nil, fmt.Errorf("the regions folder has no %s; every atlas needs one",
				EditionFile)
		}
		e.Unread = []problem.Key{""}
		return e, []problem.Fault{*fault}, nil
	}
	text, merging := conflicts(EditionFile, text)
	faults, unread := d.decode(EditionFile, front{toml: text, line: 1}, &e)
	e.Unread = unread
	return *e.Spoken(), slices.Concat(merging, faults, hidden(EditionFile, text, len(text))), nil
}

// Releases reads changes.toml; without such a file there are none.
func (d *Folder) Releases() (region.Releases, []problem.Fault) {
	var r region.Releases
	if _, err := fs.Stat(d.fsys, ReleasesFile); errors.Is(err, fs.ErrNotExist) {
		return r, nil
	}
	text, fault := d.text(ReleasesFile)
	if fault != nil {
		r.Unread = []problem.Key{""}
		return r, []problem.Fault{*fault}
	}
	text, merging := conflicts(ReleasesFile, text)
	faults, unread := d.decode(ReleasesFile, front{toml: text, line: 1}, &r)
	r.Unread = unread
	return r, slices.Concat(merging, faults, hidden(ReleasesFile, text, len(text)))
}

// PagesFolder holds the pages that the editors wrote themselves.
const PagesFolder = "pages"

// Pages names the files of those pages in byte order; none where there is no such folder.
func (d *Folder) Pages() ([]string, error) {
	entries, err := fs.ReadDir(d.fsys, PagesFolder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("the folder of pages cannot be read: %w", problem.Reason(err))
	}
	var names []string
	for _, entry := range entries {
		if name := entry.Name(); path.Ext(name) == ".md" && !strings.ContainsAny(name[:1], "._") {
			names = append(names, path.Join(PagesFolder, name))
		}
	}
	return names, nil
}

// Page reads one of them. Faults of form come back with it.
func (d *Folder) Page(name string) (region.Page, []problem.Fault) {
	p := region.Page{File: name}
	data, fault := d.bytes(name)
	if fault != nil {
		p.Unread = []problem.Key{""}
		return p, []problem.Fault{*fault}
	}
	var faults []problem.Fault
	p.Body, p.Unread, faults = d.taken(name, data, &p)
	return p, faults
}

// Region reads one region file. Faults of form come back with it; a region
// with faults must not be shown.
func (d *Folder) Region(name string) (region.Region, []problem.Fault) {
	data, fault := d.bytes(name)
	if fault != nil {
		return region.Region{File: name, Unread: []problem.Key{""}}, []problem.Fault{*fault}
	}
	r := region.Region{File: name}
	var faults []problem.Fault
	r.Body, r.Unread, faults = d.taken(name, data, &r)
	return r, faults
}

// taken takes the head of a file into a struct and returns the Markdown below it, with
// the keys that could not be read: the empty one when nothing is known.
func (d *Folder) taken(name string, data []byte, into any) (
	body string, unread []problem.Key, faults []problem.Fault,
) {
	text, fault := plain(name, string(data))
	if fault != nil {
		return "", []problem.Key{""}, []problem.Fault{*fault}
	}
	text, merging := conflicts(name, text)
	front, body, lost := split(name, text)
	if front.line == 0 {
		return "", []problem.Key{""}, append(merging, *lost)
	}
	faults, unread = d.decode(name, front, into)
	if lost != nil {
		faults = append(faults, *lost)
	}
	begin := len(text) - len(body)
	// A copy of the body: else it would keep the whole file in memory.
	return strings.Clone(body), unread, slices.Concat(merging, faults, hidden(name, text, begin),
		referred(name, text, begin), pastedAgain(name, text, begin))
}

// BodyLine is the line of the file on which the Markdown of a region starts,
// counted from 1.
func (d *Folder) BodyLine(name string) int {
	text, fault := d.text(name)
	if fault != nil {
		return 1
	}
	text, _ = conflicts(name, text)
	front, _, _ := split(name, text)
	return front.line + strings.Count(front.toml, "\n") + 1
}

// text reads a file as UTF-8 text with plain line ends and no byte order mark.
func (d *Folder) text(name string) (string, *problem.Fault) {
	data, fault := d.bytes(name)
	if fault != nil {
		return "", fault
	}
	return plain(name, string(data))
}

// bytes reads a file that may be a region file, or says why it cannot be one.
func (d *Folder) bytes(name string) ([]byte, *problem.Fault) {
	info, err := fs.Stat(d.fsys, name)
	switch {
	case err != nil:
		return nil, shut(name, err)
	case !info.Mode().IsRegular():
		return nil, unreadable(name, "this has the name of a file, but is not one (a folder?)",
			"Move it out of the regions folder, or give it another name.")
	case info.Size() > sizeLimit:
		return nil, unreadable(name,
			fmt.Sprintf("this file has %.1f MB; at most %d MB is read",
				float64(info.Size())/(1<<20), sizeLimit>>20),
			"Keep facts and a short description in it, and large material elsewhere.")
	}
	data, err := fs.ReadFile(d.fsys, name)
	if err != nil {
		return nil, shut(name, err)
	}
	return data, nil
}

func plain(name, text string) (string, *problem.Fault) {
	text = strings.TrimPrefix(text, "\ufeff")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if strings.Contains(text, "\r") && !strings.Contains(text, "\n") {
		return text, unreadable(name,
			"the lines of this file end with a carriage return alone, as on very old Macs", "Save it with the line ends of Unix (LF) or of Windows (CRLF).")
	}
	at, what, remedy := NotText(text)
	if at < 0 {
		return text, nil
	}
	line, col := place(text, at)
	return text, &problem.Fault{File: name, Line: line, Col: col, Width: 1,
		Code: problem.Unreadable, What: what, Remedy: remedy}
}

func unreadable(name, what, remedy string) *problem.Fault {
	return &problem.Fault{File: name, Line: 1, Col: 1, Width: 1, Code: problem.Unreadable,
		What: what, Remedy: remedy}
}

// front is the TOML of a file and the line of the file that it starts on.
type front struct {
	toml string
	line int
}

const fence = "+++"

// split parts a region file into its front matter and its Markdown. Where one
// of the two lines of plus signs is lost it reports that, and takes what looks
// like the front matter; a front on line 0 says that nothing does.
func split(name, text string) (front, string, *problem.Fault) {
	first, rest, _ := strings.Cut(text, "\n")
	f, lost := front{line: 2}, (*problem.Fault)(nil)
	if !isFence(first) {
		lost = &problem.Fault{
			File:   name,
			Line:   1,
			Col:    1,
			Width:  max(1, utf8.RuneCountInString(first)),
			Code:   problem.Syntax,
			What:   "a region file starts with a line of three plus signs",
			Remedy: "Write +++ alone on the first line, then the facts, then +++ again.",
		}
		if !begins.MatchString(first) {
			return front{}, "", lost
		}
		f.line, rest = 1, text
	}
	for at := 0; at < len(rest); {
		line, after, _ := strings.Cut(rest[at:], "\n")
		if isFence(line) {
			f.toml = rest[:at]
			return f, after, lost
		}
		at += len(line) + 1
	}
	if lost != nil {
		return front{}, "", lost
	}
	f.toml, lost = endless(rest), &problem.Fault{
		File:   name,
		Line:   1,
		Col:    1,
		Width:  len(fence),
		Code:   problem.Syntax,
		What:   "the facts that start here never end",
		Remedy: "Write a second line +++ between the facts and the description.",
	}
	if f.toml == "" {
		return front{}, "", lost
	}
	return f, "", lost
}

func isFence(line string) bool { return strings.TrimRight(line, " \t") == fence }

// endless is what looks like facts at the beginning of a text: up to the blank
// line after the last heading or pair.
func endless(text string) string {
	all := begins.FindAllStringIndex(text, -1)
	if len(all) == 0 {
		return ""
	}
	last := all[len(all)-1][0]
	if i := strings.Index(text[last:], "\n\n"); i >= 0 {
		return text[:last+i+1]
	}
	return text
}

// place turns a byte offset into a line and a column in characters, from 1.
func place(text string, offset int) (line, col int) {
	before := text[:min(offset, len(text))]
	start := strings.LastIndexByte(before, '\n') + 1
	return strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[start:]) + 1
}
