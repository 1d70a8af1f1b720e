package page

import (
	"strconv"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/figure"
	"regional-atlas/generator/region"
)

// Figures is the section with the indicators of a region.
type Figures struct {
	Section
	Figures []Figure
	File    string // the figures of the region as an SVG file
}

// Figure is one indicator: its newest value, or one for each part, and the
// values before.
type Figure struct {
	Name, Unit, About string
	Now, Before       []Value
	Line              *figure.Line // the series, where it has two years or more
	Rank              *Rank        // nil when not reported
}

// Value is one figure in words.
type Value struct {
	Text, Part, Year, Status, Remark string
	Cite                             *Cite
}

func (b builder) figures() Figures {
	f := Figures{Section: b.section("figures", "figures", "Figures", "list of figures"), File: b.root + figureAddress(b.r.Code)}
	for n, i := range b.edition.Indicators {
		entry := Figure{Name: i.Name, Unit: i.Unit, About: i.About}
		for _, x := range atlas.Latest(b.r, i.Key) {
			entry.Now = append(entry.Now, b.value(i, x))
		}
		for _, x := range atlas.Earlier(b.r, i.Key) {
			entry.Before = append(entry.Before, b.value(i, x))
		}
		entry.Line, entry.Rank = line(i, b.r), b.rank(n)
		f.Figures = append(f.Figures, entry)
	}
	return f
}

func (b builder) value(i region.Indicator, f region.Figure) Value {
	v := Value{Text: f.Value.Format(i.Decimals), Part: f.Part, Year: "year not given", Remark: f.Remark, Cite: b.cite(f.Source)}
	if f.Year != 0 {
		v.Year = strconv.Itoa(f.Year)
	}
	if f.Status != "" && f.Status != "reported" {
		v.Status = f.Status
	}
	return v
}

// Evaluation is the section with the region's own ratings.
type Evaluation struct {
	Section
	Scale   []string // lowest first
	Ratings []Rating
	Groups  []RatingGroup
}

// RatingGroup is the levels a region has reached, or the needs it sees, on the
// same scale.
type RatingGroup struct {
	Title, Kind string
	Ratings     []Rating
}

// Rating is a question with its place on the scale.
type Rating struct {
	Question, Word, Kind string
	Steps                []bool // one for each step of the scale, true where the rating stands; nil when not reported
}

func (b builder) evaluation() Evaluation {
	e := Evaluation{Section: b.section("evaluation", "self-evaluation", "Self-evaluation", "list of ratings")}
	for _, step := range b.edition.Ratings {
		e.Scale = append(e.Scale, step.Name)
	}
	for _, q := range b.edition.Questions {
		e.Ratings = append(e.Ratings, b.rating(q))
	}
	for _, group := range []RatingGroup{{Title: "Levels reached", Kind: region.LevelReached}, {Title: "Needs seen", Kind: region.NeedSeen}} {
		for _, r := range e.Ratings {
			if r.Kind == group.Kind {
				group.Ratings = append(group.Ratings, r)
			}
		}
		if len(group.Ratings) > 0 {
			e.Groups = append(e.Groups, group)
		}
	}
	return e
}

func (b builder) rating(q region.Question) Rating {
	rating := Rating{Question: q.Name, Kind: q.Kind, Word: first(region.NotReported)}
	given := b.r.Evaluation[q.Key]
	for i, step := range b.edition.Ratings {
		if step.Key == given {
			rating.Word, rating.Steps = step.Name, make([]bool, len(b.edition.Ratings))
			rating.Steps[i] = true
		}
	}
	return rating
}
