package generator_test

import (
	"path/filepath"
	"testing"
)

// BenchmarkPage makes and lays out one page of each kind.
func BenchmarkPage(b *testing.B) {
	in := inputOf(fortyRegions(b))
	site := checked(b, in).Site
	for p := range site.Files() {
		switch p.Address {
		case "index.html", "memberships.html", "regions/be2.html", "regions/ro11.html":
			b.Run(p.Address, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					data, err := site.Bytes(p)
					if err != nil {
						b.Fatal(err)
					}
					b.SetBytes(int64(len(data)))
				}
			})
		}
	}
}

// BenchmarkBuild reads forty regions and writes the whole site.
func BenchmarkBuild(b *testing.B) {
	in := inputOf(fortyRegions(b))
	b.Run("first", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			buildInto(b, in, filepath.Join(b.TempDir(), "public"))
		}
	})
	b.Run("nothing new", func(b *testing.B) {
		out := filepath.Join(b.TempDir(), "public")
		for b.Loop() {
			buildInto(b, in, out)
		}
	})
}
