package profile

import (
	"math"
	"slices"
	"strconv"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/region"
)

// FacetKind is how a choice among the options of a facet is read.
type FacetKind int

// The kinds of facets.
const (
	OneOf   FacetKind = iota // a region has exactly one option; choosing several means any of them
	AnyOf                    // a region has any number of options
	Between                  // a region has a number
	AtLeast                  // a region has one option of a scale, lowest first
)

// String names the kind for layouts and scripts.
func (k FacetKind) String() string {
	return [...]string{OneOf: "one", AnyOf: "any", Between: "between", AtLeast: "least"}[k]
}

// The subjects of facets, in the order in which a form shows them.
const (
	ofNetworks       = "networks"
	ofTopics         = "topics"
	ofActivity       = "activity"
	OfCodes          = "codes"
	ofPlace          = "place"
	OfStrategy       = "strategy"
	ofFigures        = "figures"
	ofSelfEvaluation = "evaluation"
)

// Facet is one question that regions can be chosen by, with the answer of every
// region.
type Facet struct {
	Key     string // in addresses, unlike that of every other facet
	Subject string
	Kind    FacetKind
	Options []Option
	Term    region.Term       // what is asked about: a network, an indicator, a question, a classification
	Figure  *region.Indicator // of figures; else nil

	// What regions answer, by their place in the order of codes. Only those of the
	// kind of the facet are there.
	One    []int     // place of the option; -1 when not reported and no option says so
	Many   [][]int   // places of the options, ascending
	Silent []bool    // AnyOf: the region does not report anything that is asked
	Number []float64 // NaN when not reported
}

// Option is one answer of a facet.
type Option struct {
	Key     string // in addresses
	Word    string // the key of the vocabulary, or the word of a scale
	Name    string // where the vocabulary gives one; else ""
	Depth   int    // codes that stand above it
	Unknown bool   // it is what is said of regions that do not report
}

// Facets lists every question that regions can be chosen by: each network and
// question by itself, topics, kinds, codes and figures. What nobody in the atlas
// reports is left out.
func (a *Atlas) Facets() []Facet {
	b := facets{atlas: a, taken: map[string]bool{}}
	b.networks()
	b.topics()
	b.kinds()
	b.codes()
	b.places()
	b.answers()
	b.figures()
	b.ratings()
	return b.list
}

// facets gathers facets; each key is taken once.
type facets struct {
	atlas *Atlas
	taken map[string]bool
	list  []Facet
}

func (b *facets) add(f Facet) {
	f.Key = region.Slug(f.Key)
	for b.taken[f.Key] {
		f.Key = f.Subject + "-" + f.Key
	}
	b.taken[f.Key] = true
	nameOptions(f.Options)
	b.list = append(b.list, f)
}

// nameOptions gives options whose words have no Latin letters, or the same ones, a
// key by their place.
func nameOptions(options []Option) {
	taken := map[string]bool{}
	for i := range options {
		if options[i].Key == "" || taken[options[i].Key] {
			options[i].Key = "option-" + strconv.Itoa(i+1)
		}
		taken[options[i].Key] = true
	}
}

func (b *facets) networks() {
	for i := range b.atlas.edition.Networks {
		n := &b.atlas.edition.Networks[i]
		f := Facet{Key: n.Key, Subject: ofNetworks, Term: n.Term}
		for _, status := range region.Statuses() {
			f.Options = append(
				f.Options,
				Option{Key: region.Slug(status.Key), Word: status.Key,
					Unknown: status.Key == region.NotReported},
			)
		}
		if len(n.Categories) > 0 {
			f.Options = termOptions(n.Categories)
			f.Options = append(f.Options, unknown())
		}
		b.oneOf(f, func(r *Region) string { return r.Memberships[i].Status })
	}
}

func unknown() Option {
	return Option{Key: region.Slug(region.NotReported), Word: region.NotReported, Unknown: true}
}

func termOptions(terms []region.Term) []Option {
	options := make([]Option, len(terms))
	for i, t := range terms {
		options[i] = Option{Key: region.Slug(t.Key), Word: t.Key, Name: t.Label()}
	}
	return options
}

// oneOf adds a facet whose answer is a word; a word that is no option is not
// reported. Where everybody is silent there is nothing to choose.
func (b *facets) oneOf(f Facet, answer func(*Region) string) {
	places, silent := map[string]int{}, -1
	for i, o := range f.Options {
		places[o.Word] = i
		if o.Unknown {
			silent = i
		}
	}
	used := false
	for _, r := range b.atlas.regions {
		place, known := places[answer(r)]
		if !known {
			place = silent
		}
		used = used || place != silent
		f.One = append(f.One, place)
	}
	if used {
		b.add(f)
	}
}

// anyOf adds a facet of many answers; of tells the places of the options that a
// region has, and whether it reports anything that is asked.
func (b *facets) anyOf(f Facet, of func(*Region) ([]int, bool)) {
	used := false
	for _, r := range b.atlas.regions {
		list, reported := of(r)
		used = used || len(list) > 0
		f.Many, f.Silent = append(f.Many, list), append(f.Silent, !reported)
	}
	if used {
		b.add(f)
	}
}

func (b *facets) topics() {
	b.anyOf(Facet{Key: "topic", Subject: ofTopics, Kind: AnyOf,
		Options: termOptions(b.atlas.edition.Topics)}, func(r *Region) (list []int, reported bool) {
		for i, t := range r.Topics {
			if t.Listing == Covered {
				list = append(list, i)
			}
			reported = reported || t.Listing != Unlisted
		}
		return list, reported
	})
}

// kinds are those of organisations, initiatives and support measures that a region
// has.
func (b *facets) kinds() {
	e := b.atlas.edition
	b.kindsOf("organisation", e.OrganisationKinds, func(r *Region) (kinds []string) {
		for _, o := range r.Organisations {
			kinds = append(kinds, o.Kind)
		}
		return kinds
	})
	b.kindsOf("initiative", e.InitiativeKinds, func(r *Region) (kinds []string) {
		for _, i := range r.Initiatives {
			kinds = append(kinds, i.Kind)
		}
		return kinds
	})
	b.kindsOf("support", e.SupportKinds, func(r *Region) (kinds []string) {
		for _, s := range r.Support {
			kinds = append(kinds, s.Kind)
		}
		return kinds
	})
}

func (b *facets) kindsOf(key string, vocabulary []region.Term, kinds func(*Region) []string) {
	b.anyOf(Facet{Key: key, Subject: ofActivity, Kind: AnyOf, Options: termOptions(vocabulary)},
		func(r *Region) ([]int, bool) {
			has := kinds(r)
			return placesOf(vocabulary, has), len(has) > 0
		})
}

// placesOf lists the places of the terms whose keys are among the words.
func placesOf(vocabulary []region.Term, words []string) []int {
	has := make(map[string]bool, len(words))
	for _, word := range words {
		has[word] = true
	}
	var list []int
	for i, t := range vocabulary {
		if has[t.Key] {
			list = append(list, i)
		}
	}
	return list
}

// codes are those in use with the codes above them: a region has a code when it
// states that code or one below it.
func (b *facets) codes() {
	for i := range b.atlas.edition.Classifications {
		c := &b.atlas.edition.Classifications[i]
		f := Facet{Key: c.Key, Subject: OfCodes, Kind: AnyOf, Term: c.Term}
		places := map[string]int{}
		for n, use := range b.atlas.UsedCodes(i) {
			places[use.Code] = n
			f.Options = append(
				f.Options,
				Option{Key: region.Slug(use.Code), Word: use.Code, Name: c.Labels[use.Code], Depth: use.Depth},
			)
		}
		b.anyOf(f, func(r *Region) (list []int, reported bool) {
			for _, code := range r.Codes[i].Codes {
				if place, used := places[code.Code]; used {
					list = append(list, place)
				}
			}
			return list, len(r.Codes[i].Codes) > 0
		})
	}
}

func (b *facets) places() {
	countries := Facet{Key: "country", Subject: ofPlace}
	for _, c := range b.atlas.Countries() {
		countries.Options = append(countries.Options,
			Option{Key: region.Slug(c.Code), Word: c.Code, Name: c.Name})
	}
	b.oneOf(countries, func(r *Region) string { return r.Country.Code })
	levels := Facet{Key: "level", Subject: ofPlace}
	for level := range region.OwnLevel + 1 {
		isOf := func(r *Region) bool { return r.Level == level }
		if level == region.OwnLevel && !slices.ContainsFunc(b.atlas.regions, isOf) {
			continue // few atlases have codes of their own
		}
		levels.Options = append(levels.Options,
			Option{Key: strconv.Itoa(level), Word: strconv.Itoa(level)})
	}
	b.oneOf(levels, func(r *Region) string { return strconv.Itoa(r.Level) })
}

func (b *facets) answers() {
	answers := []Option{{Key: "yes", Word: region.Yes}, {Key: "no", Word: region.No}, unknown()}
	b.oneOf(Facet{Key: "collaboration", Subject: OfStrategy, Options: answers},
		func(r *Region) string { return region.OrNotReported(r.Collaboration.Looking) })
	for i := range b.atlas.edition.Strategies {
		t := b.atlas.edition.Strategies[i]
		b.oneOf(Facet{Key: t.Key, Subject: OfStrategy, Options: answers, Term: t},
			func(r *Region) string { return r.Strategy[i].Answer })
	}
}

func (b *facets) figures() {
	for n := range b.atlas.edition.Indicators {
		i := &b.atlas.edition.Indicators[n]
		f := Facet{Key: i.Key, Subject: ofFigures, Term: i.Term, Figure: i}
		if i.Kind == region.Class {
			b.classes(f, n)
			continue
		}
		f.Kind = Between
		used := false
		for _, r := range b.atlas.regions {
			number := r.Figures[n].Number()
			used = used || !math.IsNaN(number)
			f.Number = append(f.Number, number)
		}
		if used {
			b.add(f)
		}
	}
}

// classes are the groups of an indicator: Strong stands for Strong + too.
func (b *facets) classes(f Facet, indicator int) {
	seen := map[string]bool{}
	for _, scale := range f.Figure.Scales {
		for _, class := range scale.Groups {
			if group := atlas.Group(class); !seen[group] {
				seen[group] = true
				f.Options = append(f.Options, Option{Key: region.Slug(group), Word: group, Name: group})
			}
		}
	}
	f.Options = append(f.Options, unknown())
	b.oneOf(f, func(r *Region) string { return r.Figures[indicator].Group() })
}

func (b *facets) ratings() {
	for i := range b.atlas.edition.Questions {
		q := &b.atlas.edition.Questions[i]
		f := Facet{
			Key:     q.Key,
			Subject: ofSelfEvaluation,
			Kind:    AtLeast,
			Term:    q.Term,
			Options: termOptions(b.atlas.edition.Ratings),
		}
		used := false
		for _, r := range b.atlas.regions {
			f.One = append(f.One, r.Evaluation[i].Step)
			used = used || r.Evaluation[i].IsReported()
		}
		if used {
			b.add(f)
		}
	}
}
