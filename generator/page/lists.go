package page

import (
	"slices"
	"strconv"
	"strings"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/region"
)

// Memberships is the section with the answer for every network.
type Memberships struct {
	Section
	Signature Signature
	Groups    []AnswerGroup
}

// AnswerGroup is the networks with one answer.
type AnswerGroup struct {
	Answer, Class string
	Networks      []Membership
}

// Membership is one network with what is known beyond the answer.
type Membership struct {
	Network Link
	Full    string
	Detail  string
	Cite    *Cite
}

func (b builder) memberships() Memberships {
	m := Memberships{Section: b.section("memberships", "memberships", "Memberships", "list of memberships"), Signature: b.signature(b.r)}
	for _, status := range region.Statuses() {
		group := AnswerGroup{Answer: status.Name, Class: region.Slug(status.Key)}
		for _, n := range b.edition.Networks {
			answer := atlas.Answer(b.r, n.Key)
			if answer.Status == status.Key {
				group.Networks = append(group.Networks, b.membership(n, answer))
			}
		}
		if len(group.Networks) > 0 {
			m.Groups = append(m.Groups, group)
		}
	}
	m.Groups = append(m.Groups, b.categories()...)
	return m
}

// categories are the answers that place a region rather than make it a member.
func (b builder) categories() []AnswerGroup {
	var groups []AnswerGroup
	for _, n := range b.edition.Networks {
		answer := atlas.Answer(b.r, n.Key)
		if len(n.Categories) > 0 && answer.Status != region.NotReported {
			entry := b.membership(n, answer)
			entry.Full = categoryName(n, answer.Status)
			groups = append(groups, AnswerGroup{n.Name, "category", []Membership{entry}})
		}
	}
	return groups
}

func categoryName(n region.Network, status string) string {
	for _, c := range n.Categories {
		if c.Key == status {
			return c.Name
		}
	}
	return status
}

func (b builder) membership(n region.Network, m region.Membership) Membership {
	out := Membership{Network: Link{Text: n.Label(), Href: b.root + networkAddress(n.Key)}, Detail: detail(m), Cite: b.cite(m.Source)}
	if n.Label() != n.Name {
		out.Full = n.Name
	}
	return out
}

// detail words what is known of an answer beyond its status.
func detail(m region.Membership) string {
	var parts []string
	if m.Part != "" {
		parts = append(parts, m.Part)
	}
	if m.Body != "" {
		parts = append(parts, "through "+m.Body)
	}
	if m.Year != 0 {
		parts = append(parts, strconv.Itoa(m.Year))
	}
	if m.Remark != "" {
		parts = append(parts, m.Remark)
	}
	return strings.Join(parts, "; ")
}

func (b builder) initiatives() Grouped {
	g := Grouped{Section: b.section("initiatives", "initiatives", "Major initiatives", "list of initiatives")}
	g.Groups = grouped(b.r.Initiatives, b.edition.InitiativeKinds, "Other initiatives", nowhere, func(x region.Initiative) (string, Item) {
		item := Item{Text: x.Title, Href: x.Link, Remark: x.Remark, Cite: b.cite(x.Source)}
		if len(x.Partners) > 0 {
			item.Labels = []string{"with " + series(x.Partners)}
		}
		return x.Kind, item
	})
	return g
}

func (b builder) represented() Grouped {
	g := Grouped{Section: b.section("represented", "represented", "Represented in", "list of programmes and projects")}
	var titles []string
	for _, x := range b.r.Represented {
		if !slices.Contains(titles, x.Within) {
			titles = append(titles, x.Within)
		}
	}
	for _, title := range titles {
		group := Group{Title: Link{Text: title}}
		for _, x := range b.r.Represented {
			if x.Within == title {
				group.Items = append(group.Items, Item{Text: x.Title, Href: x.Link, Labels: b.labels("represented-kinds", x.Kind)})
			}
		}
		group.Count = len(group.Items)
		g.Groups = append(g.Groups, group)
	}
	return g
}

func (b builder) organisations() Grouped {
	g := Grouped{Section: b.section("organisations", "organisations", "Organisations", "list of organisations")}
	g.Groups = grouped(b.r.Organisations, b.edition.OrganisationKinds, "Other organisations", b.organisationHref, func(x region.Organisation) (string, Item) {
		return x.Kind, organisationItem(x)
	})
	return g
}

func (b builder) organisationHref(kind string) string { return b.root + organisationAddress(kind) }

func nowhere(string) string { return "" }

func organisationItem(x region.Organisation) Item {
	return Item{Text: x.Name, Lang: x.Lang, Href: x.Link, Short: x.Short, Remark: x.Remark}
}

// grouped parts a list by kind, in the order of the kinds, with what has no
// kind at the end under a title of its own. href is the page of a kind.
func grouped[T any](list []T, kinds []region.Term, rest string, href func(kind string) string, split func(T) (kind string, item Item)) []Group {
	var groups []Group
	for _, kind := range append(slices.Clone(kinds), region.Term{Name: rest}) {
		group := Group{Title: Link{Text: kind.Name}}
		if kind.Key != "" {
			group.Title.Href = href(kind.Key)
		}
		for _, x := range list {
			if k, item := split(x); k == kind.Key {
				group.Items = append(group.Items, item)
			}
		}
		if group.Count = len(group.Items); group.Count > 0 {
			groups = append(groups, group)
		}
	}
	return groups
}

// CodeLists is the section with the codes of a region.
type CodeLists struct {
	Section
	Lists []CodeList
}

// CodeList is the codes of one classification.
type CodeList struct {
	Name  string
	Codes []Code
	Gap   string
}

// Code is a code with its label and how deep it stands in the tree.
type Code struct {
	Code, Label, Href string
	Depth             int
	Above             bool // not stated itself, shown for its place in the tree
	Count             string
}

func (b builder) codes() CodeLists {
	s := CodeLists{Section: b.section("codes", "codes", "Codes of objectives", "list of codes")}
	for _, c := range b.edition.Classifications {
		list := CodeList{Name: c.Name, Gap: gapWords(b.r.Gaps[c.Key], "list of codes")}
		for _, code := range withParents(c, b.r.Codes[c.Key]) {
			list.Codes = append(list.Codes, Code{Code: code, Label: c.Labels[code], Href: b.root + codeAddress(c.Key, code),
				Depth: depth(c, code), Above: !atlas.HasCode(b.r, c.Key, code)})
		}
		s.Lists = append(s.Lists, list)
	}
	return s
}

// withParents adds the codes above, in the order of the tree.
func withParents(c region.Classification, codes []string) []string {
	var all []string
	for _, code := range codes {
		for ; code != "" && !slices.Contains(all, code); code = c.Parent(code) {
			all = append(all, code)
		}
	}
	slices.Sort(all)
	return all
}

func depth(c region.Classification, code string) int {
	n := 0
	for code = c.Parent(code); code != ""; code = c.Parent(code) {
		n++
	}
	return n
}
