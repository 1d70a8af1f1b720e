package format

import (
	"strings"
	"testing"

	"regional-atlas/generator/region"
)

// benchmarked are region files by their size: one as large as a region of many
// organisations, and some as large as a file may be.
func benchmarked(b *testing.B) (*region.Edition, map[string]string) {
	edition, texts := richFiles(b)
	const organisation = "[[organisations]]\nname = \"An institute\"\nkind = \"academic\"\n\n"
	const figure = "  { value = 6_596_233, year = 2019 },\n"
	more := "\n" + strings.Repeat(organisation, 140) + "[[sources]]"
	real, _, _ := strings.Cut(texts["BE2.md"], "+++\n\n")
	real = strings.Replace(real, "\n[[sources]]", more, 1) + "+++\n\nText\n"
	front := func(facts string) string {
		return "+++\ncode = \"BE2\"\nname = \"Flanders\"\n\n" + facts + "+++\n\nText\n"
	}
	fill := func(piece string) string { return strings.Repeat(piece, (1<<20-200)/len(piece)) }
	return edition, map[string]string{
		"20 kB":               real,
		"1 MiB of tables":     front(fill(organisation)),
		"1 MiB of a list":     front("[figures]\npopulation = [\n" + fill(figure) + "]\n\n"),
		"1 MiB of comments":   front("[memberships]\n" + fill("# a comment\n") + "errin = \"no\"\n"),
		"1 MiB of one remark": front("[memberships.errin]\nremark = \"" + fill("word ") + "\"\n"),
	}
}

func BenchmarkFormat(b *testing.B) {
	edition, texts := benchmarked(b)
	for name, text := range texts {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, faults := Format(edition, "BE2.md", text); len(faults) > 0 {
					b.Fatal(faults)
				}
			}
		})
	}
}

func BenchmarkApply(b *testing.B) {
	edition, texts := benchmarked(b)
	for name, text := range texts {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, err := Apply(edition, text, []Edit{{"/nuts_version", "2021"}}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
