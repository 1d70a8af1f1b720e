package generator

import (
	"slices"

	"regional-atlas/generator/carto"
	"regional-atlas/generator/nuts"
	"regional-atlas/generator/palette"
	"regional-atlas/generator/problem"
	"regional-atlas/generator/profile"
)

// Session is a site that follows its files: each Update makes anew only what
// depends on a file that has changed. Only one goroutine may update it.
type Session struct {
	draft *draft         // nil before the first Update
	base  *carto.Basemap // nil when it must be read
	codes *nuts.Changes  // read with the base
	frame *frame         // the layouts and assets as they are; nil when they must be read
	model *model         // the last good one
	site  *Site          // of model
}

// Change says what is other than at the last Update.
type Change struct {
	Region func(name string) bool // whether a file of the regions folder has changed
	Frame  bool                   // a layout or an asset has changed
	Base   bool                   // the map data has changed
}

// Everything is the change of a session that has seen nothing yet.
func Everything() Change {
	return Change{Region: func(string) bool { return true }, Frame: true, Base: true}
}

// State is what came of the files.
type State struct {
	Problems []problem.Problem // of the data, warnings included, placed and sorted
	Atlas    *profile.Atlas    // nil when a fault keeps it from being made
	Site     *Site             // the last good one; nil when there never was one
	Err      error             // why the site could not follow, whatever the data
}

// Update brings the session up to date with its files. With a fault in the data
// the site stays that of the last good data, in the layouts as they are now.
func (s *Session) Update(in Input, change Change) State {
	based := meanwhile(func() error { return s.rebase(in, change) })
	draft, err := read(in, s.draft, change.Region)
	own, isNeeded := s.colours(draft)
	framed := meanwhile(func() error { return s.reframe(in, change, own, isNeeded) })
	state, noBase := State{Err: err}, <-based
	if err == nil {
		s.draft, state.Err = draft, noBase
	}
	var current *model
	if state.Err == nil {
		current, state.Problems = draft.check(s.base, s.codes, in.Strict)
	}
	if current != nil {
		s.model, state.Atlas = current, current.profiles
	}
	unframed := <-framed
	if s.model != nil && (current != nil || change.Frame || s.site == nil) {
		if err := s.renew(unframed); state.Err == nil {
			state.Err = err
		}
	}
	state.Site = s.site
	return state
}

// meanwhile does some work beside other work.
func meanwhile(work func() error) <-chan error {
	done := make(chan error, 1)
	go func() { done <- work() }()
	return done
}

// rebase reads the map data, if it has changed.
func (s *Session) rebase(in Input, change Change) error {
	if s.base != nil && !change.Base {
		return nil
	}
	s.base = nil // until all of it could be read
	base, err := ReadBasemap(in.Assets)
	if err != nil {
		return err
	}
	if s.codes, err = ReadChanges(in.Assets); err == nil {
		s.base = base
	}
	return err
}

// colours are what the site is to have: those of a draft whose files are without fault, each
// for itself, or else those of the last good data. It is false where there is no site to
// make, which needs no layouts.
func (s *Session) colours(d *draft) (own palette.Own, isNeeded bool) {
	if d != nil && !slices.ContainsFunc(d.faults, isFatal) {
		return coloursOf(d.edition.Site), true
	}
	if s.model != nil {
		return coloursOf(s.model.profiles.Edition().Site), true
	}
	return own, false
}

// reframe reads the layouts and assets, if they have changed or are to be in other
// colours. Where there is no site to make, they are read when there is one.
func (s *Session) reframe(in Input, change Change, own palette.Own, isNeeded bool) (err error) {
	if change.Frame || isNeeded && s.frame != nil && !sameColours(own, s.frame.own) {
		s.frame = nil
	}
	if s.frame == nil && isNeeded {
		s.frame, err = newFrame(in, own)
	}
	return err
}

// renew makes the site of the last good data, unless the layouts could not be read.
func (s *Session) renew(unframed error) error {
	if s.frame == nil {
		return unframed
	}
	site, err := s.frame.site(s.model)
	if err == nil {
		s.site = site
	}
	return err
}
