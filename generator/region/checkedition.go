package region

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"regional-atlas/generator/problem"
	"regional-atlas/generator/slip"
)

// CheckEdition finds the faults of sense of atlas.toml; file is its name.
func CheckEdition(file string, e *Edition) []problem.Fault {
	c := &checker{collector: collector{file: file, unread: e.Unread}, edition: e}
	c.translated = e.Translated
	c.walk(e)
	languages(c, e)
	checkTranslations(c)
	licensed(c, e.Site)
	published(c, e.Site.Address, top.Field("site").Field("address"))
	c.uniqueKeys(top.Field("countries"), countryCodes(e))
	for _, f := range TableOf(reflect.TypeFor[Edition]()) {
		if f.Words != "" {
			terms := e.Terms(f.Words)
			c.uniqueKeys(top.Field(f.Key), keysBy(terms, func(t *Term) string { return t.Key }))
		}
	}
	for i, indicator := range e.Indicators {
		c.indicator(indicator, top.Field("indicators").Item(i))
	}
	for i, n := range e.Networks {
		tellable(c, top.Field("networks").Item(i).Field("categories"), len(n.Categories), mostCategories, "categories")
	}
	checkMapDesign(c, e.Map, top.Field("map"))
	for i, view := range e.MapViews {
		checkView(c, view, top.Field("map_views").Item(i))
	}
	for i, rule := range e.Rules {
		for n, need := range rule.Needs {
			checkNeed(c, need, top.Field("rules").Item(i).Field("needs").Item(n))
		}
	}
	return c.faults
}

// published wants an address that pages can lie below: their names are written
// behind it.
func published(c *checker, address string, key problem.Key) {
	if !IsWebLink(address) {
		return // told already, or not there
	}
	bare, _, _ := strings.Cut(address, "#")
	bare, _, _ = strings.Cut(bare, "?")
	switch {
	case strings.HasPrefix(address, "mailto:"):
		c.report(key, problem.BadLink, "a site cannot be published at an address of mail",
			"Write the web address of the first page, starting with https://.")
	case bare != address:
		c.report(key, problem.BadLink,
			fmt.Sprintf("%s has a ? or #, and no page can lie below such an address",
				problem.Quote(address)),
			fmt.Sprintf("Write %q.", bare))
	}
}

// licensed wants a licence: without one nobody knows what they may do with the data.
func licensed(c *checker, site Site) {
	if site.Licence.Given() || site.Title == "" { // one without a title is told already
		return
	}
	c.warn(top.Field("site"), problem.Missing,
		"the data has no licence: data/catalog.jsonld, which data portals read, cannot be offered, and the other files say that none is named",
		`Add licence = { name = "CC-BY-4.0", link = "https://creativecommons.org/licenses/by/4.0/" } below [site], or the one that `+
			`you choose; until then rights = "…" can say it in words.`)
}

// checkView wants codes that a map can look up; a country or region that the map does
// not draw only takes no part in the view.
func checkView(c *checker, view MapView, key problem.Key) {
	for i, code := range view.Codes {
		if !IsCode(code) {
			c.report(key.Field("codes").Item(i), problem.BadCode,
				fmt.Sprintf("%s is not a NUTS code%s", problem.Quote(code), slip.Lookalike(code)),
				meantCode(code)+"Write the code of a country or region that the view shows, such as BE.")
		}
	}
}

// uniqueKeys wants every key once and different from the others as part of an
// address, since keys name pages.
func (c *checker) uniqueKeys(key problem.Key, keys []string) {
	seen := make(map[string]bool, len(keys))
	for i, k := range keys {
		slug := Slug(k)
		switch {
		case k == "":
			continue // already missing
		case seen[slug] && slug != "":
			c.twice(key.Item(i), k, "Remove one of the two, or give it another key.")
		default:
			c.address(key.Item(i), k)
		}
		seen[slug] = true
	}
}

// How many categories, and classes in their order, a map has signs for.
const (
	mostCategories = 12
	mostGroups     = 10
)

// tellable warns of more kinds than a reader of a map can tell apart.
func tellable(c *checker, key problem.Key, n, most int, what string) {
	if n > most {
		c.warn(key, problem.OutOfBounds, fmt.Sprintf("a map can tell %d %s apart, and these are %d", most, what, n),
			"Put some of them together; else maps show several in one colour.")
	}
}

// countGroups counts classes whose plus and minus are one on a map.
func countGroups(classes []string) int {
	var names []string
	for _, class := range classes {
		names = append(names, strings.TrimRight(slip.Signs(class), " +-"))
	}
	slices.Sort(names)
	return len(slices.Compact(names))
}

// mostDecimals is more than any statistic carries.
const mostDecimals = 9

func (c *checker) indicator(indicator Indicator, key problem.Key) {
	if indicator.Kind == Class && len(indicator.Scales) == 0 {
		c.report(key, problem.Missing, indicator.Name+" is a class without a scale",
			"Add [[indicators.scales]] with years and groups.")
	}
	for i, scale := range indicator.Scales {
		groups := key.Field("scales").Item(i).Field("groups")
		tellable(c, groups, countGroups(scale.Groups), mostGroups, "classes")
		for n, class := range scale.Groups {
			if plain := slip.Signs(class); plain != class {
				c.report(key.Field("scales").Item(i).Field("groups").Item(n), problem.UnknownWord,
					fmt.Sprintf("the class %s has a sign that stands on few keyboards",
						problem.Quote(class)),
					fmt.Sprintf("Write %q; region files may have either.", plain))
			}
		}
	}
	if indicator.Decimals < 0 || indicator.Decimals > mostDecimals {
		c.report(key.Field("decimals"), problem.OutOfBounds,
			fmt.Sprintf("%d decimals cannot be printed", indicator.Decimals),
			fmt.Sprintf("Write a number from 0 to %d.", mostDecimals))
	}
	if indicator.Max != 0 && indicator.Max < indicator.Min {
		c.report(key.Field("max"), problem.Contradicts, "the highest value is below the lowest",
			"Swap min and max.")
	}
	checkAlike(c, indicator, key)
	if indicator.Of != "" && !slices.Contains(c.edition.Vocabulary("indicators"), indicator.Of) {
		c.report(key.Field("of"), problem.UnknownWord,
			fmt.Sprintf("%s is not an indicator", problem.Quote(indicator.Of)),
			offer(indicator.Of, c.edition.Vocabulary("indicators")))
	}
}

// checkAlike checks how an indicator tells regions that are alike.
func checkAlike(c *checker, indicator Indicator, key problem.Key) {
	if indicator.Alike != "" && indicator.Kind == Class {
		c.report(
			key.Field("alike"),
			problem.Contradicts,
			indicator.Name+" is a class, and differences are taken between numbers",
			"Remove it.",
		)
	}
	if indicator.Weight < 0 {
		c.report(key.Field("weight"), problem.OutOfBounds, "nothing counts less than nothing",
			"Write a number from 0 on.")
	}
	if indicator.Weight != 0 && indicator.Alike == "" {
		c.report(key.Field("weight"), problem.Contradicts, "a weight without alike counts nowhere",
			`Add alike = "linear" or alike = "log", or remove the weight.`)
	}
}
