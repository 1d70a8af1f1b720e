package page

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"

	"regional-atlas/generator/output"
	"regional-atlas/generator/region"
)

// AnyPair is the page that draws the brief on any two regions. A script fills its blocks
// with what the written brief on them would say; without one the page leads on to the
// briefs that are written.
type AnyPair struct {
	Head
	Intro   string
	Without string      // what to do without the script
	Blocks  []PairBlock // their titles alone
	Compare string      // what the link to the comparison says
	Method  []string    // how likely partners are told, in paragraphs
	Written []Briefs    // in an atlas that has any
}

// Briefs are those on one region that are written.
type Briefs struct {
	Region Link
	With   []Link // other regions, each leading to the brief with it
}

// anyPairPage plans the page on any two regions.
type anyPairPage struct{ *Site }

func (s anyPairPage) files() output.Files {
	return output.List(
		output.File{Address: output.AnyPair(), Layout: "anypair",
			Content: func() any { return s.page() }},
		output.File{Address: output.BriefAsks, Content: func() any { return s.asks() }})
}

func (s anyPairPage) page() AnyPair {
	intro, without := s.words.Say("anypair.intro"), "anypair.without"
	if !writesPairs(s.atlas) {
		without = "anypair.without.unwritten"
	}
	page := AnyPair{Head: s.head(output.AnyPair(), "anypair", "find.html",
		s.words.Say("anypair.title"), intro, Link{Text: s.words.Say("nav.find"), Href: "find.html"}),
		Intro: intro, Without: s.words.Say(without),
		Compare: s.words.Say("pair.compare"), Written: s.written()}
	for _, key := range []string{"ties", "networks", "areas", "overlap", "lists", "wishes", "needs",
		"contacts", "unknown"} {
		page.Blocks = append(page.Blocks, PairBlock{ID: key, Title: s.words.Say("pair." + key)})
	}
	for _, key := range []string{"order", "weight", "example", "place"} {
		page.Method = append(page.Method, s.words.Say("anypair.method."+key))
	}
	return page
}

// written lists the briefs that have a page each, under each of their regions that has
// the other one among its best partners.
func (s anyPairPage) written() []Briefs {
	var list []Briefs
	if !writesPairs(s.atlas) {
		return nil
	}
	for _, r := range s.atlas.Regions() {
		of := Briefs{Region: regionLink("", r)}
		for _, p := range s.partners()[r.Place] {
			of.With = append(of.With, Link{Text: p.Region.Name, Href: output.Pair(r.Code, p.Region.Code)})
		}
		if len(of.With) > 0 {
			list = append(list, of)
		}
	}
	return list
}

// briefAsks is what a brief asks of every region, with the words for it. It encodes itself.
type briefAsks struct {
	Words     map[string]string `json:"words"`
	Facts     int               `json:"facts"`     // of each region
	Members   []string          `json:"members"`   // answers that make a member
	Countries []string          `json:"countries"` // answers by which the country is in
	Networks  []askedNetwork    `json:"networks"`
	Topics    []askedTerm       `json:"topics"`
	Classes   []askedTerm       `json:"classes"` // classifications
	Lists     []askedList       `json:"lists"`
	Needs     []askedTerm       `json:"needs"`
	Sections  map[string]string `json:"sections"` // titles
}

type askedTerm struct {
	Key     string `json:"k"`
	Name    string `json:"t"`
	Address string `json:"a,omitempty"`
}

// askedNetwork is a network; in some a region has a category or is by its place.
type askedNetwork struct {
	askedTerm
	Place      bool              `json:"p,omitempty"`
	Categories map[string]string `json:"c,omitempty"`
}

// askedList is what regions list: topics, or the kinds of things in a section.
type askedList struct {
	Section string      `json:"s"`
	What    string      `json:"w"`
	Terms   []askedTerm `json:"o"`
}

// Encode writes it as a script.
func (a briefAsks) Encode(to io.Writer) error {
	text, err := json.Marshal(a)
	if err != nil {
		return fmt.Errorf("what a brief asks cannot be written: %w", err)
	}
	_, err = fmt.Fprintf(to, "atlasAsked(%s)\n", text)
	return err
}

func (s anyPairPage) asks() briefAsks {
	all := briefAsks{Words: s.scriptWords(), Facts: s.shared.Asked(),
		Countries: []string{region.CountryMember, region.CountryObserver},
		Sections:  map[string]string{}}
	for _, status := range region.Statuses() {
		if status.Member {
			all.Members = append(all.Members, status.Key)
		}
	}
	for i := range s.edition.Networks {
		all.Networks = append(all.Networks, askedNetworkOf(&s.edition.Networks[i]))
	}
	for _, t := range s.edition.Topics {
		all.Topics = append(all.Topics, askedTerm{t.Key, t.Name, output.Topic(t.Key)})
	}
	for _, c := range s.edition.Classifications {
		all.Classes = append(all.Classes, askedTerm{Key: c.Key, Name: c.Label()})
	}
	all.Lists = []askedList{s.list("topics", s.edition.Topics),
		s.list("initiatives", s.edition.InitiativeKinds),
		s.list("organisations", s.edition.OrganisationKinds), s.list("support", s.edition.SupportKinds)}
	for _, q := range s.edition.Questions {
		if q.Kind == region.NeedSeen {
			all.Needs = append(all.Needs, askedTerm{Key: q.Key, Name: q.Name})
		}
	}
	for _, section := range region.Sections() {
		all.Sections[section.Key] = s.words.Say("section." + section.Key)
	}
	return all
}

func askedNetworkOf(n *region.Network) askedNetwork {
	out := askedNetwork{askedTerm: askedTerm{n.Key, n.Label(), output.Network(n.Key)},
		Place: n.Area || len(n.Categories) > 0}
	for _, c := range n.Categories {
		if out.Categories == nil {
			out.Categories = map[string]string{}
		}
		out.Categories[c.Key] = c.Name
	}
	return out
}

func (s anyPairPage) list(section string, terms []region.Term) askedList {
	out := askedList{Section: section, Terms: []askedTerm{}}
	out.What = s.words.Inside(s.words.Say("pair.list." + section))
	for _, t := range terms {
		out.Terms = append(out.Terms, askedTerm{Key: t.Key, Name: t.Name})
	}
	return out
}

func (s anyPairPage) scriptWords() map[string]string {
	said := sentences(s.words, "pair.", "title", "intro", "rests", "ties.none", "networks.none",
		"areas.none", "overlap.none", "lists.none", "wishes.none", "needs.none", "contacts.none",
		"unknown.none", "tie.initiative", "tie.project",
		"tie.organisation", "tie.partner", "both", "by-country", "only-a", "only-b", "perhaps-b",
		"perhaps-a", "codes",
		"codes.above", "lists.one", "looking.yes", "looking.no", "wanted", "no-contact")
	maps.Copy(said, sentences(s.words, "anypair.say.", "none", "one", "failed", "too-many", "unknown",
		"written", "and"))
	return said
}
