package publish

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// TestMountPoint builds into the root of a disk, as a container does whose volume is the folder of the site.
func TestMountPoint(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	if err := os.Mkdir(out, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := unix.Mount("tmpfs", out, "tmpfs", 0, "size=1m"); errors.Is(err, unix.EPERM) {
		t.Skip("only root may mount a disk")
	} else if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { unix.Unmount(out, unix.MNT_DETACH) })
	if err := os.Mkdir(filepath.Join(out, "lost+found"), 0o700); err != nil { // as new disks have it
		t.Fatal(err)
	}
	for _, files := range []map[string]string{{"a.html": "a", "b/c.html": "c"}, {"a.html": "A", "d.html": "d"}} {
		if s := build(t, out, files); !s.InPlace || s.Changed != 2 {
			t.Errorf("%+v", s)
		}
		files["lost+found/"] = ""
		holds(t, out, files)
	}
}
