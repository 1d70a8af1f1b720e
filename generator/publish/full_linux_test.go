package publish

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// TestFullDisk builds on a disk of its own that is too small for the new site, by bytes and by number of files.
func TestFullDisk(t *testing.T) {
	for name, options := range map[string]string{"bytes": "size=64k", "files": "size=1m,nr_inodes=10"} {
		t.Run(name, func(t *testing.T) {
			disk := t.TempDir()
			if err := unix.Mount("tmpfs", disk, "tmpfs", 0, options); errors.Is(err, unix.EPERM) {
				t.Skip("only root may mount a disk")
			} else if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { unix.Unmount(disk, unix.MNT_DETACH) })
			out := filepath.Join(disk, "public")
			old := map[string]string{"a.html": "old", "c/d.html": "old"}
			build(t, out, old)
			put(t, filepath.Join(out, "CNAME"), "atlas.eu")
			old["CNAME"] = "atlas.eu"
			for range 2 { // the second finds nothing of the first in its way
				err, failed := newSite(out).(error)
				if !failed || !strings.HasPrefix(err.Error(), "cannot write ") || !strings.HasSuffix(err.Error(), "no space left on device") {
					t.Errorf("said %v", err)
				}
				holds(t, out, old)
			}
		})
	}
}
