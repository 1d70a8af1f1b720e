// Package socialcard prints the pictures that other sites and messengers show beside
// a link: one for each region, with its name, its first figures, and where it lies;
// and one of the atlas for all other pages, with all its regions.
package socialcard

import (
	"io"
	"slices"
	"sync"

	"regional-atlas/generator/carto"
	"regional-atlas/generator/geometry"
	"regional-atlas/generator/output"
	"regional-atlas/generator/phrase"
	"regional-atlas/generator/picture"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
)

// Card is one picture. It draws itself: there is no layout for it.
type Card struct {
	base *picture.Base
	card picture.Card
}

// Encode draws the card as PNG.
func (c Card) Encode(to io.Writer) error { return c.base.Card(to, c.card) }

// mapWidth is the width of the maps behind cards, in viewBox units; a quarter of a
// pixel each.
const mapWidth = 2520

// Cards draws the cards of an atlas.
type Cards struct {
	atlas   *profile.Atlas
	words   *words.Language
	base    *carto.Basemap
	colours picture.Colours
	credit  string
	grounds map[string]func() ground // by country
}

// ground is a country with its drawing for cards.
type ground struct {
	drawing *geometry.Drawing
	base    *picture.Base
}

// New prepares the cards of an atlas; credit names the makers of the map.
func New(a *profile.Atlas, base *carto.Basemap, w *words.Language, colours picture.Colours,
	credit string) *Cards {
	c := &Cards{
		atlas:   a,
		words:   w,
		base:    base,
		colours: colours,
		credit:  credit,
		grounds: map[string]func() ground{},
	}
	for _, country := range a.Edition().Countries {
		c.grounds[country.Code] = sync.OnceValue(func() ground { return c.newGround(country.Code) })
	}
	return c
}

// Files lists the cards of the atlas and of all regions, if it wants them.
func (c *Cards) Files() output.Files {
	return func(yield func(output.File) bool) {
		if !c.atlas.Edition().Site.Pictures {
			return
		}
		if !yield(
			output.File{Address: output.AtlasCard, Content: func() any { return c.whole() }},
		) {
			return
		}
		for _, r := range c.atlas.Regions() {
			if !yield(
				output.File{
					Address: output.SocialCard(r.Code),
					Content: func() any { return c.Card(r) },
				},
			) {
				return
			}
		}
	}
}

func (c *Cards) newGround(country string) ground {
	const margin, units = .35, 8
	d := c.base.Around(country, margin, 1, mapWidth, units)
	if d == nil {
		d = c.base.Europe(mapWidth)
	}
	return c.groundOf(d)
}

// whole is the card of the atlas: every region on the map of Europe.
func (c *Cards) whole() Card {
	ground := c.groundOf(c.base.Europe(mapWidth))
	site, sums, regions := c.atlas.Edition().Site, c.atlas.Sums(), c.atlas.Regions()
	card := picture.Card{Title: site.Title, Credit: c.credit}
	if site.Short != "" {
		card.Site = site.Short
	}
	for _, r := range regions {
		if !r.IsCountry() && !r.IsPoint() && !c.base.IsBeyond(r.ShapeCode()) {
			card.Shape = append(card.Shape, ground.drawing.Rings(r.ShapeCode())...)
		}
	}
	add := func(n int, key string) {
		if n > 0 {
			card.Lines = append(
				card.Lines,
				c.words.Say("card.count", "n", n, "noun", c.words.Say("headline."+key, "n", n)),
			)
		}
	}
	add(profile.CountRegions(regions), "regions")
	add(len(c.atlas.Countries()), "countries")
	add(sums.Initiatives, "initiatives")
	add(sums.Organisations, "organisations")
	return Card{ground.base, card}
}

func (c *Cards) groundOf(d *geometry.Drawing) ground {
	frame := d.Frame()
	base, err := picture.NewBase(c.colours, picture.Map{
		Width:   frame.Width,
		Height:  frame.Height(),
		Context: d.ContextRings(),
		Ground:  d.GroundRings(),
		Borders: d.BorderLines(),
	})
	if err != nil { // a frame has a size, and the fonts are built in
		panic(err)
	}
	return ground{d, base}
}

// Card is the card of one region.
func (c *Cards) Card(r *profile.Region) Card {
	ground := c.grounds[r.Country.Code]()
	card := picture.Card{
		Overline: r.Code + " · " + r.Country.Name,
		Title:    r.Name,
		Subtitle: nativeName(r),
		Lines:    c.lines(r),
		Site:     c.atlas.Edition().Site.Title,
		Credit:   c.credit,
	}
	code := r.ShapeCode()
	switch {
	case r.IsPoint():
		at := ground.drawing.Frame().Point(geometry.Project(r.Shape.Lon, r.Shape.Lat))
		card.Mark = &at
	case c.base.IsBeyond(code):
		inset, _ := c.base.Inset(code, mapWidth)
		card.Inset = inset.Rings
	default:
		card.Shape = ground.drawing.Rings(code)
		if at, drawn := ground.drawing.Centre(code); drawn {
			card.Mark = &at
		}
	}
	return Card{ground.base, card}
}

func nativeName(r *profile.Region) string {
	if len(r.Names) == 0 || r.Names[0].Name == r.Name {
		return ""
	}
	return r.Names[0].Name
}

// lines are the first facts of a region, at most four: the main ones before others.
func (c *Cards) lines(r *profile.Region) []string {
	const most = 4
	var lines []string
	main := c.atlas.Edition().MainIndicators()
	order := slices.Clone(main)
	for i := range r.Figures {
		if !slices.Contains(main, i) {
			order = append(order, i)
		}
	}
	for _, i := range order {
		f := &r.Figures[i]
		if !f.IsReported() || len(lines) == most {
			continue
		}
		line := phrase.Figure(c.words, f)
		if f.Indicator.Unit == "" || f.Indicator.Kind == region.Share || !slices.Contains(main, i) {
			line = c.words.Say("card.line", "indicator", f.Indicator.Label(), "value", line)
		}
		lines = append(lines, line)
	}
	return lines
}
