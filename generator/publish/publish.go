// Package publish brings finished bytes into the folder that visitors see.
//
// The promise of a Folder: at every instant the folder is the complete old site or the
// complete new one, whatever happens: a fault in the data, a full disk, a killed build, a
// power cut, two builds at once. Only what an earlier build wrote is replaced or removed;
// a file put there by hand survives; a page that did not change keeps its bytes and its
// time stamp.
//
// How: a build writes beside the folder, in a sibling named ".NAME.atlas-build" that is
// locked while the build lives. When every file is there, all of them and all folders are
// brought to the disk (on Linux by one call, where they are many); only then do the new
// folder and the old one change places, on Linux and macOS in a single step (renameat2
// with RENAME_EXCHANGE, renamex_np with RENAME_SWAP) and elsewhere by two renames, of
// which the next build mends the first should the machine stop between them. The folder
// above is brought to the disk next, and then the old folder goes. So after a power cut
// there is the old site or the new one, as far as the disk keeps what it said it had
// written; Windows has no such call for folders. A folder that cannot change places, such
// as a mount point, keeps a weaker promise: its files are replaced one by one, each
// whole, and the Summary says so. A killed build leaves at most that sibling, and the
// next build clears it. The file manifest.txt in the folder says which files are ours.
//
// A file that may be too long to be held whole comes in pieces: it is written beside the
// folder as it comes and compared meanwhile, and where it is the same in the end, the old
// one stays.
//
// The package knows nothing of atlases, and it is, with cmd, the only door to os.
package publish
