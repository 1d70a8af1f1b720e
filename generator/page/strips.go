package page

import (
	"fmt"
	"math"
	"strings"
	"sync"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/figure"
	"regional-atlas/generator/region"
)

// The sizes of a strip plot in viewBox units.
const (
	stripWidth = 200
	dotSize    = 5
	axisHeight = 13
	labelWidth = 5   // of one character of a tick
	mostDots   = 120 // beyond it bars take their place
	barHeight  = 36
)

// Strip is every region's value of one indicator on one scale. It is a file
// that pages share; a page marks its own region on it.
type Strip struct {
	Title         string
	Width, Height int
	Dots          []Mark
	Bars          string // path of bars instead of dots, where there are too many to tell apart
	Axis          int    // height of the scale's line
	Ticks         []Tick
}

// Tick is a value on a scale.
type Tick struct {
	X      int
	Label  string
	Anchor string // start, middle or end: labels at the ends stay inside
}

// Rank is the place of one region among those that report an indicator.
type Rank struct {
	Strip Strip
	File  string // address of the strip
	Mark  *Mark  // the region on it
	Words string // its place in words
}

// ladder is an indicator with the values of all regions.
type ladder struct {
	strip *Strip        // nil when nobody reports a value
	ranks []figure.Rank // by place of the region in the atlas
	marks []Mark
}

// ladders prepares a strip for every indicator when the first page asks.
func (p *Planner) ladders() func() []ladder {
	return sync.OnceValue(func() []ladder {
		values := make([][]float64, len(p.edition.Indicators))
		for n := range values {
			values[n] = make([]float64, len(p.atlas.Regions()))
		}
		for at, r := range p.atlas.Regions() {
			for n, i := range p.edition.Indicators {
				values[n][at] = standingValue(i, r)
			}
		}
		ladders := make([]ladder, len(values))
		for n, i := range p.edition.Indicators {
			ladders[n] = newLadder(i, values[n])
		}
		return ladders
	})
}

func newLadder(i region.Indicator, values []float64) ladder {
	l := ladder{ranks: figure.Ranks(values, true), marks: make([]Mark, len(values))}
	scale, any := figure.ScaleOf(values, wideSpread(i, values))
	if !any {
		return l
	}
	if i.Kind == region.Class {
		scale = figure.Scale{Low: 1, High: float64(mostGroups(i))}
	}
	if dots := figure.DotsOf(values, scale, stripWidth, dotSize); len(dots) > mostDots {
		l.bars(i, dots, scale)
		return l
	}
	plot := figure.StripOf(values, scale, stripWidth, dotSize)
	l.strip = &Strip{Title: i.Name, Width: plot.Width, Height: plot.Height + axisHeight, Axis: plot.Height + 2, Ticks: ticks(i, scale)}
	for _, d := range plot.Dots {
		mark := Mark{d.Point.X, d.Point.Y, dotSize / 2}
		l.strip.Dots = append(l.strip.Dots, mark)
		l.marks[d.Index] = mark
	}
	return l
}

// bars stands the dots of each place on the scale for one bar.
func (l *ladder) bars(i region.Indicator, dots []figure.Dot, scale figure.Scale) {
	counts, most := make([]int, stripWidth/dotSize), 1
	for _, d := range dots {
		bin := min(d.Point.X/dotSize, len(counts)-1)
		counts[bin]++
		most = max(most, counts[bin])
		l.marks[d.Index] = Mark{d.Point.X, barHeight - dotSize/2, dotSize / 2}
	}
	var path strings.Builder
	for bin, n := range counts {
		if n > 0 {
			high := max(1, n*barHeight/most)
			fmt.Fprintf(&path, "M%d %dh%dv%dh-%dz", bin*dotSize, barHeight-high, dotSize-1, high, dotSize-1)
		}
	}
	l.strip = &Strip{Title: i.Name, Width: stripWidth, Height: barHeight + axisHeight, Axis: barHeight + 1, Ticks: ticks(i, scale), Bars: path.String()}
}

// standingValue is the value that ranks a region: a number, or for a class its
// place from the lowest; NaN when not reported or when its parts differ.
func standingValue(i region.Indicator, r *region.Region) float64 {
	if i.Kind != region.Class {
		return numberOf(r, i.Key)
	}
	latest := atlas.Latest(r, i.Key)
	if len(latest) != 1 {
		return math.NaN()
	}
	return float64(classOrder(i, latest[0]))
}

func mostGroups(i region.Indicator) int {
	most := 2
	for _, s := range i.Scales {
		most = max(most, len(s.Groups))
	}
	return most
}

// wideSpread asks for a scale by powers of ten where values differ so much that
// most would lie on one spot.
func wideSpread(i region.Indicator, values []float64) bool {
	const spread = 50
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if !math.IsNaN(v) {
			low, high = min(low, v), max(high, v)
		}
	}
	return (i.Kind == region.Ratio || i.Kind == region.Total) && low > 0 && high > low*spread
}

func ticks(i region.Indicator, scale figure.Scale) []Tick {
	if i.Kind == region.Class {
		groups := groupLabels(i)
		if len(groups) == 0 {
			return nil
		}
		return []Tick{{dotSize / 2, groups[len(groups)-1], "start"}, {stripWidth - dotSize/2, groups[0], "end"}}
	}
	var list []Tick
	free := 0 // where the next label may begin
	for _, v := range scale.Ticks() {
		tick := Tick{dotSize/2 + int(math.Round(scale.Position(v)*(stripWidth-dotSize))), region.Grouped(v, 0), "middle"}
		width := labelWidth * len(tick.Label)
		from := tick.X - width/2
		switch {
		case from < 0:
			tick.Anchor, from = "start", tick.X
		case from+width > stripWidth:
			tick.Anchor, from = "end", tick.X-width
		}
		if from >= free {
			list = append(list, tick)
			free = from + width + labelWidth
		}
	}
	return list
}

// rank places a region among the others on the indicator with a number; nil
// when it reports nothing.
func (b builder) rank(number int) *Rank {
	i, x := b.edition.Indicators[number], b.near.ranks[number]
	if x.Strip == nil || x.Place == 0 {
		return nil
	}
	return &Rank{Strip: *x.Strip, File: b.root + stripAddress(i.Key), Mark: &x.Mark, Words: rankWords(i, x.Rank)}
}

func rankWords(i region.Indicator, r figure.Rank) string {
	order := "highest first"
	if i.Kind == region.Class {
		order = "best first, editions of different years together"
	}
	words := fmt.Sprintf("Place %d of %d, %s", r.Place, r.Of, order)
	if r.Ties > 0 {
		words += ", shared with " + count(r.Ties, "other", "others")
	}
	return words
}

// line draws a series of at least two years; nil for classes and single values.
func line(i region.Indicator, r *region.Region) *figure.Line {
	var samples []figure.Sample
	for _, f := range r.Figures[i.Key] {
		if f.Value.Given && f.Value.Word == "" && f.Year != 0 && f.Part == "" {
			samples = append(samples, figure.Sample{When: float64(f.Year), Value: f.Value.Number})
		}
	}
	const width, height, padding = 72, 22, 3
	l, drawn := figure.LineOf(samples, width, height, padding)
	if !drawn || i.Kind == region.Class {
		return nil
	}
	return &l
}

// stripFiles lists the strips of all indicators.
func (p *Planner) stripFiles(yield func(Page) bool) bool {
	var pages []Page
	for n, i := range p.edition.Indicators {
		if strip := p.ranking()[n].strip; strip != nil {
			pages = append(pages, Page{stripAddress(i.Key), "strip.svg", func() any { return *strip }})
		}
	}
	return all(yield, pages)
}
