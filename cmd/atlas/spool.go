package main

import (
	"os"
	"sync"
)

// spool is a file for what a large build cannot hold in memory. It is made when
// it is first needed, and it has no name where the system allows that: so it is
// gone when the program ends, however it ends; elsewhere the folder for such files keeps it.
type spool struct {
	open func() (*os.File, error)
}

func newSpool() *spool {
	return &spool{sync.OnceValues(func() (*os.File, error) {
		file, err := os.CreateTemp("", "atlas-*.spool")
		if err == nil {
			os.Remove(file.Name()) // not on Windows, which keeps files that are open
		}
		return file, err
	})}
}

// WriteAt writes at an offset of the file.
func (s *spool) WriteAt(data []byte, at int64) (int, error) {
	file, err := s.open()
	if err != nil {
		return 0, err
	}
	return file.WriteAt(data, at)
}

// ReadAt reads at an offset of what was written.
func (s *spool) ReadAt(data []byte, at int64) (int, error) {
	file, err := s.open()
	if err != nil {
		return 0, err
	}
	return file.ReadAt(data, at)
}
