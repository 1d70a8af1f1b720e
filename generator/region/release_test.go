package region

import (
	"testing"

	"regional-atlas/generator/problem"
)

// changes.toml is checked like the other files: each slip has its place.
func TestReleasesAreChecked(t *testing.T) {
	e := edition()
	for name, c := range map[string]struct {
		releases Releases
		want     []said
	}{
		"well": {Releases{Editions: []Release{{Date: Date{2026, 11, 21}, Changes: []Change{
			{Region: "BE2", Section: "memberships", Key: "cebr", Kind: Answered, To: "yes"}, {Region: "BE9", Kind: Removed, From: "Gone"},
		}}, {Date: Date{2026, 10, 1}}}}, nil},
		"no day": {Releases{Editions: []Release{{Note: "x"}}}, []said{{problem.Missing, "/editions/0/date", "date is missing",
			"Add it, such as date = 2026-11-26 (the day of the edition)."}}},
		"ahead": {Releases{Editions: []Release{{Date: Date{2027, 1, 1}}}}, []said{{problem.Future, "/editions/0/date",
			"1 January 2027 has not come yet", "Write a day up to today."}}},
		"one day twice": {Releases{Editions: []Release{{Date: Date{2026, 1, 1}}, {Date: Date{2026, 1, 1}}}}, []said{{problem.Repeated,
			"/editions/1/date", "two editions have the day 2026-01-01", "Put the changes of both below one, or correct the day."}}},
		"kind": {Releases{Editions: []Release{{Date: Date{2026, 1, 1}, Changes: []Change{{Region: "BE2", Kind: "new"}}}}}, []said{{problem.UnknownWord,
			"/editions/0/changes/0/kind", `"new" is not one of the change kinds`,
			"Write one of: added, removed, renamed, reported, withdrawn, changed, corrected."}}},
	} {
		compare(t, name, CheckReleases("changes.toml", &c.releases, e, Date{2026, 11, 21}), c.want, false)
	}
	if got := (Releases{Editions: []Release{{Date: Date{2026, 1, 1}}, {Date: Date{2026, 2, 1}}}}).Newest(); got != (Date{2026, 2, 1}) {
		t.Errorf("the newest is %v", got)
	}
}
