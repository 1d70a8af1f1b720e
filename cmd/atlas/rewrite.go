package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// rewrite puts a new text into a file, whole or not at all: the text is written
// beside it and takes its place in one step. The file keeps its permissions; a
// link stays a link.
func rewrite(name, text string) error {
	real, err := filepath.EvalSymlinks(name)
	if err != nil {
		return cannotWrite(name, err)
	}
	info, err := os.Stat(real)
	if err != nil {
		return cannotWrite(name, err)
	}
	const mayWrite = 0o200
	if info.Mode()&mayWrite == 0 {
		return fmt.Errorf("the file %q is write-protected", name)
	}
	beside, err := writeBeside(real, text, info.Mode().Perm())
	if err != nil {
		return cannotWrite(name, err)
	}
	if err := os.Rename(beside, real); err != nil {
		os.Remove(beside)
		return cannotWrite(name, err)
	}
	return nil
}

// create writes a file that must not be there yet, whole or not at all.
func create(name, text string) error {
	const forAllToRead = 0o644
	beside, err := writeBeside(name, text, forAllToRead)
	if err != nil {
		return cannotWrite(name, err)
	}
	defer os.Remove(beside)
	if err = os.Link(beside, name); err == nil {
		return nil
	}
	if _, there := os.Lstat(name); there == nil {
		return fmt.Errorf("the file %q is there already", name)
	}
	if err := os.Rename(beside, name); err != nil { // a disk without links
		return cannotWrite(name, err)
	}
	return nil
}

func writeBeside(name, text string, mode os.FileMode) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return "", err
	}
	_, err = f.WriteString(text)
	err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
	if err != nil {
		os.Remove(f.Name())
	}
	return f.Name(), err
}

func cannotWrite(name string, err error) error {
	var path *os.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return fmt.Errorf("the file %q cannot be written: %w", name, err)
}
