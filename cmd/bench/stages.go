package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
)

// stageWord marks the start of this program as one stage of a measurement. The
// stages run as processes of their own because the system counts the memory of
// a parent at the start of a child in the child's peak.
const stageWord = "stage"

func stage(args []string) error {
	if len(args) < 3 {
		return fmt.Errorf("a stage needs a name and two folders")
	}
	from, to := args[1], args[2]
	switch args[0] {
	case "regions":
		n, err := strconv.Atoi(args[3])
		if err != nil {
			return fmt.Errorf("%q is not a number of regions", args[3])
		}
		return synthetic(from, to, n)
	case "peer":
		return peerSite(from, to, slices.Contains(args, "drawings"))
	case "given":
		return copyGiven(from, to, slices.Contains(args, "drawings"))
	case "alone":
		return pagesAlone(from, to)
	case "floor":
		return copyAll(from, to)
	case "compare":
		difference, err := compare(os.DirFS(from), os.DirFS(to))
		if err != nil {
			return err
		}
		difference.print(os.Stdout)
		return nil
	}
	return fmt.Errorf("there is no stage %q", args[0])
}

// copyAll writes the bytes of a folder once more, and does nothing else: one
// file after the other, not synced.
func copyAll(from, to string) error {
	return copyFiles(from, to, func(string) bool { return true })
}

// copyGiven takes the files of a built site that a peer gets ready made: style
// sheets, the script, and drawings unless it lays them out itself.
func copyGiven(from, to string, drawings bool) error {
	return copyFiles(from, to, func(name string) bool {
		ext := filepath.Ext(name)
		return ext != ".html" && !slices.Contains(byDesign, name) &&
			(!drawings || ext != ".svg" || filepath.Dir(name) == "assets")
	})
}

func copyFiles(from, to string, wanted func(name string) bool) error {
	return filepath.WalkDir(from, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("the site cannot be read: %w", err)
		}
		inside, err := filepath.Rel(from, name)
		if err != nil {
			return err
		}
		target := filepath.Join(to, inside)
		if entry.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		if !wanted(inside) {
			return nil
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return fmt.Errorf("the site cannot be read: %w", err)
		}
		return os.WriteFile(target, data, 0o644)
	})
}
