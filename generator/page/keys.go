package page

import (
	"slices"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/digest"
)

// rows is all that a page of a list depends on beside the setting: where it
// stands in the list, the regions on it, and what it says of the others.
type rows struct {
	base     string // address of the first page of the list
	from, to int
	pager    Pager // with codes instead of names
	sums     []byte
	others   []any
}

func listed(x part, entries []*atlas.Entry, others ...any) rows {
	key := rows{base: x.base, from: x.from, to: x.to, sums: sumsOf(entries), others: others}
	if pager := x.pager(func(code string) string { return code }); pager != nil {
		key.pager = *pager
	}
	return key
}

// sumsOf are the sums of regions, one after the other.
func sumsOf(entries []*atlas.Entry) []byte {
	sums := make([]byte, 0, len(entries)*len(digest.Sum{}))
	for _, e := range entries {
		sum := e.Sum()
		sums = append(sums, sum[:]...)
	}
	return sums
}

// mapKey is what a map of Europe depends on that tells of some regions: all
// there are, or in a large atlas how many of them each country has.
func (p *Planner) mapKey(entries []*atlas.Entry) any {
	if !p.crowded {
		return sumsOf(p.atlas.Entries())
	}
	return []any{cardsOf(p.drawn), countries(entries)}
}

// firstMap is mapKey for the first page of a list, which has the map.
func (p *Planner) firstMap(x part, entries []*atlas.Entry) any {
	if x.number > 0 {
		return nil
	}
	return p.mapKey(entries)
}

// countries counts regions by country.
func countries(entries []*atlas.Entry) map[string]int {
	counts := map[string]int{}
	for _, e := range entries {
		counts[e.Country()]++
	}
	return counts
}

func (p *Planner) indexKey() any {
	if p.large() {
		return []any{p.headlines(), p.mapKey(p.atlas.Entries()), p.countryEntries()}
	}
	return []any{p.headlines(), sumsOf(p.atlas.Entries())}
}

func (p *Planner) topicMatrixKey(x part) any {
	var covering []int
	for _, t := range p.edition.Topics {
		covering = append(covering, len(p.atlas.Covering(t.Key)))
	}
	return listed(x, cut(x, 0, p.atlas.Entries()), covering)
}

func (p *Planner) evaluationMatrixKey(x part) any {
	return listed(x, cut(x, 0, p.atlas.Entries()), p.ratings())
}

func (p *Planner) gapsKey(x part) any {
	return listed(x, cut(x, 0, p.atlas.Entries()), p.coverage(), p.atlas.Newest())
}

func (p *Planner) membershipMatrixKey(x part) any {
	var members []int
	for _, n := range p.edition.Networks {
		members = append(members, p.atlas.Members(n.Key))
	}
	return listed(x, cut(x, 0, p.atlas.Entries()), members)
}

func (p *Planner) networkKey(n string, answers []string, x part) any {
	var entries []*atlas.Entry
	var counts []int
	offset := 0
	for _, answer := range answers {
		all := p.atlas.Answering(n, answer)
		entries = append(entries, cut(x, offset, all)...)
		counts = append(counts, len(all))
		offset += len(all)
	}
	return listed(x, entries, counts, len(p.atlas.Entries()), p.firstMap(x, p.members(n)))
}

func (p *Planner) topicKey(topic string, x part) any {
	list := p.atlas.Covering(topic)
	return listed(x, cut(x, 0, list), p.firstMap(x, list))
}

func (p *Planner) codeKey(use codeUse, used []string, x part) any {
	entries := slices.Concat(cut(x, 0, use.direct), cut(x, len(use.direct), use.within))
	return listed(x, entries, len(use.direct), len(use.within), used)
}

func (p *Planner) organisationKey(kind string, x part) any {
	all := p.atlas.WithKind(kind)
	return listed(x, cut(x, 0, all), len(all), p.atlas.Organisations(kind))
}

func (p *Planner) countryKey(g atlas.CountryGroup, x part) any {
	var drawn any
	if x.number == 0 {
		drawn = p.insideKey(g)
	}
	return listed(x, cut(x, 0, g.Entries), p.crowded, drawn)
}

func (p *Planner) creditsKey(x part) any {
	return listed(x, nil, cut(x, 0, p.pictures()))
}
