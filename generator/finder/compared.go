package finder

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"regional-atlas/generator/carto"
	"regional-atlas/generator/match"
	"regional-atlas/generator/output"
	"regional-atlas/generator/phrase"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
)

// comparer writes what each region says into a script of its own: the page that
// compares regions loads those of two to four, and the page of any brief those of two.
type comparer struct {
	aspects []profile.Aspect
	atlas   *profile.Atlas
	charts  *carto.Charts
	shared  *match.Shared
	words   *words.Language
}

func (c comparer) files() output.Files {
	return func(yield func(output.File) bool) {
		for _, r := range c.atlas.Regions() {
			if !yield(
				output.File{
					Address: output.Compared(r.Code),
					Content: func() any { return c.compared(r) },
				},
			) {
				return
			}
		}
	}
}

// compared is what one region says, by aspect; what it does not report is not there.
// It encodes itself.
type compared struct {
	Code    string         `json:"code"`
	Name    string         `json:"name"`
	Address string         `json:"address"`
	Says    map[string]say `json:"says"`
	Brief   brief          `json:"brief"`
}

// say is what a region says of an aspect, in words.
type say struct {
	Keys  []string `json:"k,omitempty"` // by which it is the same as what others say; left out where parts have keys
	Parts []part   `json:"p"`           // one after the other
	Year  int      `json:"y,omitempty"` // of a figure
	Cut   string   `json:"g,omitempty"` // how it is incomplete
	Mark  []int    `json:"m,omitempty"` // its place on the strip: x, y
	Band  []int    `json:"b,omitempty"` // where half of the regions of Europe lie on it: from, middle, to, height
}

// part is one thing of what a region says.
type part struct {
	Text string `json:"t"`
	Note string `json:"n,omitempty"`
	Link string `json:"a,omitempty"`
	Lang string `json:"l,omitempty"`
	Key  string `json:"k,omitempty"` // by which it is the same as a part of what others say
}

func (c comparer) compared(r *profile.Region) compared {
	out := compared{
		Code:    r.Code,
		Name:    r.Name,
		Address: output.Region(r.Code),
		Says:    map[string]say{},
		Brief:   c.brief(r),
	}
	for _, a := range c.aspects {
		if said := a.Says(r); said.IsReported() {
			out.Says[a.Key] = c.say(r, a, said)
		}
	}
	return out
}

func (c comparer) say(r *profile.Region, a profile.Aspect, said profile.Said) say {
	out := say{Year: said.Year, Parts: c.parts(r, a, said)}
	if a.Kind != profile.ListAspect {
		out.Keys = said.Keys
	}
	if said.Cut {
		out.Cut = c.words.Say("gap.cut." + a.Section)
	}
	if a.Kind == profile.FigureAspect {
		if rank := c.charts.Ranking("", r, a.Figure); rank != nil {
			out.Mark = []int{rank.Mark.X, rank.Mark.Y}
			if b := rank.Band; b != nil {
				out.Band = []int{b.From, b.Middle, b.To, b.Height}
			}
		}
	}
	return out
}

func (c comparer) parts(r *profile.Region, a profile.Aspect, said profile.Said) []part {
	switch a.Kind {
	case profile.FigureAspect:
		return []part{{Text: phrase.Figure(c.words, said.Figure)}}
	case profile.NetworkAspect:
		return []part{
			{
				Text: phrase.Status(c.words, said.Membership),
				Note: phrase.Detail(c.words, said.Membership.Cell()),
			},
		}
	case profile.AnswerAspect:
		return []part{
			{
				Text: phrase.Answer(c.words, said.Answer.Answer),
				Note: said.Answer.Remark,
				Link: said.Answer.Link,
			},
		}
	case profile.RatingAspect:
		return []part{{Text: said.Rating.Name}}
	case profile.LevelAspect:
		return []part{{Text: phrase.Level(c.words, r)}}
	case profile.DayAspect:
		return []part{{Text: phrase.Day(c.words, said.Day)}}
	}
	return entries(said.Entries)
}

func entries(list []profile.Entry) []part {
	var parts []part
	for _, x := range list {
		parts = append(parts, part{x.Text, strings.Join(x.Notes, "; "), x.Link, x.Lang, x.Key})
	}
	return parts
}

// Encode writes what the region says as a script.
func (c compared) Encode(to io.Writer) error {
	text, err := json.Marshal(c)
	if err != nil {
		return fmt.Errorf("what %s says cannot be written: %w", region.Slug(c.Code), err)
	}
	_, err = fmt.Fprintf(to, "atlasCompared(%s)\n", text)
	return err
}
