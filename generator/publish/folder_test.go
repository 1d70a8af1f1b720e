package publish

import (
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// build writes files into out and commits.
func build(t *testing.T, out string, files map[string]string) Summary {
	t.Helper()
	f := begin(t, out)
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

func begin(t *testing.T, out string) *Folder {
	t.Helper()
	f, err := Begin(out)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Abort() })
	return f
}

func put(t *testing.T, path, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
}

// tree returns every file below root with its bytes, and empty folders with "/".
func tree(t *testing.T, root string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(root, path)
		switch {
		case d.IsDir():
			if inside, _ := os.ReadDir(path); len(inside) == 0 {
				found[filepath.ToSlash(name)+"/"] = ""
			}
			return nil
		case d.Type()&os.ModeSymlink != 0:
			to, err := os.Readlink(path)
			found[filepath.ToSlash(name)] = "-> " + to
			return err
		}
		data, err := os.ReadFile(path)
		found[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// holds checks that out has exactly these files beside the manifest, and that nothing lies beside out.
func holds(t *testing.T, out string, want map[string]string) {
	t.Helper()
	got := tree(t, out)
	if _, ok := got[manifestName]; !ok {
		t.Errorf("%s is missing", manifestName)
	}
	delete(got, manifestName)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the folder holds %v, want %v", got, want)
	}
	alone(t, out)
}

func alone(t *testing.T, out string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(out))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.Contains(e.Name(), "atlas-build") {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

func TestFirstBuild(t *testing.T) {
	out := filepath.Join(t.TempDir(), "deep", "public")
	files := map[string]string{"index.html": "a", "regions/be2.html": "bb", ".nojekyll": "", "x/y/z.css": "ccc"}
	s := build(t, out, files)
	if want := (Summary{Files: 4, Bytes: 6, Changed: 4}); !reflect.DeepEqual(s, want) {
		t.Errorf("summary %+v, want %+v", s, want)
	}
	holds(t, out, files)
	want := manifestHead + "\n" +
		"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  .nojekyll\n" +
		"ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  index.html\n" +
		"3b64db95cb55c763391c707108489ae18b4112d783300de38e033b4c98c3deaf  regions/be2.html\n" +
		"64daa44ad493ff28a96effab6e77f1732a3d97d83241581b37dbd70a7a4900fe  x/y/z.css\n"
	if got := tree(t, out)[manifestName]; got != want {
		t.Errorf("manifest\n%s\nwant\n%s", got, want)
	}
}

func TestSecondBuild(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	build(t, out, map[string]string{"same.html": "a", "changed.html": "b", "gone/gone.html": "c"})
	past := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	if err := os.Chtimes(filepath.Join(out, "same.html"), past, past); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"same.html": "a", "changed.html": "B", "new.html": "d"}
	s := build(t, out, files)
	if want := (Summary{Files: 3, Bytes: 3, Changed: 2, Unchanged: 1, Removed: 1, Pages: 3, PagesGone: 1}); !reflect.DeepEqual(s, want) {
		t.Errorf("summary %+v, want %+v", s, want)
	}
	holds(t, out, files)
	if info, _ := os.Stat(filepath.Join(out, "same.html")); !info.ModTime().Equal(past) {
		t.Errorf("an unchanged file has the new time %v", info.ModTime())
	}
}

func TestNothingChanged(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	files := map[string]string{"a/index.html": "a"}
	build(t, out, files)
	before, _ := os.Stat(out)
	if s := build(t, out, files); !s.Same() {
		t.Errorf("summary %+v", s)
	}
	if after, _ := os.Stat(out); !os.SameFile(before, after) {
		t.Error("the folder was replaced although nothing changed")
	}
	holds(t, out, files)
}

func TestForeignFilesSurvive(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	build(t, out, map[string]string{"index.html": "a", "old/b.html": "b"})
	put(t, filepath.Join(out, "CNAME"), "atlas.eu")
	put(t, filepath.Join(out, ".git", "HEAD"), "ref")
	put(t, filepath.Join(out, "old", "note.TXT"), "n")
	if err := os.Mkdir(filepath.Join(out, "empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("/nowhere", filepath.Join(out, "link")); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"A", "A", "AA"} {
		s := build(t, out, map[string]string{"index.html": text})
		if want := []string{".git/HEAD", "CNAME", "link", "old/note.TXT"}; !reflect.DeepEqual(s.Kept, want) {
			t.Errorf("kept %v, want %v", s.Kept, want)
		}
		holds(t, out, map[string]string{"index.html": text, "CNAME": "atlas.eu", ".git/HEAD": "ref", "old/note.TXT": "n",
			"empty/": "", "link": "-> /nowhere"})
	}
	if info, _ := os.Stat(filepath.Join(out, "CNAME")); info.Mode().Perm() != 0o600 {
		t.Errorf("the mode of a foreign file became %v", info.Mode())
	}
}

func TestEditedFilesAreReported(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	build(t, out, map[string]string{"a.html": "a", "b.html": "b", "c.html": "c", "d.html": "d", "e.html": "e"})
	put(t, filepath.Join(out, "a.html"), "by hand")
	put(t, filepath.Join(out, "b.html"), "by hand")
	os.Remove(filepath.Join(out, "c.html"))
	put(t, filepath.Join(out, "d.html"), "D")
	f := begin(t, out)
	for name, data := range map[string]string{"a.html": "a", "c.html": "c", "d.html": "D", "e.html": "e"} {
		if err := f.Write(name, []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	plan, err := f.Plan()
	if err != nil {
		t.Fatal(err)
	}
	want := Summary{Files: 4, Bytes: 4, Changed: 2, Unchanged: 2, Removed: 1, Pages: 5, PagesGone: 1, Edited: []string{"a.html", "b.html", "c.html", "d.html"}}
	if !reflect.DeepEqual(plan, want) {
		t.Errorf("plan %+v, want %+v", plan, want)
	}
	if got := tree(t, out)["a.html"]; got != "by hand" {
		t.Errorf("Plan changed the folder: %q", got)
	}
	if s, err := f.Commit(); err != nil || !reflect.DeepEqual(s, want) {
		t.Errorf("summary %+v, %v", s, err)
	}
	files := map[string]string{"a.html": "a", "c.html": "c", "d.html": "D", "e.html": "e"}
	holds(t, out, files)
	if s := build(t, out, files); len(s.Edited) > 0 || !s.Same() {
		t.Errorf("the list was not brought up to date: %+v", s)
	}
}

func TestRehearse(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	f, err := Rehearse(out)
	if err != nil {
		t.Fatal(err)
	}
	f.Write("a.html", []byte("a"))
	if s, err := f.Commit(); err != nil || s.Changed != 1 {
		t.Errorf("%+v, %v", s, err)
	}
	if _, err := os.Lstat(out); !os.IsNotExist(err) {
		t.Error("a rehearsal made the folder")
	}
	build(t, out, map[string]string{"a.html": "a", "b.html": "b"})
	if f, err = Rehearse(out); err != nil {
		t.Fatal(err)
	}
	f.Write("a.html", []byte("A"))
	want := Summary{Files: 1, Bytes: 1, Changed: 1, Removed: 1, Pages: 2, PagesGone: 1}
	if s, err := f.Commit(); err != nil || !reflect.DeepEqual(s, want) {
		t.Errorf("%+v, %v", s, err)
	}
	holds(t, out, map[string]string{"a.html": "a", "b.html": "b"})
}

func TestAbortAndFailure(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	files := map[string]string{"a.html": "a"}
	build(t, out, files)
	f := begin(t, out)
	f.Write("b.html", []byte("b"))
	if err := f.Abort(); err != nil {
		t.Fatal(err)
	}
	holds(t, out, files)
	if _, err := f.Commit(); err == nil {
		t.Error("a build was committed after Abort")
	}
	if err := f.Write("c.html", nil); err == nil {
		t.Error("a file was written after Abort")
	}
	f = begin(t, out)
	f.Write("b.html", []byte("b"))
	if err := f.Write("../b.html", nil); err == nil {
		t.Fatal("a bad name was taken")
	}
	if _, err := f.Commit(); err == nil || !strings.Contains(err.Error(), "nothing was published") {
		t.Errorf("a build with a failure was committed: %v", err)
	}
	holds(t, out, files)
}

// TestFirstBuildBesideFilesOfSites builds into a folder that holds what people put there beforehand. All of it is kept.
func TestFirstBuildBesideFilesOfSites(t *testing.T) {
	for _, way := range []func(*testing.T, string, map[string]string) Summary{build, fixedBuild} {
		out := filepath.Join(t.TempDir(), "public")
		beside := map[string]string{"CNAME": "atlas.eu", "robots.txt": "r", ".git/HEAD": "ref: refs/heads/main\n",
			".git/objects/aa/bb": "o", ".gitignore": "", ".well-known/security.txt": "s"}
		for name, data := range beside {
			put(t, filepath.Join(out, filepath.FromSlash(name)), data)
		}
		put(t, filepath.Join(out, ".nojekyll"), "\n") // what it holds means nothing
		files := map[string]string{".nojekyll": "", "index.html": "i"}
		for range 2 {
			if s := way(t, out, files); len(s.Kept) != len(beside) {
				t.Errorf("kept %v", s.Kept)
			}
		}
		maps.Copy(files, beside)
		holds(t, out, files)
	}
	out := filepath.Join(t.TempDir(), "public")
	put(t, filepath.Join(out, "CNAME"), "atlas.eu")
	put(t, filepath.Join(out, "thesis.odt"), "t")
	if _, err := Begin(out); err == nil || !strings.Contains(err.Error(), "such as thesis.odt") {
		t.Errorf("said %v", err)
	}
}
