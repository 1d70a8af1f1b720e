package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRewriteKeepsPermissionsAndLinks(t *testing.T) {
	dir := t.TempDir()
	file, link := filepath.Join(dir, "BE2.md"), filepath.Join(dir, "link.md")
	if err := os.WriteFile(file, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("BE2.md", link); err != nil {
		t.Skip(err)
	}
	if err := rewrite(link, "new"); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(file)
	if text, _ := os.ReadFile(file); err != nil || string(text) != "new" || info.Mode() != 0o640 {
		t.Errorf("%q, %v, %v", text, info.Mode(), err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
	if err := os.Chmod(file, 0o440); err != nil {
		t.Fatal(err)
	}
	if err := rewrite(file, "newer"); err == nil || !strings.Contains(err.Error(), "write-protected") {
		t.Errorf("a write-protected file was written: %v", err)
	}
	left(t, dir, 2)
}

// left holds that nothing lies in a folder but the files that belong there.
func left(t *testing.T, dir string, want int) {
	t.Helper()
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != want {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

func TestCreateNeverOverwrites(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "BE2.md")
	if err := create(file, "first"); err != nil {
		t.Fatal(err)
	}
	if err := create(file, "second"); err == nil || !strings.Contains(err.Error(), "is there already") {
		t.Errorf("it was overwritten: %v", err)
	}
	if text, _ := os.ReadFile(file); string(text) != "first" {
		t.Errorf("%q", text)
	}
	if err := create(filepath.Join(dir, "none", "BE2.md"), "x"); err == nil {
		t.Error("a file was written into a folder that is not there")
	}
	left(t, dir, 1)
}

func TestFmtNeverTouchesWhatIsRight(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../generator/testdata/rich")); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(filepath.Join(dir, "BE2.md"))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if code := run(terminal{out: &out, err: &out, now: today}, []string{"fmt", "--regions", dir}); code != done || !strings.Contains(out.String(), ", all laid out.") {
		t.Fatalf("exit code %d: %s", code, out.String())
	}
	after, err := os.Stat(filepath.Join(dir, "BE2.md"))
	if err != nil || !os.SameFile(before, after) || !before.ModTime().Equal(after.ModTime()) {
		t.Errorf("the file was written again (%v)", err)
	}
}
