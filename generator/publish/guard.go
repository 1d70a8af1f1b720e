package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// locate returns the absolute path of out with symbolic links in its parents resolved, or
// a reason to refuse it.
func locate(out string, guards []string) (string, error) {
	if out == "" {
		return "", errors.New("the output folder has no name")
	}
	abs, err := filepath.Abs(out)
	if err != nil {
		return "", fmt.Errorf("cannot find the output folder %s: %w", out, err)
	}
	if filepath.Dir(abs) == abs {
		return "", fmt.Errorf(
			"the output folder is %s, the root of the file system: name a folder of its own",
			abs,
		)
	}
	if err := checkKind(out, abs); err != nil {
		return "", err
	}
	abs = resolve(abs)
	return abs, checkPlace(out, abs, guards)
}

// checkKind refuses what is not a plain folder; a folder that does not exist yet is fine.
func checkKind(out, abs string) error {
	info, err := os.Lstat(abs)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("cannot look at the output folder %s: %w", out, err)
	case info.Mode()&fs.ModeSymlink != 0:
		return fmt.Errorf(
			"the output folder %s is a symbolic link: name the folder that it leads to",
			out,
		)
	case !info.IsDir():
		return fmt.Errorf("the output folder %s is a file: name a folder", out)
	}
	return nil
}

// resolve follows the symbolic links of the part of the path that exists.
func resolve(abs string) string {
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real
	}
	if parent := filepath.Dir(abs); parent != abs {
		return filepath.Join(resolve(parent), filepath.Base(abs))
	}
	return abs
}

// checkPlace refuses a folder that holds an input or the home folder, or lies inside an input.
func checkPlace(out, abs string, guards []string) error {
	if home, err := os.UserHomeDir(); err == nil && within(home, abs) {
		return fmt.Errorf(
			"the output folder %s is or holds your home folder: name a folder of its own",
			out,
		)
	}
	for _, guard := range guards {
		full, err := filepath.Abs(guard)
		if err != nil {
			return fmt.Errorf("cannot find the input folder %s: %w", guard, err)
		}
		full = resolve(full)
		switch {
		case within(full, abs):
			return fmt.Errorf(
				"the output folder %s is or holds the input folder %s: name another output folder",
				out,
				guard,
			)
		case within(abs, full):
			return fmt.Errorf(
				"the output folder %s lies inside the input folder %s: name another output folder",
				out,
				guard,
			)
		}
	}
	return nil
}

// within tells whether inner is outer or lies below it. Folders are compared by identity,
// not by name, as one folder may have several names (capitals on some systems, mounts).
func within(inner, outer string) bool {
	for {
		if inner == outer || same(inner, outer) {
			return true
		}
		parent := filepath.Dir(inner)
		if parent == inner {
			return false
		}
		inner = parent
	}
}

func same(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}
