package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// What a person writes is small; a sheet of sixty megabytes is a slip, and is told
// before anything reads it.
func TestLargeParts(t *testing.T) {
	small, err := filepath.Abs("testdata/small")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		size int64
		says string
	}{
		"layouts/topic.html":              {60 << 20, "atlas: layouts/topic.html has 60.0 MB; at most 2 MB are read: shorten it\n"},
		"assets/atlas.css":                {60 << 20, "atlas: assets/atlas.css has 60.0 MB; at most 2 MB are read: shorten it\n"},
		"assets/search.js":                {2<<20 + 1, "atlas: assets/search.js has 2.0 MB; at most 2 MB are read: shorten it\n"},
		"assets/map.png":                  {17 << 20, "atlas: assets/map.png has 17.0 MB; at most 16 MB are read: shorten it\n"},
		"assets/geodata/europe.topo.json": {65 << 20, "atlas: assets/geodata/europe.topo.json has 65.0 MB; at most 64 MB are read: shorten it\n"},
		"assets/large.png":                {16 << 20, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			lay(t, small, "regions")
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, nil, 0o644); err != nil {
				t.Fatal(err)
			}
			if err := os.Truncate(name, c.size); err != nil {
				t.Fatal(err)
			}
			var out, said bytes.Buffer
			code := run(terminal{out: &out, err: &said, now: today}, []string{"check"})
			if said.String() != c.says || (code == broken) != (c.says != "") {
				t.Errorf("exit code %d and %q", code, said.String())
			}
		})
	}
}
