package generator

import (
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
	prepared := s.prepare(in, change)
	draft, err := read(in, s.draft, change.Region)
	ready := <-prepared
	s.base, s.codes, s.frame = ready.base, ready.codes, ready.frame
	state := State{Err: err}
	var current *model
	if err == nil {
		s.draft = draft
		state.Err = ready.noBase
	}
	if state.Err == nil {
		current, state.Problems = draft.check(s.base, s.codes, in.Strict)
	}
	if current != nil {
		s.model, state.Atlas = current, current.profiles
		if own := coloursOf(draft.edition.Site); s.frame != nil && !sameColours(own, s.frame.own) {
			s.frame, ready.unframed = newFrame(in, own)
		}
	}
	if s.model != nil && (current != nil || change.Frame || s.site == nil) {
		if s.frame == nil {
			if state.Err == nil {
				state.Err = ready.unframed
			}
		} else {
			site, err := s.frame.site(s.model)
			if err == nil {
				s.site = site
			} else if state.Err == nil {
				state.Err = err
			}
		}
	}
	state.Site = s.site
	return state
}

// prepared is what depends on no region.
type prepared struct {
	base             *carto.Basemap
	codes            *nuts.Changes
	frame            *frame
	noBase, unframed error
}

// prepare reads what depends on no region and has changed, while the regions are
// read.
func (s *Session) prepare(in Input, change Change) <-chan prepared {
	done := make(chan prepared, 1)
	p := prepared{base: s.base, codes: s.codes, frame: s.frame}
	go func() {
		if p.base == nil || change.Base {
			if p.base, p.noBase = ReadBasemap(in.Assets); p.noBase == nil {
				p.codes, p.noBase = ReadChanges(in.Assets)
			}
		}
		if p.frame == nil || change.Frame {
			var own palette.Own
			if s.draft != nil {
				own = coloursOf(s.draft.edition.Site)
			}
			p.frame, p.unframed = newFrame(in, own)
		}
		done <- p
	}()
	return done
}
