package generator

import (
	"crypto/sha256"
	"io/fs"
	"maps"
	"slices"
	"sync"

	"regional-atlas/generator/digest"
)

// Noting is an input that notes what is read of its layouts and assets: only
// what is made of them can be remembered. A file that is saved while a build
// goes on is noted as it was read.
func Noting(in Input) Input {
	in.Layouts, in.Assets = note(in.Layouts), note(in.Assets)
	return in
}

// sum names all that was read of the layouts and assets, where it is noted.
func (in Input) sum() (digest.Sum, bool) {
	layouts, one := in.Layouts.(*noted)
	assets, two := in.Assets.(*noted)
	if !one || !two {
		return digest.Sum{}, false
	}
	a, whole := layouts.sum()
	b, too := assets.sum()
	return digest.Of(a, b), whole && too
}

// noted is a file system with the sums of the files that were read.
type noted struct {
	fs.FS
	mu   sync.Mutex
	sums map[string][sha256.Size]byte
	torn bool // a file was read twice, and had changed
}

func note(files fs.FS) *noted { return &noted{FS: files, sums: map[string][sha256.Size]byte{}} }

// ReadFile reads a file and notes it.
func (n *noted) ReadFile(name string) ([]byte, error) {
	data, err := fs.ReadFile(n.FS, name)
	if err != nil {
		return nil, err
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	sum := sha256.Sum256(data)
	if before, known := n.sums[name]; known && before != sum {
		n.torn = true
	}
	n.sums[name] = sum
	return data, nil
}

// ReadDir lists a folder.
func (n *noted) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(n.FS, name) }

func (n *noted) sum() (sum digest.Sum, whole bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	var all []any
	for _, name := range slices.Sorted(maps.Keys(n.sums)) {
		sum := n.sums[name]
		all = append(all, name, sum[:])
	}
	return digest.Of(all...), !n.torn
}
