package publish

import (
	"io/fs"
	"syscall"
)

// identity is the inode of a file and the time of the last change of its entry.
func identity(info fs.FileInfo) (inode uint64, changed int64) {
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, 0
	}
	return stat.Ino, stat.Ctimespec.Nano()
}
