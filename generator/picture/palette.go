package picture

import (
	"image/color"
	"slices"

	"regional-atlas/generator/palette"
)

// levels is how many steps a pixel can be covered in. Few steps keep the
// palette, and with it the file, small.
const levels = 4

// most is how many colours a picture has at most.
const most = 32

// Colours are the colours of a card; all are opaque (alpha is not read).
type Colours struct {
	Paper, Ink, Soft, Accent, Line color.RGBA // the page: ground, text, lesser text, emphasis, rules
	Sea, Context, Ground           color.RGBA // the map: water, land around, land that the atlas covers
	Edge, Border                   color.RGBA // the map: borders between regions, between countries
}

// ColoursOf takes the colours of a card from those of the site, on light screens.
func ColoursOf(site palette.Palette) (Colours, error) {
	var c Colours
	for name, to := range map[string]*color.RGBA{
		"paper": &c.Paper, "ink": &c.Ink, "soft": &c.Soft, "accent": &c.Accent, "line": &c.Line,
		"sea": &c.Sea, "context": &c.Context, "ground": &c.Ground, "edge": &c.Edge,
		"border": &c.Border,
	} {
		found, err := site.Light(name)
		if err != nil {
			return Colours{}, err
		}
		*to = found
	}
	return c, nil
}

// An ink says what a colour makes of each colour of the palette at each level.
type ink [levels + 1][most]uint8

// inks are the palette and the colours to paint with.
type inks struct {
	palette                                                            color.Palette
	paper, ink, soft, accent, line, sea, context, ground, edge, border *ink
}

// mix chooses the palette, the colours themselves and what they make of each
// other where they meet, and prepares the inks.
func mix(c Colours) *inks {
	pure := []color.RGBA{c.Paper, c.Ink, c.Soft, c.Accent, c.Line, c.Sea, c.Context, c.Ground,
		c.Edge, c.Border}
	shades := slices.Clone(pure)
	for level := 1; level < levels; level++ {
		shades = append(shades, blend(c.Ink, c.Paper, level), blend(c.Soft, c.Paper, level),
			blend(c.Accent, c.Paper, level))
	}
	const half = levels / 2 // one shade between two colours is enough for the map
	for _, under := range []color.RGBA{c.Sea, c.Context, c.Ground} {
		shades = append(shades, blend(c.Accent, under, half), blend(c.Border, under, half),
			blend(c.Paper, under, half))
	}
	shades = append(shades, blend(c.Ground, c.Sea, half), blend(c.Context, c.Sea, half),
		blend(c.Edge, c.Ground, half))
	p := &inks{}
	for _, shade := range shades {
		if shade.A = 255; len(p.palette) < most && !slices.Contains(p.palette, color.Color(shade)) {
			p.palette = append(p.palette, shade)
		}
	}
	for i, to := range []**ink{&p.paper, &p.ink, &p.soft, &p.accent, &p.line, &p.sea, &p.context,
		&p.ground, &p.edge, &p.border} {
		*to = p.over(pure[i])
	}
	return p
}

func (p *inks) over(top color.RGBA) *ink {
	var table ink
	for level := range table {
		for i, under := range p.palette {
			table[level][i] = uint8(p.nearest(blend(top, under.(color.RGBA), level)))
		}
	}
	return &table
}

// nearest is the colour of the palette that is most like another, the first of equals.
func (p *inks) nearest(c color.RGBA) int {
	best, least := 0, 1<<30
	for i, each := range p.palette {
		e := each.(color.RGBA)
		r, g, b := int(e.R)-int(c.R), int(e.G)-int(c.G), int(e.B)-int(c.B)
		// The eye sees green best and blue least.
		if d := 3*r*r + 6*g*g + b*b; d < least {
			best, least = i, d
		}
	}
	return best
}

func blend(top, under color.RGBA, level int) color.RGBA {
	part := func(t, u uint8) uint8 {
		return uint8((int(t)*level + int(u)*(levels-level) + levels/2) / levels)
	}
	return color.RGBA{part(top.R, under.R), part(top.G, under.G), part(top.B, under.B), 255}
}
