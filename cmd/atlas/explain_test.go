package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"regional-atlas/generator"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/region"
)

// Every wrong example yields its code, and every right one does not.
func TestEveryExampleIsTrue(t *testing.T) {
	small, err := filepath.Abs("testdata/small")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("testdata/small/BE2.md")
	if err != nil {
		t.Fatal(err)
	}
	be2 := string(data)
	for _, l := range problem.Lessons() {
		if found := codesOf(t, small, overlay(be2, l.Wrong)); !slices.Contains(found, l.Code) {
			t.Errorf("%s: the wrong example yields %v\n%s", l.Code, found, overlay(be2, l.Wrong))
		}
		if found := codesOf(t, small, overlay(be2, l.Right)); len(found) > 0 {
			t.Errorf("%s: the right example yields %v\n%s", l.Code, found, overlay(be2, l.Right))
		}
	}
}

var assignment = regexp.MustCompile(`^([a-z0-9_]+) =`)

// overlay puts an example over a region file: lines with the same key under the
// same heading are replaced, others added; a whole file replaces the file.
func overlay(file, example string) string {
	if strings.HasPrefix(example, "+++") {
		return example
	}
	heading, single := "", ""
	for line := range strings.Lines(example + "\n") {
		if strings.HasPrefix(line, "[") {
			heading = strings.TrimSpace(line)
			if strings.HasPrefix(line, "[[") {
				single += line
			}
			continue
		}
		key := assignment.FindStringSubmatch(line)
		switch {
		case strings.HasPrefix(heading, "[["):
			single += line
		case heading == "" && key != nil:
			before, rest, _ := strings.Cut(file, "\n[")
			before = regexp.MustCompile(`(?m)^`+key[1]+` =.*\n`).ReplaceAllString(before, "")
			if strings.HasPrefix(line, "nmae") {
				before = strings.Replace(before, "name = \"Flanders\"\n", "", 1)
			}
			file = strings.TrimRight(before, "\n") + "\n" + line + "\n[" + rest
		default:
			before, rest, _ := strings.Cut(file, heading+"\n")
			table, after, _ := strings.Cut(rest, "\n[")
			table = regexp.MustCompile(`(?m)^`+key[1]+` =.*\n`).ReplaceAllString(table, "")
			file = before + heading + "\n" + line + table + "\n[" + after
		}
	}
	return strings.Replace(file, "[[sources]]", single+"\n[[sources]]", 1)
}

func codesOf(t *testing.T, small, text string) []problem.Code {
	t.Helper()
	t.Chdir(t.TempDir())
	lay(t, small, "regions")
	if err := os.WriteFile("regions/BE2.md", []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	in, err := folders{regions: "regions"}.input(region.DateOf(today()))
	if err != nil {
		t.Fatal(err)
	}
	state := new(generator.Session).Update(in, generator.Everything())
	if state.Err != nil {
		t.Fatal(state.Err)
	}
	var codes []problem.Code
	for _, p := range state.Problems {
		codes = append(codes, p.Code)
	}
	return codes
}

// Every code that the program can print has a lesson, and none has two.
func TestEveryCodeHasALesson(t *testing.T) {
	data, err := os.ReadFile("../../generator/problem/code.go")
	if err != nil {
		t.Fatal(err)
	}
	declared := regexp.MustCompile(`Code = "(A0[0-9]{2})"`).FindAllStringSubmatch(string(data), -1)
	if len(declared) < 20 {
		t.Fatalf("%d codes", len(declared))
	}
	lessons := problem.Lessons()
	if len(lessons) != len(declared) {
		t.Errorf("%d lessons for %d codes", len(lessons), len(declared))
	}
	for i, d := range declared {
		if i < len(lessons) && string(lessons[i].Code) != d[1] {
			t.Errorf("lesson %d is on %s, want %s", i, lessons[i].Code, d[1])
		}
	}
	for _, l := range lessons {
		if l.Title == "" || strings.HasSuffix(l.Title, ".") || !strings.HasSuffix(l.Why, ".") || !strings.HasSuffix(l.Mend, ".") || l.Wrong == l.Right {
			t.Errorf("%s: a lesson has a title without a full stop, two paragraphs and two examples", l.Code)
		}
	}
}

func TestExplainPaints(t *testing.T) {
	lesson, _ := problem.LessonOn(problem.OutOfBounds)
	var plain, coloured bytes.Buffer
	teach(&plain, false, lesson)
	teach(&coloured, true, lesson)
	if strings.Contains(plain.String(), "\033") || !strings.Contains(coloured.String(), "\033[1;31mWrong:\033[0m") {
		t.Errorf("plain %q\ncoloured %q", plain.String(), coloured.String())
	}
	if bare := regexp.MustCompile(`\x1b\[[0-9;]*m`).ReplaceAllString(coloured.String(), ""); bare != plain.String() {
		t.Error("colours change the words")
	}
}

// Colours are for a person at a terminal who has not refused them.
func TestWantsColour(t *testing.T) {
	watched, err := os.Open(os.DevNull) // a character device, as a terminal is
	if err != nil {
		t.Fatal(err)
	}
	defer watched.Close()
	file, err := os.CreateTemp(t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for _, c := range []struct {
		noColor, term string
		file          *os.File
		want          bool
	}{
		{"", "xterm", watched, true}, {"1", "xterm", watched, false}, {"", "dumb", watched, false}, {"", "xterm", file, false},
	} {
		t.Setenv("NO_COLOR", c.noColor)
		t.Setenv("TERM", c.term)
		if got := wantsColour(c.file); got != c.want {
			t.Errorf("NO_COLOR=%q TERM=%q %s: %v", c.noColor, c.term, c.file.Name(), got)
		}
	}
}

func TestReportPaints(t *testing.T) {
	p := problem.Problem{Fault: problem.Fault{File: "BE2.md", Line: 2, Col: 8, Width: 3, Code: "A012", What: "what", Remedy: "Remedy."}, Text: `code = 123`}
	var out bytes.Buffer
	paint(true).report(&out, "regions", []problem.Problem{p})
	want := "\033[1mregions/BE2.md:2:8:\033[0m what \033[2m[A012]\033[0m\n\033[2m    2 |\033[0m code = 123\n\033[2m      |\033[0m \033[1;31m       ^^^\033[0m\n        \033[32mRemedy.\033[0m\n\n"
	if out.String() != want {
		t.Errorf("got  %q\nwant %q", out.String(), want)
	}
}
