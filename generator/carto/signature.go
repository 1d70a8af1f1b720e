package carto

import (
	"fmt"
	"strings"

	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// Signature is the memberships of a region as a row of marks: one mark a
// network, in the same order on every page, with a space between groups. Each
// answer has a form of its own, so that colour is not needed.
type Signature struct {
	Width, Height int
	Marks         []SignatureMark // one path for each answer that occurs
	Words         string          // the networks of each answer
	Counts        string          // how many they are
}

// SignatureMark is all marks of one answer.
type SignatureMark struct{ Class, Path string }

// The sizes of a signature in viewBox units.
const (
	markSize  = 8
	markStep  = 10
	groupStep = 5
)

// Signature draws the memberships of a region.
func (c *Charts) Signature(r *profile.Region) Signature {
	s := Signature{Height: markSize}
	paths := map[string]*strings.Builder{}
	names := map[string][]string{}
	x := 0
	for _, group := range c.atlas.Edition().NetworkGroups {
		start := x
		for i := range r.Memberships {
			n := r.Memberships[i].Network
			if n.Group != group.Key || len(n.Categories) > 0 {
				continue
			}
			status := r.Memberships[i].Status
			names[status] = append(names[status], n.Label())
			if paths[status] == nil {
				paths[status] = &strings.Builder{}
			}
			paths[status].WriteString(glyph(status, x))
			x += markStep
		}
		if x > start {
			x += groupStep
		}
	}
	s.Width = max(0, x-groupStep-(markStep-markSize))
	var words, counts []string
	for _, status := range region.Statuses() {
		if path := paths[status.Key]; path != nil {
			s.Marks = append(s.Marks, SignatureMark{region.Slug(status.Key), path.String()})
			words = append(words, c.answerWords(status.Key, names[status.Key]))
			counts = append(counts, c.answerCount(status.Key, len(names[status.Key])))
		}
	}
	s.Words, s.Counts = strings.Join(words, "; "), strings.Join(counts, ", ")
	return s
}

// answerWords names the networks of an answer; of those that say little, how many.
func (c *Charts) answerWords(status string, networks []string) string {
	if status == region.No || status == region.NotReported {
		return c.answerCount(status, len(networks))
	}
	return c.words.Say("signature", "answer", c.words.Say("status."+status), "networks",
		strings.Join(networks, ", "))
}

func (c *Charts) answerCount(status string, n int) string {
	return c.words.Say("signature.count", "n", n, "answer",
		c.words.Inside(c.words.Say("status."+status)))
}

// Sign is the mark of one answer alone.
func (c *Charts) Sign(status string) Signature {
	return Signature{Width: markSize, Height: markSize, Words: c.words.Say("status." + status),
		Marks: []SignatureMark{{region.Slug(status), glyph(status, 0)}}}
}

// SignatureOrder says the networks in the order of the marks, by group.
func (c *Charts) SignatureOrder() []string {
	var groups []string
	for _, group := range c.atlas.Edition().NetworkGroups {
		var names []string
		for _, n := range c.atlas.Edition().Networks {
			if n.Group == group.Key && len(n.Categories) == 0 {
				names = append(names, n.Label())
			}
		}
		if len(names) > 0 {
			groups = append(groups, strings.Join(names, ", "))
		}
	}
	return groups
}

// glyph draws an answer at x: a full square for a membership, a lower half for
// a part, a frame for the country, a corner for an observer, a cross for
// planned, a bar for no, a point for not reported.
func glyph(status string, x int) string {
	switch status {
	case region.Yes:
		return fmt.Sprintf("M%d 0h8v8h-8z", x)
	case region.Part:
		return fmt.Sprintf("M%d 0v8h8z", x)
	case region.CountryMember:
		return fmt.Sprintf("M%d 0h8v8h-8zM%d 2v4h4v-4z", x, x+2)
	case region.CountryObserver:
		return fmt.Sprintf("M%d 0h2v6h6v2h-8z", x)
	case region.Planned:
		return fmt.Sprintf("M%d 3h3v-3h2v3h3v2h-3v3h-2v-3h-3z", x)
	case region.No:
		return fmt.Sprintf("M%d 3h8v2h-8z", x)
	case region.NotApplicable:
		return fmt.Sprintf("M%d 7l6-7h1v1l-6 7h-1z", x)
	}
	return fmt.Sprintf("M%d 3h2v2h-2z", x+3)
}
