package profile

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"regional-atlas/generator/region"
)

// Aspect is one thing that a region page tells, so that regions can be set side by
// side in it.
type Aspect struct {
	Section string      // key of the section of a region page
	Key     string      // unlike that of every other aspect
	Term    region.Term // what is asked, where a vocabulary says it
	Kind    AspectKind
	Figure  int // place of the indicator, of a FigureAspect

	of func(*Region) Said
}

// AspectKind is what regions say of an aspect.
type AspectKind int

// The kinds of aspects.
const (
	FigureAspect  AspectKind = iota // Said.Figure
	NetworkAspect                   // Said.Membership
	AnswerAspect                    // Said.Answer
	RatingAspect                    // Said.Rating
	LevelAspect                     // Region.Level
	DayAspect                       // Said.Day
	ListAspect                      // Said.Entries
)

// Said is what a region says of an aspect.
type Said struct {
	Keys []string // by which it is the same as what another region says; none when not reported
	Year int      // of a figure; 0 when the source gives none
	Cut  bool     // it is known to be incomplete

	// What it is, by the kind of the aspect.
	Figure     *Figure
	Membership *Membership
	Answer     *Answer
	Rating     *region.Term
	Day        region.Date
	Entries    []Entry
}

// IsReported reports whether the region says anything.
func (s Said) IsReported() bool { return len(s.Keys) > 0 }

// Entry is one of many things that a region says of an aspect.
type Entry struct {
	Key   string // by which it is known again in what another region says
	Text  string
	Lang  string // where it is not that of the site
	Link  string
	Notes []string // what is said beside it, as the file or the vocabularies have it
}

// Says is what a region says of an aspect.
func (a Aspect) Says(r *Region) Said { return a.of(r) }

// Aspects lists what regions can be compared in, in the order of a region page.
func (a *Atlas) Aspects() []Aspect {
	e := a.edition
	return slices.Concat(placeAspects(), figureAspects(e), networkAspects(e), wishAspects(),
		policyAspects(e), codeAspects(e), strategyAspects(e), activityAspects(e), ratingAspects(e),
		otherAspects(a))
}

func placeAspects() []Aspect {
	return []Aspect{
		listed("place", "country", func(r *Region) []Entry { return []Entry{{Text: r.Country.Name}} }),
		{Section: "place", Key: "level", Kind: LevelAspect, of: func(r *Region) Said {
			return Said{Keys: []string{strconv.Itoa(r.Level)}}
		}},
		listed("place", "names", func(r *Region) []Entry {
			var list []Entry
			for _, n := range r.Names {
				list = append(list, Entry{Text: n.Name, Lang: n.Lang})
			}
			for _, name := range r.Also {
				list = append(list, Entry{Text: name})
			}
			return list
		}),
		listed("place", "description", func(r *Region) []Entry {
			if r.Text.Plain == "" {
				return nil
			}
			return []Entry{{Text: r.Text.Plain}}
		}),
	}
}

func figureAspects(e *region.Edition) []Aspect {
	var list []Aspect
	for n := range e.Indicators {
		i := &e.Indicators[n]
		list = append(list, Aspect{Section: "figures", Key: "figures." + i.Key, Term: i.Term,
			Kind: FigureAspect, Figure: n, of: func(r *Region) Said { return saysFigure(&r.Figures[n]) }})
	}
	return list
}

func saysFigure(f *Figure) Said {
	said := Said{Figure: f}
	for _, v := range f.Latest {
		said.Keys = append(said.Keys, fmt.Sprint(v.Part, v.Class, v.Number))
		said.Year = v.Year
	}
	return said
}

func networkAspects(e *region.Edition) []Aspect {
	var list []Aspect
	for n := range e.Networks {
		list = append(list, Aspect{Section: "memberships", Key: "memberships." + e.Networks[n].Key,
			Term: e.Networks[n].Term, Kind: NetworkAspect,
			of: func(r *Region) Said { return saysMembership(&r.Memberships[n]) }})
	}
	return list
}

func saysMembership(m *Membership) Said {
	said := Said{Membership: m}
	if m.IsReported() {
		said.Keys = []string{m.Status}
	}
	return said
}

func wishAspects() []Aspect {
	return []Aspect{
		{Section: "collaboration", Key: "collaboration", Kind: AnswerAspect, of: func(r *Region) Said {
			c := r.Collaboration
			return saysAnswer(&Answer{Answer: region.OrNotReported(c.Looking), Remark: c.Remark,
				Link: c.Link})
		}},
		listed("collaboration", "partners", func(r *Region) []Entry {
			var list []Entry
			for _, name := range r.Collaboration.Partners {
				list = append(list, Entry{Text: name})
			}
			return list
		}),
	}
}

func saysAnswer(a *Answer) Said {
	said := Said{Answer: a}
	if a.Answer != region.NotReported {
		said.Keys = []string{a.Answer}
	}
	return said
}

func strategyAspects(e *region.Edition) []Aspect {
	var list []Aspect
	for n := range e.Strategies {
		list = append(list, Aspect{Section: "strategy", Key: "strategy." + e.Strategies[n].Key,
			Term: e.Strategies[n], Kind: AnswerAspect,
			of: func(r *Region) Said { return saysAnswer(&r.Strategy[n]) }})
	}
	return list
}

func ratingAspects(e *region.Edition) []Aspect {
	var list []Aspect
	for n := range e.Questions {
		list = append(list, Aspect{Section: "evaluation", Key: "evaluation." + e.Questions[n].Key,
			Term: e.Questions[n].Term, Kind: RatingAspect,
			of: func(r *Region) Said {
				rating := r.Evaluation[n]
				if !rating.IsReported() {
					return Said{}
				}
				return Said{Keys: []string{e.Ratings[rating.Step].Key}, Rating: &e.Ratings[rating.Step]}
			}})
	}
	return list
}

// listed is an aspect of which a region says any number of things; two are the same
// thing when their titles are.
func listed(section, key string, entries func(*Region) []Entry) Aspect {
	return Aspect{Section: section, Key: key, Kind: ListAspect, of: func(r *Region) Said {
		said := Said{Entries: entries(r), Cut: r.Section(section).Gap.Cut}
		for i := range said.Entries {
			x := &said.Entries[i]
			x.Key = TitleKey(x.Text)
			said.Keys = append(said.Keys, x.Key)
		}
		slices.Sort(said.Keys)
		said.Keys = slices.Compact(said.Keys)
		return said
	}}
}

// noted leaves out notes that say nothing.
func noted(notes ...string) []string {
	return slices.DeleteFunc(notes, func(note string) bool { return strings.TrimSpace(note) == "" })
}
