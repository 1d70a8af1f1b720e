package publish

// Summary says what a build did to the folder, or would do. The manifest itself is not counted.
type Summary struct {
	Files     int      // files written by this build
	Bytes     int64    // their size together
	Changed   int      // of Files, those that are new or have other bytes than before
	Unchanged int      // of Files, those that keep bytes and time stamp
	Removed   int      // files of the last build that this one did not write
	Pages     int      // HTML files of the last build
	PagesGone int      // of Pages, those that this build did not write
	InPlace   bool     // the folder cannot be exchanged: its files were replaced one by one
	Left      string   // a folder with what could not be cleared up once the new site stood, or ""
	Kept      []string // files put there by hand, carried over; slash paths, sorted
	Edited    []string // files of the last build that were changed or deleted by hand since; slash paths, sorted
}

// Same tells whether the folder already is what this build wrote.
func (s Summary) Same() bool { return s.Changed == 0 && s.Removed == 0 }

// RemovesMost tells whether more than half of the pages go: then the wrong folder was
// read, more often than not.
func (s Summary) RemovesMost() bool { return 2*s.PagesGone > s.Pages }
