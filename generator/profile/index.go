package profile

import "regional-atlas/generator/region"

// index answers who gave an answer, covers a topic or uses a code without looking
// at every region each time. Lists are in the order of codes.
type index struct {
	answers       map[[2]string][]*Region // network and status
	topics        map[string][]*Region
	kinds         map[string][]*Region // kinds of organisations
	organisations map[string]int       // of a kind, in all regions
	codes         [][]CodeUse          // by classification
	ratings       []int                // by question: regions that answered it
	sums          Sums
}

func newIndex(e *region.Edition, regions []*Region) index {
	x := index{answers: map[[2]string][]*Region{}, topics: map[string][]*Region{},
		kinds: map[string][]*Region{}, organisations: map[string]int{},
		ratings: make([]int, len(e.Questions))}
	for _, r := range regions {
		for i := range r.Memberships {
			key := [2]string{r.Memberships[i].Network.Key, r.Memberships[i].Status}
			x.answers[key] = append(x.answers[key], r)
		}
		for _, t := range r.Topics {
			if t.Listing == Covered {
				x.topics[t.Term.Key] = append(x.topics[t.Term.Key], r)
			}
		}
		for i, rating := range r.Evaluation {
			if rating.IsReported() && !r.IsCountry() {
				x.ratings[i]++
			}
		}
		x.addOrganisations(r)
	}
	for i := range e.Classifications {
		x.codes = append(x.codes, codeUses(i, &e.Classifications[i], regions))
	}
	x.sums = sumsOf(regions)
	return x
}

// addOrganisations notes a region once for each kind, however many organisations
// of it there are.
func (x *index) addOrganisations(r *Region) {
	for _, o := range r.Organisations {
		x.organisations[o.Kind]++
		if list := x.kinds[o.Kind]; len(list) == 0 || list[len(list)-1] != r {
			x.kinds[o.Kind] = append(list, r)
		}
	}
}

// Answering lists the regions that gave an answer for a network.
func (a *Atlas) Answering(network, status string) []*Region {
	return a.index.answers[[2]string{network, status}]
}

// Members lists the regions that are themselves members of a network.
func (a *Atlas) Members(network string) []*Region {
	var members []*Region
	for _, s := range region.Statuses() {
		if s.Member {
			members = append(members, a.Answering(network, s.Key)...)
		}
	}
	return members
}

// Covering lists the regions whose policies cover a topic.
func (a *Atlas) Covering(topic string) []*Region { return a.index.topics[topic] }

// WithKind lists the regions that have an organisation of a kind; "" stands for
// those without a kind.
func (a *Atlas) WithKind(kind string) []*Region { return a.index.kinds[kind] }

// Organisations counts the organisations of a kind in all regions.
func (a *Atlas) Organisations(kind string) int { return a.index.organisations[kind] }

// UsedCodes lists the codes of the classification with a number that regions use,
// with the codes above them, in the order of the tree.
func (a *Atlas) UsedCodes(classification int) []CodeUse { return a.index.codes[classification] }

// Rated counts the regions, without countries, that answered the question with a number.
func (a *Atlas) Rated(question int) int { return a.index.ratings[question] }

// Sums is how much all regions hold together.
type Sums struct {
	Documents, Initiatives, Organisations int

	Reporting map[string]int // section -> regions that report anything in it
	States    map[string]int // state of a section -> sections of all regions
}

// Sums is how much all regions hold together.
func (a *Atlas) Sums() Sums { return a.index.sums }

func sumsOf(regions []*Region) Sums {
	s := Sums{Reporting: map[string]int{}, States: map[string]int{}}
	for _, r := range regions {
		s.Documents += len(r.Documents)
		s.Initiatives += len(r.Initiatives)
		s.Organisations += len(r.Organisations)
		for _, c := range r.coverage {
			s.States[c.State()]++
			if c.Entries > 0 {
				s.Reporting[c.Section]++
			}
		}
	}
	return s
}

// CountRegions counts those of some regions that are not whole countries beside others.
func CountRegions(list []*Region) int {
	n := 0
	for _, r := range list {
		if !r.IsCountry() {
			n++
		}
	}
	return n
}

// CountriesAmong lists those of some regions that are whole countries beside others.
func CountriesAmong(list []*Region) []*Region {
	var countries []*Region
	for _, r := range list {
		if r.IsCountry() {
			countries = append(countries, r)
		}
	}
	return countries
}
