package region

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"regional-atlas/generator/problem"
)

// checker checks one file.
type checker struct {
	collector
	edition *Edition
	today   Date

	translated Translations // texts that the file gives in several languages
}

// latestOn is the last day that has come somewhere when it is today here.
func latestOn(today Date) Date {
	day := time.Date(today.Year, time.Month(today.Month), today.Day+1, 0, 0, 0, 0, time.UTC)
	return DateOf(day)
}

// collector collects the faults of one file.
type collector struct {
	file   string
	unread []problem.Key
	faults []problem.Fault

	fatal, warnings        int // found, whether kept or not
	lastFatal, lastWarning int // where the last of those stand that are kept
}

// enough is how many faults, and how many warnings, one file may show: whoever
// has more has made one mistake many times.
const enough = 200

func (c *collector) add(f problem.Fault) {
	if f.Code == problem.Missing && c.isUnread(f.Key) {
		return // it follows from a fault that is told already
	}
	n, last := &c.fatal, &c.lastFatal
	if f.Warning {
		n, last = &c.warnings, &c.lastWarning
	}
	if *n++; *n > enough {
		c.faults[*last].More++
		return
	}
	f.File = c.file
	*last = len(c.faults)
	c.faults = append(c.faults, f)
}

// isUnread holds for a key that is in the file, or may be, though it could not
// be read.
func (c *collector) isUnread(key problem.Key) bool {
	isEntry := strings.Count(string(key), "/") > 1 || key == "/shape"
	return slices.ContainsFunc(c.unread, func(u problem.Key) bool {
		isBelow := strings.HasPrefix(string(key), string(u)+"/")
		return key == u || isBelow || isEntry && u.Parent() == key
	})
}

func (c *collector) report(key problem.Key, code problem.Code, what, remedy string) {
	c.add(problem.Fault{Key: key, Code: code, What: what, Remedy: remedy})
}

func (c *collector) reportName(key problem.Key, code problem.Code, what, remedy string) {
	c.add(problem.Fault{Key: key, Part: problem.Name, Code: code, What: what, Remedy: remedy})
}

func (c *collector) warn(key problem.Key, code problem.Code, what, remedy string) {
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
	first := strings.Join(known[:few], ", ")
	return fmt.Sprintf("Write one of: %s … (%d in all, in atlas.toml).", first, len(known))
}

// absent lists the words of a vocabulary that a table leaves out. A misspelt
// word is not absent: it is a fault of its own.
func absent[V any](c *checker, key problem.Key, words []string, table map[string]V) []string {
	meant := map[string]bool{}
	for name := range table {
		if !slices.Contains(words, name) {
			meant[problem.Nearest(name, words)] = true
		}
	}
	var list []string
	for _, w := range words {
		if _, has := table[w]; !has && !meant[w] && !c.isUnread(key.Field(w)) {
			list = append(list, w)
		}
	}
	return list
}
