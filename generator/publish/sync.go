package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// syncEach brings every written file and every folder to the disk, one by one.
func (s *stage) syncEach() error {
	for _, name := range s.dirty {
		if err := syncFile(name); err != nil {
			return err
		}
	}
	return filepath.WalkDir(s.new(), func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		return syncFolder(name)
	})
}

func syncFile(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}

// syncFolder brings the names in a folder to the disk. Windows has no such call and keeps names in its journal.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	dir, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(dir.Sync(), dir.Close())
}
