package region

import (
	"fmt"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
)

func (c *checker) memberships(r *Region) {
	key := top.Field("memberships")
	c.complete(key, absent(c, key, c.edition.Vocabulary("networks"), r.Memberships))
	for _, n := range c.edition.Networks {
		m, answered := r.Memberships[n.Key]
		if !answered || m.Status == "" {
			continue
		}
		at, words := key.Field(n.Key), AnswersTo(n)
		if !slices.Contains(words, m.Status) {
			c.report(at.Field("status"), problem.UnknownWord,
				fmt.Sprintf("%s is not an answer for %s", problem.Quote(m.Status), n.Label()),
				offer(m.Status, words))
		}
		if m.Status == Part && m.Part == "" {
			c.report(at, problem.Missing, "it is not said which part of the region is a member",
				`Write { status = "part", part = "…" } with the name of that part.`)
		}
		beside(c, m, at)
		c.since(m, at.Field("year"))
	}
}

// beside checks that what stands beside a status can: only a part is a part, and where
// nothing is reported no year or body is.
func beside(c *checker, m Membership, key problem.Key) {
	if m.Part != "" && m.Status != Part {
		c.report(key.Field("part"), problem.Contradicts,
			fmt.Sprintf("the answer is %s, and yet it names a part", problem.Quote(m.Status)),
			`Remove the part, or write status = "part".`)
	}
	if m.Status != NotReported {
		return
	}
	if m.Body != "" {
		c.report(key.Field("body"), problem.Contradicts, "nothing is reported here, and yet it names a body",
			"Remove the body, or say what it is a member as.")
	}
	if m.Year != 0 {
		c.report(key.Field("year"), problem.Contradicts, "nothing is reported here, and yet it has a year",
			"Remove the year, or say what has been so since.")
	}
}

// since checks the year of a membership: only a planned one may lie ahead.
func (c *checker) since(m Membership, key problem.Key) {
	if m.Status != Planned {
		c.pastYear(m.Year, key, ", or the status \"planned\"")
	}
	c.fourDigits(m.Year, key, "membership")
}

// pastYear reports a year that has not come yet; otherwise is what else may be
// meant.
func (c *checker) pastYear(year int, key problem.Key, otherwise string) {
	if year > latestOn(c.today).Year {
		c.report(key, problem.Future, fmt.Sprintf("the year %d has not come yet", year),
			fmt.Sprintf("Write a year up to %d%s.", c.today.Year, otherwise))
	}
}

// FirstYear is before any statistics or network of an atlas; a lower number is
// a year with a digit lost.
const FirstYear = 1900

func (c *checker) fourDigits(year int, key problem.Key, of string) {
	if year != 0 && year < FirstYear {
		c.report(key, problem.OutOfBounds, fmt.Sprintf("%d is not a year of %s", year, of),
			"Write the year with four digits.")
	}
}

// AnswersTo lists the words that may answer for a network: the statuses, or
// its own categories with not reported.
func AnswersTo(n Network) []string {
	if len(n.Categories) > 0 {
		return append(keysOf(n.Categories), NotReported)
	}
	return keysBy(Statuses(), func(s Status) string { return s.Key })
}

func (c *checker) strategy(r *Region) {
	key := top.Field("strategy")
	c.complete(key, absent(c, key, c.edition.Vocabulary("strategies"), r.Strategy))
}

// complete reports the words of a vocabulary that a table leaves out, all in
// one fault: an editor adds them together.
func (c *checker) complete(key problem.Key, absent []string) {
	if len(absent) > 0 {
		table := strings.TrimPrefix(string(key), "/")
		c.report(key, problem.Missing, "no answer for "+strings.Join(absent, ", "),
			fmt.Sprintf("Write %s = %q under [%s], and so for each, until more is known.",
				absent[0], NotReported, table))
	}
}
