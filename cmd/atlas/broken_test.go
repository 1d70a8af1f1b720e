package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// Each folder below testdata/broken is one slip that an editor makes: files
// that lie over those of the small atlas, and problems.txt, the exact words
// that the editor then reads. After a change of wording run the test with
// -update, and read every line as somebody who never saw a compiler.
func TestBrokenFolders(t *testing.T) {
	cases, err := filepath.Glob("testdata/broken/*")
	if err != nil || len(cases) < 12 {
		t.Fatalf("%d broken folders, %v", len(cases), err)
	}
	for _, dir := range cases {
		t.Run(filepath.Base(dir), func(t *testing.T) { broken1(t, dir) })
	}
}

func broken1(t *testing.T, dir string) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	small, err := filepath.Abs("testdata/small")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	for _, from := range []string{small, dir} {
		lay(t, from, "regions")
	}
	var out, said bytes.Buffer
	code := run(terminal{out: &out, err: &said, now: today}, []string{"build"})
	if code != faulty || out.Len() > 0 {
		t.Errorf("exit code %d and %q on standard output, want %d and nothing", code, out.String(), faulty)
	}
	if _, err := os.Lstat("public"); err == nil {
		t.Error("something was written")
	}
	sameText(t, filepath.Join(dir, "problems.txt"), said.String())
}

// lay copies the files of a folder but problems.txt over another.
func lay(t *testing.T, from, to string) {
	t.Helper()
	if err := os.MkdirAll(to, 0o755); err != nil {
		t.Fatal(err)
	}
	entries, err := fs.ReadDir(os.DirFS(from), ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if entry.Name() == "problems.txt" {
			continue
		}
		data, err := os.ReadFile(filepath.Join(from, entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(to, entry.Name()), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func sameText(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s\n--- got\n%s\n--- want\n%s", filepath.Base(file), got, want)
	}
}
