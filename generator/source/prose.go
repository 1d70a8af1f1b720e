package source

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
)

// ProseFile is the file that holds the text of a region or page in another language: it
// has the same name, and lies in a folder of the language.
func ProseFile(lang, name string) string { return path.Join(strings.ToLower(lang), name) }

// UnknownProse reports files in the folder of a language that belong to none of the files
// known: nobody would see their text.
func (d *Folder) UnknownProse(lang string, known []string) []problem.Fault {
	var faults []problem.Fault
	for _, folder := range []string{"", PagesFolder} {
		entries, err := fs.ReadDir(d.fsys, ProseFile(lang, folder))
		if err != nil {
			continue // there is none
		}
		for _, entry := range entries {
			name := path.Join(folder, entry.Name())
			if path.Ext(name) == ".md" && !strings.ContainsAny(entry.Name()[:1], "._") &&
				!slices.Contains(known, name) {
				faults = append(faults, stray(ProseFile(lang, name),
					"this text belongs to no file: there is no "+name+" beside this folder",
					"Give it the name of the file that it translates, or remove it."))
			}
		}
	}
	return faults
}

// Prose reads such a file, of Markdown alone; found is false where there is none.
func (d *Folder) Prose(file string) (text string, found bool, fault *problem.Fault) {
	if _, err := fs.Stat(d.fsys, file); errors.Is(err, fs.ErrNotExist) {
		return "", false, nil
	}
	text, fault = d.text(file)
	if first, _, _ := strings.Cut(text, "\n"); fault == nil && isFence(first) {
		fault = &problem.Fault{File: file, Line: 1, Col: 1, Width: len(fence), Code: problem.Syntax,
			What:   "a file of another language holds the text alone",
			Remedy: "Remove all up to the second line of plus signs: the facts stand in the file beside this folder."}
	}
	return text, true, fault
}
