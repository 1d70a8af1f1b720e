package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"regional-atlas/generator/problem"
)

// mostAnnotations is how many annotations GitHub shows of one step.
const mostAnnotations = 10

// github writes workflow commands that GitHub shows beside the changed lines,
// faults before warnings, and all problems into the summary of the job.
func (f finding) github(w io.Writer, summary string) error {
	shown, rest := f.annotations()
	for _, p := range shown {
		fmt.Fprintln(w, f.annotation(p))
	}
	if summary == "" {
		for _, p := range rest {
			fmt.Fprintf(w, "%s\n", plainLine(f.workspacePath(p), p))
		}
		return nil
	}
	return appendTo(summary, f.summary(len(rest)))
}

// annotations parts the problems into those GitHub can show and the others:
// changed files come first, and in both groups faults before warnings.
func (f finding) annotations() (shown, rest []problem.Problem) {
	var order []problem.Problem
	for _, group := range [][]problem.Problem{f.problems[:f.changed], f.problems[f.changed:]} {
		for _, warnings := range []bool{false, true} {
			for _, p := range group {
				if p.Warning == warnings {
					order = append(order, p)
				}
			}
		}
	}
	n := min(len(order), mostAnnotations)
	return order[:n], order[n:]
}

// The characters that would end a command or one of its properties.
func commandData(text string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(text)
}

func commandProperty(text string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",",
		"%2C").Replace(text)
}

func (f finding) annotation(p problem.Problem) string {
	title := string(p.Code)
	if lesson, ok := problem.LessonOn(p.Code); ok {
		title += " " + lesson.Title
	}
	return fmt.Sprintf(
		"::%s file=%s,line=%d,endLine=%d,col=%d,endColumn=%d,title=%s::%s",
		level(p.Warning),
		commandProperty(f.workspacePath(p)),
		p.Line,
		p.Line,
		p.Col,
		p.Col+max(1, p.Width),
		commandProperty(title),
		commandData(p.What+". "+p.Remedy),
	)
}

// workspacePath is the path from the top of the repository, which is where
// GitHub looks for files.
func (f finding) workspacePath(p problem.Problem) string {
	file := f.path(p)
	top := os.Getenv("GITHUB_WORKSPACE")
	if full, err := filepath.Abs(file); err == nil && top != "" {
		if rel, err := filepath.Rel(top, full); err == nil && filepath.IsLocal(rel) {
			return filepath.ToSlash(rel)
		}
	}
	return file
}

// plainLine is a problem on a line that no runner takes for a command.
func plainLine(file string, p problem.Problem) string {
	line := fmt.Sprintf("- %s:%d:%d: %s: %s. %s [%s]", file, p.Line, p.Col, severity(p), p.What,
		p.Remedy, p.Code)
	return strings.ReplaceAll(strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' {
			return ' '
		}
		return printable(r)
	}, line), "##[", "# #[")
}

// mostOfSummary is how many bytes of summary are written; GitHub refuses more
// than a megabyte.
const mostOfSummary = 900_000

// summary is a Markdown table of all problems.
func (f finding) summary(unshown int) string {
	if len(f.problems) == 0 {
		return "### Region files\n\nNo faults, no warnings.\n"
	}
	var out strings.Builder
	fmt.Fprintf(&out, "### Region files: %s\n\n", tally(f.problems))
	if unshown > 0 {
		fmt.Fprintf(
			&out,
			"GitHub shows %d of them beside the changes; here are all %d.\n\n",
			mostAnnotations,
			len(f.problems),
		)
	}
	out.WriteString("| Place | Code | What | How to mend it |\n|---|---|---|---|\n")
	for i, p := range f.problems {
		if out.Len() > mostOfSummary {
			fmt.Fprintf(&out, "\nand %d more.\n", len(f.problems)-i)
			break
		}
		what := p.What
		if p.Warning {
			what = "warning: " + what
		}
		fmt.Fprintf(
			&out,
			"| %s | %s | %s | %s |\n",
			inert(fmt.Sprintf("%s:%d:%d", f.workspacePath(p), p.Line, p.Col)),
			p.Code,
			inert(what),
			inert(p.Remedy),
		)
	}
	return out.String() + "\n"
}

// inert writes a text as Markdown that means nothing but itself: every sign
// that is not a letter, a digit or a space becomes a numeric entity.
func inert(text string) string {
	var out strings.Builder
	for _, r := range strings.ToValidUTF8(text, "�") {
		switch {
		case r == ' ' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
			out.WriteRune(r)
		case r < ' ':
			out.WriteByte(' ')
		case r < 0x80:
			fmt.Fprintf(&out, "&#%d;", r)
		default:
			out.WriteRune(printable(r))
		}
	}
	return out.String()
}

func appendTo(name, text string) error {
	file, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("the job summary cannot be opened: %v", cause(err))
	}
	_, err = file.WriteString(text)
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return fmt.Errorf("the job summary cannot be written: %v", cause(err))
	}
	return nil
}
