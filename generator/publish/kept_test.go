package publish

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"
)

// again builds files over what is in out: what Keep takes is kept, the rest is written. It returns how many were kept.
func again(t *testing.T, out string, seen Seen, files map[string]string) (Summary, Seen, int) {
	t.Helper()
	f := begin(t, out)
	f.Trust(seen)
	kept := 0
	for name, data := range files {
		ok, err := f.Keep(name, sha256.Sum256([]byte(data)), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		if ok {
			kept++
			continue
		}
		if err := f.Write(name, []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	s, err := f.Commit()
	if err != nil {
		t.Fatal(err)
	}
	return s, f.Seen(), kept
}

// settle waits until the clock of the file system has gone on, so that files written before bear a stamp that can be
// trusted.
func settle(t *testing.T) {
	t.Helper()
	first := probe(t)
	for !probe(t).After(first) {
		runtime.Gosched()
	}
}

func probe(t *testing.T) time.Time {
	name := filepath.Join(t.TempDir(), "probe")
	put(t, name, "")
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	return info.ModTime()
}

// known builds files twice, the second time after the clock went on, so that the record holds every one.
func known(t *testing.T, out string, files map[string]string) Seen {
	t.Helper()
	build(t, out, files)
	settle(t)
	_, seen, kept := again(t, out, nil, files)
	if kept != len(files) || len(seen) != len(files) {
		t.Fatalf("%d of %d files kept, %d in the record", kept, len(files), len(seen))
	}
	return seen
}

func TestKeep(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	files := map[string]string{"index.html": "i", "regions/a.html": "a", "regions/b.html": "b"}
	seen := known(t, out, files)
	put(t, filepath.Join(out, "CNAME"), "atlas.eu")
	os.Chmod(filepath.Join(out, "regions", "b.html"), 0o600)
	before, _ := os.Stat(filepath.Join(out, "regions", "b.html"))
	files["regions/a.html"] = "A"
	s, seen, kept := again(t, out, seen, files)
	want := Summary{Files: 3, Bytes: 3, Changed: 1, Unchanged: 2, Kept: []string{"CNAME"}}
	if kept != 2 || !reflect.DeepEqual(s, want) {
		t.Errorf("kept %d, summary %+v, want %+v", kept, s, want)
	}
	after, _ := os.Stat(filepath.Join(out, "regions", "b.html"))
	if !os.SameFile(before, after) || !before.ModTime().Equal(after.ModTime()) || runtime.GOOS != "windows" && after.Mode().Perm() != fileMode {
		t.Errorf("a kept file became %v %v", after.Mode(), after.ModTime())
	}
	delete(files, "index.html")
	if s, _, kept = again(t, out, seen, files); kept != 2 || s.Removed != 1 || len(s.Edited) > 0 {
		t.Errorf("kept %d, %+v", kept, s)
	}
	files["CNAME"] = "atlas.eu"
	holds(t, out, files)
}

// TestKeepTrusts shows that a file under a known stamp is not read: a record made by hand says that other bytes are ours.
func TestKeepTrusts(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	files := map[string]string{"a.html": "a", "b.html": "b"}
	seen := known(t, out, files)
	put(t, filepath.Join(out, "a.html"), "x")
	info, _ := os.Lstat(filepath.Join(out, "a.html"))
	seen["a.html"] = stampOf(info, sha256.Sum256([]byte("a")))
	if _, _, kept := again(t, out, seen, files); kept != 2 || tree(t, out)["a.html"] != "x" {
		t.Errorf("%d files were kept: a file with a known stamp was read", kept)
	}
	seen["a.html"] = stampOf(info, sha256.Sum256([]byte("other")))
	if _, _, kept := again(t, out, seen, files); kept != 1 {
		t.Errorf("%d files were kept: the stamp of a file with other bytes was trusted", kept)
	}
	holds(t, out, files)
}

// TestKeepNotices changes a file in every way that leaves as much as possible of its stamp.
func TestKeepNotices(t *testing.T) {
	tests := []struct {
		name   string
		change func(file string)
		kept   int
	}{
		{"nothing", func(string) {}, 2},
		{"other bytes", func(file string) { os.WriteFile(file, []byte("x"), 0o644) }, 1},
		{"longer", func(file string) { os.WriteFile(file, []byte("xx"), 0o644) }, 1},
		{"empty", func(file string) { os.WriteFile(file, nil, 0o644) }, 1},
		{"other bytes under the old time", func(file string) { inOldTime(file, func() { os.WriteFile(file, []byte("x"), 0o644) }) }, 1},
		{"another file under the old time", func(file string) {
			inOldTime(file, func() { os.WriteFile(file+"~", []byte("x"), 0o644); os.Rename(file+"~", file) })
		}, 1},
		{"gone", func(file string) { os.Remove(file) }, 1},
		{"a link to the same bytes", func(file string) { os.Rename(file, file+".txt"); os.Symlink(file+".txt", file) }, 1},
		{"touched", func(file string) { os.Chtimes(file, time.Unix(1e9, 0), time.Unix(1e9, 0)) }, 2},
		{"written anew with the same bytes", func(file string) { os.Remove(file); os.WriteFile(file, []byte("a"), 0o644) }, 2},
	}
	files := map[string]string{"a.html": "a", "b.html": "b"}
	for _, trust := range []bool{true, false} {
		for _, test := range tests {
			t.Run(fmt.Sprint(test.name, " ", trust), func(t *testing.T) {
				if runtime.GOOS != "linux" && runtime.GOOS != "darwin" && strings.Contains(test.name, "under the old time") {
					t.Skip("the system does not tell such a change")
				}
				out := filepath.Join(t.TempDir(), "public")
				seen := known(t, out, files)
				if !trust {
					seen = nil
				}
				test.change(filepath.Join(out, "a.html"))
				s, seen, kept := again(t, out, seen, files)
				if kept != test.kept || len(s.Edited) != 2-test.kept {
					t.Errorf("%d kept, %+v", kept, s)
				}
				for name, data := range files {
					if tree(t, out)[name] != data {
						t.Errorf("%s is %q", name, tree(t, out)[name])
					}
				}
				if s, _, kept := again(t, out, seen, files); kept != 2 || !s.Same() {
					t.Errorf("the build after it kept %d, %+v", kept, s)
				}
			})
		}
	}
}

func inOldTime(file string, change func()) {
	info, _ := os.Stat(file)
	change()
	os.Chtimes(file, info.ModTime(), info.ModTime())
}

// TestRacyFiles shows which stamps are not trusted: those that a change right after the look could leave as they are.
func TestRacyFiles(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	files := map[string]string{"a.html": "a", "b.html": "b"}
	known(t, out, files)
	soon := time.Now().Add(time.Hour)
	os.Chtimes(filepath.Join(out, "a.html"), soon, soon)
	if _, seen, kept := again(t, out, nil, files); kept != 2 || len(seen) != 1 {
		t.Errorf("%d kept; a file younger than the build is known by its stamp: %v", kept, seen)
	}
	f := begin(t, out)
	f.Write("c.html", []byte("c"))
	late := stampOf(f.written(t, "c.html"), sha256.Sum256([]byte("c")))
	f.forgetLast(late.Modified + 1)
	if len(f.seen) != 1 {
		t.Error("a file older than the list of files was forgotten")
	}
	if f.forgetLast(late.Modified); len(f.seen) != 0 {
		t.Error("a file written in the same tick as the list of files is known by its stamp")
	}
}

// written is what the system says of a file in the new folder.
func (f *Folder) written(t *testing.T, name string) os.FileInfo {
	info, err := os.Lstat(f.stage.path(name))
	if err != nil {
		t.Fatal(err)
	}
	return info
}

// TestChangedWhileBuilding edits files between Keep and Commit and between Commit and Seen: the next build must see it.
func TestChangedWhileBuilding(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	files := map[string]string{"a.html": "a", "b.html": "b", "c.html": "c"}
	seen := known(t, out, files)
	f := begin(t, out)
	f.Trust(seen)
	f.Write("c.html", []byte("C"))
	for _, name := range []string{"a.html", "b.html"} {
		if kept, err := f.Keep(name, sha256.Sum256([]byte(files[name])), 1); !kept || err != nil {
			t.Fatal(kept, err)
		}
	}
	os.WriteFile(filepath.Join(out, "a.html"), []byte("x"), 0o644)
	if _, err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	os.WriteFile(filepath.Join(out, "b.html"), []byte("y"), 0o644)
	seen = f.Seen()
	files["c.html"] = "C"
	if s, _, _ := again(t, out, seen, files); !reflect.DeepEqual(s.Edited, []string{"a.html", "b.html"}) {
		t.Errorf("edited %v", s.Edited)
	}
	holds(t, out, files)
}

func TestKeepRefuses(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	build(t, out, map[string]string{"a.html": "a", "b.html": "b"})
	sum := sha256.Sum256([]byte("a"))
	f := begin(t, out)
	for name, size := range map[string]int64{"b.html": 1, "new.html": 1, "a.html": 2, "../a.html": 1, manifestName: 1} {
		if kept, err := f.Keep(name, sum, size); kept || err != nil {
			t.Errorf("%s of %d bytes: %v, %v", name, size, kept, err)
		}
	}
	if kept, err := f.Keep("a.html", sum, 1); !kept || err != nil {
		t.Errorf("%v, %v", kept, err)
	}
	if _, err := f.Keep("a.html", sum, 1); err == nil || !strings.Contains(err.Error(), "two pages want the address a.html") {
		t.Errorf("kept twice: %v", err)
	}
	if err := f.Write("a.html", []byte("a")); err == nil {
		t.Error("kept and written")
	}
	if _, err := f.Commit(); err == nil {
		t.Error("a build with a failure was committed")
	}
	if _, err := f.Keep("a.html", sum, 1); err == nil {
		t.Error("kept after the end")
	}
	holds(t, out, map[string]string{"a.html": "a", "b.html": "b"})
}

func TestKeepInRehearsal(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	seen := known(t, out, map[string]string{"a.html": "a", "b.html": "b"})
	f, err := Rehearse(out)
	if err != nil {
		t.Fatal(err)
	}
	f.Trust(seen)
	if kept, err := f.Keep("a.html", sha256.Sum256([]byte("a")), 1); !kept || err != nil {
		t.Fatal(kept, err)
	}
	want := Summary{Files: 1, Bytes: 1, Unchanged: 1, Removed: 1}
	if s, err := f.Commit(); err != nil || !reflect.DeepEqual(s, want) {
		t.Errorf("%+v, %v", s, err)
	}
	holds(t, out, map[string]string{"a.html": "a", "b.html": "b"})
}

// TestRecordStaysFresh shows that builds which write what is there already, in which nothing changes, leave a record
// that the next build can trust.
func TestRecordStaysFresh(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	files := map[string]string{"a.html": "a", "b.html": "b"}
	known(t, out, files)
	f := begin(t, out)
	for name, data := range files {
		f.Write(name, []byte(data))
	}
	if _, err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	seen := f.Seen()
	for name := range files {
		info, _ := os.Lstat(filepath.Join(out, name))
		if seen[name] != stampOf(info, sha256.Sum256([]byte(files[name]))) {
			t.Errorf("the record of %s is old", name)
		}
	}
}

// A file that others may no longer read is mended, even when nothing else has changed.
func TestKeepMendsModes(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("modes are not told apart here")
	}
	out := filepath.Join(t.TempDir(), "public")
	files := map[string]string{"index.html": "a", "regions/be2.html": "b"}
	seen := known(t, out, files)
	page := filepath.Join(out, "regions", "be2.html")
	if err := os.Chmod(page, 0o600); err != nil {
		t.Fatal(err)
	}
	again(t, out, seen, files)
	if info, err := os.Stat(page); err != nil || info.Mode().Perm() != fileMode {
		t.Errorf("%v, %v", info, err)
	}
}

// Where a system tells no more than size and time stamp, which an edit may leave as they were, the file is read.
func TestStampsThatTellTooLittleAreNotTrusted(t *testing.T) {
	whole := Stamp{Size: 1, Modified: 2, Changed: 3, Inode: 4}
	for _, s := range []Stamp{{Size: 1, Modified: 2}, {Size: 1, Modified: 2, Changed: 3}, {Size: 1, Modified: 2, Inode: 4}} {
		if s.telling() || !whole.telling() {
			t.Errorf("%+v is trusted, or %+v is not", s, whole)
		}
	}
}
