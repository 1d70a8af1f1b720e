package page

import (
	"math"

	"regional-atlas/generator/carto"
	"regional-atlas/generator/europe"
	"regional-atlas/generator/geometry"
	"regional-atlas/generator/output"
	"regional-atlas/generator/phrase"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
	"slices"
)

// Figures is the section with the indicators of a region.
type Figures struct {
	Section
	Figures []Figure // the main ones
	More    []Figure // the others that are reported
	Silent  string   // the names of those that are not, "" for none
	File    string   // the main figures of the region as an SVG file
	Band    bool     // a strip shows where the regions of Europe lie
}

// Figure is one indicator: its newest value, or one for each part, and the
// values before.
type Figure struct {
	Name, Unit, About string
	Href              string // of the page of the indicator, "" for none
	Now, Before       []Value
	Line              *geometry.Line // the series, where it has two years or more
	Series            string         // from which value to which it goes
	Rank              *carto.Ranking // nil when not reported
	Europe            string         // the place among all regions of Europe, "" when that is not known
}

// Value is one figure in words.
type Value struct {
	Text, Part, Year, Status, Remark string
	Cites                            []Cite
}

func (p regionPage) figures() Figures {
	f := Figures{Section: p.section("figures"), File: p.root + output.FigureSheet(p.r.Code)}
	main := p.edition.MainIndicators()
	var silent []string
	for n := range p.r.Figures {
		facts := &p.r.Figures[n]
		switch i := facts.Indicator; {
		case slices.Contains(main, n):
			f.Figures = append(f.Figures, p.figure(n))
		case facts.IsReported():
			f.More = append(f.More, p.figure(n))
		default:
			silent = append(silent, p.words.Inside(i.Name))
		}
	}
	f.Silent = p.words.List(silent)
	f.Band = slices.ContainsFunc(append(slices.Clone(f.Figures), f.More...),
		func(x Figure) bool { return x.Rank != nil && x.Rank.Band != nil })
	return f
}

func (p regionPage) figure(n int) Figure {
	facts := &p.r.Figures[n]
	i := facts.Indicator
	href := ""
	if hasIndicatorPages(p.atlas) {
		href = p.root + output.Indicator(i.Key)
	}
	return Figure{Name: i.Name, Unit: i.Unit, About: i.About, Href: href,
		Now: p.values(i, facts.Latest), Before: p.values(i, facts.Earlier), Line: carto.Sparkline(facts),
		Series: p.series(facts),
		Rank:   p.charts.Ranking(p.root, p.r, n), Europe: p.inEurope(facts)}
}

// placeInEurope is where the newest value of a region stands among the regions of Europe
// of the same level and year.
func placeInEurope(in *europe.Figures, r *profile.Region, f *profile.Figure) (
	place, of int, known bool,
) {
	if r.IsCountry() || len(f.Latest) != 1 || f.Latest[0].Class != "" || f.Latest[0].Year == 0 {
		return 0, 0, false
	}
	return in.Place(f.Indicator.Key, r.Level, f.Latest[0].Year, f.Latest[0].Number)
}

// inEurope says that place in words, and where half of these regions lie.
func (p regionPage) inEurope(f *profile.Figure) string {
	place, of, known := placeInEurope(p.europe, p.r, f)
	if !known {
		return ""
	}
	key, i := "rank.europe", f.Indicator
	q, half := p.europe.Quartiles(i.Key, p.r.Level, f.Latest[0].Year)
	if half {
		key = "rank.europe.half"
	}
	return p.words.Say(key, "place", place, "of", of, "level", p.r.Level,
		"low", measured(p.words, i, q[0]), "high", measured(p.words, i, q[2]))
}

// measured is a number that was worked out, with the decimals of the indicator.
func measured(w *words.Language, i *region.Indicator, v float64) string {
	power := math.Pow10(i.Decimals)
	return w.Number(math.Round(v*power)/power, i.Decimals)
}

func (p regionPage) values(i *region.Indicator, facts []profile.Value) []Value {
	var values []Value
	for _, v := range facts {
		values = append(values, Value{Text: phrase.Value(p.words, i, v), Part: v.Part,
			Status: p.condition(v.State), Year: yearOr(v.Year, p.words.Say("value.no-year")),
			Remark: v.Remark, Cites: p.cites(v.Source, v.Second)})
	}
	return values
}

// series says from which value to which a figure has gone, "" for fewer than two
// years.
func (p regionPage) series(f *profile.Figure) string {
	if len(f.Series) < 2 || f.Indicator.Kind == region.Class {
		return ""
	}
	byYear := func(a, b profile.Value) int { return a.Year - b.Year }
	first, last := slices.MinFunc(f.Series, byYear), slices.MaxFunc(f.Series, byYear)
	return p.words.Say("series", "from", phrase.Value(p.words, f.Indicator, first), "first",
		yearOr(first.Year, ""), "to", phrase.Value(p.words, f.Indicator, last), "last",
		yearOr(last.Year, ""))
}

// condition says how firm a value is, "" for one that is reported.
func (p regionPage) condition(state profile.State) string {
	switch state {
	case profile.Estimated:
		return p.words.Say("condition.estimated")
	case profile.Provisional:
		return p.words.Say("condition.provisional")
	}
	return ""
}

// Evaluation is the section with the region's own ratings.
type Evaluation struct {
	Section
	Scale  []string // lowest first
	Groups []RatingGroup
}

// RatingGroup is the levels a region has reached, or the needs it sees, on the
// same scale.
type RatingGroup struct {
	Title, Kind string
	Ratings     []Rating
}

// Rating is a question with its place on the scale.
type Rating struct {
	Question, Word string
	Steps          []bool // one for each step of the scale, true where the rating stands; nil when not reported
}

func (p regionPage) evaluation() Evaluation {
	e := Evaluation{Section: p.section("evaluation", "self-evaluation")}
	for _, step := range p.edition.Ratings {
		e.Scale = append(e.Scale, step.Name)
	}
	for _, group := range []RatingGroup{
		{Title: p.words.Say("evaluation.levels"), Kind: region.LevelReached},
		{Title: p.words.Say("evaluation.needs"), Kind: region.NeedSeen},
	} {
		for _, r := range p.r.Evaluation {
			if r.Question.Kind == group.Kind {
				group.Ratings = append(group.Ratings, p.rating(r))
			}
		}
		if len(group.Ratings) > 0 {
			e.Groups = append(e.Groups, group)
		}
	}
	return e
}

func (p regionPage) rating(r profile.Rating) Rating {
	if !r.IsReported() {
		return Rating{Question: r.Question.Name, Word: p.words.Say("legend.not-reported")}
	}
	rating := Rating{
		Question: r.Question.Name,
		Word:     p.edition.Ratings[r.Step].Name,
		Steps:    make([]bool, len(p.edition.Ratings)),
	}
	rating.Steps[r.Step] = true
	return rating
}
