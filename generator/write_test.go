package generator_test

import (
	"testing"

	"regional-atlas/generator"
	"regional-atlas/generator/publish"
)

func writeTo(t testing.TB, site *generator.Site, out string) {
	t.Helper()
	folder, err := publish.Begin(out)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Abort() // does nothing after Commit
	if _, err := site.Write(folder, nil, func() {}); err != nil {
		t.Fatal(err)
	}
	if _, err := folder.Commit(); err != nil {
		t.Fatal(err)
	}
}
