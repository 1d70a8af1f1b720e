// Package layouts carries the layouts inside the binary, so that the built
// program works alone. A file of the same name on disk wins over these.
package layouts

import "embed"

// Files holds the layouts, by the names they have in this folder.
//
//go:embed *.html *.css *.svg *.xml parts
var Files embed.FS
