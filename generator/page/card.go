package page

import (
	"sync"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/figure"
	"regional-atlas/generator/picture"
	"regional-atlas/generator/region"
)

// Card is the picture of a region that other sites show beside a link to its
// page. It draws itself: there is no layout for it.
type Card struct {
	base *picture.Base
	card picture.Card
}

// Encode draws the card as PNG.
func (c Card) Encode() ([]byte, error) { return c.base.Card(c.card) }

// cardWidth is the width of the maps behind cards, in viewBox units; a quarter
// of a pixel each.
const cardWidth = 2520

// cardGround is a country with its drawing for cards.
type cardGround struct {
	drawing *figure.Drawing
	base    *picture.Base
}

// cards lists the pictures of all regions, if the atlas wants them.
func (p *Planner) cards(yield func(Page) bool) bool {
	if !p.edition.Site.Pictures {
		return true
	}
	for _, e := range p.atlas.Regions() {
		if !yield(Page{pictureAddress(e.Code), "",
			func() any { return p.card(e) }}) {
			return false
		}
	}
	return true
}

// makeCardGrounds prepares the ground of every country for its first card.
func (p *setting) makeCardGrounds() map[string]func() cardGround {
	grounds := map[string]func() cardGround{}
	for _, c := range p.edition.Countries {
		grounds[c.Code] = sync.OnceValue(func() cardGround {
			const margin, units = .35, 8
			d := p.land.around(c.Code, margin, cardWidth, units)
			if d == nil {
				d = p.land.europe.Draw(figure.EuropeFrame(cardWidth), smallDetail)
			}
			frame := d.Frame()
			base, err := picture.NewBase(p.look.Colours, picture.Map{Width: frame.Width, Height: frame.Height(),
				Context: picture.Points(d.ContextRings()), Ground: picture.Points(d.GroundRings()), Borders: picture.Points(d.BorderLines())})
			if err != nil { // a frame has a size, and the fonts are built in
				panic(err)
			}
			return cardGround{d, base}
		})
	}
	return grounds
}

func (p *setting) card(r *region.Region) Card {
	ground := p.cardGrounds[r.Country()]()
	c := picture.Card{Overline: r.Code + " · " + p.edition.CountryNamed(r.Country()), Title: r.Name, Subtitle: nativeName(r).Text,
		Lines: p.cardLines(r), Site: p.edition.Site.Title, Credit: boundaries}
	code := r.ShapeCode()
	switch {
	case r.IsPoint():
		at := ground.drawing.Frame().Point(figure.Project(r.Shape.Lon, r.Shape.Lat))
		c.Mark = &picture.Point{X: at.X, Y: at.Y}
	case p.land.beyond(code):
		inset, _ := p.land.overseas.Inset(code, cardWidth, cardWidth)
		c.Inset = picture.Points(inset.Rings)
	default:
		c.Shape = picture.Points(ground.drawing.Rings(code))
		if at, drawn := ground.drawing.Centre(code); drawn {
			c.Mark = &picture.Point{X: at.X, Y: at.Y}
		}
	}
	return Card{ground.base, c}
}

// cardLines are the first facts of a region, at most four.
func (p *setting) cardLines(r *region.Region) []string {
	var lines []string
	for _, i := range p.edition.Indicators {
		if len(atlas.Latest(r, i.Key)) == 0 {
			continue
		}
		line := latestWords(i, r)
		if i.Unit == "" || i.Kind == region.Share {
			line = i.Label() + ": " + line
		}
		lines = append(lines, line)
	}
	return lines[:min(4, len(lines))]
}
