package region

import (
	"fmt"
	"strings"

	"regional-atlas/generator/problem"
)

// checker collects the faults of one file.
type checker struct {
	file    string
	edition *Edition
	today   Date
	faults  []problem.Fault

	fatal, warnings int // found, whether kept or not
}

// enough is how many faults, and how many warnings, one file may show: whoever
// has more has made one mistake many times.
const enough = 200

func (c *checker) add(f problem.Fault) {
	n := &c.fatal
	if f.Warning {
		n = &c.warnings
	}
	if *n++; *n <= enough {
		f.File = c.file
		c.faults = append(c.faults, f)
	}
}

func (c *checker) report(key problem.Key, code problem.Code, what, remedy string) {
	c.add(problem.Fault{Key: key, Code: code, What: what, Remedy: remedy})
}

func (c *checker) reportName(key problem.Key, code problem.Code, what, remedy string) {
	c.add(problem.Fault{Key: key, Part: problem.Name, Code: code, What: what, Remedy: remedy})
}

func (c *checker) warn(key problem.Key, code problem.Code, what, remedy string) {
	c.add(problem.Fault{Key: key, Code: code, What: what, Remedy: remedy, Warning: true})
}

// offer is the remedy for an unknown word: the nearest known one, or the list.
func offer(word string, known []string) string {
	if near := problem.DidYouMean(word, known); near != "" {
		return strings.TrimSpace(near)
	}
	const few = 12
	if len(known) == 0 {
		return "Add the word to atlas.toml first."
	}
	if len(known) <= few {
		return "Write one of: " + strings.Join(known, ", ") + "."
	}
	return "Write one of: " + strings.Join(known[:few], ", ") + fmt.Sprintf(" … (%d in all, in atlas.toml).", len(known))
}
