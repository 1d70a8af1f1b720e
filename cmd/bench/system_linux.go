package main

import (
	"os"
	"syscall"
)

// peakOf is the most memory that a process that has ended held at once.
func peakOf(state *os.ProcessState) int64 {
	if usage, ok := state.SysUsage().(*syscall.Rusage); ok {
		return usage.Maxrss * 1024
	}
	return 0
}

// settle waits until all that was written before is on the disk, so that nobody
// writes for another.
func settle() { syscall.Sync() }
