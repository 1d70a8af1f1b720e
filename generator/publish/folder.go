package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// Folder is a build on its way into place. Begin makes one; Commit or Abort ends it.
type Folder struct {
	out   string            // absolute path of the folder that visitors see
	old   map[string]digest // what the last build wrote there
	stage *stage            // where the new folder grows; nil in a rehearsal

	writing sync.WaitGroup // files on their way into the stage
	held    sync.Pool      // *[]byte that wait for the next file that comes in pieces

	mu      sync.Mutex
	files   map[string]entry // written by this build
	edited  []string
	failed  error // the first failure; after it nothing is put in place
	ended   bool
	planned bool       // Plan has looked at the folder
	foreign []stranger // what it found there
	placed  bool       // files were replaced one by one
	stands  bool       // the new site is in place
}

type entry struct {
	sum     digest
	size    int64
	changed bool
}

// Begin starts a build into the folder out. The guards are the input folders: out may
// neither hold one nor lie in one. It refuses with one sentence a folder that is not
// ours, a place that is not safe, and a second build at the same time; then nothing was
// touched. What a killed build left behind is cleared.
func Begin(out string, guard ...string) (*Folder, error) {
	abs, err := locate(out, guard)
	if err != nil {
		return nil, err
	}
	s, err := newStage(abs)
	if err != nil {
		return nil, err
	}
	f, err := open(abs)
	if err != nil {
		return nil, errors.Join(err, s.close())
	}
	f.stage = s
	return f, nil
}

// Rehearse is Begin for a build that writes nothing: Write compares and counts, Commit
// returns the Summary and leaves the folder alone. It takes no lock.
func Rehearse(out string, guard ...string) (*Folder, error) {
	abs, err := locate(out, guard)
	if err != nil {
		return nil, err
	}
	return open(abs)
}

func open(abs string) (*Folder, error) {
	old, err := oldFiles(abs)
	if err != nil {
		return nil, err
	}
	return &Folder{out: abs, old: old, files: make(map[string]entry, len(old))}, nil
}

// oldFiles returns the manifest of a folder that is ours, nothing for one that is not
// there or holds nothing but what sites need, else a refusal.
func oldFiles(abs string) (map[string]digest, error) {
	old, found, err := readManifest(abs)
	if err != nil || found {
		return old, err
	}
	entries, err := os.ReadDir(abs)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("cannot read the output folder: %w", err)
	}
	for _, entry := range entries {
		if !slices.Contains(ofSites(), entry.Name()) {
			return nil, fmt.Errorf(
				"the folder %s holds files that the atlas did not write, such as %s (there is no %s): "+
					"empty it or name another output folder",
				abs,
				entry.Name(),
				manifestName,
			)
		}
	}
	return nil, nil
}

// ofSites are what people and systems put into the folder of a site before its first build.
func ofSites() []string {
	return []string{noJekyll, "CNAME", "robots.txt", ".well-known", ".git", ".gitignore",
		".gitattributes",
		".gitkeep", ".DS_Store", lostAndFound}
}

const (
	noJekyll     = ".nojekyll"  // tells a server to publish the files as they are; what it holds means nothing
	lostAndFound = "lost+found" // a folder of the system at the root of a disk
)

// Write puts one file into the new folder. The name is a slash path of lower-case ASCII
// letters, digits, - and _ and dots (no part begins with a dot, but for .nojekyll); a
// name may be written once. It may be called by many goroutines. After a failure the
// build cannot be committed.
func (f *Folder) Write(name string, data []byte) error {
	return f.claimed(name, func() error { return f.put(name, data) })
}

// claimed reserves a name while its file is written.
func (f *Folder) claimed(name string, write func() error) error {
	err := f.claim(name)
	if err == nil {
		err = write()
		f.writing.Done()
	}
	if err != nil {
		f.fail(err)
	}
	return err
}

// claim reserves a name, so that two goroutines never write one file.
func (f *Folder) claim(name string) error {
	if err := checkName(name); err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.ended {
		return fmt.Errorf("%s comes too late: the build has ended", name)
	}
	if _, twice := f.files[name]; twice {
		return fmt.Errorf("two pages want the address %s", name)
	}
	f.files[name] = entry{}
	f.writing.Add(1)
	return nil
}

func (f *Folder) put(name string, data []byte) error {
	found, err := f.compare(name, data)
	if err != nil {
		return err
	}
	f.record(name, entry{sum: found.sum, size: int64(len(data)), changed: !found.same},
		found.edited)
	if f.stage == nil {
		return nil
	}
	if err := f.stage.put(name, data, found.same, f.path(name)); err != nil {
		return fmt.Errorf("cannot write %s: %w", name, err)
	}
	return nil
}

func (f *Folder) record(name string, e entry, edited bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.files[name] = e
	if edited {
		f.edited = append(f.edited, name)
	}
}

func (f *Folder) fail(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.failed == nil {
		f.failed = err
	}
}

func (f *Folder) path(name string) string {
	return f.out + string(filepath.Separator) + filepath.FromSlash(name)
}
