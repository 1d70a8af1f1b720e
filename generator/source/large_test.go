package source

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
)

// largeFronts are front matters of about that many bytes, one for each way in
// which a text can be awkward: for the reader of places, for the parser, or for
// the search for faults.
func largeFronts(size int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	count := func(format string) string {
		var out strings.Builder
		for i := 0; out.Len() < size-40; i++ {
			fmt.Fprintf(&out, format, i)
		}
		return out.String()
	}
	long := strings.Repeat("n", size/2)
	deep := strings.Repeat("[", 20) + strings.Repeat("]", 20)
	half := func(s string) string { return strings.Repeat(s, size/2/len(s)) }
	return map[string]string{
		"numbers in a list":          "also = [" + fill("1,") + "]",
		"words in a list":            "also = [" + fill("\"\",") + "]",
		"words in a list of lines":   "also = [\n" + fill("\"word\",\n") + "]",
		"lists in a list":            "also = [" + fill("[],") + "]",
		"tables in a list":           "also = [" + fill("{a=1},") + "]",
		"open brackets":              "a = " + fill("["),
		"open tables":                "a = " + fill("{a="),
		"deep lists":                 fill("a = " + deep + "\n"),
		"a key without end":          fill("a."),
		"a heading":                  "[" + fill("a.") + "a]",
		"a heading of long names":    "[" + strings.Repeat(strings.Repeat("n", size/24)+".", 20) + "a]",
		"many keys":                  count("k%d=1\n"),
		"many keys of a name":        "[" + long + "]\n" + half("a=1\n"),
		"many long keys":             "[" + long + "]\n" + count("k%d=1\n")[:size/2-7],
		"many dotted keys":           count("a.b.k%d=1\n"),
		"keys in an inline table":    "a = {" + strings.TrimSuffix(count("k%d=1,"), ",") + "}",
		"many headings":              count("[k%d]\n"),
		"many long headings":         count("[a.b.c.d.e.f.g.h.k%d]\n"),
		"entries of a list":          fill("[[a]]\n"),
		"entries with a key":         fill("[[organisations]]\nname = \"x\"\n"),
		"entries in entries":         fill("[[a]]\n[[a.b]]\n"),
		"entries below a long name":  "[[" + long + "]]\n" + half("[[a]]\n"),
		"one heading repeatedly":     fill("[codes]\n"),
		"many headings repeatedly":   count("[a]\n[k%d]\n"),
		"one long word":              fill("a") + " = 1",
		"one key repeatedly":         fill("a = [1]\n"),
		"many keys twice":            count("k%[1]d=1\nk%[1]d=2\n"),
		"quotes":                     "a = " + fill("\""),
		"backslashes":                "a = \"" + fill("\\"),
		"backslashes and a quote":    "a = \"\"\"" + fill("\\\n") + "\"\"\"",
		"escapes":                    "a = \"" + fill("\\u00e9") + "\"",
		"a text of lines":            "a = '''" + fill("x\n") + "'''",
		"a text of many quotes":      "a = '''" + fill("''x") + "'''",
		"comments":                   fill("#\n"),
		"comments in a list":         "a = [" + fill("#\n") + "]",
		"blank lines":                fill("\n"),
		"spaces":                     fill(" "),
		"no values":                  fill("a = \n"),
		"no values for many keys":    count("k%d = \n"),
		"prose":                      fill("Some words.\n"),
		"headings without an end":    fill("[\n"),
		"half headings":              count("[k%d\n"),
		"open texts":                 fill("a = '''\n'\n"),
		"open quotes":                fill("\"\n"),
		"open lists":                 fill("a = [\n"),
		"open lists of words":        count("k%d = [\"a\"\n"),
		"curly quotes":               count("k%d = “x”\n"),
		"commas in numbers":          count("k%d = 1,5\n"),
		"one line of commas":         "a = " + fill(","),
		"one line of words":          fill("word "),
		"one line of spaced numbers": "a = " + fill("1 "),
		"unknown keys":               count("unknown%d = 1\n"),
		"wrong types":                fill("[[organisations]]\nname = 1\n"),
		"hidden characters":          "a = \"" + fill("\u200b") + "\"",
		"turned text":                fill("# \u202e\n"),
		"turned text by number":      "a = '" + fill("\\u202e") + "'",
		"carriage returns":           fill("\r"),
		"windows lines":              fill("#\r\n"),
	}
}

// BenchmarkLarge reads a file as large as a file may be, and places its faults.
func BenchmarkLarge(b *testing.B) {
	for name, toml := range largeFronts(sizeLimit - 100) {
		text := "+++\n" + toml + "\n+++\n"
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				placed(folderWith("A.md", text), "A.md")
			}
		})
	}
}

// mostAllocated bounds what reading one file may allocate, all in all: less of it
// is held at a time, and work that grows with the square of a file shows in it or
// runs into the time that go test allows. The dearest file needs two thirds of it.
const mostAllocated = 1 << 30

// Any file that is let in is read, and its faults are placed, within bounds.
func TestLargeFilesAreBounded(t *testing.T) {
	if os.Getenv("ATLAS_HEAVY") == "" {
		t.Skip("takes long: .ci/run runs it, and so does ATLAS_HEAVY=1")
	}
	if underRace {
		t.Skip("the race detector keeps on the heap what a build keeps on the stack: ten times as much")
	}
	for name, toml := range largeFronts(sizeLimit - 100) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		faults := placed(folderWith("A.md", "+++\n"+toml+"\n+++\n"), "A.md")
		runtime.ReadMemStats(&after)
		if n := after.TotalAlloc - before.TotalAlloc; n > mostAllocated {
			t.Errorf("%s: %d MB allocated", name, n>>20)
		} else {
			t.Logf("%s: %d MB, %d faults", name, n>>20, len(faults))
		}
		if len(faults) > enough {
			t.Errorf("%s: %d faults", name, len(faults))
		}
	}
}
