package publish

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// Plan returns what Commit would do. Call it after the last Write, for instance to tell
// which pages edited by hand are about to be replaced. It changes nothing.
func (f *Folder) Plan() (Summary, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.failed != nil {
		return Summary{}, fmt.Errorf("nothing was published: %w", f.failed)
	}
	if !f.planned {
		var err error
		if f.foreign, err = f.strangers(f.out); err != nil {
			return Summary{}, err
		}
		f.planned = true
	}
	return f.count(f.foreign), nil
}

func (f *Folder) count(strangers []stranger) Summary {
	s := Summary{Files: len(f.files), Edited: slices.Clone(f.edited)}
	for _, e := range f.files {
		s.Bytes += e.size
		if e.changed {
			s.Changed++
		} else {
			s.Unchanged++
		}
	}
	f.countOld(&s)
	for _, x := range strangers {
		if _, ours := f.files[x.name]; !ours && !x.mode.IsDir() {
			s.Kept = append(s.Kept, x.name)
		}
	}
	slices.Sort(s.Edited)
	slices.Sort(s.Kept)
	return s
}

// countOld counts what the last build wrote, and what of it goes.
func (f *Folder) countOld(s *Summary) {
	for name, sum := range f.old {
		_, still := f.files[name]
		if isPage(name) {
			s.Pages++
			if !still {
				s.PagesGone++
			}
		}
		if !still {
			s.Removed++
			if f.editedSince(name, sum) {
				s.Edited = append(s.Edited, name)
			}
		}
	}
}

func isPage(name string) bool { return path.Ext(name) == ".html" }

// editedSince tells whether a file of the last build that goes now has other bytes than
// that build wrote.
func (f *Folder) editedSince(name string, sum digest) bool {
	now, err := readPlain(f.path(name))
	return err == nil && sha256.Sum256(now) != sum
}

// Commit puts the new folder in the place of the old one and ends the build. After an
// error the folder is as it was, unless the error says that the new site is in place.
// When every file is the same as before, nothing is touched at all. In a rehearsal it
// only returns the Summary.
func (f *Folder) Commit() (Summary, error) {
	if err := f.end(); err != nil {
		return Summary{}, err
	}
	summary, err := f.Plan()
	if f.stage == nil {
		return summary, err
	}
	if err == nil && !f.current(summary) {
		err = f.replace()
	}
	closed := f.stage.close()
	switch {
	case err != nil && closed != nil && f.stands:
		return Summary{}, fmt.Errorf("%w; what is left of the old one lies in %s", err,
			f.stage.root)
	case err != nil:
		return Summary{}, err
	case closed != nil && !f.stands:
		return Summary{}, closed
	case closed != nil:
		summary.Left = f.stage.root
	}
	summary.InPlace = f.placed
	return summary, nil
}

// Abort ends the build and leaves the folder as it was. After Commit it does nothing, so
// that it may be deferred. It may be called while others write: they are told that they
// come too late.
func (f *Folder) Abort() error {
	if f.end() != nil || f.stage == nil {
		return nil
	}
	f.writing.Wait()
	return f.stage.close()
}

func (f *Folder) end() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.ended {
		return errors.New("the build has ended already")
	}
	f.ended = true
	return nil
}

// current tells whether the folder needs no change at all: same bytes and the same list of them.
func (f *Folder) current(s Summary) bool {
	if !s.Same() || len(f.old) != len(f.files) || len(f.old) == 0 {
		return false
	}
	for name, e := range f.files {
		if f.old[name] != e.sum {
			return false
		}
	}
	return true
}

// replace completes the new folder, makes it safe on the disk and lets it change places
// with the old one.
func (f *Folder) replace() error {
	if err := f.carry(f.foreign, f.out, f.stage.new()); err != nil {
		return err
	}
	for _, s := range f.foreign {
		if s.mode.IsDir() {
			f.stage.folders[s.name] = true // to be brought to the disk as well
		}
	}
	if err := f.stage.put(manifestName, formatManifest(f.files), false, ""); err != nil {
		return fmt.Errorf("cannot write %s: %w", manifestName, err)
	}
	if err := f.stage.sync(); err != nil {
		return fmt.Errorf("cannot bring the new site safely to the disk: %w", err)
	}
	switch err := f.stage.swap(); {
	case fixed(err):
		return f.inPlace()
	case err != nil:
		return fmt.Errorf("cannot put the new site in place: %w", err)
	}
	f.stands = true
	safe := f.stage.disk.folder(filepath.Dir(f.out)) // before anything of the old site goes
	if err := f.rescue(f.foreign); err != nil {
		return fmt.Errorf(
			"the new site is in place, but what came into the old one meanwhile was lost: %w",
			err,
		)
	}
	if safe != nil {
		return fmt.Errorf(
			"the new site is in place, but a power cut may still bring the old one back: %w",
			safe,
		)
	}
	return nil
}

// rescue empties the old folder of what the last build wrote, then carries over what
// somebody put into it while the new one was being completed.
func (f *Folder) rescue(carried []stranger) error {
	known := map[stranger]bool{}
	for _, s := range carried {
		known[s] = true
	}
	for _, old := range []string{f.stage.new(), f.stage.old()} {
		if err := f.removeOld(old); err != nil && !os.IsNotExist(err) {
			return err
		}
		late, err := f.strangers(old)
		if err != nil {
			return err
		}
		late = slices.DeleteFunc(late, func(s stranger) bool { return known[s] })
		if err := f.carry(late, old, f.out); err != nil {
			return err
		}
	}
	return nil
}

// swap puts new in the place of out; where out was there, it stays in the stage and goes with it.
func (s *stage) swap() error {
	_, err := os.Lstat(s.out)
	switch {
	case os.IsNotExist(err):
		err = os.Rename(s.new(), s.out)
	case err == nil:
		if err = s.exchange(s.new(), s.out); errors.Is(err, errors.ErrUnsupported) {
			err = s.rename()
		}
	}
	return err
}

// rename is swap by two renames. Between them the folder is missing; recover mends that
// after a crash.
func (s *stage) rename() error {
	if err := os.Rename(s.out, s.old()); err != nil {
		return err
	}
	if err := os.Rename(s.new(), s.out); err != nil {
		return errors.Join(err, os.Rename(s.old(), s.out))
	}
	return nil
}
