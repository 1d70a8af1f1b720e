package format

import (
	"regexp"
	"strings"

	"regional-atlas/generator/region"
)

// Lean is the file of Sample without its explanations and examples: what the code tells,
// the answers that every region owes, and what else is required.
func Lean(e *region.Edition, code, shape string) string {
	var kept []string
	for _, line := range strings.Split(Sample(e, code, shape), "\n") {
		isNote := strings.HasPrefix(line, "# "+code+" lies in ")
		if isNote || !strings.HasPrefix(strings.TrimSpace(line), "#") {
			kept = append(kept, strings.Replace(line, "see shape below", `write shape = "CODE" to draw another`, 1))
		}
	}
	text := withoutEmpty(strings.Join(kept, "\n"))
	text = oneValue.ReplaceAllString(text, "= [$1]")
	return strings.Replace(text, fence,
		fence+"# What is not known is \"not reported\", never \"no\". \"atlas new --explain CODE\" shows every field.\n", 1)
}

var (
	bareHeading = regexp.MustCompile(`(?m)^\[[^\[\]\n]+\]\n+(\[|\+\+\+)`)
	oneValue    = regexp.MustCompile(`= \[\n  (\{ [^\n]* \}),\n\]`)
	blankLines  = regexp.MustCompile(`\n{3,}`)
)

// withoutEmpty leaves out headings of tables with nothing below them, and lines of space.
func withoutEmpty(text string) string {
	text = blankLines.ReplaceAllString(text, "\n\n")
	for {
		next := bareHeading.ReplaceAllString(text, "$1")
		if next == text {
			return strings.Replace(strings.Replace(text, fence+"\n", fence, 1), "\n\n"+fence, "\n"+fence, 1)
		}
		text = next
	}
}
