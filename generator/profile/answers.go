package profile

import (
	"slices"

	"regional-atlas/generator/atlas"
	"regional-atlas/generator/region"
)

// Membership is the answer of a region for one network: with a status of region.Statuses,
// or the key of Category where there is one. An answer that says nothing more is held once
// for all regions.
type Membership struct {
	Network  *region.Network
	Category *region.Term // where the network places regions rather than has members; else nil
	*region.Membership
}

// IsMember reports whether the region, or a part of it, is itself a member.
func (m *Membership) IsMember() bool { return region.StatusOf(m.Status).Member }

// IsReported reports whether the sources give any answer.
func (m *Membership) IsReported() bool { return m.Status != region.NotReported }

// bareAnswers are the answers that are a status or a category and no more, by their key.
func bareAnswers(e *region.Edition) map[string]*region.Membership {
	answers := map[string]*region.Membership{}
	for _, status := range region.Statuses() {
		answers[status.Key] = &region.Membership{Status: status.Key}
	}
	for i := range e.Networks {
		for _, c := range e.Networks[i].Categories {
			answers[c.Key] = &region.Membership{Status: c.Key}
		}
	}
	return answers
}

func membershipsOf(e *region.Edition, r *region.Region,
	bare map[string]*region.Membership) []Membership {
	list := make([]Membership, len(e.Networks))
	for i := range e.Networks {
		n := &e.Networks[i]
		answer := atlas.Answer(r, n.Key)
		list[i] = Membership{n, categoryOf(n, answer.Status), bare[answer.Status]}
		if said := list[i].Membership; said == nil || *said != answer {
			own := answer
			list[i].Membership = &own
		}
	}
	return list
}

func categoryOf(n *region.Network, key string) *region.Term {
	for i := range n.Categories {
		if n.Categories[i].Key == key {
			return &n.Categories[i]
		}
	}
	return nil
}

// countMemberships counts memberships and answers. Categories do not count.
func (r *Region) countMemberships() {
	for i := range r.Memberships {
		m := &r.Memberships[i]
		if len(m.Network.Categories) > 0 {
			continue
		}
		if m.IsMember() {
			r.Members++
		}
		if m.IsReported() {
			r.Answered++
		}
	}
}

// Coverage of a topic by the policies of a region. A source names only the topics
// that are covered, so a topic that it does not list may still be.
type Listing int

// The listings.
const (
	Unlisted Listing = iota // the source names no topics, or its list breaks off
	Absent                  // the source names other topics, not this one
	Covered
)

// Topic is whether the policies of a region cover a topic.
type Topic struct {
	Term    *region.Term
	Listing Listing
}

func topicsOf(e *region.Edition, r *region.Region) []Topic {
	list := make([]Topic, len(e.Topics))
	for i := range e.Topics {
		list[i].Term = &e.Topics[i]
		switch {
		case atlas.HasTopic(r, e.Topics[i].Key):
			list[i].Listing = Covered
		case len(r.Topics) > 0 && !r.Gaps["topics"].Cut:
			list[i].Listing = Absent
		}
	}
	return list
}

// Answer is the answer to a yes or no question on strategy.
type Answer struct {
	Question *region.Term
	Answer   string // yes, no or not reported
	Remark   string
	Link     string
}

func strategyOf(e *region.Edition, r *region.Region) []Answer {
	list := make([]Answer, len(e.Strategies))
	for i := range e.Strategies {
		a := r.Strategy[e.Strategies[i].Key]
		list[i] = Answer{&e.Strategies[i], region.OrNotReported(a.Answer), a.Remark, a.Link}
	}
	return list
}

// Rating is the region's own rating for a question.
type Rating struct {
	Question *region.Question
	Step     int // on the scale of ratings, from 0; -1 when not reported
}

// IsReported reports whether the source shows a rating.
func (r Rating) IsReported() bool { return r.Step >= 0 }

func evaluationOf(e *region.Edition, r *region.Region) []Rating {
	list := make([]Rating, len(e.Questions))
	for i := range e.Questions {
		given := r.Evaluation[e.Questions[i].Key]
		step := slices.IndexFunc(e.Ratings, func(t region.Term) bool { return t.Key == given })
		list[i] = Rating{&e.Questions[i], step}
	}
	return list
}
