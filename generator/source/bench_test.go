package source

import (
	"os"
	"strings"
	"testing"

	"regional-atlas/generator/problem"
)

func BenchmarkRegion(b *testing.B) {
	folder := Open(os.DirFS("../testdata/rich"))
	for b.Loop() {
		if _, faults := folder.Region("BE2.md"); len(faults) > 0 {
			b.Fatal(faults)
		}
	}
}

// BenchmarkTwentyKilobytes reads a region of many organisations.
func BenchmarkTwentyKilobytes(b *testing.B) {
	text, err := os.ReadFile("../testdata/rich/BE2.md")
	if err != nil {
		b.Fatal(err)
	}
	const organisation = "[[organisations]]\nname = \"An institute\"\nkind = \"academic\"\n\n"
	more := strings.Repeat(organisation, (20_000-len(text))/len(organisation)) + "[[sources]]"
	large := strings.Replace(string(text), "[[sources]]", more, 1)
	folder := folderWith("BE2.md", large)
	b.SetBytes(int64(len(large)))
	for b.Loop() {
		if _, faults := folder.Region("BE2.md"); len(faults) > 0 {
			b.Fatal(faults)
		}
	}
}

func BenchmarkIndex(b *testing.B) {
	text, err := os.ReadFile("../testdata/rich/BE2.md")
	if err != nil {
		b.Fatal(err)
	}
	toml := strings.TrimPrefix(string(text), "+++\n")
	b.SetBytes(int64(len(toml)))
	for b.Loop() {
		newIndex(toml)
	}
}

func BenchmarkPlace(b *testing.B) {
	folder := Open(os.DirFS("../testdata/rich"))
	faults := []problem.Fault{{File: "BE2.md", Key: "/organisations/29/kind"}, {File: "BE2.md", Key: "/sources/2/seen"}, {File: "BE1.md", Key: "/code"}}
	for b.Loop() {
		folder.Place(faults)
	}
}
