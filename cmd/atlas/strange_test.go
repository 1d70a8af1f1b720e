package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"regional-atlas/generator/problem"
)

// Whatever a file holds, an editor reads a sentence on it, soon and without a
// stack trace.
func TestStrangeFiles(t *testing.T) {
	small, err := filepath.Abs("testdata/small")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("testdata/small/BE2.md")
	if err != nil {
		t.Fatal(err)
	}
	facts := func(line string) string { return strings.Replace(string(data), "topics = [\"prevention\"]", line, 1) }
	for name, c := range map[string]struct{ text, says string }{
		"broken UTF-8":      {facts("also = [\"a\x80\"]"), "4:11: the byte 0x80 is not UTF-8 text"},
		"Latin-1":           {facts("also = [\"Universit\xe9\"]"), `4:19: the byte 0xE9 is not UTF-8 text; it may be the Latin-1 letter 'é'`},
		"Windows-1252":      {facts("also = [\"d\x92Azur\"]"), `4:11: the byte 0x92 is not UTF-8 text; it may be the Windows-1252 character '’'`},
		"UTF-16":            {"\xff\xfe+\x00+\x00+\x00", "1:1: the byte 0xFF is not UTF-8 text; this file is saved as UTF-16"},
		"NUL":               {facts("also = [\"a\x00\"]"), "4:11: the byte 0x00 (NUL) does not belong into a text"},
		"override":          {facts("also = [\"a\u202eb\"]"), "4:11: a right-to-left override (U+202E), which changes the direction of the text, stands here"},
		"zero width":        {facts("also = [\"a\u200bb\"]\nx = 1"), "4:11: warning: a zero width space (U+200B), which nobody can see, stands here"},
		"zero width key":    {facts("al\u200bso = [\"a\"]"), "4:3: a zero width space (U+200B), which nobody can see, stands here"},
		"decimal comma":     {facts("shape = { lon = 20,20, lat = 50 }"), "Write 20.20."},
		"grouped number":    {facts("nuts_version = 6,596,233"), "Write 6_596_233."},
		"smart quotes":      {facts("also = [“a”]"), "4:9: curly quotes do not hold a text"},
		"tab in a key":      {facts("al\tso = 1"), "4:4: this line is not of the form key = value"},
		"no-break space":    {facts("also =\u00a0[\"a\"]"), "4:7: a no-break space (U+00A0) stands here, outside a text in quotes"},
		"first fence lost":  {strings.TrimPrefix(string(data), "+++\n"), "1:1: a region file starts with a line of three plus signs"},
		"second fence lost": {strings.Replace(string(data), "\n+++\n", "\n", 1), "1:1: the facts that start here never end"},
		"empty":             {"", "1:1: a region file starts with a line of three plus signs"},
		"deep lists":        {facts("also = " + strings.Repeat("[", 100_000)), "4:32: more than 24 tables or lists stand inside each other here"},
		"deep tables":       {facts("also = " + strings.Repeat("{a=", 100_000)), "more than 24 tables or lists stand inside each other here"},
		"long list":         {facts("also = [" + strings.Repeat("1,", 500_000) + "]"), "the lists of this file have more than 50,000 entries together"},
		"a million entries": {facts("also = [" + strings.Repeat("1,", 1_000_000) + "]"), "1:1: this file has 1.9 MB; at most 1 MB is read"},
		"one long line":     {facts("also = \"" + strings.Repeat("x", 900_000) + "\""), "4:8: a text stands where a list belongs"},
		"all of it broken":  {"+++\n" + strings.Repeat("a = \n", 200_000) + "+++\n", "2:5: a value is missing here"},
	} {
		t.Run(name, func(t *testing.T) {
			said := checkSoon(t, small, func() error { return os.WriteFile("regions/BE2.md", []byte(c.text), 0o644) })
			if !strings.Contains(said, c.says) {
				t.Errorf("want %q in\n%.2000s", c.says, said)
			}
		})
	}
	t.Run("100 MB", func(t *testing.T) {
		said := checkSoon(t, small, func() error { return os.Truncate("regions/BE2.md", 100<<20) })
		if want := "1:1: this file has 100.0 MB; at most 1 MB is read"; !strings.Contains(said, want) {
			t.Errorf("want %q in\n%s", want, said)
		}
	})
	t.Run("locked", func(t *testing.T) {
		if os.Geteuid() == 0 {
			t.Skip("root may read every file; source tests the words")
		}
		said := checkSoon(t, small, func() error { return os.Chmod("regions/BE2.md", 0) })
		if want := "1:1: this file cannot be read: permission denied"; !strings.Contains(said, want) {
			t.Errorf("want %q in\n%s", want, said)
		}
	})
}

func checkSoon(t *testing.T, small string, spoil func() error) string {
	t.Helper()
	t.Chdir(t.TempDir())
	lay(t, small, "regions")
	if err := spoil(); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	var out, said bytes.Buffer
	if code := run(terminal{out: &out, err: &said, now: today}, []string{"check"}); code != faulty || out.Len() > 0 {
		t.Errorf("exit code %d and %q on standard output", code, out.String())
	}
	runtime.ReadMemStats(&after)
	if mb := int64(after.Sys>>20) - int64(before.Sys>>20); mb > 400 {
		t.Errorf("took %d MB", mb)
	}
	if strings.Contains(said.String(), "goroutine") || said.Len() > 500_000 {
		t.Errorf("%d bytes: %.200s", said.Len(), said.String())
	}
	return said.String()
}

func manyProblems() []problem.Problem {
	var list []problem.Problem
	for i := range 12 {
		list = append(list, problem.Problem{Fault: problem.Fault{File: "A.md", Line: i + 1, Col: 1, Width: 1, Code: "A012", What: fmt.Sprintf("fault %d", i+1), Remedy: "Mend it."}})
	}
	return append(list, problem.Problem{Fault: problem.Fault{File: "B.md", Line: 1, Col: 1, Code: "A030", What: "thin", Remedy: "Add.", Warning: true}},
		problem.Problem{Fault: problem.Fault{File: "C: d,e%\n.md", Line: 3, Col: 1, Code: "A012", What: "bad\r\n::error::x", Remedy: "100%."}})
}

// GitHub shows ten annotations: those of the change, then faults, then
// warnings; the others stand in the summary.
func TestAnnotations(t *testing.T) {
	t.Setenv("GITHUB_WORKSPACE", "")
	problems, first := changedFirst(manyProblems(), "regions", []string{"regions/B.md", "regions/C: d,e%\n.md"})
	f := finding{regions: "regions", problems: problems, changed: first}
	summary := filepath.Join(t.TempDir(), "summary.md")
	var out bytes.Buffer
	if err := f.github(&out, summary); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(lines) != mostAnnotations {
		t.Fatalf("%d lines:\n%s", len(lines), out.String())
	}
	want := []string{
		"::error file=regions/C%3A d%2Ce%25%0A.md,line=3,endLine=3,col=1,endColumn=2,title=A012 A number beyond what its unit allows::bad%0D%0A::error::x. 100%25.",
		"::warning file=regions/B.md,line=1,endLine=1,col=1,endColumn=2,title=A030 Hardly anything is reported::thin. Add.",
		"::error file=regions/A.md,line=1,endLine=1,col=1,endColumn=2,title=A012 A number beyond what its unit allows::fault 1. Mend it.",
	}
	if !slices.Equal(lines[:3], want) {
		t.Errorf("got\n%s", strings.Join(lines[:3], "\n"))
	}
	text, err := os.ReadFile(summary)
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"### Region files: 13 faults and 1 warning", "GitHub shows 10 of them", "| fault 12 |", "bad  &#58;&#58;error&#58;&#58;x"} {
		if !strings.Contains(string(text), words) {
			t.Errorf("%q is not in the summary:\n%s", words, text)
		}
	}
	if rows := strings.Count(string(text), "\n| regions"); rows != 14 {
		t.Errorf("%d rows", rows)
	}
}

// Without a summary the others are plain lines, which no runner obeys.
func TestAnnotationsWithoutSummary(t *testing.T) {
	var out bytes.Buffer
	if err := (finding{regions: "regions", problems: manyProblems()}).github(&out, ""); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(lines) != 14 {
		t.Fatalf("%d lines:\n%s", len(lines), out.String())
	}
	for i, line := range lines {
		if strings.HasPrefix(line, "::") != (i < mostAnnotations) || strings.Contains(line, "##[") {
			t.Errorf("line %d: %s", i, line)
		}
	}
}

func TestInert(t *testing.T) {
	for text, want := range map[string]string{
		"plain words 12": "plain words 12", "<b>|`*_[]": "&#60;b&#62;&#124;&#96;&#42;&#95;&#91;&#93;", "a\n# b": "a &#35; b", "é": "é", "\u202e\xff": "��",
	} {
		if got := inert(text); got != want {
			t.Errorf("inert(%q) = %q, want %q", text, got, want)
		}
	}
}

// The summary stays below what GitHub takes, however many faults there are.
func TestSummaryIsBounded(t *testing.T) {
	p := problem.Problem{Fault: problem.Fault{File: "A.md", Line: 1, Col: 1, Code: "A012", What: strings.Repeat("<", 500), Remedy: "Mend it."}}
	f := finding{regions: "regions", problems: slices.Repeat([]problem.Problem{p}, 2000)}
	if text := f.summary(1990); len(text) > 1<<20 || !strings.Contains(text, " more.") {
		t.Errorf("%d bytes", len(text))
	}
}

// Every result names a rule, and every place is within what SARIF allows.
func TestSARIF(t *testing.T) {
	var out bytes.Buffer
	if err := (finding{regions: "regions", problems: manyProblems()}).write(&out, "sarif"); err != nil {
		t.Fatal(err)
	}
	var log sarifLog
	if err := json.Unmarshal(out.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	rules := log.Runs[0].Tool.Driver.Rules
	if log.Version != "2.1.0" || len(rules) != len(problem.Lessons()) || len(log.Runs[0].Results) != 14 {
		t.Fatalf("%+v", log)
	}
	for _, r := range log.Runs[0].Results {
		place := r.Locations[0].Physical
		if rules[r.RuleIndex].ID != r.RuleID || place.Region.StartLine < 1 || place.Region.EndColumn <= place.Region.StartColumn || strings.ContainsAny(place.Artifact.URI, " \n") || r.Message.Text == "" {
			t.Errorf("%+v", r)
		}
	}
}
