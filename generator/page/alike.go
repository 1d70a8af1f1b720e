package page

import (
	"math"
	"strings"

	"regional-atlas/generator/match"
	"regional-atlas/generator/output"
	"regional-atlas/generator/phrase"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
	"regional-atlas/generator/words"
)

// Alike is the page on how regions that are alike are told, where a reader may ask for
// another region, other weights, and without the own country.
type Alike struct {
	Head
	Intro    string
	Method   []string // paragraphs
	Measures []Measure
	Words    string // what the script says, as JSON
	Regions  []Link // to the section of each region

	Close, Somewhat float64 // limits of distance
	Apart           string  // codes of the countries that are compared with nobody
}

// Measure is an indicator that tells regions that are alike, for the script and in
// words.
type Measure struct {
	Key, Name, Unit string
	Scale           string // linear or log
	Weight          float64
	Spread, Mean    float64 // standard deviation; mean difference in such

	ScaleWords, SpreadWords, MeanWords string
}

// alikePage plans the page on regions that are alike.
type alikePage struct{ *Site }

func (s alikePage) files() output.Files {
	if len(s.alike.Variables) == 0 {
		return output.List()
	}
	return one("alike.html", "alike", func() any { return s.page() })
}

func (s alikePage) page() Alike {
	intro := s.words.Say("alike.intro", "variables", s.variableNames())
	page := Alike{Head: s.head("alike.html", "alike", "find.html", s.words.Say("alike.title"), intro,
		Link{Text: s.words.Say("nav.find"), Href: "find.html"}),
		Intro: intro, Words: s.scriptWords(), Method: s.method(), Close: match.CloseLimit,
		Somewhat: match.SomewhatLimit}
	for i := range s.alike.Variables {
		v := &s.alike.Variables[i]
		page.Measures = append(page.Measures,
			Measure{Key: region.Slug(v.Indicator.Key), Name: v.Indicator.Label(), Unit: v.Indicator.Unit,
				Scale: v.Indicator.Alike, Weight: v.Weight, Spread: v.Spread, Mean: v.Mean,
				ScaleWords:  s.words.Say("alike.scale." + v.Indicator.Alike),
				SpreadWords: s.words.Number(rounded(v.Spread), 0),
				MeanWords:   s.words.Number(rounded(v.Mean), 0)})
	}
	var apart []string
	for _, r := range s.atlas.Regions() {
		if s.alike.IsComparable(r) {
			page.Regions = append(page.Regions, Link{Text: r.Name, Href: output.Region(r.Code) + "#alike"})
		}
		if r.IsCountry() {
			apart = append(apart, r.Code)
		}
	}
	page.Apart = strings.Join(apart, " ")
	return page
}

func rounded(v float64) float64 { return math.Round(v*1000) / 1000 }

func (s alikePage) method() []string {
	var list []string
	for _, key := range []string{"alike.method.variables", "alike.method.distance",
		"alike.method.missing", "alike.method.limits", "alike.method.beside", "alike.method.example"} {
		list = append(
			list,
			s.words.Say(
				key,
				"variables",
				s.variableNames(),
				"close",
				match.CloseLimit,
				"somewhat",
				match.SomewhatLimit,
				"nearer",
				percent(s.words, s.alike.Closer(match.CloseLimit)),
				"less",
				percent(s.words, s.alike.Closer(match.SomewhatLimit)),
			),
		)
	}
	return list
}

func (s *Site) variableNames() string {
	var names []string
	for i := range s.alike.Variables {
		names = append(names, s.words.Inside(s.alike.Variables[i].Indicator.Name))
	}
	return s.words.List(names)
}

func percent(w *words.Language, share float64) string { return w.Number(math.Round(100*share), 0) }

func (s alikePage) scriptWords() string {
	return s.scriptSays("alike.say.", "choose", "found", "none", "close", "somewhat", "further", "few",
		"unknown", "assumed", "not-reported", "figure", "adds", "share")
}

// AlikePeers is the section of a region page on regions that are alike.
type AlikePeers struct {
	Section
	Intro string
	Peers []AlikePeer
	None  string // why nobody is listed, "" when somebody is
	Other Link   // to the page where a reader may ask otherwise
	Works []Work // regions that work on the same
	Still string // why these are none
}

// AlikePeer is a region that is alike, with what that rests on.
type AlikePeer struct {
	Region   Link
	How      string // close or somewhat alike, with the distance
	About    string // level and category, which do not count
	Unsure   string // the places that it could have, "" when all is known
	Measures []AlikeMeasure
}

// AlikeMeasure is one variable of two regions side by side.
type AlikeMeasure struct {
	Name        string
	Mine, Other string
	Adds        string // to the distance
	Width       int    // of its bar, of 100
	Assumed     string // what stands in for what is not reported
}

// Work is a region that works on the same.
type Work struct {
	Region Link
	What   []string
}

const (
	mostPeers = 5
	mostWorks = 5
)

// alikeSection makes the section of one region.
type alikeSection struct{ regionPage }

func (p alikeSection) section() *AlikePeers {
	if len(p.alike.Variables) == 0 || p.r.IsCountry() {
		return nil
	}
	s := &AlikePeers{Section: Section{ID: "alike", Title: p.words.Say("section.alike")},
		Intro: p.words.Say("alike.section", "variables", p.variableNames()),
		Other: Link{Text: p.words.Say("alike.ask"), Href: p.root + "alike.html#r=" + p.r.Slug()}}
	peers := p.alike.Peers(p.r, mostPeers)
	for i := range peers {
		if peers[i].Distance < match.SomewhatLimit {
			s.Peers = append(s.Peers, p.peer(&peers[i]))
		}
	}
	switch {
	case len(peers) == 0:
		s.None = p.words.Say("alike.unknown")
	case len(s.Peers) == 0:
		s.None = p.words.Say(
			"alike.none",
			"region",
			peers[0].Region.Name,
			"share",
			percent(p.words, p.alike.Closer(peers[0].Distance)),
		)
		s.Peers = []AlikePeer{p.peer(&peers[0])}
	}
	p.addWorks(s)
	return s
}

func (p alikeSection) peer(peer *match.Peer) AlikePeer {
	how := "alike.how.further"
	switch {
	case peer.Distance < match.CloseLimit:
		how = "alike.how.close"
	case peer.Distance < match.SomewhatLimit:
		how = "alike.how.somewhat"
	}
	out := AlikePeer{Region: regionLink(p.root, peer.Region), About: p.beside(peer.Region),
		How: p.words.Say(how, "distance", p.words.Number(math.Round(peer.Distance*100)/100, 2))}
	if !peer.IsSure() {
		out.Unsure = p.words.Say("alike.unsure", "from", peer.From, "to", peer.To)
	}
	for _, share := range peer.Shares {
		out.Measures = append(out.Measures, p.measure(share, peer))
	}
	return out
}

func (p alikeSection) measure(s match.Share, peer *match.Peer) AlikeMeasure {
	place := s.Variable.Place
	m := AlikeMeasure{Name: s.Variable.Indicator.Label(),
		Mine:  phrase.Figure(p.words, &p.r.Figures[place]),
		Other: phrase.Figure(p.words, &peer.Region.Figures[place]),
		Adds:  p.words.Number(math.Round(s.Adds*100)/100, 2)}
	if peer.Distance > 0 {
		m.Width = int(math.Round(100 * s.Adds / peer.Distance))
	}
	if s.Assumed {
		m.Assumed = p.words.Say("alike.assumed")
	}
	return m
}

// beside is what is shown of a peer and does not count: its level, and where a network
// places it.
func (p alikeSection) beside(r *profile.Region) string {
	parts := []string{r.Country.Name, phrase.Level(p.words, r)}
	for i := range r.Memberships {
		if m := &r.Memberships[i]; len(m.Network.Categories) > 0 {
			parts = append(
				parts,
				p.words.Say("alike.category", "network", m.Network.Label(), "category",
					phrase.Status(p.words, m)),
			)
		}
	}
	return strings.Join(parts, " · ")
}

func (p alikeSection) addWorks(s *AlikePeers) {
	works := p.shared.WorksOn(p.r, mostWorks)
	for _, w := range works {
		work := Work{Region: regionLink(p.root, w.Region)}
		work.What = append(work.What, p.overlapWords(w)...)
		s.Works = append(s.Works, work)
	}
	if len(works) == 0 {
		s.Still = p.words.Say("alike.works.none")
	}
}

// overlapWords says the topics and codes that two regions have in common.
func (p alikeSection) overlapWords(c match.Overlap) []string {
	var list, topics []string
	for _, t := range c.Topics {
		topics = append(topics, t.Name)
	}
	if len(topics) > 0 {
		list = append(list, p.words.Say("alike.works.topics", "topics", p.words.List(topics)))
	}
	return append(list, codeWords(p.Site, c)...)
}

func codeWords(s *Site, c match.Overlap) []string {
	var list []string
	for _, codes := range c.Codes {
		if len(codes.Exact) > 0 {
			list = append(
				list,
				s.words.Say(
					"alike.works.codes",
					"classification",
					codes.Classification.Label(),
					"codes",
					s.words.List(codes.Exact),
				),
			)
		}
		if len(codes.Above) > 0 {
			list = append(
				list,
				s.words.Say(
					"alike.works.above",
					"classification",
					codes.Classification.Label(),
					"codes",
					s.words.List(codes.Above),
				),
			)
		}
	}
	return list
}
