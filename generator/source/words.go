package source

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
)

// wordsFolder holds the words of the site in languages that the program does not bring,
// or in other words than it brings: a file for each language, fr.toml.
const wordsFolder = "words"

// WordsFile is the file of the words of a language.
func WordsFile(tag string) string { return path.Join(wordsFolder, tag+".toml") }

// Words reads them all, by the tag of their language.
func (d *Folder) Words() (region.Words, []problem.Fault, error) {
	entries, err := fs.ReadDir(d.fsys, wordsFolder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("the folder of words cannot be read: %w", problem.Reason(err))
	}
	all, faults := region.Words{}, []problem.Fault(nil)
	for _, entry := range entries {
		name := entry.Name()
		if path.Ext(name) != ".toml" || strings.ContainsAny(name[:1], "._") {
			continue
		}
		file := path.Join(wordsFolder, name)
		text, fault := d.text(file)
		if fault != nil {
			faults = append(faults, *fault)
			continue
		}
		text, merging := conflicts(file, text)
		list, odd := words.Entries(text)
		for _, line := range odd {
			faults = append(faults, oddWords(file, text, line))
		}
		faults = append(faults, slices.Concat(merging, hidden(file, text, len(text)))...)
		all[strings.TrimSuffix(name, ".toml")] = list
	}
	return all, faults, nil
}

func oddWords(file, text string, line int) problem.Fault {
	typed := strings.Split(text, "\n")[line-1]
	return problem.Fault{File: file, Line: line, Col: 1, Width: max(1, len([]rune(typed))),
		Code: problem.Syntax, What: "this line is no key with its sentence",
		Remedy: `Write both in quotes, such as "nav.find" = "…", or begin the line with # to keep it as a remark.`}
}
