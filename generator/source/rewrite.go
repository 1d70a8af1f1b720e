package source

import (
	"io/fs"
	"reflect"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// Facts reads the front matter of a region file as plain values: tables are
// map[string]any, lists []any or []map[string]any. It reports what keeps the
// file from being understood, and nothing about the schema.
func Facts(file, text string) (map[string]any, []problem.Fault) {
	text, fault := plain(file, text)
	if fault != nil {
		return nil, []problem.Fault{*fault}
	}
	f, _, fault := split(file, text)
	if fault != nil {
		return nil, []problem.Fault{*fault}
	}
	m := mend(file, f, newIndex(f.toml), reflect.TypeFor[region.Region](), false)
	if len(m.faults) > 0 {
		return nil, m.faults
	}
	return m.raw, m.twice()
}

// Bounds tells at which bytes of a region file its TOML starts and ends,
// between the two lines of plus signs, whatever the line ends.
func Bounds(text string) (start, end int, ok bool) {
	isFence := func(line string) bool { return strings.TrimRight(line, " \t\r") == fence }
	first, _, _ := strings.Cut(text, "\n")
	if !isFence(strings.TrimPrefix(first, "\ufeff")) || len(first) == len(text) {
		return 0, 0, false
	}
	for start, end = len(first)+1, len(first)+1; end < len(text); {
		line, _, _ := strings.Cut(text[end:], "\n")
		if isFence(line) {
			return start, end, true
		}
		end += len(line) + 1
	}
	return 0, 0, false
}

// Raw is a file of the folder as it is, byte for byte, for those who rewrite
// it. A file that Region would refuse before parsing is refused here too.
func (d *Folder) Raw(name string) (string, []problem.Fault) {
	if _, fault := d.text(name); fault != nil {
		return "", []problem.Fault{*fault}
	}
	data, err := fs.ReadFile(d.fsys, name)
	if err != nil {
		return "", []problem.Fault{
			*unreadable(name, "this file cannot be read: "+problem.Reason(err).Error(),
				"Check that the file is there and may be read."),
		}
	}
	return string(data), nil
}
