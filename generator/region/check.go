package region

import (
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
)

// Check finds the faults of sense of one region against the vocabularies of
// its atlas. today bounds years and dates. The order of faults is fixed.
func Check(r *Region, e *Edition, today Date) []problem.Fault {
	c := &checker{file: r.File, edition: e, today: today, unread: r.Unread}
	c.walk(r)
	c.code(r)
	c.shape(r)
	c.figures(r)
	c.memberships(r)
	c.strategy(r)
	c.codes(r)
	c.citations(r)
	c.gaps(r)
	c.repeats(r)
	c.dates(r)
	c.aliases(r)
	c.substance(r)
	return c.faults
}

const top = problem.Key("")

// NUTSVersions are the editions of NUTS since the regulation of 2003.
func NUTSVersions() []int { return []int{2003, 2006, 2010, 2013, 2016, 2021, 2024} }

func (c *checker) code(r *Region) {
	key := top.Field("code")
	if r.Code == "" {
		return // already missing
	}
	if !IsNUTS(r.Code) {
		c.report(key, problem.BadCode, fmt.Sprintf("%s is not a NUTS code", problem.Quote(r.Code)),
			meantCode(r.Code)+"Write two capital letters for the country and up to three capital letters or digits, such as BE2 or FI1C.")
		return
	}
	if known := keysBy(c.edition.Countries, func(x Country) string { return x.Code }); !slices.Contains(known, r.Country()) {
		c.report(key, problem.BadCode, fmt.Sprintf("no country of this atlas has the code %q", r.Country()),
			"Check the first two letters (Greece is EL, the United Kingdom UK), or add the country to atlas.toml.")
	}
	if r.NUTSVersion != 0 && !slices.Contains(NUTSVersions(), r.NUTSVersion) {
		c.report(top.Field("nuts_version"), problem.OutOfBounds, fmt.Sprintf("there is no NUTS edition of %d", r.NUTSVersion),
			"Write one of 2003, 2006, 2010, 2013, 2016, 2021 or 2024.")
	}
}

// meantCode offers the code that a text becomes in capitals and without spaces
// or hyphens, as the start of a remedy, or "".
func meantCode(text string) string {
	code := strings.ToUpper(strings.NewReplacer(" ", "", "-", "", "_", "", ".", "").Replace(text))
	if !IsNUTS(code) {
		return ""
	}
	return fmt.Sprintf("Did you mean %q? ", code)
}

// IsNUTS reports whether text has the form of a NUTS code of level 0 to 3.
func IsNUTS(text string) bool {
	if len(text) < 2 || len(text) > 5 {
		return false
	}
	for i, r := range text {
		letter := r >= 'A' && r <= 'Z'
		if !letter && (i < 2 || r < '0' || r > '9') {
			return false
		}
	}
	return true
}

func (c *checker) shape(r *Region) {
	key := top.Field("shape")
	if onGlobe := math.Abs(r.Shape.Lon) <= 180 && math.Abs(r.Shape.Lat) <= 90; !onGlobe {
		c.report(key, problem.OutOfBounds, "this point is not on the globe", "Write lon (east) between -180 and 180 and lat (north) between -90 and 90.")
	}
	if r.IsPoint() && r.Shape.Lat == 0 { // no region lies on the equator, some lie on the meridian of Greenwich
		c.report(key, problem.Missing, "this point has no latitude", "Add lat = … (degrees north).")
	}
	if r.IsPoint() && r.Shape.Code != "" {
		c.report(key, problem.Contradicts, "a shape is either a code or a point, not both", "Keep code, or keep lon and lat.")
	}
	if r.Shape.Code != "" && !IsNUTS(r.Shape.Code) {
		c.report(key.Field("code"), problem.BadCode, fmt.Sprintf("%s is not a NUTS code", problem.Quote(r.Shape.Code)), meantCode(r.Shape.Code)+"Write the code of the shape to draw, such as PL9.")
	}
}

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
			c.report(at.Field("status"), problem.UnknownWord, fmt.Sprintf("%s is not an answer for %s", problem.Quote(m.Status), n.Label()), offer(m.Status, words))
		}
		if m.Status == Part && m.Part == "" {
			c.report(at, problem.Missing, "it is not said which part of the region is a member", `Write { status = "part", part = "…" } with the name of that part.`)
		}
		c.since(m, at.Field("year"))
	}
}

// since checks the year of a membership: only a planned one may lie ahead.
func (c *checker) since(m Membership, key problem.Key) {
	if m.Year > c.today.Year && m.Status != Planned {
		c.report(key, problem.Future, fmt.Sprintf("the year %d has not come yet", m.Year), fmt.Sprintf("Write a year up to %d, or the status \"planned\".", c.today.Year))
	}
	if m.Year != 0 && m.Year < FirstYear {
		c.report(key, problem.OutOfBounds, fmt.Sprintf("%d is not a year of membership", m.Year), "Write the year with four digits.")
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
		c.report(key, problem.Missing, "no answer for "+strings.Join(absent, ", "),
			fmt.Sprintf("Write %s = %q under [%s], and so for each, until more is known.", absent[0], NotReported, strings.TrimPrefix(string(key), "/")))
	}
}

func (c *checker) codes(r *Region) {
	for _, name := range sortedKeys(r.Codes) {
		i := slices.IndexFunc(c.edition.Classifications, func(x Classification) bool { return x.Key == name })
		if i < 0 {
			continue // an unknown key, reported by walk
		}
		list := c.edition.Classifications[i]
		for n, code := range r.Codes[name] {
			if _, known := list.Labels[code]; !known {
				c.report(top.Field("codes").Field(name).Item(n), problem.UnknownWord,
					fmt.Sprintf("%s is not a code of %s", problem.Quote(code), list.Name), offer(code, list.Codes()))
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
		c.cited(r, r.Memberships[network].Source, top.Field("memberships").Field(network).Field("source"))
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
	c.report(key, problem.UnknownWord, fmt.Sprintf("no source of this file has the key %s", problem.Quote(source)), remedy)
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
		if gap.Lost < 0 {
			c.report(key.Field("lost"), problem.OutOfBounds, fmt.Sprintf("%d entries cannot be lost", gap.Lost), "Write how many entries were lost, or leave it out.")
		}
		if gap.Lost > 0 && len(gap.Numbers) > gap.Lost {
			c.report(key.Field("numbers"), problem.Contradicts, fmt.Sprintf("%d numbers are given for %d lost entries", len(gap.Numbers), gap.Lost), "Correct lost, or keep one number for each lost entry.")
		}
		for i, n := range gap.Numbers {
			if slices.Contains(gap.Numbers[:min(i, enough)], n) {
				c.report(key.Field("numbers").Item(i), problem.Repeated, fmt.Sprintf("the number %d stands here twice", n), "Remove one of the two.")
			}
			if n < 1 {
				c.report(key.Field("numbers").Item(i), problem.OutOfBounds, "entries of a list are numbered from 1", "Write the number that the entry had in the source.")
			}
		}
	}
}

func (c *checker) repeats(r *Region) {
	c.repeated(top.Field("topics"), r.Topics)
	for _, name := range sortedKeys(r.Codes) {
		c.repeated(top.Field("codes").Field(name), r.Codes[name])
	}
	c.repeatedItems(top.Field("sources"), "key", keysBy(r.Sources, func(s Source) string { return s.Key }))
	c.repeatedItems(top.Field("initiatives"), "title", keysBy(r.Initiatives, func(i Initiative) string { return i.Title }))
	c.repeatedItems(top.Field("organisations"), "name", keysBy(r.Organisations, func(o Organisation) string { return o.Name }))
}

func (c *checker) repeated(key problem.Key, words []string) {
	seen := make(map[string]bool, len(words))
	for i, w := range words {
		if seen[w] {
			c.report(key.Item(i), problem.Repeated, fmt.Sprintf("%s stands in this list twice", problem.Quote(w)), "Remove one of the two.")
		}
		seen[w] = true
	}
}

func (c *checker) repeatedItems(key problem.Key, field string, words []string) {
	seen := make(map[string]bool, len(words))
	for i, w := range words {
		if w != "" && seen[w] {
			c.report(key.Item(i).Field(field), problem.Repeated, fmt.Sprintf("%s stands in this list twice", problem.Quote(w)), "Remove one of the two.")
		}
		seen[w] = true
	}
}

// aliases must be able to stand in an address.
func (c *checker) aliases(r *Region) {
	for i, alias := range r.Aliases {
		c.address(top.Field("aliases").Item(i), alias)
	}
}

// address reports a word that cannot stand in an address: every page is also a
// file, on any system.
func (c *checker) address(key problem.Key, word string) {
	const longest = 100
	slug, remedy := Slug(word), ""
	switch {
	case slug == "":
		remedy = "Use letters a to z, digits and hyphens."
	case len(slug) > longest:
		remedy = fmt.Sprintf("Write at most %d letters.", longest)
	case devices.MatchString(slug):
		remedy = "Write another word: Windows keeps this one for a device, and a site must open there too."
	default:
		return
	}
	c.report(key, problem.BadCode, fmt.Sprintf("%s cannot become a page address", problem.Quote(word)), remedy)
}

var devices = regexp.MustCompile(`^(con|prn|aux|nul|(com|lpt)[0-9])$`)

func (c *checker) dates(r *Region) {
	c.notFuture(top.Field("reviewed"), r.Reviewed)
	for i, s := range r.Sources {
		c.notFuture(top.Field("sources").Item(i).Field("seen"), s.Seen)
	}
}

func (c *checker) notFuture(key problem.Key, day Date) {
	if day.After(c.today) {
		c.report(key, problem.Future, fmt.Sprintf("%s has not come yet", day.Long()), "Write a day up to today.")
	}
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
