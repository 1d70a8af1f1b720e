package page

import (
	"slices"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/digest"
	"regional-atlas/generator/figure"
	"regional-atlas/generator/region"
)

// around is what the pages of one region take from the other regions. All else
// on them comes from the region itself and from the setting.
type around struct {
	before, after      *region.Card // in the order of codes; nil at the ends
	bordering, country []region.Card
	ranks              []ranked // in the order of the indicators
}

// ranked is the place of a region among those that report an indicator.
type ranked struct {
	figure.Rank
	Strip *Strip     // nil when nobody reports a value
	Mark  Mark       // the region on it
	print digest.Sum // of the strip
}

// subject is all that the pages of one region depend on beside the setting.
type subject struct {
	region digest.Sum
	around around
}

func (p *Planner) around(e *atlas.Entry) around {
	before, after := p.atlas.Around(e.Code)
	return around{cardOf(before), cardOf(after), fewCards(e, p.atlas.Neighbours(e.Code, few)), fewCards(e, p.atlas.InCountry(e.Country())), p.ranks(e)}
}

func (p *Planner) ranks(e *atlas.Entry) []ranked {
	at := p.atlas.Place(e.Code)
	ranks := make([]ranked, len(p.ranking()))
	for n, l := range p.ranking() {
		if l.strip != nil {
			ranks[n] = ranked{l.ranks[at], l.strip, l.marks[at], l.print}
		}
	}
	return ranks
}

// subjectOf is the key of a page of a region. Strips are long, and named by
// their sums.
func subjectOf(e *atlas.Entry, near around) subject {
	near.ranks = slices.Clone(near.ranks)
	for i := range near.ranks {
		near.ranks[i].Strip = nil
	}
	return subject{e.Sum(), near}
}

func cardOf(e *atlas.Entry) *region.Card {
	if e == nil {
		return nil
	}
	return &e.Card
}

// few is how many other regions a reader takes in; the page of the country has
// them all.
const few = 24

func fewCards(e *atlas.Entry, others []*atlas.Entry) []region.Card {
	var cards []region.Card
	for _, other := range others {
		if len(cards) == few {
			break
		}
		if other != e {
			cards = append(cards, other.Card)
		}
	}
	return cards
}

func cardsOf(regions []*region.Region) []region.Card {
	cards := make([]region.Card, len(regions))
	for i, r := range regions {
		cards[i] = r.Card()
	}
	return cards
}
