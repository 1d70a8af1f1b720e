package generator_test

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"regional-atlas/assets"
	"regional-atlas/generator"
	"regional-atlas/layouts"
)

// The site depends on what the files say and on nothing else: every build of
// the same regions gives the same bytes.
func TestSameBytes(t *testing.T) {
	in := generator.Input{Regions: os.DirFS("../regions"), Layouts: layouts.Files, Assets: assets.Files, Today: today()}
	want := builtFrom(t, in)
	if len(want) < 100 {
		t.Fatalf("only %d files", len(want))
	}
	t.Run("listed in another order, on one core", func(t *testing.T) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
		other := in
		other.Regions, other.Layouts, other.Assets = shuffled{in.Regions}, shuffled{in.Layouts}, shuffled{in.Assets}
		sameSite(t, builtFrom(t, other), want)
	})
	t.Run("layouts and assets on disk, eight cores, another zone and year", func(t *testing.T) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(8))
		defer func(here *time.Location) { time.Local = here }(time.Local)
		time.Local = time.FixedZone("far", 14*60*60)
		other := in
		other.Layouts, other.Assets = os.DirFS("../layouts"), os.DirFS("../assets")
		other.Today.Year += 3
		sameSite(t, builtFrom(t, other), want)
	})
	t.Run("over an older site", func(t *testing.T) {
		out := filepath.Join(t.TempDir(), "another name")
		older := in
		older.Regions = os.DirFS("testdata/good/full/regions")
		older.Assets = tinyAssets(t)
		writeTo(t, planned(t, older), out)
		writeTo(t, planned(t, in), out)
		sameSite(t, filesIn(t, out), want)
	})
}

func sameSite(t *testing.T, got, want map[string]string) {
	t.Helper()
	if !slices.Equal(sortedKeys(got), sortedKeys(want)) {
		t.Fatalf("%d files, want %d", len(got), len(want))
	}
	for _, name := range sortedKeys(want) {
		if got[name] != want[name] {
			t.Errorf("%s has other bytes", name)
		}
	}
}

// shuffled is a file system that lists its folders in a random order.
type shuffled struct{ fs.FS }

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(s.FS, name)
	rand.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list, err
}
