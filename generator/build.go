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

	// Stop is asked before the folder is touched, after each page and before the
	// site is put in place, from any worker; its error ends the build and leaves the
	// folder as it was. It may be nil.
	Stop func() error

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
	state := new(Session).Update(in, Everything())
	report := Report{Problems: state.Problems, Atlas: state.Atlas}
	if state.Err != nil || state.Atlas == nil {
		return report, state.Err
	}
	var err error
	report.Summary, err = state.Site.publish(to)
	return report, err
}

// publish brings a site into its folder, or leaves the folder as it was.
func (s *Site) publish(to Target) (publish.Summary, error) {
	begin := publish.Begin
	if to.Rehearse {
		begin = publish.Rehearse
	}
	if err := to.stopped(); err != nil {
		return publish.Summary{}, err
	}
	folder, err := begin(to.Out, to.Guards...)
	if err != nil {
		return publish.Summary{}, err
	}
	defer folder.Abort() // does nothing after Commit
	step := func() error {
		if to.Step != nil {
			to.Step(s.count)
		}
		return to.stopped()
	}
	err = s.write(folder, step)
	if err == nil {
		err = to.agree(folder)
	}
	if err == nil {
		err = to.stopped()
	}
	if err != nil {
		return publish.Summary{}, err
	}
	return folder.Commit()
}

func (to Target) stopped() error {
	if to.Stop == nil {
		return nil
	}
	return to.Stop()
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
