package page

import "regional-atlas/generator/region"

// FigureSheet is the figures of one region as a file of its own.
type FigureSheet struct {
	Title, Credit string
	Width, Height int
	Strips        []SheetStrip
	Signature     Signature
	SignatureY    int
	Answers       []LegendRow // legend of the signature
	RatingsY      int
	Scale         []Tick
	Ratings       []SheetRating
	CreditY       int
}

// SheetStrip is one strip with its place on the sheet.
type SheetStrip struct {
	Rank
	Y           int
	Name, Value string
}

// SheetRating is one rating with its place on the sheet.
type SheetRating struct {
	Rating
	Y, X int // X is 0 when not reported
}

// sheet lays the figures of a region out one below the other.
func (p *setting) figureSheet(r *region.Region, near around) FigureSheet {
	const margin, head, gap = 20, 60, 34
	b := builder{p, r, near, ""}
	s := FigureSheet{Title: r.Name + " (" + r.Code + ")", Width: 760, Credit: p.edition.Site.Title}
	y := head
	for n, i := range p.edition.Indicators {
		row := SheetStrip{Y: y + gap, Name: i.Name, Value: latestWords(i, r)}
		if rank := b.rank(n); rank != nil {
			row.Rank = *rank
		}
		s.Strips = append(s.Strips, row)
		y += gap + max(row.Strip.Height*3/2, 3*axisHeight)
	}
	s.Signature, s.SignatureY = p.signature(r), y+2*gap
	y = s.SignatureY + gap
	for n, status := range region.Statuses() {
		s.Answers = append(s.Answers, LegendRow{LegendEntry{Class: glyph(status.Key, 0), Label: status.Name}, margin + n%4*180, y + n/4*20})
	}
	y += 2*20 + gap
	s.RatingsY = y
	y = p.sheetRatings(b, &s, y)
	s.CreditY = y + gap
	s.Height = s.CreditY + margin
	return s
}

func (p *setting) sheetRatings(b builder, s *FigureSheet, y int) int {
	const from, step, row = 470, 55, 24
	for n, rating := range p.edition.Ratings {
		s.Scale = append(s.Scale, Tick{from + n*step, rating.Name, "middle"})
	}
	for _, rating := range b.evaluation().Ratings {
		y += row
		out := SheetRating{Rating: rating, Y: y}
		for n, on := range rating.Steps {
			if on {
				out.X = from + n*step
			}
		}
		s.Ratings = append(s.Ratings, out)
	}
	return y
}

// figureFiles lists the figures of every region as files.
func (p *Planner) figureFiles(yield func(Page) bool) bool {
	for _, e := range p.atlas.Regions() {
		if !yield(Page{figureAddress(e.Code), "figures.svg",
			func() any { return p.figureSheet(e, around{ranks: p.ranks(e)}) }}) {
			return false
		}
	}
	return true
}
