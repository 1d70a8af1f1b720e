package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestNames(t *testing.T) {
	for _, name := range []string{"index.html", ".nojekyll", "regions/be2.html", "a_b-c.min.js", "regions/manifest.txt", "0", "comet.html", "com.html"} {
		if err := checkName(name); err != nil {
			t.Errorf("%q was refused: %v", name, err)
		}
	}
	for _, name := range []string{
		"", "/", "/etc/passwd", "a/", "a//b", "..", "../a", "a/../../b", ".", "./a", "a/.", "a\\b", "..\\a", "c:a", "a\x00b", "a b", "a\nb",
		".htaccess", "a/.nojekyll", "A.html", "é.html", "a%2e", "a.", "a./b", "con", "con.html", "a/nul", "com1.html", "lpt9",
		"manifest.txt", "a?b", "a#b", "~a", strings.Repeat("a", 201), strings.Repeat("a/", 501) + "a",
	} {
		if err := checkName(name); err == nil {
			t.Errorf("%q was taken", name)
		}
	}
}

func TestRefusedPlaces(t *testing.T) {
	root := t.TempDir()
	at := func(name string) string { return filepath.Join(root, filepath.FromSlash(name)) }
	t.Setenv("HOME", at("home"))
	put(t, at("home/a"), "")
	put(t, at("regions/be2.md"), "")
	put(t, at("regions/sub/x"), "")
	put(t, at("full/thesis.odt"), "")
	put(t, at("file"), "")
	put(t, at("badlist/manifest.txt"), "hello\n")
	put(t, at("hostile/manifest.txt"), manifestHead+"\n"+strings.Repeat("0", 64)+"  ../../etc/passwd\n")
	put(t, at("short/manifest.txt"), manifestHead+"\n"+strings.Repeat("0", 64)+"  a.ht")
	os.Symlink(at("full"), at("link"))
	os.Symlink(at("regions"), at("inputlink"))
	tests := []struct{ name, out, guard, want string }{
		{"no name", "", "", "has no name"},
		{"root", "/", "", "root of the file system"},
		{"home", at("home"), "", "home folder"},
		{"above home", root, "", "home folder"},
		{"a file", at("file"), "", "is a file"},
		{"below a file", at("file/public"), "", "not a directory"},
		{"a link", at("link"), "", "symbolic link"},
		{"foreign", at("full"), "", "did not write"},
		{"an input", at("regions"), at("regions"), "is or holds the input"},
		{"in an input", at("regions/sub/public"), at("regions"), "inside the input"},
		{"holds an input", at("regions"), at("regions/sub"), "is or holds the input"},
		{"in an input by a link", at("inputlink/public"), at("regions"), "inside the input"},
		{"in an input that is a link", at("regions/public"), at("inputlink"), "inside the input"},
		{"in an input to come", at("none/public"), at("none"), "inside the input"},
		{"no list", at("badlist"), "", "not a list that a build wrote"},
		{"hostile list", at("hostile"), "", "not a list that a build wrote"},
		{"cut list", at("short"), "", "not a list that a build wrote"},
	}
	before := tree(t, root)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for way, start := range map[string]func(string, ...string) (*Folder, error){"Begin": Begin, "Rehearse": Rehearse} {
				var guards []string
				if test.guard != "" {
					guards = []string{test.guard}
				}
				f, err := start(test.out, guards...)
				if err == nil {
					f.Abort()
					t.Fatalf("%s took it", way)
				}
				if !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
					t.Errorf("%s said %q, want …%s…", way, err, test.want)
				}
			}
		})
	}
	if after := tree(t, root); len(after) != len(before) {
		t.Errorf("refusals changed the disk: %v, before %v", after, before)
	}
}

// TestBesideAnInput shows that a common beginning of two names is no reason to refuse.
func TestBesideAnInput(t *testing.T) {
	root := t.TempDir()
	put(t, filepath.Join(root, "site", "a.md"), "")
	f, err := Begin(filepath.Join(root, "site-public"), filepath.Join(root, "site"), filepath.Join(root, "missing"))
	if err != nil {
		t.Fatal(err)
	}
	f.Abort()
}

func TestForeignInTheWay(t *testing.T) {
	tests := []struct{ name, foreign, page string }{
		{"file for a page", "new.html", "new.html"},
		{"folder for a page", "new.html/x", "new.html"},
		{"file for a folder", "regions", "regions/be2.html"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "public")
			build(t, out, map[string]string{"index.html": "a"})
			put(t, filepath.Join(out, filepath.FromSlash(test.foreign)), "by hand")
			f := begin(t, out)
			err := f.Write(test.page, []byte("page"))
			if err == nil {
				_, err = f.Commit()
			}
			if err == nil {
				t.Fatal("it was replaced")
			}
			f.Abort()
			holds(t, out, map[string]string{"index.html": "a", test.foreign: "by hand"})
		})
	}
}

// TestLinkInTheWay puts a link to a folder elsewhere where our folder was: nothing may be written or read through it.
func TestLinkInTheWay(t *testing.T) {
	root := t.TempDir()
	out := filepath.Join(root, "public")
	build(t, out, map[string]string{"regions/be2.html": "a", "index.html": "i"})
	put(t, filepath.Join(root, "elsewhere", "be2.html"), "a")
	os.RemoveAll(filepath.Join(out, "regions"))
	os.Symlink(filepath.Join(root, "elsewhere"), filepath.Join(out, "regions"))
	f := begin(t, out)
	err := f.Write("regions/be2.html", []byte("b"))
	if err == nil {
		_, err = f.Commit()
	}
	if err == nil {
		t.Error("the link was replaced")
	}
	if got := tree(t, filepath.Join(root, "elsewhere"))["be2.html"]; got != "a" {
		t.Errorf("a file outside became %q", got)
	}
}

func TestSecondBuildIsToldToWait(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	first := begin(t, out)
	if _, err := Begin(out); err == nil || !strings.Contains(err.Error(), "another build") {
		t.Errorf("a second build began: %v", err)
	}
	if _, err := Rehearse(out); err != nil {
		t.Errorf("a rehearsal had to wait: %v", err)
	}
	first.Abort()
	begin(t, out).Abort()
	alone(t, out)
}
