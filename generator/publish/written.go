package publish

import "crypto/sha256"

// Written is the SHA-256 and the size of a file that this build has written or
// kept; found is false for any other name.
func (f *Folder) Written(name string) (sum [sha256.Size]byte, size int64, found bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	e, found := f.files[name]
	return e.sum, e.size, found
}
