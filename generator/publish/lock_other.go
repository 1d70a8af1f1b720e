//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows)

package publish

import "os"

// lock does nothing here: the system offers no lock that ends with its process. Two builds at once must be avoided.
type lock struct {
	root string
}

func takeLock(root string) (*lock, error) {
	return &lock{root}, os.MkdirAll(root, 0o700)
}

func (l *lock) release() { _ = os.Remove(l.root) }
