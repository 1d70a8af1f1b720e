package generator_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"regional-atlas/generator"
)

// buildInto builds a site of data without faults into a folder.
func buildInto(t testing.TB, in generator.Input, out string) {
	t.Helper()
	report, err := generator.Build(in, generator.Target{Out: out})
	if err != nil || report.Atlas == nil {
		t.Fatal(err, report.Problems)
	}
}

// Somebody may have decided which programs may look: robots.txt is ours only where there
// was none.
func TestRobotsOfOthersStays(t *testing.T) {
	t.Parallel()
	in, out := inputOf(fullFiles(t)), filepath.Join(t.TempDir(), "site")
	in.Assets = tinyAssets(t)
	robots := filepath.Join(out, "robots.txt")
	built := func() string {
		_, err := generator.Build(in, generator.Target{Out: out})
		must(t, err)
		text, err := os.ReadFile(robots)
		must(t, err)
		return string(text)
	}
	if got := built(); !strings.Contains(got, "Sitemap: https://") {
		t.Errorf("robots.txt says %q", got)
	}
	must(t, os.RemoveAll(out))
	must(t, os.MkdirAll(out, 0o755))
	must(t, os.WriteFile(robots, []byte("User-agent: *\nDisallow: /\n"), 0o644))
	for range 2 {
		if got := built(); got != "User-agent: *\nDisallow: /\n" {
			t.Errorf("robots.txt of others became %q", got)
		}
	}
}
