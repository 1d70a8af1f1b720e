package search

import (
	"strings"

	"regional-atlas/generator/output"
	"regional-atlas/generator/profile"
	"regional-atlas/generator/region"
)

// mentions lists what regions say: each leads to the section of a region's page that
// says it.
func (l *lister) mentions() {
	for _, x := range l.atlas.Initiatives() {
		l.initiative(x)
	}
	for _, x := range l.atlas.Documents() {
		narrower := l.term("document-kinds", x.Fact.Kind)
		l.said("document", narrower, "documents", x.Fact.Title, x.Fact.Remark, x.Region)
	}
	for _, x := range l.atlas.Programmes() {
		narrower := l.term("represented-kinds", x.Kind)
		l.said("programme", narrower, "represented", x.Title, x.Within, x.Regions...)
	}
	for _, x := range l.atlas.Support() {
		name := l.term("support-kinds", x.Fact.Kind)
		if x.Fact.Title != "" {
			l.said("support", name, "support", x.Fact.Title, x.Fact.Amount, x.Region)
		} else {
			l.said("support", "", "support", name, x.Fact.Amount, x.Region)
		}
	}
	for _, r := range l.atlas.Regions() {
		l.ofRegion(r)
	}
}

// ofRegion lists what belongs to one region alone.
func (l *lister) ofRegion(r *profile.Region) {
	for _, o := range r.Organisations {
		l.said("organisation", l.term("organisation-kinds", o.Kind), "organisations", o.Name, o.Remark, r)
		if o.Short != "" {
			l.documents[len(l.documents)-1].others = []string{o.Short}
		}
	}
	for _, p := range r.Profiles {
		l.said("profile", "", "profiles", p.Title, strings.TrimSpace(p.Publisher+" "+p.Text), r)
	}
	for _, w := range r.Websites {
		l.said("website", l.term("website-kinds", w.Kind), "websites", w.Title, "", r)
	}
	c := r.Collaboration
	if c.Remark != "" || len(c.Partners) > 0 {
		wanted := l.words.List(c.Partners)
		if c.Remark == "" {
			c.Remark, wanted = wanted, ""
		}
		l.said("collaboration", "", "collaboration", c.Remark, wanted, r)
	}
	for _, a := range r.Strategy {
		if a.Remark != "" {
			l.said("strategy", "", "strategy", a.Remark, "", r)
		}
	}
}

func (l *lister) initiative(x profile.Shared) {
	var regions []*profile.Region
	var texts []string
	for _, t := range x.Regions {
		regions = append(regions, t.Region)
		if t.Remark != "" {
			texts = append(texts, t.Remark)
		}
		if len(t.Partners) > 0 {
			texts = append(texts, l.words.Say("initiative.partners", "partners", l.words.List(t.Partners)))
		}
	}
	narrower := l.term("initiative-kinds", x.Kind)
	l.said("initiative", narrower, "initiatives", x.Title, strings.Join(texts, "; "), regions...)
}

// term is the label of a word of a vocabulary, "" for none.
func (l *lister) term(vocabulary, key string) string {
	if key == "" {
		return ""
	}
	return l.edition.Term(vocabulary, key).Name
}

// said adds what regions say in a section; it leads to the first of them.
func (l *lister) said(key, narrower, section, title, text string, regions ...*profile.Region) {
	d := document{title: oneLine(title), kind: l.kind(key, narrower, false), text: oneLine(text),
		address: output.Region(regions[0].Code) + "#" + region.Slug(section)}
	for _, r := range regions {
		d.names = append(d.names, l.at["region "+r.Code])
	}
	l.documents = append(l.documents, d)
}
