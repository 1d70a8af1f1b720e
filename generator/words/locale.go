package words

import (
	"slices"
	"strconv"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// locale is how a language writes what is no sentence. All but the plural forms stands in
// its catalogue, under keys that begin with "locale.".
type locale struct {
	thousands string // between groups of three digits
	point     string // before decimals
	months    [12]string
	dayFormat string // of day, month and year
	and       string // before the last word of a list
	lowers    bool   // a name loses its capital inside a sentence, but for
	capital   string // names that begin with this
	forms     plurals
}

func newLocale(tag string, say func(key string) string) locale {
	l := locale{thousands: say("locale.thousands"), point: say("locale.point"),
		dayFormat: say("locale.day"), and: say("and"),
		lowers: say("locale.inside") == "small", capital: say("locale.capital"), forms: pluralsOf(tag)}
	for i := range l.months {
		l.months[i] = say("locale.month." + strconv.Itoa(i+1))
	}
	return l
}

// plurals are the forms that whole numbers take in a language, in the order of CLDR:
// zero, one, two, few, many, other. Most languages have some of them.
type plurals struct {
	tag  language.Tag
	used []plural.Form
}

// pluralsOf finds which forms a language uses for whole numbers: below 200 each of
// them occurs.
func pluralsOf(tag string) plurals {
	p := plurals{tag: language.Make(tag)}
	order := []plural.Form{plural.Zero, plural.One, plural.Two, plural.Few, plural.Many, plural.Other}
	occurs := map[plural.Form]bool{}
	for n := range 200 {
		occurs[p.form(n)] = true
	}
	for _, form := range order {
		if occurs[form] {
			p.used = append(p.used, form)
		}
	}
	return p
}

func (p plurals) form(n int) plural.Form {
	return plural.Cardinal.MatchPlural(p.tag, max(n, -n), 0, 0, 0, 0)
}

// choose is the place of the form that a number takes.
func (p plurals) choose(n int) int { return max(0, slices.Index(p.used, p.form(n))) }
