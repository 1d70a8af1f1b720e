package atlas

import "regional-atlas/generator/region"

// index answers who gave an answer, covers a topic or uses a code without
// looking at every region each time. Lists are in the order of codes.
type index struct {
	details       map[string][]uint64    // network -> a bit for each place, set where an answer says more
	organisations map[string]int         // of a kind
	answers       map[[2]string][]*Entry // network and status
	topics        map[string][]*Entry
	codes         map[[2]string][]*Entry // classification and code
	kinds         map[string][]*Entry    // kinds of organisations
}

// indexed is what the index asks of a region.
var indexed = region.PartsOf("memberships", "topics", "codes", "organisations")

func newIndex(edition *region.Edition, entries []*Entry) index {
	x := index{map[string][]uint64{}, map[string]int{}, map[[2]string][]*Entry{}, map[string][]*Entry{}, map[[2]string][]*Entry{}, map[string][]*Entry{}}
	for _, n := range edition.Networks {
		x.details[n.Key] = make([]uint64, len(entries)/64+1)
	}
	at := 0
	Each(entries, indexed, func(e *Entry, r *region.Region) {
		for _, n := range edition.Networks {
			answer := Answer(r, n.Key)
			key := [2]string{n.Key, answer.Status}
			x.answers[key] = append(x.answers[key], e)
			if answer != (region.Membership{Status: answer.Status, Source: answer.Source}) {
				x.details[n.Key][at/64] |= 1 << (at % 64)
			}
		}
		for _, topic := range r.Topics {
			x.topics[topic] = append(x.topics[topic], e)
		}
		for list, codes := range r.Codes {
			for _, code := range codes {
				x.codes[[2]string{list, code}] = append(x.codes[[2]string{list, code}], e)
			}
		}
		x.addKinds(e, r.Organisations)
		at++
	})
	return x
}

// addKinds notes a region once for each kind, however many organisations it has.
func (x *index) addKinds(e *Entry, organisations []region.Organisation) {
	for _, o := range organisations {
		x.organisations[o.Kind]++
		if list := x.kinds[o.Kind]; len(list) == 0 || list[len(list)-1] != e {
			x.kinds[o.Kind] = append(list, e)
		}
	}
}

// Answering lists the regions that gave an answer for a network.
func (a *Atlas) Answering(network, status string) []*Entry {
	return a.index.answers[[2]string{network, status}]
}

// Details is what a region says of a network beyond its status and its source.
// Most say nothing, and are not opened for it.
func (a *Atlas) Details(e *Entry, network string) region.Membership {
	if at := a.at[e.Code]; a.index.details[network][at/64]&(1<<(at%64)) == 0 {
		return region.Membership{}
	}
	return Answer(e.Open(memberships), network)
}

var memberships = region.PartsOf("memberships")

// Covering lists the regions whose policies cover a topic.
func (a *Atlas) Covering(topic string) []*Entry { return a.index.topics[topic] }

// Using lists the regions that state a code themselves.
func (a *Atlas) Using(classification, code string) []*Entry {
	return a.index.codes[[2]string{classification, code}]
}

// WithKind lists the regions that have an organisation of a kind.
func (a *Atlas) WithKind(kind string) []*Entry { return a.index.kinds[kind] }

// Organisations counts the organisations of a kind in all regions.
func (a *Atlas) Organisations(kind string) int { return a.index.organisations[kind] }

// Members counts the regions that are themselves members of a network.
func (a *Atlas) Members(network string) int {
	n := 0
	for _, s := range region.Statuses() {
		if s.Member {
			n += len(a.Answering(network, s.Key))
		}
	}
	return n
}

// UsedCodes lists the codes of a classification that regions use, with the
// codes above them, in the order of the tree.
func (a *Atlas) UsedCodes(c region.Classification) []string {
	used := map[string]bool{}
	for _, code := range c.Codes() {
		if len(a.Using(c.Key, code)) > 0 {
			for ; code != "" && !used[code]; code = c.Parent(code) {
				used[code] = true
			}
		}
	}
	var list []string
	for _, code := range c.Codes() {
		if used[code] {
			list = append(list, code)
		}
	}
	return list
}
