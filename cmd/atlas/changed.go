package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
)

// machine checks the flags of the formats, and gives the names of the changed
// files.
func (j buildFlags) machine() (changed []string, err error) {
	formats := []string{"text", "json", "github", "sarif"}
	if !slices.Contains(formats, j.format) {
		return nil, fmt.Errorf(
			"there is no format %s. %sThe formats are %s",
			problem.Quote(j.format),
			problem.DidYouMean(j.format, formats),
			strings.Join(formats, ", "),
		)
	}
	for _, name := range j.changed {
		names, err := changedNames(name)
		if err != nil {
			return nil, err
		}
		changed = append(changed, names...)
	}
	return changed, nil
}

// changedNames are the names behind one --changed: one a line on standard input
// for -, in a file for @FILE, else the name itself.
func changedNames(name string) ([]string, error) {
	list, fromFile := strings.CutPrefix(name, "@")
	if !fromFile && name != "-" {
		return []string{name}, nil
	}
	data, err := []byte(nil), error(nil)
	if fromFile {
		data, err = os.ReadFile(list)
	} else {
		data, err = io.ReadAll(os.Stdin)
	}
	if err != nil {
		return nil, fmt.Errorf("the list of changed files %q cannot be read: %v", name, cause(err))
	}
	return strings.FieldsFunc(string(data),
		func(r rune) bool { return r == '\n' || r == '\r' || r == 0 }), nil
}

// cause is the part of a file error that a person understands.
func cause(err error) error {
	if inner := errors.Unwrap(err); inner != nil {
		return inner
	}
	return err
}

// changedFirst puts the problems of changed files before the others, keeps the
// order otherwise, and says how many they are.
func changedFirst(problems []problem.Problem, regions string,
	changed []string) ([]problem.Problem, int) {
	isChanged := map[string]bool{}
	var first, rest []problem.Problem
	for _, p := range problems {
		if _, known := isChanged[p.File]; !known {
			isChanged[p.File] = slices.ContainsFunc(
				changed,
				func(name string) bool { return sameFile(path.Join(filepath.ToSlash(regions), p.File), name) },
			)
		}
		if isChanged[p.File] {
			first = append(first, p)
		} else {
			rest = append(rest, p)
		}
	}
	return append(first, rest...), len(first)
}

// sameFile holds where one path is the end of the other: a list of changes
// counts from the top of a repository, a command from where it was started.
func sameFile(a, b string) bool {
	a, b = path.Clean(filepath.ToSlash(a)), path.Clean(filepath.ToSlash(b))
	return a == b || strings.HasSuffix(a, "/"+b) || strings.HasSuffix(b, "/"+a)
}
