package atlas

import "regional-atlas/generator/region"

// index answers who gave an answer, covers a topic or uses a code without
// looking at every region each time. Lists are in the order of codes.
type index struct {
	organisations map[string]int                 // of a kind
	answers       map[[2]string][]*region.Region // network and status
	topics        map[string][]*region.Region
	codes         map[[2]string][]*region.Region // classification and code
	kinds         map[string][]*region.Region    // kinds of organisations
}

func newIndex(edition *region.Edition, regions []*region.Region) index {
	x := index{map[string]int{}, map[[2]string][]*region.Region{}, map[string][]*region.Region{}, map[[2]string][]*region.Region{}, map[string][]*region.Region{}}
	for _, r := range regions {
		for _, n := range edition.Networks {
			key := [2]string{n.Key, Answer(r, n.Key).Status}
			x.answers[key] = append(x.answers[key], r)
		}
		for _, topic := range r.Topics {
			x.topics[topic] = append(x.topics[topic], r)
		}
		for list, codes := range r.Codes {
			for _, code := range codes {
				x.codes[[2]string{list, code}] = append(x.codes[[2]string{list, code}], r)
			}
		}
		x.addKinds(r)
	}
	return x
}

// addKinds notes a region once for each kind, however many organisations it has.
func (x *index) addKinds(r *region.Region) {
	for _, o := range r.Organisations {
		x.organisations[o.Kind]++
		if list := x.kinds[o.Kind]; len(list) == 0 || list[len(list)-1] != r {
			x.kinds[o.Kind] = append(list, r)
		}
	}
}

// Answering lists the regions that gave an answer for a network.
func (a *Atlas) Answering(network, status string) []*region.Region {
	return a.index.answers[[2]string{network, status}]
}

// Covering lists the regions whose policies cover a topic.
func (a *Atlas) Covering(topic string) []*region.Region { return a.index.topics[topic] }

// Using lists the regions that state a code themselves.
func (a *Atlas) Using(classification, code string) []*region.Region {
	return a.index.codes[[2]string{classification, code}]
}

// WithKind lists the regions that have an organisation of a kind.
func (a *Atlas) WithKind(kind string) []*region.Region { return a.index.kinds[kind] }

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
