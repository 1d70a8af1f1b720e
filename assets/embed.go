// Package assets carries what a browser loads, and the map data that the build
// draws from, inside the binary. A file of the same name on disk wins.
package assets

import "embed"

// Files holds the assets, by the names they have in this folder.
//
//go:embed *.css *.js *.svg geodata/*.json nuts/*.csv europe/*.csv
var Files embed.FS
