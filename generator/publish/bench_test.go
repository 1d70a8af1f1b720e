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

// BenchmarkKeep measures a build in which ten of 30,000 files change and the others are kept: of all that it takes, of
// the change of folders alone, and without a record, so that every file is read.
func BenchmarkKeep(b *testing.B) {
	for _, trust := range []bool{true, false} {
		b.Run(map[bool]string{true: "trusted", false: "read"}[trust], func(b *testing.B) {
			out := filepath.Join(b.TempDir(), "public")
			names, seen := manyPages(b, out)
			for i := 0; b.Loop(); i++ {
				f, err := Begin(out)
				if err != nil {
					b.Fatal(err)
				}
				if trust {
					f.Trust(seen)
				}
				keepMost(b, f, names, i)
				if s, err := f.Commit(); err != nil || s.Changed != 10 {
					b.Fatal(s, err)
				}
				seen = f.Seen()
			}
		})
	}
}

func manyPages(b *testing.B, out string) ([]string, Seen) {
	f, err := Begin(out)
	if err != nil {
		b.Fatal(err)
	}
	var names []string
	for i := range 30_000 {
		name := fmt.Sprintf("%s/be%05d.html", []string{"regions", "figures", "pictures"}[i%3], i)
		names = append(names, name)
		if err := f.Write(name, pageOf(i, -1)); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := f.Commit(); err != nil {
		b.Fatal(err)
	}
	return names, f.Seen()
}

func pageOf(i, mark int) []byte {
	return append(fmt.Appendf(nil, "%d %d ", i, mark), bytes.Repeat([]byte("a page of a region "), 640)...)
}

// size is that of pageOf(i, -1).
func size(i int) int64 { return int64(len(fmt.Sprint(i)) + 4 + 640*19) }

func keepMost(b *testing.B, f *Folder, names []string, mark int) {
	inParallel(len(names), 100, func(i int) {
		name := names[i]
		if i%3000 == 7 {
			if err := f.Write(name, pageOf(i, mark)); err != nil {
				b.Error(err)
			}
			return
		}
		if kept, err := f.Keep(name, f.old[name], size(i)); !kept || err != nil {
			b.Error(name, kept, err)
		}
	})
}
