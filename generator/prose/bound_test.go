package prose

import (
	"strings"
	"testing"
)

// worst holds texts made to be slow, nested or large; n is their length in bytes, about.
func worst(n int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, n/len(s)) }
	half := func(a, mid, b string) string {
		return strings.Repeat(a, n/2/len(a)) + mid + strings.Repeat(b, n/2/len(b))
	}
	steps := func(unit string) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			b.WriteString(strings.Repeat("  ", i%500) + unit)
		}
		return b.String()
	}
	return map[string]string{
		"brackets":             fill("["),
		"bracket pairs":        half("[", "a", "]"),
		"images":               fill("!["),
		"quotes":               fill(">"),
		"quotes on lines":      fill(strings.Repeat("> ", 100) + "a\n"),
		"asterisks":            fill("*"),
		"asterisk pairs":       half("*", "a", "*"),
		"strong pairs":         half("**a ", "b", " c**"),
		"underscores":          fill("_a*"),
		"openers and closers":  fill("a*a_ "),
		"closers":              fill("a_ "),
		"tildes":               fill("~~a ~b "),
		"backticks":            fill("`a``"),
		"links":                fill("[a](b) "),
		"open links":           fill("[a]("),
		"links in angles":      fill("[a](<b"),
		"reference chain":      fill("[a][a]["),
		"titles":               fill(`[a](b "`),
		"definitions":          fill("[a]: b\n"),
		"definitions apart":    fill("[a]: b\n\n"),
		"open definition":      fill("[a]: b '\n"),
		"tags":                 fill("<a "),
		"tags with attributes": fill("<a b='"),
		"comments":             fill("<!--"),
		"declarations":         fill("<!A"),
		"instructions":         fill("<?"),
		"html blocks":          fill("<div>\n\n"),
		"autolinks":            fill("<a:b> "),
		"list signs":           fill("- "),
		"list lines":           fill("- a\n"),
		"list stairs":          steps("- a\n"),
		"numbers":              fill("1. "),
		"blank items":          fill("-\n\n"),
		"table columns":        strings.Repeat("|a", n/8) + "\n" + strings.Repeat("|-", n/8) + "\n" + strings.Repeat("a\n", n/4),
		"table rows":           "|a|b|\n|-|-|\n" + fill("|a|b|\n"),
		"escaped pipes":        "|a|b|\n|-|-|\n" + fill("|`\\|`|\n"),
		"tables":               fill("a|b\n-|-\n\n"),
		"delimiter rows":       fill("a|b\n"),
		"setext":               fill("a\n-\n"),
		"entities":             fill("&amp;"),
		"half entities":        fill("&a"),
		"backslashes":          fill("\\"),
		"fences":               fill("```\n"),
		"indents":              fill(" "),
		"tabs":                 fill("\t"),
		"nul":                  fill("\x00"),
		"bad bytes":            fill("\xff"),
		"lines":                fill("\n"),
		"words":                fill("word "),
		"one word":             fill("a"),
	}
}

// TestWorstCases converts long texts of every awkward kind. A construct read without a bound takes minutes or all
// memory, which the time limit of go test ends; no clock is read here, for machines differ.
func TestWorstCases(t *testing.T) {
	c, length := New(), maxBytes/4
	if testing.Short() {
		length /= 4
	}
	for name, markdown := range worst(length) {
		t.Run(name, func(t *testing.T) {
			got, err := c.Convert(markdown[:min(len(markdown), maxBytes)])
			if err != nil {
				t.Fatal(err)
			}
			if len(got.HTML) > 100*maxBytes {
				t.Errorf("%d bytes of HTML", len(got.HTML))
			}
		})
	}
}
