package main

import (
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// report prints problems as a person reads them, without colours.
func report(w io.Writer, regions string, problems []problem.Problem) {
	paint(false).report(w, regions, problems)
}

// report prints problems as a person reads them: where, what, the line as
// typed with a caret under it, and how to mend it.
func (ink paint) report(w io.Writer, regions string, problems []problem.Problem) {
	for _, p := range problems {
		kind, mark := "", ink.red
		if p.Warning {
			kind, mark = ink.yellow("warning")+": ", ink.yellow
		}
		place := fmt.Sprintf("%s:%d:%d:", shownPath(regions, p.File), p.Line, p.Col)
		fmt.Fprintf(w, "%s %s%s %s\n", ink.bold(place), kind, p.What,
			ink.faint("["+string(p.Code)+"]"))
		if strings.TrimSpace(p.Text) != "" {
			text, caret := underline(p)
			fmt.Fprintf(
				w,
				"%s %s\n%s %s\n",
				ink.faint(fmt.Sprintf("%5d |", p.Line)),
				text,
				ink.faint("      |"),
				mark(caret),
			)
		}
		fmt.Fprintf(w, "        %s\n\n", ink.green(p.Remedy))
	}
}

// shownPath is where a file of the regions folder lies, as it was named on the
// command line. A name with a line end or an escape sequence stays on its line.
func shownPath(regions, file string) string {
	return strings.Map(printable, path.Join(filepath.ToSlash(regions), file))
}

// tally counts faults and warnings in words, and says of how many more it knows.
func tally(problems []problem.Problem) string {
	fatal := problem.Fatal(problems)
	warnings := len(problems) - fatal
	switch {
	case fatal == 0:
		return number(warnings, "warning") + beyond(problems, true)
	case warnings == 0:
		return number(fatal, "fault") + beyond(problems, false)
	}
	return number(fatal, "fault") + beyond(problems, false) + " and " +
		number(warnings, "warning") + beyond(problems, true)
}

// clockNote names the clock where several files speak of days that have not come yet: it
// may be behind, and then nothing is wrong with them. It is "" otherwise.
func clockNote(problems []problem.Problem, today region.Date) string {
	files := map[string]bool{}
	for _, p := range problems {
		if p.Code == problem.Future {
			files[p.File] = true
		}
	}
	if len(files) < 2 {
		return ""
	}
	return fmt.Sprintf("%d files speak of days that have not come yet. The clock of this computer says %s; "+
		"where it is behind, set it right and check again.", len(files), today.ISO())
}

// beyond says how many problems are not shown.
func beyond(problems []problem.Problem, warnings bool) string {
	switch n, isAll := problem.Untold(problems, warnings); {
	case n == 0 && isAll:
		return ""
	case n == 0:
		return " (and perhaps more: a file could not be read to its end)"
	case isAll:
		return fmt.Sprintf(" (and %d more, not shown)", n)
	default:
		return fmt.Sprintf(" (and at least %d more, not shown)", n)
	}
}

func number(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
