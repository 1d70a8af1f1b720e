package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"regional-atlas/generator"
	"regional-atlas/generator/publish"
)

// forget is the word for a build that remembers nothing.
const forget = "none"

// ending is that of the names of memories, and unneeded how long one is kept that
// no build has needed.
const (
	ending   = ".memory"
	unneeded = 90 * 24 * time.Hour
)

// memory is where a build into a folder leaves what it knows for the next one.
// Without it a build takes longer and writes the same bytes, so whatever keeps
// it from being read or written is no fault.
type memory struct{ file string } // "" for none

// userCache is the folder of the user for what builds remember, "" when there is
// none.
func userCache() string {
	base, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(base, "regional-atlas")
}

// memoryFor is the memory of builds into the folder out, in a cache folder.
func memoryFor(out, cache string) memory {
	abs, err := filepath.Abs(out)
	if cache == "" || cache == forget || err != nil {
		return memory{}
	}
	sum := sha256.Sum256([]byte(abs))
	return memory{filepath.Join(cache, hex.EncodeToString(sum[:12])+ending)}
}

// read is what the last build left, nil when it left nothing of use.
func (m memory) read() *generator.Memory {
	file, err := os.Open(m.file)
	if m.file == "" || err != nil {
		return nil
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil
	}
	before, err := generator.ReadMemory(file, info.Size())
	if err != nil {
		return nil
	}
	return before
}

// keep leaves the memory of a build whose folder is in place.
func (m memory) keep(made *generator.Memory, folder *publish.Folder, now time.Time) error {
	if m.file == "" {
		return nil
	}
	m.prune(now)
	made.Seal(folder)
	if err := os.MkdirAll(filepath.Dir(m.file), 0o755); err != nil {
		return err
	}
	file, err := os.CreateTemp(filepath.Dir(m.file), "*.new")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name()) // gone already when all is well
	if err := errors.Join(made.Write(file), file.Close()); err != nil {
		return err
	}
	return os.Rename(file.Name(), m.file)
}

// prune removes memories beside m that no build has needed for long.
func (m memory) prune(now time.Time) {
	names, err := filepath.Glob(filepath.Join(filepath.Dir(m.file), "*"+ending))
	if err != nil {
		return
	}
	for _, name := range names {
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() && now.Sub(info.ModTime()) > unneeded {
			os.Remove(name)
		}
	}
}

// program names the program that runs, in its exact version; "" when that cannot
// be told, or nothing is to be remembered.
func (m memory) program() string {
	name, err := os.Executable()
	if m.file == "" || err != nil {
		return ""
	}
	file, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return ""
	}
	return fmt.Sprintf("%x", sum.Sum(nil))
}
