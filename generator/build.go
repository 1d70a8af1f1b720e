package generator

import (
	"regional-atlas/generator/problem"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/publish"
)

// Target is where a build brings the site.
type Target struct {
	Out      string   // the folder of the site
	Guards   []string // folders that Out may neither hold nor lie in
	Rehearse bool     // compare and count, and write nothing

	// Stop is closed by whoever wants the build to end. Until the site is put in
	// place, it then ends at once with Stopped, and leaves the folder as it was. It
	// may be nil.
	Stop <-chan struct{}

	// Agree is asked before the folder changes; its error leaves the folder as it
	// was. It may be nil.
	Agree func(publish.Summary) error

	// Step is told after each page, from any worker; all counts the pages of the
	// site. It may be nil.
	Step func(all func() int)
}

// Report is what came of a build.
type Report struct {
	Problems []problem.Problem // placed and sorted, warnings included
	Atlas    *profile.Atlas    // nil when there are faults; then nothing was written
	Summary  publish.Summary
}

// Build reads and checks all that a site is made from and brings the site into
// its folder, or leaves the folder as it was. Faults of the data come with the
// report; the error is a failure of the machine, of a layout or of ours.
func Build(in Input, to Target) (Report, error) {
	states := make(chan State, 1)
	go func() { states <- new(Session).Update(in, Everything()) }()
	var state State
	select {
	case state = <-states:
	case <-to.Stop:
		return Report{}, Stopped{}
	}
	report := Report{Problems: state.Problems, Atlas: state.Atlas}
	if state.Err != nil || state.Atlas == nil {
		return report, state.Err
	}
	var err error
	report.Summary, err = state.Site.publish(to)
	return report, err
}

// Stopped is the error of a build that somebody wanted to end.
type Stopped struct{}

func (Stopped) Error() string { return "interrupted: the site is as it was" }

// publish brings a site into its folder, or leaves the folder as it was.
func (s *Site) publish(to Target) (publish.Summary, error) {
	begin := publish.Begin
	if to.Rehearse {
		begin = publish.Rehearse
	}
	folder, err := begin(to.Out, to.Guards...)
	if err != nil {
		return publish.Summary{}, err
	}
	defer folder.Abort() // does nothing after Commit
	ready := make(chan error, 1)
	go func() { ready <- s.fill(folder, to) }()
	select {
	case err = <-ready:
	case <-to.Stop: // without waiting for a page that takes for ever
		err = Stopped{}
	}
	if err != nil {
		return publish.Summary{}, err
	}
	return folder.Commit()
}

// fill brings all files into a folder, and asks whether what it would do is meant.
func (s *Site) fill(folder *publish.Folder, to Target) error {
	step := func() {}
	if to.Step != nil {
		step = func() { to.Step(s.count) }
	}
	if err := s.write(folder, step); err != nil {
		return err
	}
	return to.agree(folder)
}

// agree asks whether what a build would do is meant.
func (to Target) agree(folder *publish.Folder) error {
	if to.Agree == nil || to.Rehearse {
		return nil
	}
	plan, err := folder.Plan()
	if err != nil {
		return err
	}
	return to.Agree(plan)
}
