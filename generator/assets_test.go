package generator_test

import (
	"os"
	"testing"
	"testing/fstest"
)

// What a page may use is part of the site, in folders too; what the build reads is not,
// and neither is what nobody can load.
func TestAssetsOfOnesOwn(t *testing.T) {
	t.Parallel()
	own := inMemory(t, tinyAssets(t))
	for _, name := range []string{"logo.webp", "fonts/own.woff2", "pictures/region.jpg", "own.css", "notes.txt", "geodata/a.png", "src/draft.psd"} {
		own[name] = &fstest.MapFile{Data: []byte("a{color:red}")}
	}
	site := built(t, os.DirFS("testdata/good/minimal/regions"), own)
	for name, want := range map[string]bool{"logo.webp": true, "fonts/own.woff2": true, "pictures/region.jpg": true, "own.css": true,
		"notes.txt": false, "geodata/a.png": false, "src/draft.psd": false, "geodata/europe.topo.json": false} {
		if _, there := site["assets/"+name]; there != want {
			t.Errorf("assets/%s is part of the site: %t", name, there)
		}
	}
}
