package page

import (
	"regional-atlas/generator/carto"
	"regional-atlas/generator/output"
	"regional-atlas/generator/phrase"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// Memberships is the section with the answer for every network.
type Memberships struct {
	Section
	Signature carto.Signature
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

func (p regionPage) memberships() Memberships {
	m := Memberships{Section: p.section("memberships"), Signature: p.charts.Signature(p.r)}
	for _, status := range region.Statuses() {
		group := AnswerGroup{Answer: p.words.Say("status." + status.Key), Class: region.Slug(status.Key)}
		for i := range p.r.Memberships {
			if p.r.Memberships[i].Status == status.Key {
				group.Networks = append(group.Networks, p.membership(&p.r.Memberships[i]))
			}
		}
		if len(group.Networks) > 0 {
			m.Groups = append(m.Groups, group)
		}
	}
	m.Groups = append(m.Groups, p.categories()...)
	return m
}

// categories are the answers that place a region rather than make it a member.
func (p regionPage) categories() []AnswerGroup {
	var groups []AnswerGroup
	for i := range p.r.Memberships {
		m := &p.r.Memberships[i]
		if len(m.Network.Categories) == 0 || !m.IsReported() {
			continue
		}
		entry := p.membership(m)
		entry.Full = m.Status
		if m.Category != nil {
			entry.Full = m.Category.Name
		}
		groups = append(groups, AnswerGroup{m.Network.Name, "category", []Membership{entry}})
	}
	return groups
}

func (p regionPage) membership(m *profile.Membership) Membership {
	n := m.Network
	out := Membership{
		Network: Link{Text: n.Label(), Href: p.root + output.Network(n.Key)},
		Detail:  phrase.Detail(p.words, m.Cell()),
		Cite:    p.cite(p.r.SourceNumber(m.Source)),
	}
	if n.Label() != n.Name {
		out.Full = n.Name
	}
	return out
}

// Answers is the section on strategy.
type Answers struct {
	Section
	Answers []Answer
}

// Answer is a question with its answer in words.
type Answer struct{ Question, Answer, Class, Remark, Href string }

func (p regionPage) strategy() Answers {
	s := Answers{Section: p.section("strategy")}
	for _, a := range p.r.Strategy {
		s.Answers = append(
			s.Answers,
			Answer{a.Question.Name, phrase.Answer(p.words, a.Answer), region.Slug(a.Answer), a.Remark,
				a.Link},
		)
	}
	return s
}

// Collaboration is the section on wanted partners.
type Collaboration struct {
	Section
	Answer, Class string
	Remark        []Link // names of regions lead to them
	Partners      []Link
	Href          string // where there is more, "" for nowhere
}

func (p regionPage) collaboration() Collaboration {
	c := p.r.Collaboration
	return Collaboration{Section: p.section("collaboration"),
		Answer: phrase.Answer(p.words, c.Looking), Class: region.Slug(c.Looking),
		Remark: p.pieces(p.root, c.Remark, p.r), Href: c.Link,
		Partners: p.pieces(p.root, p.words.List(c.Partners), p.r)}
}
