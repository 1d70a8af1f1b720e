package main

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
)

func explainCommand() command {
	c := command{
		name:    "explain",
		args:    "[CODE…]",
		summary: "Explain the code of a fault, or list all codes.",
		example: "atlas explain A012",
	}
	c.run = func(t terminal, args []string) int {
		if slices.ContainsFunc(args, func(a string) bool { return strings.HasPrefix(a, "-") }) {
			if code, ok := parse(t, c, flag.NewFlagSet(c.name, flag.ContinueOnError), args); !ok {
				return code
			}
		}
		if len(args) == 0 {
			listCodes(t.out, t.outInk)
			return done
		}
		return explainCodes(t, args)
	}
	return c
}

func explainCodes(t terminal, codes []string) int {
	for _, typed := range codes {
		if _, ok := problem.LessonOn(asCode(typed)); !ok {
			return fail(t, noCode(typed))
		}
	}
	for i, typed := range codes {
		if i > 0 {
			fmt.Fprintln(t.out)
		}
		lesson, _ := problem.LessonOn(asCode(typed))
		teach(t.out, t.outInk, lesson)
	}
	return done
}

// asCode takes a code as people type it: a012, [A012].
func asCode(typed string) problem.Code {
	return problem.Code(strings.ToUpper(strings.Trim(typed, "[] ")))
}

func noCode(typed string) error {
	var known []string
	for _, l := range problem.Lessons() {
		known = append(known, string(l.Code))
	}
	return fmt.Errorf(
		"there is no code %s. %sRun \"atlas explain\" for the list",
		problem.Quote(typed),
		problem.DidYouMean(string(asCode(typed)), known),
	)
}

func listCodes(w io.Writer, ink paint) {
	for _, l := range problem.Lessons() {
		kind := ""
		if l.Warning {
			kind = " (warning)"
		}
		fmt.Fprintf(w, "%s  %s%s\n", ink.bold(string(l.Code)), l.Title, kind)
	}
	fmt.Fprint(w, "\nRun \"atlas explain CODE\" for one of them with an example.\n")
}

// teach prints a lesson.
func teach(w io.Writer, ink paint, l problem.Lesson) {
	kind := "fault: nothing is written until it is mended"
	if l.Warning {
		kind = "warning: the site is made all the same"
	}
	fmt.Fprintf(w, "%s %s\n\n", ink.bold(string(l.Code)+":"), ink.bold(l.Title))
	fmt.Fprintf(w, "This is a %s.\n\n", kind)
	fmt.Fprintf(w, "%s\n\n%s\n\n", folded(l.Why), folded(l.Mend))
	fmt.Fprintf(w, "%s\n\n%s\n%s\n\n%s", ink.red("Wrong:"), indented(l.Wrong), ink.green("Right:"),
		indented(l.Right))
}

// folded breaks a paragraph into lines that fit a terminal.
func folded(text string) string {
	const longest = 78
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && len([]rune(line))+1+len([]rune(word)) > longest {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	return strings.Join(append(lines, line), "\n")
}

// indented sets an example apart; what a terminal cannot show stands as �.
func indented(example string) string {
	var out strings.Builder
	for line := range strings.Lines(example) {
		line = strings.TrimRight(line, "\n")
		if line != "" {
			line = "    " + strings.Map(printable, line)
		}
		out.WriteString(line + "\n")
	}
	return out.String()
}
