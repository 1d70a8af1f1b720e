//go:build !linux && !darwin

package publish

import "io/fs"

// identity is not told here, so that no stamp is trusted.
func identity(fs.FileInfo) (inode uint64, changed int64) { return 0, 0 }
