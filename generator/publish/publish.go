// Package publish brings finished bytes into the folder that visitors see.
//
// The promise of a Folder: at every instant the folder is the complete old site or the complete new one, whatever
// happens: a fault in the data, a full disk, a killed build, a power cut, two builds at once. Only what an earlier build
// wrote is replaced or removed; a file put there by hand survives; a page that did not change keeps its bytes and its
// time stamp.
//
// How: a build writes beside the folder, in a sibling named ".NAME.atlas-build" that is locked while the build lives.
// When every file is there, all of them and all folders are brought to the disk (on Linux by one call, where they are
// many); only then do the new folder and the old one change places, on Linux and macOS in a single step (renameat2 with
// RENAME_EXCHANGE, renamex_np with RENAME_SWAP) and elsewhere by two renames, of which the next build mends the first
// should the machine stop between them. The folder above is brought to the disk next, and then the old folder goes. So
// after a power cut there is the old site or the new one, as far as the disk keeps what it said it had written; Windows
// has no such call for folders. A killed build leaves at most that sibling, and the next build clears it. The file
// manifest.txt in the folder says which files are ours.
//
// A build that knows the SHA-256 of a file need not have its bytes: Keep takes it over from the last build by a hard
// link, after looking whether the folder still holds it. It need not read it either, where a record of the last build
// (Seen) says that the system described the very same file the same way. Such a record is trusted as the index of git is:
// never for a file that could have changed again within the same tick of the clock. With ten of 30,000 files changed a
// build takes 0.5 s of two cores, half of it the system's, for making and removing links; without a record, twice that.
//
// The package is a ground room: it imports none of ours, and it is, with cmd, the only door to os.
package publish
