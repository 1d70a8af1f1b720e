package publish

import (
	"bytes"
	"fmt"
	"path/filepath"
	"sync"
	"testing"
)

// writeAll builds a site of n pages of about 12 kB with two writers; page 0 carries the mark.
func writeAll(b *testing.B, out string, n int, mark string) {
	f, err := Begin(out)
	if err != nil {
		b.Fatal(err)
	}
	var group sync.WaitGroup
	for worker := range 2 {
		group.Go(func() {
			for i := worker; i < n; i += 2 {
				data := fmt.Appendf(nil, "%d ", i)
				if i == 0 {
					data = append(data, mark...)
				}
				data = append(data, bytes.Repeat([]byte("a page of a region "), 640)...)
				if err := f.Write(fmt.Sprintf("regions/%d.html", i), data); err != nil {
					b.Error(err)
				}
			}
		})
	}
	group.Wait()
	if _, err := f.Commit(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkFolder measures a first build, one in which nothing changed and one in which a page changed.
func BenchmarkFolder(b *testing.B) {
	for _, n := range []int{300, 10_000} {
		b.Run(fmt.Sprintf("first/%d", n), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				writeAll(b, filepath.Join(b.TempDir(), fmt.Sprint(i)), n, "")
			}
		})
		b.Run(fmt.Sprintf("same/%d", n), func(b *testing.B) {
			out := filepath.Join(b.TempDir(), "public")
			writeAll(b, out, n, "")
			for b.Loop() {
				writeAll(b, out, n, "")
			}
		})
		b.Run(fmt.Sprintf("edit/%d", n), func(b *testing.B) {
			out := filepath.Join(b.TempDir(), "public")
			writeAll(b, out, n, "")
			for i := 0; b.Loop(); i++ {
				writeAll(b, out, n, fmt.Sprint(i))
			}
		})
	}
}
