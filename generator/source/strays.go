package source

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
)

// Strays reports what lies in the folder and looks like a region, and is not
// read: its page would be missing, or removed, and nobody would know why.
func (d *Folder) Strays() []problem.Fault {
	entries, err := fs.ReadDir(d.fsys, ".")
	if err != nil {
		return nil // List tells
	}
	var faults []problem.Fault
	for _, entry := range entries {
		name := entry.Name()
		switch {
		case strings.ContainsAny(name[:1], "._"):
		case entry.IsDir():
			faults = append(faults, d.straysBelow(name)...)
		case isStrayName(name) && d.looksLikeRegion(name):
			faults = append(faults,
				stray(name, "this file looks like a region, and is not read: its name does not end in .md",
					"Rename it to "+strings.ToUpper(stem(name))+".md, or begin its name with an underscore to "+
						"keep it aside."))
		}
	}
	return faults
}

// NoRegions is the fault of a folder in which List finds nothing: the site would
// be an empty one, and the pages of the last would go.
func NoRegions() problem.Fault {
	fault := *unreadable(EditionFile,
		"this folder holds no region; each lies in a file of its own, such as BE2.md",
		"Name the folder that holds your regions with --regions, or begin one with \"atlas new BE2\".")
	fault.Code = problem.FileName
	return fault
}

// straysBelow are the region files of a folder in the folder, told as one.
func (d *Folder) straysBelow(folder string) []problem.Fault {
	entries, err := fs.ReadDir(d.fsys, folder)
	if err != nil {
		return nil
	}
	for _, entry := range entries {
		name := path.Join(folder, entry.Name())
		isText := path.Ext(name) == ".md" || isStrayName(name)
		if !entry.IsDir() && isText && d.looksLikeRegion(name) {
			fault := stray(name, "this file looks like a region, and is not read: it lies in a folder "+
				"of its own",
				"Move it up beside the others, or begin the name of its folder with an underscore to keep "+
					"it aside.")
			return []problem.Fault{fault}
		}
	}
	return nil
}

// stray is a warning: the site can be made without the file.
func stray(name, what, remedy string) problem.Fault {
	fault := *unreadable(name, what, remedy)
	fault.Code, fault.Warning = problem.FileName, true
	return fault
}

// isStrayName holds for the endings that programs and systems give to a file of
// Markdown or TOML, and for .md in capitals.
func isStrayName(name string) bool {
	endings := []string{".txt", ".text", ".md", ".markdown", ".mdown", ".mkd", ".mdx", ".toml", ""}
	isRead := path.Ext(name) == ".md" || name == EditionFile || name == ReleasesFile
	return !isRead && slices.Contains(endings, strings.ToLower(path.Ext(name)))
}

func stem(name string) string {
	name, _, _ = strings.Cut(path.Base(name), ".")
	return name
}

// looksLikeRegion holds for a file that begins as one does.
func (d *Folder) looksLikeRegion(name string) bool {
	const enough = 512 // bytes for a line of plus signs and the first facts
	f, err := d.fsys.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	start := make([]byte, enough)
	n, _ := f.Read(start)
	text := strings.TrimPrefix(string(start[:n]), "\ufeff")
	first, rest, _ := strings.Cut(text, "\n")
	isRegion := func(text string) bool {
		for line := range strings.Lines(text) {
			if key, _, isPair := strings.Cut(line, "="); isPair &&
				strings.TrimSpace(key) == "code" {
				return true
			}
		}
		return false
	}
	return isFence(strings.TrimRight(first, "\r")) && isRegion(rest)
}
