package main

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"regional-atlas/generator/problem"
)

// A person at a terminal sees how far a build is once it takes longer than a
// second, and nothing of it is left when it is done. A file or a pipe gets none.
func TestProgress(t *testing.T) {
	for _, c := range []struct {
		name  string
		live  bool
		step  time.Duration
		wants string
	}{
		{"slow", true, 500 * time.Millisecond, "\r2 of 4 pages\r3 of 4 pages\r4 of 4 pages\r\033[K"},
		{"many a second", true, 60 * time.Millisecond, ""},
		{"no terminal", false, 500 * time.Millisecond, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			clock := today()
			var said bytes.Buffer
			bar := newProgress(terminal{out: io.Discard, err: &said, live: c.live, now: func() time.Time { return clock }})
			for range 4 {
				clock = clock.Add(c.step)
				bar.step(func() int { return 4 })
			}
			bar.clear()
			if said.String() != c.wants {
				t.Errorf("got %q, want %q", said.String(), c.wants)
			}
		})
	}
}

// The caret stands under the fault, whatever stands before it.
func TestUnderline(t *testing.T) {
	long := strings.Repeat("x", 200)
	for _, c := range []struct {
		name, line      string
		col, width      int
		text, underline string
	}{
		{"start", `code = 1`, 1, 4, `code = 1`, "^^^^"},
		{"middle", `code = 1`, 8, 1, `code = 1`, "       ^"},
		{"tabs stay", "\tcode = 1", 9, 1, "\tcode = 1", "\t       ^"},
		{"letters, not bytes", `näme = "é"`, 8, 3, `näme = "é"`, "       ^^^"},
		{"beyond the end", `name = "`, 9, 1, `name = "`, "        ^"},
		{"no width", `a`, 1, 0, `a`, "^"},
		{"width beyond the end", `abc`, 2, 99, `abc`, " ^^"},
		{"long line, early", long, 3, 2, long[:longest] + "…", "  ^^"},
		{"long line, late", long[:150] + "FAULT" + long, 151, 5, "…" + long[:longest/4] + "FAULT" + long[:longest-longest/4-5] + "…", strings.Repeat(" ", longest/4+1) + "^^^^^"},
		{"end of a long line", long + "F", 201, 1, "…" + long[:longest/4] + "F", strings.Repeat(" ", longest/4+1) + "^"},
		{"wide characters before", `日本 = 5`, 6, 1, `日本 = 5`, "       ^"},
		{"wide characters under", `a = "日本"`, 5, 4, `a = "日本"`, "    ^^^^^^"},
		{"combining before", "e\u0301a = 5", 7, 1, "e\u0301a = 5", "     ^"},
		{"combining under", "a = e\u0301", 5, 2, "a = e\u0301", "    ^"},
		{"zero width is shown", "a\u200bb = 5", 7, 1, "a�b = 5", "      ^"},
		{"picture", `x = "🎉" 5`, 9, 1, `x = "🎉" 5`, "         ^"},
		{"other scripts", `ｆ한あ〜x = 5`, 9, 1, `ｆ한あ〜x = 5`, "            ^"},
		{"control characters", "a\x1b[31m\u202eb", 1, 1, "a�[31m�b", "^"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := problem.Problem{Fault: problem.Fault{Col: c.col, Width: c.width}, Text: c.line}
			text, caret := underline(p)
			if text != c.text || caret != c.underline {
				t.Errorf("got\n%s\n%s\nwant\n%s\n%s", text, caret, c.text, c.underline)
			}
		})
	}
}

func marked(p problem.Problem, more int, cut bool) problem.Problem {
	p.More, p.Cut = more, cut
	return p
}

func TestTally(t *testing.T) {
	fault, warning := problem.Problem{}, problem.Problem{Fault: problem.Fault{Warning: true}}
	for want, problems := range map[string][]problem.Problem{
		"1 fault":                {fault},
		"2 faults":               {fault, fault},
		"1 warning":              {warning},
		"2 warnings":             {warning, warning},
		"1 fault and 2 warnings": {warning, fault, warning},
		"2 faults and 1 warning": {fault, warning, fault},
		"1 fault (and 7 more, not shown) and 1 warning (and 2 more, not shown)": {marked(fault, 7, false), marked(warning, 2, false)},
		"1 fault (and perhaps more: a file could not be read to its end)":       {marked(fault, 0, true)},
		"2 faults (and at least 3 more, not shown)":                             {marked(fault, 3, false), marked(fault, 0, true)},
	} {
		if got := tally(problems); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
