//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package publish

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// log is a disk that notes what it is asked, and the change of folders between.
type log struct{ events []string }

func (l *log) watch(f *Folder) {
	s := f.stage
	note := func(kind string) func(string) error {
		return func(path string) error {
			name, err := filepath.Rel(s.root, path)
			l.events = append(l.events, kind+" "+filepath.ToSlash(name))
			return err
		}
	}
	s.disk.file, s.disk.folder = note("file"), note("folder")
	if s.disk.whole != nil {
		s.disk.whole = note("whole")
	}
	exchange := s.exchange
	s.exchange = func(a, b string) error {
		l.events = append(l.events, "exchange")
		return exchange(a, b)
	}
}

// TestSafeOnTheDisk holds the order on which a power cut depends: every byte and every name of the new site is on the
// disk before the folders change places, and the change itself before anything of the old site is removed.
func TestSafeOnTheDisk(t *testing.T) {
	for _, many := range []bool{false, true} {
		for _, exchanged := range []bool{true, false} {
			t.Run(fmt.Sprint("many files ", many, ", exchange ", exchanged), func(t *testing.T) { safeOnTheDisk(t, many, exchanged) })
		}
	}
}

func safeOnTheDisk(t *testing.T, many, exchanged bool) {
	out := filepath.Join(t.TempDir(), "public")
	build(t, out, map[string]string{"a.html": "a", "b/c.html": "c", "old/o.html": "o"})
	put(t, filepath.Join(out, "well", "deep", "x"), "x")
	f := begin(t, out)
	if many && f.stage.disk.whole == nil {
		t.Skip("the system has no call for a whole file system")
	}
	if !exchanged {
		f.stage.exchange = unsupported
	}
	var l log
	l.watch(f)
	parent := f.stage.disk.folder
	f.stage.disk.folder = func(path string) error {
		if path == filepath.Dir(out) && len(filesBelow(t, f.stage.root)) < 3 {
			t.Error("the old site went before the new one was safe")
		}
		return parent(path)
	}
	files := map[string]string{"a.html": "a", "b/c.html": "C", "b/d/e.html": "e"}
	if many {
		for i := range fewFiles + 1 {
			files[fmt.Sprintf("m/%d.html", i)] = "m"
		}
	}
	for name, data := range files {
		if err := f.Write(name, []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	want := []string{"file new/b/c.html", "file new/b/d/e.html", "file new/manifest.txt", "folder new", "folder new/b", "folder new/b/d", "folder new/well",
		"folder new/well/deep", "exchange", "folder .."}
	if many {
		want = []string{"whole new", "exchange", "folder .."}
	}
	slices.Sort(l.events[:max(0, slices.Index(l.events, "exchange"))])
	if !slices.Equal(l.events, want) {
		t.Errorf("the order was\n%s\nwant\n%s", strings.Join(l.events, "\n"), strings.Join(want, "\n"))
	}
}

func filesBelow(t *testing.T, root string) (names []string) {
	for name := range tree(t, root) {
		names = append(names, name)
	}
	return names
}

// TestFailingDisk lets each step of the safety fail: the old site stays, or the error says that the new one is there.
func TestFailingDisk(t *testing.T) {
	broken := errors.New("input/output error")
	for name, spoil := range map[string]func(f *Folder){
		"file": func(f *Folder) { f.stage.disk.file = func(string) error { return broken } },
		"folder": func(f *Folder) {
			f.stage.disk.folder = func(path string) error {
				if strings.HasPrefix(path, f.stage.root) {
					return broken
				}
				return nil
			}
		},
		"parent": func(f *Folder) {
			f.stage.disk.folder = func(path string) error {
				if path == filepath.Dir(f.out) {
					return broken
				}
				return nil
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "public")
			build(t, out, map[string]string{"a.html": "old"})
			f := begin(t, out)
			spoil(f)
			f.Write("a.html", []byte("new"))
			_, err := f.Commit()
			if err == nil || !strings.Contains(err.Error(), "input/output error") || strings.Contains(err.Error(), "\n") {
				t.Errorf("said %v", err)
			}
			want := "old"
			if err != nil && strings.Contains(err.Error(), "the new site is in place") {
				want = "new"
			}
			if (name == "parent") != (want == "new") {
				t.Errorf("said %v", err)
			}
			holds(t, out, map[string]string{"a.html": want})
		})
	}
}

// TestLimitedChild is a build whose files may not grow beyond 8 kB, as on a full disk, or one of a user who may not
// write; it runs only as a child and prints the error.
func TestLimitedChild(t *testing.T) {
	out := os.Getenv("ATLAS_LIMITED_OUT")
	if out == "" {
		t.Skip("runs only as the child of another test")
	}
	switch os.Getenv("ATLAS_LIMIT") {
	case "size":
		var limit syscall.Rlimit
		syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit)
		limit.Cur = 8 << 10
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
			t.Fatal(err)
		}
	case "user":
		if os.Geteuid() == 0 {
			if err := errors.Join(syscall.Setgid(65534), syscall.Setuid(65534)); err != nil {
				t.Fatal(err)
			}
		}
	}
	fmt.Printf("SAID %v\n", newSite(out))
}

// newSite builds a site of a small and a large page, and is "done" or an error.
func newSite(out string) any {
	f, err := Begin(out)
	if err != nil {
		return err
	}
	defer f.Abort()
	for name, data := range map[string]string{"a.html": "new", "b.html": strings.Repeat("large", 10_000), "c/d.html": "new"} {
		if err := f.Write(name, []byte(data)); err != nil {
			return err
		}
	}
	s, err := f.Commit()
	if err != nil {
		return err
	}
	if s.Left != "" {
		return "done, and left " + s.Left
	}
	return "done"
}

// limited runs newSite in a child under a limit and returns what it said.
func limited(t *testing.T, out, limit string) string {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestLimitedChild$")
	child.Env = append(os.Environ(), "ATLAS_LIMITED_OUT="+out, "ATLAS_LIMIT="+limit)
	output, err := child.CombinedOutput()
	_, said, found := strings.Cut(string(output), "SAID ")
	said, _, _ = strings.Cut(said, "\nPASS")
	if err != nil || !found {
		t.Fatalf("the child ended with %v\n%s", err, output)
	}
	return said
}

func TestFilesCannotGrow(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	old := map[string]string{"a.html": "old", "c/d.html": "old"}
	build(t, out, old)
	said := limited(t, out, "size")
	if !strings.HasPrefix(said, "cannot write b.html: ") || !strings.HasSuffix(said, "file too large") || strings.Contains(said, "\n") {
		t.Errorf("said %q", said)
	}
	holds(t, out, old)
	if said := limited(t, out, ""); said != "done" {
		t.Errorf("without the limit it said %q", said)
	}
}

// TestNotAllowed closes one folder after the other to writing. Tests often run as root, whom no mode stops, so the build
// is one of another user.
func TestNotAllowed(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, closed, says string }{
		{"the folder above", "", "cannot make "},
		{"the folder", "public", "cannot put the new site in place: "},
		{"a folder in it", "public/c", "done"},
		{"nothing", "none", "done"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			root := t.TempDir()
			openUp(t, filepath.Dir(root))
			out := filepath.Join(root, "public")
			old := map[string]string{"a.html": "old", "c/d.html": "old"}
			build(t, out, old)
			giveAway(t, root)
			closed := filepath.Join(root, filepath.FromSlash(test.closed))
			if test.closed != "none" {
				os.Chmod(closed, 0o555)
				t.Cleanup(func() { os.Chmod(closed, 0o755) })
			}
			said := limited(t, out, "user")
			if !strings.HasPrefix(said, test.says) || strings.Contains(said, "\n") {
				t.Errorf("said %q", said)
			}
			if said != "done" {
				if !strings.Contains(said, "permission denied") {
					t.Errorf("said %q", said)
				}
				holds(t, out, old)
				return
			}
			alone(t, out)
		})
	}
}

// TestOldSiteStays puts a folder of another user into the site: the new site comes, and it is told where the old one lies
// that could not be removed. The next build says what to do.
func TestOldSiteStays(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root may give files away")
	}
	root := t.TempDir()
	openUp(t, filepath.Dir(root))
	out := filepath.Join(root, "public")
	build(t, out, map[string]string{"a.html": "old"})
	giveAway(t, root)
	put(t, filepath.Join(out, "theirs", "x"), "x")
	openUp(t, filepath.Join(out, "theirs"))
	if err := os.Chmod(filepath.Join(out, "theirs", "x"), 0o644); err != nil {
		t.Fatal(err)
	}
	stage := filepath.Join(root, ".public.atlas-build")
	if said := limited(t, out, "user"); said != "done, and left "+stage {
		t.Errorf("said %q", said)
	}
	if got := tree(t, out); got["a.html"] != "new" || got["theirs/x"] != "x" {
		t.Errorf("the site holds %v", got)
	}
	said := limited(t, out, "user")
	if !strings.HasPrefix(said, "cannot clear what an earlier build left in "+stage) || !strings.HasSuffix(said, "; remove it by hand") {
		t.Errorf("then it said %q", said)
	}
}

// openUp lets everybody through a folder, giveAway makes everything below root the property of nobody.
func openUp(t *testing.T, folder string) {
	if err := os.Chmod(folder, 0o755); err != nil {
		t.Fatal(err)
	}
}

func giveAway(t *testing.T, root string) {
	if os.Geteuid() != 0 {
		return
	}
	err := filepath.WalkDir(root, func(path string, _ os.DirEntry, err error) error {
		return errors.Join(err, os.Lchown(path, 65534, 65534))
	})
	if err != nil {
		t.Fatal(err)
	}
}
