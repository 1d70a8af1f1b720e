package region

import (
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/slip"
)

// Check finds the faults of sense of one region against the vocabularies of
// its atlas. today bounds years and dates, with a day to spare: where an editor is,
// it may be tomorrow already. The order of faults is fixed.
func Check(r *Region, e *Edition, today Date) []problem.Fault {
	c := &checker{collector: collector{file: r.File, unread: r.Unread}, edition: e, today: today}
	c.translated = r.Translated
	c.walk(r)
	checkTranslations(c)
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
	c.borrowed(r)
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
	if !IsCode(r.Code) {
		c.report(key, problem.BadCode, fmt.Sprintf("%s is not a NUTS code%s", problem.Quote(r.Code),
			slip.Lookalike(r.Code)),
			meantCode(r.Code)+"Write two capital letters for the country and up to three capital "+
				"letters or digits, such as BE2 or FI1C.")
		return
	}
	if !slices.Contains(countryCodes(c.edition), r.Country()) {
		c.report(key, problem.BadCode,
			fmt.Sprintf("no country of this atlas has the code %q", r.Country()),
			"Check the first two letters (Greece is EL, the United Kingdom UK), "+
				"or add the country to atlas.toml.")
	}
	if r.NUTSVersion != 0 && !slices.Contains(NUTSVersions(), r.NUTSVersion) {
		c.report(top.Field("nuts_version"), problem.OutOfBounds,
			fmt.Sprintf("there is no NUTS edition of %d", r.NUTSVersion),
			"Write one of 2003, 2006, 2010, 2013, 2016, 2021 or 2024.")
	}
}

func countryCodes(e *Edition) []string {
	return keysBy(e.Countries, func(x Country) string { return x.Code })
}

func (c *checker) shape(r *Region) {
	key := top.Field("shape")
	if onGlobe := math.Abs(r.Shape.Lon) <= 180 && math.Abs(r.Shape.Lat) <= 90; !onGlobe {
		c.report(key, problem.OutOfBounds, "this point is not on the globe",
			"Write lon (east) between -180 and 180 and lat (north) between -90 and 90.")
	}
	// No region lies on the equator; some lie on the meridian of Greenwich.
	if r.IsPoint() && r.Shape.Lat == 0 {
		c.report(key, problem.Missing, "this point has no latitude", "Add lat = … (degrees north).")
	}
	if r.IsPoint() && r.Shape.Code != "" {
		c.report(key, problem.Contradicts, "a shape is either a code or a point, not both",
			"Keep code, or keep lon and lat.")
	}
	if r.Shape.Code != "" && !IsCode(r.Shape.Code) {
		c.report(key.Field("code"), problem.BadCode,
			fmt.Sprintf("%s is not a NUTS code%s", problem.Quote(r.Shape.Code),
				slip.Lookalike(r.Shape.Code)),
			meantCode(r.Shape.Code)+"Write the code of the shape to draw, such as PL9.")
	}
}

// aliases are codes or addresses of this site: what would become another address
// than it says leads nobody here.
func (c *checker) aliases(r *Region) {
	for i, alias := range r.Aliases {
		key := top.Field("aliases").Item(i)
		last := alias[strings.LastIndexByte(strings.TrimRight(alias, "/"), '/')+1:]
		meant := Slug(strings.TrimSuffix(strings.ToLower(last), ".html"))
		switch {
		case meant == "index":
			c.address(key, meant)
			continue
		case meant == "" || strings.EqualFold(alias, meant):
			c.address(key, alias)
			continue
		}
		c.report(key, problem.BadCode,
			fmt.Sprintf("%s is neither a code nor the name of a page of this site",
				problem.Quote(alias)),
			fmt.Sprintf("Write %q; it then leads from regions/%s.html to this page.", meant, meant))
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
	case slug == "index":
		remedy = "Write another word: servers show a page of this name for the folder that it lies in."
	case devices.MatchString(slug):
		remedy = "Write another word: Windows keeps this one for a device, " +
			"and a site must open there too."
	default:
		return
	}
	c.report(key, problem.BadCode,
		fmt.Sprintf("%s cannot become a page address", problem.Quote(word)), remedy)
}

var devices = regexp.MustCompile(`^(con|prn|aux|nul|(com|lpt)[0-9])$`)

func (c *checker) dates(r *Region) {
	c.notFuture(top.Field("reviewed"), r.Reviewed)
	for i, s := range r.Sources {
		c.notFuture(top.Field("sources").Item(i).Field("seen"), s.Seen)
	}
}

func (c *checker) notFuture(key problem.Key, day Date) {
	if day.After(latestOn(c.today)) {
		c.report(key, problem.Future, fmt.Sprintf("%s has not come yet", spokenDay(day)),
			"Write a day up to today.")
	}
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
