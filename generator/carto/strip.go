package carto

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"regional-atlas/generator/geometry"
	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// The sizes of a strip plot in viewBox units.
const (
	stripWidth = 200
	dotSize    = 5
	axisHeight = 18
	labelWidth = 7   // of one character of a tick
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
	Up     int    // how far its label stands above the lowest, 0 for the lowest
}

// Ranking is the place of one region among those that report an indicator.
type Ranking struct {
	Strip Strip
	File  string // address of the strip
	Mark  *Mark  // the region on it
	Words string // its place in words
	Brief string // its place in figures: 3 of 32
	Band  *Band  // nil where Europe is not known
}

// Band is where the middle half of the regions of Europe of the same level lies on a
// strip, with the value in the middle.
type Band struct {
	From, Middle, To int
	Height           int
}

// strip is a strip plot with the place of every region on it.
type strip struct {
	*Strip        // nil when nobody reports a value
	marks  []Mark // by place of the region in the atlas
	scale  geometry.Scale
}

// makeStrips draws a strip for every indicator.
func (c *Charts) makeStrips() []strip {
	indicators := c.atlas.Edition().Indicators
	strips := make([]strip, len(indicators))
	for n := range indicators {
		strips[n] = c.newStrip(&indicators[n], c.atlas.Orders(n))
	}
	return strips
}

func (c *Charts) newStrip(i *region.Indicator, values []float64) strip {
	s := strip{marks: make([]Mark, len(values))}
	scale, any := geometry.ScaleOf(values, isWideSpread(i, values))
	if !any {
		return s
	}
	if i.Kind == region.Class {
		scale = geometry.Scale{Low: 1, High: float64(mostGroups(i))}
	}
	s.scale = scale
	if dots := geometry.DotsOf(values, scale, stripWidth, dotSize); len(dots) > mostDots {
		ticks := c.ticks(i, scale)
		s.Strip = &Strip{Title: i.Name, Width: stripWidth, Height: barHeight + lineOf(ticks),
			Axis: barHeight + 1, Ticks: ticks, Bars: s.bars(dots)}
		return s
	}
	plot := geometry.StripOf(values, scale, stripWidth, dotSize)
	ticks := c.ticks(i, scale)
	s.Strip = &Strip{Title: i.Name, Width: plot.Width, Height: plot.Height + lineOf(ticks),
		Axis: plot.Height + 2, Ticks: ticks}
	for _, d := range plot.Dots {
		mark := Mark{X: d.Point.X, Y: d.Point.Y, R: dotSize / 2}
		s.Dots = append(s.Dots, mark)
		s.marks[d.Index] = mark
	}
	return s
}

// bars stands the dots of each place on the scale for one bar, and returns their
// path.
func (s *strip) bars(dots []geometry.Dot) string {
	counts, most := make([]int, stripWidth/dotSize), 1
	for _, d := range dots {
		bin := min(d.Point.X/dotSize, len(counts)-1)
		counts[bin]++
		most = max(most, counts[bin])
		s.marks[d.Index] = Mark{X: d.Point.X, Y: barHeight - dotSize/2, R: dotSize / 2}
	}
	var path strings.Builder
	for bin, n := range counts {
		if n > 0 {
			high := max(1, n*barHeight/most)
			fmt.Fprintf(&path, "M%d %dh%dv%dh-%dz", bin*dotSize, barHeight-high, dotSize-1, high, dotSize-1)
		}
	}
	return path.String()
}

func mostGroups(i *region.Indicator) int {
	most := 2
	for _, s := range i.Scales {
		most = max(most, len(s.Groups))
	}
	return most
}

// isWideSpread asks for a scale by powers of ten where values differ so much that
// most would lie on one spot.
func isWideSpread(i *region.Indicator, values []float64) bool {
	const spread = 50
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if !math.IsNaN(v) {
			low, high = min(low, v), max(high, v)
		}
	}
	return (i.Kind == region.Ratio || i.Kind == region.Total) && low > 0 && high > low*spread
}

func (c *Charts) ticks(i *region.Indicator, scale geometry.Scale) []Tick {
	if i.Kind == region.Class {
		return classTicks(groupLabels(c.words, i), scale)
	}
	values := scale.Ticks()
	for _, every := range steps(scale.Log, len(values)) {
		if list, fits := c.everyTick(values, every, scale); fits {
			return list
		}
	}
	return nil
}

// classTicks names the classes below the middles of their dots, in two lines by turns
// where one has no room for all; of classes that have no room in two, the ends alone.
func classTicks(groups []string, scale geometry.Scale) []Tick {
	n := len(groups)
	if n == 0 {
		return nil
	}
	for rows := 1; rows <= 2; rows++ {
		if list := classRows(groups, scale, rows); list != nil {
			return list
		}
	}
	return []Tick{{dotSize / 2, groups[n-1], "start", 0},
		{stripWidth - dotSize/2, groups[0], "end", 0}}
}

// classRows names all classes in so many lines, each in that where it must move least;
// nil when one would have to move away from its dots.
func classRows(groups []string, scale geometry.Scale, rows int) []Tick {
	n, free := len(groups), make([]int, rows)
	var list []Tick
	for g := n - 1; g >= 0; g-- { // from the lowest
		middle := scale.High - (float64(g)+.5)*scale.High/float64(n) + .5
		tick, from, width := labelled(groups[g], positionOn(scale, middle))
		row, moved := 0, math.MaxInt
		for i := range free {
			if need := max(0, free[i]-from); need < moved {
				row, moved = i, need
			}
		}
		if moved > stripWidth/n/3 || from+moved+width > stripWidth {
			return nil
		}
		tick.X, tick.Up = tick.X+moved, (rows-1-row)*axisHeight
		free[row] = from + moved + width + labelWidth
		list = append(list, tick)
	}
	return list
}

// labelled is a tick whose label stays inside the strip, with where it begins and how
// wide it is.
func labelled(label string, x int) (t Tick, from, width int) {
	t, width = Tick{X: x, Label: label, Anchor: "middle"}, labelWidth*utf8.RuneCountInString(label)
	switch from = x - width/2; {
	case from < 0:
		t.X, t.Anchor, from = dotSize/2, "start", 0
	case from+width > stripWidth:
		t.X, t.Anchor, from = stripWidth-dotSize/2, "end", stripWidth-width
	}
	return t, from, width
}

// lineOf is how high the lines of labels are.
func lineOf(ticks []Tick) int {
	up := 0
	for _, t := range ticks {
		up = max(up, t.Up)
	}
	return axisHeight + up
}

// steps are the ways to leave ticks out, evenly: 1, 2 and 5 times the powers of ten are
// thinned to one of the three.
func steps(log bool, ticks int) []int {
	list := []int{1}
	for every := 2; every <= ticks; every++ {
		if !log || every%3 == 0 {
			list = append(list, every)
		}
	}
	return list
}

// everyTick labels one of so many values on a scale, from the first; false where labels
// would touch.
func (c *Charts) everyTick(values []float64, every int, scale geometry.Scale) (
	list []Tick, fits bool,
) {
	free := 0 // where the next label may begin
	for n := 0; n < len(values); n += every {
		x := positionOn(scale, values[n])
		tick := Tick{X: x, Label: c.words.Number(values[n], 0), Anchor: "middle"}
		width := labelWidth * utf8.RuneCountInString(tick.Label)
		from := tick.X - width/2
		switch {
		case from < 0:
			tick.Anchor, from = "start", tick.X
		case from+width > stripWidth:
			tick.Anchor, from = "end", tick.X-width
		}
		if from < free {
			return nil, false
		}
		list = append(list, tick)
		free = from + width + labelWidth
	}
	return list, true
}

// positionOn is where a value stands on a strip.
func positionOn(scale geometry.Scale, v float64) int {
	return dotSize/2 + int(math.Round(scale.Position(v)*(stripWidth-dotSize)))
}

// band is where the regions of Europe lie that a region is placed among; nil where that is
// not known.
func (c *Charts) band(s *strip, r *profile.Region, f *profile.Figure) *Band {
	if r.IsCountry() || f.Indicator.Kind == region.Class || len(f.Latest) != 1 {
		return nil
	}
	q, known := c.europe.Quartiles(f.Indicator.Key, r.Level, f.Latest[0].Year)
	if !known {
		return nil
	}
	return &Band{positionOn(s.scale, q[0]), positionOn(s.scale, q[1]), positionOn(s.scale, q[2]),
		s.Axis}
}

// Ranking places a region among the others on the indicator with a number; nil
// when it reports nothing. root is the way up to the folder of the site.
func (c *Charts) Ranking(root string, r *profile.Region, indicator int) *Ranking {
	s, rank := c.strips()[indicator], r.Figures[indicator].Rank
	if s.Strip == nil || rank.Place == 0 {
		return nil
	}
	i := r.Figures[indicator].Indicator
	return &Ranking{Strip: *s.Strip, File: root + output.Strip(i.Key), Mark: &s.marks[r.Place],
		Words: c.rankWords(i, rank), Band: c.band(&s, r, &r.Figures[indicator]),
		Brief: c.words.Say("rank.brief", "place", rank.Place, "of", rank.Of)}
}

func (c *Charts) rankWords(i *region.Indicator, r profile.Rank) string {
	key := "rank"
	if i.Kind == region.Class {
		key = "rank.class"
	}
	if r.Ties > 0 {
		key += ".shared"
	}
	return c.words.Say(key, "place", r.Place, "of", r.Of, "ties", r.Ties)
}

// Sparkline draws a series of at least two years; nil for classes and single
// values.
func Sparkline(f *profile.Figure) *geometry.Line {
	var samples []geometry.Sample
	for _, v := range f.Series {
		samples = append(samples, geometry.Sample{When: float64(v.Year), Value: v.Number})
	}
	const width, height, padding = 72, 22, 3
	line, drawn := geometry.LineOf(samples, width, height, padding)
	if !drawn || f.Indicator.Kind == region.Class {
		return nil
	}
	return &line
}

// StripFile is the address and the size of the strip of the indicator with a number;
// "" when nobody reports it.
func (c *Charts) StripFile(indicator int) (file string, width, height int) {
	s := c.strips()[indicator]
	if s.Strip == nil {
		return "", 0, 0
	}
	return output.Strip(c.atlas.Edition().Indicators[indicator].Key), s.Width, s.Height
}

// stripFiles lists the strips of all indicators.
func (c *Charts) stripFiles() output.Files {
	return func(yield func(output.File) bool) {
		for n, i := range c.atlas.Edition().Indicators {
			s := c.strips()[n].Strip
			if s != nil && !yield(output.File{Address: output.Strip(i.Key), Layout: "strip.svg",
				Content: func() any { return *s }}) {
				return
			}
		}
	}
}
