package carto

import (
	"regional-atlas/generator/output"
	"regional-atlas/generator/phrase"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// FigureSheet is the figures of one region as a file of its own.
type FigureSheet struct {
	Title, Credit string
	Width, Height int
	Strips        []SheetStrip
	Signature     Signature
	SignatureY    int
	Answers       []Glyph // legend of the signature
	RatingsY      int
	Scale         []Tick
	Ratings       []SheetRating
	CreditY       int
}

// SheetStrip is one strip with its place on the sheet.
type SheetStrip struct {
	Ranking
	Y           int
	Name, Value string
}

// Glyph is the mark of one answer with its place on the sheet.
type Glyph struct {
	Path, Label string
	X, Y        int
}

// SheetRating is one rating with its place on the sheet.
type SheetRating struct {
	Question, Word string
	Kind           string // level or need
	Y, X           int    // X is 0 when not reported
}

// FigureSheet lays the figures of a region out one below the other.
func (c *Charts) FigureSheet(r *profile.Region) FigureSheet {
	const margin, head, gap = 20, 60, 34
	s := FigureSheet{Title: c.words.Say("region.coded", "region", r.Name, "code", r.Code), Width: 760,
		Credit: c.atlas.Edition().Site.Title}
	y := head
	for _, n := range c.atlas.Edition().MainIndicators() {
		f := &r.Figures[n]
		row := SheetStrip{Y: y + gap, Name: f.Indicator.Name, Value: phrase.Figure(c.words, f)}
		if rank := c.Ranking("", r, n); rank != nil {
			row.Ranking = *rank
		}
		s.Strips = append(s.Strips, row)
		y += gap + max(row.Strip.Height*3/2, 3*axisHeight)
	}
	s.Signature, s.SignatureY = c.Signature(r), y+2*gap
	y = s.SignatureY + gap
	for n, status := range region.Statuses() {
		s.Answers = append(
			s.Answers,
			Glyph{glyph(status.Key, 0), c.words.Say("status." + status.Key), margin + n%4*180, y + n/4*20},
		)
	}
	y += 2*20 + gap
	s.RatingsY = y
	y = c.sheetRatings(r, &s, y)
	s.CreditY = y + gap
	s.Height = s.CreditY + margin
	return s
}

func (c *Charts) sheetRatings(r *profile.Region, s *FigureSheet, y int) int {
	const from, step, row = 470, 55, 24
	scale := c.atlas.Edition().Ratings
	for n, rating := range scale {
		s.Scale = append(s.Scale, Tick{X: from + n*step, Label: rating.Name, Anchor: "middle"})
	}
	for _, rating := range r.Evaluation {
		y += row
		out := SheetRating{Question: rating.Question.Name, Kind: rating.Question.Kind, Y: y,
			Word: c.words.Say("legend.not-reported")}
		if rating.IsReported() {
			out.Word, out.X = scale[rating.Step].Name, from+rating.Step*step
		}
		s.Ratings = append(s.Ratings, out)
	}
	return y
}

// figureSheets lists the figures of every region as files.
func (c *Charts) figureSheets() output.Files {
	return func(yield func(output.File) bool) {
		for _, r := range c.atlas.Regions() {
			if !yield(output.File{Address: output.FigureSheet(r.Code), Layout: "figures.svg",
				Content: func() any { return c.FigureSheet(r) }}) {
				return
			}
		}
	}
}
