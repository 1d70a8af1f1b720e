package format

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestDiff(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"a\n", "a\n", ""},
		{"a\nb\nc\n", "a\nB\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"},
		{"", "a\n", "@@ -0,0 +1,1 @@\n+a\n"},
		{"a\n", "", "@@ -1,1 +0,0 @@\n-a\n"},
		{"a", "a\n", "@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n"},
		{"1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n", "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n", "@@ -1,3 +1,4 @@\n+0\n 1\n 2\n 3\n@@ -9,4 +10,3 @@\n 9\n 10\n 11\n-12\n"},
	} {
		want := c.want
		if want != "" {
			want = "--- f\n+++ f\n" + want
		}
		if got := Diff("f", c.before, c.after); got != want {
			t.Errorf("%q to %q:\n%s", c.before, c.after, got)
		}
	}
}

// TestDiffCanBeApplied gives the differences to the tool that everybody has.
func TestDiffCanBeApplied(t *testing.T) {
	tool, err := exec.LookPath("patch")
	if err != nil {
		t.Skip("no patch on this machine")
	}
	_, texts := richFiles(t)
	after := texts["BE2.md"]
	for _, before := range []string{texts["BE1.md"], strings.ReplaceAll(after, "title", "name"), strings.ReplaceAll(after, "\n\n", "\n"), after + "more\n"} {
		file := filepath.Join(t.TempDir(), "f")
		if err := os.WriteFile(file, []byte(before), 0o644); err != nil {
			t.Fatal(err)
		}
		command := exec.Command(tool, "-s", file)
		command.Stdin = strings.NewReader(Diff("f", before, after))
		if out, err := command.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		if got, err := os.ReadFile(file); err != nil || string(got) != after {
			t.Errorf("the difference leads elsewhere (%v)", err)
		}
	}
}
