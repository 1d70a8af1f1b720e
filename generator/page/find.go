package page

import (
	"cmp"
	"strconv"

	"regional-atlas/generator/carto"
	"regional-atlas/generator/output"
	"regional-atlas/generator/phrase"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// Find is the page where a reader chooses regions by what they answer. A script
// fills it from the facts of all regions; without one the page leads on to the
// matrices and lists.
type Find struct {
	Head
	Intro    string
	Without  string // what to do without the script
	Other    []Link
	Subjects []FacetGroup
	Map      *carto.Map
	Words    string   // what the script says, as JSON
	Heads    []Option // of the columns that are always there
}

// FacetGroup is the facets of one subject.
type FacetGroup struct {
	Name   string
	Facets []Facet
}

// Facet is a question with its answers, as a part of a form.
type Facet struct {
	Key, Kind  string // as addresses and the script know them
	Name       string
	About      string // the full name, where Name is short; else ""
	Unit       string // of numbers
	Strip      string // address of the drawing of all numbers
	From, To   string // labels of the bounds
	All        string // label of the choice that every option must hold
	Options    []FacetOption
	IsBetween  bool
	IsMultiple bool
}

// FacetOption is an answer that can be chosen.
type FacetOption struct {
	Key, Name string
	Depth     int
	Count     int // regions that it would leave, were nothing else chosen
}

// findPage plans the page to find regions.
type findPage struct{ *Site }

func (s findPage) files() output.Files {
	return one("find.html", "find", func() any { return s.page() })
}

func (s findPage) page() Find {
	intro := s.words.Say("find.intro")
	page := Find{Head: s.head("find.html", "find", "find.html", s.words.Say("find.title"), intro),
		Intro: intro, Without: s.words.Say("find.without"), Map: s.maps.Finder(), Words: s.scriptWords(),
		Other: s.others()}
	for _, key := range []string{"code", "region", "country"} {
		page.Heads = append(page.Heads, Option{key, s.words.Say("find." + key)})
	}
	for _, f := range s.atlas.Facets() {
		page.add(s.words.Say("find.subject."+f.Subject), s.facet(&f))
	}
	return page
}

// add puts a facet under its subject; facets come by subject.
func (p *Find) add(subject string, f Facet) {
	if n := len(p.Subjects); n == 0 || p.Subjects[n-1].Name != subject {
		p.Subjects = append(p.Subjects, FacetGroup{Name: subject})
	}
	last := &p.Subjects[len(p.Subjects)-1]
	last.Facets = append(last.Facets, f)
}

func (s findPage) facet(f *profile.Facet) Facet {
	out := Facet{Key: f.Key, Kind: f.Kind.String(), Name: s.facetName(f),
		IsBetween: f.Kind == profile.Between, IsMultiple: f.Kind == profile.AnyOf, All: s.words.Say("find.all")}
	if f.Term.Name != out.Name {
		out.About = f.Term.Name
	}
	if out.IsBetween {
		out.Unit, out.Strip = f.Figure.Unit, output.Strip(f.Figure.Key)
		out.From, out.To = s.words.Say("find.from"), s.words.Say("find.to")
	}
	for _, o := range f.Options {
		alone := profile.Choice{f.Key: {Options: []string{o.Key}}}
		found, _ := profile.Find([]profile.Facet{*f}, len(s.atlas.Regions()), alone)
		out.Options = append(
			out.Options,
			FacetOption{Key: o.Key, Name: s.optionName(f, o), Depth: o.Depth, Count: len(found)},
		)
	}
	return out
}

// facetName is the term that is asked about; the facets that are about none have
// names of their own.
func (s findPage) facetName(f *profile.Facet) string {
	return cmp.Or(f.Term.Label(), s.words.Say("find.facet."+f.Key))
}

func (s findPage) optionName(f *profile.Facet, o profile.Option) string {
	switch {
	case f.Subject == profile.OfCodes:
		return s.words.Say("find.option.code", "code", o.Word, "label", o.Name)
	case f.Figure != nil && !o.Unknown:
		return phrase.Class(o.Name)
	case o.Name != "":
		return o.Name
	case f.Subject == profile.OfStrategy && !o.Unknown:
		return s.words.Say("status." + o.Word)
	case f.Key == "level" && o.Word == strconv.Itoa(region.OwnLevel):
		return s.words.Say("find.option.level.own")
	case f.Key == "level":
		return s.words.Say("find.option.level", "level", o.Word)
	}
	return s.words.Say("status." + o.Word)
}

func (s findPage) scriptWords() string {
	return s.scriptSays("find.say.", "every", "found", "regions", "one-region", "countries",
		"one-country", "unreported", "add", "remove", "none", "more", "unknown", "chosen", "or", "all-of",
		"between", "from-on", "up-to", "at-least", "not-reported", "drop", "file", "zero", "pick",
		"compare",
		"compare-more", "group", "sort")
}
