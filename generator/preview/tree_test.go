package preview

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"regional-atlas/generator"
)

// What is strange about a folder is said of its copy in memory in the same
// words as of the folder itself.
func TestStrangeFiles(t *testing.T) {
	dir := t.TempDir()
	s := &session{T: t, dir: filepath.Dir(dir)}
	s.dir = dir
	s.copy(".", os.DirFS("../testdata/good/full/regions"))
	s.write("empty.md", "")
	s.write("nul.md", "+++\n\x00")
	for name, do := range map[string]func(path string) error{
		"folder.md": func(path string) error { return os.Mkdir(path, 0o755) },
		"loop.md":   func(path string) error { return os.Symlink(path, path) },
		"lost.md":   func(path string) error { return os.Symlink("nowhere", path) },
		"link.md":   func(path string) error { return os.Symlink("AA11.md", path) },
		"huge.md":   func(path string) error { return sparse(path, largest+1) },
		"large.md":  func(path string) error { return sparse(path, largest-1) },
		"locked.md": func(path string) error { return os.WriteFile(path, []byte("+++"), 0) },
	} {
		if err := do(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	f := folder{fsys: os.DirFS(dir), kinds: []string{".md", ".toml", ".png"}, below: []string{"photos"}, tree: &tree{}}
	f.look(time.Now())
	if again := f.look(time.Now()); len(again) > 0 {
		t.Errorf("nothing has changed, but %v is told", again)
	}
	got, want := said(t, generator.Input{Regions: f.tree}), said(t, generator.Input{Regions: os.DirFS(dir)})
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func sparse(path string, size int64) error {
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		return err
	}
	return os.Truncate(path, size)
}

func said(t *testing.T, in generator.Input) string {
	t.Helper()
	in.Today.Year = 2026
	in.Layouts, in.Assets = os.DirFS("../../layouts"), os.DirFS("../../assets")
	problems := new(generator.Session).Update(in, generator.Everything()).Problems
	if len(problems) < 6 {
		t.Errorf("only %d problems", len(problems))
	}
	text := ""
	for _, p := range problems {
		text += fmt.Sprintf("%s:%d:%d %s %.100s\n", p.File, p.Line, p.Col, p.What, p.Text)
	}
	return text
}

// A file that is written between the question for its size and the reading of
// its text changes once, not twice.
func TestSizeOfAnotherMoment(t *testing.T) {
	info := func(text string) fs.FileInfo {
		info, err := fs.Stat(fstest.MapFS{"a.md": {Data: []byte(text)}}, "a.md")
		if err != nil {
			t.Fatal(err)
		}
		return info
	}
	if !same(file{info: info("old"), data: []byte("newer")}, file{info: info("newer"), data: []byte("newer")}) {
		t.Error("the same text is told as a change")
	}
	tooLarge := errors.New("too large")
	if same(file{info: info("large"), err: tooLarge}, file{info: info("larger"), err: tooLarge}) || same(file{info: info("a"), data: []byte("a")}, file{info: info("b"), data: []byte("b")}) {
		t.Error("a change is not told")
	}
}
