package region

import (
	"fmt"

	"regional-atlas/generator/problem"
)

// Releases is changes.toml: the days on which the facts were published, and what
// changed from one to the next. The command edition writes it; editors word or strike
// its entries.
type Releases struct {
	Unread []problem.Key `toml:"-"` // keys that stand in the file and could not be read

	Editions []Release `toml:"editions" doc:"editions of the facts, the newest first"`
}

// Release is an edition of the facts as it was published.
type Release struct {
	Date    Date     `toml:"date" need:"yes" doc:"the day of the edition" eg:"2026-11-26"`
	Note    string   `toml:"note" doc:"what readers should know of it, one or two sentences" eg:"\"First edition.\""`
	Changes []Change `toml:"changes" doc:"what is other than in the edition before"`
}

// Change is one fact that is other than in the edition before.
type Change struct {
	Region  string `toml:"region" need:"yes" long:"name" doc:"code of the region" eg:"\"BE2\""`
	Section string `toml:"section" one:"sections" doc:"section of the region's page; left out for the region itself" eg:"\"memberships\""`
	Key     string `toml:"key" long:"title" doc:"which fact of the section: a network, an indicator with its year, a title" eg:"\"errin\""`
	Kind    string `toml:"kind" need:"yes" one:"change-kinds" doc:"what happened to it" eg:"\"reported\""`
	From    string `toml:"from" doc:"what was said before" eg:"\"no\""`
	To      string `toml:"to" doc:"what is said now" eg:"\"yes\""`
	Text    string `toml:"text" doc:"a sentence to print instead of the usual one" eg:"\"Flanders joined ERRIN in May.\""`
	Minor   bool   `toml:"minor" doc:"true for what no reader need know, such as a mended slip; it is not printed" eg:"true"`
}

// The kinds of changes.
const (
	Added     = "added"     // an entry of a list, or a region
	Removed   = "removed"   // an entry of a list, or a region
	Renamed   = "renamed"   // the same thing, written otherwise
	Answered  = "reported"  // nothing was known before
	Withdrawn = "withdrawn" // nothing is known any more
	Changed   = "changed"   // the fact is another one
	Corrected = "corrected" // the fact is what it was; what was printed was wrong
)

func changeKinds() []string {
	return []string{Added, Removed, Renamed, Answered, Withdrawn, Changed, Corrected}
}

// CheckReleases finds the faults of sense of changes.toml; file is its name.
func CheckReleases(file string, releases *Releases, e *Edition, today Date) []problem.Fault {
	c := &checker{collector: collector{file: file, unread: releases.Unread}, edition: e,
		today: today}
	c.walk(releases)
	seen := map[Date]bool{}
	for i, r := range releases.Editions {
		key := top.Field("editions").Item(i).Field("date")
		c.notFuture(key, r.Date)
		if seen[r.Date] && r.Date.Known() {
			c.report(key, problem.Repeated,
				fmt.Sprintf("two editions have the day %s", r.Date.ISO()),
				"Put the changes of both below one, or correct the day.")
		}
		seen[r.Date] = true
	}
	return c.faults
}

// Newest is the day of the newest edition; not known without one.
func (r Releases) Newest() Date {
	var newest Date
	for _, release := range r.Editions {
		if release.Date.After(newest) {
			newest = release.Date
		}
	}
	return newest
}
