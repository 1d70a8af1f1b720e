package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// The manifest is made of one heading line and one line a file, "sha256 path", sorted by
// path; `sha256sum -c` reads it.
const manifestHead = "# Files written by the atlas, each with its SHA-256. Do not edit: the next build reads this list."

type digest = [sha256.Size]byte

// formatManifest returns the manifest of files, the same for the same files.
func formatManifest(files map[string]entry) []byte {
	b := []byte(manifestHead + "\n")
	for _, name := range slices.Sorted(maps.Keys(files)) {
		sum := files[name].sum
		b = hex.AppendEncode(b, sum[:])
		b = append(append(b, "  "...), name...)
		b = append(b, '\n')
	}
	return b
}

// readManifest returns what an earlier build wrote into the folder; found is false when
// there is no manifest.
func readManifest(folder string) (files map[string]digest, found bool, err error) {
	data, err := os.ReadFile(filepath.Join(folder, manifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("cannot read the list of files of the last build: %w", err)
	}
	files, err = parseManifest(string(data))
	if err != nil {
		return nil, false, fmt.Errorf(
			"%s is not a list that a build wrote (%w): put the folder's last %s back, or empty the folder",
			filepath.Join(folder, manifestName),
			err,
			manifestName,
		)
	}
	return files, true, nil
}

func parseManifest(text string) (map[string]digest, error) {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	if lines[0] != manifestHead || lines[len(lines)-1] != "" {
		return nil, errors.New("its first or last line is missing")
	}
	files := make(map[string]digest, len(lines))
	for i, line := range lines[1 : len(lines)-1] {
		name, sum, err := parseLine(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+2, err)
		}
		files[name] = sum
	}
	return files, nil
}

func parseLine(line string) (name string, sum digest, err error) {
	code, name, ok := strings.Cut(line, "  ")
	raw, err := hex.DecodeString(code)
	if !ok || err != nil || len(raw) != len(sum) {
		return "", sum, errors.New("it is not a SHA-256, two spaces and a path")
	}
	return name, digest(raw), checkName(name)
}
