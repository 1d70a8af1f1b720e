package page

import (
	"cmp"
	"math"

	"regional-atlas/generator/carto"
	"regional-atlas/generator/output"
	"regional-atlas/generator/phrase"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// Network is the page of one membership.
type Network struct {
	Head
	Short, About, Link string
	Group              Link
	Summary            string
	Map                *carto.Map // on the first page of the list only
	Groups             []NetworkAnswer
	Missing            *Absent // on the first page of the list only
	Pager              *Pager
}

// Absent is who might join a network: two lists that must not be mixed.
type Absent struct {
	Outsiders []PairItem // say no, and are most like a member
	None      string     // why there is none
	Silent    []Link     // do not report
}

// NetworkAnswer is the regions that gave one answer.
type NetworkAnswer struct {
	Answer, Class, Means string
	Count                int
	Regions              []ListRow // those on this page of the list
}

// ListRow is a region in a list, with what it said.
type ListRow struct {
	Region  Link
	Code    string
	Country Link   // empty for a whole country
	Note    string // how it differs from what its code stands for, "" when it does not
	Detail  string
}

// networkPages plans the pages of networks.
type networkPages struct{ *Site }

func (s networkPages) files() output.Files {
	return each(s.edition.Networks, func(i int, n region.Network) output.Files {
		return paged(
			split(output.Network(n.Key), len(s.atlas.Regions())),
			"network",
			func(x part) any { return s.page(i, x) },
		)
	})
}

// page is a page of the list of answers to the network with a number.
func (s networkPages) page(number int, x part) Network {
	n := &s.edition.Networks[number]
	root := output.Root(x.base)
	group := Link{Text: s.edition.Term("network-groups", n.Group).Name,
		Href: root + output.Matrix(n.Group)}
	page := Network{
		Short:   n.Short,
		About:   n.About,
		Link:    n.Link,
		Group:   group,
		Summary: s.networkSummary(n),
		Pager:   s.pager(x),
	}
	page.Head = s.head(
		x.address(),
		"network",
		output.Matrix(""),
		s.title(x, n.Name),
		cmp.Or(n.About, s.words.Say("head.description", "title", n.Name, "text", page.Summary)),
		Link{Text: s.words.Say("nav.memberships"), Href: root + output.Matrix("")},
		group,
	)
	if x.number == 0 {
		page.Map = s.maps.Network(root, number)
		page.Missing = s.missing(root, n)
	}
	offset := 0
	for _, answer := range s.answersTo(n) {
		all := s.atlas.Answering(n.Key, answer.key)
		answer.Count = len(all)
		for _, r := range cut(x, offset, all) {
			answer.Regions = append(answer.Regions,
				s.listRow(root, r, phrase.Detail(s.words, r.Memberships[number].Cell())))
		}
		offset += len(all)
		if len(answer.Regions) > 0 || answer.always && len(all) == 0 && x.number == 0 {
			page.Groups = append(page.Groups, answer.NetworkAnswer)
		}
	}
	return page
}

func (s networkPages) networkSummary(n *region.Network) string {
	if len(n.Categories) > 0 {
		return s.words.Say("network.summary.category")
	}
	silent := profile.CountRegions(s.atlas.Answering(n.Key, region.NotReported))
	answered, members := profile.CountRegions(s.atlas.Regions())-silent, s.atlas.Members(n.Key)
	key := "network.summary"
	switch {
	case answered == 0:
		key = "network.summary.nobody"
	case silent > 0:
		key = "network.summary.silent"
	}
	return s.words.Say(
		key,
		"members",
		profile.CountRegions(members),
		"answered",
		answered,
		"silent",
		silent,
	) + wholes(
		s.words,
		members,
	)
}

// possibleAnswer is an answer to a network as its page shows it.
type possibleAnswer struct {
	NetworkAnswer
	key    string
	always bool // it is shown though nobody gave it
}

// answersTo lists the answers to a network in the order of its page.
func (s networkPages) answersTo(n *region.Network) []possibleAnswer {
	var list []possibleAnswer
	for _, c := range n.Categories {
		list = append(list, possibleAnswer{NetworkAnswer{Answer: c.Label(), Class: "category",
			Means: c.Name}, c.Key, true})
	}
	for _, status := range region.Statuses() {
		name := "status." + status.Key
		list = append(list, possibleAnswer{NetworkAnswer{Answer: s.words.Say(name),
			Class: region.Slug(status.Key), Means: s.words.Say(name + ".means")}, status.Key, false})
	}
	return list
}

func (s *Site) listRow(root string, r *profile.Region, detail string) ListRow {
	row := ListRow{Region: regionLink(root, r), Code: r.Code, Note: phrase.Standing(s.words, r),
		Detail: detail}
	if !r.IsCountry() {
		row.Country = countryLink(root, r.Country)
	}
	return row
}

// The most that stand in the lists of who is missing.
const (
	mostOutsiders = 8
	mostSilent    = 60
)

// missing is nil where regions do not join a network but lie in it.
func (s networkPages) missing(root string, n *region.Network) *Absent {
	members := s.atlas.Members(n.Key)
	if n.Area || len(n.Categories) > 0 || len(members) == 0 {
		return nil
	}
	m := &Absent{None: s.words.Say("missing.none")}
	for _, x := range s.alike.Outsiders(s.atlas.Answering(n.Key, region.No), members, mostOutsiders) {
		m.Outsiders = append(m.Outsiders, PairItem{
			Text: regionLink(root, x.Region),
			Note: s.words.Say(
				"missing.like",
				"member",
				x.Member.Name,
				"distance",
				s.words.Number(math.Round(x.Distance*100)/100, 2),
			),
		})
	}
	silent := s.atlas.Answering(n.Key, region.NotReported)
	m.Silent = regionLinks(root, silent[:min(len(silent), mostSilent)])
	return m
}
