package page

import (
	"slices"
	"strconv"
	"strings"

	"regional-atlas/generator/output"
	"regional-atlas/generator/phrase"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// Changes is the page on what is new: the editions of the facts, the newest first.
type Changes struct {
	Head
	Intro    string
	Feed     string // address of the feed, "" without one
	Editions []ChangesEdition
}

// ChangesEdition is an edition with what changed in it, by region.
type ChangesEdition struct {
	ID, Date string
	Note     string
	Regions  []ChangesOf
}

// ChangesOf is what changed in a region.
type ChangesOf struct {
	Region Link
	Says   []string
}

// changesPage plans the page on what is new; an atlas without editions has none.
type changesPage struct{ *Site }

func (s changesPage) files() output.Files {
	if !s.hasChanges() {
		return output.List()
	}
	return output.Concat(one(output.ChangesPage, "changes", func() any { return s.page() }),
		feeds{s}.files())
}

func (s *Site) hasChanges() bool { return len(s.edition.Releases.Editions) > 0 }

// releases are the editions, the newest first, without what no reader need know.
func (s changesPage) releases() []region.Release {
	list := slices.Clone(s.edition.Releases.Editions)
	for i := range list {
		list[i].Changes = slices.DeleteFunc(slices.Clone(list[i].Changes),
			func(c region.Change) bool { return c.Minor })
	}
	slices.SortStableFunc(list, func(a, b region.Release) int {
		return strings.Compare(b.Date.ISO(), a.Date.ISO())
	})
	return list
}

func (s changesPage) page() Changes {
	intro := s.words.Say("changes.intro")
	page := Changes{Head: s.head(output.ChangesPage, "changes", "about.html",
		s.words.Say("changes.title"), intro), Intro: intro}
	if (feeds{s}).isThere() {
		page.Feed = s.up() + output.ChangesFeed
	}
	for _, r := range s.releases() {
		edition := ChangesEdition{ID: "edition-" + r.Date.ISO(), Date: phrase.Day(s.words, r.Date),
			Note: r.Note}
		for _, c := range r.Changes {
			if n := len(edition.Regions); n == 0 || edition.Regions[n-1].Region.Text != s.nameOf(c) {
				edition.Regions = append(edition.Regions, ChangesOf{Region: s.changed(c)})
			}
			last := &edition.Regions[len(edition.Regions)-1]
			last.Says = append(last.Says, s.says(c))
		}
		page.Editions = append(page.Editions, edition)
	}
	return page
}

// changed leads to the region of a change, where the atlas still has it.
func (s changesPage) changed(c region.Change) Link {
	link := Link{Text: s.nameOf(c)}
	if s.atlas.Region(c.Region) != nil {
		link.Href = output.Region(c.Region)
	}
	return link
}

func (s changesPage) nameOf(c region.Change) string {
	if r := s.atlas.Region(c.Region); r != nil {
		return r.Name
	}
	for _, name := range []string{c.From, c.To} {
		if c.Section == "" && name != "" {
			return name
		}
	}
	return c.Region
}

// says is a change as a sentence: the editor's, or the usual one of its kind.
func (s changesPage) says(c region.Change) string {
	if c.Text != "" {
		return c.Text
	}
	if c.Section == "" {
		return s.words.Say("change.region."+c.Kind, "from", c.From, "to", c.To)
	}
	if c.Section == "memberships" && c.Kind == region.Changed {
		was, is := region.StatusOf(c.From).Member, region.StatusOf(c.To).Member
		name := s.edition.Term("networks", c.Key).Label()
		switch {
		case !was && is:
			return s.words.Say("change.joined", "network", name)
		case was && !is:
			return s.words.Say("change.left", "network", name)
		}
	}
	section := s.words.Say("section." + c.Section)
	return s.words.Say("change."+c.Kind, "section", section, "subject", s.subject(c),
		"from", s.factWords(c, c.From), "to", s.factWords(c, c.To))
}

// subject is what a change is about.
func (s changesPage) subject(c region.Change) string {
	key, rest, _ := strings.Cut(c.Key, "/")
	switch c.Section {
	case "figures":
		year, part, _ := strings.Cut(rest, "/")
		name := s.edition.Term("indicators", key).Name
		if year != "" && year != "0" {
			name = s.words.Say("value.year", "value", name, "year", year)
		}
		if part != "" {
			name = s.words.Say("value.part", "value", name, "part", part)
		}
		return name
	case "memberships":
		return s.edition.Term("networks", c.Key).Label()
	case "topics":
		return s.edition.Term("topics", c.Key).Name
	case "strategy":
		return s.edition.Term("strategies", c.Key).Name
	case "evaluation":
		return s.edition.Term("questions", c.Key).Name
	case "codes":
		return s.edition.Term("classifications", key).Label() + " " + rest
	case "collaboration":
		return s.words.Say("change.looking")
	}
	return c.Key
}

// factWords is a fact of a change as pages say it.
func (s changesPage) factWords(c region.Change, fact string) string {
	switch c.Section {
	case "figures":
		key, _, _ := strings.Cut(c.Key, "/")
		i := slices.IndexFunc(s.edition.Indicators, func(i region.Indicator) bool { return i.Key == key })
		number, err := strconv.ParseFloat(fact, 64)
		if i < 0 || err != nil {
			return phrase.Class(fact)
		}
		indicator := &s.edition.Indicators[i]
		text := phrase.Value(s.words, indicator, profile.Value{Number: number})
		return strings.TrimSpace(text + " " + indicator.Unit)
	case "memberships":
		if n := slices.IndexFunc(s.edition.Networks,
			func(n region.Network) bool { return n.Key == c.Key }); n >= 0 {
			for _, category := range s.edition.Networks[n].Categories {
				if category.Key == fact {
					return category.Name
				}
			}
		}
		return s.words.Inside(s.words.Say("status." + region.StatusOf(fact).Key))
	case "strategy", "collaboration":
		return phrase.Answer(s.words, fact)
	case "evaluation":
		if step, err := strconv.Atoi(fact); err == nil && step >= 0 && step < len(s.edition.Ratings) {
			return s.edition.Ratings[step].Name
		}
	case "initiatives", "represented", "organisations":
		return s.edition.Term(map[string]string{"initiatives": "initiative-kinds",
			"represented": "represented-kinds", "organisations": "organisation-kinds"}[c.Section], fact).Name
	}
	return fact
}

// RegionChanges is what changed in a region, the newest edition first.
type RegionChanges struct {
	Section
	Items []RegionChange
}

// RegionChange is one change with the day of its edition.
type RegionChange struct{ Date, Text string }

// mostChanges is how many changes the page of a region shows.
const mostChanges = 12

// in lists what changed in a region; nil when nothing is known to have changed.
func (s changesPage) in(r *profile.Region) *RegionChanges {
	list := &RegionChanges{Section: Section{ID: "changes", Title: s.words.Say("section.changes")}}
	for _, release := range s.releases() {
		for _, c := range release.Changes {
			if c.Region == r.Code && len(list.Items) < mostChanges {
				list.Items = append(list.Items, RegionChange{phrase.Day(s.words, release.Date), s.says(c)})
			}
		}
	}
	if list.Items == nil {
		return nil
	}
	return list
}
