package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// isFixed is the answer of a system that is asked to exchange a mount point.
func isFixed(_, _ string) error { return syscall.EBUSY }

// fixedBuild is build for a folder that cannot be exchanged.
func fixedBuild(t *testing.T, out string, files map[string]string) Summary {
	t.Helper()
	f := begin(t, out)
	f.stage.exchange = isFixed
	for name, data := range files {
		if err := f.Write(name, []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	s, err := f.Commit()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A folder that cannot be exchanged gets its files one by one: those that stay keep their time, foreign ones are not
// touched, and a folder may come where a page was.
func TestInPlace(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	old := map[string]string{"same.html": "s", "a.html": "a", "b/c.html": "c", "gone/deep/x.html": "x", "was-file": "f"}
	build(t, out, old)
	put(t, filepath.Join(out, "CNAME"), "atlas.eu")
	put(t, filepath.Join(out, "gone", "by-hand.txt"), "kept")
	past := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	for _, name := range []string{"same.html", "CNAME"} {
		if err := os.Chtimes(filepath.Join(out, name), past, past); err != nil {
			t.Fatal(err)
		}
	}
	files := map[string]string{"same.html": "s", "a.html": "A", "b/c.html": "C", "was-file/z.html": "z", "new/deep/n.html": "n"}
	s := fixedBuild(t, out, files)
	if !s.InPlace || s.Changed != 4 || s.Unchanged != 1 || s.Removed != 2 {
		t.Errorf("%+v", s)
	}
	files["CNAME"], files["gone/by-hand.txt"] = "atlas.eu", "kept"
	holds(t, out, files)
	for _, name := range []string{"same.html", "CNAME"} {
		if info, err := os.Stat(filepath.Join(out, name)); err != nil || !info.ModTime().Equal(past) {
			t.Errorf("%s has another time: %v", name, err)
		}
	}
	delete(files, "CNAME")
	delete(files, "gone/by-hand.txt")
	if s := fixedBuild(t, out, files); !s.Same() || s.InPlace || len(s.Edited) > 0 {
		t.Errorf("a second build changed %+v", s)
	}
}

// Nothing is written through a link that leads out of the folder.
func TestInPlaceBesideALink(t *testing.T) {
	root := t.TempDir()
	out := filepath.Join(root, "public")
	build(t, out, map[string]string{"regions/be2.html": "a"})
	put(t, filepath.Join(root, "elsewhere", "be2.html"), "a")
	os.RemoveAll(filepath.Join(out, "regions"))
	if err := os.Symlink(filepath.Join(root, "elsewhere"), filepath.Join(out, "regions")); err != nil {
		t.Skip("no links here")
	}
	f := begin(t, out)
	f.stage.exchange = isFixed
	err := f.Write("regions/be2.html", []byte("b"))
	if err == nil {
		_, err = f.Commit()
	}
	if err == nil {
		t.Error("the link was followed")
	}
	if got := tree(t, filepath.Join(root, "elsewhere"))["be2.html"]; got != "a" {
		t.Errorf("a file outside became %q", got)
	}
}

// A failure on the way is told as what it is, and the next build mends it without asking.
func TestInPlaceHalfDone(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	build(t, out, map[string]string{"a.html": "a", "b.html": "b", "gone.html": "g"})
	f := begin(t, out)
	f.stage.exchange = func(a, _ string) error {
		os.Remove(filepath.Join(a, "new.html")) // as a broken disk does
		return syscall.EBUSY
	}
	files := map[string]string{"a.html": "A", "b.html": "b", "new.html": "n"}
	for name, data := range files {
		if err := f.Write(name, []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	_, err := f.Commit()
	if err == nil || !strings.Contains(err.Error(), "is partly the old one and partly the new one") || strings.Contains(err.Error(), "\n") {
		t.Errorf("said %v", err)
	}
	holds(t, out, map[string]string{"a.html": "A", "b.html": "b"})
	put(t, filepath.Join(out, partName), "half a fi")
	if s := fixedBuild(t, out, files); !s.InPlace {
		t.Errorf("%+v", s)
	}
	holds(t, out, files)
}

// A folder that cannot be written to at all is as it was.
func TestInPlaceRefused(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	build(t, out, map[string]string{"a.html": "a"})
	put(t, filepath.Join(out, partName, "in the way"), "")
	f := begin(t, out)
	f.stage.exchange = isFixed
	if err := f.Write("a.html", []byte("A")); err != nil {
		t.Fatal(err)
	}
	_, err := f.Commit()
	if err == nil || !strings.HasPrefix(err.Error(), "cannot write into the output folder, which cannot be exchanged: ") {
		t.Errorf("said %v", err)
	}
	if got := tree(t, out)["a.html"]; got != "a" {
		t.Errorf("the page became %q", got)
	}
}

// Other failures of the exchange are not taken for a fixed folder.
func TestFixed(t *testing.T) {
	for err, want := range map[error]bool{nil: false, syscall.EBUSY: true, syscall.EXDEV: true, syscall.EACCES: false, errors.ErrUnsupported: false} {
		if got := fixed(err); got != want {
			t.Errorf("%v: %v", err, got)
		}
	}
}
