// Package publish brings finished bytes into the folder that visitors see.
//
// The promise of the Minifier: it takes away what neither a reader nor a browser needs, and changes no text, no link and
// no path of a drawing.
//
// The promise of a Folder: at every instant the folder is the complete old site or the complete new one, whatever
// happens: a fault in the data, a full disk, a killed build, a power cut, two builds at once. Only what an earlier build
// wrote is replaced or removed; a file put there by hand survives; a page that did not change keeps its bytes and its
// time stamp.
//
// How: a build writes beside the folder, in a sibling named ".NAME.atlas-build" that is locked while the build lives.
// When every file is there and safe on the disk, the new folder and the old one change places, on Linux in a single step
// (renameat2 with RENAME_EXCHANGE) and elsewhere by two renames, of which the next build mends the first should the
// machine stop between them. Then the old folder goes. A killed build leaves at most that sibling, and the next build
// clears it. The file manifest.txt in the folder says which files are ours.
//
// The package is a ground room: it imports none of ours, and it is the only door to the minifiers and, with cmd, to os.
package publish
