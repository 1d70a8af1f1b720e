package region

import (
	"fmt"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
)

func (c *checker) codes(r *Region) {
	for _, name := range sortedKeys(r.Codes) {
		i := slices.IndexFunc(c.edition.Classifications, func(x Classification) bool {
			return x.Key == name
		})
		if i < 0 {
			continue // an unknown key, reported by walk
		}
		list := c.edition.Classifications[i]
		for n, code := range r.Codes[name] {
			if _, known := list.Labels[code]; !known {
				c.report(top.Field("codes").Field(name).Item(n), problem.UnknownWord,
					fmt.Sprintf("%s is not a code of %s", problem.Quote(code), list.Name),
					offer(code, list.Codes()))
			}
		}
	}
}

// citations checks that every source that is cited stands under [[sources]].
func (c *checker) citations(r *Region) {
	for _, section := range sortedKeys(r.From) {
		for i, source := range r.From[section] {
			c.cited(r, source, top.Field("from").Field(section).Item(i))
		}
	}
	for _, network := range sortedKeys(r.Memberships) {
		c.cited(r, r.Memberships[network].Source,
			top.Field("memberships").Field(network).Field("source"))
	}
	for i, initiative := range r.Initiatives {
		c.cited(r, initiative.Source, top.Field("initiatives").Item(i).Field("source"))
	}
}

func (c *checker) cited(r *Region, source string, key problem.Key) {
	if source == "" || r.SourceNamed(source) != nil || c.lostASource() {
		return
	}
	known := keysBy(r.Sources, func(s Source) string { return s.Key })
	remedy := "Add it at the end of the file, under [[sources]]."
	if len(known) > 0 {
		remedy = offer(source, known)
	}
	c.report(key, problem.UnknownWord,
		fmt.Sprintf("no source of this file has the key %s", problem.Quote(source)), remedy)
}

// lostASource holds when an entry under [[sources]] could not be read whole: it
// may be the one that is cited.
func (c *checker) lostASource() bool {
	return slices.ContainsFunc(c.unread, func(u problem.Key) bool {
		return u == top || u == "/sources" || strings.HasPrefix(string(u), "/sources/")
	})
}

func (c *checker) gaps(r *Region) {
	for _, section := range sortedKeys(r.Gaps) {
		gap, key := r.Gaps[section], top.Field("gaps").Field(section)
		c.unseen(r, section, gap.Answers, key.Field("answers"))
		if gap.Lost < 0 {
			c.report(key.Field("lost"), problem.OutOfBounds,
				fmt.Sprintf("%d entries cannot be lost", gap.Lost),
				"Write how many entries were lost, or leave it out.")
		}
		if gap.Lost > 0 && len(gap.Numbers) > gap.Lost {
			c.report(key.Field("numbers"), problem.Contradicts,
				fmt.Sprintf("%d numbers are given for %d lost entries", len(gap.Numbers), gap.Lost),
				"Correct lost, or keep one number for each lost entry.")
		}
		for i, n := range gap.Numbers {
			if slices.Contains(gap.Numbers[:min(i, enough)], n) {
				c.report(key.Field("numbers").Item(i), problem.Repeated,
					fmt.Sprintf("the number %d stands here twice", n), "Remove one of the two.")
			}
			if n < 1 {
				c.report(key.Field("numbers").Item(i), problem.OutOfBounds,
					"entries of a list are numbered from 1",
					"Write the number that the entry had in the source.")
			}
		}
	}
}

// unseen checks the networks that a source breaks off before: none of them is
// answered.
func (c *checker) unseen(r *Region, section string, networks []string, key problem.Key) {
	c.repeated(key, networks)
	if section != "memberships" && len(networks) > 0 {
		c.report(key, problem.Contradicts,
			"networks are answered under memberships, not in "+section,
			"Write it as memberships = { answers = … }, or remove it.")
		return
	}
	for n, network := range networks {
		if r.Memberships[network].known() {
			c.report(key.Item(n), problem.Contradicts,
				fmt.Sprintf("%s is answered, and yet could not be seen", network),
				"Remove it here, or write \"not reported\" there.")
		}
	}
}

func (c *checker) repeats(r *Region) {
	c.repeated(top.Field("topics"), r.Topics)
	c.repeated(top.Field("rewrite"), r.Rewrite)
	for _, name := range sortedKeys(r.Codes) {
		c.repeated(top.Field("codes").Field(name), r.Codes[name])
	}
	c.repeatedItems(top.Field("sources"), "key",
		keysBy(r.Sources, func(s Source) string { return s.Key }))
	c.repeatedItems(top.Field("initiatives"), "title",
		keysBy(r.Initiatives, func(i Initiative) string { return i.Title }))
	c.repeatedItems(top.Field("organisations"), "name",
		keysBy(r.Organisations, func(o Organisation) string { return o.Name }))
	same(c, top.Field("documents"), keysBy(r.Documents, func(d Document) string { return pair(d.Title, d.Link, d.Level, d.Kind) }))
	same(c, top.Field("websites"), keysBy(r.Websites, func(w Website) string { return pair(w.Title, w.Link, w.Kind) }))
	same(c, top.Field("profiles"), keysBy(r.Profiles, func(p Profile) string { return pair(p.Title, p.Link) }))
	same(c, top.Field("represented"), keysBy(r.Represented, func(x Representation) string { return pair(x.Title, x.Within, x.Kind) }))
	same(c, top.Field("support"), keysBy(r.Support, func(s Support) string {
		if s.Title == "" {
			return pair(s.Kind, s.Level, s.Amount)
		}
		return pair(s.Title, s.Link, s.Kind, s.Level)
	}))
}

// pair is the words by which entries of a list are told apart: editions of a document
// may have one title.
func pair(words ...string) string { return strings.Join(words, "\n") }

// same finds entries that say nothing that another does not say.
func same(c *checker, key problem.Key, entries []string) {
	seen := make(map[string]bool, len(entries))
	for i, entry := range entries {
		title, _, _ := strings.Cut(entry, "\n")
		if title != "" && seen[entry] {
			c.twice(key.Item(i), title, "Remove one of the two.")
		}
		seen[entry] = true
	}
}

func (c *checker) repeated(key problem.Key, words []string) {
	seen := make(map[string]bool, len(words))
	for i, w := range words {
		if seen[w] {
			c.twice(key.Item(i), w, "Remove one of the two.")
		}
		seen[w] = true
	}
}

func (c *checker) repeatedItems(key problem.Key, field string, words []string) {
	seen := make(map[string]bool, len(words))
	for i, w := range words {
		if w != "" && seen[w] {
			c.twice(key.Item(i).Field(field), w, "Remove one of the two.")
		}
		seen[w] = true
	}
}

func (c *checker) twice(key problem.Key, word, remedy string) {
	what := fmt.Sprintf("%s stands in this list twice", problem.Quote(word))
	c.report(key, problem.Repeated, what, remedy)
}
